"""The word lists of bonuses: how benefits, conditions and size classes are worded, as patterns in
YAML, checked when read.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import Field

from graph.bounds import quoted
from graph.errors import VocabularyError
from graph.schema.size_classes import SizeClass, size_names
from loaders.catalogue.records import Benefit, ConditionKind
from loaders.vocabulary.certifications import certifications
from loaders.vocabulary.reading import FOLDER, Entry, entries, known, one_owner

# the size classes by their names, as a piece of larger patterns
SIZE_CLASS = f"(?:{'|'.join(size_names())})"


class Words(Entry):
    """An entry that a text shows which has one of its words."""

    words: tuple[str, ...]
    """Patterns over plain text, of which any shows the entry."""
    unless: tuple[str, ...] = ()
    """Patterns that make the words mean something else in the same text."""
    example: tuple[str, ...] = Field(min_length=1)
    """Made-up texts that show the entry, and before it no other of the file."""
    counterexample: tuple[str, ...] = Field(min_length=1)
    """Made-up texts, as near as can be, that do not."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{word})" for word in self.words))

    def finds(self, text: str) -> list[re.Match[str]]:
        """Every place at which one of the words stands, in order."""
        return (
            []
            if any(re.search(word, text) for word in self.unless)
            else list(self.pattern.finditer(text))
        )

    @property
    def all_patterns(self) -> tuple[str, ...]:
        return (*self.words, *self.unless)


class BenefitWords(Words):
    """How a kind of benefit is worded."""

    name: Benefit
    """The kind of benefit."""
    raises: tuple[str, ...] = ()
    """Patterns of what gets better, as printed, best first."""
    programme: str | None = None
    """What that is called where the page gives no name."""
    common_names: dict[str, str] = Field(default_factory=dict)
    """The one name of what pages call in several ways, and a pattern of how such a way begins."""

    @property
    def all_patterns(self) -> tuple[str, ...]:
        return (*super().all_patterns, *self.raises, *self.common_names.values())


class ConditionWords(Words):
    """How a condition that is no certification is worded."""

    kind: ConditionKind
    """Which kind of condition it is."""
    units: tuple[str, ...] = ()
    """An amount in one of these is the condition's."""
    aliases: tuple[str, ...] = ()
    """What else a person types for it."""
    named: bool = True
    """False where the text itself says what is required, and the entry only of which kind it is."""
    shown_by: tuple[str, ...] = ()
    """Families of certifications by which later documents name those who meet it."""
    met_by: tuple[str, ...] = ()
    """Other entries: who meets one of them meets this, where it asks for no amount."""

    @cached_property
    def amount(self) -> re.Pattern[str]:
        """An amount in one of the units."""
        units = "|".join(self.units) or "(?!)"
        return re.compile(rf"(?P<number>\d[\d,]*(?:\.\d+)?[百千]?[万億]?)\s*(?P<unit>{units})")


class SizeWords(Words):
    """How a size class is worded where its name is not printed."""

    name: SizeClass
    """The size class."""


W = TypeVar("W", bound=Words)


def _checked(path: Path, of: type[W]) -> tuple[W, ...]:
    listed = entries(path, of)
    for entry in listed:
        for pattern in entry.all_patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise VocabularyError(
                    f"{entry.name}: {quoted(pattern)} is no pattern ({error})",
                    path.name,
                    "mend the pattern",
                ) from error
        if re.search(entry.pattern, ""):
            raise VocabularyError(
                f"{entry.name}: a pattern that matches nothing at all matches everywhere",
                path.name,
                "mend the pattern",
            )
    return listed


def read_benefit_words(path: Path) -> tuple[BenefitWords, ...]:
    """The benefits' words in the order of the file; raises `VocabularyError`."""
    return _checked(path, BenefitWords)


def read_size_words(path: Path) -> tuple[SizeWords, ...]:
    """The size classes' words in the order of the file; raises `VocabularyError`."""
    return _checked(path, SizeWords)


def read_condition_words(path: Path) -> tuple[ConditionWords, ...]:
    """The conditions' words in the order of the file; raises `VocabularyError`."""
    listed = _checked(path, ConditionWords)
    one_owner(
        path, ((name, entry.name) for entry in listed for name in (entry.name, *entry.aliases))
    )
    families = {certification.family or "" for certification in certifications()}
    names = [entry.name for entry in listed]
    for entry in listed:
        known(path, entry.name, "shown_by", entry.shown_by, families)
        known(path, entry.name, "met_by", entry.met_by, names)
    return listed


@cache
def benefit_words() -> tuple[BenefitWords, ...]:
    """The benefits' words; raises `VocabularyError`."""
    return read_benefit_words(FOLDER / "benefit_words.yaml")


@cache
def condition_words() -> tuple[ConditionWords, ...]:
    """The conditions' words; raises `VocabularyError`."""
    return read_condition_words(FOLDER / "condition_words.yaml")


@cache
def size_words() -> tuple[SizeWords, ...]:
    """The size classes' words; raises `VocabularyError`."""
    return read_size_words(FOLDER / "size_words.yaml")


def common_name(benefit: Benefit, printed: str) -> str | None:
    """The one name of what pages call in several ways; None for what has no such name."""
    return next(
        (
            name
            for entry in benefit_words()
            if entry.name == benefit
            for name, begins in entry.common_names.items()
            if re.match(begins, printed)
        ),
        None,
    )


def condition_named(name: str) -> ConditionWords | None:
    """The entry of a condition's canonical name; None for one in words of its own."""
    return next((entry for entry in condition_words() if entry.name == name and entry.named), None)


def size_class_named(printed: str | None) -> SizeClass | None:
    """The size class of that very name; None for anything else."""
    return next((name for name in size_names() if name == printed), None)


def size_class_of(text: str) -> SizeClass | None:
    """The size class that words on who may apply mean: the first of the vocabulary that has a word
    of theirs; None where none has.
    """
    return next((entry.name for entry in size_words() if entry.finds(text)), None)
