"""Finding laws, listed or not, in text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import VocabularyError
from loaders.text.lines import fold
from loaders.vocabulary.laws import Law, LawWords
from loaders.vocabulary.matching import Matcher, Name, Squeezed
from loaders.vocabulary.patterns import patterns
from loaders.vocabulary.reading import FOLDER, entries, one_owner

_PATTERNS = patterns(__file__)
_LETTER = _PATTERNS["letter"]
_RUN = _PATTERNS["run"]
_LONG_END = _PATTERNS["long_end"]
_LONG_BODY = _PATTERNS["long_body"]
_PARTICLES = _PATTERNS["particles"]
_ARTICLE = _PATTERNS["article"]
_SHOWS_A_LAW = _PATTERNS["shows_a_law"]
_GOES_ON = _PATTERNS["goes_on"]
_NOTICE = _PATTERNS["notice"]
_NOTICE_NUMBER = _PATTERNS["notice_number"]
_ORDER = _PATTERNS["order"]


@dataclass(frozen=True)
class LawMention:
    """A law that a text names."""

    printed: str
    """Its name as printed, wrapped pieces rejoined."""
    formal: str
    """Its formal name where it is listed, else the printed one."""
    article: str | None
    """The article that is named with it."""
    start: int
    """Offset of the name's first character in the text."""
    end: int
    """Offset behind the name."""


def _names(law: Law) -> tuple[str, ...]:
    return (law.name, *law.short_names, *([law.renamed.name] if law.renamed else ()))


class Laws:
    """The vocabulary of laws.yaml and law_words.yaml."""

    def __init__(self, listed: tuple[Law, ...], words: tuple[LawWords, ...], path: Path) -> None:
        names = [(name, law.name) for law in listed for name in _names(law)]
        one_owner(path, names)
        by_kind = {entry.name: entry.words for entry in words}
        if missing := {"law", "no_law", "lead"} - set(by_kind):
            raise VocabularyError(
                f"lacks {', '.join(sorted(missing))}", "law_words.yaml", "add the entry"
            )
        self._laws = {law.name: law for law in listed}
        self._formal = {fold(name): formal for name, formal in names}
        self._endings, self._no_law = by_kind["law"], by_kind["no_law"]
        self._lead = re.compile("^(?:" + "|".join(map(re.escape, by_kind["lead"])) + ")+")
        self._matcher = Matcher([Name(name, formal, "law") for name, formal in names])

    def mentions(self, text: str) -> list[LawMention]:
        """Every law that the text (`plain`) names, in order; one name never inside another."""
        squeezed = Squeezed.of(text)
        dense = squeezed.text
        mentions: list[LawMention] = []
        listed = [
            (m.start, m.end)
            for m in self._matcher.mentions(dense)
            if self._stands(dense, m.start, m.end)
        ]
        # a listed name counts, whatever a table's next cell has glued to its front
        ends = {end for _, end in listed}
        unlisted = [
            (start, m.end())
            for m in _RUN.finditer(dense)
            if m.end() not in ends and (start := self._unlisted(dense, m)) is not None
        ]
        spans = (
            listed
            + unlisted
            + [(_long_start(dense, m.start()), m.end()) for m in _LONG_END.finditer(dense)]
        )
        at = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < at:
                continue
            at = end
            printed = dense[start:end]
            article = _ARTICLE.match(dense, end)
            mentions.append(
                LawMention(
                    printed,
                    self._formal.get(fold(printed), printed),
                    article["article"] if article else None,
                    squeezed.span(start, end)[0],
                    squeezed.span(start, end)[1],
                )
            )
        return mentions

    def _stands(self, text: str, start: int, end: int) -> bool:
        """A name that is a word of the language (民法) or the end of others (措置法) must not end a
        longer word, nor 法 begin one (会社法人).
        """
        if _GOES_ON.match(text, end):
            return False
        name = text[start:end]
        coined = self.formal(name) != name and name not in self._endings
        return coined or end - start > 4 or not _LETTER.match(text[max(0, start - 1) : start])

    def get(self, name: str) -> Law | None:
        """The listed law of that name, formal or short, with its number and e-Gov id; or None."""
        return self._laws.get(self.formal(name))

    def names(self, name: str) -> tuple[str, ...]:
        """All listed names of the law that this one means; none of a law that is not listed."""
        law = self.get(name)
        return _names(law) if law else ()

    def formal(self, name: str) -> str:
        """The formal name of a law by any of its listed names; the name itself of another."""
        return self._formal.get(fold(name), name)

    def _unlisted(self, text: str, match: re.Match[str]) -> int | None:
        """Where the name begins, if the run of characters is a law's name by its form; None where
        it is not.
        """
        name = match.group()
        start = match.start() + (lead.end() if (lead := self._lead.match(name)) else 0)
        name = text[start : match.end()]
        if len(name) < 3 or name.endswith(self._no_law):
            return None
        if _NOTICE.search(name):
            return start if _NOTICE_NUMBER.match(text, match.end()) else None
        certain = len(name) >= 5 and _ORDER.sub("", name).endswith(self._endings)
        return start if certain or _SHOWS_A_LAW.match(text, match.end()) else None


def _long_start(text: str, end: int) -> int:
    """Where the long title begins that goes on with に関する法律 at `end`."""
    body = _LONG_BODY.search(text, max(0, end - 80), end)
    if body is None:
        return end
    particles = _PARTICLES.match(body.group())
    return body.start() + (particles.end() if particles else 0)


@cache
def laws(path: Path = FOLDER / "laws.yaml", words: Path = FOLDER / "law_words.yaml") -> Laws:
    """The laws of the vocabulary. Raises `VocabularyError` for a file that does not
    hold together.
    """
    return Laws(entries(path, Law), entries(words, LawWords), path)
