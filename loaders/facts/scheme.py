"""Who pays whom: the flow of the money (or of the order), where a page draws it or says it."""

from __future__ import annotations

import re
from itertools import pairwise

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Scheme
from loaders.facts.prose import running_text
from loaders.text.lines import Flow, Line
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class="|".join(size_names()))
_ARROW = _PATTERNS["arrow"]
_ENTRUSTED = _PATTERNS["entrusted"]
_BY_THE_STATE = _PATTERNS["by_the_state"]
_STATE_HELPS = _PATTERNS["state_helps"]
_SET_ASIDE = _PATTERNS["set_aside"]
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
    payments += _drawn(page)
    return list({(s.payer, s.receiver, s.how): s for s in payments}.values())


def _stated(flow: Flow) -> list[Scheme]:
    stated = []
    for match in _ARROW.finditer(flow.text):
        way = _WAY.search(flow.text)
        stated.append(
            Scheme(
                payer=match["payer"],
                receiver=match["receiver"],
                how=way["how"] if way else None,
                line=flow.line_at(match.start()),
            )
        )
    by_the_state = [
        *([entrusted] if (entrusted := _ENTRUSTED.match(flow.text)) else []),
        *_BY_THE_STATE.finditer(flow.text),
        *_STATE_HELPS.finditer(flow.text),
        *_SET_ASIDE.finditer(flow.text),
    ]
    stated += [
        Scheme(
            payer=_STATE,
            receiver=match["receiver"],
            how=match["how"],
            line=flow.line_at(match.start("receiver")),
        )
        for match in by_the_state
    ]
    return stated


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
        labels = _labels(lines[max(0, at - _NEAR) : at + _NEAR + 1])
        if not labels:
            continue  # a row of names without a word on money is no flow of it
        # what the state pays out as a lump comes first in the flow
        labels.sort(key=lambda label: not _LUMP.search(label))
        for i, (payer, receiver) in enumerate(pairwise(boxes)):
            drawn.append(
                Scheme(
                    payer=payer,
                    receiver=receiver,
                    how=labels[min(i, len(labels) - 1)],
                    line=line.number,
                )
            )
    return drawn


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
        match["how"] + (f"({match['rate']})" if match["rate"] else "")
        for match in _WAY.finditer(text.replace("\n(", "("))
    ]
    return ways or [
        label for line in lines if _LABEL.match(line.plain) for label in line.plain.split()
    ]
