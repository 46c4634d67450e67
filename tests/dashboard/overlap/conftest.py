"""The page 府省庁の重なり over a graph of scored pairs, with marks of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.overlap import marks_file
from tests.dashboard.pages import run_page

Run = Callable[..., AppTest]


@pytest.fixture(scope="module")
def scored(graph_of_overlaps: Path) -> str:
    """The address of a graph with scored pairs."""
    return str(graph_of_overlaps)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "remarks.jsonl"


@pytest.fixture
def run(scored: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the page at an address: run(language, name=value …)."""
    monkeypatch.setenv("SHISAKU_STORE", scored)
    monkeypatch.setenv(marks_file.VARIABLE, str(kept))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)

    return partial(run_page, "overlap")
