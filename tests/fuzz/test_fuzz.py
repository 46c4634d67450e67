"""A few inputs at each door on every run, and those that once ended badly."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.fuzz.__main__ import main, tried
from tests.fuzz.targets import DOORS, Door

FOUND: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("found.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", DOORS)
def test_what_comes_in_is_read_or_refused(name: str) -> None:
    door = DOORS[name]
    examples(door.few)(given(door.given)(door.take))()


@pytest.mark.parametrize("found", FOUND, ids=lambda found: found["did"])
def test_what_once_ended_badly_is_read_or_refused(found: dict[str, Any]) -> None:
    given_input = found["input"]
    DOORS[found["door"]].take(
        base64.b64decode(given_input) if found["door"] == "pdf" else given_input
    )


def test_a_door_that_fails_is_found() -> None:
    def take(text: str) -> None:
        assert "9" not in text

    with pytest.raises(AssertionError):
        tried(Door(st.text("0123456789", min_size=1), take, 1), 30)
    with pytest.raises(SystemExit):
        main(["window"])
