"""Loaders that meet, that die, and servers that go away: the graph is the old one or the new one,
or marked unfinished until the next load.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import neo4j
import pytest
from click.testing import CliRunner
from neo4j.exceptions import IncompleteCommit

from graph.errors import StoreError
from graph.neo4j import batches, connection, loading, one_loader, runs
from graph.neo4j.runs import UnfinishedRun, unfinished_run
from graph.schema.rows import GraphRows, graph_rows
from graph.schema.schema import schema
from shisaku import cli
from tests.graph.neo4j.dumps import ask, everything, load_into, ours, wanted
from tests.made_up import catalogue as made_up
from tests.neo4j_server import Neo4jServer, Server

LOADER = Path(__file__).with_name("loader.py")
TRANSACTION, BATCH, BATCHES = "transaction", "batch", "batches"  # where loader.py waits
SHORT, LONG = (
    3.0,
    3600.0,
    # seconds: the lease of a loader that is to die or to be taken for dead, and of one that lives
    # however slow the machine
)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow machine fails no test."""
    monkeypatch.setattr(one_loader, "PATIENCE", LONG)


@pytest.fixture
def start_loader(
    neo4j_uri: str, made_up_rows: GraphRows, tmp_path: Path
) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """`start_loader(how, N, *left_out)`: a loader that waits before its Nth write; 0: before none,
    and its first line is still to be read.
    """
    loaders: list[subprocess.Popen[str]] = []
    rows = tmp_path / "rows.pickle"
    rows.write_bytes(pickle.dumps(made_up_rows))

    def start(how: str, number: int, *left_out: str, lease: float = SHORT) -> subprocess.Popen[str]:
        loaders.append(
            subprocess.Popen(
                [sys.executable, str(LOADER), str(rows), neo4j_uri, how, str(number), *left_out],
                text=True,
                env={**os.environ, "LEASE": str(lease)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
        )
        assert not number or "waiting\n" in iter(loaders[-1].stdout.readline, "")
        return loaders[-1]

    yield start
    for loader in loaders:
        loader.kill()
        loader.communicate()


def _unfinished(server: Server) -> UnfinishedRun | None:
    with server.driver() as driver:
        return unfinished_run(driver, None)


# --- loaders that die -----------------------------------------------------------------------------


def test_of_a_loader_killed_in_its_one_transaction_nothing_is_left_and_the_next_is_not_held_up(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    load_into(neo4j_server, made_up_rows)
    start_loader(TRANSACTION, 2, made_up.LOAN, made_up.SALES).kill()
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert _unfinished(neo4j_server) is None
    assert load_into(neo4j_server, made_up_rows).changed == 0


@pytest.mark.parametrize(("how", "number"), [(BATCHES, 12), (BATCH, 3), (BATCH, 25)])
def test_what_a_loader_killed_between_batches_or_within_one_left_the_next_load_mends(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
    how: str,
    number: int,
):
    loader = start_loader(how, number)
    loader.kill()
    assert _unfinished(neo4j_server).run == 1
    load_into(neo4j_server, made_up_rows)
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert _unfinished(neo4j_server) is None


def test_a_change_that_was_left_unfinished_is_mended_to_whichever_catalogue_comes_next(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    load_into(neo4j_server, made_up_rows)
    start_loader(BATCH, 5, made_up.LOAN, made_up.SALES).kill()
    load_into(neo4j_server, made_up_rows)
    assert ours(neo4j_server) == wanted(made_up_rows)


# --- loaders that meet ----------------------------------------------------------------------------


def test_a_loader_waits_for_one_in_its_transaction(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    first = start_loader(TRANSACTION, 2)
    second = start_loader(TRANSACTION, 0)
    assert second.stdout.readline().startswith("another load is under way since ")
    first.communicate("go on\n")
    assert second.communicate()[0].startswith("Loaded(run=1, changed=0")
    assert ours(neo4j_server) == wanted(made_up_rows)


def test_a_loader_that_finds_another_one_hanging_says_so_and_is_refused_after_a_while(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(one_loader, "PATIENCE", 3.0)
    monkeypatch.setattr(one_loader, "KNOCK", 2.0)
    load_into(neo4j_server, made_up_rows)
    hanging, heard = start_loader(TRANSACTION, 2, made_up.LOAN), []
    hanging.send_signal(signal.SIGSTOP)
    before = everything(neo4j_server)
    with pytest.raises(
        StoreError,
        match=(
            "another load of this graph is under way — wait for it to end; if it hangs, end its"
            " process or its transaction, which the server ends after 10 minutes at most; nothing"
            " was changed"
        ),
    ):
        load_into(neo4j_server, made_up_rows, tell=heard.append)
    [line] = heard
    assert re.fullmatch(
        r"another load is under way since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC; waiting up to 5 s",
        line,
    )
    assert everything(neo4j_server) == before
    hanging.send_signal(signal.SIGCONT)
    assert "changed=" in hanging.communicate("go on\n")[0]


def test_the_doctor_tells_of_a_loader_that_hangs_and_ending_its_transaction_frees_the_way(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    made_up_folder: Path,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    load_into(neo4j_server, made_up_rows)
    hanging = start_loader(TRANSACTION, 2, made_up.LOAN)
    hanging.send_signal(signal.SIGSTOP)
    doctor = ["doctor", "--catalogue", str(made_up_folder), "--store", neo4j_server.uri]
    said = CliRunner().invoke(cli, doctor).stdout
    assert re.search(
        r"^ok  load: one that began at \d{4}-\d\d-\d\d \d\d:\d\d UTC is under way: until it writes,"
        r" questions are answered from what was there before$",
        said,
        re.MULTILINE,
    )
    [transaction] = ask(
        neo4j_server,
        "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.app = 'shisaku load'"
        " RETURN id",
    )
    ask(neo4j_server, "TERMINATE TRANSACTION $id", **transaction)
    assert load_into(neo4j_server, made_up_rows).changed == 0
    hanging.send_signal(signal.SIGCONT)
    assert "somebody ended it on the server — try again" in hanging.communicate("go on\n")[1]
    assert " load: " not in CliRunner().invoke(cli, doctor).stdout


def test_a_reader_sees_the_old_graph_until_the_transaction_ends(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    load_into(neo4j_server, made_up_rows)
    loader = start_loader(TRANSACTION, 3, made_up.LOAN)
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert "changed=" in loader.communicate("go on\n")[0]
    assert not ask(neo4j_server, "MATCH (n {id: $id}) RETURN n.id", id=made_up.LOAN)


def test_a_loader_is_refused_while_another_writes_batches(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    loader = start_loader(BATCHES, 5, lease=LONG)
    assert _unfinished(neo4j_server).alive
    with pytest.raises(
        StoreError, match="another load of this graph is under way — wait for it to end"
    ):
        load_into(neo4j_server, made_up_rows)
    assert "changed=" in loader.communicate("go on\n")[0]
    assert ours(neo4j_server) == wanted(made_up_rows)


def test_a_loader_that_was_not_heard_of_for_a_while_writes_nothing_more_once_another_took_over(
    neo4j_server: Server,
    made_up_rows: GraphRows,
    start_loader: Callable[..., subprocess.Popen[str]],
):
    loader = start_loader(BATCHES, 8, made_up.LOAN)
    loader.send_signal(signal.SIGSTOP)
    load_into(neo4j_server, made_up_rows)
    loader.send_signal(signal.SIGCONT)
    _, said = loader.communicate("go on\n")
    assert loader.returncode == 1
    assert "another load of this graph is under way" in said
    assert len(said.splitlines()) == 1, said
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert _unfinished(neo4j_server) is None


# --- servers that go away -------------------------------------------------------------------------

# a server that has just started plans each of these anew; a load of them has more than WRITES
FEW = {"Document", "Measure", "Ministry", "Pillar"}
WRITES = 5


@pytest.fixture(scope="module")
def few_rows(made_up_rows: GraphRows) -> GraphRows:
    """The made-up catalogue's nodes of FEW types."""
    kept = {node.id for node in made_up_rows.nodes if node.type in FEW}
    return graph_rows(
        schema(),
        [node for node in made_up_rows.nodes if node.id in kept],
        [row for row in made_up_rows.relationships if {row.start, row.end} <= kept],
    )


def _before(
    monkeypatch: pytest.MonkeyPatch, how: str, number: int, happens: Callable[[], object]
) -> None:
    """Something happens before the Nth write of a load, once."""
    if how == BATCHES:
        monkeypatch.setattr(loading, "ONE_TRANSACTION", 0)
        monkeypatch.setattr(batches, "NODES_A_BATCH", 7)
        monkeypatch.setattr(batches, "RELATIONSHIPS_A_BATCH", 11)
    calls: list[None] = []
    write = batches.Batch.write

    def written(batch: batches.Batch, tx: object) -> None:
        calls.append(None)
        if len(calls) == number:
            happens()
        write(batch, tx)

    monkeypatch.setattr(batches.Batch, "write", written)


@pytest.mark.parametrize("how", [TRANSACTION, BATCHES])
def test_a_load_goes_on_when_the_server_comes_back(
    restartable_neo4j: Neo4jServer,
    keeper: ThreadPoolExecutor,
    few_rows: GraphRows,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
):
    server = restartable_neo4j
    monkeypatch.setattr(connection, "RETRY", LONG)  # however long this machine takes to start one
    _before(
        monkeypatch,
        how,
        WRITES,
        lambda: keeper.submit(lambda: (server.kill(), server.start())).result(),
    )  # a writer's thread ends with its phase
    load_into(server, few_rows)
    assert ours(server) == wanted(few_rows)
    assert _unfinished(server) is None


@pytest.mark.parametrize("how", [TRANSACTION, BATCHES])
def test_a_load_whose_server_stays_away_ends_with_one_line_and_the_next_one_is_right(
    restartable_neo4j: Neo4jServer,
    few_rows: GraphRows,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
):
    server = restartable_neo4j
    monkeypatch.setattr(connection, "RETRY", 1.0)
    monkeypatch.setattr(runs, "LEASE", SHORT)
    monkeypatch.setattr(runs, "BEAT", 0.5)
    _before(monkeypatch, how, WRITES, server.kill)
    with pytest.raises(StoreError, match="no Neo4j server answers"):
        load_into(server, few_rows)
    server.start()
    assert (
        (ours(server), _unfinished(server)) == ([], None)
        if how == TRANSACTION
        else _unfinished(server).run == 1
    )
    load_into(server, few_rows)
    assert ours(server) == wanted(few_rows)
    assert _unfinished(server) is None


@pytest.mark.parametrize(("how", "last"), [(TRANSACTION, False), (BATCHES, False), (BATCHES, True)])
def test_what_was_committed_without_an_answer_is_not_written_again(
    neo4j_uri: str,
    neo4j_server: Server,
    made_up_rows: GraphRows,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
    last: bool,
):
    commit, lost = neo4j.ManagedTransaction._commit, []

    def unanswered(tx: neo4j.ManagedTransaction) -> None:
        commit(tx)
        if tx in written and not lost:
            lost.append(tx)
            raise IncompleteCommit("the connection broke after the commit")

    written: list[object] = []
    write, finish = batches.Batch.write, loading.finish

    def noted(batch: batches.Batch, tx: neo4j.ManagedTransaction) -> None:
        write(batch, tx)
        if batch.ends:
            written.append(tx)

    def finished(tx: neo4j.ManagedTransaction, *left: object) -> None:
        finish(tx, *left)
        written.append(tx)

    _before(monkeypatch, how, 0, lambda: None)
    monkeypatch.setattr(
        *((loading, "finish", finished) if last else (batches.Batch, "write", noted))
    )
    monkeypatch.setattr(neo4j.ManagedTransaction, "_commit", unanswered)
    load_into(neo4j_server, made_up_rows)
    assert lost
    assert ours(neo4j_server) == wanted(made_up_rows)
    assert _unfinished(neo4j_server) is None
