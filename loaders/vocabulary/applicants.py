"""The words that show who may apply or receive, and finding them in text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from pydantic import field_validator

from loaders.catalogue.records import Applicant
from loaders.vocabulary.reading import FOLDER, Entry, entries


class ApplicantWords(Entry):
    """Words for one kind of applicant, or for two at once."""

    kinds: tuple[Applicant, ...]
    """The kinds that the words show."""
    words: tuple[str, ...]
    """The words, as regular expressions."""
    decoys: tuple[str, ...] = ()
    """Longer words (expressions) that hold one of them and mean something else."""

    @field_validator("words", "decoys")
    @classmethod
    def _are_patterns(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f"{pattern} is no regular expression ({error})") from error
        return patterns


@dataclass(frozen=True)
class Actor:
    """A mention of somebody who might apply."""

    kinds: tuple[Applicant, ...]
    """The kinds that it shows."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""


@cache
def _patterns(path: Path) -> tuple[tuple[re.Pattern[str], tuple[Applicant, ...]], ...]:
    listed = entries(path, ApplicantWords)
    return tuple(
        (re.compile(pattern), kinds)
        for entry in listed
        for patterns, kinds in ((entry.words, entry.kinds), (entry.decoys, ()))
        for pattern in patterns
    )


@cache
def _any_of(path: Path) -> re.Pattern[str]:
    """Where the next of the patterns is in a text, by one search."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _patterns(path)))


@lru_cache(maxsize=2**12)  # several readers ask of the same sentence
def actors(text: str, path: Path = FOLDER / "applicants.yaml") -> tuple[Actor, ...]:
    """Every mention in the text (in one width, without blanks), in order; where two overlap the
    longer one that begins first counts.

    Raises `VocabularyError` for a word list that does not hold together.
    """
    mentions, at = [], 0
    while found := _any_of(path).search(text, at):
        start = found.start()
        end, kinds = max(
            (
                (match.end(), kinds)
                for pattern, kinds in _patterns(path)
                if (match := pattern.match(text, start))
            ),
            key=lambda end_and_kinds: end_and_kinds[0],
        )
        at = max(end, start + 1)
        if kinds:
            mentions.append(Actor(kinds, start, end))
    return tuple(mentions)
