"""Benefits that a clause mentions: which kind, where, and what gets better."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.catalogue.records import Benefit
from loaders.vocabulary.bonus_words import BenefitWords, benefit_words
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_OWN_NAME = _PATTERNS["own_name"]
_BEFORE_LENDER = _PATTERNS["before_lender"]


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
    enumerated: tuple[str, ...] = ()
    """The names that `raises` enumerates."""


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
                named = _enumerated(entry, text, match)
                raised = "、".join(named) if named else _raised(entry, text, match)
                mentions.append(
                    BenefitMention(
                        entry.name, match.start(), match.end(), raised, entry.programme, named
                    )
                )
    return sorted(_once(mentions), key=lambda mention: mention.start)


def _once(mentions: list[BenefitMention]) -> list[BenefitMention]:
    """One sentence mentions one kind of benefit once for one thing."""
    kept: dict[tuple[str, str | None], BenefitMention] = {}
    for mention in mentions:
        kept.setdefault((mention.benefit, mention.raises), mention)
    return list(kept.values())


def _enumerated(entry: BenefitWords, text: str, words: re.Match[str]) -> tuple[str, ...]:
    """What gets better where the same sentence names several by names of their own before the
    benefit (ものづくり補助金や港町補助金).
    """
    if entry.name != "screening_points":
        return ()
    start = text.rfind("。", 0, words.start()) + 1
    named = [match["name"] for match in _OWN_NAME.finditer(text, start, words.end())]
    return tuple(dict.fromkeys(named)) if len(named) > 1 else ()


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
            return _with_own_name(text, inside[-1])
    for pattern in entry.raises:
        before = [name for name in re.finditer(pattern, text) if name.start() < words.end()]
        if before:
            return _with_own_name(text, before[-1])
        if after := re.search(pattern, text[words.end() :]):
            return after.group().strip()
    return None


def _with_own_name(text: str, lender: re.Match[str]) -> str:
    """What gets better, with its own name where that stands before a bracket with the lender's."""
    own = _BEFORE_LENDER.search(text[: lender.start()])
    closed = text[lender.end() : lender.end() + 1] == ")"
    printed = lender.group().strip()
    return f"{own['own']}({printed})" if own and closed else printed
