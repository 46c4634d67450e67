"""Changed copies of a pattern's entry, each of which its examples must tell from the entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from loaders.vocabulary.patterns import PatternEntry, Patterns, composed, finds

_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(?P<look>\(\?<?[=!])|\(|\)|(?P<anchor>[\^$])|.", re.DOTALL
)


def guards(pattern: str) -> list[tuple[int, int]]:
    """The spans of a pattern's `^`, `$` and look-arounds, those within others, too."""
    spans: list[tuple[int, int]] = []
    opened: list[
        tuple[int, bool]
    ] = []  # where each bracket begins, and whether it is a look-around
    for token in _TOKEN.finditer(pattern):
        if token["anchor"]:
            spans.append(token.span())
        elif token["look"] or token[0] == "(":
            opened.append((token.start(), bool(token["look"])))
        elif token[0] == ")":
            start, is_look = opened.pop()
            if is_look:
                spans.append((start, token.end()))
    return spans


def without_a_guard(entry: PatternEntry) -> Iterator[tuple[str, PatternEntry]]:
    """The entry without each guard of its pattern or words, and that text with its ⟦guard⟧."""
    pattern = (entry.pattern,) if isinstance(entry.pattern, str) else entry.pattern
    lists = {"": pattern, **entry.words}
    for name, texts in lists.items():
        for at, text in enumerate(texts):
            for start, end in guards(text):
                shorter = (*texts[:at], text[:start] + text[end:], *texts[at + 1 :])
                words = {**lists, name: shorter}
                copy = entry.model_copy(update={"pattern": words.pop(""), "words": words})
                yield f"{text[:start]}⟦{text[start:end]}⟧{text[end:]}", copy


def alternatives(entry: PatternEntry) -> Iterator[tuple[str, PatternEntry]]:
    """Where the entry's pattern is a list: the entry with one of it alone."""
    if not isinstance(entry.pattern, str):
        for alternative in entry.pattern:
            yield alternative, entry.model_copy(update={"pattern": alternative})


def found(path: Path, patterns: Patterns, entry: PatternEntry) -> tuple[list[str], list[str]]:
    """The examples and the counter-examples that an entry of a file finds."""
    pattern = re.compile(composed(path, entry, patterns.known))
    examples, counterexamples = (
        [text for text in texts if finds(pattern, entry.at, text)]
        for texts in (entry.example, entry.counterexample)
    )
    return examples, counterexamples
