"""Whether money grew or shrank between two documents: like is compared with like, and only what is
sure is said to be so.

One kind of budget is compared with the same kind, the latest fiscal year that either document
prints of it; a pot counts once. A part of a larger sum (の内数) is never compared with a sum of the
measure's own; where both are parts of one pot, what changed is the most that the measure can get.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from graph.language.fold import fold
from graph.language.yen import is_rounded
from graph.schema.budget_kinds import UNSTATED, kind_names
from queries.money.rule import Draw, totals
from queries.sources import Source


@dataclass(frozen=True)
class Drawn:
    """One measure drawing on one budget, as one document states it."""

    draw: Draw
    """The measure, the budget and the sum."""
    sources: tuple[Source, ...]
    """The lines that state it."""


@dataclass(frozen=True)
class Amount:
    """What one document prints of one kind of budget for its latest fiscal year."""

    kind: str
    """The kind of budget, of budget_kinds.yaml."""
    year: int | None
    """The fiscal year; None where none is printed."""
    yen: int
    """The sum in yen, each budget once."""
    at_most: bool
    """Whether a part of a larger sum is in it, so that the measure gets `yen` or less."""
    at_least: int
    """Yen that it gets surely: what is no part of a larger sum."""
    sources: tuple[Source, ...]
    """The lines that print it."""


@dataclass(frozen=True)
class Growth:
    """Money of one kind before and after."""

    change: Literal["grown", "shrunk"]
    """Whether it is more now or less."""
    before: Amount
    """What the first document prints."""
    after: Amount
    """What the second prints."""
    sure: bool
    """False where only the most that the measure can get grew or shrank."""


def growth(before: Sequence[Drawn], after: Sequence[Drawn]) -> tuple[tuple[Growth, ...], bool]:
    """What one measure's money did, per kind in the order of budget_kinds.yaml, and whether
    some of it could not be compared.

    A kind that only one document prints is no change: the other says nothing of it.
    """
    changes: list[Growth] = []
    unclear = False
    kinds = [
        kind
        for kind in kind_names()
        if kind != UNSTATED
        and all(any(d.draw.kind == kind for d in side) for side in (before, after))
    ]
    for kind in kinds:
        old, new = (_latest([d for d in side if d.draw.kind == kind]) for side in (before, after))
        if old is None or new is None:
            unclear = True
        elif not _same_money(old, new):
            change = _compared(old, new)
            changes += [change] if change else []
            unclear = unclear or change is None
    return tuple(changes), unclear or (bool(before) and bool(after) and not kinds)


def _latest(drawn: Sequence[Drawn]) -> list[Drawn] | None:
    """Those of the latest fiscal year; None where it is not clear which are: sums without a year
    beside others.
    """
    years = {d.draw.year for d in drawn}
    if None in years and (len(years) > 1 or len({d.draw.budget for d in drawn}) > 1):
        return None
    return [d for d in drawn if d.draw.year == max(years, key=lambda year: year or 0)]


def _same_money(old: Sequence[Drawn], new: Sequence[Drawn]) -> bool:
    return {d.draw.budget for d in old} == {d.draw.budget for d in new}


def _compared(old: Sequence[Drawn], new: Sequence[Drawn]) -> Growth | None:
    before, after = amount(old), amount(new)
    # one year's money printed otherwise is no growth
    if before.year == after.year and before.year is not None:
        return None
    if before.yen == after.yen or is_rounded(before.yen, after.yen):
        return None
    change: Literal["grown", "shrunk"] = "grown" if after.yen > before.yen else "shrunk"
    if not (before.at_most or after.at_most):
        return Growth(change, before, after, sure=True)
    return Growth(change, before, after, sure=False) if _one_pot(old, new) else None


def amount(drawn: Sequence[Drawn]) -> Amount:
    """What draws of one kind and year come to."""
    (total,) = totals(d.draw for d in drawn)
    whole = {d.draw.budget: d.draw.yen for d in drawn if not d.draw.part_of}
    return Amount(
        total.kind,
        drawn[0].draw.year,
        (total.own or 0) + (total.pots or 0),
        total.pots is not None,
        sum(whole.values()),
        _places(drawn),
    )


def _places(drawn: Iterable[Drawn]) -> tuple[Source, ...]:
    return tuple(
        sorted(
            {place for d in drawn for place in d.sources}, key=lambda s: (s.document, s.line or 0)
        )
    )


def _one_pot(old: Sequence[Drawn], new: Sequence[Drawn]) -> bool:
    """Whether both are nothing but a part of one sum that goes by one name, or by none."""
    parts = [{(d.draw.part_of, fold(d.draw.pot or "")) for d in side} for side in (old, new)]
    alone = all(len({d.draw.budget for d in side}) == 1 for side in (old, new))
    return alone and parts[0] == parts[1] and all(part for part, _ in parts[0])
