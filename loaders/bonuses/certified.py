"""What a condition comes to among certifications: that of the law which the page names, and the one
whose holder complies with a standard that is asked for in other words.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from loaders.catalogue.records import Alternative
from loaders.text.page import Page
from loaders.vocabulary import certifications
from loaders.vocabulary.law_mentions import laws
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_COMPLIES = _PATTERNS["complies"]
_CERTIFICATES = ("認定", "認証")


def certified(
    groups: Sequence[Sequence[Alternative]], page: Page
) -> tuple[tuple[Alternative, ...], ...]:
    """The groups of alternatives of a condition on the page, as the vocabulary knows them: a plan
    that several laws have is that of the one of them which the page names, and who holds the
    certificate of a standard meets what asks to comply with it.
    """
    return tuple(
        tuple(each for way in group for each in (_under_law(way, page), *_by_certificate(way)))
        for group in groups
    )


def _under_law(way: Alternative, page: Page) -> Alternative:
    if way.what not in _of_several_laws():
        return way
    named = {mention.formal for mention in laws().mentions(page.flow.text)}
    return way.model_copy(update={"what": certifications().under(way.what, named)})


@cache
def _of_several_laws() -> frozenset[str]:
    known = certifications()
    return frozenset(
        lower
        for entry in known
        if entry.legal_basis
        for lower in entry.implies
        if entry.name.startswith(f"{lower}（")
    )


def _by_certificate(way: Alternative) -> tuple[Alternative, ...]:
    complies = _COMPLIES.fullmatch(way.what) if way.kind == "other" else None
    if complies is None:
        return ()
    names = (f"{complies['standard']}{word}" for word in _CERTIFICATES)
    known = next(filter(None, map(certifications().get, names)), None)
    return (Alternative(what=known.name, kind="certification"),) if known else ()
