"""The most that a leaflet's applicants can get: by frame and by head count, and what a further
condition raises.

On a leaflet nearly every sum is such a limit; what is left out is what its own words show to be
something else (turnover, investment, a floor, what is added, the step of a rate, another scheme's
loan).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.language.numerals import number
from loaders.catalogue.records import Cap
from loaders.facts.beside import with_programme
from loaders.facts.blocks import with_blocks
from loaders.facts.bounds import HEAD_COUNT
from loaders.facts.cases import case_of
from loaders.facts.headed import with_headings
from loaders.facts.money import Sum, sums
from loaders.facts.noted import with_notes
from loaders.facts.whose import whose
from loaders.text.amounts import yen_amounts
from loaders.text.compact import Compact
from loaders.text.lines import Line
from loaders.text.neighbours import with_before
from loaders.text.page import Page

_SMALLEST = 50_000  # yen; what is smaller is a wage

# --- what a sum is that is no limit ---------------------------------------------------------------
_NOT_AFTER = re.compile(
    r"(?:程度)?(?:の内数|以上|超(?!過)|未満|を超え|以下の部分|(?:以下)?[:：]\d{1,2}/\d|までは"
    r"|までが|の範囲内|を上限に|という|を目指|を?上乗せ|を加算|の補助上限上乗せ"
    r"|の?補助\s*上限上乗せ|実現|に引き?上げ)"
)
_NOT_BEFORE = re.compile(
    r"(?:売上高?|投資額|資本金|下限[:額は]*|合計で|最低賃金.{0,6}|予算[額案]?[:]?|賃金.{0,4})$"
)
_OF_A_LOAN = re.compile(r"融資制度[^。]{0,60}限度額[:：]?$")

# --- what shows that a sum is had only under a further condition ----------------------------------
_RAISED_BEFORE = re.compile(r"\([^()]{0,12}(?:特例|賃上げ|要件)[^()]{0,16}(?:最大|上限)?$")
_BRACKETS_RAISE = re.compile(
    r"カッコ内の?(?:金額|額)は[^。]{0,12}(?:特例|賃上げ|引き?上げ)[^。]{0,10}(?:適用|上限|の額)"
)
_RAISED_COLUMN = re.compile(r"(?:大幅な?)?賃上げを?行う?場合|賃上げ特例適用")
_MARK = re.compile(r"※(?P<number>[1-9])?")
_NOTE = re.compile(r"※(?P<number>[1-9])?[:]?(?P<text>[^※]{4,80})")
_RAISES = re.compile(r"引き?上げ|(?:円|分)を?加算|を満た[すし]|上乗せ")
_ANY_RAISE = re.compile(r"上乗せ|大幅な?賃上げ")

# --- bands and frames -----------------------------------------------------------------------------
# 補助上限 750万円~2,500万円: what the limit is hangs on something; 補助額 5万円~150万円 is a limit
_RANGE_OF_LIMITS = re.compile(r"上限額?:?[\d,]+[万億]?円?~$")
_BAND_BEFORE = re.compile(rf"(?P<band>{HEAD_COUNT.pattern})$")
_LONE_SUM = re.compile(r"^[\d,.]+(?:万|億)円$")
_FRAME = re.compile(r"(?P<frame>(?:買い手|売り手|[一-龥ァ-ヶーA-Za-z・]){2,16}(?:類型|枠|型)):$")
# PC・タブレット等:~10万円; what is only a label of a limit is no cost
_RANGE_FROM = re.compile(r"(?:[\d,]+(?:万|億)?円?)?~$")
_COST = re.compile(
    r"(?P<cost>(?:\([a-z]\))?(?:[一-龥ァ-ヶーA-Z・]{1,14}(?:費|等|経費)|\d[つ~\d]*(?:機能)?(?:以上|まで)?"
    r"|\d+機能(?:以上)?)):$"
)
_SIDE = re.compile(r"\((?P<frame>[^()]{2,8}事業|[^()]{2,10}枠)\)$")
_SAME_CELL = re.compile(r"(?:※\d)?、")
_FEW = 14  # lines; a table's heading, bands and sums stand so near one another


@dataclass(frozen=True)
class _Column:
    """Two columns of one table of head counts."""

    normal: tuple[int, ...]
    """The lines of the sums that all get."""
    raised: tuple[int, ...]
    """The lines of the sums that need a further condition."""
    bands: tuple[str, ...]
    """The head counts of the rows."""

    def band(self, line: int) -> str | None:
        for column in (self.normal, self.raised):
            if line in column:
                return self.bands[column.index(line)] or None
        return None


def limits(page: Page, front_end: int) -> list[Cap]:
    """Every upper limit of the leaflet in yen, in the order of the lines; `front_end` is the last
    line of its front.

    A range gives its upper end; where a note raises it, its lower end is what all can get.
    """
    compact = Compact.of(page)
    columns = _columns(page)
    brackets_raise = bool(_BRACKETS_RAISE.search(compact.text))
    read: list[tuple[Cap, int]] = []
    for before, amount in with_before(sums(compact)):
        if amount.yen < _SMALLEST or not _is_limit(compact, before, amount):
            continue
        told = _caps(compact, columns, brackets_raise, before, amount)
        read += [(cap, amount.start) for cap in told]
    caps = with_blocks(page, with_headings(compact, read))
    return _distinct(_headlines(caps, front_end, bool(_ANY_RAISE.search(compact.text))))


def with_cases(page: Page, caps: Sequence[Cap]) -> list[Cap]:
    """The raised limits with the case that the words before them or the note of their mark tell as
    their band, where they have none.
    """
    compact = Compact.of(page)
    openings = sorted(o for o in compact.openings if o < len(compact.text))
    begins = {compact.line_at(opening): opening for opening in openings}
    spans = []
    for cap in caps:
        printed = "".join(cap.printed.split())
        at = max(0, compact.text.find(printed, begins.get(cap.line, 0)))
        spans.append((cap, at, at + len(printed)))
    return [
        cap.model_copy(update={"band": told.band or case_of(compact.text[:at])})
        if cap.with_uplift and cap.band is None
        else cap
        for told, (cap, at, _) in zip(with_notes(compact, spans), spans, strict=True)
    ]


def _is_limit(compact: Compact, before: Sum | None, amount: Sum) -> bool:
    lead, after = compact.text[max(0, amount.start - 70) : amount.start], compact.text[amount.end :]
    if _NOT_AFTER.match(after) or _NOT_BEFORE.search(lead[-14:]) or _OF_A_LOAN.search(lead):
        return False
    if after.startswith("~") and not lead.endswith(
        "~"
    ):  # the lower end of a range is told with its upper end
        return False
    return not (
        before
        and before.end == amount.start - 1
        and _NOT_BEFORE.search(compact.text[max(0, before.start - 14) : before.start])
    )


def _caps(
    compact: Compact,
    columns: Sequence[_Column],
    brackets_raise: bool,
    before: Sum | None,
    amount: Sum,
) -> list[Cap]:
    text, line = compact.text, compact.line_at(amount.start)
    lead = text[max(0, amount.start - 60) : amount.start]
    column = next((c for c in columns if line in (*c.normal, *c.raised)), None)
    noted = _raised_by_note(text, amount.end)
    in_brackets = (
        brackets_raise and before is not None and text[before.end : amount.start] in ("(", "（")
    )
    start = before.start if in_brackets and before else amount.start
    band_before = _BAND_BEFORE.search(text[max(0, start - 16) : start])
    band = column.band(line) if column else band_before["band"] if band_before else None
    band = band or _counted(compact, start)
    raised = (
        bool(column and line in column.raised)
        or in_brackets
        or bool(_RAISED_BEFORE.search(lead))
        or noted
    )
    frame = _frame(
        compact,
        (
            before.start
            if before and _SAME_CELL.fullmatch(text[before.end : amount.start])
            else amount.start
        ),
    )
    cap = Cap(
        yen=amount.yen,
        printed=compact.printed(amount.start, amount.end),
        frame=frame,
        band=band,
        with_uplift=raised,
        line=line,
    )
    cap = whose(compact, amount.start, amount.end).applied_to(cap)
    cap = with_programme(compact, cap, amount.start)
    lower = _lower_end(text, amount)
    if lower and noted and lower < amount.yen:
        return [
            cap.model_copy(
                update={"yen": lower, "printed": f"{lower // 10_000}万円", "with_uplift": False}
            ),
            cap,
        ]
    if lower and band is None and _RANGE_OF_LIMITS.search(lead):
        return [cap.model_copy(update={"printed": f"{lower // 10_000:,}万円~{cap.printed}"})]
    return [cap]


def _counted(compact: Compact, at: int) -> str | None:
    """The cost, or how much of it, that the words before the colon limit (PC等：～10万円)."""
    begins = max(0, at - 40)
    match = _COST.search(_RANGE_FROM.sub("", compact.text[begins:at]))
    if match is None:
        return None
    return compact.since_a_line_began(begins + match.start("cost"), begins + match.end("cost"))


def _frame(compact: Compact, at: int) -> str | None:
    """The frame that is named right before the sum, or right before the range whose end it is."""
    lead = re.sub(r"[\d,]+(?:万|億)?円?~$", "", compact.text[max(0, at - 60) : at])
    match = _FRAME.search(lead) or _SIDE.search(lead)
    if match is None:
        return None
    begins = max(0, at - 60)
    return compact.since_a_line_began(begins + match.start("frame"), begins + match.end("frame"))


def _lower_end(text: str, amount: Sum) -> int | None:
    """The lower end of the range that the sum closes, in yen (800～1,000万円); None where it closes
    none.
    """
    match = re.search(r"([\d,]+)(万|億)?円?[~]$", text[max(0, amount.start - 14) : amount.start])
    if match is None:
        return None
    unit = match[2] or ("億" if "億" in text[amount.start : amount.end] else "万")
    lower = number(match[1] + unit)
    return None if lower is None else round(lower)


def _raised_by_note(text: str, end: int) -> bool:
    """Whether the mark right behind the sum leads to a note that raises it: right behind for a bare
    mark, below for a number.
    """
    mark = _MARK.match(text, end)
    if mark is None:
        return False
    if mark["number"] is None:
        note = _NOTE.match(text, mark.end()) or _NOTE.match(text, end)
        return note is not None and bool(re.search(r"引き?上げ", note["text"]))
    for note in _NOTE.finditer(text, mark.end(), mark.end() + 400):
        if note["number"] == mark["number"] and text[note.start("text") - 1] == ":":
            return bool(_RAISES.search(note["text"]))
    return False


# --- tables whose columns came out one under the other --------------------------------------------


def _columns(page: Page) -> list[_Column]:
    """Tables of head counts: as many bands as sums in each of two columns, of which the greater
    needs a wage rise.
    """
    printed = [line for line in page.lines if not line.blank]
    runs = _runs([bool(_LONE_SUM.match(line.plain)) for line in printed])
    bands = _runs([bool(HEAD_COUNT.fullmatch(line.plain)) for line in printed])
    tables = []
    for first, last in runs:
        near = [
            (a, b)
            for a, b in bands
            if 2 * (b - a) == last - first and min(abs(a - last), abs(first - b)) <= _FEW
        ]
        headed = _RAISED_COLUMN.search(
            "".join(line.plain for line in printed[max(0, first - _FEW) : last + _FEW])
        )
        if not near or not headed:
            continue
        a, b = min(near, key=lambda band: min(abs(band[0] - last), abs(first - band[1])))
        half = (last - first) // 2
        yen = [_yen(page, line) for line in printed[first:last]]
        known = [sum_ for sum_ in yen if sum_ is not None]
        if len(known) < len(yen):
            continue
        first_is_greater = all(a > b for a, b in zip(known[:half], known[half:], strict=True))
        numbers = [line.number for line in printed[first:last]]
        halves = (tuple(numbers[half:]), tuple(numbers[:half]))
        normal, raised = halves if first_is_greater else halves[::-1]
        tables.append(_Column(normal, raised, tuple(line.plain for line in printed[a:b])))
    return tables


def _yen(page: Page, line: Line) -> int | None:
    """The sum that stands alone on the line; one that cannot be read is refused."""
    amounts = yen_amounts(line.plain)
    if not amounts:
        page.refuse(line.number, f"「{line.plain}」 is no sum")
        return None
    return amounts[0].yen


def _runs(marks: Sequence[bool]) -> list[tuple[int, int]]:
    """Where marks follow one another: first index and the index behind the last."""
    runs: list[tuple[int, int]] = []
    for i, mark in enumerate(marks):
        if mark and runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        elif mark:
            runs.append((i, i + 1))
    return runs


# --- the leaflet's limits together ----------------------------------------------------------------


def _headlines(caps: Sequence[Cap], front_end: int, raises: bool) -> list[Cap]:
    """The front tells in large print the most that can be had: with the uplift, where the back
    shows one that comes to it.
    """
    behind = [cap for cap in caps if cap.line > front_end]
    raised = {cap.yen for cap in behind if cap.with_uplift}
    all_get = {cap.yen for cap in behind if not cap.with_uplift and (cap.band or not raised)}

    def is_the_most(cap: Cap) -> bool:
        if cap.line <= front_end:
            return cap.yen in raised or (raises and bool(all_get) and cap.yen > max(all_get))
        return (
            cap.band is None
            and cap.frame is None
            and cap.yen in raised
            and bool(all_get)
            and cap.yen not in all_get
        )

    return [
        cap.model_copy(update={"with_uplift": True}) if is_the_most(cap) else cap for cap in caps
    ]


def _distinct(caps: Sequence[Cap]) -> list[Cap]:
    """Each limit of a frame and band once; one that is told again without a frame or band is the
    same.
    """
    kept: list[Cap] = []
    for cap in caps:
        same = [
            old
            for old in kept
            if (old.yen, old.with_uplift) == (cap.yen, cap.with_uplift)
            and (old.frame, old.band) == (cap.frame, cap.band)
        ]
        if not same:
            kept.append(cap)
    return kept
