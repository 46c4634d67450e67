"""Tests that share a server, a browser or a file stay with one worker, however many there are."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from tests.workers import put_in_order


@dataclass
class Item:
    nodeid: str
    fixturenames: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    path: Path = field(init=False)

    def __post_init__(self) -> None:
        self.path = Path(self.nodeid.partition("::")[0])

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


def test_what_shares_a_fixture_is_one_group_and_what_takes_long_comes_first(tmp_path: Path) -> None:
    items = [
        Item("a.py::plain", ("tmp_path",)),
        Item("a.py::restarts", ("restartable", "chromium")),
        Item("b.py::asks_bare", ("bare_neo4j", "neo4j_server")),
        Item("b.py::asks", ("neo4j_uri", "neo4j_server")),
        Item("c.py::reads", marks=("sources",)),
        Item("c.py::looks", ("chromium",)),
        Item("d.py::asks_too", ("neo4j_server", "chromium")),
        Item("a.py::plain_too"),
    ]
    put_in_order(items, tmp_path / "groups.json")
    assert [item.nodeid.partition("::")[2] for item in items] == [
        "asks",
        "asks_too",
        "asks_bare",
        "restarts",
        "looks",
        "reads",
        "plain",
        "plain_too",
    ]
    assert json.loads((tmp_path / "groups.json").read_text(encoding="utf-8")) == {
        "a.py::plain": "a.py",
        "a.py::plain_too": "a.py",
        "a.py::restarts": "restartable",
        "b.py::asks": "neo4j_server",
        "b.py::asks_bare": "neo4j_server",
        "c.py::looks": "chromium",
        "c.py::reads": "c.py",
        "d.py::asks_too": "neo4j_server",
    }
