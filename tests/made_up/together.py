"""All that the made-up catalogues have beside the one that they are made from, in one: two years,
scored pairs with what their cards show, budget programmes, calls and bonus rules of all kinds. For
questions that are asked of a server, where each graph that it has to load and plan for takes long.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Appearance, Bonus
from loaders.catalogue.records.bonuses import NotFor
from loaders.catalogue.records.kinds import Identified
from tests.made_up import bonuses, calls, compared, years

Record = TypeVar("Record", bound=Identified)


def catalogue() -> Catalogue:
    """What stands in several is as the catalogue of two years has it, where that has more; the
    pages tell size classes and applicants as that of bonus rules has them.
    """
    over_years, pairs, rules = years.catalogue(), compared.catalogue(), bonuses.catalogue()
    pages = _of_both(over_years.appearances, pairs.appearances)
    told = {page.id: page for page in rules.appearances}
    return calls.added_to(
        replace(
            pairs,
            documents=_of_both(over_years.documents, pairs.documents),
            appearances=tuple(_telling(page, told.get(page.id, page)) for page in pages),
            measures=_of_both(over_years.measures, pairs.measures),
            items=_of_both(over_years.items, pairs.items),
            certifications=rules.certifications,
            bonuses=(*over_years.bonuses, *map(_left_out, rules.bonuses)),
            rules=(*over_years.rules, *rules.rules),
        )
    )


def _of_both(first: Iterable[Record], second: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(({each.id: each for each in second} | {each.id: each for each in first}).values())


def _telling(page: Appearance, told: Appearance) -> Appearance:
    return page.model_copy(update={"size_tests": told.size_tests, "applicants": told.applicants})


def _left_out(bonus: Bonus) -> Bonus:
    """What leaves somebody out leaves a size class out, too."""
    not_for = [NotFor(size_class="大企業", line=bonus.line)] if bonus.excluded else []
    return bonus.model_copy(update={"not_for": not_for})
