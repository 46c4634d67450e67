"""The whole document of leaflets. Needs the source documents (SHISAKU_SOURCES)."""

from __future__ import annotations

import random
import re

import pytest

from loaders.documents.family import Reading
from loaders.documents.leaflets_2025 import parser
from loaders.documents.leaflets_2025.pages import split
from loaders.text.lines import Line
from loaders.text.source import read_source
from tests.sources import source

LEAFLETS = "004_25f3c794d192b0f1.txt"


def whole() -> tuple[Line, ...]:
    return read_source(source(LEAFLETS)).lines


def of(leaflets: list[list[str]]) -> Reading:
    lines = [line for leaflet in leaflets for line in (*leaflet, "", "", "")]
    return parser.read(
        "leaflets-2025",
        [Line(n, text) for n, text in enumerate(lines, 1)],
        (),
        lambda done, of: None,
    )


def texts() -> list[list[str]]:
    return [
        [line.text for line in leaflet.page.lines] for leaflet in split("leaflets-2025", whole())
    ]


@pytest.mark.sources
def test_every_leaflet_of_the_document_is_read_without_a_correction():
    reading = parser.read("leaflets-2025", whole(), (), lambda done, of: None)
    assert (
        reading.problems == () and len(reading.appearances) == 13 and reading.found["sides"] == 25
    )
    assert all(a.caps and a.rates for a in reading.appearances)


@pytest.mark.sources
@pytest.mark.parametrize("seed", range(3))
def test_shuffled_leaflets_give_the_same_measures(seed: int):
    leaflets = texts()
    told = {(a.id, a.title, tuple(c.yen for c in a.caps)) for a in of(leaflets).appearances}
    random.Random(seed).shuffle(leaflets)
    assert {(a.id, a.title, tuple(c.yen for c in a.caps)) for a in of(leaflets).appearances} == told


@pytest.mark.sources
def test_other_names_sums_and_numbers_are_read_as_printed():
    before = of(texts()).appearances
    changed = [
        [
            re.sub(
                r"補助金",
                "港補助金",
                re.sub(
                    r"(?<![\d.,])([1-9])(?=[\d,.]*[万億]円)",
                    lambda m: str(int(m[1]) % 9 + 1),
                    (
                        re.sub(
                            r"(\d{4})(?=\D*$)",
                            lambda m: (
                                m[1] if m[1].startswith("20") else f"{(int(m[1]) + 1) % 10000:04}"
                            ),
                            line,
                        )
                        if re.search(r"\d-\d{3,4}-\d{4}", line)
                        else line
                    ),
                ),
            )
            for line in leaflet
        ]
        for leaflet in texts()
    ]
    after = of(changed).appearances
    assert len(after) == len(before)
    assert sum(a.title != b.title for a, b in zip(after, before, strict=True)) == sum(
        "補助金" in b.title for b in before
    )
    assert [len(a.caps) for a in after] == [len(b.caps) for b in before]
