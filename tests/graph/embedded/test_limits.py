"""Memory by what is in a graph, connections by who reads it, and what is said where it does not
fit.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier, Lock, Thread
from time import sleep
from typing import Any

import ladybug
import pytest

from graph.embedded import limits
from graph.embedded import store as embedded_store
from graph.embedded.store import EmbeddedStore
from graph.errors import StoreError
from graph.opening import open_store
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow
from tests.graph.embedded.graphs import COUNT, terms


def chained(count: int) -> GraphRows:
    """So many measures, each the successor of the one before it."""
    nodes = [
        NodeRow("Measure", {"id": f"measure:{nth}", "name": f"里山 {nth}"}) for nth in range(count)
    ]
    steps = [
        RelationshipRow("SUCCEEDS", f"measure:{nth}", f"measure:{nth - 1}", {})
        for nth in range(1, count)
    ]
    return GraphRows(tuple(nodes), tuple(steps))


def test_pools_grow_with_what_is_in_the_graph_and_stay_within_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "memory", lambda: 16 << 30)
    built = [limits.pool_to_build(rows) for rows in (0, 300_000, 1_000_000, 10**8)]
    assert built == sorted(built) and built[0] == limits.LEAST and built[-1] <= 8 << 30
    assert built[-1] == limits.pool_to_build(2 * limits.BATCH), "what is written leaves memory"
    read = [limits.pool_to_read(size) for size in (0, 100 << 20, 10**12)]
    assert read == sorted(read) and limits.LEAST <= read[0] <= 1 << 30 and read[-1] == 4 << 30
    monkeypatch.setattr(limits, "memory", lambda: 100 << 20)
    assert limits.pool_to_build(10**8) == limits.pool_to_read(10**12) == limits.LEAST


def test_address_space_is_a_power_of_two_with_room_for_the_file() -> None:
    for size in (0, 1, 5 << 30, 100 << 30):
        space = limits.address_space(size)
        assert space & (space - 1) == 0 and space > 4 * size


def test_a_graph_is_the_same_in_however_many_batches_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = chained(30)
    pairs = "MATCH (a:Measure)-[:SUCCEEDS]->(b:Measure) RETURN a.id AS first, b.id AS next"
    asked = f"{pairs} ORDER BY first"
    answers: list[Any] = []
    for batch in (1000, 7, 1):
        monkeypatch.setattr("graph.embedded.building.BATCH", batch)
        with open_store(tmp_path / f"{batch}.lbug") as store:
            store.replace(rows)
            answers.append((store.read(COUNT), store.read(asked)))
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][0] == [{"n": 30}] and len(answers[0][1]) == 29


def test_what_does_not_fit_in_memory_is_told_with_its_size_and_leaves_the_old_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        store.replace(terms(3))
        monkeypatch.setattr("graph.embedded.building.pool_to_build", lambda rows: 12 << 20)
        with pytest.raises(StoreError, match="60,000 nodes and 59,999 relationships") as told:
            store.replace(chained(60_000))
        assert "MiB" in str(told.value) and "more memory" in (told.value.todo or "")
        assert store.read(COUNT) == [{"n": 3}]


def test_no_reader_waits_for_another(tmp_path: Path) -> None:
    """Four readers stand in their queries at once: each has passed the barrier only when all are
    in."""
    path = tmp_path / "graph.lbug"
    barrier = Barrier(4, timeout=30)
    with EmbeddedStore(path) as store:
        store.replace(terms(3))
        found: list[int] = []

        def read() -> None:
            with store._current().connection() as connection:
                barrier.wait()
                found.append(connection.execute(COUNT, {}).get_next()[0])

        threads = [Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == [3, 3, 3, 3]


def test_a_graph_that_was_replaced_is_read_to_the_end_and_then_closed(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with EmbeddedStore(path) as store:
        store.replace(terms(3))
        old = store._current()
        with old.connection() as connection:
            store.replace(terms(5))
            assert store.read(COUNT) == [{"n": 5}] and store._current() is not old
            assert connection.execute(COUNT, {}).get_next()[0] == 3
        with pytest.raises(RuntimeError), old.connection() as connection:
            connection.execute(COUNT, {})


def test_a_connection_keeps_the_plans_of_so_many_queries_that_were_asked_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes memory of the pool for pages."""
    monkeypatch.setattr("graph.embedded.planned.MOST_PLANS", 4)
    with EmbeddedStore(tmp_path / "graph.lbug") as store:
        store.replace(terms(3))
        for nth in range(9):
            store.read(f"{COUNT} LIMIT $most // {nth}", most=5)  # one text each
            store.read(COUNT)
        with store._current().connection(COUNT) as reader:
            assert reader.plans == 4 and reader.has(COUNT)
            assert [reader.has(f"{COUNT} LIMIT $most // {nth}") for nth in (5, 6, 8)] == [
                False,
                True,
                True,
            ]


def test_a_query_without_parameters_is_planned_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned: list[str] = []
    plan = ladybug.PreparedStatement.__init__

    def seen(self: Any, connection: Any, query: str, params: Any = None) -> None:
        planned.append(query)
        plan(self, connection, query, params)

    monkeypatch.setattr(ladybug.PreparedStatement, "__init__", seen)
    with EmbeddedStore(tmp_path / "graph.lbug") as store:
        store.replace(terms(3))
        assert [store.read(COUNT) for _ in range(3)] == 3 * [[{"n": 3}]]
    assert planned.count(COUNT) == 1


def test_a_plan_serves_values_of_its_own_kind_alone(tmp_path: Path) -> None:
    values: list[Any] = [1, -1, 127, 128, -128, -129, 255, 256, 40_000, -40_000, 1 << 31, 1 << 40]
    values += [-(1 << 62), True, 0.5, "里", None, [1, 2], [1, 1 << 40], ["里"], [[1], [300]]]
    values += [{"a": 1}, {"a": "里"}, {"b": 300}, [{"a": 1}], [{"a": 300}]]
    with EmbeddedStore(tmp_path / "graph.lbug") as store:
        store.replace(terms(3))
        for value in [*values, *reversed(values)]:
            assert store.read("RETURN $value AS value", value=value) == [{"value": value}]


def test_as_many_connections_as_are_answered_at_once_are_kept(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "graph.lbug") as store, ExitStack() as readers:
        store.replace(terms(3))
        graph = store._current()
        for _ in range(limits.MOST_READERS):
            readers.enter_context(graph.connection())
        readers.close()
        assert len(graph._idle) == limits.MOST_READERS


def test_of_very_many_readers_so_many_are_answered_at_once(tmp_path: Path) -> None:
    most, now, lock = 0, 0, Lock()
    with EmbeddedStore(tmp_path / "graph.lbug") as store:
        store.replace(terms(3))
        graph = store._current()

        def read(nth: int) -> int:
            nonlocal most, now
            with graph.connection(f"{nth}") as connection:
                with lock:
                    now += 1
                    most = max(most, now)
                sleep(0.01)
                found = connection.execute(COUNT, {}).get_next()[0]
                with lock:
                    now -= 1
            return found

        with ThreadPoolExecutor(3 * limits.MOST_READERS) as pool:
            assert set(pool.map(read, range(5 * limits.MOST_READERS))) == {3}
        assert 1 < most <= limits.MOST_READERS and len(graph._idle) <= limits.MOST_READERS


def test_a_query_is_asked_where_its_plan_is_and_a_new_one_where_fewest_are(tmp_path: Path) -> None:
    with EmbeddedStore(tmp_path / "graph.lbug") as store:
        store.replace(terms(3))
        graph = store._current()
        graph.forget_plans()
        texts = {name: f"RETURN '{name}' AS name" for name in "abcdef"}
        with ExitStack() as readers:
            for name in "abc":
                readers.enter_context(graph.connection()).execute(texts[name], {})
        for name in ("c", "a", "b", "a", "d", "e", "f", "d", "b"):
            with graph.connection(texts[name]) as reader:
                reader.execute(texts[name], {})
        held = [[name for name in texts if reader.has(texts[name])] for reader in graph._idle]
        assert sorted(name for each in held for name in each) == list(texts)
        assert {len(each) for each in held} == {2}


def test_plans_that_fill_the_pool_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[ladybug.Connection] = []

    def full_at_first(connection: ladybug.Connection, *query: Any) -> Any:
        asked.append(connection)
        if len(asked) == 1:
            raise RuntimeError("Unable to allocate memory! The buffer pool is full")
        return rows(connection, *query)

    with EmbeddedStore(tmp_path / "graph.lbug") as store:
        store.replace(terms(3))
        store.read(COUNT)
        rows = embedded_store._rows
        monkeypatch.setattr(embedded_store, "_rows", full_at_first)
        assert store.read(COUNT) == [{"n": 3}]
        assert len({id(connection) for connection in asked}) == 2
