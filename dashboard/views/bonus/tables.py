"""The bonus page's tables: unlocked, almost, depending on a number, next certifications, amounts
in yen, who gives on whose word; and their files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state.page_state import fill, value
from dashboard.text import figures
from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import amounts as in_yen
from dashboard.views.bonus import calls, form, reverse, wording
from dashboard.views.bonus.counted import added, counted, own
from dashboard.views.bonus.reasons import reason
from dashboard.views.bonus.state import TABS, State, change
from dashboard.views.bonus.unlocked import UnlockedRules
from dashboard.widgets import tables
from dashboard.widgets.saving import save, save_csv
from dashboard.widgets.sorted_tables import by_address
from dashboard.widgets.tables import Cell, Table, Value
from dashboard.widgets.workbook import workbook as as_workbook
from queries.bonus.dated import dated
from queries.bonus.eligibility import Eligibility
from queries.bonus.matrix import BonusCell, bonus_matrix, without_issuer
from queries.bonus.next import NextStep
from queries.bonus.records import company_record, matrix_records, next_records
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.yen.amounts import amounts_for
from queries.bonus.yen.record import amount_records
from queries.bonus.yen.worked import Amount

_HEIGHT = 620


def show(words: Words, state: State, unlocked: UnlockedRules) -> None:
    """The tables under tabs, each with its number of rows, and the files."""
    answer = unlocked.answer
    cells, amounts = ask(bonus_matrix), ask(amounts_for, answer.profile)
    found = reverse.answer(unlocked.book, state.wanted)
    by_tab: dict[str, Callable[[], Table]] = {
        "unlocked": lambda: met_now(words, unlocked),
        "almost": lambda: almost(words, unlocked),
        "depends": lambda: depends(words, unlocked),
        "next": lambda: following(words, unlocked),
        "yen": lambda: in_yen.table(words, amounts, unlocked.calls),
        "matrix": lambda: matrix(words, unlocked.book, cells),
        "for": lambda: reverse.table(words, unlocked, found),
    }
    met = {"unlocked": answer.unlocked, "almost": answer.almost, "depends": answer.depends}
    numbers = {name: str(counted(each.rule for each in rules)) for name, rules in met.items()} | {
        "next": str(sum(step.worthwhile for step in unlocked.steps)),
        "yen": str(len(amounts)),
        "matrix": str(len({(cell.kind, cell.raised) for cell in cells})),
    }
    choice, note = st.columns([1, 4], vertical_alignment="bottom")
    with choice:
        form.day(words, state)
    note.caption(plain(calls.head(words, unlocked.calls)))
    fill("bonus_tab", state.tab)
    st.pills(
        words("bonus_answer.tables"),
        TABS,
        key="bonus_tab",
        required=True,
        wrap=True,
        label_visibility="collapsed",
        format_func=lambda name: _tab(words, name, numbers.get(name)),
        on_change=lambda: change(lambda state: replace(state, tab=value("bonus_tab"))),
    )
    _chosen(words, state, unlocked, by_tab[state.tab]())
    further, other = len(answer.further), len(answer.other_size)
    st.caption(
        plain(
            f"{words('bonus.not_listed', further=further, other=other)}"
            f" {words('bonus_answer.plus_means')}"
        )
    )
    _saves(words, state, unlocked, by_tab, cells, amounts)


def _tab(words: Words, name: str, number: str | None) -> str:
    """The name of a table with its number of rules or rows; the search has none."""
    return words(f"bonus.tab.{name}") + (f" ({plain(number)})" if number else "")


def _chosen(words: Words, state: State, unlocked: UnlockedRules, table: Table) -> None:
    """The table that the address names, with what it needs to be told."""
    name = state.tab
    st.caption(words(f"bonus.tab_help.{name}"))
    if name == "yen":
        form.money(words, state.profile)
    if name == "for":
        reverse.show(words, state, unlocked)
    if name == "matrix" and (left := without_issuer(unlocked.book)):
        st.caption(plain(words("bonus.no_issuer", n=left)))
    if table.rows:
        shown = by_address(table, "bonus", name, words.language)
        tables.show_listing(words, shown, _HEIGHT)
        save_csv(table, f"shisaku-bonus-{name}", words("save.csv"))
    elif name != "for":
        st.write(words(f"bonus.none.{name}"))


def _saves(
    words: Words,
    state: State,
    unlocked: UnlockedRules,
    by_tab: Mapping[str, Callable[[], Table]],
    cells: Sequence[BonusCell],
    amounts: Sequence[Amount],
) -> None:
    def workbook() -> bytes:
        held = [
            (words(f"bonus.tab.{name}"), table())
            for name, table in by_tab.items()
            if name != "for" or state.wanted
        ]
        return as_workbook(words, asked(words, state), held)

    def record() -> str:
        answer = company_record(unlocked.answer) | {"next": next_records(unlocked.steps)}
        return json.dumps(
            dated(answer, unlocked.calls)
            | {"yen": amount_records(amounts), "matrix": matrix_records(cells)},
            ensure_ascii=False,
            indent=1,
        )

    with st.container(horizontal=True, gap="medium"):
        save(words("bonus.xlsx"), "shisaku-bonus.xlsx", workbook)
        save(words("bonus.json"), "shisaku-bonus.json", record)


def asked(words: Words, state: State) -> list[tuple[str, str]]:
    """For which company and day the tables are."""
    told = state.profile.as_dict()
    company = [
        words.listed([str(each) for each in value] if isinstance(value, list) else [f"{value:,}"])
        for value in told.values()
    ]
    return [
        (words("asked.page"), words("bonus.title")),
        (
            words("bonus_answer.file_company"),
            words.listed(company) or words("bonus_answer.nothing_told"),
        ),
        (words("bonus_answer.file_day"), figures.day(words, state.day.isoformat())),
        *([(words("bonus_for.label"), state.wanted)] if state.wanted else []),
    ]


def _table(words: Words, first: Sequence[str], rows: Sequence[Sequence[Value]]) -> Table:
    return Table(
        [
            words(f"bonus.column.{name}")
            for name in (*first, "benefit", "value", "raised", "status", "call", "sources")
        ],
        rows,
        together=frozenset({len(first)}),
        wide=frozenset({len(first) + 5}),
    )


def _row(
    words: Words, unlocked: UnlockedRules, eligibility: Eligibility, numbers: dict[str, str]
) -> list[Value]:
    rule = eligibility.rule
    return [
        wording.benefit(words, rule),
        wording.value(words, rule),
        wording.raised(words, rule),
        wording.status(words, eligibility, numbers),
        calls.call(words, rule, unlocked.calls),
        wording.sources(words, rule),
    ]


def _numbers(unlocked: UnlockedRules) -> dict[str, str]:
    """Rule → its number in the table of what is unlocked."""
    return {met.rule.id: str(place) for place, met in enumerate(unlocked.listed, 1)}


def met_now(words: Words, unlocked: UnlockedRules) -> Table:
    """What is unlocked now, in force first, then by benefit; the number in front is what a rule
    that does not add up refers to.
    """
    numbers = _numbers(unlocked)
    return _table(
        words,
        ("number", "by"),
        [
            [
                int(numbers[met.rule.id]),
                wording.by(words, met),
                *_row(words, unlocked, met, numbers),
            ]
            for met in unlocked.listed
        ],
    )


def almost(words: Words, unlocked: UnlockedRules) -> Table:
    """What one step would unlock, with that step."""
    numbers = _numbers(unlocked)
    return _table(
        words,
        ("missing",),
        [
            [
                wording.alternatives(words, almost_met.missing[0]),
                *_row(words, unlocked, almost_met, numbers),
            ]
            for almost_met in unlocked.answer.almost
        ],
    )


def depends(words: Words, unlocked: UnlockedRules) -> Table:
    """What hangs on a size or number that the company does not give."""
    numbers = _numbers(unlocked)
    rows = [
        [
            words.listed([wording.question(words, missing) for missing in open_rule.depends]),
            wording.by(words, open_rule),
            *_row(words, unlocked, open_rule, numbers),
        ]
        for open_rule in unlocked.answer.depends
    ]
    return _table(words, ("depends", "by"), rows)


def following(words: Words, unlocked: UnlockedRules) -> Table:
    """The certifications that add something to what comes before them, ranked, with why; of what
    one adds the rules whose calls are over below the others.
    """
    rows = [
        [
            place,
            Cell(
                naming.node_name(words, step.certification.id, step.certification.name),
                note=wording.aimed_at(words, step.aimed_at),
            ),
            _number(words, step),
            Cell(gains(words, step), below=_open_and_closed(words, unlocked, step)),
            reason(words, step),
            needs(words, step),
            len(step.prerequisites) or None,
            words.listed([wording.office(words, ministry) for ministry in step.ministries]),
            words.listed(list(step.programmes)),
        ]
        for place, step in enumerate([step for step in unlocked.steps if step.worthwhile], 1)
    ]
    names = (
        "number",
        "certification",
        "adds",
        "gains",
        "why",
        "needs",
        "prerequisites",
        "ministries",
        "programmes",
    )
    return Table(
        [words(f"bonus.column.{name}") for name in names],
        rows,
        frozenset({0, 2, 6}),
        names=frozenset({7}),
    )


def _open_and_closed(words: Words, unlocked: UnlockedRules, step: NextStep) -> str:
    """The rules that a step adds as lines of HTML; those whose calls are over on the day, and those
    that a lower tier gives already, under headings of their own.
    """
    rules = [met.rule for met in step.new]
    over = unlocked.calls.closed(rules)
    closed = [rule for rule in rules if rule.id in over]
    lower = [met.rule for met in step.adds if met.rule.id not in step.first_here]
    shown = wording.listed(words, [rule for rule in rules if rule.id not in over])
    for key, rest in (("bonus.call.over", closed), ("bonus_answer.lower", lower)):
        if rest:
            shown += f'<div class="quiet">{escape(words(key))}</div>{wording.listed(words, rest)}'
    return shown


def _number(words: Words, step: NextStep) -> Cell:
    """How many rules a step adds, as the answer and the picture count them."""
    all_, new = added(step), own(step)
    text = str(all_) if all_ == new else words("bonus_answer.count", all=str(all_), own=str(new))
    return Cell(text, value=all_.now)


def gains(words: Words, step: NextStep) -> str:
    """By benefit: the stated values, and how many rules state none; nothing is added up."""
    by_benefit = []
    for kind, stated, left in step.values:
        values = words.listed(
            [
                *(wording.stated(words, value) or "" for value in stated),
                *([words("bonus.without_value", n=left)] if left else []),
            ]
        )
        by_benefit.append(words("bonus.gain", benefit=words.of("benefit", kind), values=values))
    return words("bonus.and").join(by_benefit)


def needs(words: Words, step: NextStep) -> str:
    """The certifications that must be held before it, in that order."""
    return " → ".join(
        naming.node_name(words, certification.id, certification.name)
        for certification in step.needs
    )


def matrix(words: Words, book: RuleBook, cells: Sequence[BonusCell]) -> Table:
    """One row for each office or programme that gives, one column for each ministry whose word it
    takes.
    """
    issuers = list(dict.fromkeys(cell.issuer for cell in cells))
    givers = sorted(
        dict.fromkeys((cell.kind, cell.raised) for cell in cells), key=lambda giver: giver[0]
    )
    named = {
        known.name: naming.node_name(words, known.id, known.name)
        for known in book.certifications.values()
    }
    by_place = {(cell.kind, cell.raised, cell.issuer): cell for cell in cells}
    rows: list[list[Value]] = []
    for kind, raised in givers:
        name = wording.office(words, raised) if kind == "Ministry" else words.name(raised)
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
                words("bonus.column.word_of", ministry=wording.office(words, issuer))
                for issuer in issuers
            ),
        ],
        rows,
    )


def _cell(words: Words, named: dict[str, str], cell: BonusCell | None) -> Cell:
    if cell is None:
        return Cell("")
    kinds = words.listed([f"{words.of('benefit', kind)} {count}" for kind, count in cell.benefits])
    certifications = words.listed([named.get(name, name) for name in cell.certifications])
    return Cell(
        wording.rules(words, len(cell.rules)),
        below=wording.listed(words, cell.rules),
        note=f"{kinds} ― {certifications}",
    )
