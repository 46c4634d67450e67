"""The seal of an embedded graph: a digest of the file, behind its last page, where LadybugDB does
not look. It goes where the file goes, and tells whether a bit has changed since it was loaded.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO, Literal

from graph.errors import StoreError
from graph.files.regular import opened_regular

CHECKED = 80 << 20  # bytes of a file that is checked whenever it is opened: 45 ms
State = Literal["whole", "changed", "unsealed"]
_MARK = b"\nshisaku graph sha256 "
_LENGTH = len(_MARK) + 2 * hashlib.sha256().digest_size + 1  # and the end of a line
_ANY = 1 << 62  # bytes: a graph may be as large as it likes
_BLOCK = 1 << 18  # bytes that are read at once


def seal(path: Path) -> None:
    """Puts the seal behind what the file holds."""
    with path.open("r+b") as file:
        digest = _digest(file, os.fstat(file.fileno()).st_size)
        file.seek(0, os.SEEK_END)
        file.write(_MARK + digest.encode() + b"\n")


def state(path: Path) -> State:
    """Whether the file is as it was sealed; `unsealed` where it bears no seal, as one that an
    earlier version has loaded. Raises OSError where it cannot be read.
    """
    with opened_regular(path, _ANY) as file:
        size = os.fstat(file.fileno()).st_size
        if size <= _LENGTH:
            return "unsealed"
        file.seek(size - _LENGTH)
        sealed = file.read(_LENGTH)
        if not sealed.startswith(_MARK):
            return "unsealed"
        digest = _digest(file, size - _LENGTH)
    return "whole" if sealed[len(_MARK) :].strip() == digest.encode() else "changed"


def is_sealed(path: Path) -> bool:
    """Whether the file bears a seal, broken or not; False also where it cannot be read."""
    try:
        with opened_regular(path, _ANY) as file:
            file.seek(-min(_LENGTH, os.fstat(file.fileno()).st_size), os.SEEK_END)
            return file.read(len(_MARK)) == _MARK
    except OSError:
        return False


def check(path: Path) -> None:
    """Raises StoreError where a file that is small enough to be checked whenever it is opened has
    changed since it was loaded. What cannot be read is left to who opens it.
    """
    try:
        broken = path.stat().st_size <= CHECKED and state(path) == "changed"
    except OSError:
        return
    if broken:
        raise changed(path)


def changed(path: Path) -> StoreError:
    """What is said of a graph whose seal is broken."""
    return StoreError(
        "has changed since it was loaded (its digest is another): its answers would be those of"
        " another graph",
        str(path),
        "load it again with `shisaku load`, or copy it anew",
    )


def _digest(file: BinaryIO, size: int) -> str:
    """The digest of the first `size` bytes."""
    digest = hashlib.sha256()
    file.seek(0)
    while size and (block := file.read(min(size, _BLOCK))):
        digest.update(block)
        size -= len(block)
    return digest.hexdigest()
