"""A folder to work in that is gone afterwards; one that a killed process left is swept away by the
next that works at the same place, and nothing else is.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

_MARK = ".shisaku-at-work"  # a folder with it is ours, and in use while the mark is locked


@contextmanager
def workplace(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder in `parent` whose name begins with `prefix`; gone when the block ends. Raises
    OSError where it cannot be made.
    """
    _sweep(parent, prefix)
    folder = Path(mkdtemp(prefix=prefix, dir=parent))
    try:
        with (folder / f"{_MARK}-new").open("w") as mark:
            fcntl.flock(mark, fcntl.LOCK_EX)
            (folder / f"{_MARK}-new").rename(folder / _MARK)  # never seen without its lock
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sweep(parent: Path, prefix: str) -> None:
    """Removes the folders of that prefix that bear the mark and that nobody works in. What cannot
    be removed stays: it is in nobody's way.
    """
    with suppress(OSError):
        with os.scandir(parent) as entries:
            names = [
                entry.name
                for entry in entries
                if entry.name.startswith(prefix) and entry.is_dir(follow_symlinks=False)
            ]
        for name in names:
            if _is_left(parent / name / _MARK):
                shutil.rmtree(parent / name, ignore_errors=True)


def _is_left(mark: Path) -> bool:
    """Whether the mark is there and no process holds it."""
    try:
        with mark.open("r") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
