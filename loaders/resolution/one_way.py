"""Parts and wholes that pages state, without circles: no measure is both part and whole of
another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from loaders.catalogue.records import Appearance, Related

Edge = tuple[str, str]  # ids of part and whole


def one_way(
    pages: Sequence[Sequence[Appearance]], settled: Iterable[Edge], order: Mapping[str, int]
) -> list[list[Appearance]]:
    """The pages of each measure; what a page says of parts and wholes is no more than a mention
    where it would lead back, by what is `settled` or by what a page of a later document says, from
    the whole to its part. `order` ranks the documents by date.
    """
    wholes: dict[str, set[str]] = defaultdict(set)
    for part, whole in settled:
        wholes[part].add(whole)
    checked = {
        page.id: page.model_copy(
            update={
                "related": [_one_way(related, page.measure, wholes) for related in page.related]
            }
        )
        for page in sorted(
            (page for of_one in pages for page in of_one),
            key=lambda page: (-order[page.document], page.id),
        )
    }
    return [[checked[page.id] for page in of_one] for of_one in pages]


def _one_way(related: Related, measure: str, wholes: dict[str, set[str]]) -> Related:
    if related.measure is None or related.relation in ("mentions", "succeeds"):
        return related
    is_part = related.relation == "part_of"
    part, whole = (measure, related.measure) if is_part else (related.measure, measure)
    if part in _above(whole, wholes):
        return related.model_copy(update={"relation": "mentions"})
    wholes[part].add(whole)
    return related


def _above(measure: str, wholes: Mapping[str, set[str]]) -> set[str]:
    """The measure and all that it is a part of."""
    above, left = {measure}, [measure]
    while left:
        further = wholes.get(left.pop(), set()) - above
        above |= further
        left += sorted(further)
    return above
