"""The made-up graph, as the explorer's questions find it."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _of_the_made_up_graph(made_up_graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(made_up_graph))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)
