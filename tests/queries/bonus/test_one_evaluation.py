"""One evaluation of a company, for one and for many: whatever a profile says, the table of
companies answers as the single question does, and an answer that was found for another company is
one's own.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import ProfileError
from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.companies.answers import HEADINGS, ask_companies
from queries.bonus.company import Company, company
from queries.bonus.eligibility import Eligibility, Evaluation, eligibility, remembered
from queries.bonus.fit import SizeFit
from queries.bonus.for_company import bonuses_by, met_rules
from queries.bonus.profile import NUMBERS, Profile
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.open_to import Opening
from queries.bonus.rule_book.sizes import Limit
from tests.examples import examples
from tests.made_up import bonuses as made_up_bonuses

CERTIFICATIONS = ("くるみん", "プラチナくるみん", "トライくるみん", "DX認定", "経営力向上計画")
DEEDS = ("賃上げ", "賃上げ+3%", "賃上げ+6%", "最低賃金+50円", "インボイス登録")
AMOUNTS = {
    "employees": (4, 5, 6, 20, 21, 80, 2000, 2001),
    "capital": (3_000_000, 100_000_000, 100_000_001),
    "sales": (10**8, 10**9, 10**10),
    "group_employees": (1, 10_000, 10_001),
}


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Profiles around the limits of the made-up rules, contradictory ones too."""
    numbers = {name: draw(st.none() | st.sampled_from(AMOUNTS[name])) for name in NUMBERS}
    return Profile(
        size=draw(st.lists(st.sampled_from(size_names()), max_size=1).map(tuple)),
        hold=draw(st.lists(st.sampled_from(CERTIFICATIONS), unique=True).map(tuple)),
        does=draw(st.lists(st.sampled_from(DEEDS), unique=True, max_size=3).map(tuple)),
        employees=numbers["employees"],
        capital=numbers["capital"],
        sales=numbers["sales"],
        group_employees=numbers["group_employees"],
    )


def cells(profile: Profile) -> list[str]:
    """A profile as a row of the plain table."""
    words = ("、".join(texts) for texts in (profile.size, profile.hold, profile.does))
    numbers = profile.numbers()
    return [*words, *(str(numbers.get(name, "")) for name in NUMBERS)]


def as_row(result: Eligibility) -> dict[str, str]:
    """What the table says of one rule, put together from the single answer."""
    return {
        "rule": result.rule.id,
        "by": result.by,
        "depends": " ".join(":".join(filter(None, (q.of, q.detail))) for q in result.depends),
        "besides": " + ".join("/".join(way.name for way in ways) for ways in result.besides),
        "outranked_by": result.outranked_by or "",
        "either": " ".join(result.either),
    }


@examples(40)
@given(st.lists(profiles(), min_size=1, max_size=25))
def test_the_table_answers_as_the_single_question_does_rule_by_rule(
    bonus_store: Store, book: RuleBook, companies: Sequence[Profile]
) -> None:
    expected: dict[str, list[dict[str, str]]] = {}
    for number, profile in enumerate(companies):
        try:
            answer = bonuses_by(book, profile)
        except ProfileError:
            continue
        met = {result.rule.id: as_row(result) for result in (*answer.unlocked, *answer.depends)}
        expected[str(number)] = [met[rule] for rule in book.places if rule in met]
    with tempfile.TemporaryDirectory() as folder:
        table, out = Path(folder, "in.csv"), Path(folder, "out.csv")
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            head = ["法人番号", "企業規模", "認定", "取組"]
            writer.writerow([*head, "従業員数", "資本金", "売上高", "グループ従業員数"])
            writer.writerows([number, *cells(p)] for number, p in enumerate(companies))
        done = ask_companies(bonus_store, table, out, lenient=True)
        with out.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
    assert (done.companies, done.left_out) == (len(expected), len(companies) - len(expected))
    answered: dict[str, list[dict[str, str]]] = {number: [] for number in expected}
    for row in rows:
        assert set(row) == set(HEADINGS)
        answered[row["number"]].append(
            {name: row[name] for name in ("rule", "by", "depends", "besides")}
            | {name: row[name] for name in ("outranked_by", "either")}
        )
    assert answered == expected


@pytest.fixture(scope="module")
def crowded(book: RuleBook) -> RuleBook:
    """The made-up rules with all that an answer may turn on besides: whom a measure and a
    certification are for, a ladder of requirements, a choice.
    """
    low, high = book.rules["rule:wage low"], book.rules["rule:wage high"]
    rungs = [
        replace(
            rule,
            id=f"{rule.id} first",
            benefit="requirement",
            size_class="中小企業",
            exclusive_group="ladder",
        )
        for rule in (low, high)
    ]
    choice = [
        replace(book.rules[name], exclusive_group="choice")
        for name in ("rule:any rise", "rule:twenty heads")
    ]
    left_out = replace(book.rules["rule:points"], left_out=(("小規模事業者", ()),))
    rules = {**book.rules, **{rule.id: rule for rule in (*rungs, *choice, left_out)}}
    sales = (Limit("sales", ">=", 10**9), Limit("sales", "<", 10**10))
    return replace(
        book,
        rules=rules,
        open_to={
            made_up_bonuses.SMALL_GRANT: Opening(
                made_up_bonuses.SMALL_GRANT, ("小規模事業者", "中小企業"), (), ()
            )
        },
        holders={
            "certification:DX認定": (Opening(made_up_bonuses.GRANT, ("中小企業",), sales, ()),)
        },
    )


@examples(60)
@given(st.lists(profiles(), min_size=1, max_size=12))
def test_an_answer_found_for_another_company_is_that_of_the_company_itself(
    crowded: RuleBook, companies: Sequence[Profile]
) -> None:
    evaluation, rules = Evaluation(crowded), list(crowded.rules.values())
    for profile in companies:
        try:
            by = company(crowded, profile)
        except ProfileError:
            continue
        assert evaluation.of(by, rules) == [
            eligibility(SizeFit(crowded, by.size), by.holdings, rule) for rule in rules
        ]
        answer = bonuses_by(crowded, profile)
        met = {result.rule.id: result for result in (*answer.unlocked, *answer.depends)}
        in_order = tuple(met[rule] for rule in crowded.places if rule in met)
        assert met_rules(evaluation, by) == in_order


@examples(30)
@given(profiles())
def test_the_answer_is_the_same_however_a_profile_lists_what_it_holds(
    book: RuleBook, profile: Profile
) -> None:
    shuffled = replace(profile, hold=profile.hold[::-1], does=profile.does[::-1])
    try:
        answer = bonuses_by(book, profile)
    except ProfileError:
        return
    again = bonuses_by(book, shuffled)
    assert (answer.unlocked, answer.almost, answer.depends) == (
        again.unlocked,
        again.almost,
        again.depends,
    )


def many_companies(book: RuleBook) -> list[Company]:
    """Of every size class, each with several holdings and deeds."""
    return [
        company(book, Profile((size,), CERTIFICATIONS[first : first + 2], DEEDS[first : first + 1]))
        for size in size_names()
        for first in range(len(CERTIFICATIONS))
    ]


def test_what_is_remembered_is_bounded_and_gives_the_same_answers(crowded: RuleBook) -> None:
    rules, kept = list(crowded.rules.values()), remembered(crowded)
    assert remembered(crowded) is kept
    for by in many_companies(crowded) * 2:
        assert kept.of(by, rules) == Evaluation(crowded).of(by, rules)
        assert len(kept._by_size) <= 4
        assert all(len(known) <= 3 * len(rules) for _, known in kept._by_size.values())


def test_readers_at_once_of_what_is_remembered_get_answers_of_their_own(
    crowded: RuleBook,
) -> None:
    rules, told = list(crowded.rules.values()), many_companies(crowded)
    alone = [Evaluation(crowded).of(by, rules) for by in told]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda by: remembered(crowded).of(by, rules), told)) == alone
