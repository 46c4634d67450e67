"""The source documents, where they are at hand: SHISAKU_SOURCES, else ../shared/seeds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.paths import ROOT

FOLDER = Path(os.environ.get("SHISAKU_SOURCES") or ROOT.parent / "shared" / "seeds")
BOOKLET = "000_b331823f6d522b3e.txt"
MARKED = False  # whether the running test bears the mark `sources`; conftest.py says so


def source(name: str) -> Path:
    """The path of a source document; the test skips without it, and fails without it
    under CI=true.
    """
    assert MARKED, "mark the test with pytest.mark.sources"
    path = FOLDER / name
    if not path.exists():
        says = (
            f"{name} is not in {FOLDER}: set SHISAKU_SOURCES to the folder of the source documents"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(says)
        pytest.skip(says)
    return path
