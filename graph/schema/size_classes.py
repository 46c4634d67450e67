"""The size classes of companies (size_classes.yaml), read and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from graph.language.fold import fold

SizeClass = Literal["小規模事業者", "中小企業", "中堅企業", "大企業"]


class SizeClassEntry(BaseModel):
    """One size class as the file tells it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: SizeClass
    """As documents print it."""
    short: str
    """What stands before 企業 where several are listed."""
    english: str
    """Its English name."""
    names: tuple[str, ...] = ()
    """What laws and people call it besides."""
    contains: tuple[SizeClass, ...] = ()
    """The classes that are a part of it."""


def read_size_classes(path: Path) -> tuple[SizeClassEntry, ...]:
    """The size classes of a file; raises VocabularyError for one that does not hold each name of
    SizeClass once, in its order.
    """
    classes = read_yaml(path, tuple[SizeClassEntry, ...])
    names = get_args(SizeClass)
    if tuple(size.name for size in classes) != names:
        raise VocabularyError(
            f"the classes are not {', '.join(names)}",
            path.name,
            "name each once, the smallest first, as graph/schema/size_classes.py does",
        )
    return classes


@cache
def size_classes() -> tuple[SizeClassEntry, ...]:
    """The size classes of size_classes.yaml, the smallest first, read once."""
    return read_size_classes(Path(__file__).with_name("size_classes.yaml"))


@cache
def sizes_called() -> dict[str, SizeClass]:
    """Folded name that laws and people use → the size class."""
    return {fold(name): size.name for size in size_classes() for name in (size.name, *size.names)}


@cache
def size_names() -> tuple[SizeClass, ...]:
    """Their names, the smallest first."""
    return tuple(size.name for size in size_classes())
