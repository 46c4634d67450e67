"""The graph for networkx and as files."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from graph.errors import NotFound, StoreError
from graph.export.files import FORMATS, export
from graph.export.graphml import graphml_bytes
from graph.export.network import as_networkx, neighbourhood_network
from graph.schema.schema import schema
from graph.store import Store
from tests.made_up import catalogue as made_up

JETRO = "body:日本貿易振興機構"


def test_the_whole_graph_is_there(made_up_store: Store) -> None:
    network = as_networkx(made_up_store)
    assert network.number_of_nodes() == made_up_store.read("MATCH (n) RETURN count(*) AS n")[0]["n"]
    assert (
        network.number_of_edges()
        == made_up_store.read("MATCH ()-[r]->() RETURN count(*) AS n")[0]["n"]
    )
    assert network.nodes[JETRO]["name"] == "日本貿易振興機構"
    assert network.edges[JETRO, made_up.MATCHING, "IMPLEMENTS|1"]["role"] == "operates"


def test_a_neighbourhood_leaves_hubs_out_unless_asked(made_up_store: Store) -> None:
    near = neighbourhood_network(made_up_store, [made_up.SALES])
    assert {near.nodes[n]["type"] for n in near} == {
        "Measure",
        "Body",
        "Ministry",
        "Department",
        "Appearance",
        "Term",
    }
    assert near.has_edge(JETRO, "ministry:経済産業省"), (
        "relationships among the neighbours are there"
    )
    with_hubs = neighbourhood_network(made_up_store, [made_up.SALES], hubs=True)
    assert {"sizeclass:中小企業", "instrument:相談・専門家派遣"} <= set(with_hubs)
    two_steps = neighbourhood_network(made_up_store, [made_up.SALES], hops=2, hubs=True)
    assert made_up.LOAN not in neighbourhood_network(
        made_up_store, ["sizeclass:大企業"], hops=2, hubs=True
    ), "hubs are not walked through"
    assert set(with_hubs) < set(two_steps)
    assert made_up.REGION_TAX in neighbourhood_network(made_up_store, ["sizeclass:大企業"]), (
        "the start is walked from, hub or not"
    )


def test_a_neighbourhood_of_nothing_is_an_error(made_up_store: Store) -> None:
    with pytest.raises(NotFound, match="measure:none"):
        neighbourhood_network(made_up_store, [made_up.SALES, "measure:none"])


def test_json_and_graphml_read_back_as_the_same_graph(made_up_store: Store, tmp_path: Path) -> None:
    network = as_networkx(made_up_store)
    export(made_up_store, "json", tmp_path / "graph.json")
    export(made_up_store, "graphml", tmp_path / "graph.graphml")
    from_json = nx.node_link_graph(
        json.loads((tmp_path / "graph.json").read_text(encoding="utf-8")), edges="edges"
    )
    assert nx.utils.graphs_equal(from_json, network)
    from_xml = nx.read_graphml(tmp_path / "graph.graphml")
    assert set(from_xml) == set(network)
    assert sorted((a, b, facts["type"]) for a, b, facts in from_xml.edges(data=True)) == sorted(
        (a, b, facts["type"]) for a, b, facts in network.edges(data=True)
    )
    assert from_xml.nodes[JETRO]["name"] == "日本貿易振興機構"
    assert json.loads(from_xml.nodes[JETRO]["short_names"]) == ["JETRO", "ジェトロ"]


def of_graphml(network: nx.MultiDiGraph, element: str) -> list[ET.Element]:
    root = ET.fromstring(graphml_bytes(network))
    return root.findall(f".//{{http://graphml.graphdrawing.org/xmlns}}{element}")


def test_a_picture_of_graphml_has_labels_and_every_relationship(made_up_store: Store) -> None:
    network = as_networkx(made_up_store)
    edges = of_graphml(network, "edge")
    assert len({edge.get("id") for edge in edges}) == len(edges) == network.number_of_edges()
    for scope, label in (("node", "日本貿易振興機構"), ("edge", "IMPLEMENTS")):
        (key,) = (
            key.get("id")
            for key in of_graphml(network, "key")
            if key.get("for") == scope and key.get("attr.name") == "label"
        )
        assert label in {
            data.text for data in of_graphml(network, "data") if data.get("key") == key
        }


def test_relationships_side_by_side_stay_apart_in_graphml() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for place in (1, 2):
        network.add_edge("a", "b", key=f"IMPLEMENTS|{place}", type="IMPLEMENTS", role=f"r{place}")
    network.add_edge("b", "a", key="IMPLEMENTS|1", type="IMPLEMENTS", role="back")
    read = nx.read_graphml(io.BytesIO(graphml_bytes(network)))
    assert sorted(role for _, _, role in read.edges(data="role")) == ["back", "r1", "r2"]


def test_graphml_declares_each_property_once_with_a_type_for_all_its_values() -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node("a", name="x", amount=1, lead=True, lines=[1, 2], yen=3, odd=1)
    network.add_node("b", name="y", amount=1.5, lead=False, none=None, yen=10**12, odd="one")
    keys = {key.get("attr.name"): key.get("attr.type") for key in of_graphml(network, "key")}
    assert keys == {
        "label": "string",
        "name": "string",
        "amount": "double",
        "lead": "boolean",
        "lines": "string",
        "yen": "long",
        "odd": "string",
    }
    ids = {key.get("id") for key in of_graphml(network, "key")}
    assert len(of_graphml(network, "key")) == len(keys) == len(ids)
    assert not ids & {"d3", "d7"}, "Gephi takes these for yEd's labels"
    assert b">true<" in graphml_bytes(network) and b">false<" in graphml_bytes(network)
    read = nx.read_graphml(io.BytesIO(graphml_bytes(network)))
    assert (read.nodes["a"]["lead"], read.nodes["b"]["yen"]) == (True, 10**12)


@pytest.mark.parametrize("character", ["\x08", "\x0b", "\ufffe", "\uffff", "\ud800"])
def test_graphml_can_be_read_whatever_character_a_name_holds(character: str) -> None:
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.add_node(f"body:a{character}b", name=f"a{character}b")
    read = nx.read_graphml(io.BytesIO(graphml_bytes(network)))
    assert dict(read.nodes(data="name")) == {"body:ab": "ab"}


@pytest.mark.parametrize("start", ["=1+1", "+81", "-1", "@A1", "\t=1", "\r=1", "\n=1", "＝1"])
def test_no_cell_of_an_export_is_run_as_a_formula(
    made_up_store: Store, tmp_path: Path, start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = as_networkx(made_up_store)
    network.nodes[JETRO]["name"] = start
    network.edges[JETRO, made_up.MATCHING, "IMPLEMENTS|1"]["role"] = start
    monkeypatch.setattr("graph.export.files.as_networkx", lambda _: network)
    export(made_up_store, "csv", tmp_path / "csv")
    for file, column in (("Body", "name"), ("IMPLEMENTS", "role")):
        with (tmp_path / "csv" / f"{file}.csv").open(encoding="utf-8-sig", newline="") as lines:
            assert f"'{start}" in {row[column] for row in csv.DictReader(lines)}


def test_csv_is_one_file_a_type_in_a_folder_or_a_zip(made_up_store: Store, tmp_path: Path) -> None:
    export(made_up_store, "csv", tmp_path / "csv")
    export(made_up_store, "csv", tmp_path / "graph.zip")
    names = sorted(p.name for p in (tmp_path / "csv").iterdir())
    assert names == sorted(f"{name}.csv" for name in (*schema().nodes, *schema().relationships))
    with zipfile.ZipFile(tmp_path / "graph.zip") as archive:
        assert {n: archive.read(n) for n in archive.namelist()} == {
            n: (tmp_path / "csv" / n).read_bytes() for n in names
        }
    text = (tmp_path / "csv" / "CONTACT.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    first = rows[0]
    assert (first["from"], first["to"]) == (made_up.EQUIPMENT, "department:中小企業庁技術課")
    assert (json.loads(first["phones"]), json.loads(first["lines"])) == (["03-0000-0001"], [90])
    assert (
        (tmp_path / "csv" / "OVERLAPS.csv")
        .read_text(encoding="utf-8-sig")
        .startswith("from,to,type,score,grade")
    )


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_graph_gives_the_same_bytes_and_an_earlier_export_gives_way(
    made_up_store: Store, tmp_path: Path, format_: str
) -> None:
    path = tmp_path / ("graph.zip" if format_ == "csv" else "graph.out")
    export(made_up_store, format_, path)
    first = _bytes(path)
    export(made_up_store, format_, path)
    assert _bytes(path) == first
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def _bytes(path: Path) -> dict[str, bytes]:
    return {
        file.name: file.read_bytes()
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
    }


@pytest.mark.parametrize("format_", ["csv", "neo4j-admin"])
def test_a_folder_export_gives_way_to_the_next_but_other_files_do_not(
    made_up_store: Store, tmp_path: Path, format_: str
) -> None:
    folder = tmp_path / "csv"
    export(made_up_store, format_, folder)
    (folder / "Measure.csv").write_text("old")
    export(made_up_store, format_, folder)
    assert "ものづくり設備補助金" in (folder / "Measure.csv").read_text(encoding="utf-8-sig")
    (folder / "thesis.docx").write_text("mine")
    with pytest.raises(StoreError, match="holds other files"):
        export(made_up_store, format_, folder)
    assert (folder / "thesis.docx").read_text() == "mine"


def test_what_cannot_be_written_is_one_clear_error(made_up_store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        export(made_up_store, "json", tmp_path / "file" / "graph.json")
    with pytest.raises(StoreError, match="no export to pdf"):
        export(made_up_store, "pdf", tmp_path / "graph.pdf")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StoreError, match="cannot be written"):
        export(made_up_store, "json", tmp_path / "folder")
