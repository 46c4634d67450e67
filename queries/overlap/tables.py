"""Pairs, matrix and communities as tables for a spreadsheet, in a language (ja or en); the words
stand in headings.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from graph.files.csv_file import Value
from graph.files.spreadsheets import Sheet
from graph.schema.budget_kinds import budget_kinds, kind_names
from queries.money.rule import Total, totals
from queries.overlap.cards import PairCard
from queries.overlap.communities import Communities, Community, Member
from queries.overlap.grades import NAMES
from queries.overlap.headings import Column, Headings, SideName, headings
from queries.overlap.matrix import MatrixCell, OverlapMatrix
from queries.overlap.offices import Office
from queries.overlap.sides import Side
from queries.sources import places

_OFFICES: tuple[Column, ...] = ("ministries", "agencies", "bodies")
_PLACE: tuple[Column, ...] = ("document", "page", "line_start", "line_end")
MoneyColumn = Literal["yen", "pots"]
_SIDES: tuple[SideName, ...] = ("a", "b")


def _listed(names: Iterable[str]) -> str:
    return "、".join(names)


class _Money:
    """Columns of money (yen): for each kind of budget and fiscal year that occurs what the measures
    get whole, and beside it, where it occurs, the pots of which they get a part.
    """

    def __init__(self, sums: Iterable[Sequence[Total]], language: str) -> None:
        self._language = language
        occurring = {column for of_row in sums for total in of_row for column in _yen(total)}
        self.columns = sorted(
            occurring, key=lambda of: (kind_names().index(of[0]), -(of[1] or 0), of[2] == "pots")
        )

    def headings(self) -> list[str]:
        return [_heading(*column, self._language) for column in self.columns]

    def values(self, of_row: Sequence[Total]) -> list[Value]:
        yen = {column: yen for total in of_row for column, yen in _yen(total).items()}
        return [yen.get(column) for column in self.columns]


def _yen(total: Total) -> dict[tuple[str, int | None, MoneyColumn], int]:
    """Kind, fiscal year and whether it is own money or pots -> yen."""
    sums: tuple[tuple[MoneyColumn, int | None], ...] = (("yen", total.own), ("pots", total.pots))
    return {(total.kind, total.year, column): yen for column, yen in sums if yen is not None}


def _heading(kind: str, year: int | None, column: MoneyColumn, language: str) -> str:
    words = budget_kinds()[kind]
    name = words.japanese if language == "ja" else words.english.lower()
    named = " ".join(filter(None, (str(year or ""), name)))
    return f"{named} ({headings(language).columns[column]})"


# --- pairs ----------------------------------------------------------------------------------------


def pairs_sheet(cards: Sequence[PairCard], language: str) -> Sheet:
    """One row a pair, in their order: both sides with their places, what is shared, what only one
    has, the lines of both, the money (yen), the sentence.
    """
    words = headings(language)
    money = _Money((of_side for card in cards for of_side in _sums(card)), language)
    columns = [
        *words.of("rank", "score", "grade", "grade_name", "within"),
        *(
            heading
            for side in _SIDES
            for heading in words.of_side(side, "title", *_OFFICES, *_PLACE)
        ),
        *(f"{words.columns['shared']}: {name}" for name in words.aspects.values()),
        *(heading for side in _SIDES for heading in words.of_side(side, "only")),
        *(heading for side in _SIDES for heading in words.of_side(side, "places")),
        *(f"{side} {heading}" for side in words.sides.values() for heading in money.headings()),
        *words.of("explanation"),
        *(heading for side in _SIDES for heading in words.of_side(side, "id")),
    ]
    return Sheet(
        words.sheets["pairs"],
        columns,
        [_pair(rank, card, money, language) for rank, card in enumerate(cards, 1)],
    )


def _sums(card: PairCard) -> tuple[tuple[Total, ...], ...]:
    """The money of the first, of the second, and of both together."""
    return totals(card.a.draws), totals(card.b.draws), card.money


def _pair(rank: int, card: PairCard, money: _Money, language: str) -> list[Value]:
    words = headings(language)
    return [
        rank,
        card.score,
        card.grade,
        NAMES.of(language)[card.grade],
        _listed(card.within),
        *_side(card.a),
        *_side(card.b),
        *(_listed(card.aspect(kind).shared) for kind in words.aspects),
        _only(card, "only_a", words),
        _only(card, "only_b", words),
        _places(card, card.a, words),
        _places(card, card.b, words),
        *(value for of_side in _sums(card) for value in money.values(of_side)),
        card.japanese if language == "ja" else card.english,
        card.a.id,
        card.b.id,
    ]


def _side(side: Side) -> list[Value]:
    offices = (_listed(fact.name for fact in side.facts.get(kind, ())) for kind in _OFFICES)
    return [side.title, *offices, side.document, side.page, side.line_start, side.line_end]


def _only(card: PairCard, which: Literal["only_a", "only_b"], words: Headings) -> str:
    """手段: 融資、補助金 / 業種: 食品産業."""
    return " / ".join(
        f"{heading}: {_listed(names)}"
        for kind, heading in words.aspects.items()
        if (names := getattr(card.aspect(kind), which))
    )


def _places(card: PairCard, side: Side, words: Headings) -> str:
    """課題: 輸出・海外販路の開拓 package-2025:5960 / 手段: …: what the table has of a side, each
    with where its page says so.
    """
    named = {
        aspect.kind: side.named(
            aspect.kind, (*aspect.shared, *(aspect.only_a if side is card.a else aspect.only_b))
        )
        for aspect in card.aspects
    }
    return " / ".join(
        f"{words.of_aspect(kind)}:"
        f" {_listed(f'{fact.name} {places(fact.sources)}' for fact in facts)}"
        for kind, facts in named.items()
        if facts
    )


# --- matrix ---------------------------------------------------------------------------------------


def matrix_sheet(matrix: OverlapMatrix, language: str) -> Sheet:
    """Offices down and across, in each cell the number of pairs."""
    words = headings(language)
    counts = {frozenset((cell.office_a, cell.office_b)): cell.count for cell in matrix.cells}
    rows = [
        [office.name, *(counts.get(frozenset((office.id, column.id))) for column in matrix.offices)]
        for office in matrix.offices
    ]
    return Sheet(
        words.sheets["matrix"],
        [words.columns["count"], *(office.name for office in matrix.offices)],
        rows,
    )


def cells_sheet(matrix: OverlapMatrix, language: str) -> Sheet:
    """One row for each two offices with a pair: pairs by grade, the sum of scores, the money of the
    measures involved (yen).
    """
    words = headings(language)
    money = _Money((cell.money for cell in matrix.cells), language)
    known = {office.id: office for office in matrix.offices}
    return Sheet(
        words.sheets["cells"],
        [
            *words.of("office_a", "office_b", "count"),
            *NAMES.of(language),
            words.columns["sum"],
            *money.headings(),
        ],
        [
            _cell(cell, known, money)
            for cell in sorted(
                matrix.cells, key=lambda cell: (-cell.count, cell.office_a, cell.office_b)
            )
        ],
    )


def _cell(cell: MatrixCell, known: dict[str, Office], money: _Money) -> list[Value]:
    return [
        known[cell.office_a].name,
        known[cell.office_b].name,
        cell.count,
        *cell.by_grade,
        cell.score,
        *money.values(cell.money),
    ]


# --- communities ----------------------------------------------------------------------------------


def communities_sheet(answer: Communities, language: str) -> Sheet:
    """One row a community."""
    words = headings(language)
    money = _Money((community.money for community in answer.communities), language)
    return Sheet(
        words.sheets["communities"],
        [
            *words.of("number", "size", "ministries", "problems", "terms", "best", "count", "sum"),
            *money.headings(),
        ],
        [_community(community, money) for community in answer.communities],
    )


def _community(community: Community, money: _Money) -> list[Value]:
    return [
        community.number,
        len(community.members),
        _listed(f"{office.name} {count}" for office, count in community.ministries),
        _listed(name for name, _ in community.problems),
        _listed(name for name, _ in community.terms),
        community.best.title,
        community.pairs,
        community.score,
        *money.values(community.money),
    ]


def members_sheet(answer: Communities, language: str) -> Sheet:
    """One row a measure in a community, the best-connected of each first."""
    words = headings(language)
    return Sheet(
        words.sheets["members"],
        words.of("number", "title", "ministries", "strength", "betweenness", "touches", "id"),
        [_member(member) for community in answer.communities for member in community.members],
    )


def _member(member: Member) -> list[Value]:
    return [
        member.community,
        member.title,
        _listed(office.name for office in member.ministries),
        member.strength,
        member.betweenness,
        _listed(map(str, member.touches)),
        member.id,
    ]
