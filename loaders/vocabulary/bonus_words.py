"""The word lists of bonuses: how benefits, conditions and size classes are told, as patterns in
YAML, checked when read.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar, get_args

from graph.errors import VocabularyError
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records import Benefit, ConditionKind
from loaders.vocabulary.certifications import certifications
from loaders.vocabulary.reading import FOLDER, Entry, entries, known, one_owner


class Words(Entry):
    """An entry that words show."""

    words: tuple[str, ...]
    """The words, as regular expressions; any of them shows it."""
    unless: tuple[str, ...] = ()
    """Words (expressions) that show that it is not meant, wherever they stand in the text."""

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


class BenefitWords(Words):
    """What a bonus brings."""

    raises: tuple[str, ...] = ()
    """Expressions for what gets better, as printed, the best first."""
    programme: str | None = None
    """The programme's name where the page gives none."""


class ConditionWords(Words):
    """What a bonus asks for."""

    kind: ConditionKind
    """What one has to hold or do."""
    units: tuple[str, ...] = ()
    """Units; an amount in one of them is the condition's."""
    aliases: tuple[str, ...] = ()
    """Other names of it."""
    named: bool = True
    """Whether the entry's name says what is asked for; else the text says it."""
    shown_by: tuple[str, ...] = ()
    """Families of certifications whose holders meet it."""
    met_by: tuple[str, ...] = ()
    """Other entries; who does what they ask does this."""

    @cached_property
    def amount(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{'|'.join(self.units) or '(?!)'})"
        )


class SizeWords(Words):
    """Words on who may apply that mean a size class."""

    name: SizeClass
    """The size class."""


W = TypeVar("W", bound=Words)


def _checked(path: Path, of: type[W]) -> tuple[W, ...]:
    listed = entries(path, of)
    for entry in listed:
        for word in (*entry.words, *entry.unless, *getattr(entry, "raises", ())):
            try:
                re.compile(word)
            except re.error as error:
                raise VocabularyError(
                    f"{entry.name}: {word!r} is no pattern ({error})", path.name, "mend the pattern"
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
    listed = _checked(path, BenefitWords)
    known(path, path.stem, "name", (entry.name for entry in listed), get_args(Benefit))
    return listed


def read_size_words(path: Path) -> tuple[SizeWords, ...]:
    """The size classes' words in the order of the file; raises `VocabularyError`."""
    return _checked(path, SizeWords)


@cache
def benefit_words() -> tuple[BenefitWords, ...]:
    return read_benefit_words(FOLDER / "benefit_words.yaml")


def read_condition_words(path: Path) -> tuple[ConditionWords, ...]:
    """The conditions' words in the order of the file; raises `VocabularyError`."""
    listed = _checked(path, ConditionWords)
    one_owner(
        path, ((name, entry.name) for entry in listed for name in (entry.name, *entry.aliases))
    )
    families = {entry.family for entry in certifications() if entry.family}
    for entry in listed:
        known(path, entry.name, "shown_by", entry.shown_by, families)
        known(path, entry.name, "met_by", entry.met_by, [condition.name for condition in listed])
    return listed


@cache
def condition_words() -> tuple[ConditionWords, ...]:
    return read_condition_words(FOLDER / "condition_words.yaml")


def condition_named(name: str) -> ConditionWords | None:
    """The entry of a condition's canonical name; None for one that is told in words of its own."""
    return next((entry for entry in condition_words() if entry.name == name and entry.named), None)


@cache
def size_words() -> tuple[SizeWords, ...]:
    return read_size_words(FOLDER / "size_words.yaml")


def size_class_in(text: str) -> SizeClass | None:
    """The size class that words on who may apply mean: the first of the vocabulary that has a word
    of theirs; None where none has.
    """
    return next((entry.name for entry in size_words() if entry.finds(text)), None)
