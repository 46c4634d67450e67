"""Who pays whom: the flow of the money (or of the order), where a page draws it or says it."""

from __future__ import annotations

import re

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Scheme
from loaders.facts.prose import running_text
from loaders.text.lines import Flow, Line
from loaders.text.page import Page

_HOW = r"補助|委託|出資|融資|交付|助成|拠出|利子補給|貸付|保証"
_ACTOR = (
    r"(?:(?:独立行政法人|国立研究開発法人|一般社団法人|公益財団法人|株式会社)?[一-龥ァ-ヶーA-Za-z&・]{1,24}?"
    r"(?:省|庁|府|国|機構|法人|団体|機関|企業|事業者|会社|組合|協会|財団|センター|公庫|銀行|基金|労働局|事業主|大学|協議会|都道府県|市町村)(?:\([^()]{1,16}\))?等?)"
)
# 厚生労働省→株式会社等
_ARROW = re.compile(rf"(?P<payer>国|{_ACTOR})\s*[→⇒➡]\s*(?P<receiver>株式会社等?|{_ACTOR})")
# …機構へ委託 (from the page's ministry: the payer is 国)
_ENTRUSTED = re.compile(rf"^\W*(?P<receiver>{_ACTOR})へ(?P<how>委託|補助|交付|出資|拠出)")
# …を国が補助することにより、中小企業…; 補正予算で…機構に措置
_BY_THE_STATE = re.compile(
    rf"国が(?P<how>補助|助成)することにより、?(?P<receiver>{'|'.join(size_names())})"
)
_SET_ASIDE = re.compile(rf"予算で(?P<receiver>{_ACTOR})に(?P<how>措置)")
# a drawing's row of boxes: 国 基金管理団体 民間団体; the first pays the second, the second the
# third
_BOX = r"(?:国|(?:(?:独立行政法人|国立研究開発法人|一般社団法人|公益財団法人)?[一-龥ァ-ヶー]{2,14}(?:法人|団体|機関|企業|事業者|機構|組合|協会|財団|公庫|銀行|都道府県|市町村))(?:\([^()\s]{1,12}\))?等?)"
_ROW = re.compile(rf"^{_BOX}(?:\s+{_BOX}){{1,3}}$")
_GLUED = re.compile(
    r"^(?P<rest>.*?等)(?P<state>国)$"
)  # 民間企業等国: the last box has lost its blank
_WAY = re.compile(rf"(?P<how>{_HOW})\s*(?:\((?P<rate>[^()]{{1,24}})\))?")
_LABEL = re.compile(
    rf"^(?:定額)?(?:{_HOW})(?:\([^()]*\))?$|^\((?:定額|[\d/、"
    r"\s等]+)\)$|^(?:定額|\d/\d)(?:\s+(?:定額|\d/\d))*$"
)
_BEGINS_A_NAME = re.compile(
    r"^(?:独立行政法人|国立研究開発法人|一般社団法人|公益財団法人)[^()、。]{0,16}$"
)
_NEAR = 6  # a drawing's label stands within so many lines of its boxes


def scheme(page: Page) -> list[Scheme]:
    """The payments that the page draws or states: payer, receiver, how (補助（定額）, 委託 …). One
    record a pair.

    A heading 事業スキーム without a flow gives nothing.
    """
    found: list[Scheme] = []
    for flow in running_text(page):
        found.extend(_stated(flow))
    found.extend(_drawn(page))
    return list({(s.payer, s.receiver, s.how): s for s in found}.values())


def _stated(flow: Flow) -> list[Scheme]:
    stated = []
    for match in _ARROW.finditer(flow.text):
        how = _WAY.search(flow.text)
        stated.append(
            Scheme(
                payer=match["payer"],
                receiver=match["receiver"],
                how=how["how"] if how else None,
                line=flow.line_at(match.start()),
            )
        )
    if match := _ENTRUSTED.match(flow.text):
        stated.append(
            Scheme(
                payer="国",
                receiver=match["receiver"],
                how=match["how"],
                line=flow.line_at(match.start("receiver")),
            )
        )
    for pattern in (_BY_THE_STATE, _SET_ASIDE):
        stated += [
            Scheme(
                payer="国",
                receiver=match["receiver"],
                how=match["how"],
                line=flow.line_at(match.start("receiver")),
            )
            for match in pattern.finditer(flow.text)
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
        if len(boxes) < 2 or "国" not in boxes:
            continue
        labels = _labels(lines[max(0, at - _NEAR) : at + _NEAR + 1])
        if not labels:
            continue  # a row of names without a word on money is no flow of it
        labels.sort(
            key=lambda how: "定額" not in how
        )  # what the state pays out as a lump comes first in the flow
        for i, (payer, receiver) in enumerate(zip(boxes, boxes[1:])):
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
    return before + text if _BEGINS_A_NAME.match(before) and not re.search(r"\s", before) else text


def _boxes(text: str) -> list[str]:
    """The boxes of a row, from the state on."""
    if glued := _GLUED.match(text):
        text = f"{glued['rest']} {glued['state']}"
    if not _ROW.match(text):
        return []
    boxes = text.split()
    if "国" in boxes:  # PDF text often puts the first box last
        boxes.remove("国")
        boxes.insert(0, "国")
    return boxes


def _labels(lines: list[Line]) -> list[str]:
    """How it is paid, as the labels near a drawing say: 補助（定額）, 定額."""
    text = "\n".join(line.plain for line in lines)
    found = [
        match["how"] + (f"({match['rate']})" if match["rate"] else "")
        for match in _WAY.finditer(text.replace("\n(", "("))
    ]
    return found or [
        label for line in lines if _LABEL.match(line.plain) for label in line.plain.split()
    ]
