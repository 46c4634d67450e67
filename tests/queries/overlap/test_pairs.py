"""Scored pairs: which a filter lets through, in what order, and what is said where none is left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from graph.errors import NotFound
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from queries.cypher import ask
from queries.overlap.brief import pairs_of
from queries.overlap.cards import pair_card
from queries.overlap.filter import BETWEEN_MINISTRIES, PairFilter, parameters
from queries.overlap.left_out import earlier_measures, measures_left_out
from queries.overlap.pairs import LeftOut, left_out, scored_pairs, why_none
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up.overlaps import FAIR, LEASE, MAFF, NO_TERMS

EQUIPMENT, SALES, MATCHING, WORKSTYLE = (
    made_up.EQUIPMENT,
    made_up.SALES,
    made_up.MATCHING,
    made_up.WORKSTYLE,
)


def pairs(store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in scored_pairs(store, pair_filter)]


def test_pairs_of_different_ministries_come_by_score_then_grade_then_id(
    store_of_overlaps: Store,
) -> None:
    scored = scored_pairs(store_of_overlaps)
    assert [(pair.a, pair.b) for pair in scored] == [
        (SALES, FAIR),
        (SALES, MATCHING),
        (EQUIPMENT, LEASE),
        (EQUIPMENT, WORKSTYLE),
        (MATCHING, FAIR),
        (WORKSTYLE, LEASE),
    ]
    assert (scored[0].score, scored[0].grade) == (0.9, 3)
    assert scored_pairs(store_of_overlaps, limit=2) == scored[:2]


def test_grade_and_score_are_floors(store_of_overlaps: Store) -> None:
    assert pairs(store_of_overlaps, PairFilter(grade=2)) == [
        (SALES, FAIR),
        (SALES, MATCHING),
        (EQUIPMENT, LEASE),
    ]
    assert pairs(store_of_overlaps, PairFilter(score=0.7)) == [(SALES, FAIR), (SALES, MATCHING)]
    assert (EQUIPMENT, made_up.REGION_TAX) in pairs(store_of_overlaps, PairFilter(grade=0))


def test_inside_one_ministry_its_agencies_and_bodies_are_compared(store_of_overlaps: Store) -> None:
    assert pairs(store_of_overlaps, PairFilter(mode="within")) == [(EQUIPMENT, SALES)]
    assert len(pairs(store_of_overlaps, PairFilter(mode="both", grade=0))) == 8
    assert pairs(
        store_of_overlaps, PairFilter(mode="within", ministry="中小企業庁", second_ministry="JETRO")
    ) == [(EQUIPMENT, SALES)]


@pytest.mark.parametrize(
    ("first", "second"),
    [("経済産業省", MAFF), ("農水省", "経産省"), ("ministry:経済産業省", "農水省")],
)
def test_two_ministries_by_any_of_their_names_in_either_order(
    store_of_overlaps: Store, first: str, second: str
) -> None:
    assert pairs(store_of_overlaps, PairFilter(ministry=first, second_ministry=second)) == [
        (SALES, FAIR),
        (EQUIPMENT, LEASE),
        (MATCHING, FAIR),
    ]


def test_a_measure_that_only_a_body_runs_is_of_the_ministry_that_supervises_it(
    store_of_overlaps: Store,
) -> None:
    assert (SALES, FAIR) in pairs(store_of_overlaps, PairFilter(ministry="経済産業省"))
    assert (SALES, FAIR) in pairs(
        store_of_overlaps, PairFilter(ministry="日本貿易振興機構", second_ministry=MAFF)
    )


def test_by_measure_two_measures_pillar_and_document(store_of_overlaps: Store) -> None:
    assert pairs(store_of_overlaps, PairFilter(measure=made_up.FORMER)) == [
        (EQUIPMENT, LEASE),
        (EQUIPMENT, WORKSTYLE),
    ]
    assert pairs(
        store_of_overlaps, PairFilter(measure="=食品輸出見本市", second_measure="海外販路開拓支援")
    ) == [(SALES, FAIR)]
    assert (
        pairs(store_of_overlaps, PairFilter(pillar="人材確保"))
        == pairs(store_of_overlaps, PairFilter(pillar=f"booklet-2025:{made_up.PEOPLE}"))
        == pairs(store_of_overlaps, PairFilter(pillar=made_up.PEOPLE))
        == [(EQUIPMENT, WORKSTYLE), (WORKSTYLE, LEASE)]
    )
    assert len(pairs(store_of_overlaps, PairFilter(document=made_up.DOCUMENT))) == 6


@pytest.mark.parametrize(
    ("pair_filter", "says"),
    [
        (
            PairFilter(ministry="農林水省"),
            r"nothing answers to '農林水省' — did you mean 農林水産省\?",
        ),
        (PairFilter(ministry="警察庁"), "no measure is run by 警察庁"),
        (
            PairFilter(ministry="経産省", second_ministry="経済産業省"),
            "are one thing, ministry:経済産業省",
        ),
        (
            PairFilter(measure=made_up.FORMER, second_measure=EQUIPMENT),
            f"are one thing, {EQUIPMENT}",
        ),
        (
            PairFilter(pillar="４．宇宙"),
            (
                "'４．宇宙' is no pillar — there are booklet-2025:１．設備投資,"
                " booklet-2025:２．人材確保, booklet-2025:３．海外展開"
            ),
        ),
        (PairFilter(document="booklet-2026"), "nothing answers to 'booklet-2026'"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(
    store_of_overlaps: Store, pair_filter: PairFilter, says: str
) -> None:
    with pytest.raises(NotFound, match=says):
        scored_pairs(store_of_overlaps, pair_filter)


def test_a_graph_without_scored_pairs_says_so(made_up_store: Store) -> None:
    with pytest.raises(
        NotFound,
        match=(
            "no pair of measures is scored in this graph — load a catalogue that holds"
            " overlaps.jsonl"
        ),
    ):
        scored_pairs(made_up_store)


@pytest.mark.parametrize(
    ("pair_filter", "says"),
    [
        (
            PairFilter(ministry="内閣府"),
            "no pair of grade 1 or more; the best has grade 0 (none) and score 0.15",
        ),
        (
            PairFilter(pillar="海外展開", score=0.95),
            (
                "no pair of grade 1 and score 0.95 or more; the best has grade 3 (duplication) and"
                " score 0.90"
            ),
        ),
        (
            PairFilter(measure="くるみん認定制度"),
            "くるみん認定制度 is in no pair: its page gives no key terms to compare",
        ),
        (
            PairFilter(measure="女性活躍融資"),
            "女性活躍融資 is in no pair: its page gives no key terms to compare",
        ),
        (
            PairFilter(measure=EQUIPMENT, second_measure=SALES),
            "the two are of one ministry: look within it (--within)",
        ),
        (
            PairFilter(ministry="内閣府", second_ministry=MAFF),
            (
                "no scored pair is of that kind: the two sides are not alike enough, or belong"
                " together (jointly run, a part and its whole, a successor)"
            ),
        ),
    ],
)
def test_why_nothing_answers(store_of_overlaps: Store, pair_filter: PairFilter, says: str) -> None:
    assert scored_pairs(store_of_overlaps, pair_filter) == ()
    assert why_none(store_of_overlaps, pair_filter) == says


def test_two_measures_that_are_no_scored_pair(store_of_overlaps: Store) -> None:
    with pytest.raises(NotFound, match="are no scored pair"):
        pair_card(store_of_overlaps, NO_TERMS, FAIR)


# --- what stands in no list -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def store_of_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The made-up pairs, of which one measure is carried on by another, and one is a mere heading
    without money.
    """
    catalogue, path = made_up_overlaps.catalogue(), tmp_path_factory.mktemp("years") / "graph.lbug"
    changed: dict[str, dict[str, object]] = {
        MATCHING: {"title": "令和３年度の取組"},
        NO_TERMS: {"succeeds": [LEASE]},
    }
    measures = tuple(m.model_copy(update=changed.get(m.id, {})) for m in catalogue.measures)
    appearances = tuple(
        a.model_copy(update={"budgets": []}) if a.measure == MATCHING else a
        for a in catalogue.appearances
    )
    with open_store(path) as store:
        load(replace(catalogue, measures=measures, appearances=appearances), store)
    with open_store(path) as store:
        yield store


def test_superseded_measures_and_mere_headings_are_left_out_and_counted_unless_they_are_named(
    store_of_years: Store,
) -> None:
    assert measures_left_out(store_of_years) == {MATCHING: "heading", LEASE: "superseded"}
    assert pairs(store_of_years) == [(SALES, FAIR), (EQUIPMENT, WORKSTYLE)]
    assert left_out(store_of_years) == LeftOut(superseded=2, heading=2, earlier=0)
    assert (
        len(pairs(store_of_years, PairFilter(with_left_out=True))),
        left_out(store_of_years, PairFilter(with_left_out=True)),
    ) == (6, LeftOut(0, 0, 0))
    assert pairs(store_of_years, PairFilter(measure=LEASE)) == [
        (EQUIPMENT, LEASE),
        (WORKSTYLE, LEASE),
    ]


def test_the_pairs_of_one_thing_are_without_them_too(store_of_years: Store) -> None:
    every, none = pairs_of(store_of_years, EQUIPMENT, 0, with_left_out=True)
    listed, apart = pairs_of(store_of_years, EQUIPMENT, 0)
    others = {pair.b.id for pair in every} - {pair.b.id for pair in listed}
    assert others == {LEASE} and none == LeftOut(0, 0, 0)
    assert apart == LeftOut(superseded=1, heading=0, earlier=0)
    assert pairs_of(store_of_years, LEASE)[0], "itself is what was asked for"


@pytest.mark.parametrize(("date", "left"), [("2024-01", {LEASE: "superseded"}), ("2027-01", {})])
def test_what_a_later_document_tells_as_a_part_of_another_measure_is_left_out(
    tmp_path: Path, date: str, left: dict[str, str]
) -> None:
    made = made_up_overlaps.catalogue()
    earlier = made.documents[0].model_copy(update={"id": "followup", "date": date})
    measures = tuple(
        m.model_copy(update={"part_of": [SALES]}) if m.id == LEASE else m for m in made.measures
    )
    appearances = tuple(
        a.model_copy(update={"document": "followup"}) if a.measure == LEASE else a
        for a in made.appearances
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(
            replace(
                made,
                documents=(*made.documents, earlier),
                measures=measures,
                appearances=appearances,
            ),
            store,
        )
        assert measures_left_out(store) == left


@pytest.fixture(scope="module")
def store_of_dates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Measures told last two years and a month before the latest document (LEASE), and two years
    before it (FAIR).
    """
    with open_store(tmp_path_factory.mktemp("dates") / "graph.lbug") as store:
        load(made_up_overlaps.over_years(), store)
        yield store


def test_what_no_document_of_the_last_two_years_tells_is_history(store_of_dates: Store) -> None:
    assert earlier_measures(store_of_dates) == {LEASE}
    listed = pairs(store_of_dates)
    assert listed and not any(LEASE in pair for pair in listed)
    assert any(FAIR in pair for pair in listed)
    with_history = pairs(store_of_dates, PairFilter(with_history=True))
    assert with_history == pairs(store_of_dates, PairFilter(with_left_out=True))
    apart = len(with_history) - len(listed)
    assert left_out(store_of_dates) == LeftOut(superseded=0, heading=0, earlier=apart)
    assert left_out(store_of_dates, PairFilter(with_history=True)) == LeftOut(0, 0, 0)
    assert pairs(store_of_dates, PairFilter(measure=LEASE)) != []


def test_a_call_makes_no_document_old(store_of_calls: Store) -> None:
    [latest] = ask(store_of_calls, "overlap/latest_date")
    assert latest["date"] == made_up.catalogue().documents[0].date < "2031"
    assert earlier_measures(store_of_calls) == frozenset()


def test_a_named_document_shows_what_it_tells_however_old(store_of_dates: Store) -> None:
    assert parameters(store_of_dates, PairFilter(document="old"))["left_out"] == []
    assert parameters(store_of_dates, PairFilter())["left_out"] == [LEASE]


def test_history_has_what_others_carry_on_but_no_headings(store_of_years: Store) -> None:
    history = PairFilter(with_history=True)
    assert parameters(store_of_years, history)["left_out"] == [MATCHING]
    counted = left_out(store_of_years, history)
    assert (counted.superseded, counted.earlier) == (0, 0) and counted.heading > 0
