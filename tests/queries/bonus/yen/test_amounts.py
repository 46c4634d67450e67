"""What amounts hold to for companies of any numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import NotFound
from graph.store import Store
from queries.bonus.profile import Profile
from queries.bonus.yen.amounts import amounts_for
from queries.bonus.yen.record import amount_records

SMALL = Profile(size=("中小企業",), does=("賃上げ+2.5%",), hold=("くるみん",), employees=30)
MONEY = st.integers(0, 10**12)


@settings(max_examples=15, deadline=None)
@given(rise=MONEY, tax=MONEY, cost=MONEY)
def test_sums_are_within_their_limits(bundled_store: Store, rise: int, tax: int, cost: int) -> None:
    told = replace(SMALL, payroll_rise=rise, tax=tax, investment=cost, training_cost=cost)
    amounts = amounts_for(bundled_store, told)
    assert {amount.kind for amount in amounts} == {"credit", "subsidy"}
    for amount in amounts:
        for worked in filter(None, (amount.without, amount.now, *(w.worked for w in amount.ways))):
            assert (worked.yen is None) == bool(worked.needs)
            if worked.yen is not None:
                assert 0 <= worked.yen <= (tax // 5 if amount.kind == "credit" else cost)
        assert amount.gain is None or amount.gain >= 0


def test_who_tells_no_numbers_hears_what_is_needed_and_the_steps_that_are_known(
    bundled_store: Store,
) -> None:
    for amount in amounts_for(bundled_store, SMALL):
        if amount.without:
            assert amount.without.yen is None and amount.without.needs
    credit = amounts_for(bundled_store, SMALL)[0]
    assert credit.now and [step.kind for step in credit.now.steps] == ["rate", "added"]


def test_who_is_of_no_size_gets_nothing_that_hangs_on_it(bundled_store: Store) -> None:
    assert all(amount.kind == "subsidy" for amount in amounts_for(bundled_store, Profile()))


def test_a_name_that_no_rule_raises_gets_the_nearest(bundled_store: Store) -> None:
    with pytest.raises(NotFound, match="no rule raises"):
        amounts_for(bundled_store, SMALL, "どこにもない税制")


def test_records_hold_all_that_an_amount_does(bundled_store: Store) -> None:
    told = replace(SMALL, payroll_rise=10_000_000, tax=100_000_000)
    record = amount_records(amounts_for(bundled_store, told, "賃上げ促進税制"))[0]
    assert (record["kind"], record["size_class"]) == ("credit", "中小企業")
    assert record["gain"] == record["now"]["yen"] - record["without"]["yen"] == 500_000
    assert [step["share"] for step in record["now"]["steps"]] == [0.3, 0.05, 0.35, 0.2]


def test_what_is_paid_to_persons_is_no_sum_of_the_company(bundled_store: Store) -> None:
    told = replace(SMALL, training_cost=400_000)
    amounts = amounts_for(bundled_store, told, "リスキリングを通じたキャリアアップ支援事業")
    assert amounts and {amount.without and amount.without.needs for amount in amounts} == {
        ("person",)
    }


def test_a_part_that_another_page_prints_without_its_name_stands_once(
    bundled_store: Store,
) -> None:
    told = replace(SMALL, investment=30_000_000)
    frames = [
        amount.frame for amount in amounts_for(bundled_store, told, "中小企業省力化投資補助金")
    ]
    assert sorted(map(str, frames)) == ["カタログ注文型", "一般型"]


def test_what_raises_a_part_without_numbers_of_its_own_is_told(bundled_store: Store) -> None:
    told = replace(SMALL, investment=30_000_000)
    amounts = amounts_for(bundled_store, told, "事業承継・M&A補助金")
    [untold] = [amount for amount in amounts if amount.frame == "専門家活用枠"]
    assert untold.without is None and {way.worked.needs for way in untold.ways} == {("part",)}
