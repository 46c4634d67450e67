"""Both ways in which a load writes."""

from __future__ import annotations

import pytest

from tests.graph.neo4j.changed_rows import in_batches


@pytest.fixture(params=["one transaction", "batches"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to write: what fits in one transaction, and what does not."""
    if request.param == "batches":
        in_batches(monkeypatch)
    return request.param
