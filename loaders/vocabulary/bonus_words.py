"""The word lists of bonuses: how benefits, conditions and size classes are told, as patterns in
YAML, checked when read.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import get_args

from graph.errors import VocabularyError
from graph.schema.size_classes import SizeClass, size_names
from loaders.catalogue.records import Benefit, ConditionKind
from loaders.vocabulary.certifications import certifications
from loaders.vocabulary.reading import FOLDER, Entry, entries, known, one_owner


class Words(Entry):
    """An entry that patterns show. `found` is any of `words` where none of `unless` stands in the
    text.
    """

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()

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
    """`raises`: patterns of what gets better, as printed, best first; `programme`: its name where
    the page gives none.
    """

    raises: tuple[str, ...] = ()
    programme: str | None = None


class ConditionWords(Words):
    """`units`: an amount in one of these is the condition's; `met_by`: names of other entries, who
    does that does this; not `named`: the text says what is asked for; `shown_by`: families of
    certifications.
    """

    kind: ConditionKind
    units: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    named: bool = True
    shown_by: tuple[str, ...] = ()
    met_by: tuple[str, ...] = ()

    @cached_property
    def amount(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>{'|'.join(self.units) or '(?!)'})"
        )


class SizeWords(Words):
    pass


def _checked(path: Path, of: type[Words]) -> tuple[Words, ...]:
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
    listed = _checked(path, SizeWords)
    known(path, path.stem, "name", (entry.name for entry in listed), size_names())
    return listed


@cache
def benefit_words() -> tuple[BenefitWords, ...]:
    return read_benefit_words(FOLDER / "benefit_words.yaml")


def read_condition_words(path: Path) -> tuple[ConditionWords, ...]:
    """The conditions' words in the order of the file; raises `VocabularyError`."""
    listed = _checked(path, ConditionWords)
    one_owner(
        path, ((name, entry.name) for entry in listed for name in (entry.name, *entry.aliases))
    )
    families = {certification.family for certification in certifications()}
    for entry in listed:
        known(path, entry.name, "shown_by", entry.shown_by, families)
        known(path, entry.name, "met_by", entry.met_by, [other.name for other in listed])
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


def size_told(text: str) -> SizeClass | None:
    """The size class that words on who may apply mean: the first of the vocabulary that has a word
    of theirs; None where none has.
    """
    return next((entry.name for entry in size_words() if entry.finds(text)), None)
