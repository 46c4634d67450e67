"""Pairs, matrix, communities and remarks as files (CSV, XLSX)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.overlap.state import State
from dashboard.widgets.saving import save
from graph.files.csv_file import Value, csv_bytes
from graph.files.spreadsheets import Sheet, xlsx_bytes
from queries.overlap.brief import brief_pairs
from queries.overlap.brief_table import brief_sheet, question
from queries.overlap.cards import pair_cards
from queries.overlap.communities import communities
from queries.overlap.marks import Mark, PairIds
from queries.overlap.marks_exchange import as_csv, as_jsonl
from queries.overlap.marks_file import CurrentMarks
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import ScoredPair
from queries.overlap.tables import (
    cells_sheet,
    communities_sheet,
    matrix_sheet,
    members_sheet,
    pairs_sheet,
)

_REMARK = ("status", "verdict", "judged", "text", "who", "at")


def of_pairs(
    words: Words, state: State, shown: Sequence[ScoredPair], remarks: CurrentMarks
) -> None:
    """The pairs that are listed, with readers' remarks on them (no file where these are not known);
    as a workbook with the matrix and the communities.
    """
    _buttons(
        words,
        "overlap-pairs",
        lambda: [_pairs(words, shown, remarks)],
        lambda: [
            _brief(words, state, shown),
            _pairs(words, shown, remarks),
            *_matrix(words, state),
            *_communities(words, state),
            _remarks(words, list(remarks.by_pair.items())),
        ],
        bool(remarks.error),
    )


def of_matrix(words: Words, state: State) -> None:
    """The cells of the matrix, one a row; as a workbook the square too."""
    _buttons(
        words, "overlap-matrix", lambda: _matrix(words, state)[1:], lambda: _matrix(words, state)
    )


def of_communities(words: Words, state: State) -> None:
    """The communities; as a workbook with their members."""
    _buttons(
        words,
        "overlap-communities",
        lambda: _communities(words, state)[:1],
        lambda: _communities(words, state),
    )


def of_remarks(words: Words, listed: Sequence[tuple[PairIds, Mark]], every: Sequence[Mark]) -> None:
    """Readers' marks: all that was ever said as files that can be taken in again (JSON Lines, CSV),
    and what holds now as a workbook.
    """
    in_time = sorted(every, key=lambda mark: mark.at)
    name = "overlap-remarks"
    with st.container(horizontal=True, gap="medium"):
        save(words("save.jsonl"), f"{name}.jsonl", lambda: as_jsonl(in_time))
        save(words("save.csv"), f"{name}.csv", lambda: as_csv(in_time))
        save(words("save.xlsx"), f"{name}.xlsx", lambda: xlsx_bytes([_remarks(words, listed)]))


def _buttons(
    words: Words,
    file: str,
    csv: Callable[[], Sequence[Sheet]],
    xlsx: Callable[[], Sequence[Sheet]],
    disabled: bool = False,
) -> None:
    """Two buttons, for CSV and XLSX."""

    def as_csv() -> bytes:
        (sheet,) = csv()
        return csv_bytes(sheet.headings, sheet.rows)

    with st.container(horizontal=True, gap="medium"):
        save(words("save.csv"), f"{file}.csv", as_csv, disabled)
        save(
            words("save.xlsx"),
            f"{file}.xlsx",
            lambda: xlsx_bytes(xlsx()),
            disabled,
        )


def _brief(words: Words, state: State, shown: Sequence[ScoredPair]) -> Sheet:
    """The pairs in brief, with what was asked above them."""
    asked = question(state.pair_filter, state.things, state.sort, len(shown), words.language)
    return brief_sheet(ask(brief_pairs, tuple(shown)), asked, words.language)


def _pairs(words: Words, shown: Sequence[ScoredPair], remarks: CurrentMarks) -> Sheet:
    sheet = pairs_sheet(ask(pair_cards, tuple(shown)), words.language)
    return replace(
        sheet,
        headings=[*sheet.headings, *_headings(words, _REMARK)],
        rows=[
            [*row, *_remark(words, remarks.by_pair.get((pair.a, pair.b)))]
            for row, pair in zip(sheet.rows, shown, strict=True)
        ],
    )


def _matrix(words: Words, state: State) -> list[Sheet]:
    offices = ask(overlap_matrix, state.pair_filter, state.things)
    return [matrix_sheet(offices, words.language), cells_sheet(offices, words.language)]


def _communities(words: Words, state: State) -> list[Sheet]:
    alike = ask(communities, state.pair_filter)
    return [communities_sheet(alike, words.language), members_sheet(alike, words.language)]


def _remarks(words: Words, listed: Sequence[tuple[PairIds, Mark]]) -> Sheet:
    headings = _headings(words, ("title_a", "title_b", *_REMARK, "grade", "score", "id_a", "id_b"))
    return Sheet(
        words("remark.all"),
        headings,
        [
            [
                remark.title_a,
                remark.title_b,
                *_remark(words, remark),
                remark.grade,
                remark.score,
                a,
                b,
            ]
            for (a, b), remark in listed
        ],
    )


def _headings(words: Words, names: Sequence[str]) -> list[str]:
    return [words(f"remark_file.{name}") for name in names]


def _remark(words: Words, mark: Mark | None) -> list[Value]:
    """A mark in a file, under the headings of _REMARK; the time in UTC."""
    return (
        [
            words(f"remark.status_of.{mark.status}"),
            words.of("remark", mark.verdict),
            mark.judged,
            mark.text,
            mark.who,
            mark.at.isoformat(),
        ]
        if mark
        else [words("remark.status_of.unchecked"), "", None, "", "", ""]
    )
