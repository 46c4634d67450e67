"""Questions about calls give equal rows from the embedded graph and from Neo4j."""

from __future__ import annotations

from datetime import date

from graph.store import Store
from loaders.load import load
from queries.bonus.windows import call_windows
from queries.calls.calls import calls_on
from queries.overlap.left_out import earlier_measures
from queries.search.search import find
from tests.graph.neo4j.test_same_answers import QUESTIONS, asked, known_to
from tests.made_up import calls

OURS = ("calls/all_calls", "calls/all_joins", "calls/all_places", "overlap/latest_date")


def test_both_stores_say_the_same_of_calls(neo4j_store: Store, store_of_calls: Store) -> None:
    load(calls.catalogue(), neo4j_store)
    known = known_to(store_of_calls)
    for name in OURS:
        for params in asked(name, known):
            there = store_of_calls.read(QUESTIONS[name], **params)
            assert there and neo4j_store.read(QUESTIONS[name], **params) == there, name
    day = date(2031, 5, 1)
    for ask in (
        lambda store: calls_on(store, day),
        lambda store: [calls_on(store, day, of=one) for one in known.ids["Measure"]],
        lambda store: find(store, "S-9000000", ["Call"]),
        call_windows,
        earlier_measures,
    ):
        assert ask(neo4j_store) == ask(store_of_calls)


def test_an_answer_about_calls_makes_no_document_old(store_of_calls: Store) -> None:
    (latest,) = store_of_calls.read(QUESTIONS["overlap/latest_date"])
    assert latest["date"] == calls.catalogue().documents[0].date < "2031"
    assert earlier_measures(store_of_calls) == frozenset()
