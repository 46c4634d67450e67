"""Evidence by money: the sums that a measure's pages print are a programme's, of the same budget
year, initial, supplementary and requested apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.catalogue.records import Appearance, Budget
from loaders.catalogue.records.programmes import PaysForKind, Programme
from loaders.resolution.names import bare
from loaders.review_sheets.joins.evidence import Evidence, dice

_FEW = 2  # programmes of a ministry with the sum: in more it is a round one that says little
_DIGITS = 2  # of a sum that says something beside others
_DIGITS_ALONE = 3  # of one that says something by itself
_DIGITS_TOGETHER = 5  # of sums that settle it whatever the names are
_KIN = 0.25  # share of letters (evidence.dice) with which one sum is enough
_SURE = 0.85
_LIKELY = 0.75

_Budget = tuple[int, str]  # the budget's year, and initial, supplementary or requested


@dataclass(frozen=True)
class _Match:
    """A sum on a page that is a programme's."""

    budget: _Budget
    """Of which budget."""
    yen: int
    """The sum, as the page rounds it."""
    digits: int
    """How many digits the page prints."""
    alone: bool
    """No other programme of the ministry has it."""
    beside_others: bool
    """The page prints other sums of the same budget too."""
    within: bool
    """The page says that the measure's money is a part of it (内数)."""


def by_money(
    programmes: Sequence[Programme], of_measure: Mapping[str, Sequence[Appearance]]
) -> Iterator[Evidence]:
    """Programmes of a ministry whose sums the pages of its measures print (`of_measure`: measure id
    -> where it appears). One sum joins where it is nobody else's and the names are akin; several
    different ones join by themselves.
    """
    sums = _sums(programmes)
    names = {programme.id: bare(programme.name) for programme in programmes}
    for measure_id, appearances in of_measure.items():
        matches: dict[str, list[_Match]] = defaultdict(list)
        for appearance in appearances:
            for programme, match in _matches(appearance, sums):
                matches[programme].append(match)
        titles = [bare(appearance.title) for appearance in appearances]
        for programme, found in matches.items():
            kin = max(dice(title, names[programme]) for title in titles)
            if score := _score(found, kin):
                yield Evidence(programme, measure_id, _kind(found), score, "same_money")


def _sums(programmes: Iterable[Programme]) -> dict[_Budget, list[tuple[int, str]]]:
    """Budget -> the sums of programmes, and whose each is."""
    sums: dict[_Budget, set[tuple[int, str]]] = defaultdict(set)
    for programme in programmes:
        for money in programme.money:
            for budget, yen in (
                ((money.year, "initial"), money.initial),
                ((money.year, "supplementary"), money.supplementary),
                ((money.year + 1, "requested"), money.requested),
            ):
                if yen:
                    sums[budget].add((yen, programme.id))
    return {budget: sorted(found) for budget, found in sums.items()}


def _matches(
    appearance: Appearance, sums: Mapping[_Budget, Sequence[tuple[int, str]]]
) -> Iterator[tuple[str, _Match]]:
    sums_of_page = [b for b in appearance.budgets if b.yen and b.year and not b.share]
    for budget in sums_of_page:
        step, digits = _precision(budget.yen)
        beside = any(
            other.yen != budget.yen and (other.year, other.kind) == (budget.year, budget.kind)
            for other in sums_of_page
        )
        for kind in _kinds(budget):
            of = (int(budget.year or 0), kind)
            found = {
                programme
                for yen, programme in sums.get(of, ())
                if abs(yen - budget.yen) * 2 <= step
            }
            if len(found) <= _FEW and digits >= _DIGITS:
                for programme in found:
                    alone = len(found) == 1
                    yield programme, _Match(of, budget.yen, digits, alone, beside, budget.part_of)


def _kinds(budget: Budget) -> tuple[str, ...]:
    """The columns of a sheet in which a printed sum may stand."""
    if budget.kind == "supplementary":
        return ("supplementary",)
    if budget.proposed:
        return ("requested", "initial")
    return ("initial",) if budget.kind == "initial" else ("initial", "supplementary")


def _precision(yen: int) -> tuple[int, int]:
    """To how many yen a sum is rounded, and how many digits it has before that."""
    digits = len(str(yen).rstrip("0"))
    return int(10 ** (len(str(yen)) - digits)), digits


def _kind(matches: Sequence[_Match]) -> PaysForKind:
    """What a programme of these sums is to the measure."""
    if all(match.within for match in matches):
        return "funds"
    return "part" if all(match.beside_others for match in matches) else "same"


def _score(matches: Iterable[_Match], kin: float) -> float | None:
    """How surely the sums are those of one thing; None where they may be alike by chance."""
    of_sums = {match.yen: match for match in matches}
    alone = max((match.digits for match in of_sums.values() if match.alone), default=0)
    if len(of_sums) > 1 and alone >= _DIGITS_ALONE:
        if sum(match.digits for match in of_sums.values()) >= _DIGITS_TOGETHER:
            return _SURE
    return _LIKELY if alone >= _DIGITS_ALONE and kin >= _KIN else None
