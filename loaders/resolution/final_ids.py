"""Records that were read with the ids of their own document, given the final ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from loaders.catalogue.records import Appearance, Bonus, Item
from loaders.resolution.resolve import Resolution


class FinalIds:
    """From the id that a document's parser gave to the measure's final id.

    `read` are the appearances as the parsers gave them. Where one id stands for several measures of
    a document (two entries under the name of one office), the entry nearest to the line that uses
    it is meant.
    """

    def __init__(self, read: Sequence[Appearance], resolution: Resolution) -> None:
        measure_of = {
            a.id: a.measure for measure in resolution.measures for a in measure.appearances
        }
        self._versions: dict[tuple[str, str], list[tuple[Appearance, str]]] = defaultdict(list)
        for appearance in read:
            self._versions[appearance.document, appearance.measure].append(
                (appearance, measure_of[appearance.id])
            )

    def of(self, document: str, measure: str, start: int, end: int) -> str:
        """The final id of what lines `start`–`end` of the document call `measure`; ids of no
        appearance stay what they are.
        """
        versions = self._versions.get((document, measure), [])
        nearest = min(
            versions,
            key=lambda named: (_distance(named[0], start, end), named[0].line_start),
            default=None,
        )
        return nearest[1] if nearest else measure

    def item(self, item: Item) -> Item:
        measures = dict.fromkeys(
            self.of(item.document, measure, item.line_start, item.line_end)
            for measure in item.measures
        )
        return item.model_copy(update={"measures": list(measures)})

    def bonus(self, bonus: Bonus) -> Bonus:
        """The bonus with final ids in `measure`, in `raises.measure` and in the name of its
        exclusive group.
        """
        measure = self.of(bonus.document, bonus.measure, bonus.line, bonus.line)
        raises = bonus.raises
        if raises is not None and raises.measure is not None:
            raises = raises.model_copy(
                update={"measure": self.of(bonus.document, raises.measure, bonus.line, bonus.line)}
            )
        group = (
            bonus.exclusive_group.replace(bonus.measure, measure) if bonus.exclusive_group else None
        )
        return bonus.model_copy(
            update={"measure": measure, "raises": raises, "exclusive_group": group}
        )


def _distance(appearance: Appearance, start: int, end: int) -> int:
    """Lines between the appearance and the stretch of lines; 0 where they meet."""
    return max(0, appearance.line_start - end, start - appearance.line_end)
