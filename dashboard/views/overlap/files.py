"""Pairs, matrix, communities and remarks as files (CSV, XLSX)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.overlap.remarks_file import PairIds, Remark, Said
from dashboard.views.overlap.state import State
from dashboard.widgets import tables
from graph.files.spreadsheets import Sheet, csv_bytes, xlsx_bytes
from queries.overlap.cards import pair_cards
from queries.overlap.communities import communities
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import ScoredPair
from queries.overlap.tables import (
    cells_sheet,
    communities_sheet,
    matrix_sheet,
    members_sheet,
    pairs_sheet,
)

_SAID = ("verdict", "text", "at")


def pairs(words: Words, state: State, shown: Sequence[ScoredPair], said: Said) -> None:
    """The pairs that are listed, with what readers said of them (no file where that is not known);
    as a workbook with the matrix and the communities.
    """
    _buttons(
        words,
        "overlap-pairs",
        lambda: [_pairs(words, shown, said)],
        lambda: [
            _pairs(words, shown, said),
            *_matrix(state),
            *_communities(state),
            _remarks(words, list(said.by_pair.items())),
        ],
        bool(said.error),
    )


def matrix(words: Words, state: State) -> None:
    """The cells of the matrix, one a row; as a workbook the square too."""
    _buttons(words, "overlap-matrix", lambda: _matrix(state)[1:], lambda: _matrix(state))


def groups(words: Words, state: State) -> None:
    """The communities; as a workbook with their members."""
    _buttons(
        words, "overlap-communities", lambda: _communities(state)[:1], lambda: _communities(state)
    )


def remarks(words: Words, said: Sequence[tuple[PairIds, Remark]]) -> None:
    """All that is said."""
    _buttons(
        words, "overlap-remarks", lambda: [_remarks(words, said)], lambda: [_remarks(words, said)]
    )


def _buttons(
    words: Words,
    file: str,
    csv: Callable[[], Sequence[Sheet]],
    xlsx: Callable[[], Sequence[Sheet]],
    disabled: bool = False,
) -> None:
    """Two buttons."""

    def as_csv() -> bytes:
        (sheet,) = csv()
        return csv_bytes(sheet.headings, sheet.rows)

    with st.container(horizontal=True, gap="medium"):
        tables.save(words("save.csv"), f"{file}.csv", as_csv, disabled)
        tables.save(words("save.xlsx"), f"{file}.xlsx", lambda: xlsx_bytes(xlsx()), disabled)


def _pairs(words: Words, shown: Sequence[ScoredPair], said: Said) -> Sheet:
    sheet = pairs_sheet(ask(pair_cards, tuple(shown)))
    return replace(
        sheet,
        headings=[*sheet.headings, *_headings(words, _SAID)],
        rows=[
            [*row, *_said(words, said.by_pair.get((pair.a, pair.b)))]
            for row, pair in zip(sheet.rows, shown, strict=True)
        ],
    )


def _matrix(state: State) -> list[Sheet]:
    found = ask(overlap_matrix, state.asked)
    return [matrix_sheet(found), cells_sheet(found)]


def _communities(state: State) -> list[Sheet]:
    found = ask(communities, state.asked)
    return [communities_sheet(found), members_sheet(found)]


def _remarks(words: Words, said: Sequence[tuple[PairIds, Remark]]) -> Sheet:
    headings = _headings(words, ("title_a", "title_b", *_SAID, "grade", "score", "id_a", "id_b"))
    return Sheet(
        words("remark.all"),
        headings,
        [
            [
                remark.title_a,
                remark.title_b,
                *_said(words, remark),
                remark.grade,
                remark.score,
                a,
                b,
            ]
            for (a, b), remark in said
        ],
    )


def _headings(words: Words, names: Sequence[str]) -> list[str]:
    return [words(f"remark_file.{name}") for name in names]


def _said(words: Words, remark: Remark | None) -> list[str]:
    """A remark in a file, under the headings of _SAID; the time in UTC."""
    return (
        [words.of("remark", remark.verdict), remark.text, remark.at.isoformat()]
        if remark
        else ["", "", ""]
    )
