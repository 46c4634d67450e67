"""The embedded store: whole or not at all, many readers, one loader, clear errors."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.embedded.building import INDEXED_FROM
from graph.embedded.store import EmbeddedStore
from graph.errors import StoreError
from graph.opening import open_store
from graph.schema.rows import NodeRow, graph_rows
from graph.schema.schema import schema
from tests.graph.embedded.graphs import COUNT, count, terms
from tests.paths import ROOT


def child(script: str, *args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, args)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


# --- reading --------------------------------------------------------------------------------------


def test_rows_are_plain_and_hold_what_a_thing_has(made_up_store: EmbeddedStore) -> None:
    (row,) = made_up_store.read(
        "MATCH (c:Certification {name: $name})-[r:IMPLIES]->(d) RETURN c, r, d.name AS below",
        name="くるみん",
    )
    assert row["r"] == {"type": "IMPLIES"}
    assert row["below"] == "トライくるみん"
    assert row["c"]["tier"] == 2 and row["c"]["type"] == "Certification"
    assert not any(key.startswith("_") or value is None for key, value in row["c"].items())


def test_a_path_is_its_nodes_and_relationships(made_up_store: EmbeddedStore) -> None:
    (row,) = made_up_store.read("MATCH p = (:Agency)-[:PART_OF]->(:Ministry) RETURN p")
    assert [n["name"] for n in row["p"]["nodes"]] == ["中小企業庁", "経済産業省"]
    assert row["p"]["relationships"] == [{"type": "PART_OF"}]


def test_values_travel_as_parameters_whatever_they_hold(tmp_path: Path) -> None:
    name = "a'b\"c`d\\ }) DETACH DELETE n // \n☃"
    with open_store(tmp_path / "graph.lbug") as store:
        store.replace(
            graph_rows(
                schema(),
                [
                    NodeRow(
                        "Term",
                        {"id": "term:odd", "name": name, "known_as": [name, ""], "words": ""},
                    )
                ],
                [],
            )
        )
        assert store.read(
            "MATCH (n:Term) WHERE n.name = $name RETURN n.name AS name, n.known_as AS known,"
            " n.words AS words",
            name=name,
        ) == [{"name": name, "known": [name, ""], "words": ""}]


def test_many_nodes_are_found_by_id_and_only_those_that_are_there(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        store.replace(terms(INDEXED_FROM))
        size = (tmp_path / "graph.lbug").stat().st_size
        found = "MATCH (t:Term {id: $id}) RETURN t.name AS name"
        last = f"term:{INDEXED_FROM - 1:05}"
        assert store.read(found, id=last) == [{"name": last}]
        assert store.read(found, id=f"{last}0") == []
        store.replace(terms(INDEXED_FROM - 1))
        assert (tmp_path / "graph.lbug").stat().st_size < size - (1 << 20), "an index less"
        assert store.read(found, id=last) == []


@pytest.mark.processes
def test_several_processes_and_threads_read_at_once(made_up_graph: Path) -> None:
    script = (
        "import sys; from graph.opening import open_store\nwith open_store(sys.argv[1]) as s:\n   "
        " print(s.read('MATCH (n) RETURN count(*) AS n')[0]['n'], flush=True); sys.stdin.readline()"
    )
    readers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(made_up_graph)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    expected = count(made_up_graph)
    assert [int(reader.stdout.readline()) for reader in readers] == [
        expected,
        expected,
    ], "both are open at the same time"
    for reader in readers:
        reader.communicate("\n", timeout=20)
    with open_store(made_up_graph) as store, ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: store.read(COUNT)[0]["n"], range(64))) == {expected}


# --- replacing ------------------------------------------------------------------------------------


def test_a_reader_that_was_open_sees_the_new_graph_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "graph.lbug"
    with open_store(path) as writer, open_store(path) as reader:
        writer.replace(terms(3))
        assert reader.read(COUNT) == [{"n": 3}]
        writer.replace(terms(5))
        assert reader.read(COUNT) == [{"n": 5}] == writer.read(COUNT)


@pytest.mark.processes
def test_readers_see_the_old_graph_or_the_new_one_while_loads_go_on(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        store.replace(terms(3))
    loader = child(
        "import sys; from graph.opening import open_store; from tests.graph.embedded.test_store"
        " import terms\nfor n in (3, 5): open_store(sys.argv[1]).replace(terms(n))",
        path,
    )
    seen = []
    with open_store(path) as store:
        while loader.poll() is None:
            seen.append(store.read(COUNT)[0]["n"])
        seen.append(store.read(COUNT)[0]["n"])
    assert loader.returncode == 0, loader.stderr.read()
    assert set(seen) == {3, 5} and seen[-1] == 5


# "in {moment}" stops the loader there for good; it says so, and is then killed as nothing can be
# caught or tidied up after
KILLED = """
import sys, time
import graph.embedded.building as building, graph.embedded.store as embedded
import graph.files.replace as files
from tests.graph.embedded.test_store import terms

moment, path = sys.argv[1:]
def stop(*_, **__):
    print(moment, flush=True)
    time.sleep(60)

def before(module, name):
    setattr(module, name, stop)

def after(module, name):
    done = getattr(module, name)
    setattr(module, name, lambda *args, **kw: (done(*args, **kw), stop()))

class Halfway:
    def __iter__(self):
        yield from list(embedded_tables(embedded.schema(), terms(5)))[:1]
        stop()

embedded_tables = building.node_tables
{"begun": lambda: before(building, "create_statements"),
 "halfway": lambda: setattr(building, "node_tables", lambda *_: Halfway()),
 "built": lambda: before(files, "_to_disk"),
 "on disk": lambda: before(files.os, "replace"),
 "in place": lambda: after(files.os, "replace")}[moment]()
embedded.EmbeddedStore(embedded.Path(path)).replace(terms(5))
"""


@pytest.mark.processes
@pytest.mark.parametrize(
    ("moment", "left"),
    [("begun", 3), ("halfway", 3), ("built", 3), ("on disk", 3), ("in place", 5)],
)
def test_a_load_that_is_killed_leaves_the_old_graph_or_the_new_one(
    tmp_path: Path, moment: str, left: int
) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        store.replace(terms(3))
    loader = child(KILLED, moment, path)
    assert loader.stdout.readline().strip() == moment, loader.stderr.read()
    os.kill(loader.pid, signal.SIGKILL)
    loader.wait(10)
    assert count(path) == left
    assert list(tmp_path.glob("*building*")), "the dead load has left something behind"
    with open_store(path) as store:
        store.replace(terms(7))
        assert store.read(COUNT) == [{"n": 7}]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.lbug"], (
        "what the dead load left is swept away"
    )


@pytest.mark.processes
def test_a_load_killed_at_random_moments_leaves_the_old_graph_or_the_new_one(
    tmp_path: Path,
) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        store.replace(terms(3))
    script = (
        "import sys; from graph.opening import open_store; from tests.graph.embedded.test_store"
        " import terms\nprint(flush=True); open_store(sys.argv[1]).replace(terms(5))"
    )
    left = []
    for delay in (0.0, 0.1, 0.3):
        loader = child(script, path)
        loader.stdout.readline()
        time.sleep(delay)
        os.kill(loader.pid, signal.SIGKILL)
        loader.wait(10)
        left.append(count(path))
    assert set(left) <= {3, 5} and left == sorted(left)


@pytest.mark.processes
def test_a_load_beside_a_load_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    loader = child(KILLED, "halfway", path)
    assert loader.stdout.readline().strip() == "halfway", loader.stderr.read()
    try:
        with (
            open_store(path) as store,
            pytest.raises(StoreError, match="another load of this graph is under way"),
        ):
            store.replace(terms(1))
    finally:
        loader.kill()
        loader.wait(10)
    with open_store(path) as store:
        store.replace(terms(1))
        assert store.read(COUNT) == [{"n": 1}]


def test_a_load_that_fails_leaves_the_old_graph_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        store.replace(terms(3))
        monkeypatch.setattr(
            "graph.embedded.building.create_statements", lambda *_: ["CREATE NODE TABLE broken"]
        )
        with pytest.raises(StoreError, match="could not be built"):
            store.replace(terms(5))
        assert store.read(COUNT) == [{"n": 3}]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.lbug"]


# --- questions that take long ---------------------------------------------------------------------


def test_a_question_without_end_is_stopped_and_the_store_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.embedded.opened.QUERY_SECONDS", 0.3)
    with open_store(tmp_path / "graph.lbug") as store:
        store.replace(terms(300))
        with pytest.raises(StoreError, match="was stopped — ask for less"):
            store.read(
                "MATCH (a:Term), (b:Term), (c:Term), (d:Term)"
                " WHERE a.id + b.id = c.id + d.id + 'x' RETURN count(*) AS n"
            )
        assert store.read(COUNT) == [{"n": 300}]


@pytest.mark.times
def test_a_slow_question_keeps_nobody_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would go on until it is stopped; others are answered meanwhile."""
    monkeypatch.setattr("graph.embedded.opened.QUERY_SECONDS", 5.0)
    slow = (
        "MATCH (a:Term), (b:Term), (c:Term), (d:Term)"
        " WHERE a.id + b.id = c.id + d.id + 'x' RETURN count(*) AS n"
    )
    with open_store(tmp_path / "graph.lbug") as store, ThreadPoolExecutor(1) as aside:
        store.replace(terms(300))
        asked = aside.submit(store.read, slow)
        for _ in range(20):
            assert store.read(COUNT) == [{"n": 300}]
        assert not asked.done()
        with pytest.raises(StoreError, match="was stopped"):
            asked.result()
