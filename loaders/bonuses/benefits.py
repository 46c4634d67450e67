"""Benefits that a clause mentions: which kind, where, and what gets better."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.catalogue.records import Benefit
from loaders.vocabulary.bonus_words import BenefitWords, benefit_words


@dataclass(frozen=True)
class BenefitMention:
    """A benefit that a text mentions."""

    benefit: Benefit
    """Its kind."""
    start: int
    """Where its words begin (offset of the text)."""
    end: int
    """Where they end."""
    raises: str | None
    """What gets better, as printed; None where the text does not say."""
    programme: str | None
    """What that is commonly called, of a kind that has such a name."""


def benefits(text: str) -> list[BenefitMention]:
    """The benefits that a sentence mentions, in order; of kinds that take the same words the first
    of the vocabulary keeps them.
    """
    mentions: list[BenefitMention] = []
    for entry in benefit_words():
        for match in entry.finds(text):
            if not any(
                mention.start < match.end() and match.start() < mention.end for mention in mentions
            ):
                mentions.append(
                    BenefitMention(
                        entry.name,
                        match.start(),
                        match.end(),
                        _raised(entry, text, match),
                        entry.programme,
                    )
                )
    return sorted(_once(mentions), key=lambda mention: mention.start)


def _once(mentions: list[BenefitMention]) -> list[BenefitMention]:
    """One sentence mentions one kind of benefit once for one thing."""
    kept: dict[tuple[str, str | None], BenefitMention] = {}
    for mention in mentions:
        kept.setdefault((mention.benefit, mention.raises), mention)
    return list(kept.values())


def _raised(entry: BenefitWords, text: str, words: re.Match[str]) -> str | None:
    """What gets better, as printed: a name that the benefit's words hold, else the last before they
    end, else the first after.
    """
    for pattern in entry.raises:
        if inside := [
            name
            for name in re.finditer(pattern, text)
            if name.start() < words.end() and words.start() < name.end()
        ]:
            return inside[-1].group().strip()
    for pattern in entry.raises:
        before = [name for name in re.finditer(pattern, text) if name.start() < words.end()]
        if before:
            return before[-1].group().strip()
        if after := re.search(pattern, text[words.end() :]):
            return after.group().strip()
    return None
