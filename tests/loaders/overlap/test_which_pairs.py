"""Which measures are a pair at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.catalogue.records import Item
from loaders.overlap.score import overlaps
from tests.loaders.overlap.scored import A, B, pair
from tests.made_up.measures import MAFF, METI, MHLW, catalogue, exporting, others


def test_measures_of_different_ministries_are_a_pair_with_the_lower_id_first():
    found = overlaps(catalogue(exporting("b", METI), exporting("a", MAFF), *others(3, MHLW)))
    assert [(o.a, o.b, o.within) for o in found] == [(A, B, [])]


def test_ministries_that_differ_in_part_are_different():
    assert (
        pair(
            overlaps(catalogue(exporting("a", METI, MAFF), exporting("b", MAFF), *others(3, MHLW)))
        ).within
        == []
    )


def test_measures_of_one_ministry_and_the_same_offices_are_no_pair():
    assert overlaps(catalogue(exporting("a", METI), exporting("b", METI), *others(3, MHLW))) == ()


@pytest.mark.parametrize("own", [{"agencies": ["特許庁"]}, {"bodies": ["日本貿易振興機構"]}])
def test_inside_a_ministry_different_agencies_or_bodies_are_a_pair_and_marked_so(own: dict):
    assert pair(
        overlaps(catalogue(exporting("a", METI, **own), exporting("b", METI), *others(3, MHLW)))
    ).within == [METI]


def test_a_page_that_names_only_a_body_counts_for_the_ministry_that_supervises_it():
    body = {"derived_ministries": [METI], "bodies": ["日本貿易振興機構"]}
    found = overlaps(
        catalogue(
            exporting("a", **body),
            exporting("b", MAFF),
            exporting("c", METI, agencies=["特許庁"]),
            *others(3, MHLW),
        )
    )
    assert (pair(found).within, pair(found, A, "measure:c").within) == ([], [METI])


def test_a_measure_without_a_ministry_is_none_of_another_ministry():
    found = overlaps(
        catalogue(exporting("a"), exporting("b", METI), exporting("c", MAFF), *others(3, MHLW))
    )
    assert [(o.a, o.b) for o in found] == [(B, "measure:c")]


@pytest.mark.parametrize("tie", ["part_of", "succeeds"])
def test_a_part_and_its_whole_a_successor_and_its_predecessor_are_no_overlap(tie: str):
    assert (
        overlaps(
            catalogue(exporting("a", METI), exporting("b", MAFF, **{tie: [A]}), *others(3, MHLW))
        )
        == ()
    )


def test_nor_are_the_part_of_a_part_and_the_whole_but_two_parts_of_one_whole_are_a_pair():
    found = overlaps(
        catalogue(
            exporting("a", METI),
            exporting("b", MAFF, part_of=[A]),
            exporting("c", MHLW, part_of=[B]),
            exporting("d", MHLW, part_of=[A]),
        )
    )
    assert [(o.a, o.b) for o in found] == [(B, "measure:d")]


@pytest.mark.parametrize(
    ("pot", "pairs"),
    [
        ("独立行政法人日本貿易振興機構運営費交付金", 0),
        ("JETRO交付金", 0),
        ("ほかの機構運営費交付金", 1),
        ("", 1),
    ],
)
def test_what_a_body_pays_out_of_its_operating_grant_is_a_part_of_the_grant(pot: str, pairs: int):
    grant = exporting(
        "a", METI, title="独立行政法人日本貿易振興機構運営費交付金", bodies=["日本貿易振興機構"]
    )
    assert len(overlaps(catalogue(grant, exporting("b", MAFF, pot=pot), *others(3, MHLW)))) == pairs


@pytest.mark.parametrize(
    ("title", "pot", "pairs"),
    [("国の研究所の周知", "", 1), ("別の周知", "", 3), ("国の研究所の周知", "ある交付金", 3)],
)
def test_a_measure_without_money_named_as_its_policy_item_heads_the_other_measures_there(
    title: str, pot: str, pairs: int
):
    item = Item(
        id="item:1",
        document="made-up",
        item_no="①",
        title="国の研究所の周知",
        line_start=1,
        line_end=2,
        measures=[A, B, "measure:c"],
    )
    head = exporting("a", METI, title=title, pot=pot)
    assert (
        len(overlaps(catalogue(head, exporting("b", MAFF), exporting("c", MHLW), items=(item,))))
        == pairs
    )


def test_a_key_term_that_only_the_text_of_the_policy_item_says_is_not_shared():
    made = catalogue(
        exporting("a", METI, terms={"土木": 1.0}),
        exporting("b", MAFF, terms={"土木": 1.0}),
        *others(3, MHLW),
    )
    own, items = (
        [
            a.model_copy(update={"lines": {"terms": [line]}}) if a.measure == A else a
            for a in made.appearances
        ]
        for line in (9, 10)
    )
    assert [
        pair(overlaps(replace(made, appearances=tuple(measures)))).shared_terms
        for measures in (own, items)
    ] == [["土木"], []]
