"""The drawing of a slide: who pays whom, and how, out of boxes and arrow labels that the PDF
scatters.

A flow begins at a box 国. The boxes printed on its line are its own; a box that stands alone
belongs to the nearest flow that still lacks one. Who stands nearer to the firms is paid later (国 →
機構 → 民間団体等 → 民間企業等 → 中小企業等).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from loaders.catalogue.records import Scheme
from loaders.documents.slides_2025.pages import HEADLINE
from loaders.text.compact import Compact
from loaders.text.glyphs import BULLETS, as_printed
from loaders.text.lines import Line
from loaders.text.neighbours import with_before
from loaders.text.page import Page

LONGEST_LINE = 34  # characters; what is longer is running text
MOST_BOXES = 3  # of one flow; of more boxes the text does not say who pays whom

_BODY = (
    r"(?:独立行政法人|国立研究開発法人|一般社団法人|一般財団法人|公益財団法人|\((?:独|国研|一社|一財)\))"
    r"[^()、。]{2,18}?(?:推進機構|振興機構|整備機構|開発機構|機構|研究所|研修館|センター|協会|財団)(?:\([A-Z]+\))?"
)
_HEAD = (
    r"[^()、。国補委]{1,8}(?:\(※\d\))?に基づく"
    r"[^()、。]{2,8}?機関等?(?:\([^()]{2,12}\))?(?:\(※\d\))?"
)
_CENTRE = r"都道府県[^()、。]{2,8}センター等?"
_SMALL = (
    r"(?:中堅・中小企業|中小企業(?:者|・小規模事業者)?|中小事業者|小規模事業者|スタートアップ)等?"
)
_ENTERPRISE = r"民間(?:企業|事業者|団体)\s?等?|(?:民間)?企業等|地方公共団体等?|自治体等?|大学等"
_FIRMS = 4
_RANKS: tuple[tuple[str, int], ...] = (
    (_BODY, 1),
    (_HEAD, 1),
    (_CENTRE, 1),
    (_SMALL, _FIRMS),
    (r"民間団体\s?等?", 2),
    (_ENTERPRISE, 3),
)
_ADVICE = "相談対応等"
_SHARE = re.compile(r"\d/\d")
_HOW = r"(?:補助|委託|交付金?|出資|拠出|給付金|助成|出資金)"
_LABEL = (
    r"(?:[➀-➉]|\(\d\)(?:[、,・~～]?\(\d\))*)?"
    rf"{_HOW}(?:・{_HOW})?(?:金?等※?)?"
    rf"(?:\((?P<terms>(?=[^()]*(?:定額|\d/\d|%|基金|以[内下]))[^()]{{1,24}})\))?|{_ADVICE}"
)
_TOKEN = re.compile(
    rf"(?P<label>{_LABEL})|(?P<box>{_BODY}|{_HEAD}|{_CENTRE}|{_SMALL}|{_ENTERPRISE})"
    rf"|(?P<state>\u25c9)"
)
_WORD = re.compile(r"[一-龥ァ-ヶー]")
_LONGEST_WORD = 6
_MARK_BEFORE = re.compile(r"[➀-➉]|\(\d\)(?:[、,・~～]?\(\d\))*")
_MARKS = re.compile(rf"^(?:{_MARK_BEFORE.pattern})|\(※\d\)|※$")  # of a part or a note
_MARK = "\u25c9"  # stands for a box 国, which is a word's part elsewhere
_STATE = re.compile(r"^国(?=[\s　]|$)|(?<=等)国$|(?<=[)）])国$|(?<=機構)国$")
_RUNNING_TEXT = re.compile(
    rf"[。]|[をがへ]|^[{BULLETS}※]|(?:する|した|して|事業|制度|目標|目的|概要)$|^(?:令和|事業)|円"
)


@dataclass(frozen=True)
class Token:
    """A box or a label of the drawing."""

    text: str
    """Its text without blanks."""
    begins: int
    """The line on which it begins."""
    ends: int
    """The line on which it ends."""
    rank: int = 0
    """Of a box, how near it stands to the firms."""
    terms: str | None = None
    """Of a label, the bracket behind it (a rate, a lump)."""
    mark: str | None = None
    """Of a label, the numbers of parts before it, as printed (②)."""


@dataclass
class Drawn:
    """One flow from the state."""

    line: int
    """The line of the box 国."""
    row: list[Token] = field(default_factory=list)
    """The boxes on that line."""
    apart: list[Token] = field(default_factory=list)
    """Boxes that stand elsewhere."""
    labels: list[Token] = field(default_factory=list)
    """The labels of its arrows."""


@dataclass(frozen=True)
class Payment:
    """One step of a flow."""

    scheme: Scheme
    """Who pays whom, and how."""
    terms: str | None
    """The bracket of the arrow's label (a rate, a lump)."""
    mark: str | None
    """The numbers of parts before the label, as printed (②)."""
    flow: int
    """Which flow of the slide, from 0."""
    step: int
    """Which step from the state, from 0."""
    steps: int
    """How many steps the flow has."""
    certain: bool = True
    """Whether the drawing tells who pays; not, where it leaves another flow open, and this one
    lacks a body between the state and the firms that its boxes may hold, nor where the flow has
    more arrows than boxes, the one of which stands apart.
    """


def payments(page: Page) -> list[Payment]:
    """The steps of the flows that the slide draws, in the order of the lines. Where the text leaves
    open who pays whom, none, or those that are marked so.
    """
    return [payment for _, steps in _flows(page) for payment in steps]


def left_open(page: Page) -> list[int]:
    """The lines of the boxes 国 from which the text does not say for certain who is paid."""
    return [
        flow.line for flow, steps in _flows(page) if not all(p.certain for p in steps) or not steps
    ]


def _flows(page: Page) -> list[tuple[Drawn, list[Payment]]]:
    """The flows that the slide draws, with their steps."""
    states, boxes, labels = _tokens(page)
    flows = [Drawn(state.begins) for state in states]
    if not flows:
        return []
    for box in boxes:
        its_flow = next((flow for flow in flows if flow.line in (box.begins, box.ends)), None)
        if its_flow is not None:
            its_flow.row.append(box)
    for box in boxes:
        if not any(box in flow.row for flow in flows):
            _home(flows, box).apart.append(box)
    _label(flows, labels)
    steps = [_steps(flow, at) for at, flow in enumerate(flows)]
    is_open = not all(steps)
    return [
        (flow, [replace(p, certain=_is_certain(p, flow, is_open)) for p in its_steps])
        for flow, its_steps in zip(flows, steps, strict=True)
    ]


def _is_certain(payment: Payment, flow: Drawn, another_is_open: bool) -> bool:
    """Whether who pays whom follows; `another_is_open`: a flow of the slide has no steps."""
    if payment.steps > 1:
        return True
    has_unread_boxes = not flow.row and len(flow.labels) > payment.steps
    return not has_unread_boxes and not (another_is_open and _is_direct(payment))


def money(drawn: Sequence[Payment]) -> list[Scheme]:
    """Who pays whom by the certain steps; advice is no payment."""
    return [p.scheme for p in drawn if p.certain and p.scheme.how != _ADVICE]


def _is_direct(payment: Payment) -> bool:
    """Whether the state pays a share to firms itself, with nobody between them."""
    return payment.steps == 1 and bool(_SHARE.search(payment.terms or ""))


def _label(flows: Sequence[Drawn], labels: Sequence[Token]) -> None:
    """Gives each label to a flow: the nearest pairs first, and to a flow that has as many labels as
    steps only where no other lacks one.
    """
    left = dict(enumerate(labels))
    pairs = sorted(
        (abs(flow.line - label.begins), at, place)
        for at, label in left.items()
        for place, flow in enumerate(flows)
    )
    for _, at, place in pairs:
        flow = flows[place]
        if at in left and len(flow.labels) < len(flow.row) + len(flow.apart):
            flow.labels.append(left.pop(at))
    for label in left.values():
        min(flows, key=lambda flow: abs(flow.line - label.begins)).labels.append(label)
    for flow in flows:
        flow.labels.sort(key=lambda label: label.begins)


def _home(flows: Sequence[Drawn], box: Token) -> Drawn:
    """The flow that a box standing apart belongs to: the nearest of those that lack most."""
    return min(flows, key=lambda flow: (_has(flow), abs(flow.line - box.begins)))


def _has(flow: Drawn) -> int:
    """How many boxes a flow has on its own line; firms alone do not count, for somebody has to pay
    them.
    """
    return 0 if [box.rank for box in flow.row] == [_FIRMS] else min(len(flow.row), 2)


def _tokens(page: Page) -> tuple[list[Token], list[Token], list[Token]]:
    """States, boxes and labels of the slide's drawing lines."""
    lines = tuple(
        Line(line.number, _STATE.sub(_MARK, line.text.strip()))
        for line in page.lines
        if _is_drawing(line)
    )
    if not lines:
        return [], [], []
    compact = Compact.of(page.part(lines))
    tokens: dict[str, list[Token]] = {"state": [], "box": [], "label": []}
    for start, match in _alone(compact, list(_TOKEN.finditer(compact.text))):
        rank = (
            next((rank for pattern, rank in _RANKS if re.fullmatch(pattern, match.group())), 0)
            if match["box"]
            else 0
        )
        printed = compact.text[start : match.end()]
        mark = _MARK_BEFORE.match(printed)
        token = Token(
            _MARKS.sub("", printed),
            compact.line_at(start),
            compact.line_at(match.end() - 1),
            rank,
            match["terms"],
            as_printed(mark.group()) if mark else None,
        )
        tokens["state" if match["state"] else "box" if match["box"] else "label"].append(token)
    return tokens["state"], tokens["box"], tokens["label"]


def _alone(compact: Compact, matches: Sequence[re.Match[str]]) -> list[tuple[int, re.Match[str]]]:
    """The matches that are no part of a longer phrase, with where they begin: a blank, a line's
    edge or another match stands on either side.

    A label may say what for (診断補助): a short word right before it is its own.
    """
    kept: list[tuple[int, re.Match[str]]] = []
    starts = {match.start() for match in matches}
    for match in matches:
        after_another = bool(kept) and kept[-1][1].end() == match.start()
        start = (
            match.start()
            if after_another or not match["label"]
            else _with_its_word(compact, match.start())
        )
        begins = after_another or _gap(compact, start)
        ends = _gap(compact, match.end()) or match.end() in starts
        if begins and ends:
            kept.append((start, match))
    return kept


def _with_its_word(compact: Compact, at: int) -> int:
    """The offset of the word that ends at `at` without a gap, where it is short and of kanji or
    kana; else `at`.
    """
    start = at
    while (
        start
        and not _gap(compact, start)
        and at - start < _LONGEST_WORD
        and _WORD.match(compact.text, start - 1)
    ):
        start -= 1
    return start if _gap(compact, start) else at


def _gap(compact: Compact, at: int) -> bool:
    return at in (0, len(compact.text)) or compact.at[at] - compact.at[at - 1] > 1


def _is_drawing(line: Line) -> bool:
    text = line.plain
    return (
        bool(text)
        and len(text) <= LONGEST_LINE
        and not _RUNNING_TEXT.search(text)
        and not HEADLINE.match(text)
    )


def _steps(flow: Drawn, at: int) -> list[Payment]:
    """The flow's boxes in the order in which the money passes them, each step with its label."""
    boxes = (
        sorted([*flow.row, *flow.apart], key=lambda box: box.rank) if flow.apart else list(flow.row)
    )
    if len(boxes) > MOST_BOXES:
        boxes = list({box.text: box for box in boxes}.values())
    boxes = [
        box
        for before, box in with_before(boxes)
        if before is None or (before.text, box.rank) != (box.text, _FIRMS)
    ]
    if not 0 < len(boxes) <= MOST_BOXES:
        return []
    labels = _in_order(flow.labels, len(boxes))
    names = ["国", *(box.text for box in boxes)]
    return [
        Payment(
            Scheme(
                payer=payer,
                receiver=receiver,
                how=label.text if label else None,
                line=label.begins if label else box.begins,
            ),
            label.terms if label else None,
            label.mark if label else None,
            at,
            step,
            len(boxes),
        )
        for step, ((payer, receiver), box, label) in enumerate(
            zip(pairwise(names), boxes, labels, strict=True)
        )
    ]


def _in_order(labels: Sequence[Token], steps: int) -> list[Token | None]:
    """A label for each step: what is granted comes first in the flow, then what is paid as a lump
    or ordered, what has a rate last.
    """
    ordered = sorted(
        labels,
        key=lambda label: (
            bool(_SHARE.search(label.terms or "")),
            label.text == _ADVICE,
            not label.text.startswith("交付"),
            "定額" not in (label.terms or ""),
        ),
    )
    if len(ordered) < steps:
        with_rates = [label for label in ordered if _SHARE.search(label.terms or "")]
        first = [label for label in ordered if label not in with_rates]
        return [*first, *[None] * (steps - len(ordered)), *with_rates]
    return [*ordered[: steps - 1], ordered[-1]]
