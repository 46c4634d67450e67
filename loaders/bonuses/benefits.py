"""Benefits in a sentence: which kind, where, and what gets better."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.catalogue.records import Benefit
from loaders.vocabulary.bonus_words import BenefitWords, benefit_words


@dataclass(frozen=True)
class Told:
    """A benefit told in a text: its kind, where its words stand, what gets better as printed, and
    that programme's common name.
    """

    benefit: Benefit
    start: int
    end: int
    raises: str | None
    programme: str | None


def told(text: str) -> list[Told]:
    """The benefits that a sentence tells, in order; of kinds that take the same words the first of
    the vocabulary keeps them.
    """
    found: list[Told] = []
    for entry in benefit_words():
        for match in entry.finds(text):
            if not any(t.start < match.end() and match.start() < t.end for t in found):
                found.append(
                    Told(
                        entry.name,
                        match.start(),
                        match.end(),
                        _raised(entry, text, match),
                        entry.programme,
                    )
                )
    return sorted(_once(found), key=lambda t: t.start)


def _once(found: list[Told]) -> list[Told]:
    """One sentence tells one kind of benefit once for one thing."""
    kept: dict[tuple[str, str | None], Told] = {}
    for t in found:
        kept.setdefault((t.benefit, t.raises), t)
    return list(kept.values())


def _raised(entry: BenefitWords, text: str, words: re.Match[str]) -> str | None:
    """What gets better, as printed: a name that the benefit's words hold, else the last before they
    end, else the first after.
    """
    for pattern in entry.raises:
        if held := [
            m
            for m in re.finditer(pattern, text)
            if m.start() < words.end() and words.start() < m.end()
        ]:
            return held[-1].group().strip()
    for pattern in entry.raises:
        before = [m for m in re.finditer(pattern, text) if m.start() < words.end()]
        if before:
            return before[-1].group().strip()
        if after := re.search(pattern, text[words.end() :]):
            return after.group().strip()
    return None
