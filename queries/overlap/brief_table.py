"""Pairs in brief as the first sheet of a workbook: what was asked above, a row a pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from graph.files.csv_file import Value
from graph.files.spreadsheets import Sheet
from queries.overlap.brief import BriefPair, Sort
from queries.overlap.brief_sides import BriefSide
from queries.overlap.filter import PairFilter
from queries.overlap.grades import NAMES
from queries.overlap.headings import Column, SheetName, headings
from queries.overlap.things import Things

_SIDE: tuple[Column, ...] = ("title", "ministries", "own_yen", "execution", "id")


def brief_sheet(
    pairs: Sequence[BriefPair], asked: Sequence[tuple[str, Value]], language: str
) -> Sheet:
    """One row a pair, in their order: score, grade, and of both sides name, ministries, money
    (yen), execution (0 to 1) and id; the fiscal years of these; what both share; in a language (ja
    or en). `asked` stands above.
    """
    words = headings(language)
    columns = [
        *words.of("rank", "score", "grade"),
        *words.of_side("a", *_SIDE),
        *words.of_side("b", *_SIDE),
        words.columns["years"],
        f"{words.columns['shared']}: {words.columns['problems']} / {words.columns['terms']}",
    ]
    return Sheet(
        words.sheets["brief"],
        columns,
        [_row(rank, pair, language) for rank, pair in enumerate(pairs, 1)],
        asked,
    )


def _row(rank: int, pair: BriefPair, language: str) -> list[Value]:
    grade = f"{pair.grade} {NAMES.of(language)[pair.grade]}"
    return [
        rank,
        pair.score,
        grade,
        *_side(pair.a),
        *_side(pair.b),
        f"A {_years(pair.a, language)} / B {_years(pair.b, language)}",
        " / ".join("、".join(names) for names in (pair.shared, pair.terms) if names),
    ]


def _years(side: BriefSide, language: str) -> str:
    """The fiscal years of the money and of the execution that are told; ? where none is printed."""
    words = headings(language).columns
    told = (
        (words["year_of_money"], side.yen, side.year),
        (words["year_of_execution"], side.execution, side.execution_year),
    )
    return ", ".join(f"{word} {year or '?'}" for word, of, year in told if of is not None) or "–"


def _side(side: BriefSide) -> list[Value]:
    execution = None if side.execution is None else round(side.execution, 4)
    return [side.name, "、".join(side.ministries), side.yen, execution, side.id]


def saying_what_it_holds(name: SheetName, sheet: Sheet, count: int, language: str) -> Sheet:
    """A further sheet of the workbook with what stands in it above the table, for the list may hold
    more, or fewer, pairs; `count`: how many these are.
    """
    words = headings(language).asked
    above = ((words["holds"], words[f"holds_{name}"]), (words["count"], count))
    return replace(sheet, above=above)


def question(
    pair_filter: PairFilter, things: Things, sort: Sort, count: int, language: str
) -> tuple[tuple[str, Value], ...]:
    """What was asked and when: the lines above the table."""
    words = headings(language).asked
    offices = (pair_filter.ministry, pair_filter.second_ministry)
    measures = (pair_filter.measure, pair_filter.second_measure)
    told: tuple[tuple[str, Value], ...] = (
        ("things", words[f"things_{things}"]),
        ("mode", words[f"mode_{pair_filter.mode}"]),
        ("ministry", " × ".join(filter(None, offices))),
        ("measure", " × ".join(filter(None, measures))),
        ("pillar", pair_filter.pillar or ""),
        ("document", pair_filter.document or ""),
        ("grade", pair_filter.grade),
        ("score", pair_filter.score),
        ("sort", words[f"sort_{sort}"]),
        ("count", count),
        ("date", datetime.now().astimezone().date().isoformat()),
    )
    return tuple((words[name], value) for name, value in told if value != "")
