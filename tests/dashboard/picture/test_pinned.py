"""Boxes that were moved by hand, in an address."""

from __future__ import annotations

import pytest

from dashboard.picture import pinned
from graph.bounds import ADDRESS_VALUE


def test_what_the_browser_reports_is_written_and_read_again() -> None:
    pins = pinned.written({"measure:甲@乙": {"x": -12.4, "y": 340.6}, "b": {"x": 0, "y": 7}})
    assert pins == ("measure:甲@乙@-12,341", "b@0,7")
    assert pinned.read(pins) == pins
    assert pinned.places(pins) == {"measure:甲@乙": {"x": -12, "y": 341}, "b": {"x": 0, "y": 7}}


@pytest.mark.parametrize(
    "rubbish",
    ["", "@", "a", "a@1", "a@1,", "a@x,y", "@1,2", "a@1e9,2", "a@123456,0", "a@１,２", "a@1,2 ",
     "x" * ADDRESS_VALUE],
)  # fmt: skip
def test_rubbish_pins_nothing(rubbish: str) -> None:
    assert pinned.read([rubbish, "b@1,2"]) == ("b@1,2",)
    assert pinned.places((rubbish,)) == {}


def test_an_address_holds_so_many_and_of_one_box_the_last() -> None:
    many = [f"n{number}@{number},0" for number in range(pinned.MOST + 5)]
    assert pinned.read(many) == tuple(many[5:])
    assert pinned.read(["a@1,2", "a@3,4"]) == ("a@3,4",)
