"""Money by ministry, kind of budget and fiscal year, and what a document states of itself beside
its own sums.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.money.all_money import StatedMoney, total_money
from queries.money.by_ministry import MinistryMoney, money_by_ministry
from queries.money.rule import Total

_NUMBERS = ("kind", "year", "own", "pots", "unknown_pots", "budgets", "shared", "measures")
KindAndYear = tuple[str, int | None]


ANCHOR = "money"  # where the section is on its page


def show(words: Words) -> None:
    """The section of the overview that is about money."""
    st.html(f'<div class="section" id="{ANCHOR}">{words("money.heading")}</div>')
    left, right = st.columns([1.55, 1], gap="medium")
    with left:
        _by_ministry(words)
    with right:
        for stated in ask(total_money).stated:
            _beside(words, stated)


def _by_ministry(words: Words) -> None:
    """A table of the latest year of each kind, and below it one of the years before."""
    rows = ask(money_by_ministry)
    totals = ask(total_money).totals
    st.caption(words("money.help"))
    latest = _latest(totals)
    earlier = [_of(total) for total in totals if _of(total) not in latest]
    tables.show(_table(words, rows, totals, latest))
    if earlier:
        with st.expander(words("money.earlier")):
            tables.show(_table(words, rows, totals, earlier))
    save_csv(_file(words, rows, totals), "money-by-ministry", words("save.csv"))


def _of(total: Total) -> KindAndYear:
    return total.kind, total.year


def _latest(totals: Sequence[Total]) -> list[KindAndYear]:
    """Of each kind the latest year, and what has none."""
    latest: dict[str, int | None] = {}
    for total in totals:
        latest.setdefault(total.kind, total.year)
    return [_of(total) for total in totals if total.year in (None, latest[total.kind])]


def _table(
    words: Words,
    rows: Sequence[MinistryMoney],
    totals: Sequence[Total],
    columns: Sequence[KindAndYear],
) -> Table:
    """Those ministries first that get most of their own in one column: columns are never added."""
    by_ministry: dict[str, dict[KindAndYear, Total]] = {}
    names: dict[str, str] = {}
    for row in rows:
        if _of(row.total) in columns:
            by_ministry.setdefault(row.ministry, {})[_of(row.total)] = row.total
            names[row.ministry] = row.name

    def most(ministry: str) -> tuple[int, int, str]:
        of_ministry = by_ministry[ministry].values()
        return (
            -max(t.own or 0 for t in of_ministry),
            -max(t.pots or 0 for t in of_ministry),
            ministry,
        )

    lines: list[list[tables.Value]] = [
        [
            naming.node_name(words, ministry, names[ministry]),
            *(_sum(words, by_ministry[ministry].get(column)) for column in columns),
        ]
        for ministry in sorted(by_ministry, key=most)
    ]
    all_of_it = {_of(total): total for total in totals}
    lines.append(
        [
            Cell(words("money.all"), note=words("money.once")),
            *(_sum(words, all_of_it.get(column)) for column in columns),
        ]
    )
    return Table(
        [words("heat.ministry"), *(_heading(words, column) for column in columns)],
        lines,
        frozenset(range(1, len(columns) + 1)),
        names=frozenset({0}),
    )


def _heading(words: Words, of: KindAndYear) -> str:
    kind, year = of
    stated = words("measure.fiscal_year", year=year) if year else ""
    return " ".join(filter(None, (stated, words.of("kind", kind))))


def _sum(words: Words, total: Total | None) -> Cell:
    """What the ministry's measures get whole; small below it the pots of which they get a part."""
    if total is None:
        return Cell("–", value="")
    pots = "" if total.pots is None else figures.column(words, total.pots)
    return Cell(
        "–" if total.own is None else figures.column(words, total.own),
        value="" if total.own is None else total.own,
        note=words("money.part_of", sum=pots) if pots else "",
    )


def _file(words: Words, rows: Sequence[MinistryMoney], totals: Sequence[Total]) -> Table:
    lines: list[list[tables.Value]] = [
        [
            naming.node_name(words, row.ministry, row.name),
            *_numbers(words, row.total),
            row.joint,
            row.derived,
        ]
        for row in rows
    ]
    lines += [[words("money.all"), *_numbers(words, total), "", ""] for total in totals]
    return Table(
        [words(f"money_file.{heading}") for heading in ("ministry", *_NUMBERS, "joint", "derived")],
        lines,
    )


def _numbers(words: Words, total: Total) -> list[tables.Value]:
    """A total in a file, under the headings of `_NUMBERS`."""
    return [
        words.of("kind", total.kind),
        total.year,
        total.own,
        total.pots,
        total.unknown_pots,
        total.budgets,
        total.shared,
        total.measures,
    ]


def _beside(words: Words, stated: StatedMoney) -> None:
    """What a document states of itself, what its own pages come to, and why they differ."""
    document = naming.document_title(stated.document)
    st.html(
        f'<div class="beside"><b>{figures.about(words, stated.yen)}</b><br>'
        f"{escape(words('money.stated', document=document))}</div>"
    )
    table = Table(
        [
            words("money.ours"),
            words("money.own"),
            words("money.pots"),
            words("money.budgets"),
            words("money.unknown"),
        ],
        [
            [
                _heading(words, _of(total)),
                _about(words, total.own),
                _about(words, total.pots),
                total.budgets,
                total.unknown_pots or "",
            ]
            for total in stated.totals
        ],
        frozenset({1, 2, 3, 4}),
    )
    tables.show(table)
    reasons = "".join(
        f"<li>{escape(reason.japanese if words.language == 'ja' else reason.english)}</li>"
        for reason in stated.reasons
    )
    if reasons:
        st.html(f'<div class="reasons">{words("money.why")}<ul>{reasons}</ul></div>')
    save_csv(
        Table(
            [words(f"money_file.{heading}") for heading in _NUMBERS],
            [_numbers(words, total) for total in stated.totals],
        ),
        f"money-{stated.document}",
        words("save.csv"),
    )


def _about(words: Words, yen: int | None) -> Cell:
    return Cell("–", value="") if yen is None else Cell(figures.about(words, yen), value=yen)
