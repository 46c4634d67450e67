"""Money by ministry and kind of budget, and our totals beside what the document states."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from graph.schema.budget_kinds import kind_names
from queries.money.all_money import TotalMoney, total_money
from queries.money.by_ministry import MinistryMoney, money_by_ministry
from queries.money.rule import Total

_NUMBERS = ("kind", "yen", "at_most", "unknown_pots", "budgets", "shared", "measures")


def show(words: Words) -> None:
    """The section of the overview that is about money."""
    st.html(f'<div class="section">{words("money.heading")}</div>')
    left, right = st.columns([1.55, 1], gap="medium")
    with left:
        _by_ministry(words)
    with right:
        _beside(words, ask(total_money))


def _by_ministry(words: Words) -> None:
    rows = ask(money_by_ministry)
    totals = ask(total_money).totals
    kinds = [kind for kind in kind_names() if any(total.kind == kind for total in totals)]
    st.caption(words("money.help"))
    ministries = sorted(
        {row.ministry for row in rows}, key=lambda ministry: (-_most(rows, ministry), ministry)
    )
    lines: list[list[tables.Value]] = [
        [
            naming.node_name(
                words, ministry, next(row.name for row in rows if row.ministry == ministry)
            ),
            *(_sum(words, _of(rows, ministry, kind)) for kind in kinds),
        ]
        for ministry in ministries
    ]
    lines.append(
        [
            Cell(words("money.all"), note=words("money.once")),
            *(
                _sum(words, next((total for total in totals if total.kind == kind), None))
                for kind in kinds
            ),
        ]
    )
    table = Table(
        [words("heat.ministry"), *(words.of("kind", kind) for kind in kinds)],
        lines,
        frozenset(range(1, len(kinds) + 1)),
    )
    tables.show(table)
    save_csv(_file(words, rows, totals), "money-by-ministry", words("save.csv"))


def _most(rows: tuple[MinistryMoney, ...], ministry: str) -> int:
    """The largest of a ministry's kinds: what the table is sorted by (kinds are never added)."""
    return max(row.total.yen for row in rows if row.ministry == ministry)


def _of(rows: tuple[MinistryMoney, ...], ministry: str, kind: str) -> Total | None:
    return next(
        (row.total for row in rows if (row.ministry, row.total.kind) == (ministry, kind)), None
    )


def _sum(words: Words, total: Total | None) -> Cell:
    if total is None:
        return Cell("–", value="")
    return Cell(
        f"{'≤ ' if total.at_most else ''}{figures.column(words, total.yen)}", value=total.yen
    )


def _file(words: Words, rows: tuple[MinistryMoney, ...], totals: tuple[Total, ...]) -> Table:
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
        total.yen,
        words("answer.yes" if total.at_most else "answer.no"),
        total.unknown_pots,
        total.budgets,
        total.shared,
        total.measures,
    ]


def _beside(words: Words, money: TotalMoney) -> None:
    """What the documents state of themselves, our totals, and why they differ."""
    stated = "".join(
        f'<div class="beside"><b>{figures.about(words, total.yen)}</b><br>'
        f"{escape(words('money.stated', document=naming.document_title(total.document)))}</div>"
        for total in money.stated
    )
    st.html(stated)
    table = Table(
        [words("money.ours"), words("money.sum"), words("money.budgets"), words("money.unknown")],
        [
            [
                words.of("kind", total.kind),
                _total(words, total),
                total.budgets,
                total.unknown_pots or "",
            ]
            for total in money.totals
        ],
        frozenset({1, 2, 3}),
    )
    tables.show(table)
    reasons = "".join(
        f"<li>{escape(reason.japanese if words.language == 'ja' else reason.english)}</li>"
        for reason in money.reasons
    )
    if reasons:
        st.html(f'<div class="reasons">{words("money.why")}<ul>{reasons}</ul></div>')
    save_csv(
        Table(
            [words(f"money_file.{heading}") for heading in _NUMBERS],
            [_numbers(words, total) for total in money.totals],
        ),
        "money-total",
        words("save.csv"),
    )


def _total(words: Words, total: Total) -> Cell:
    text = figures.about(words, total.yen)
    return Cell(words("money.at_most", sum=text) if total.at_most else text, value=total.yen)
