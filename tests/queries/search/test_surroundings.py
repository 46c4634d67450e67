"""Cards of nodes, neighbourhoods and paths."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest

from graph.errors import NotFound
from graph.export.network import as_networkx
from graph.store import Store
from queries import cypher
from queries.search import both_ends, onward
from queries.search.nodes import Picture, neighbourhood, node_card
from queries.search.paths import paths
from queries.sources import Source
from tests.made_up import catalogue as made_up

JETRO = "body:日本貿易振興機構"


def ids(picture: Picture) -> list[str]:
    return [node.id for node in picture.nodes]


# --- cards ----------------------------------------------------------------------------------------


def test_a_card_has_what_the_node_says_of_itself_and_what_hangs_on_it(made_up_store: Store) -> None:
    card = node_card(made_up_store, "JETRO")
    assert (card.id, card.type, card.name) == (JETRO, "Body", "日本貿易振興機構")
    assert card.properties == {
        "short_names": ["JETRO", "ジェトロ"],
        "english": "Japan External Trade Organization",
    }
    assert card.degrees == (("IMPLEMENTS", 2), ("PART_OF", 1), ("SUPERVISED_BY", 1))
    assert card.sources == (Source(made_up.DOCUMENT, 110), Source(made_up.DOCUMENT, 160))


def test_lists_kept_as_text_come_back_as_lists(made_up_store: Store) -> None:
    assert (
        node_card(made_up_store, f"appearance:{made_up.DOCUMENT}:00000001").properties["rates"][0][
            "printed"
        ]
        == "1/2"
    )


def test_every_node_has_a_card(made_up_store: Store) -> None:
    for row in made_up_store.read("MATCH (n) RETURN n.id AS id, n.name AS name"):
        assert node_card(made_up_store, row["id"]).name == row["name"]


# --- neighbourhoods -------------------------------------------------------------------------------


def test_a_neighbourhood_is_the_nearest_nodes_and_all_that_joins_them(made_up_store: Store) -> None:
    picture = neighbourhood(made_up_store, "JETRO")
    assert picture.start == ids(picture)[0] == JETRO
    assert set(ids(picture)) == {
        JETRO,
        made_up.SALES,
        made_up.MATCHING,
        "ministry:経済産業省",
        "department:日本貿易振興機構企画課",
    }
    assert {n.hops for n in picture.nodes} == {0, 1} and picture.left_out == 0
    edge = next(e for e in picture.edges if e.type == "IMPLEMENTS" and e.target == made_up.MATCHING)
    assert (edge.id, edge.source, edge.properties["role"], edge.sources) == (
        f"IMPLEMENTS|{JETRO}|{made_up.MATCHING}|1",
        JETRO,
        "operates",
        (Source(made_up.DOCUMENT, 160),),
    )
    assert any(e.type == "ADMINISTERED_BY" for e in picture.edges), "neighbours among each other"
    assert len({e.id for e in picture.edges}) == len(picture.edges)


def test_hubs_are_left_out_unless_asked_and_not_walked_through(made_up_store: Store) -> None:
    assert "sizeclass:大企業" not in ids(neighbourhood(made_up_store, made_up.REGION_TAX, hops=3))
    shown = ids(neighbourhood(made_up_store, made_up.REGION_TAX, hops=3, hubs=True))
    assert "sizeclass:大企業" in shown and made_up.MATCHING not in shown
    assert made_up.MATCHING in ids(neighbourhood(made_up_store, "sizeclass:大企業")), (
        "the start is walked from"
    )


def test_more_than_the_limit_is_counted_and_types_take_turns(made_up_store: Store) -> None:
    whole = neighbourhood(made_up_store, "経済産業省", hops=2)
    few = neighbourhood(made_up_store, "経済産業省", hops=2, limit=6)
    assert (
        ids(few) == ids(whole)[:6] and few.left_out == len(whole.nodes) - 6 and whole.left_out == 0
    )
    assert len({n.type for n in few.nodes[1:]}) == 4, (
        "measure, agency, body, certification before the second measure"
    )
    assert all({e.source, e.target} <= set(ids(few)) for e in few.edges)


def test_a_nodes_neighbours_are_counted_shown_or_not(made_up_store: Store) -> None:
    few = neighbourhood(made_up_store, "JETRO", limit=1)
    assert [(n.id, n.neighbours) for n in few.nodes] == [(JETRO, 4)] and few.edges == ()


def test_hops_stay_within_one_and_three(made_up_store: Store) -> None:
    assert neighbourhood(made_up_store, "JETRO", hops=0) == neighbourhood(
        made_up_store, "JETRO", hops=1
    )
    assert neighbourhood(made_up_store, "JETRO", hops=99) == neighbourhood(
        made_up_store, "JETRO", hops=3
    )


# --- paths ----------------------------------------------------------------------------------------


def test_the_shortest_paths_ties_by_id(made_up_store: Store) -> None:
    ways = paths(made_up_store, "くるみん", "女性活躍融資")
    assert [[n.id for n in p.nodes] for p in ways] == [
        ["certification:くるみん", "ministry:厚生労働省", made_up.LOAN],
        ["certification:くるみん", "rule:4", made_up.LOAN],
    ]
    assert [e.type for e in ways[1].edges] == ["REQUIRES", "RAISES"] and ways[1].edges[
        0
    ].source == "rule:4"
    assert [p.length for p in paths(made_up_store, "くるみん", "女性活躍融資", limit=1)] == [2]


def test_a_path_and_its_way_back_are_the_same(made_up_store: Store) -> None:
    forth = {
        tuple(n.id for n in p.nodes) for p in paths(made_up_store, "くるみん", "JETRO", limit=99)
    }
    back = {
        tuple(reversed([n.id for n in p.nodes]))
        for p in paths(made_up_store, "JETRO", "くるみん", limit=99)
    }
    assert forth == back and forth


def test_paths_walk_through_hubs_only_when_asked(made_up_store: Store) -> None:
    assert paths(made_up_store, "JETRO", made_up.CAO) == ()
    (path,) = paths(made_up_store, "JETRO", made_up.CAO, hubs=True)
    assert [n.id for n in path.nodes] == [
        JETRO,
        made_up.MATCHING,
        "sizeclass:大企業",
        made_up.REGION_TAX,
        "ministry:内閣府",
    ]
    assert paths(made_up_store, "JETRO", made_up.CAO, max_length=3, hubs=True) == ()
    assert paths(made_up_store, "JETRO", "大企業")[0].length == 2, "an end may be a hub"


@pytest.mark.parametrize("many", [2, 200])
def test_the_ways_of_both_ends_are_those_of_one(
    made_up_store: Store, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """All shortest ways, in the order of their ids, by a search over the whole graph."""
    monkeypatch.setattr(cypher, "_MANY", many)
    monkeypatch.setattr(onward, "_AT_ONCE", 2)
    whole = nx.Graph(as_networkx(made_up_store))
    hub = {node for node, facts in whole.nodes(data=True) if facts["hub"]}
    lengths = set()
    for one, other in list(combinations(sorted(whole), 2))[::23]:
        walked = whole.subgraph(set(whole) - hub | {one, other})
        wanted = (
            sorted(nx.all_shortest_paths(walked, one, other))
            if (nx.has_path(walked, one, other))
            else []
        )
        found = list(both_ends.shortest_ways(made_up_store, one, other, 8, hubs=False))
        assert found == [tuple(way) for way in wanted], (one, other)
        lengths |= {len(way) - 1 for way in found}
    assert lengths >= {1, 2, 3, 4, 5}


def test_there_is_no_path_to_oneself_and_none_to_nothing(made_up_store: Store) -> None:
    assert paths(made_up_store, "JETRO", "ジェトロ") == ()
    with pytest.raises(NotFound):
        paths(made_up_store, "JETRO", "魔法省")
