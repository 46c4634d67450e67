"""Taking the published files of a year of review sheets, each checked by its digest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO
from urllib.error import URLError
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import DocumentError
from graph.files.replace import replaced_files
from graph.files.yaml_file import read_yaml

_SCHEMES = ("https", "http", "file")
_PIECE = 1 << 20  # bytes
_WAIT = 60  # seconds without an answer


class PublishedFile(BaseModel):
    """A file as its publisher gives it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """Its name."""
    bytes: int = Field(gt=0)
    """Its size."""
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    """Its digest."""


class PublishedYear(BaseModel):
    """The files of one year."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    year: int
    """The year of the sheets."""
    site: str
    """Where they can be downloaded."""
    files: tuple[PublishedFile, ...] = Field(min_length=1)
    """Those that were looked at."""


@cache
def published_years() -> tuple[PublishedYear, ...]:
    """What fetching.yaml holds, read once."""
    return read_yaml(Path(__file__).with_name("fetching.yaml"), tuple[PublishedYear, ...])


def published_year(year: int) -> PublishedYear:
    """The files of a year. Raises DocumentError for one of which no digests are known."""
    known = {each.year: each for each in published_years()}
    if year not in known:
        raise DocumentError(
            f"the digests of the review sheets of {year} are not known",
            "fetching.yaml",
            f"known: {', '.join(map(str, sorted(known)))}; download them from"
            f" {known[max(known)].site}, and extract them as they are",
        )
    return known[year]


def take(year: int, sources: Sequence[str], folder: Path) -> tuple[str, ...]:
    """Puts the files of a year that the sources hold (files, folders, addresses) into a folder, all
    or none, and gives their names.

    Raises DocumentError for a source that is not there or cannot be read, that is no file of the
    year, or whose digest is another; nothing is written then.
    """
    wanted = {each.name: each for each in published_year(year).files}
    found = {name: source for source in sources for name, source in _named(source, wanted)}
    if not found:
        raise DocumentError(
            f"none of the {len(wanted)} files of {year} is there",
            ", ".join(sources),
            f"`shisaku fetch rs {year}` lists them",
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    with replaced_files(folder, found, DocumentError) as new:
        for name, source in sorted(found.items()):
            _copy(source, wanted[name], new / name)
    return tuple(sorted(found))


def _named(source: str, wanted: dict[str, PublishedFile]) -> Iterator[tuple[str, str]]:
    """The files of the year that one source holds: name and where it is read."""
    if _is_address(source):
        name = unquote(urlsplit(source).path.rpartition("/")[2])
        if name not in wanted:
            raise DocumentError("is no file of that year", source, "the address ends in its name")
        yield name, source
        return
    path = Path(source)
    if path.is_dir():
        yield from ((name, str(path / name)) for name in wanted if (path / name).is_file())
    elif path.name in wanted and path.is_file():
        yield path.name, source
    else:
        raise DocumentError(
            "is no file of that year" if path.exists() else "there is no such file or folder",
            source,
            "name files as they are published, or the folder that holds them",
        )


def _is_address(source: str) -> bool:
    return urlsplit(source).scheme in _SCHEMES and "://" in source


def _copy(source: str, wanted: PublishedFile, to: Path) -> None:
    digest, size = hashlib.sha256(), 0
    with _opened(source) as stream, to.open("wb") as out:
        while piece := stream.read(_PIECE):
            size += len(piece)
            if size > wanted.bytes:
                break
            digest.update(piece)
            out.write(piece)
    if size != wanted.bytes or digest.hexdigest() != wanted.sha256:
        raise DocumentError(
            f"is not {wanted.name} as it was published: "
            + (f"{size:,} bytes of {wanted.bytes:,}" if size < wanted.bytes else "other contents"),
            source,
            "download it again",
        )


@contextmanager
def _opened(source: str) -> Iterator[BinaryIO]:
    try:
        if _is_address(source):
            with urlopen(source, timeout=_WAIT) as stream:  # noqa: S310  # the schemes are checked
                yield stream
        else:
            with Path(source).open("rb") as file:
                yield file
    except (URLError, OSError) as error:
        raise DocumentError(f"cannot be read: {error}", source, "try again") from error
