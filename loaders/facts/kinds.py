"""What kind of measure a page tells of: by what means it helps, whom, and to which sectors it is confined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from loaders import vocabulary
from loaders.page import Page
from loaders.text import plain
from loaders.vocabulary.matching import Squeezed
from loaders.vocabulary.words import Kind

# how often `words` of a kind must stand on a page before they show it: means are named in passing, sectors more so
_OFTEN_MEANS, _OFTEN_WHOM, _OFTEN_SECTOR = 3, 3, 6
# who is to be asked (…情報課), and the page's audience tag, which nearly every page carries, say nothing of the measure
_ASIDE = re.compile(r"お?問い?合わ?せ先?[:：].*|\S+@\S+|https?://\S+|^(?:(?:大|中堅|中小)(?:企業)?[・\s]*)+(?:企業)?$")


def instruments(page: Page, title: str) -> list[str]:
    """By what means the measure helps: names of instruments.yaml, in the order of the file."""
    return _shown(vocabulary.instruments(), page, title, _OFTEN_MEANS)


def beneficiaries(page: Page, title: str) -> list[str]:
    """Whom the measure helps: names of beneficiaries.yaml, in the order of the file."""
    return _shown(vocabulary.beneficiaries(), page, title, _OFTEN_WHOM)


def industries(page: Page, title: str) -> list[str]:
    """The sectors that the measure is confined to: names of industries.yaml; empty where it is open to all."""
    return _shown(vocabulary.industries(), page, title, _OFTEN_SECTOR)


def _shown(kinds: Sequence[Kind], page: Page, title: str, often: int) -> list[str]:
    text = Squeezed("\n".join(_ASIDE.sub("", line.plain) for line in page.lines if not line.blank)).text
    name = Squeezed(plain(title)).text
    return [kind.name for kind in kinds if _is_shown(kind, text, name, often)]


def _is_shown(kind: Kind, text: str, title: str, often: int) -> bool:
    decoys, in_title, signs, words = _patterns(kind)
    if decoys:
        text, title = decoys.sub("\n", text), decoys.sub("\n", title)
    if in_title and in_title.search(title):
        return True
    if signs and signs.search(text):
        return True
    return bool(words) and sum(1 for _ in words.finditer(text)) >= often


@cache
def _patterns(kind: Kind) -> tuple[re.Pattern[str] | None, ...]:
    return tuple(_any_of(group) for group in (kind.decoys, kind.title, kind.signs, kind.words))


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    ordered = sorted((re.escape(plain(word)) for word in words), key=len, reverse=True)
    return re.compile("|".join(ordered)) if ordered else None
