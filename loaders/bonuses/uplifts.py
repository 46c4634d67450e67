"""More of the page's own support for those who do more: a higher cap or rate in brackets, an added
amount, a starred sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from graph.schema.size_classes import size_names
from loaders.bonuses.benefits import told
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import names, phrase
from loaders.bonuses.draft import Draft, only_for, status_of
from loaders.bonuses.frames import part_at
from loaders.catalogue.records import Benefit
from loaders.text.amounts import MONEY, yen_amounts
from loaders.text.glyphs import ITEMS
from loaders.text.lines import Flow

_RATE = r"(?:\d+/\d+(?:以内)?|\d+(?:\.\d+)?%)"
_RANGE = rf"(?:[\d,.]+(?:億|千|百|万)*[~-])?{MONEY}"
_OWN: set[Benefit] = {"cap_uplift", "rate_uplift", "grant_uplift"}
_SIZED = rf"(?P<size>{'|'.join(size_names())})?(?P<value>{MONEY}|{_RATE})"
_IN_BRACKETS = re.compile(
    rf"[(※](?P<when>[^()。]{{3,60}}?場合)(?:には|は)?、?\s*(?={_SIZED})(?P<values>[^()]*)"
)
_VALUE = re.compile(_SIZED)
_ADDED = re.compile(
    r"(?P<when>[^、。]{3,40}?場合)(?:には|は)?、"
    r"?(?:追加的に|追加で|さらに|更に|加えて)(?P<what>[^。]{2,60}?)を?(?:補助|支給|助成|給付|加算)"
)
_TOLD = re.compile(
    r"(?P<when>[^、。"
    r"※:()]{3,40}?(?:事業者|企業|者|場合))(?:のみなさま|の皆さま|の皆様|等)?(?:に対して|に対し|については|について|には|は)、"
    r"?(?P<what>[^。]{2,60})"
)
_CIRCULAR = re.compile(r"(?:加算|上乗せ|引き?上げ)(?:措置)?(?:の)?要件")
_ADDED_HEAD = re.compile(r"加算(?:措置|額)")
_ADDED_ITEM = re.compile(
    r"^(?P<what>[^。"
    rf":]{{4,60}}?)\s*(?:1(?:事業所|人|企業|者)(?:あ|当)たり)?\s*(?P<value>{MONEY}(?:\s*\(\s*{MONEY}\s*\))?)"
)
_ADDED_BULLETS = set(ITEMS) - {"⚫"}  # ⚫ leads the sentences of a page, not the rows of its tables
_STARRED = re.compile(r"\+\s*(?P<value>[^+()※]{3,30}?)※\)")
_STAR_NOTE = re.compile(r"※(?P<when>[^。※]{4,90}?場合)の(?:補助|助成)?(?:上限|率)")


def in_brackets(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「２億円（…場合は３億円）」, 「3/10以内（…場合は1/2以内、…）」: only where the bracket gives
    more than what stands before it.

    Several values of a bracket are for a size class each.
    """
    for clause in clauses:
        for match in _IN_BRACKETS.finditer(clause.text):
            values = list(_VALUE.finditer(clause.text, match.start("values"), match.end("values")))
            for value in values if values[0]["size"] else values[:1]:
                if benefit := _more(clause.text[: match.start()], value["value"]):
                    yield Draft(
                        phrase(match["when"]),
                        benefit,
                        clause.line_at(value.start("value")),
                        value["value"],
                        size_class=value["size"] or only_for(match["when"]),
                        status=status_of(clause.text, *value.span("value")),
                    )


def _more(before: str, value: str) -> Benefit | None:
    """The kind of uplift that `value` is over the last sum or rate before it; None where it is no
    more, or nothing stands before.
    """
    if sums := yen_amounts(value):
        base = yen_amounts(before)
        return "cap_uplift" if base and base[-1].yen < sums[0].yen else None
    rates = [_rate(m.group()) for m in re.finditer(_RATE, before)]
    return "rate_uplift" if rates and rates[-1] < _rate(value) else None


def _rate(printed: str) -> Fraction:
    number = printed.removesuffix("以内")
    return Fraction(number.removesuffix("%")) / 100 if number.endswith("%") else Fraction(number)


def added(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…した場合は、追加的に…の1/5を補助」."""
    for clause in clauses:
        for match in _ADDED.finditer(clause.text):
            rate, money = re.search(_RATE, match["what"]), re.search(MONEY, match["what"])
            if rate or money:
                yield Draft(
                    phrase(match["when"]),
                    "rate_uplift" if rate else "grant_uplift",
                    clause.line_at(match.start("what")),
                    match["what"].strip(),
                    status=status_of(clause.text, *match.span("what")),
                )


def in_sentences(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「…に取り組む事業者には、補助上限額を…円上乗せ」: who does more in its own words, then what
    of the measure gets better.
    """
    for clause in clauses:
        for match in _TOLD.finditer(clause.text):
            if names(match["when"]) or _CIRCULAR.search(match["when"]):
                continue
            for t in told(match["what"]):
                if t.benefit in _OWN:
                    words = match["what"][: t.end]
                    value = re.search(_RANGE, words) or re.search(_RATE, words)
                    yield Draft(
                        phrase(match["when"]),
                        t.benefit,
                        clause.line_at(match.start("what") + t.start),
                        value.group() if value else None,
                        size_class=only_for(match["when"]),
                        status=status_of(match["what"], t.start, t.end),
                    )


def added_items(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Items with a sum each, on a page whose table has a column of additions (加算額)."""
    if not any(_ADDED_HEAD.search(clause.text) for clause in clauses):
        return
    for clause in clauses:
        match = (
            _ADDED_ITEM.match(clause.text)
            if clause.bullet and clause.bullet in _ADDED_BULLETS
            else None
        )
        if match and not re.search(r"(?:予算|額|率)$", match["what"].strip()):
            yield Draft(
                phrase(match["what"].strip()),
                "grant_uplift",
                clause.line_at(match.start("what")),
                " ".join(match["value"].split()),
            )


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
    for at, row in enumerate(rows):
        mine = conditions[at] if len(conditions) == len(rows) else note["when"]
        yield Draft(
            phrase(mine),
            (
                "cap_uplift"
                if "上限" in row["value"] or re.search(MONEY, row["value"])
                else "rate_uplift"
            ),
            flow.line_at(row.start("value")),
            row["value"].strip(),
            frame=part_at(flow.text, row.start()),
        )
