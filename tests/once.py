"""What a test run makes once, however many workers share it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

Make = Callable[[Path], object]


class Once:
    """A folder of the whole run, in which the first worker that asks for a thing makes it."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        own = factory.getbasetemp()
        self._home = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def __call__(self, name: str, make: Make) -> Path:
        """The folder `name`, which `make` has filled; made by nobody else at the same time."""
        folder = self._home / name
        with (self._home / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                building = self._home / f"{name}.building"
                building.mkdir()
                make(building)
                building.rename(folder)
        return folder
