"""A measure over documents and years: what each document calls it, its money by fiscal year, its
bonus rules, the policy items that cover it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from dashboard.reading import excerpt, naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets import tables
from dashboard.widgets.saving import save_csv
from dashboard.widgets.tables import Cell, Table
from queries.bonus.rule_book.rules import RuleCard
from queries.documents import DocumentCounts
from queries.measure.card import MeasureCard
from queries.measure.years import YearMoney
from queries.policy_item.chain import ItemStep
from queries.sources import Source

_MOST_COLUMNS = 6
Row = tuple[str, dict[str, str]]  # what the row is about, and its cells by document (both HTML)


def show(words: Words, card: MeasureCard) -> None:
    """The table of documents and years, and the policy items; nothing where there is one document
    and no item.
    """
    if len(naming.documents()) > 1:
        documents = _columns(card)
        rows = [
            _titles(words, card, documents),
            _ministries(words, card),
            *_money(words, card),
            *_rules(words, card, documents),
        ]
        st.html(
            f'<div class="section">{escape(words("years.heading"))}</div><div'
            f' class="table">{_html(words, documents, rows)}</div>'
        )
        save_csv(
            _file(words, card), f"shisaku-{card.id.partition(':')[2]}-years", words("save.csv")
        )
    if card.items:
        st.html(f'<div class="section">{escape(words("years.items"))}</div>')
        tables.show_stacked(_items(words, card.items))


def chips(words: Words, card: MeasureCard) -> str:
    """Earlier names and the measures that this one came of, became, is a part of or consists of, as
    HTML.
    """
    names = [
        title for version in card.years.versions for title in version.titles if title != card.title
    ]
    kept = [alias for alias in card.aliases if alias not in names]
    lines = [
        f'<span class="label">{escape(words(key))}</span>'
        + "".join(f"<span>{escape(name)}</span>" for name in dict.fromkeys(listed))
        for key, listed in (("years.names", names), ("years.aliases", kept))
        if listed
    ]
    for relation in dict.fromkeys(relative.relation for relative in card.relatives):
        links = [
            (address.link("measure", words.language, id=relative.id), relative.title)
            for relative in card.relatives
            if relative.relation == relation
        ]
        lines.append(
            f'<span class="label">{escape(words.of("relative", relation))}</span>'
            + "".join(
                f'<a href="{escape(href)}" target="_self">{escape(title)}</a>'
                for href, title in links
            )
        )
    return "".join(f'<div class="tags chips">{line}</div>' for line in lines)


# --- the table ------------------------------------------------------------------------------------


def _columns(card: MeasureCard) -> list[DocumentCounts]:
    """All documents by date, so that a gap is seen, but review sheets and answers about calls; only
    those that hold the measure where there are very many.
    """
    documents = sorted(
        (each for each in naming.documents().values() if not naming.is_of_no_measure(each.id)),
        key=lambda document: (document.date, document.id),
    )
    holding = {version.document for version in card.years.versions}
    return (
        documents
        if len(documents) <= _MOST_COLUMNS
        else [document for document in documents if document.id in holding]
    )


def _html(words: Words, documents: Sequence[DocumentCounts], rows: Iterable[Row]) -> str:
    head = "".join(
        f"<th><b>{escape(figures.day(words, document.date))}</b><span"
        f' class="quiet">{escape(document.title)}</span></th>'
        for document in documents
    )
    body = "".join(
        f"<tr><td>{label}</td>"
        + "".join(f"<td>{cells.get(document.id, '')}</td>" for document in documents)
        + "</tr>"
        for label, cells in rows
    )
    return (
        '<table class="facts'
        f' years"><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>'
    )


def _titles(words: Words, card: MeasureCard, documents: Sequence[DocumentCounts]) -> Row:
    absent = f'<span class="quiet">{escape(words("years.absent"))}</span>'
    cells = {document.id: absent for document in documents}
    for version in card.years.versions:
        titles = escape(" / ".join(version.titles))
        cells[version.document] = f"{titles} {_lines(words, version.sources)}"
    return escape(words("years.title")), cells


def _ministries(words: Words, card: MeasureCard) -> Row:
    ids = {office.name: office.id for office in card.ministries}
    return escape(words.of("about", "ministry")), {
        version.document: escape(
            words.listed([naming.node_name(words, ids[name], name) for name in version.ministries])
            or words("years.unnamed")
        )
        for version in card.years.versions
    }


def _money(words: Words, card: MeasureCard) -> list[Row]:
    """One row a fiscal year and kind."""
    rows: dict[tuple[int | None, str], dict[str, str]] = {}
    for money in card.years.money:
        cells = rows.setdefault((money.year, money.kind), {})
        sums = "<br>".join(
            f"<b>{escape(said)}</b>"
            for said in figures.parts(words, money.own, money.pots, figures.budget)
        )
        cells[money.document] = (
            f"{sums} {escape(_marks(words, money))} {_lines(words, money.sources)}"
        )
    return [
        (escape(f"{_year(words, year)} {words.of('kind', kind)}"), cells)
        for (year, kind), cells in rows.items()
    ]


def _year(words: Words, year: int | None) -> str:
    return words("measure.fiscal_year", year=year) if year else words("years.no_year")


def _marks(words: Words, money: YearMoney) -> str:
    marks = [
        words(key)
        for key, holds in (
            ("measure.proposed", money.proposed),
            ("years.year_before", money.year_before),
        )
        if holds
    ]
    return words("years.mark", marks=words.listed(marks)) if marks else ""


def _rules(words: Words, card: MeasureCard, documents: Sequence[DocumentCounts]) -> list[Row]:
    """One row a bonus rule, with its status as of the latest document that states it."""
    rules = {rule.id: rule for rule in (*card.bonuses_raising, *card.bonuses_stated)}.values()
    return [
        (
            _rule(words, rule, card.id),
            {
                document.id: _lines(words, places)
                for document in documents
                if (places := [place for place in rule.sources if place.document == document.id])
            },
        )
        for rule in rules
    ]


def _rule(words: Words, rule: RuleCard, measure: str) -> str:
    """What it asks for → what it gives, for what (unless that is the measure itself), and its
    status.
    """
    joint = words("measure.any") if rule.condition_mode == "any" else words("measure.all")
    conditions = joint.join(words.name(condition) for condition in rule.condition)
    # 公共調達の加点 says already that 公共調達 is what it helps with
    printed = Words("ja").of("benefit", rule.benefit)
    named = [
        raised.name for raised in rule.raises if raised.id != measure and raised.name not in printed
    ]
    gain = " ".join(filter(None, [words.of("benefit", rule.benefit), rule.value, *named]))
    return (
        f"{escape(conditions)} → {escape(gain)} "
        '<span class="status'
        f' {escape(rule.status)}">{escape(words.of("status", rule.status))}</span>'
    )


def _lines(words: Words, places: Sequence[Source]) -> str:
    """The lines of one document, the first leading to the text where it is shown."""
    lines = [str(place.line) for place in places if place.line]
    if not lines:
        return ""
    document = places[0].document
    text = escape(naming.lines(words, places))
    if excerpt.file_of(document):
        text = f'<a href="#{excerpt.anchor(document, int(lines[0]))}">{text}</a>'
    return f'<span class="quiet place">{text}</span>'


def _file(words: Words, card: MeasureCard) -> Table:
    """What is saved: one row a title and one a sum."""
    rows: list[list[tables.Value]] = [
        [
            version.document,
            words("years.title"),
            None,
            " / ".join(version.titles),
            words.listed(list(version.ministries)),
            _numbers(version.sources),
        ]
        for version in card.years.versions
    ]
    rows += [
        [
            money.document,
            words.of("kind", money.kind),
            money.year,
            yen,
            words.listed([*note, *filter(None, [_marks(words, money)])]),
            _numbers(money.sources),
        ]
        for money in card.years.money
        for yen, note in (
            (money.own, []),
            (money.pots, [words("measure.part_of_unknown")]),
        )
        if yen is not None
    ]
    return Table(
        [
            words("place.document"),
            words("measure.about"),
            words("field.year"),
            words("measure.value"),
            words("measure.note"),
            words("place.heading"),
        ],
        rows,
    )


def _numbers(places: Sequence[Source]) -> str:
    return " ".join(str(place.line) for place in places if place.line)


# --- policy items ---------------------------------------------------------------------------------


def _items(words: Words, steps: Sequence[ItemStep]) -> Table:
    rows: list[list[tables.Value]] = []
    for step in steps:
        number = " ".join(filter(None, (words.of("column", step.column), step.item_no)))
        carried = words("years.carried_on") if step.steps else ""
        rows.append(
            [
                Cell(figures.day(words, step.date), note=naming.document_title(step.document)),
                number,
                Cell(
                    step.title, address.link("explorer", words.language, id=step.id), note=carried
                ),
                naming.lines(words, [step.source]),
            ]
        )
    return Table(
        [
            words("place.document"),
            words("field.item_no"),
            words("years.item"),
            words("place.heading"),
        ],
        rows,
    )
