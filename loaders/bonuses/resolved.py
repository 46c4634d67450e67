"""The bonuses of all pages: what they raise put to measures, and the ids of the catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from loaders.bonuses.names import quoted
from loaders.bonuses.recorded import without_size
from loaders.catalogue.records import Bonus, Raises
from loaders.text.lines import fold


def first_statements(bonuses: Sequence[Bonus]) -> list[Bonus]:
    """Each bonus once where several pages on a measure state the same of it: the first is kept."""
    return list({bonus.id: bonus for bonus in reversed(bonuses)}.values())[::-1]


def resolved(bonuses: Sequence[Bonus], measures: Mapping[str, str]) -> list[Bonus]:
    """The bonuses of all pages with the measure put to what they raise, where its printed name is
    the title of one (`measures`: title to id).

    Each gets the id that it keeps: the measure that states it and its number among those that the
    document states of it, in the order of the lines.
    """
    by_title = {fold(title): measure for title, measure in measures.items()}
    numbers: Counter[tuple[str, str]] = Counter()
    result = []
    for bonus in sorted(bonuses, key=lambda bonus: (bonus.document, bonus.line, bonus.id)):
        numbers[bonus.document, bonus.measure] += 1
        number = numbers[bonus.document, bonus.measure]
        # the id of an item names its document already
        measure = bonus.measure.partition(":")[2].removeprefix(f"{bonus.document}:")
        result.append(
            bonus.model_copy(
                update={
                    "raises": bonus.raises and _put_to_measure(bonus.raises, by_title),
                    "also_raises": [_put_to_measure(each, by_title) for each in bonus.also_raises],
                    "id": f"bonus:{bonus.document}:{measure}-{number:02}",
                }
            )
        )
    return result


def _put_to_measure(raises: Raises, by_title: Mapping[str, str]) -> Raises:
    if raises.measure is not None:
        return raises
    named = (quoted(raises.printed) or raises.printed, raises.programme or "")
    names = (*named, *map(without_size, named))
    measure = next((by_title[fold(name)] for name in names if fold(name) in by_title), None)
    return raises if measure is None else Raises(measure=measure, printed=raises.printed)
