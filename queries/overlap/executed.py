"""What the budget programmes that are one measure could spend and spent, year by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from queries.programmes.card import YearOfMoney
from queries.sources import Source


@dataclass(frozen=True)
class Executed:
    """One budget year of one programme, or of several that are the same measure, added."""

    year: int
    """The budget year."""
    available: int | None
    """Yen that could be spent; None is not told."""
    executed: int | None
    """Yen that were spent; None is not told."""
    programmes: tuple[str, ...]
    """Whose execution that is; none where it is not told."""
    sources: tuple[Source, ...]
    """Where it stands."""

    @property
    def execution(self) -> float | None:
        """executed / available; None where one is not told or nothing could be spent."""
        if self.executed is None or not self.available:
            return None
        return self.executed / self.available


def executed_by_year(
    programmes: Iterable[tuple[str, Sequence[YearOfMoney]]],
) -> dict[int, Executed]:
    """Programmes by id with their years -> by budget year, the latest first, the sums of those that
    tell both figures; where none does, what the first one tells.
    """
    by_year: dict[int, list[tuple[str, YearOfMoney]]] = defaultdict(list)
    for programme, years in programmes:
        for money in years:
            by_year[money.year].append((programme, money))
    return {year: _added(year, by_year[year]) for year in sorted(by_year, reverse=True)}


def _added(year: int, told: Sequence[tuple[str, YearOfMoney]]) -> Executed:
    both = [
        (programme, money.available, money.executed, money.source)
        for programme, money in told
        if money.available is not None and money.executed is not None
    ]
    if not both:
        programme, money = told[0]
        named = (programme,) if money.executed is not None else ()
        return Executed(year, money.available, money.executed, named, (money.source,))
    return Executed(
        year,
        sum(available for _, available, _, _ in both),
        sum(executed for _, _, executed, _ in both),
        tuple(programme for programme, *_ in both),
        tuple(source for *_, source in both),
    )
