"""Every measure in one list."""

from __future__ import annotations

from graph.store import Store
from queries.measure.former_ids import former_ids
from queries.measure.listing import Named, all_measures
from queries.sources import Source
from tests.made_up import catalogue as made_up


def test_every_measure_is_listed_once_in_the_order_of_its_document(made_up_store: Store) -> None:
    listed = all_measures(made_up_store)
    assert [measure.id for measure in listed] == [
        page.measure for page in made_up.catalogue().appearances
    ]
    assert [measure.source for measure in listed] == [
        Source(made_up.DOCUMENT, page * 50 + 1) for page in range(1, 8)
    ]


def test_a_measure_of_two_ministries_stands_once_with_the_lead_first(made_up_store: Store) -> None:
    matching = next(
        measure for measure in all_measures(made_up_store) if measure.id == made_up.MATCHING
    )
    assert matching.ministries == (
        Named("ministry:厚生労働省", "厚生労働省"),
        Named("ministry:経済産業省", "経済産業省"),
    )
    assert matching.pillars == (
        Named(f"pillar:{made_up.DOCUMENT}:{made_up.ABROAD}", made_up.ABROAD),
    )


def test_a_ministry_that_only_supervises_the_body_counts_too(made_up_store: Store) -> None:
    sales = next(measure for measure in all_measures(made_up_store) if measure.id == made_up.SALES)
    assert [ministry.name for ministry in sales.ministries] == [made_up.METI]


def test_former_ids_lead_to_the_measure_that_bore_them(made_up_store: Store) -> None:
    assert former_ids(made_up_store) == {made_up.FORMER: made_up.EQUIPMENT}
