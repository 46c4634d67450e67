"""Parts and wholes without circles."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Appearance, Related
from loaders.resolution.one_way import one_way

ORDER = {"old": 0, "new": 1}


def page(document: str, measure: str, relation: str, other: str) -> Appearance:
    told = Related(name=other, measure=other, relation=relation, line=3)
    return Appearance(
        id=f"appearance:{document}:{measure}",
        document=document,
        measure=measure,
        title=measure,
        line_start=1,
        line_end=9,
        related=[told],
        lines={},
    )


@pytest.mark.parametrize(
    ("pages", "settled", "relations"),
    [
        ([("new", "a", "has_part", "b")], [], ["has_part"]),
        (
            [("new", "a", "has_part", "b"), ("old", "b", "part_of", "a")],
            [],
            ["has_part", "part_of"],
        ),
        (
            [("new", "a", "has_part", "b"), ("old", "a", "part_of", "b")],
            [],
            ["has_part", "mentions"],
        ),
        (
            [("old", "a", "has_part", "b"), ("new", "a", "part_of", "b")],
            [],
            ["mentions", "part_of"],
        ),
        ([("new", "a", "has_part", "b")], [("a", "b")], ["mentions"]),
        ([("new", "a", "has_part", "c")], [("a", "b"), ("b", "c")], ["mentions"]),
        ([("new", "a", "mentions", "b")], [("a", "b")], ["mentions"]),
    ],
)
def test_what_would_lead_back_is_a_mention(
    pages: list[tuple[str, str, str, str]], settled: list[tuple[str, str]], relations: list[str]
) -> None:
    told = one_way([[page(*each)] for each in pages], settled, ORDER)
    assert [p.related[0].relation for (p,) in told] == relations
