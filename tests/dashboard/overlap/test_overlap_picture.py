"""The picture of communities: legible boxes by ministry, and lines that cross none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.picture.labels import PIXELS
from dashboard.reading.answers import ask
from dashboard.text.words import Words
from dashboard.views.overlap import colours, picture
from dashboard.views.overlap.state import State
from queries.overlap.communities import communities
from tests.dashboard.picture.crossings import crossing
from tests.made_up.catalogue import EQUIPMENT, SALES
from tests.made_up.overlaps import FAIR

BOTH = State(mode="both", grade=1)


@pytest.fixture(autouse=True)
def _of_scored_pairs(graph_of_overlaps: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(graph_of_overlaps))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


def _drawn(state: State, language: str = "ja") -> dict[str, Any]:
    return picture.data(Words(language), state, ask(communities, state.pair_filter))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("community", [0, 1, 2])
@pytest.mark.parametrize("measure", ["", SALES, EQUIPMENT])
def test_no_line_runs_through_a_box(language: str, community: int, measure: str) -> None:
    drawn = _drawn(replace(BOTH, community=community, measure=measure), language)
    assert crossing(drawn)[0] == []


def test_one_community_is_headed_by_ministries_and_joined_by_its_strongest_pairs() -> None:
    drawn = _drawn(replace(BOTH, community=1))
    written = {node["id"]: node for node in drawn["nodes"]}
    headings = [node for node in written.values() if node.get("role") == "heading"]
    measures = [node for node in written if node.startswith("measure:")]
    assert headings and all(node["size"] == PIXELS for node in headings)
    lines = [edge["id"] for edge in drawn["edges"] if edge.get("role") != "way"]
    assert all(any(measure in picture.ends(line) for line in lines) for measure in measures)
    assert set(lines) <= {relation["id"] for relation in drawn["relations"]}


def test_a_chosen_measure_has_all_its_pairs_as_lines_and_moves_nothing() -> None:
    before, drawn = _drawn(replace(BOTH, community=1)), None
    drawn = _drawn(replace(BOTH, community=1, measure=FAIR))
    own = {each["id"] for each in drawn["relations"] if FAIR in (each["from"], each["to"])}
    marked = {edge["id"] for edge in drawn["edges"] if edge.get("colour")} & own
    assert own and marked == own
    at = [
        {node["id"]: (node["x"], node["y"]) for node in each["nodes"]} for each in (before, drawn)
    ]
    assert at[0] == at[1]


def test_all_communities_open_at_their_headings_and_what_is_left_out_is_counted() -> None:
    drawn = _drawn(BOTH)
    opening = {
        picture.group_of(node["id"]) for node in drawn["nodes"] if node.get("role") == "more"
    }
    alike = ask(communities, BOTH.pair_filter)
    assert opening == {community.number for community in alike.communities}
    assert picture.group_of(SALES) == 0 and picture.ends("way a|b") == ()
    shown = sum(node["id"].startswith("measure:") for node in drawn["nodes"])
    every = sum(len(community.members) for community in alike.communities)
    assert shown + drawn["left_out"] == every


def test_a_saved_picture_names_its_documents_with_their_dates() -> None:
    source = _drawn(BOTH, "en")["about"]["source"]
    assert source.startswith("Shisaku Graph · ") and "(" in source


def test_a_piece_of_line_leads_to_its_pair_or_to_where_the_pairs_that_share_it_start() -> None:
    drawn = _drawn(replace(BOTH, community=1, measure=FAIR))
    pairs = {each["id"] for each in drawn["relations"]}
    ways = [edge for edge in drawn["edges"] if edge.get("role") == "way"]
    assert ways and all(way["tip"] for way in ways)
    for way in ways:
        if way["leads_to"] not in pairs:
            lines = {end for pair in pairs if way["leads_to"] in (end := picture.ends(pair))}
            assert len(lines) > 1, "shared by the pairs of one measure"


def test_no_two_of_many_things_look_the_same() -> None:
    assert len({str(colours.look(place)) for place in range(24)}) == 24
    assert colours.look(0).shape == "box"
