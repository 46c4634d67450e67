"""Work that makes many objects and keeps them looks for no garbage, and leaves all as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from graph.garbage import nothing_collected


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    yield
    gc.enable()


def test_nothing_is_collected_inside_and_all_is_as_before_afterwards() -> None:
    with nothing_collected():
        assert not gc.isenabled()
        with nothing_collected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_work_that_fails_leaves_it_on() -> None:
    with pytest.raises(ValueError, match="no number"), nothing_collected():
        raise ValueError("no number")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    with nothing_collected():
        pass
    assert not gc.isenabled()


def test_a_function_can_bear_it() -> None:
    @nothing_collected()
    def collects() -> bool:
        return gc.isenabled()

    assert (collects(), collects(), gc.isenabled()) == (False, False, True)
