"""Other measures and programmes that a page names: those that it is a part of, and those that it
mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.catalogue.records import Related
from loaders.text.glyphs import ITEMS
from loaders.text.lines import Flow, fold
from loaders.text.page import Page

_SHORTEST = 5  # a folded title shorter than this is a word of the language too
_VERSION = re.compile(r"(?:\d+(?:\.\d+)*|\([^()]{1,20}\)|令和\d+年度?版?)$")
_PARENT = re.compile(r"^(?P<whole>.{5,}?)(?:の)?うち(?=[『「]?\S)")
_KINDS = r"(?:事業費?|資金|税制|補助金|交付金|助成金|プログラム|プラットフォーム|コンソーシアム|ガイドブック|基金|協議会|保険)(?:\([^()「」]{2,20}\))?"
_QUOTED = re.compile(rf"「(?P<name>[^「」。、]{{3,40}}?{_KINDS})」(?P<after>.{{0,6}})")
_BRACKETED = re.compile(r"\((?P<name>[一-龥々ァ-ヶー・]{4,30}(?:交付金|補助金|基金))\)")
# the name of a sum that the measure gets a part of
_POT = re.compile(
    r"(?P<name>[^\s。、"
    rf"()「」【】{ITEMS}:<>%]{{4,60}}?(?:事業費?|交付金|補助金|推進費|基金))(?:等)?\s*(?:令和\d+年度[^\d。"
    r"]{0,14})?\s*(?:約|総額)?\s*(?:[\d,.]+\s*(?:億|百万|千万|万|千)*円)?\s*の?\s*内数"
)
_BEFORE_POT = re.compile(
    r"^.*?(?:(?:令和|R)\d+(?:年度)?(?:第\d次)?(?:当初|補正)?(?:予算)?(?:案|\(案\))?額?|予算(?:案)?額?|(?:億|百万|千|万)?円)+(?:及び|並びに)?"
)
_OF_A_BODY = re.compile(r"運営費交付金$|^(?:[A-Z]{3,}|独立行政法人|国立研究開発法人)[^\s]*交付金$")
_PART = re.compile(r"^(?:」において|」?(?:の一環|のうち|の中で))")


def related(page: Page, titles: Sequence[str], own_title: str) -> list[Related]:
    """What else the page names, each once, in the order of the lines; `relation` is `part_of` or
    `mentions`.

    `titles` are those of all measures of the booklet, `own_title` that of the page. A measure is
    named by its title; a programme that is none of them as printed. `measure` stays empty: ids are
    known only when every page has been read.
    """
    flow = Flow.of(page.lines)
    found: dict[str, Related] = {}
    for related_one in (
        *_whole(flow, own_title),
        *_pots(flow, own_title),
        *_titled(flow, titles, own_title),
        *_printed(flow, own_title),
    ):
        if not any(
            fold(related_one.name) in other or other in fold(related_one.name) for other in found
        ):
            found[fold(related_one.name)] = related_one
    return sorted(found.values(), key=lambda r: (r.line, r.name))


def _whole(flow: Flow, own_title: str) -> Iterator[Related]:
    """「Aのうち B」: the measure B is a part of A."""
    if match := _PARENT.match(own_title):
        name = match["whole"].strip().rstrip("(（")
        text, offsets = _folded(flow)
        at = text.find(fold(name))
        yield Related(
            name=name, relation="part_of", line=flow.line_at(offsets[at] if at >= 0 else 0)
        )


def _pots(flow: Flow, own_title: str) -> Iterator[Related]:
    """「…事業 27.9億円の内数」: the measure is paid from a programme of that name. The grant that
    runs a body is no programme.
    """
    for match in _POT.finditer(flow.text):
        name = _BEFORE_POT.sub("", match["name"]).lstrip("・").removeprefix("及び")
        if len(name) >= _SHORTEST and not _OF_A_BODY.search(name) and not _is_own(name, own_title):
            yield Related(
                name=name, relation="part_of", line=flow.line_at(match.end("name") - len(name))
            )


def _titled(flow: Flow, titles: Sequence[str], own_title: str) -> Iterator[Related]:
    """Titles of the booklet in the page's text, with or without the version or bracket at their
    end; the longest name takes the place.
    """
    text, offsets = _folded(flow)
    names = _names(tuple(titles))
    taken = (
        [m.span() for m in re.finditer(re.escape(fold(own_title)), text)] if fold(own_title) else []
    )
    for folded, title in names:
        for match in re.finditer(re.escape(folded), text) if folded in text else ():
            at, end = match.span()
            if any(start < end and at < stop for start, stop in taken):
                continue
            taken.append((at, end))
            if not _is_own(title, own_title):
                yield Related(
                    name=title,
                    relation=(
                        "part_of" if _PART.match(text[end:].replace("'", "」", 1)) else "mentions"
                    ),
                    line=flow.line_at(offsets[at]),
                )


@lru_cache(maxsize=4)
def _names(titles: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each way to write a title, folded, with the title; the longest first."""
    forms = {
        fold(form): title for title in titles for form in (_VERSION.sub("", title).strip(), title)
    }
    return tuple(
        sorted(
            ((form, title) for form, title in forms.items() if len(form) >= _SHORTEST),
            key=lambda named: (-len(named[0]), named[0]),
        )
    )


def _printed(flow: Flow, own_title: str) -> Iterator[Related]:
    """Names of programmes in quotes or brackets."""
    for match in _QUOTED.finditer(flow.text):
        if not _is_own(match["name"], own_title):
            relation = "part_of" if _PART.match("」" + match["after"]) else "mentions"
            yield Related(
                name=match["name"], relation=relation, line=flow.line_at(match.start("name"))
            )
    for match in _BRACKETED.finditer(flow.text):
        if not _is_own(match["name"], own_title):
            yield Related(
                name=match["name"], relation="mentions", line=flow.line_at(match.start("name"))
            )


def _is_own(name: str, own_title: str) -> bool:
    """Whether the name is the page's own, or a piece of it."""
    return fold(name) in fold(own_title) or fold(_VERSION.sub("", own_title).strip()) == fold(name)


_fold_one = lru_cache(maxsize=8192)(fold)


def _folded(flow: Flow) -> tuple[str, list[int]]:
    """The flow's text folded, and for each character of it its offset in the flow."""
    parts, offsets = [], []
    for at, char in enumerate(flow.text):
        folded = _fold_one(char)
        parts.append(folded)
        offsets.extend([at] * len(folded))
    return "".join(parts), offsets
