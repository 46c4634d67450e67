"""Patterns as data: the YAML file beside a module of readers, each entry a pattern with an example
that it finds and a counter-example that it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from graph.bounds import quoted
from graph.errors import VocabularyError
from loaders.text import glyphs
from loaders.vocabulary.reading import Entry, entries

_REFERENCE = re.compile(r"«(\w+)»")
_MARKED = re.compile(r"«(.*)»", re.DOTALL)
Place = Literal["anywhere", "start", "whole"]
# the signs before items and notes, which every file may name (for a character class)
_SIGNS = {
    "items": glyphs.ITEMS,
    "rings": glyphs.RINGS,
    "dots": glyphs.DOTS,
    "bullets": glyphs.BULLETS,
    "notes": glyphs.NOTES,
    "circled": glyphs.CIRCLED,
    "kept_circled": glyphs.KEPT_CIRCLED,
}


class PatternEntry(Entry):
    """One entry of a file of patterns."""

    says: str | None = None
    """What it finds, where the name alone does not say it."""
    pattern: str | tuple[str, ...]
    """A regular expression, or several of which any may match. «name» stands for one of `words`,
    for an earlier entry of the file, for a pattern that the module adds, or for signs («items»);
    within [ ] it is put in character by character."""
    words: dict[str, tuple[str, ...]] = {}
    """Lists of words (expressions, too) that the pattern names as «key»."""
    at: Place = "anywhere"
    """Where the readers look: anywhere in a text, at its start, or at the text as a whole."""
    example: tuple[str, ...] = Field(min_length=1)
    """Made-up texts in which it is found. «…» marks what exactly it finds, or one of its groups."""
    counterexample: tuple[str, ...] = Field(min_length=1)
    """Made-up texts, as near as can be, in which it is not."""


class Patterns(Mapping[str, re.Pattern[str]]):
    """The patterns of a file by name."""

    def __init__(
        self,
        listed: tuple[PatternEntry, ...],
        compiled: dict[str, re.Pattern[str]],
        known: Mapping[str, str],
    ):
        self.entries = listed
        self.known = known  # what an entry may name beside its words and signs, by name
        self._compiled = compiled

    def __getitem__(self, name: str) -> re.Pattern[str]:
        return self._compiled[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._compiled)

    def __len__(self) -> int:
        return len(self._compiled)

    def finds(self, entry: PatternEntry, text: str) -> bool:
        """Whether the entry's pattern finds something in the text, where the readers look; where
        «…» marks something, whether it finds exactly that, as a whole or by a group.
        """
        return finds(self._compiled[entry.name], entry.at, text)


def finds(pattern: re.Pattern[str], at: Place, text: str) -> bool:
    """Whether a pattern finds something at a place of a text; see `Patterns.finds`."""
    look = {"anywhere": pattern.search, "start": pattern.match, "whole": pattern.fullmatch}
    marked = _MARKED.search(text)
    match = look[at](text[: marked.start()] + marked[1] + text[marked.end() :] if marked else text)
    if match is None or marked is None:
        return match is not None
    span = (marked.start(), marked.start() + len(marked[1]))
    return any(match.span(group) == span for group in range(pattern.groups + 1))


def patterns(module: str, **more: str) -> Patterns:
    """The patterns of the YAML file beside a module (its `__file__`). `more`: patterns by name that
    entries may name besides (a sum of money).

    Raises `VocabularyError` for a file that does not hold together.
    """
    return read_patterns(Path(module).with_suffix(".yaml"), **more)


def read_patterns(path: Path, **more: str) -> Patterns:
    """The patterns of a file; see `patterns`."""
    listed = entries(path, PatternEntry)
    known = dict(more)
    compiled = {}
    for entry in listed:
        known[entry.name] = composed(path, entry, known)
        compiled[entry.name] = _compiled(path, entry.name, known[entry.name])
    return Patterns(listed, compiled, known)


def composed(path: Path, entry: PatternEntry, known: Mapping[str, str]) -> str:
    """The entry's pattern with what it names put in. `known`: patterns by name, beside its words.

    Raises `VocabularyError`, with the file at `path`, for a name that stands for nothing.
    """

    def put_in(reference: re.Match[str]) -> str:
        name, within = reference[1], _in_class(reference.string, reference.start())
        if name in entry.words:
            text = ("" if within else "|").join(entry.words[name])
        elif name in known:
            text = known[name]
        elif within and name in _SIGNS:
            return _SIGNS[name]
        else:
            raise VocabularyError(
                f"{entry.name}: «{name}» is neither a list of its words nor a pattern before it",
                path.name,
                "correct the name",
            )
        return text if within else f"(?:{text})"

    alternatives = [entry.pattern] if isinstance(entry.pattern, str) else entry.pattern
    return "|".join(_REFERENCE.sub(put_in, alternative) for alternative in alternatives)


def _in_class(pattern: str, at: int) -> bool:
    """Whether the place lies within a character class ([…])."""
    before = re.sub(r"\\.", "  ", pattern[:at])
    return before.rfind("[") > before.rfind("]")


def _compiled(path: Path, name: str, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise VocabularyError(
            f"{name}: {quoted(pattern)} is no pattern ({error})", path.name, "mend the pattern"
        ) from error
