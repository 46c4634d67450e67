"""Files of the catalogue that may be stored packed (gzip): those of the whole government's sheets,
of the pairs among them and of calls, of which thousands of records say much the same.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from graph.bounds import CATALOGUE_BYTES
from graph.errors import CatalogueError
from graph.files.regular import regular_bytes

PACKED = frozenset({"calls.jsonl", "overlaps.jsonl", "programmes.jsonl", "recipients.jsonl"})
_ENDING = ".gz"


def packed_name(name: str) -> str:
    """The name of a file where it is stored packed."""
    return name + _ENDING


def packed(data: bytes) -> bytes:
    """The bytes packed, the same from run to run."""
    return gzip.compress(data, 9, mtime=0)


def all_packed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Files by their names, packed beside each other and named as packed ones."""
    with ThreadPoolExecutor() as pool:
        return {
            packed_name(name): data
            for name, data in zip(files, pool.map(packed, files.values()), strict=True)
        }


def is_packed(folder: Path) -> bool:
    """Whether the files of a folder are stored packed."""
    return any((folder / packed_name(name)).exists() for name in PACKED)


def stored(folder: Path, name: str) -> Path:
    """Where a file of the catalogue is, plain or packed; the plain path where it is nowhere. Raises
    CatalogueError where both are there, for one of them is old.
    """
    plain = folder / name
    other = folder / packed_name(name)
    if not other.exists():
        return plain
    if plain.exists():
        raise CatalogueError(
            "is there plain and packed", str(other), "remove the older one of the two"
        )
    return other


def stored_bytes(path: Path) -> bytes:
    """What is in a file, unpacked. Raises CatalogueError for a packed one that is damaged, OSError
    where it cannot be read.
    """
    data = regular_bytes(path, CATALOGUE_BYTES)
    if path.suffix != _ENDING:
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            unpacked = file.read(CATALOGUE_BYTES + 1)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise CatalogueError("is damaged", str(path), "run `shisaku extract` again") from error
    if len(unpacked) > CATALOGUE_BYTES:
        raise CatalogueError(
            f"unpacks to more than {CATALOGUE_BYTES:,} bytes, the most of a catalogue's file",
            str(path),
            "run `shisaku extract` again",
        )
    return unpacked
