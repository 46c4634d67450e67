"""The bonus page's tables: unlocked, almost, depending on a number, next certifications, who gives
on whose word; and their files.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.bonus import wording as bonus_said
from dashboard.views.bonus.unlocked import Lights
from dashboard.widgets import tables
from dashboard.widgets.tables import Cell, Table, Value
from graph.files.spreadsheets import xlsx_bytes
from queries.bonus.book import RuleBook
from queries.bonus.eligibility import Standing
from queries.bonus.matrix import BonusCell, bonus_matrix, without_issuer
from queries.bonus.next import NextStep
from queries.bonus.records import company_record, matrix_records, next_records

_HEIGHT = 560


def show(words: Words, lit: Lights) -> None:
    """The tables under tabs, each with its number of rows, and the files."""
    cells = ask(bonus_matrix)
    made = {
        "unlocked": unlocked(words, lit),
        "almost": almost(words, lit),
        "depends": depends(words, lit),
        "next": following(words, lit.steps),
        "matrix": matrix(words, lit.book, cells),
    }
    numbers = {name: f"{len(table.rows)}" for name, table in made.items()}
    if later := lit.later.total():
        numbers["unlocked"] = f"{len(lit.answer.unlocked) - later} + {later}"
    tabs = st.tabs([f"{words(f'bonus.tab.{name}')} ({numbers[name]})" for name in made])
    for tab, (name, table) in zip(tabs, made.items(), strict=True):
        with tab:
            st.caption(words(f"bonus.tab_help.{name}"))
            if name == "unlocked" and lit.later:
                st.caption(bonus_said.later(words, lit.later))
            if name == "matrix" and (left := without_issuer(lit.book)):
                st.caption(words("bonus.no_issuer", n=left))
            if table.rows:
                tables.show_listing(words, table, _HEIGHT)
                tables.download(table, f"shisaku-bonus-{name}", words("save.csv"))
            else:
                st.write(words(f"bonus.none.{name}"))
    st.caption(
        words("bonus.not_listed", further=len(lit.answer.further), other=len(lit.answer.other_size))
    )
    _saves(words, lit, made, cells)


def _saves(words: Words, lit: Lights, made: dict[str, Table], cells: Sequence[BonusCell]) -> None:
    def workbook() -> bytes:
        return xlsx_bytes(
            [tables.sheet(words(f"bonus.tab.{name}"), table) for name, table in made.items()]
        )

    def record() -> str:
        return json.dumps(
            company_record(lit.answer)
            | {
                "next": next_records(lit.steps),
                "matrix": matrix_records(cells),
            },
            ensure_ascii=False,
            indent=1,
        )

    with st.container(horizontal=True, gap="medium"):
        tables.save(words("bonus.xlsx"), "shisaku-bonus.xlsx", workbook)
        tables.save(words("bonus.json"), "shisaku-bonus.json", record)


def _table(words: Words, first: Sequence[str], rows: Sequence[Sequence[Value]]) -> Table:
    return Table(
        [
            words(f"bonus.column.{name}")
            for name in (*first, "benefit", "value", "raised", "status", "sources")
        ],
        rows,
        together=frozenset({len(first)}),
    )


def _row(words: Words, standing: Standing, numbers: dict[str, str]) -> list[Value]:
    rule = standing.rule
    return [
        bonus_said.benefit(words, rule),
        bonus_said.value(words, rule),
        bonus_said.raised(words, rule),
        bonus_said.status(words, standing, numbers),
        bonus_said.sources(words, rule),
    ]


def _numbers(lit: Lights) -> dict[str, str]:
    """Rule → its number in the table of what is unlocked."""
    return {s.rule.id: str(place) for place, s in enumerate(lit.answer.unlocked, 1)}


def unlocked(words: Words, lit: Lights) -> Table:
    """What is unlocked now, by benefit; the number in front is what a rule that does not add up
    refers to.
    """
    numbers = _numbers(lit)
    return _table(
        words,
        ("number", "by"),
        [
            [int(numbers[s.rule.id]), bonus_said.by(words, s), *_row(words, s, numbers)]
            for s in lit.answer.unlocked
        ],
    )


def almost(words: Words, lit: Lights) -> Table:
    """What one step would unlock, with that step."""
    return _table(
        words,
        ("missing",),
        [
            [bonus_said.asked(words, s.missing[0]), *_row(words, s, _numbers(lit))]
            for s in lit.answer.almost
        ],
    )


def depends(words: Words, lit: Lights) -> Table:
    """What hangs on what is not told."""
    rows = [
        [
            words.listed([bonus_said.question(words, each) for each in s.depends]),
            bonus_said.by(words, s),
            *_row(words, s, _numbers(lit)),
        ]
        for s in lit.answer.depends
    ]
    return _table(words, ("depends", "by"), rows)


def following(words: Words, steps: Sequence[NextStep]) -> Table:
    """The certifications that add something to what comes before them, ranked."""
    rows = [
        [
            place,
            Cell(
                naming.node_name(words, step.certification.id, step.certification.name),
                note=bonus_said.aimed_at(words, step.aimed_at),
            ),
            len(step.new),
            Cell(gains(words, step), below=bonus_said.listed(words, [s.rule for s in step.new])),
            needs(words, step),
            len(step.doors) or None,
            words.listed([bonus_said.office(words, each) for each in step.ministries]),
            words.listed(list(step.programmes)),
        ]
        for place, step in enumerate([step for step in steps if step.worthwhile], 1)
    ]
    names = (
        "number",
        "certification",
        "adds",
        "gains",
        "needs",
        "doors",
        "ministries",
        "programmes",
    )
    return Table([words(f"bonus.column.{name}") for name in names], rows, frozenset({0, 2, 5}))


def gains(words: Words, step: NextStep) -> str:
    """By benefit: the stated values, and how many rules state none; nothing is added up."""
    parts = []
    for kind, stated, left in step.values:
        said = words.listed(
            [
                *(bonus_said.stated(words, value) or "" for value in stated),
                *([words("bonus.without_value", n=left)] if left else []),
            ]
        )
        parts.append(words("bonus.gain", benefit=words.of("benefit", kind), values=said))
    return words("bonus.and").join(parts)


def needs(words: Words, step: NextStep) -> str:
    return " → ".join(naming.node_name(words, each.id, each.name) for each in step.needs)


def matrix(words: Words, book: RuleBook, cells: Sequence[BonusCell]) -> Table:
    """One row for each office or programme that gives, one column for each ministry whose word it
    takes.
    """
    issuers = list(dict.fromkeys(cell.issuer for cell in cells))
    given = sorted(
        dict.fromkeys((cell.kind, cell.raised) for cell in cells), key=lambda each: each[0]
    )
    named = {
        each.name: naming.node_name(words, each.id, each.name)
        for each in book.certifications.values()
    }
    by_place = {(cell.kind, cell.raised, cell.issuer): cell for cell in cells}
    rows: list[list[Value]] = []
    for kind, raised in given:
        name = bonus_said.office(words, raised) if kind == "Ministry" else words.name(raised)
        rows.append(
            [
                Cell(name, note=words(f"bonus.kind.{kind}")),
                *(_cell(words, named, by_place.get((kind, raised, issuer))) for issuer in issuers),
            ]
        )
    return Table(
        [
            words("bonus.column.gives"),
            *(
                words("bonus.column.word_of", ministry=bonus_said.office(words, issuer))
                for issuer in issuers
            ),
        ],
        rows,
    )


def _cell(words: Words, named: dict[str, str], cell: BonusCell | None) -> Cell:
    if cell is None:
        return Cell("")
    kinds = words.listed([f"{words.of('benefit', kind)} {count}" for kind, count in cell.benefits])
    return Cell(
        bonus_said.rules(words, len(cell.rules)),
        below=bonus_said.listed(words, cell.rules),
        note=f"{kinds} ― {words.listed([named.get(each, each) for each in cell.certifications])}",
    )
