"""Finding the names of a vocabulary in text that a PDF has wrapped: the longest name wins, breaks
inside a name do not matter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from loaders.text.lines import plain

# a break or blank beside a character that is not ASCII is the layout's, not the language's
_GAP = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|\n\s*")
_WORD = re.compile(r"[A-Za-z0-9]")
# what an acronym must not touch: another word, or the inside of an address
_BEFORE, _AFTER = re.compile(r"[A-Za-z0-9@._/\-]"), re.compile(r"[A-Za-z0-9@_/]|[.\-][A-Za-z0-9]")


@dataclass(frozen=True)
class Mention:
    """A name of a vocabulary in a text."""

    name: str
    """The entry's name."""
    kind: str
    """The entry's kind."""
    printed: str
    """What stands there, without the layout's blanks."""
    start: int
    """Offset of its first character in the text."""
    end: int
    """Offset behind its last character."""


@dataclass(frozen=True)
class Name:
    """One way to write an entry's name."""

    text: str
    """The name as written."""
    entry: str | None
    """The entry; None: a decoy, a longer word in which a name means nothing."""
    kind: str
    """The entry's kind."""


class Squeezed:
    """`plain` text without the layout's blanks, and the way back to the offsets of the text it was
    made from.
    """

    @staticmethod
    @lru_cache(maxsize=2**11)  # every vocabulary looks at the same lines
    def of(text: str) -> Squeezed:
        """That of the text, which must be `plain`."""
        return Squeezed(text)

    def __init__(self, text: str) -> None:
        self._of = text
        self.text = _GAP.sub("", text)

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each character stands in the original text; most texts are never asked."""
        offsets: list[int] = []
        at = 0
        for gap in _GAP.finditer(self._of):
            offsets.extend(range(at, gap.start()))
            at = gap.end()
        offsets.extend(range(at, len(self._of)))
        return offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original text of the characters `start` to `end` (exclusive)."""
        return self._offsets[start], self._offsets[end - 1] + 1

    def place(self, offset: int) -> int:
        """Where the character at this offset of the original text stands in the squeezed text."""
        return bisect_left(self._offsets, offset)


class Matcher:
    """Finds names, longest first at each place, none inside another."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_first: dict[str, list[Name]] = {}
        for name in names:
            text = _GAP.sub("", plain(name.text))
            self._by_first.setdefault(text[0], []).append(Name(text, name.entry, name.kind))
        for group in self._by_first.values():
            group.sort(key=lambda n: (-len(n.text), n.entry is not None, n.text))
        # at each place one look at its first character tells which names are tried
        self._any = re.compile(
            "|".join(
                f"{re.escape(first)}(?:{'|'.join(re.escape(name.text[1:]) for name in group)})"
                for first, group in self._by_first.items()
            )
            or "(?!)"
        )

    def mentions(self, text: str) -> list[Mention]:
        """Every name in the text (which must be `plain`), in order of place."""
        without = Squeezed.of(text)
        mentions, at = [], 0
        while found := self._any.search(without.text, at):
            start = found.start()
            at = start + 1
            for name in self._by_first[without.text[start]]:
                end = start + len(name.text)
                if without.text.startswith(name.text, start) and stands_alone(
                    without.text, start, end
                ):
                    at = end
                    if name.entry is not None:
                        printed = without.text[start:end]
                        span = without.span(start, end)
                        mentions.append(Mention(name.entry, name.kind, printed, *span))
                    break
        return mentions


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether Latin letters at either end of the span are a word of their own (no part of a word or
    an address).
    """
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return not (
        (_WORD.match(text[start]) and _BEFORE.match(before))
        or (_WORD.match(text[end - 1]) and _AFTER.match(after))
    )
