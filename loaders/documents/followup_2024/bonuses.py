"""Bonuses of the follow-up: those under a measure's heading, and those that a policy item promises
itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.bonuses import bonuses
from loaders.catalogue.ids import digest
from loaders.catalogue.records import Appearance, Bonus, Raises
from loaders.documents.followup_2024.columns import PolicyItem
from loaders.text.lines import fold
from loaders.text.page import Page

_SUBSIDY = re.compile(r"補助金(?:の加点)?等?")


def item_id(document: str, item: PolicyItem) -> str:
    """The id of the item's record."""
    return f"item:{document}:{digest(item.section.title, item.item_no, item.name.title)}"


def of_measure(page: Page, measure: str, title: str) -> list[Bonus]:
    """The bonuses on the measure's own lines (its id, its title)."""
    return [_of_this_measure(bonus, title) for bonus in bonuses(page, measure, title)]


def of_item(
    item: PolicyItem, page: Page, appearances: Sequence[Appearance], known: Sequence[Bonus]
) -> list[Bonus]:
    """What the item itself promises on its lines, put to that of its measures which it speaks of;
    `known` are the bonuses that the measures' own texts state.
    """
    if not appearances:  # no measure follows: the item itself states it
        promised = bonuses(page, item_id(page.document, item), item.name.title)
        return [_raising_the_item(bonus, item) for bonus in promised]
    if appearances[0].line_start in {line.number for line in page.lines}:
        return []
    result = []
    for bonus in bonuses(page, appearances[0].measure, item.name.title):
        appearance = _promised_of(item, appearances, bonus, known)
        of_that = bonus.model_copy(update={"measure": appearance.measure})
        if _raises_its_measure(bonus):  # of the item: of the measure that carries it out
            of_that = _raising(of_that, Raises(measure=of_that.measure, printed=appearance.title))
        result.append(_of_this_measure(of_that, appearance.title))
    return result


def _of_this_measure(bonus: Bonus, title: str) -> Bonus:
    """Where those with a mark get points for 補助金 and no more is said of it, it is the measure
    itself that is meant.
    """
    if (
        bonus.condition_kind == "certification"
        and bonus.raises
        and _SUBSIDY.fullmatch(bonus.raises.printed)
    ):
        return _raising(bonus, Raises(measure=bonus.measure, printed=title))
    return bonus


def _raising_the_item(bonus: Bonus, item: PolicyItem) -> Bonus:
    if not _raises_its_measure(bonus):
        return bonus
    named = Raises(programme=item.name.title, printed=item.name.title)
    return bonus.model_copy(update={"raises": named})


def _raises_its_measure(bonus: Bonus) -> bool:
    return bonus.raises is not None and bonus.raises.measure is not None


def _raising(bonus: Bonus, raises: Raises) -> Bonus:
    return bonus.model_copy(update={"raises": raises, "applies_to": raises.printed})


def _promised_of(
    item: PolicyItem, appearances: Sequence[Appearance], bonus: Bonus, known: Sequence[Bonus]
) -> Appearance:
    """The measure of the item's name, else one whose own text states such a bonus, else one that
    the item's text names, else the first.
    """
    text, name = fold("".join(line.text for line in item.text)), fold(item.name.title)
    stating = {known_bonus.measure for known_bonus in known if known_bonus.benefit == bonus.benefit}
    candidates = (
        *(a for a in appearances if fold(a.title) == name),
        *(a for a in appearances if a.measure in stating),
        *(a for a in appearances if fold(a.title) in text),
        appearances[0],
    )
    return candidates[0]
