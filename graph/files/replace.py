"""Writing a file or folder whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.errors import StoreError


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path to write at; what is written there takes the place of `path` when the block ends well.
    Raises StoreError where it cannot be written, also for want of its folder: one that is not there
    is mistyped more often than meant.
    """
    if not path.parent.exists():
        raise StoreError(
            "there is no such folder, nothing was written",
            str(path.parent),
            "make it, or name another",
        )
    try:
        with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as beside:
            building = Path(beside) / path.name
            yield building
            _put(building, path, Path(beside) / "earlier")
    except OSError as error:
        raise StoreError(
            f"cannot be written: {error.strerror or error}",
            str(path),
            "check the folder, its rights and the space left",
        ) from error


@contextmanager
def whole_folder(path: Path, names: Collection[str]) -> Iterator[Path]:
    """A folder to write files of these names in, which takes the place of `path` as `whole` does.

    Raises StoreError where `path` is no folder or holds files of other names, too.
    """
    if path.exists() and (not path.is_dir() or {p.name for p in path.iterdir()} - set(names)):
        raise StoreError("holds other files and would be replaced", str(path), "name a new folder")
    with whole(path) as building:
        building.mkdir()
        yield building


def _put(building: Path, path: Path, aside: Path) -> None:
    """Moves what was built to its place; a folder cannot be renamed over one that holds files, so
    the earlier one steps aside, and back if need be.
    """
    steps_aside = building.is_dir() and path.exists()
    if steps_aside:
        os.replace(path, aside)
    try:
        os.replace(building, path)
    except OSError:
        if steps_aside:
            os.replace(aside, path)
        raise
