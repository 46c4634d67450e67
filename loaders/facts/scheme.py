"""Who pays whom: the flow of the money (or of the order), where a page draws it or says it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Scheme
from loaders.facts.hops import hops
from loaders.facts.prose import running_text
from loaders.text.lines import Flow, Line
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class="|".join(size_names()))
_MONEY_WORD = _PATTERNS["money_word"]
_ENTRUSTED = _PATTERNS["entrusted"]
_BY_THE_STATE = _PATTERNS["by_the_state"]
_STATE_HELPS = _PATTERNS["state_helps"]
_SET_ASIDE = _PATTERNS["set_aside"]
_ENTRUSTED_TO = _PATTERNS["entrusted_to"]
_FROM_WHOM = _PATTERNS["from_whom"]
_PAYER_FIRST = _PATTERNS["payer_first"]
_RECEIVER_FIRST = _PATTERNS["receiver_first"]
_PAID_TO = _PATTERNS["paid_to"]
_PAID_OUTRIGHT = _PATTERNS["paid_outright"]
_COSTS_BORNE = _PATTERNS["costs_borne"]
_PAYMENT_TO = _PATTERNS["payment_to"]
_EXECUTED_BY = _PATTERNS["executed_by"]
_FUND = _PATTERNS["fund"]
_SUBJECT = _PATTERNS["subject"]
_OPERATING_GRANT = _PATTERNS["operating_grant"]
_AS_ORDER = _PATTERNS["as_order"]
_BY_RECEIVER = _PATTERNS["by_receiver"]
_FIRMS = _PATTERNS["firms"]
_SHARED_OUT = _PATTERNS["shared_out"]
_LUMP_LABEL = _PATTERNS["lump_label"]
_ROW = _PATTERNS["row"]
_GLUED = _PATTERNS["glued"]
_WAY = _PATTERNS["way"]
_LABEL = _PATTERNS["label"]
_LUMP = _PATTERNS["lump"]
_BEGINS_A_NAME = _PATTERNS["begins_a_name"]
_BLANK = re.compile(r"\s")
_STATE = "国"
_NEAR = 6  # a drawing's label stands within so many lines of its boxes


def scheme(page: Page) -> list[Scheme]:
    """The payments that the page draws or states: payer, receiver, how (補助（定額）, 委託 …). One
    record a pair.

    A heading 事業スキーム without a flow gives nothing.
    """
    payments = [payment for flow in running_text(page) for payment in _stated(flow)]
    payments += _by_arrows(page)
    payments += _drawn(page)
    return list({(s.payer, s.receiver, s.how): s for s in payments}.values())


def left_open(page: Page) -> list[int]:
    """The lines of a box 国 that stands alone: a drawing whose other boxes the text does not lead
    to.
    """
    lines = [line for line in page.lines if not line.blank]
    return [
        line.number
        for at, line in enumerate(lines)
        if line.plain == _STATE
        and any(len(near.plain) > 1 for near in lines[max(0, at - 1) : at])
        and not any(s.line == line.number for s in _by_arrows(page))
    ]


def _stated(flow: Flow) -> list[Scheme]:
    if not _MONEY_WORD.search(flow.text):
        return []
    stated = [
        Scheme(
            payer=match["payer"],
            receiver=match["receiver"],
            how=match["how"],
            line=flow.line_at(match.start()),
        )
        for pattern in (_FROM_WHOM, _PAYER_FIRST, _RECEIVER_FIRST)
        for match in pattern.finditer(flow.text)
    ]
    by_the_state = [
        *([entrusted] if (entrusted := _ENTRUSTED.match(flow.text)) else []),
        *_BY_THE_STATE.finditer(flow.text),
        *_STATE_HELPS.finditer(flow.text),
        *_SET_ASIDE.finditer(flow.text),
        *_ENTRUSTED_TO.finditer(flow.text),
        *_PAID_TO.finditer(flow.text),
        *_PAID_OUTRIGHT.finditer(flow.text),
        *_COSTS_BORNE.finditer(flow.text),
        *_PAYMENT_TO.finditer(flow.text),
        *_EXECUTED_BY.finditer(flow.text),
        *_FUND.finditer(flow.text),
        *_AS_ORDER.finditer(flow.text),
        *_OPERATING_GRANT.finditer(flow.text),
    ]
    stated += [
        Scheme(
            payer=subject["payer"] if (subject := _subject(flow.text, match)) else _STATE,
            receiver=match["receiver"],
            how=match["how"],
            line=flow.line_at(match.start("receiver")),
        )
        for match in by_the_state
    ]
    return stated


def _subject(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Who pays, where the sentence has another subject than the state."""
    if match.re not in (_ENTRUSTED_TO, _PAID_TO, _PAID_OUTRIGHT, _COSTS_BORNE):
        return None
    return _SUBJECT.search(text, 0, match.start("receiver"))


def _by_arrows(page: Page) -> list[Scheme]:
    """The hops that arrows draw; one alone without a label is paid as the lines near it say."""
    drawn = hops(page.flow.text)
    payments = []
    for hop in drawn:
        line = page.flow.line_at(hop.start)
        near = [x for x in page.lines if abs(x.number - line) <= 1]
        way = _WAY.search(Flow.of(near).text) if hop.how is None and len(drawn) == 1 else None
        how = way["how"] if way else hop.how
        payments.append(Scheme(payer=hop.payer, receiver=hop.receiver, how=how, line=line))
    return payments


def _drawn(page: Page) -> list[Scheme]:
    """The rows of boxes of a drawing, with the labels that stand near it, in order of the flow from
    the state.
    """
    drawn = []
    lines = [line for line in page.lines if not line.blank]
    for at, line in enumerate(lines):
        boxes = _boxes(_with_its_beginning(lines, at))
        if len(boxes) < 2 or _STATE not in boxes:
            continue
        near = lines[max(0, at - _NEAR) : at + _NEAR + 1]
        labels = _labels(near)
        if not labels:
            continue  # a row of names without a word on money is no flow of it
        # what the state pays out as a lump comes first in the flow
        labels.sort(key=lambda label: not _LUMP.search(label))
        steps = [
            Scheme(
                payer=payer,
                receiver=receiver,
                how=labels[min(i, len(labels) - 1)],
                line=line.number,
            )
            for i, (payer, receiver) in enumerate(pairwise(boxes))
        ]
        drawn += _told_apart(steps, near)
    return drawn


def _told_apart(steps: list[Scheme], near: Sequence[Line]) -> list[Scheme]:
    """The steps; where a line says what each receiver of the last gets (大企業には1/3補助、大学等
    には委託), the firms get what it says of firms, and others are receivers of their own.
    """
    flow, last = Flow.of(near), steps[-1]
    told = list(_BY_RECEIVER.finditer(flow.text))
    if len(told) < 2 or not _FIRMS.search(last.receiver):
        return steps
    shares = [match["share"] for match in told if _FIRMS.search(match["receiver"])]
    way = next((match["how"] for match in told if _FIRMS.search(match["receiver"])), last.how)
    rates = "、".join(filter(None, shares))
    others = [
        Scheme(
            payer=last.payer,
            receiver=match["receiver"],
            how=match["how"] + (f"({match['share']})" if match["share"] else ""),
            line=flow.line_at(match.start()),
        )
        for match in told
        if not _FIRMS.search(match["receiver"])
    ]
    whole = last.model_copy(update={"how": f"{way}({rates})" if rates else way})
    return [*steps[:-1], whole, *others]


def lumps_passed_on(page: Page) -> set[int]:
    """The lines of a lump that the state pays to a body which pays others: no rate of theirs."""
    drawn = _drawn(page)
    payers = {step.payer for step in drawn}
    rows = {
        step.line
        for step in drawn
        if step.payer == _STATE and step.receiver in payers and _LUMP.search(step.how or "")
    }
    lines = [line for line in page.lines if not line.blank]
    return {
        near.number
        for at, line in enumerate(lines)
        if line.number in rows
        for near in lines[max(0, at - _NEAR) : at + _NEAR + 1]
        if _LUMP_LABEL.match(near.plain)
    }


def _with_its_beginning(lines: list[Line], at: int) -> str:
    """The line, with the one before it where that begins a body's long name that this one ends
    (…日本医療/研究開発機構(AMED) …).
    """
    text, before = lines[at].plain, lines[at - 1].plain if at else ""
    return before + text if _BEGINS_A_NAME.match(before) and not _BLANK.search(before) else text


def _boxes(text: str) -> list[str]:
    """The boxes of a row, from the state on."""
    if glued := _GLUED.match(text):
        text = f"{glued['rest']} {glued['state']}"
    if not _ROW.match(text):
        return []
    boxes = text.split()
    if _STATE in boxes:  # PDF text often puts the first box last
        boxes.remove(_STATE)
        boxes.insert(0, _STATE)
    return boxes


def _labels(lines: list[Line]) -> list[str]:
    """How it is paid, as the labels near a drawing say: 補助（定額）, 定額."""
    text = "\n".join(line.plain for line in lines)
    ways = [
        match["how"] + (f"({share})" if (share := match["rate"] or match["lump"]) else "")
        for match in _WAY.finditer(text.replace("\n(", "("))
        if not _SHARED_OUT.search(text.replace("\n(", "("), 0, match.start())
    ]
    return ways or [
        label for line in lines if _LABEL.match(line.plain) for label in line.plain.split()
    ]
