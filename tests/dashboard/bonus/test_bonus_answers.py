"""What the bonus page says of the day, of sums in yen and of why a step is next."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args
from urllib.parse import quote

import pytest

from dashboard.text.words import LANGUAGES, TEXTS, Words, read_texts
from dashboard.views.bonus import amounts, calls
from dashboard.views.bonus.reasons import reason
from dashboard.views.bonus.tables import following
from dashboard.views.bonus.unlocked import unlocked_rules
from dashboard.widgets.tables import Cell
from queries.bonus.dated import Calls
from queries.bonus.profile import MONEY, Profile
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.weight import WORTHS
from queries.bonus.windows import CallWindow, OnDay
from queries.bonus.yen.worked import Amount, Step, StepKind, Way, Worked
from queries.sources import Source
from tests.made_up import bonuses as made_up_bonuses

DAY = date(2025, 4, 1)
PLACE = Source("booklet-2025", 10)
OVER = Calls(
    {made_up_bonuses.GRANT: (CallWindow("公募", None, "2025-03-31", PLACE),)},
    DAY,
)
SMALL = Profile(size=("中小企業",), employees=10)
JA = Words("ja")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (OnDay("open", "2025-06-13", PLACE), "受付中（2025年6月13日まで）"),
        (OnDay("closed", "2025-03", PLACE), "受付終了（2025年3月）"),
        (OnDay("opens", "2025-05-01", PLACE), "受付前（2025年5月1日から）"),
        (OnDay("not_told", None, None), "期間の記載なし"),
    ],
)
def test_how_a_call_stands_on_the_day(told: OnDay, said: str) -> None:
    assert calls.on_day(JA, told) == said


def test_a_rule_tells_how_its_call_stands_and_as_of_which_document(book: RuleBook) -> None:
    rule = book.rules["rule:points"]
    cell = calls.call(JA, rule, OVER)
    assert cell.text.startswith("受付終了") and rule.as_of[:4] in cell.note


def test_of_what_a_step_adds_closed_calls_stand_below(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, "", OVER)
    below = [row[3].below for row in following(JA, unlocked).rows if isinstance(row[3], Cell)]
    own = [text.partition("下の段階や前提でも")[0] for text in below]
    both = [text for text in own if "終わったもの" in text and "税額控除" in text]
    assert both
    for text in both:
        now, _, over = text.partition("受付が終わったもの")
        assert "税額控除" in now and quote(made_up_bonuses.GRANT) in over
        assert quote(made_up_bonuses.GRANT) not in now
    open_ = unlocked_rules(book, SMALL, "", Calls({}, DAY))
    assert not any(
        isinstance(row[3], Cell) and "終わったもの" in row[3].below
        for row in following(JA, open_).rows
    )


def test_the_ranking_is_that_of_the_day(book: RuleBook) -> None:
    over = unlocked_rules(book, SMALL, "", OVER)
    worths = {gain.worth for step in over.steps for gain in step.gains}
    assert "closed" in worths
    now = unlocked_rules(book, SMALL, "", Calls({}, DAY))
    assert "closed" not in {gain.worth for step in now.steps for gain in step.gains}


@pytest.mark.parametrize("language", LANGUAGES)
def test_why_a_step_is_next_is_one_line_in_each_language(book: RuleBook, language: str) -> None:
    words = Words(language)
    for step in unlocked_rules(book, SMALL, "", OVER).steps:
        said = reason(words, step)
        assert bool(said) is bool(step.gains) and "\n" not in said
        if step.gains:
            assert said.startswith(words.of("bonus.worth", step.gains[0].worth))


def test_every_code_of_a_reason_and_of_a_sum_has_a_word() -> None:
    texts = read_texts(TEXTS)
    assert {f"bonus.worth.{worth}" for worth in WORTHS} <= set(texts)
    assert {f"bonus.step.{kind}" for kind in get_args(StepKind)} <= set(texts)
    needs = (*MONEY, "employees", "size", "person", "part", "rate", "cap", "tier", "value", "limit")
    assert {f"bonus.amount_needs.{need}" for need in needs} <= set(texts)


def _amount(measure: str, without: Worked, *ways: Way) -> Amount:
    return Amount("subsidy", measure, "試し補助金", None, None, None, without, None, ways)


def test_a_sum_opens_to_its_steps_and_closed_calls_stand_last() -> None:
    half = Step("rate", "", Fraction(1, 2), "1/2", sources=(PLACE,))
    times = Step("times", "investment", Fraction(1, 2), "1/2", 5_000_000)
    worked = Worked((half, times), 5_000_000)
    lacking = Worked((half,), None, ("investment",))
    shown = amounts.table(
        JA,
        [
            _amount(made_up_bonuses.GRANT, worked),
            _amount("measure:x", lacking, Way("DX認定", "rule:x", lacking)),
        ],
        OVER,
    )
    first, last = shown.rows
    assert (first[-1], last[-1]) == ("期間の記載なし", "受付終了（2025年3月31日）")
    assert isinstance(first[2], Cell) and first[2].text == "算定不可：投資額が必要"
    assert isinstance(last[2], Cell) and (last[2].text, last[2].value) == ("500万円", 5_000_000)
    assert "1/2" in last[2].below and "＝ 投資額の 1/2：500万円" in last[2].below
    assert "10 行" in last[2].below
    assert isinstance(first[5], Cell) and first[5].text == "DX認定", "what is missing is said once"
