"""A fact that no card knows is shown all the same."""

from __future__ import annotations

from dataclasses import replace

from commands.things.measure_printing import measure_lines
from dashboard.text.words import Words
from dashboard.views.measure.facts import facts
from graph.schema.schema import Property, schema
from graph.store import Store
from queries.measure.appearance import PlainFact, plain_facts
from queries.measure.card import measure_card
from queries.sources import Source
from tests.made_up.catalogue import EQUIPMENT

SEMINARS = Property("seminars", "json", "seminars on the web")
PAGE = {
    "document": "package-2031",
    "seminars": '[{"name": "発酵の会", "day": "2031-05-01", "fee": null, "line": 12}]',
}


def test_a_list_of_records_is_shown_record_by_record_with_its_line() -> None:
    declared = (*schema().nodes["Appearance"].properties, SEMINARS)
    assert plain_facts(PAGE, declared) == (
        PlainFact("seminars", "発酵の会 2031-05-01", Source("package-2031", 12)),
    )
    assert plain_facts({"document": "package-2031"}, declared) == ()


def test_both_cards_print_it(made_up_store: Store) -> None:
    card = measure_card(made_up_store, EQUIPMENT)
    first, *others = card.appearances
    source = Source(first.document, first.line_start)
    page = replace(first, plain=(PlainFact("seminars", "発酵の会", source),))
    card = replace(card, appearances=(page, *others))
    assert any("seminars" in line and "発酵の会" in line for line in measure_lines(card))
    assert any(fact.value.text == "発酵の会" for fact in facts(Words("ja"), card))
