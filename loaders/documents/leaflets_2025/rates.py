"""The rates of a leaflet (補助率): each fraction with the size of firm or the frame
that it is for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Rate
from loaders.facts.beside import with_programme
from loaders.facts.blocks import with_blocks
from loaders.facts.cases import raised
from loaders.facts.headed import with_headings
from loaders.facts.noted import with_notes
from loaders.facts.whose import whose
from loaders.text.compact import Compact
from loaders.text.neighbours import with_before
from loaders.text.page import Page
from loaders.text.shares import no_share, read_share, rounded

_FRACTION = re.compile(
    r"(?P<top>\d{1,2})/(?P<under>\d{1,2})(?:以内|以下|等)?(?![\d/%])|(?<=は)定額"
)
_TALKS_OF_RATES = re.compile(
    r"補助率|費用の$|部分は$|円[:]$|以下[:]$|[~・、]$"
    r"|(?:企業|事業者|購入費)(?:\(※\d\))?[:はに]*$|類型[:]$|\([a-z]\)[:]$|もしくは$"
)
_UP_TO = re.compile(r"~\d{1,2}/\d{1,2}(?:以内)?(?![\d/%])")  # 1/2~2/3 is one rate
_ENDS_A_RANGE = re.compile(r"(?<!\d)\d{1,2}/\d{1,2}~$")
_DATE = re.compile(r"[-~]\d{1,2}/\d|を除く")
_SIZES = (
    ("大企業", re.compile(r"大企業[^、。\d]{0,6}$")),
    (
        "小規模事業者",
        re.compile(r"小規模(?:企業|事業者)?(?:・再生)?(?:事業者)?(?:に該当する)?[^、。\d※]{0,6}$"),
    ),
    ("中小企業", re.compile(r"中小企業(?:者|等)?[^、。\d※]{0,4}$")),
)
_ITS_BRACKET = re.compile(r"\(小規模(?:企業|事業者|・再生)[^()\d]{0,12}\)")
_OTHERWISE = re.compile(r"もしくは\d{1,2}/\d{1,2}\(小規模")
# 1/2・2/3※ … ※…小規模事業者に該当する場合:2/3
_TWO = re.compile(r"^・(?P<second>\d{1,2}/\d{1,2})※(?!\d)")
_SECOND_IS_SMALL = re.compile(r"小規模事業者に該当\s*する場合:(?P<rate>\d/\d)")
_NAMED = re.compile(
    rf"(?P<size>{'|'.join(size_names())})(?:等)?※?\(以下「(?P<name>[^「」]{{2,12}})」\)"
)
_LABEL_BEFORE = re.compile(r"補助率[^。]{0,40}$")
# 買い手支援類型:1/3・1/2 …: the type that names itself, and the rates behind it
_TYPED = re.compile(r"(?P<frame>[一-龥ァ-ヶーA-Za-z]{2,16}(?:類型|枠|型)):(?:[\d/・、※]|以内)*$")
# for what a rate is beside the size of the firm: a step of the sum, a cost, who else gets it
_BANDS = (
    re.compile(
        r"(?P<band>(?:補助金額)?[\d,]+[万億]円(?:まで|を超える部分|以下の部分|超の部分))は$"
    ),
    re.compile(r"(?P<band>~?[\d,]+[万億]円(?:以下|~[\d,]+[万億]円)):$"),
    re.compile(r"(?P<band>[一-龥ァ-ヶーA-Z・]{2,14}(?:費|等|経費)):$"),
    re.compile(r"(?P<band>\([a-z]\)(?:・\([a-z]\))*):$"),
    re.compile(r"(?P<band>[一-龥ァ-ヶー]{3,14}(?:機関|団体|組合)等?)は$"),
)
_ABOVE = re.compile(r"(?P<sum>[\d,]+[万億]円)(?:を超える|超の)部分")
_SUBSIDY = "補助金額"
_IN_A_NUMBER = "0123456789/."
_WINDOW = 160  # characters in which the note to a cell stands


def shares(page: Page) -> list[Rate]:
    """Every rate that the leaflet prints, in the order of the lines, also where it is told again.
    What stands behind 補助率 like a share and is none (3/0) is refused (`Page.refuse`).
    """
    compact = Compact.of(page)
    text = compact.text
    names = {match["name"]: match["size"] for match in _NAMED.finditer(text)}
    rates: list[tuple[Rate, int]] = []
    ends: list[int] = []
    for before, match in with_before(_fractions(compact)):
        if not _is_rate(compact, match):
            continue
        line = compact.line_at(match.start())
        share = read_share(text, match.start())
        if share is None and match["top"]:
            if _is_labelled(compact.text, match):
                page.refuse(line, no_share(text, *match.span()))
            continue
        size = _size(text, match, before, names)
        up_to = _UP_TO.match(text, match.end())
        rate = Rate(
            printed=match.group() + (up_to.group() if up_to else ""),
            value=None if share is None or up_to else rounded(share),
            size_class=size,
            frame=_typed(compact, match.start()),
            band=None if size else _band(text, match.start()) or raised(text, *match.span()),
            line=line,
        )
        rate = with_programme(compact, rate, match.start())
        rates.append((whose(compact, *match.span()).applied_to(rate), match.start()))
        ends.append(match.end())
    headed = with_headings(compact, rates)
    spans = zip(headed, (at for _, at in rates), ends, strict=True)
    return _distinct(with_blocks(page, with_notes(compact, list(spans))))


def _fractions(compact: Compact) -> Iterator[re.Match[str]]:
    """What is printed like a rate; where one line ends and the next begins with a digit, the two
    are no number.
    """
    text = compact.text
    seams = [o for o in compact.openings if text[o - 1 : o].isdecimal() and text[o].isdecimal()]
    bounds = [0, *sorted(seams), len(text)]
    for start, end in pairwise(bounds):
        for match in _FRACTION.finditer(text, start, end):
            if _in_a_row(compact, *match.span()) or _ENDS_A_RANGE.search(text, 0, match.start()):
                continue
            if match.start() in (0, start) or text[match.start() - 1] not in _IN_A_NUMBER:
                yield match


def _in_a_row(compact: Compact, start: int, end: int) -> bool:
    """Whether it is a cell in a row of fractions, whose heads the layout has set apart."""
    before = compact.text[start - 1 : start] == " " and start not in compact.openings
    return before or (compact.text[end : end + 1] == " " and end + 1 not in compact.openings)


def _typed(compact: Compact, at: int) -> str | None:
    """The type of the measure that names itself before the rate, or before those that it follows;
    its name begins where a line does, if one begins in it.
    """
    match = _TYPED.search(compact.text, max(0, at - 40), at)
    return compact.since_a_line_began(*match.span("frame")) if match else None


def _band(text: str, at: int) -> str | None:
    """For what, beside the size of the firm, the words right before the rate say that it is; of a
    part above a sum, that it is one of the subsidy where the words for the part below say so.
    """
    lead = text[max(0, at - 40) : at]
    band = next((match["band"] for pattern in _BANDS if (match := pattern.search(lead))), None)
    above = _ABOVE.fullmatch(band or "")
    below = above and f"{_SUBSIDY}{above['sum']}まで" in text[max(0, at - 100) : at]
    return f"{_SUBSIDY}{band}" if below else band


def _is_rate(compact: Compact, match: re.Match[str]) -> bool:
    lead = compact.text[max(0, match.start() - 16) : match.start()]
    if match.group() == "定額":
        return True
    if _DATE.match(compact.text[match.start() - 1 : match.start() + 4]) or re.search(
        r"および$|\d-$", lead
    ):
        return False
    begins_line = match.start() in compact.openings
    return (
        begins_line
        or bool(_TALKS_OF_RATES.search(lead))
        or "補助率" in lead
        or _is_labelled(compact.text, match)
    )


def _is_labelled(text: str, match: re.Match[str]) -> bool:
    return bool(_LABEL_BEFORE.search(text, max(0, match.start() - 48), match.start()))


def _size(
    text: str, match: re.Match[str], before: re.Match[str] | None, names: dict[str, str]
) -> str | None:
    """The size class that the words before the rate name; the note to a cell, the bracket behind
    it.
    """
    after = text[match.end() : match.end() + _WINDOW]
    if two := _TWO.match(after):
        note = _SECOND_IS_SMALL.search(after)
        return "中小企業" if note and note["rate"] == two["second"] else None
    if before is not None and _TWO.match(text[before.end() : match.end() + 2]):
        note = _SECOND_IS_SMALL.search(after)
        return "小規模事業者" if note and note["rate"] == match.group() else None
    if _ITS_BRACKET.match(after):
        return "小規模事業者"
    if _OTHERWISE.match(after):
        return "中小企業"
    lead = re.split(r"[。、]|類型:", text[max(0, match.start() - 24) : match.start()])[-1]
    for size, pattern in _SIZES:
        if pattern.search(lead):
            return size
    for alias, size in names.items():
        if re.search(rf"{alias}[^、。\d]{{0,4}}$", lead):
            return size
    return None


def _distinct(rates: Sequence[Rate]) -> list[Rate]:
    """Each rate of a line once."""
    kept: dict[tuple[object, ...], Rate] = {}
    for rate in rates:
        kept.setdefault((rate.printed, rate.size_class, rate.frame, rate.band, rate.line), rate)
    return sorted(kept.values(), key=lambda rate: rate.line)
