"""The colours of pictures: few, and told apart by all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

import numpy as np
import pytest

from dashboard.picture.network import Colour
from dashboard.picture.palette import colour_of, palette
from dashboard.views.bonus.unlocked import COLOURS
from graph.schema.schema import schema
from tests.dashboard.picture.colour_vision import VISIONS, contrast, difference, seen

GROUNDS = {"light": "#FFFFFF", "dark": "#151613"}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [  # of Sharma, Wu & Dalal's test data
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, -1.0, 2.0), (50.0, 0.0, 0.0), 2.3669),
        ((50.0, 2.49, -0.001), (50.0, -2.49, 0.0011), 7.2195),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_that_were_published(
    one: tuple[float, float, float], other: tuple[float, float, float], apart: float
) -> None:
    assert difference(np.array(one), np.array(other)) == pytest.approx(apart, abs=1e-4)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("colours_of", [palette, COLOURS.values], ids=["types", "access"])
def test_every_two_colours_are_told_apart_by_all(
    colours_of: Callable[[], Iterable[Colour]], ground: str, vision: str
) -> None:
    colours = [colour[ground] for colour in colours_of()]
    assert 2 <= len(colours) <= 8
    found = dict(zip(colours, seen(colours, vision), strict=True))
    near = [(a, b) for a, b in combinations(colours, 2) if difference(found[a], found[b]) < 10]
    assert near == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_outlines_stand_out_from_the_ground(ground: str) -> None:
    assert min(contrast(colour[ground], GROUNDS[ground]) for colour in palette()) >= 3


def test_every_type_has_one_of_them() -> None:
    assert {tuple(colour_of(kind).items()) for kind in schema().nodes} == {
        tuple(colour.items()) for colour in palette()
    }
