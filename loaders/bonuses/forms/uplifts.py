"""More of the page's own support for those who do more: a higher cap or rate in brackets, an added
amount, a starred sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loaders.bonuses.benefits import benefits
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import called, phrase
from loaders.bonuses.draft import Draft, only_for, status_of
from loaders.bonuses.forms.credit_frames import part_at
from loaders.bonuses.names import names
from loaders.catalogue.records import Benefit
from loaders.text.amounts import MONEY, yen_amounts
from loaders.text.glyphs import ITEMS
from loaders.text.lines import Flow
from loaders.text.shares import share_of
from loaders.vocabulary.bonus_words import SIZE_CLASS, size_class_named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY, size_class=SIZE_CLASS)
_RATE = _PATTERNS["rate"]
_RANGE = _PATTERNS["range"]
_SIZED = _PATTERNS["sized"]
_IN_BRACKETS = _PATTERNS["in_brackets"]
_ADDED = _PATTERNS["added"]
_WHO_DOES_MORE = _PATTERNS["who_does_more"]
_WHEN_DONE = _PATTERNS["when_done"]
_TOPIC = _PATTERNS["topic"]
_CIRCULAR = _PATTERNS["circular"]
_ADDED_HEAD = _PATTERNS["added_head"]
_ADDED_ITEM = _PATTERNS["added_item"]
_NO_CONDITION = _PATTERNS["no_condition"]
_STARRED = _PATTERNS["starred"]
_FRAME_HEADING = _PATTERNS["frame_heading"]
_CALLED_BY = _PATTERNS["called_by"]
_STAR_NOTE = _PATTERNS["star_note"]
_CAP = _PATTERNS["cap"]
_USUALLY = _PATTERNS["usually"]
_BY_LOAN = _PATTERNS["by_loan"]
_MONEY = re.compile(MONEY)
_OF_THE_PAGE: set[Benefit] = {"cap_uplift", "rate_uplift", "grant_uplift"}
_ADDED_BULLETS = set(ITEMS) - {"⚫"}  # ⚫ leads the sentences of a page, not the rows of its tables


def in_brackets(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「２億円（…場合は３億円）」, 「3/10以内（…場合は1/2以内、…）」: only where the bracket gives
    more than what stands before it.

    Several values of a bracket are for a size class each.
    """
    for clause in clauses:
        for match in _IN_BRACKETS.finditer(clause.text):
            before = clause.text[: match.start()]
            values = list(_SIZED.finditer(clause.text, match.start("values"), match.end("values")))
            for value in values if values[0]["size"] else values[:1]:
                if uplift := _uplift(before, value["value"]):
                    benefit, unreadable = uplift
                    yield Draft(
                        phrase(match["when"]),
                        benefit,
                        clause.line_at(value.start("value")),
                        value["value"],
                        value_is="level",
                        size_class=size_class_named(value["size"]) or only_for(match["when"]),
                        status=status_of(clause.text, *value.span("value")),
                        unreadable=unreadable,
                    )


def _uplift(before: str, value: str) -> tuple[Benefit, str | None] | None:
    """The kind of uplift that `value` is over the last sum or rate before it, and which of the two
    cannot be read; None where it is no more, or nothing stands before.
    """
    if not _RATE.fullmatch(value):
        sums, base = yen_amounts(value), yen_amounts(before)
        if base and not sums:
            return "cap_uplift", value
        return ("cap_uplift", None) if base and base[-1].yen < sums[0].yen else None
    printed = [match.group() for match in _RATE.finditer(before)]
    if not printed:
        return None
    base_rate, rate = share_of(printed[-1]), share_of(value)
    if base_rate is None or rate is None:
        return "rate_uplift", value if rate is None else printed[-1]
    return ("rate_uplift", None) if base_rate < rate else None


def added(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…した場合は、追加的に…の1/5を補助」."""
    for clause in clauses:
        for match in _ADDED.finditer(clause.text):
            rate, money = _RATE.search(match["what"]), _MONEY.search(match["what"])
            if rate or money:
                yield Draft(
                    phrase(match["when"]),
                    "rate_uplift" if rate else "grant_uplift",
                    clause.line_at(match.start("what")),
                    match["what"].strip(),
                    "added",
                    status=status_of(clause.text, *match.span("what")),
                )


def by_loan(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「原則…円。ただし融資の額によって最大…円」: the page's own cap, higher by the size of a loan;
    how large a loan the page does not say.
    """
    for before, clause in pairwise(clauses):
        match = _BY_LOAN.match(clause.text)
        usual = _USUALLY.search(before.text)
        if match and usual and _uplift(usual["value"], match["value"]):
            yield Draft(
                called(match["by"], "other"),
                "base",
                clause.line_at(match.start("value")),
                match["value"],
                "level",
                unstated=("amount",),
                status=status_of(clause.text, *match.span("value")),
            )


def in_sentences(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…に取り組む事業者には、補助上限額を…円上乗せ」: who does more in its own words, then what
    of the measure gets better.
    """
    for clause in clauses:
        for match in _WHEN_DONE.finditer(clause.text):
            yield Draft(
                phrase(match["when"]),
                "cap_uplift" if match["cap"] else "rate_uplift",
                clause.line_at(match.start("what")),
                raises=_topic(clause.text[: match.start()]),
                status=status_of(clause.text, *match.span("what")),
            )
        for match in _WHO_DOES_MORE.finditer(clause.text):
            if names(match["when"]) or _CIRCULAR.search(match["when"]):
                continue
            for benefit in benefits(match["what"]):
                if benefit.benefit in _OF_THE_PAGE:
                    words = match["what"][: benefit.end]
                    value = _RANGE.search(words) or _RATE.search(words)
                    yield Draft(
                        phrase(match["when"]),
                        benefit.benefit,
                        clause.line_at(match.start("what") + benefit.start),
                        value.group() if value else None,
                        size_class=only_for(match["when"]),
                        status=status_of(match["what"], benefit.start, benefit.end),
                    )


def _topic(before: str) -> str | None:
    """The programme that a sentence names as that of which it speaks."""
    topic = _TOPIC.search(before)
    return topic["programme"] if topic else None


def added_items(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Items with a sum each, on a page whose table has a column of additions (加算額); where the
    page has courses and an item stands under none, it is not told of which it is.
    """
    if not any(_ADDED_HEAD.search(clause.text) for clause in clauses):
        return
    has_courses = any(_FRAME_HEADING.fullmatch(line) for each in clauses for line in _lines(each))
    above = None
    for before, clause in zip([None, *clauses], clauses, strict=False):
        match = _ADDED_ITEM.match(clause.text) if clause.bullet in _ADDED_BULLETS else None
        heading = _FRAME_HEADING.fullmatch(_last_line(before)) if before else None
        if match and heading is None and above and _takes_up(clause.text, above["frame"]):
            heading = above
        headings = [head for line in _lines(clause) if (head := _FRAME_HEADING.fullmatch(line))]
        above = headings[-1] if headings else above
        if match and not _NO_CONDITION.search(match["what"].strip()):
            yield Draft(
                phrase(match["what"].strip()),
                "grant_uplift",
                clause.line_at(match.start("what")),
                " ".join(match["value"].split()),
                "added",
                frame=heading["frame"] if heading else None,
                unstated=("frame",) if has_courses and not heading else (),
            )


def _last_line(clause: Clause) -> str:
    """What the last of the printed lines of the clause has of it."""
    return _lines(clause)[-1]


def _lines(clause: Clause) -> list[str]:
    """What each of the printed lines has of the clause."""
    end = clause.offset + len(clause.text)
    cuts = [clause.offset, *(at for at in clause.flow.starts if clause.offset < at < end), end]
    return [clause.flow.text[start:stop].strip() for start, stop in pairwise(cuts)]


def _takes_up(item: str, frame: str) -> bool:
    """Whether an item takes up the word by which the frame is called (窯元 of 窯元化コース)."""
    word = _CALLED_BY.match(frame)
    return word is not None and word["word"] in item


def starred(flow: Flow) -> Iterator[Draft]:
    """「定額・上限200万円 ＋ 最大1/2・上限300万円※」 with a note 「※…場合の補助上限と補助率」.

    Where the note names as many conditions as there are starred sums, they belong together in
    order; else any of them to each.
    """
    note = _STAR_NOTE.search(flow.text)
    rows = list(_STARRED.finditer(flow.text))
    if note is None:
        return
    conditions = [part.strip() for part in note["when"].split("、")]
    if len(conditions) != len(rows):
        conditions = [note["when"]] * len(rows)
    for row, condition in zip(rows, conditions, strict=True):
        is_sum = _CAP.search(row["value"]) or _MONEY.search(row["value"])
        yield Draft(
            phrase(condition),
            "cap_uplift" if is_sum else "rate_uplift",
            flow.line_at(row.start("value")),
            row["value"].strip(),
            frame=part_at(flow.text, row.start()),
        )
