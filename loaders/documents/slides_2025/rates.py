"""What the parts of a slide pay: the rates that it prints under its numbered parts, and those of
its arrows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loaders.catalogue.records import Cap, Rate
from loaders.documents.slides_2025.labels import referred
from loaders.documents.slides_2025.parts import Part, part_at
from loaders.documents.slides_2025.scheme import Payment
from loaders.facts.caps import caps
from loaders.facts.listed import listed
from loaders.facts.rates import band_before, distinct_rates
from loaders.facts.whose import whose
from loaders.text.compact import Compact
from loaders.text.glyphs import ITEMS, RINGS
from loaders.text.page import Page
from loaders.text.shares import SHARE, no_share, read_share, rounded

_RATE_LABEL = re.compile(r"補助率(?!等)[:は]?")
_FRACTION = re.compile(rf"(?:{SHARE}|(?P<lump>定額))(?:以内|以下|程度|等)?")
# a note ends the rates but where it tells one more (※…の中小企業者等は1/2)
_NOTE = r"※(?![^※。:、]{3,30}(?:者|企業)等?は、?\d)"
_ENDS_RATES = re.compile(rf"上限|限度|[。{ITEMS}{RINGS}]|{_NOTE}|委託[:：]|対象|補助事業|交付要件")
_TERMS = re.compile(r"^\(\d\)\s*補助率")
_BARE_NUMBER = re.compile(r"^\(\d\)$")
_REACH = 120  # characters behind 補助率 in which its rates stand


def printed_rates(page: Page, named_parts: Sequence[Part]) -> list[Rate]:
    """The rates behind each 補助率, with the part and the size class that they are for. A share
    that is none (3/0, 150%) is refused (`Page.refuse`).
    """
    compact = Compact.of(page)
    rates: list[Rate] = []
    for label in _RATE_LABEL.finditer(compact.text):
        region = compact.text[label.end() : label.end() + _REACH]
        end = _ENDS_RATES.search(region)
        region = region[: end.start() if end else _REACH]
        for match in _FRACTION.finditer(region):
            start = label.end() + match.start()
            whom = whose(compact, start, label.end() + match.end())
            line = compact.line_at(start)
            value = _value(match)
            if value is None and not match["lump"]:
                page.refuse(line, no_share(region, *match.span()))
                continue
            lead = label.group() + region[: match.start()]
            rate = Rate(
                printed=match.group(),
                value=value,
                frame=part_at(named_parts, line),
                band=band_before(lead, sized=whom.size_class is not None)
                or listed(compact.text, label.start(), lead),
                line=line,
            )
            rates.append(whom.applied_to(rate))
    return distinct_rates(rates)


def drawn_rates(
    page: Page, payments: Sequence[Payment], printed: Sequence[Rate], named_parts: Sequence[Part]
) -> list[Rate]:
    """The rates on the arrows to those who are supported in the end; a rate that is printed behind
    補助率 is not told twice.

    As many flows as parts stand in the order of the parts, unless the drawing numbers them itself.
    A share that is none is refused (`Page.refuse`).
    """
    numbered = any(_BARE_NUMBER.match(line.plain) for line in page.lines)
    flows = sorted({payment.flow for payment in payments})
    in_order = len(named_parts) == len(flows) and not numbered
    printed_values = {value for rate in printed if (value := rate.value) is not None}
    rates = []
    for payment in payments:
        if payment.terms is None or not _pays_firms(payment):
            continue
        frame = referred(page, named_parts, payment)
        if frame is None and in_order:
            frame = named_parts[flows.index(payment.flow)].name
        for match in _FRACTION.finditer(payment.terms):
            value = _value(match)
            if value is None and not match["lump"]:
                what = no_share(payment.terms, *match.span())
                page.refuse(payment.scheme.line, what)
            elif value not in printed_values and not (printed and value is None):
                rates.append(
                    Rate(printed=match.group(), value=value, frame=frame, line=payment.scheme.line)
                )
    return list({(r.printed, r.frame): r for r in rates}.values())


def _pays_firms(payment: Payment) -> bool:
    """The last step of a flow, or its only one where it does not end at a body that passes the
    money on.
    """
    return payment.step == payment.steps - 1 and (
        payment.steps > 1 or not re.search(r"機構|団体|センター|協会|法人", payment.scheme.receiver)
    )


def limits(page: Page, named_parts: Sequence[Part]) -> list[Cap]:
    """The caps with the part that each stands under, where it has no frame of its own; equal caps
    of two parts are two.
    """
    starts = [i for i, line in enumerate(page.lines) if _TERMS.match(line.plain)]
    cuts = (
        [0, *starts, len(page.lines)]
        if starts and starts[0]
        else [*starts, len(page.lines)]
        if starts
        else [0, len(page.lines)]
    )
    read = [cap for start, end in pairwise(cuts) for cap in caps(page.part(page.lines[start:end]))]
    return [
        cap if cap.frame else cap.model_copy(update={"frame": part_at(named_parts, cap.line)})
        for cap in read
    ]


def _value(match: re.Match[str]) -> float | None:
    """The rate as a share of one; None for a lump (定額), and for what is no share."""
    share = read_share(match.string, match.start())
    return None if share is None else rounded(share)
