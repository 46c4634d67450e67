"""Bonuses that entries state, and what was done about them where no heading names a measure."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus, Raises
from loaders.documents.pillars_2022.bonuses import scheme_of, told
from loaders.documents.pillars_2022.entries import Entry, Read
from loaders.text.lines import Line, fold
from loaders.text.page import Page

Named = tuple[str, str]  # a measure's id and its title


def of_page(page: Page, measure: str, title: str) -> list[Bonus]:
    """The bonuses under a measure's heading."""
    return bonuses(page, measure, title, told(page))


def of_entries(
    document: str, read: Read, before: Sequence[Line], measures: Sequence[Named]
) -> list[Bonus]:
    """The bonuses of a row's entries. `before`: what was done, up to the first heading; it tells of
    the entry beside it.

    Each is put to the measure of its row that the text names, else to the row's first; where the
    row has none, to the item.
    """
    found: list[Bonus] = []
    for entry in (*read.current, *read.new):
        found += _of_text(document, entry, entry.text, measures)
    if before and read.nearest is not None:
        done = _of_text(document, read.nearest, Page(document, tuple(before)), measures)
        found += [_like_promised(bonus, found) for bonus in done]
    return found


def _like_promised(bonus: Bonus, promised: Sequence[Bonus]) -> Bonus:
    """What was done of a promise, told in fewer words, raises what the promise says."""
    same = next(
        (b for b in promised if (b.benefit, b.requires) == (bonus.benefit, bonus.requires)), None
    )
    return (
        bonus
        if same is None
        else bonus.model_copy(update={"raises": same.raises, "applies_to": same.applies_to})
    )


def _of_text(document: str, entry: Entry, page: Page, measures: Sequence[Named]) -> list[Bonus]:
    if not page.lines:
        return []
    item = entry.id(document)
    text = fold(page.flow.text)
    measure, title = next(
        (m for m in measures if fold(m[1]) in text), measures[0] if measures else (item, "")
    )
    result = []
    for bonus in bonuses(page, item, entry.label, told(page)):
        raises = bonus.raises
        if raises is None or raises.measure == item:
            raises = _raised(page, measure, title, entry.label)
        result.append(
            bonus.model_copy(
                update={"measure": measure, "raises": raises, "applies_to": raises.printed}
            )
        )
    return result


def _raised(page: Page, measure: str, title: str, label: str) -> Raises:
    """What gets better where the sentence itself does not say: the scheme that the text quotes, the
    row's measure, or what the label calls it.
    """
    if scheme := scheme_of(page):
        return Raises(programme=scheme, printed=scheme)
    return (
        Raises(measure=measure, printed=title) if title else Raises(programme=label, printed=label)
    )
