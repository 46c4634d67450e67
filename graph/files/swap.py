"""Replacing a file as a whole: built beside it under a lock, then renamed over it."""

from __future__ import annotations

import fcntl
import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from graph.errors import StoreError

_BUILDING = ".building-"


@contextmanager
def swapped_in(path: Path) -> Iterator[Path]:
    """A path to build a new file at; when the block ends well it takes the place of `path` in one
    step.

    Whenever the process dies, `path` holds the old file or the new one. What dead builders left is
    swept away. Raises StoreError while another process builds the same file, and where the folder
    cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            _sweep(path)
            # a folder of its own, because LadybugDB keeps its log beside the file that it writes
            folder = Path(mkdtemp(prefix=f"{path.name}{_BUILDING}", dir=path.parent))
            try:
                yield folder / path.name
                _to_disk(folder / path.name)
                os.replace(folder / path.name, path)
                _to_disk(path.parent)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:
        raise StoreError(
            f"cannot be written: {error.strerror or error}",
            str(path),
            "check the folder, its rights and the space left",
        ) from error


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the lock file beside `path`. It stays when the lock is gone: removing it would let two
    builders in.
    """
    with path.with_name(path.name + ".lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(
                "another load of this graph is under way", str(path), "wait for it to end"
            ) from error
        yield


def _sweep(path: Path) -> None:
    for leftover in path.parent.glob(f"{glob.escape(path.name)}{_BUILDING}*"):
        shutil.rmtree(leftover)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
