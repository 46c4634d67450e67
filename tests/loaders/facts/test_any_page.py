"""Whatever a page says, its readers do not fail, and what they read or refuse stands on it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.facts import (
    addresses,
    applicants,
    blocks,
    bodies,
    budgets,
    calls,
    caps,
    certifications,
    columns,
    compounds,
    contacts,
    figures,
    headed,
    kinds,
    left_over,
    legal_basis,
    listed,
    masked,
    money,
    parts,
    pots,
    prose,
    rates,
    related,
    roles,
    rows,
    scheme,
    size_tests,
    terms,
    thresholds,
    traders,
    urls,
    windows,
)
from loaders.text.compact import Compact
from loaders.text.fiscal import fiscal_marks
from loaders.text.page import Page
from loaders.vocabulary.bodies import Role
from tests.examples import examples
from tests.made_up.pages import pages
from tests.paths import ROOT

# lines that readers read a fact from, as their numbers stand here
SENTENCES = [
    "成果目標 輸出額3兆2,600億円を目指す。",
    "・資本金3億円以下の企業が対象",
    "・従業員1,200人以上であること",
    "小規模事業者従業員20人以下(小売業は5人以下)",
    "適用対象:港で働く従業員数1,000人以下の法人又は個人事業主",
    "補助上限額:1億3,000万円(港町枠)、2,000万円(山村枠)",
    "予算額 令和7年度当初予算案 1,200億円(1,000億円)の内数",
    "補助率:2/3以内(中小企業は3/4)、費用の50%を補助",
    "公募期間:令和7年4月1日~5月31日",
    "令和7年2月30日に公募を開始し、3月から公募を実施",
    "・相談会を12回開催し、延べ1,300人が参加(うち港町枠25人(前年度比150%))。",
    "・会員企業は令和6年1月時点で1,400社以上(うち約3割が中小企業)。",
]
Reader = Callable[[Page, str], Iterable[int]]
TITLES = ["港町づくり補助金", "港町づくり補助金のうち山村枠", "山村税制", ""]
# the words that kinds and terms look for stand in their vocabularies
OF_KINDS = ["補助金", "税制", "融資", "相談", "中小企業", "農業", "製造業", "港町振興", "計画認定"]


def lines_of(records: Iterable[Any]) -> list[int]:
    return [record.line for record in records]


def read_applicants(page: Page, title: str) -> list[int]:
    named = applicants.applicants(page, title)
    return [
        *applicants.applicant_lines(page, title, page.start, named),
        *applicants.any_size(page),
    ]


def read_contacts(page: Page, title: str) -> list[int]:
    blocks = contacts.contact_blocks(page.lines)
    return [line for block in blocks for line in lines_of(block.contacts)]


def read_figures(page: Page, title: str) -> list[int]:
    """What a figure counts, whether it is an outcome and in which sentence it stands is read with
    the figures.
    """
    read = figures.figures(page)
    for figure in read:
        assert figure.name is None or 0 < len(figure.name) <= 80
    return lines_of(read)


def read_kinds(page: Page, title: str) -> list[int]:
    return [
        line
        for reader in (kinds.instruments, kinds.beneficiaries, kinds.industries)
        for line in reader(page, title).values()
    ]


def read_addresses(page: Page, title: str) -> list[int]:
    for line in page.lines:
        usual = addresses.usual_form(line.plain)
        assert addresses.usual_form(usual) == usual
    return []


def read_masked(page: Page, title: str) -> list[int]:
    for blotted in (
        masked.masked(page, [title], TITLES),
        masked.masked_but_organisations(page, [title], TITLES),
    ):
        assert [len(line.plain) for line in blotted.lines if not line.blank] == [
            len(line.plain) for line in page.lines if not line.blank
        ]
    return [line.number for line in masked.masked(page, [title]).lines]


def read_money(page: Page, title: str) -> list[int]:
    compact = Compact.of(page)
    marks = fiscal_marks(compact.text)
    for topic in ("budget", "cap", "other"):
        money.refuse_unreadable(page, compact, marks, topic)
    read = money.sums(compact)
    for amount in read:
        assert compact.text[amount.end - 1] in "円万億憶兆" or compact.text[amount.start] == "¥"
        assert money.topic(compact, marks, amount.start)[1] <= amount.start
    return [compact.line_at(amount.start) for amount in read]


def read_left_over(page: Page, title: str) -> list[int]:
    before = {problem.line for problem in page.refused}
    left_over.refuse_left_over(page, left_over.Numbers(rates.rates(page), windows.windows(page)))
    return [problem.line for problem in page.refused if problem.line not in before]


def read_blocks(page: Page, title: str) -> list[int]:
    read = blocks.named_blocks(page)
    assert all(block.first <= block.last for block in read)
    return [line for block in read for line in (block.first, block.last)]


def read_listed(page: Page, title: str) -> list[int]:
    text = Compact.of(page).text
    assert listed.listed(text, len(text), "") is None
    assert (listed.listed(text, len(text), "1)") or "0)").strip()
    return []


def read_headed(page: Page, title: str) -> list[int]:
    compact = Compact.of(page)
    read = headed.sections(compact)
    for section in read:
        assert 0 <= section.start < section.end <= len(compact.text)
    return [compact.line_at(section.start) for section in read]


def read_parts(page: Page, title: str) -> list[int]:
    compact = Compact.of(page)
    read = parts.numbered_parts(compact)
    for part in read:
        assert part.start <= part.end <= len(compact.text)
        side_by_side = part.start == part.end  # told of by reference alone
        assert side_by_side or parts.part_at(read, part.start)
    return [compact.line_at(part.start) for part in read]


def read_pots(page: Page, title: str) -> list[int]:
    compact = Compact.of(page)
    for amount in money.sums(compact):
        name = pots.pot(compact, max(0, amount.start - 60), amount.start, amount.end)
        assert name is None or name in "".join(compact.text.split())
    return []


def read_prose(page: Page, title: str) -> list[int]:
    return [flow.line_at(at) for flow in prose.running_text(page) for at in (0, len(flow.text) - 1)]


def read_roles(page: Page, title: str) -> list[int]:
    text = page.flow.text
    for at in range(0, len(text), 7):
        assert roles.shown_role(text, at, at + 3, title) in (None, *get_args(Role))
    return []


def read_compounds(page: Page, title: str) -> list[int]:
    text = page.flow.text
    assert all(compound.printed for compound in compounds.compounds(text))
    return []


def read_terms(page: Page, title: str) -> list[int]:
    (found,) = terms.key_terms([page], [title])
    return terms.term_lines(page, page.start, found)


READERS: dict[str, Reader] = {
    "addresses": read_addresses,
    "applicants": read_applicants,
    "bodies": lambda page, title: lines_of(bodies.bodies(page, title)),
    "budgets": lambda page, title: lines_of(budgets.budgets(page)),
    "calls": lambda page, title: lines_of(calls.calls(page)),
    "caps": lambda page, title: lines_of(caps.caps(page)),
    "cases": lambda page, title: lines_of(caps.caps(page)),
    "changes": read_figures,
    "certifications": lambda page, title: lines_of(certifications.certifications(page)),
    "beside": lambda page, title: lines_of(rates.rates(page)),
    "blocks": read_blocks,
    "columns": lambda page, title: lines_of(columns.with_columns(page, caps.caps(page))),
    "compounds": read_compounds,
    "contacts": read_contacts,
    "counted": read_figures,
    "deeds": read_figures,
    "figure_years": read_figures,
    "figures": read_figures,
    "kinds": read_kinds,
    "left_over": read_left_over,
    "legal_basis": lambda page, title: lines_of(legal_basis.legal_basis(page)),
    "masked": read_masked,
    "money": read_money,
    "noted": lambda page, title: lines_of(rates.rates(page)),
    "other_years": read_figures,
    "outcomes": read_figures,
    "listed": read_listed,
    "headed": read_headed,
    "parts": read_parts,
    "pots": read_pots,
    "prose": read_prose,
    "rates": lambda page, title: lines_of(rates.rates(page)),
    "related": lambda page, title: lines_of(related.related(page, TITLES, title)),
    "roles": read_roles,
    "rows": lambda page, title: lines_of(rows.with_rows(page, rates.rates(page))),
    "hops": lambda page, title: lines_of(scheme.scheme(page)),
    "scheme": lambda page, title: lines_of(scheme.scheme(page)),
    "size_tests": lambda page, title: lines_of(size_tests.size_tests(page)),
    "terms": read_terms,
    "distinguished": read_figures,
    "traders": lambda page, title: list(traders.traders(page).values()),
    "thresholds": lambda page, title: lines_of(thresholds.thresholds(page)),
    "urls": lambda page, title: [line for _, line in urls.urls(page.lines)],
    "whose": lambda page, title: lines_of(caps.caps(page)),
    "windows": lambda page, title: lines_of(windows.windows(page)),
}


def labels(name: str) -> list[str]:
    """What the reader's patterns find, and what they only nearly find."""
    entries = importlib.import_module(f"loaders.facts.{name}")._PATTERNS.entries
    texts = [text for entry in entries for text in (*entry.example, *entry.counterexample) if text]
    return [*texts, *OF_KINDS] if name in ("kinds", "terms") else texts


@cache
def pages_for(name: str) -> st.SearchStrategy[Page]:
    return pages(labels(name), SENTENCES)


def test_every_reader_of_facts_is_tried() -> None:
    modules = {path.stem for path in Path(ROOT / "loaders" / "facts").glob("*.py")}
    others = {"__init__", "bounds", "scopes", "stated", "subjects", "window_frames"}
    assert set(READERS) == modules - others


@pytest.mark.parametrize("name", READERS)
@examples(100)
@given(data=st.data())
def test_a_reader_does_not_fail_and_gives_lines_of_the_page(name: str, data: st.DataObject) -> None:
    page = data.draw(pages_for(name))
    title = data.draw(st.sampled_from(TITLES))
    read = READERS[name](page, title)
    numbers = {line.number for line in page.lines}
    assert set(read) <= numbers
    assert {problem.line for problem in page.refused} <= numbers
