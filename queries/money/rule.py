"""The money rule, in this one place: what a sum of budgets says, and how surely.

1. One pot is counted once, however many measures draw on it.
2. Neither kinds of budget (initial, supplementary, a fund's total …) nor fiscal years are added.
3. What the measures get whole and the pots of which they only get a part (の内数) stand apart.
4. A whole and its parts are one money: where both are told, the whole counts. So are a share that
   a page prints and the pot beside it.
5. What is compared is alike: of one kind, and own sums with own sums, parts of a pot with parts of
   a pot of that name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.language.fold import fold
from graph.schema.budget_kinds import UNSTATED, kind_names


@dataclass(frozen=True)
class Draw:
    """One measure drawing on one budget."""

    measure: str
    """The measure's id."""
    budget: str
    """The budget's id."""
    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    year: int | None
    """The fiscal year, where one is printed."""
    yen: int
    """The sum in yen."""
    part_of: bool
    """Whether the measure gets a part of it (の内数)."""
    pot: str | None
    """The name of the sum of which it is a part; None where the page does not name it."""
    proposed: bool = False
    """Whether it is a draft budget."""
    share: bool = False
    """The measure's own part of another budget of that year and kind, which it draws on as well."""
    within: tuple[str, ...] = ()
    """Ids of the budgets of the wholes that the measure is a part of, which hold this one."""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Draw:
        """The draw that a row of a money question stands for; a budget without a kind is of the
        kind `unstated`. A question about one measure at a time need not ask for `within`.
        """
        return cls(
            row["measure"],
            row["budget"],
            row["kind"] or UNSTATED,
            row["year"],
            row["yen"],
            row["part_of"],
            row["pot"],
            row["proposed"],
            row["share"],
            tuple(row.get("within", ())),
        )


@dataclass(frozen=True)
class Total:
    """What the budgets of one kind and one fiscal year come to."""

    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    year: int | None
    """The fiscal year; None: none is printed."""
    own: int | None
    """Yen that the measures get whole, each budget once; None where they only get parts."""
    pots: int | None
    """Yen of the larger sums of which they only get a part (の内数), each pot once: they get so
    much at most. None where there are none.
    """
    unknown_pots: int
    """Parts whose pot is not named (two of them may be one pot)."""
    budgets: int
    """How many budgets and pots were counted."""
    shared: int
    """How many of these several measures draw on."""
    measures: int
    """How many draw on them."""


def of_latest_years(draws: Iterable[Draw]) -> tuple[Draw, ...]:
    """Of each measure its `of_one_year`."""
    by_measure: dict[str, list[Draw]] = defaultdict(list)
    for draw in draws:
        by_measure[draw.measure].append(draw)
    return tuple(draw for of_measure in by_measure.values() for draw in of_one_year(of_measure))


def of_one_year(draws: Iterable[Draw]) -> tuple[Draw, ...]:
    """Of each kind what is of the latest fiscal year, and what has no year: the budgets of one
    programme in two years are no sum that it has at any time.
    """
    drawn = tuple(draws)
    latest = {
        draw.kind: draw.year
        for draw in sorted((draw for draw in drawn if draw.year), key=lambda draw: draw.year or 0)
    }
    return tuple(draw for draw in drawn if draw.year in (None, latest.get(draw.kind)))


def counted(draws: Iterable[Draw]) -> tuple[Draw, ...]:
    """The draws that a sum is made of. Of a whole and its parts the whole; of a share and its pot,
    which are one money, the shares, where all that draw on the pot print theirs, else the pot; of a
    sum over two kinds and its summands, the summands.
    """
    drawn = _without_parts(_without_sums_over_kinds(tuple(draws)))
    shares = {_place(draw) for draw in drawn if draw.share}
    known = {draw for draw in drawn if draw.part_of and _place(draw) in shares}
    unknown = {draw.budget for draw in drawn if draw not in known}
    within = {_place(draw) for draw in known if draw.budget in unknown}
    return tuple(
        draw
        for draw in drawn
        if not (draw.share and _place(draw) in within)
        and (draw not in known or draw.budget in unknown)
    )


def _place(draw: Draw) -> tuple[str, str, int | None]:
    return draw.measure, draw.kind, draw.year


def _without_parts(drawn: tuple[Draw, ...]) -> tuple[Draw, ...]:
    whole = {draw.budget for draw in drawn if not draw.part_of}
    return tuple(draw for draw in drawn if not whole.intersection(draw.within))


def _without_sums_over_kinds(drawn: tuple[Draw, ...]) -> tuple[Draw, ...]:
    """1.1億円（補正0.7億円＋当初0.4億円）: a sum of no one kind that comes to what its measure has
    of single ones.
    """
    summands: Counter[str] = Counter()
    for draw in {(d.measure, d.budget): d for d in drawn if d.year and not d.part_of}.values():
        summands[draw.measure] += draw.yen
    return tuple(
        draw
        for draw in drawn
        if draw.year or draw.kind != UNSTATED or draw.yen != summands[draw.measure]
    )


def totals(draws: Iterable[Draw]) -> tuple[Total, ...]:
    """One total for each kind and fiscal year that occurs, in yen, in the order of
    budget_kinds.yaml and of each kind the latest year first; no two may be added.
    """
    budgets: dict[str, list[Draw]] = defaultdict(list)
    for draw in counted(draws):
        budgets[draw.budget].append(draw)
    apart: dict[tuple[str, int | None], list[list[Draw]]] = defaultdict(list)
    for drawn in budgets.values():
        apart[drawn[0].kind, drawn[0].year].append(drawn)
    return tuple(
        _total(kind, year, apart[kind, year])
        for kind, year in sorted(apart, key=lambda of: (kind_names().index(of[0]), -(of[1] or 0)))
    )


def _total(kind: str, year: int | None, budgets: list[list[Draw]]) -> Total:
    """`budgets`: for each budget of the kind and year all that draw on it."""
    parts = [drawn for drawn in budgets if is_part(drawn)]
    own = [drawn for drawn in budgets if not is_part(drawn)]
    return Total(
        kind=kind,
        year=year,
        own=sum(drawn[0].yen for drawn in own) if own else None,
        pots=sum(drawn[0].yen for drawn in parts) if parts else None,
        unknown_pots=sum(drawn[0].pot is None for drawn in parts),
        budgets=len(budgets),
        shared=sum(len(_measures(drawn)) > 1 for drawn in budgets),
        measures=len({m for drawn in budgets for m in _measures(drawn)}),
    )


def is_part(drawn: Iterable[Draw]) -> bool:
    """Whether all that draw on one budget only get a part of it, so that it is a pot for them."""
    return all(draw.part_of for draw in drawn)


def comparable(before: Sequence[Draw], after: Sequence[Draw]) -> bool:
    """Whether two sums may be held against each other, each made of draws of one year: both are of
    one printed kind, and both own sums, or both a part of a pot that goes by one name, or by none.
    """
    sides = [counted(before), counted(after)]
    kinds = {draw.kind for side in sides for draw in side}
    parts = {draw.part_of for side in sides for draw in side}
    if not all(sides) or len(kinds) > 1 or UNSTATED in kinds or len(parts) > 1:
        return False
    pots = [{(draw.budget, fold(draw.pot or "")) for draw in side} for side in sides]
    one_name = len({name for side in pots for _, name in side}) == 1
    return parts == {False} or (one_name and all(len(side) == 1 for side in pots))


def _measures(drawn: list[Draw]) -> set[str]:
    return {draw.measure for draw in drawn}
