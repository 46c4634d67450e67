"""Laws: their formal and short names, and finding them (listed or not) in text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from graph.errors import VocabularyError
from loaders.text.lines import fold
from loaders.vocabulary.matching import Matcher, Name, Squeezed
from loaders.vocabulary.reading import FOLDER, Entry, entries, one_owner

_WORD = r"[一-龥々ァ-ヶーA-Za-z]"
_RUN = re.compile(rf"(?<!{_WORD}){_WORD}+(?:法(?:施行令|施行規則)?|告示)(?![人務令制律的廷])")
# a long title ends so; what precedes it is read backwards, over the characters that such titles are
# made of
_LONG_END = re.compile(
    rf"に関する(?:法律(?:の一部を改正する法律)?|(?:特別|緊急|臨時)?措置法|{_WORD}{{0,6}}基本法)"
)
_LONG_BODY = re.compile(rf"(?:{_WORD}|[のにるよおけたためすびそ]|(?<=又)は){{2,80}}\Z")
_PARTICLES = re.compile(r"^(?:の|に|及び|等|た|する|る)+")
_ARTICLE = re.compile(
    r"[」']?(?:\([^()]*\))?(?P<article>別表第[\d一二三]+|(?:附則)?第\d+条(?:の\d+)*(?:第?\d+項)?(?:第?\d+号)?(?:各号)?|第\d+号)"
)
_SHOWS_A_LAW = re.compile(
    r"(?:等)?(?:\((?:明治|大正|昭和|平成|令和)|第\d+条|に基づ|上の|の規定|に規定|[にで]定める|に定め|の改正|の施行|の認定)"
)


class Law(Entry):
    """A law by its formal name."""

    short_names: tuple[str, ...] = ()
    """Other ways to write it."""


class LawWords(Entry):
    """Words that show whether a word is the name of a law that is not listed."""

    name: Literal["law", "no_law", "lead"]
    """What the words are: endings that only a law's name has, words in 法 that are no law's name,
    or words before a name that are no part of it."""
    words: tuple[str, ...]
    """The words."""


@dataclass(frozen=True)
class LawMention:
    """A law that a text names."""

    printed: str  # its name as printed, wrapped pieces rejoined
    formal: str  # its formal name where it is listed, else the printed one
    article: str | None  # the article that is named with it
    start: int  # offset of the name's first character in the text
    end: int  # offset behind the name


class Laws:
    """The vocabulary of laws.yaml and law_words.yaml."""

    def __init__(self, listed: tuple[Law, ...], words: tuple[LawWords, ...], path: Path) -> None:
        names = [(name, law.name) for law in listed for name in (law.name, *law.short_names)]
        one_owner(path, names)
        by_kind = {entry.name: entry.words for entry in words}
        if missing := {"law", "no_law", "lead"} - set(by_kind):
            raise VocabularyError(
                f"lacks {', '.join(sorted(missing))}", "law_words.yaml", "add the entry"
            )
        self._formal = {fold(name): formal for name, formal in names}
        self._endings, self._no_law = by_kind["law"], by_kind["no_law"]
        self._lead = re.compile("^(?:" + "|".join(map(re.escape, by_kind["lead"])) + ")+")
        self._matcher = Matcher([Name(name, formal, "law") for name, formal in names])

    def mentions(self, text: str) -> list[LawMention]:
        """Every law that the text (`plain`) names, in order; one name never inside another."""
        squeezed = Squeezed(text)
        dense, found = squeezed.text, []
        listed = [
            (m.start, m.end)
            for m in self._matcher.mentions(dense)
            if self._stands(dense, m.start, m.end)
        ]
        ends = {
            end for _, end in listed
        }  # a listed name counts, whatever a table's next cell has glued to its front
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
            found.append(
                LawMention(
                    printed,
                    self._formal.get(fold(printed), printed),
                    article["article"] if article else None,
                    squeezed.span(start, end)[0],
                    squeezed.span(start, end)[1],
                )
            )
        return found

    def _stands(self, text: str, start: int, end: int) -> bool:
        """A short listed name (民法, 措置法) must not be the end of a longer word, nor 法 the
        beginning of one (会社法人).
        """
        if re.match(r"[人務令制的廷]", text[end:]):
            return False
        return end - start > 4 or not re.match(_WORD, text[max(0, start - 1) : start])

    def _unlisted(self, text: str, match: re.Match[str]) -> int | None:
        """Where the name begins, if the run of characters is a law's name by its form; None where
        it is not.
        """
        name = match.group()
        start = match.start() + (lead.end() if (lead := self._lead.match(name)) else 0)
        name = text[start : match.end()]
        if len(name) < 3 or name.endswith(self._no_law):
            return None
        if name.endswith("告示"):
            return start if re.match(r"第\d+号", text[match.end() :]) else None
        certain = len(name) >= 5 and name.removesuffix("施行令").removesuffix("施行規則").endswith(
            self._endings
        )
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
