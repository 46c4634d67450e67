"""A graph tells whether a bit of its file has changed since it was loaded."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from graph.embedded import seal
from graph.embedded.store import EmbeddedStore
from graph.errors import StoreError
from graph.opening import open_store, seal_state
from graph.schema.rows import GraphRows, NodeRow, graph_rows
from graph.schema.schema import schema
from tests.commands.running import shisaku

COUNT = "MATCH (n) RETURN count(*) AS n"


def _rows() -> GraphRows:
    return graph_rows(schema(), [NodeRow("Term", {"id": "term:x", "name": "x"})], [])


@pytest.fixture
def graph(tmp_path: Path, made_up_graph: Path) -> Path:
    """A copy of the made-up graph."""
    return Path(shutil.copy(made_up_graph, tmp_path / "graph.lbug"))


def flip(path: Path, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(bit // 8)
        [byte] = file.read(1)
        file.seek(bit // 8)
        file.write(bytes([byte ^ 1 << bit % 8]))


def test_a_graph_is_sealed_by_its_load_and_the_seal_goes_with_it(graph: Path) -> None:
    assert seal.state(graph) == seal_state(graph) == "whole"
    with open_store(graph) as store:
        assert store.read(COUNT)[0]["n"] > 0


def test_no_flipped_bit_is_answered_from(graph: Path) -> None:
    """Every bit: of pages with data or without, of the seal, of the first page and the last."""
    chosen = random.Random(40)
    size = graph.stat().st_size
    ends = [0, 7, 8 * 4096, 8 * (size - 120), 8 * size - 9]
    for bit in (*ends, *(chosen.randrange(8 * (size - 90)) for _ in range(35))):
        flip(graph, bit)
        with pytest.raises(StoreError, match="has changed since it was loaded.*`shisaku load`"):
            EmbeddedStore(graph).read(COUNT)
        assert seal_state(graph) == "changed"
        flip(graph, bit)
    assert seal_state(graph) == "whole"


def test_a_changed_graph_is_loaded_over(graph: Path) -> None:
    flip(graph, 8 * 100)
    with open_store(graph) as store:
        store.replace(_rows())
        assert store.read(COUNT) == [{"n": 1}]
    assert seal.state(graph) == "whole"


def test_one_that_changes_while_it_is_open_is_noticed(graph: Path) -> None:
    with open_store(graph) as store:
        store.read(COUNT)
        flip(graph, 8 * 5000)
        with pytest.raises(StoreError, match="has changed"):
            store.read(COUNT)
        flip(graph, 8 * 5000)
        assert store.read(COUNT)[0]["n"] > 0


def test_one_without_a_seal_is_read_and_said_to_have_none(graph: Path) -> None:
    length = len(seal._MARK) + 65
    with graph.open("r+b") as file:
        file.truncate(graph.stat().st_size - length)
    assert seal.state(graph) == "unsealed"
    assert not seal.is_sealed(graph)
    with open_store(graph) as store:
        assert store.read(COUNT)[0]["n"] > 0


@pytest.mark.parametrize("held", [b"", b"x", b"x" * 4096])
def test_what_is_no_graph_bears_no_seal(tmp_path: Path, held: bytes) -> None:
    path = tmp_path / "x"
    path.write_bytes(held)
    assert seal.state(path) == "unsealed"
    assert not seal.is_sealed(path)
    seal.seal(path)
    assert seal.state(path) == ("whole" if held else "unsealed")


def test_where_no_file_is_nothing_is_said(tmp_path: Path) -> None:
    assert seal_state(tmp_path / "none") is seal_state(tmp_path) is None
    assert seal_state("bolt://localhost:7687") is None


def test_a_large_one_is_checked_by_the_doctor_alone(
    graph: Path, made_up_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seal, "CHECKED", graph.stat().st_size - 1)
    flip(graph, 8 * (graph.stat().st_size - 40))  # of the seal: the graph itself is whole
    with open_store(graph) as store:
        assert store.read(COUNT)[0]["n"] > 0
    answer = shisaku("doctor", "--store", graph, "--catalogue", made_up_folder, "--json")
    found = {each["what"]: each for each in json.loads(answer.stdout)}
    assert (found["graph file"]["ok"], found["graph file"]["needed"]) == (False, True)
    assert "has changed since it was loaded" in found["graph file"]["says"]
    assert answer.returncode == 1


def test_the_doctor_says_that_one_is_whole(graph: Path, made_up_folder: Path) -> None:
    answer = shisaku("doctor", "--store", graph, "--catalogue", made_up_folder)
    assert "ok  graph file: as it was loaded" in answer.stdout
