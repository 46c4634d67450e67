"""Pairs, matrix and communities as tables for a spreadsheet; headings in both languages stand in
overlap_tables.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.spreadsheets import Sheet, Value
from graph.files.yaml_file import read_yaml
from queries.money.rule import KINDS, Total, totals_by_year
from queries.overlap.cards import PairCard
from queries.overlap.communities import Communities, Community, Member
from queries.overlap.grades import NAMES
from queries.overlap.matrix import MatrixCell, Office, OverlapMatrix
from queries.overlap.sides import Side
from queries.sources import places

_OF_SIDE = ("ministries", "agencies", "bodies")
_GRADES = tuple(
    f"{japanese} {english}" for japanese, english in zip(NAMES.japanese, NAMES.english, strict=True)
)
_PLACE = ("document", "page", "line_start", "line_end")


class Headings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    sheets: dict[str, str]
    sides: dict[str, str]
    columns: dict[str, str]
    aspects: dict[str, str]
    kinds: dict[str, str]

    def of(self, *columns: str) -> list[str]:
        return [self.columns[column] for column in columns]

    def of_side(self, side: str, *columns: str) -> list[str]:
        return [f"{self.sides[side]} {heading}" for heading in self.of(*columns)]


@cache
def _words() -> Headings:
    return read_yaml(Path(__file__).with_suffix(".yaml"), Headings)


def _listed(names: Iterable[str]) -> str:
    return "、".join(names)


class _Money:
    """Columns of money: one for each kind of budget and fiscal year that occurs (yen), and one that
    names those whose sum is an upper limit.
    """

    def __init__(self, sums: Iterable[Sequence[Total]]) -> None:
        there = {_of_one_year(total) for found in sums for total in found}
        self.kinds = sorted(there, key=lambda each: (KINDS.index(each[0]), -(each[1] or 0)))

    def headings(self) -> list[str]:
        return [
            *(f"{_named(*each)} ({_words().columns['yen']})" for each in self.kinds),
            _words().columns["at_most"],
        ]

    def values(self, found: Sequence[Total]) -> list[Value]:
        yen = {_of_one_year(total): total.yen for total in found}
        return [
            *map(yen.get, self.kinds),
            _listed(_named(*_of_one_year(total)) for total in found if total.at_most),
        ]


def _of_one_year(total: Total) -> tuple[str, int | None]:
    """Kind and fiscal year of a total that is of one year."""
    [(year, _)] = total.by_year
    return total.kind, year


def _named(kind: str, year: int | None) -> str:
    return " ".join(filter(None, (str(year or ""), _words().kinds[kind])))


# --- pairs ----------------------------------------------------------------------------------------


def pairs_sheet(cards: Sequence[PairCard]) -> Sheet:
    """One row a pair, in their order: both sides with their places, what is shared, what only one
    has, the lines of both, the money (yen), the sentences.
    """
    words, money = _words(), _Money(found for card in cards for found in _sums(card))
    headings = [
        *words.of("rank", "score", "grade", "grade_name", "within"),
        *(heading for side in "ab" for heading in words.of_side(side, "title", *_OF_SIDE, *_PLACE)),
        *(f"{words.columns['shared']}: {name}" for name in words.aspects.values()),
        *(heading for side in "ab" for heading in words.of_side(side, "only")),
        *(heading for side in "ab" for heading in words.of_side(side, "places")),
        *(f"{side} {heading}" for side in words.sides.values() for heading in money.headings()),
        *words.of("japanese", "english"),
        *(heading for side in "ab" for heading in words.of_side(side, "id")),
    ]
    return Sheet(
        words.sheets["pairs"],
        headings,
        [_pair(rank, card, money) for rank, card in enumerate(cards, 1)],
    )


def _sums(card: PairCard) -> tuple[tuple[Total, ...], ...]:
    """The money of the first, of the second, and of both together."""
    return totals_by_year(card.a.draws), totals_by_year(card.b.draws), card.money


def _pair(rank: int, card: PairCard, money: _Money) -> list[Value]:
    words = _words()
    return [
        rank,
        card.score,
        card.grade,
        _GRADES[card.grade],
        _listed(card.within),
        *_side(card.a),
        *_side(card.b),
        *(_listed(card.aspect(kind).shared) for kind in words.aspects),
        _only(card, "only_a"),
        _only(card, "only_b"),
        _places(card, card.a),
        _places(card, card.b),
        *(value for found in _sums(card) for value in money.values(found)),
        card.japanese,
        card.english,
        card.a.id,
        card.b.id,
    ]


def _side(side: Side) -> list[Value]:
    offices = (_listed(fact.name for fact in side.facts.get(kind, ())) for kind in _OF_SIDE)
    return [side.title, *offices, side.document, side.page, side.line_start, side.line_end]


def _only(card: PairCard, which: str) -> str:
    """手段: 融資、補助金 / 業種: 食品産業."""
    return " / ".join(
        f"{name}: {_listed(own)}"
        for kind, name in _words().aspects.items()
        if (own := getattr(card.aspect(kind), which))
    )


def _places(card: PairCard, side: Side) -> str:
    """課題: 輸出・海外販路の開拓 package-2025:5960 / 手段: …: what is told of a side, each with
    where its page says so.
    """
    told = {
        aspect.kind: side.told(
            aspect.kind, (*aspect.shared, *(aspect.only_a if side is card.a else aspect.only_b))
        )
        for aspect in card.aspects
    }
    return " / ".join(
        f"{_words().aspects.get(kind) or _words().columns[kind]}:"
        f" {_listed(f'{fact.name} {places(fact.sources)}' for fact in facts)}"
        for kind, facts in told.items()
        if facts
    )


# --- matrix ---------------------------------------------------------------------------------------


def matrix_sheet(matrix: OverlapMatrix) -> Sheet:
    """Offices down and across, in each cell the number of pairs."""
    counts = {frozenset((cell.one, cell.other)): cell.count for cell in matrix.cells}
    rows = [
        [office.name, *(counts.get(frozenset((office.id, other.id))) for other in matrix.offices)]
        for office in matrix.offices
    ]
    return Sheet(
        _words().sheets["matrix"],
        [_words().columns["count"], *(office.name for office in matrix.offices)],
        rows,
    )


def cells_sheet(matrix: OverlapMatrix) -> Sheet:
    """One row for each two offices with a pair: pairs by grade, the sum of scores, the money of the
    measures involved (yen).
    """
    words, money = _words(), _Money(cell.money for cell in matrix.cells)
    known = {office.id: office for office in matrix.offices}
    return Sheet(
        words.sheets["cells"],
        [*words.of("one", "other", "count"), *_GRADES, words.columns["sum"], *money.headings()],
        [
            _cell(cell, known, money)
            for cell in sorted(matrix.cells, key=lambda cell: (-cell.count, cell.one, cell.other))
        ],
    )


def _cell(cell: MatrixCell, known: dict[str, Office], money: _Money) -> list[Value]:
    return [
        known[cell.one].name,
        known[cell.other].name,
        cell.count,
        *cell.by_grade,
        cell.score,
        *money.values(cell.money),
    ]


# --- communities ----------------------------------------------------------------------------------


def communities_sheet(found: Communities) -> Sheet:
    """One row a community."""
    words, money = _words(), _Money(community.money for community in found.communities)
    return Sheet(
        words.sheets["communities"],
        [
            *words.of("number", "size", "ministries", "problems", "terms", "best", "count", "sum"),
            *money.headings(),
        ],
        [_community(community, money) for community in found.communities],
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


def members_sheet(found: Communities) -> Sheet:
    """One row a measure in a community, the best-connected of each first."""
    words = _words()
    return Sheet(
        words.sheets["members"],
        words.of("number", "title", "ministries", "strength", "betweenness", "touches", "id"),
        [_member(member) for community in found.communities for member in community.members],
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
