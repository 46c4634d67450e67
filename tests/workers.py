"""Which worker runs which test, where a run has several: tests that share what workers cannot share
stay together, and so do the tests of a file.

`--dist loadgroup` of pytest-xdist is for this, but spreads the groups over all workers without a
word under pytest 9.2 (https://github.com/pytest-dev/pytest-xdist/issues/1386).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from xdist.scheduler import LoadScopeScheduling

if TYPE_CHECKING:
    from xdist.remote import Producer

# fixtures that one worker has: a test that asks for one goes where it is; the longest work first
ALONE = ("neo4j_server", "restartable", "chromium")
# asked for last of its group: whenever constraints go, the server plans all statements anew
LAST = "bare_neo4j"


class ByGroup(LoadScopeScheduling):
    """Hands out groups of tests whole, in the order in which the workers collected them."""

    def __init__(self, config: pytest.Config, log: Producer, groups: Path) -> None:
        config.option.loadscopereorder = False
        super().__init__(config, log)
        self._file = groups
        self._groups: dict[str, str] = {}

    def _split_scope(self, nodeid: str) -> str:
        if not self._groups:  # they are there when the first test is handed out
            self._groups = json.loads(self._file.read_text(encoding="utf-8"))
        return self._groups[nodeid]


def group_of(item: pytest.Item) -> str:
    """A fixture of ALONE, or the file that the test stands in."""
    asked = getattr(item, "fixturenames", ())
    return next((name for name in ALONE if name in asked), str(item.path))


def put_in_order(items: list[pytest.Item], groups: Path) -> None:
    """Sorts what a worker collected, groups that take long first, and writes the group of each
    test for the scheduler.
    """
    group = {item.nodeid: group_of(item) for item in items}

    def place(item: pytest.Item) -> tuple[int, bool]:
        name = group[item.nodeid]
        if name in ALONE:
            return ALONE.index(name), LAST in getattr(item, "fixturenames", ())
        return len(ALONE) + (item.get_closest_marker("sources") is None), False

    items.sort(key=place)
    written = groups.with_suffix(f".{os.getpid()}")
    written.write_text(json.dumps(group), encoding="utf-8")
    written.replace(groups)  # every worker writes the same
