"""What credits and subsidies come to in yen for the company of the page: each amount with the
steps that lead to it, or what is missing for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dashboard.reading import naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.bonus.calls import on_day
from dashboard.widgets.tables import Cell, Table, Value
from graph.language.yen import decimal
from queries.bonus.dated import Calls
from queries.bonus.yen.worked import Amount, Step, Worked

_COLUMNS = ("amount_of", "amount_kind", "without", "now", "gain_in_yen", "ways", "call")


def table(words: Words, amounts: Sequence[Amount], calls: Calls) -> Table:
    """One row an amount, those whose calls are over last; what it comes to opens to its steps, each
    with its place.
    """
    rows: list[list[Value]] = [
        [
            _measure(words, amount),
            words(f"bonus.amount.{amount.kind}"),
            _worked(words, amount.without),
            _worked(words, amount.now),
            _gain(words, amount),
            _ways(words, amount),
            on_day(words, calls.of_measure(amount.measure, amount.frame)),
        ]
        for amount in sorted(
            amounts,
            key=lambda amount: calls.of_measure(amount.measure, amount.frame).state == "closed",
        )
    ]
    headings = [words(f"bonus.column.{name}") for name in _COLUMNS]
    return Table(headings, rows, together=frozenset({_COLUMNS.index("gain_in_yen")}))


def _measure(words: Words, amount: Amount) -> Cell:
    part = [amount.frame, amount.band, amount.size_class and words.name(amount.size_class)]
    return Cell(
        naming.node_name(words, amount.measure, amount.title),
        address.link("measure", words.language, id=amount.measure),
        note=words.listed([text for text in part if text]),
    )


def _gain(words: Words, amount: Amount) -> Cell:
    if amount.gain is None:
        return Cell("", value="")
    return Cell(f"+{figures.yen(words, amount.gain)}", value=amount.gain)


def _ways(words: Words, amount: Amount) -> Cell:
    """What one step more would make of it."""
    shown = [
        way.by if way.worked.yen is None else f"{way.by} → {_result(words, way.worked)}"
        for way in amount.ways
    ]
    below = "".join(
        f"<div><b>{escape(way.by)} → {escape(_result(words, way.worked))}</b></div>"
        f"{_steps(words, way.worked)}"
        for way in amount.ways
    )
    return Cell(words.listed(shown), below=below)


def _worked(words: Words, worked: Worked | None) -> Cell:
    if worked is None:
        return Cell("", value="")
    return Cell(_result(words, worked), value=worked.yen, below=_steps(words, worked))


def _result(words: Words, worked: Worked) -> str:
    if worked.yen is not None:
        return figures.yen(words, worked.yen)
    if "least" in worked.needs:
        return words("bonus.amount.too_little")
    needs = [words(f"bonus.amount_needs.{need}") for need in worked.needs]
    return words("bonus.amount.needs", names=words.listed(needs))


def _steps(words: Words, worked: Worked) -> str:
    return "".join(
        f'<div>{escape(_step(words, step))} <span class="quiet">'
        f"{escape(naming.places(words, step.sources))}</span></div>"
        for step in worked.steps
    )


def _step(words: Words, step: Step) -> str:
    yen = figures.yen(words, step.yen) if step.yen is not None else "?"
    share = step.printed or ("" if step.share is None else f"{decimal(float(step.share * 100))}%")
    kind = "at_most_sum" if step.kind == "at_most" and step.share is None else step.kind
    number = kind in ("least", "times", "at_most")
    by = words(f"bonus.amount_needs.{step.by}") if number else step.by
    return words(f"bonus.step.{kind}", share=share, yen=yen, by=by, years=step.years).strip()
