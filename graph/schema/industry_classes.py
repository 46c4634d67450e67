"""The industries of the Japan Standard Industrial Classification (industry_classes.yaml), read and
checked.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from graph.language.fold import fold

Trade = Literal["other", "wholesale", "retail", "service"]


class Division(BaseModel):
    """One 中分類 as the file tells it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    code: str = Field(pattern=r"^\d\d$")
    """Its two digits."""
    name: str
    """Its name in the classification."""
    industries: tuple[str, ...] = ()
    """Our industries that it falls in, all or in part."""
    trade: Trade | None = None
    """Which limits of 中小企業基本法 hold for it; None where its parts have several."""
    words: tuple[str, ...] = ()
    """What people type for it."""


class Section(BaseModel):
    """One 大分類 as the file tells it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    code: str = Field(pattern=r"^[A-T]$")
    """Its letter."""
    name: str
    """Its name in the classification."""
    english: str
    """Its English name."""
    words: tuple[str, ...] = ()
    """What people type for all of it."""
    divisions: tuple[Division, ...]
    """Its 中分類, in order."""


def read_industry_classes(path: Path) -> tuple[Section, ...]:
    """The classification of a file; raises VocabularyError for one whose divisions are not 01 to 99
    in order.
    """
    sections = read_yaml(path, tuple[Section, ...])
    codes = [division.code for section in sections for division in section.divisions]
    if codes != [f"{number:02}" for number in range(1, 100)]:
        raise VocabularyError(
            "the divisions are not 01 to 99, each once in order",
            path.name,
            "compare them with the classification",
        )
    return sections


@cache
def industry_sections() -> tuple[Section, ...]:
    """The classification of industry_classes.yaml, read once."""
    return read_industry_classes(Path(__file__).with_name("industry_classes.yaml"))


@cache
def industry_words() -> dict[str, tuple[Division, ...]]:
    """Folded word → the divisions that it means: a code (E, 09, E09), a name of the classification
    (also a part of a 大分類's, as 小売業), one of our industries, or a word that people type. The
    narrower meaning goes first.
    """
    words: dict[str, tuple[Division, ...]] = {}
    for section in industry_sections():
        for name in (section.code, section.name, *section.words):
            words.setdefault(fold(name), section.divisions)
    divisions = [division for section in industry_sections() for division in section.divisions]
    ours = {name: None for division in divisions for name in division.industries}
    for name in ours:
        words.setdefault(
            fold(name), tuple(division for division in divisions if name in division.industries)
        )
    for trade, names in {"wholesale": ("卸売業", "卸売"), "retail": ("小売業", "小売")}.items():
        for name in names:
            words[fold(name)] = tuple(
                division
                for division in divisions
                if division.trade == trade and division.code < "62"
            )
    for section in industry_sections():
        for division in section.divisions:
            plain = division.name.partition("(")[0]
            for name in (
                division.code,
                f"{section.code}{division.code}",
                division.name,
                plain,
                *division.words,
            ):
                words.setdefault(fold(name), (division,))
    return words
