"""The name that a leaflet gives its measure.

A leaflet's logo comes out of the PDF in pieces, so the name is looked for where the text says it
whole: in quotes (「…補助金」で …), where it is explained (…とは、), alone on a line, and last in
the name of its desk.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.documents.entry import Title, readable
from loaders.documents.leaflets_2025.pages import CALL, Leaflet
from loaders.text.lines import Line
from loaders.text.neighbours import with_before

_KIND = r"(?:補助金|助成金|給付金|交付金|支援金|事業費?|宣言|制度|プログラム|税制|保証|融資|認定)"
_BY_NAME = r"(?:[(（][^()（）]{2,16}[)）])?"
_QUOTED = re.compile(rf"^「(?P<name>[^「」]{{2,40}}?{_KIND}{_BY_NAME})」(?:で|を|の|\\s|$)")
_EXPLAINED = re.compile(
    rf"^[「]?(?P<name>[^「」、。]{{2,36}}?{_KIND}{_BY_NAME})[」]?とは(?:[、，?？]|$)"
)
# a name of no known kind, where nothing else can stand: a quoted line of its own, or what is
# explained
_QUOTED_LINE = re.compile(r"^「(?P<name>[^「」。!！?？]{4,44})」(?:で|$)")
_EXPLAINED_FIRST = re.compile(r"^「?(?P<name>[^「」、。]{4,36}?)」?とは(?:、|$)")
_ALONE = re.compile(
    rf"^(?P<name>[^「」、。!:！：・※()]{{0,36}}?{_KIND}{_BY_NAME})(?:始動|開始|スタート)?[!！]?$"
)
_GUIDE = re.compile(r"^(?P<name>[^「」、。!]{2,24}のご案内)$")
_NO_NAME = re.compile(
    rf"^(?:[＊*]|その他|令和|(?:本|各|当|補助|融資|信用)?{_KIND}$)|(?:補助|実施|融資)制度$"
)
_BEGUN = re.compile(r"[一-龥]支援$")  # a name that goes on on the next line (…支援/プログラム)
_SHORT = 6
_RECRUITS = re.compile(r"^(?P<whom>[^、。!]{2,16})を募集[!！]?$")


def title_of(leaflet: Leaflet) -> Title | None:
    """The leaflet's title, or None where no line says a name."""
    front = [line for line in leaflet.front.lines if not line.blank]
    back = [line for line in leaflet.back if not line.blank]
    for lines, pattern in (
        (front, _QUOTED),
        (front, _QUOTED_LINE),
        (front, _EXPLAINED),
        (front, _ALONE),
        (front, _GUIDE),
        (front, _EXPLAINED_FIRST),
        (back, _ALONE),
        (back, _QUOTED),
    ):
        if (title := next(_found(lines, pattern), None)) is not None:
            return title
    return None


def _found(lines: Sequence[Line], pattern: re.Pattern[str]) -> Iterator[Title]:
    for before, line in with_before(lines):
        match = pattern.match(readable(line.text))
        if match is None or CALL.match(line.plain):
            continue
        name = match["name"].strip()
        if (
            before
            and before.number == line.number - 1
            and len(name) <= _SHORT
            and _BEGUN.search(before.plain)
        ):
            yield Title(readable(before.text) + name, (before.number, line.number))
        elif not _NO_NAME.search(name):
            yield Title(name, (line.number,))


def calls(leaflet: Leaflet) -> list[tuple[str, int]]:
    """To whom the front calls out (…の皆様へ), with the line; and whom it recruits (…を募集！)."""
    called = [
        (match["whom"], line.number)
        for line in leaflet.front.lines
        if (match := CALL.match(line.plain)) and len(line.plain) <= 48
    ]
    return called + [
        (match["whom"], line.number)
        for line in leaflet.front.lines
        if (match := _RECRUITS.match(line.plain))
    ]
