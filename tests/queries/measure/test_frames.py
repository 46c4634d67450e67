"""A page's conditions, rates and caps, frame by frame: asked, printed, and as rows of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commands.things.measure_printing import measure_lines
from dashboard.text.words import Words
from dashboard.views.measure.facts import facts
from graph.store import Store
from queries.measure.appearance import CapFact, RateFact, Scope, ThresholdFact
from queries.measure.card import MeasureCard, measure_card
from queries.measure.frames import by_frame
from queries.sources import Source
from tests.made_up import catalogue as made_up

ALL = {"frame": None, "size_class": None, "industry": None, "band": None, "scope": "none"}


def of(**scope: str) -> dict[str, str | None]:
    return {**ALL, **scope, "scope": "stated"}


def at(line: int) -> Source:
    return Source(made_up.DOCUMENT, line)


CAPS = (
    CapFact(**of(frame="山村枠"), yen=50_000_000, printed="", with_uplift=True, source=at(9)),
    CapFact(**of(frame="港町枠"), yen=50_000_000, printed="", with_uplift=False, source=at(5)),
)
RATES = (
    RateFact(**of(frame="港町枠", size_class="中小企業"), printed="2/3", value=0.67, source=at(6)),
    RateFact(**ALL, printed="1/2", value=0.5, source=at(8)),
)
THRESHOLDS = (
    ThresholdFact(
        **of(frame="山村枠", industry="製造業"),
        of="employees",
        op="<=",
        amount=20,
        unit="人",
        source=at(10),
    ),
)


@pytest.fixture
def card(made_up_store: Store) -> MeasureCard:
    made = measure_card(made_up_store, made_up.EQUIPMENT)
    page = replace(made.appearances[0], caps=CAPS, rates=RATES, thresholds=THRESHOLDS)
    return replace(made, appearances=(page,))


def test_the_whole_first_then_the_frames_in_the_order_of_the_lines(card: MeasureCard) -> None:
    groups = by_frame(card.appearances[0])
    assert [group.frame for group in groups] == [None, "港町枠", "山村枠"]
    assert [group.rates for group in groups] == [RATES[1:], RATES[:1], ()]
    assert [group.caps for group in groups] == [(), CAPS[1:], CAPS[:1]]
    assert [group.thresholds for group in groups] == [(), (), THRESHOLDS]


def test_every_scoped_fact_has_one_form(card: MeasureCard) -> None:
    assert all(isinstance(fact, Scope) for fact in (*CAPS, *RATES, *THRESHOLDS))


def test_show_prints_them_under_their_frames(card: MeasureCard) -> None:
    printed = [" ".join(line.split()) for line in measure_lines(card)]
    start = printed.index(f"rate 1/2 (no frame or size given) {made_up.DOCUMENT}:8")
    assert printed[start + 1 : start + 7] == [
        "frame 港町枠",
        f"rate 2/3 (中小企業) {made_up.DOCUMENT}:6",
        f"cap 5,000万円 {made_up.DOCUMENT}:5",
        "frame 山村枠",
        f"condition employees <= 20人 (製造業) {made_up.DOCUMENT}:10",
        f"cap 5,000万円 with uplift {made_up.DOCUMENT}:9",
    ]


def test_the_page_has_rows_of_a_frame_together(card: MeasureCard) -> None:
    rows = [(fact.about, fact.value.note) for fact in facts(Words("ja"), card)]
    numbers = [row for row in rows if row[0].startswith(("上限額", "補助率等", "要件"))]
    assert numbers == [
        ("要件（山村枠）", "製造業"),
        ("補助率等", "枠・規模等の記載なし"),
        ("上限額（港町枠）", ""),
        ("補助率等（港町枠）", "中小企業"),
        ("上限額（山村枠）", "上乗せ要件を満たす場合"),
    ]


def test_a_quantity_of_no_listed_kind_is_told_by_its_name(card: MeasureCard) -> None:
    share = ThresholdFact(
        **ALL, of="other", op="<=", amount=15, unit="%", source=at(11), name="離職率"
    )
    page = replace(card.appearances[0], thresholds=(share, replace(share, name=None)))
    named = replace(card, appearances=(page,))
    printed = [" ".join(line.split()) for line in measure_lines(named)]
    assert f"condition 離職率 <= 15% (no frame or size given) {made_up.DOCUMENT}:11" in printed
    assert f"condition other <= 15% (no frame or size given) {made_up.DOCUMENT}:11" in printed
    told = [fact.value.text for fact in facts(Words("ja"), named) if fact.about == "要件"]
    assert told[0] == "離職率 ≤ 15%"
