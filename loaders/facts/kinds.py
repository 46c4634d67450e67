"""What kind of measure a page tells of: by what means it helps, whom, and to which sectors it is
confined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from loaders import vocabulary
from loaders.facts.masked import masked_name
from loaders.facts.traders import for_every_trade
from loaders.text.lines import Flow, Line, plain
from loaders.text.page import Page
from loaders.vocabulary.matching import Squeezed
from loaders.vocabulary.patterns import patterns
from loaders.vocabulary.words import Kind

# how often `words` of a kind must stand on a page before they show it: means are named in passing,
# sectors more so
_OFTEN_MEANS, _OFTEN_WHOM, _OFTEN_SECTOR = 3, 3, 6
_PATTERNS = patterns(__file__)
_ASIDE = _PATTERNS["aside"]


def instruments(page: Page, title: str) -> dict[str, int]:
    """By what means the measure helps: names of instruments.yaml, in the order of the file, each
    with a line that shows it.
    """
    return _shown(vocabulary.instruments(), page, title, _OFTEN_MEANS)


def beneficiaries(page: Page, title: str) -> dict[str, int]:
    """Whom the measure helps: names of beneficiaries.yaml, in the order of the file, each with a
    line that shows it.
    """
    return _shown(vocabulary.beneficiaries(), page, title, _OFTEN_WHOM)


def industries(page: Page, title: str) -> dict[str, int]:
    """The sectors that the measure is confined to: names of industries.yaml, each with a line that
    shows it; empty where it is open to all.
    """
    if for_every_trade(page):
        return {}
    return _shown(vocabulary.industries(), page, title, _OFTEN_SECTOR)


def _shown(kinds: Sequence[Kind], page: Page, title: str, often: int) -> dict[str, int]:
    flow = _without_asides(page)
    text, name = Squeezed.of(flow.text), Squeezed.of(masked_name(title)).text
    places = {kind.name: _place(kind, text.text, name, often) for kind in kinds}
    return {
        kind: flow.line_at(text.span(at, at + 1)[0]) if text.text else page.start
        for kind, at in places.items()
        if at is not None
    }


@lru_cache(maxsize=8)
def _without_asides(page: Page) -> Flow:
    return Flow.of([Line(line.number, _ASIDE.sub("", line.plain)) for line in page.lines], "\n")


def _place(kind: Kind, text: str, title: str, often: int) -> int | None:
    """Where the text shows the kind; None where neither it nor the title does."""
    decoys, in_title, signs, words = _patterns(kind)
    clear, name = (decoys.sub(_blotted, part) if decoys else part for part in (text, title))
    if in_title and (match := in_title.search(name)):
        titled = text.find(title)
        return titled + match.start() if titled >= 0 else max(0, clear.find(match.group()))
    if signs and (match := signs.search(clear)):
        return match.start()
    places = [match.start() for match in words.finditer(clear)] if words else []
    return places[0] if len(places) >= often else None


def _blotted(decoy: re.Match[str]) -> str:
    """As many line feeds as characters, so that no word is found there and places stay what they
    are.
    """
    return "\n" * len(decoy.group())


@cache
def _patterns(kind: Kind) -> tuple[re.Pattern[str] | None, ...]:
    return tuple(_any_of(group) for group in (kind.decoys, kind.title, kind.signs, kind.words))


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    ordered = sorted((re.escape(plain(word)) for word in words), key=len, reverse=True)
    return re.compile("|".join(ordered)) if ordered else None
