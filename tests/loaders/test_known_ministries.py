"""Whose a measure is: printed, or known by another page, its whole, its body or the publisher."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Appearance, BodyMention, Contact, Document
from loaders.known_ministries import Known, known_ministries
from loaders.resolution.resolve import Resolved

METI, MAFF, MHLW = "経済産業省", "農林水産省", "厚生労働省"


def document(publisher: str = "港町会議") -> Document:
    return Document(
        id="made-up",
        title="港町",
        publisher=publisher,
        date="2025",
        file="a.txt",
        sha256="0" * 64,
        lines=9,
        terms_of_use="自由",
    )


def page(name: str = "a", *ministries: str, **more: object) -> Appearance:
    return Appearance.model_validate(
        {
            "id": f"appearance:made-up:{name}",
            "document": "made-up",
            "measure": f"measure:{name}",
            "title": name,
            "line_start": 1,
            "line_end": 2,
            "ministries": list(ministries),
            **more,
        }
    )


def known(*measures: Resolved, publisher: str = "港町会議") -> dict[str, Known]:
    return known_ministries(measures, [document(publisher)])


def measure(name: str, *pages: Appearance, part_of: tuple[str, ...] = ()) -> Resolved:
    return Resolved(f"measure:{name}", (), pages, part_of)


JETRO = {"bodies": [BodyMention(name="JETRO", role="implements", line=1)]}


def test_what_the_latest_page_prints_comes_first() -> None:
    both = measure("a", page("a", METI), page("b", MAFF), part_of=("measure:c",))
    assert known(both, measure("c", page("c", MHLW)))["measure:a"] == Known((METI,), "page")


def test_then_what_another_page_prints_though_a_body_is_named() -> None:
    one = measure("a", page("a", **JETRO), page("b", MAFF))
    assert known(one)["measure:a"] == Known((MAFF,), "other_page")


def test_then_that_of_the_whole_and_of_the_whole_of_that() -> None:
    part = measure("a", page("a", **JETRO), part_of=("measure:b",))
    middle = measure("b", page("b"), part_of=("measure:c",))
    found = known(part, middle, measure("c", page("c", MAFF, MHLW)))
    assert found["measure:a"] == Known((MAFF, MHLW), "whole")


def test_two_that_are_parts_of_each_other_are_of_nobody() -> None:
    found = known(
        measure("a", page("a"), part_of=("measure:b",)),
        measure("b", page("b"), part_of=("measure:a",)),
    )
    assert found == {"measure:a": Known(), "measure:b": Known()}


def test_then_who_supervises_the_body_to_ask() -> None:
    asked = page("a", **JETRO, contacts=[Contact(org="日本貿易振興機構 企画課", line=1)])
    assert known(measure("a", asked), publisher="金融庁")["measure:a"] == Known((METI,), "body")


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("中小企業庁", Known((METI,), "publisher")),
        ("農林水産省", Known((MAFF,), "publisher")),
        ("内閣官房・経済産業省（港町会議）", Known()),
        ("港町会議", Known()),
    ],
)
def test_last_the_publisher_where_it_is_one_office(publisher: str, expected: Known) -> None:
    assert known(measure("a", page()), publisher=publisher)["measure:a"] == expected
