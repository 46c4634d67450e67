"""What several folders of tests share: graphs for reading, servers, and which marks and which
worker a test gets.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from graph.neo4j.statements import CONSTRAINTS
from graph.opening import open_store
from graph.schema.rows import GraphRows
from graph.store import Store
from loaders.catalogue.files import Catalogue, write_catalogue
from loaders.load import load, rows_of
from tests import sources
from tests.bundled import bundled_catalogue, rows_of_companies
from tests.made_up import bonuses as made_up_bonuses
from tests.made_up import calls as made_up_calls
from tests.made_up import catalogue as made_up
from tests.made_up import compared as made_up_compared
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up import programme_pairs as made_up_programme_pairs
from tests.made_up import programmes as made_up_programmes
from tests.made_up import together as made_up_together
from tests.made_up import years as made_up_years
from tests.neo4j_server import (
    QUICK,
    Neo4jServer,
    Server,
    empty,
    given_server,
    missing,
    quick,
)
from tests.once import Once
from tests.workers import ByGroup, put_in_order

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("fast", deadline=None, max_examples=10)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") == "true" else "here")

# the mark that a test gets by asking for one of these fixtures
MARKS = {
    "neo4j": {"neo4j_server", "restartable", "start_neo4j", "need_neo4j"},
    "browser": {"chromium"},
    "server": {"served"},
    "bundled": {"bundled", "bundled_graph", "store_of_companies"},
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        for mark, fixtures in MARKS.items():
            if fixtures & asked:
                item.add_marker(mark)
    if told := getattr(config, "workerinput", None):
        put_in_order(items, Path(told["groups"]))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A worker per core, and one more where servers and browsers leave a core waiting."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return cores if config.getoption("markexpr") else cores + 1


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tells a worker where to write which test is of which group."""
    node.workerinput["groups"] = str(_groups(node.config))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    return ByGroup(config, log, _groups(config)) if config.getoption("dist") == "load" else None


GROUPS = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def _groups(config: pytest.Config) -> Path:
    if GROUPS not in config.stash:
        config.stash[GROUPS] = tempfile.TemporaryDirectory(prefix="shisaku-tests-")
    return Path(config.stash[GROUPS].name) / "groups.json"


@pytest.fixture(autouse=True)
def _sources_are_marked(request: pytest.FixtureRequest) -> None:
    """A test that reads a source document bears the mark: `make test-fast` leaves it out."""
    sources.MARKED = request.node.get_closest_marker("sources") is not None


# --- graphs for reading only ----------------------------------------------------------------------


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """`once(NAME, make)`: a folder that one worker makes for all."""
    return Once(tmp_path_factory)


def _graph(once: Once, name: str, catalogue: Callable[[], Catalogue]) -> Path:
    def make(folder: Path) -> None:
        with open_store(folder / "graph.lbug") as store:
            load(catalogue(), store)

    return once(name, make) / "graph.lbug"


@pytest.fixture(scope="session")
def made_up_folder(once: Once) -> Path:
    """The folder of the made-up catalogue, for what else reads the bundled one: that takes
    seconds.
    """
    return once("catalogue", lambda folder: write_catalogue(made_up.catalogue(), folder))


@pytest.fixture(scope="session")
def made_up_rows() -> GraphRows:
    return rows_of(made_up.catalogue())


@pytest.fixture(scope="session")
def made_up_graph(once: Once) -> Path:
    """A file with the graph of the made-up catalogue."""
    return _graph(once, "made_up", made_up.catalogue)


@pytest.fixture(scope="session")
def made_up_store(made_up_graph: Path) -> Iterator[Store]:
    with open_store(made_up_graph) as store:
        yield store


@pytest.fixture(scope="session")
def graph_of_two_years(once: Once) -> Path:
    """A file with the graph of the made-up catalogue and the earlier document beside it."""
    return _graph(once, "made_up_years", made_up_years.catalogue)


@pytest.fixture(scope="session")
def store_of_two_years(graph_of_two_years: Path) -> Iterator[Store]:
    with open_store(graph_of_two_years) as store:
        yield store


@pytest.fixture(scope="session")
def graph_of_overlaps(once: Once) -> Path:
    """A file with the graph of the made-up catalogue and its scored pairs."""
    return _graph(once, "made_up_overlaps", made_up_overlaps.catalogue)


@pytest.fixture(scope="session")
def store_of_overlaps(graph_of_overlaps: Path) -> Iterator[Store]:
    with open_store(graph_of_overlaps) as store:
        yield store


@pytest.fixture(scope="session")
def graph_of_programmes(once: Once, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the graph of the made-up catalogue and budget programmes of made-up review
    sheets.
    """
    sheets = tmp_path_factory.mktemp("sheets")
    return _graph(once, "programmes", lambda: made_up_programmes.catalogue(sheets / "2031"))


@pytest.fixture(scope="session")
def store_of_programmes(graph_of_programmes: Path) -> Iterator[Store]:
    with open_store(graph_of_programmes) as store:
        yield store


@pytest.fixture(scope="session")
def graph_of_programme_pairs(once: Once) -> Path:
    """A file with the made-up measures, budget programmes and their scored pairs."""
    return _graph(once, "programme_pairs", made_up_programme_pairs.catalogue)


@pytest.fixture(scope="session")
def store_of_programme_pairs(graph_of_programme_pairs: Path) -> Iterator[Store]:
    """The same, open."""
    with open_store(graph_of_programme_pairs) as store:
        yield store


@pytest.fixture(scope="session")
def store_of_compared(once: Once) -> Iterator[Store]:
    """The made-up catalogue of pairs with what the card of a pair shows."""
    with open_store(_graph(once, "compared", made_up_compared.catalogue)) as store:
        yield store


@pytest.fixture(scope="session")
def store_of_calls(once: Once) -> Iterator[Store]:
    """The made-up measures, budget programmes and pairs with calls."""
    with open_store(_graph(once, "calls", made_up_calls.catalogue)) as store:
        yield store


@pytest.fixture(scope="session")
def store_of_all_made_up(once: Once) -> Iterator[Store]:
    """Two years, pairs, budget programmes and calls in one."""
    with open_store(_graph(once, "together", made_up_together.catalogue)) as store:
        yield store


@pytest.fixture(scope="session")
def graph_of_bonuses(once: Once) -> Path:
    """A file with the graph of the made-up bonus rules."""
    return _graph(once, "made_up_bonuses", made_up_bonuses.catalogue)


@pytest.fixture(scope="session")
def bundled() -> Catalogue:
    return bundled_catalogue()


@pytest.fixture(scope="session")
def bundled_graph(once: Once, bundled: Catalogue) -> Path:
    """A file with the graph of the bundled catalogue."""
    return _graph(once, "bundled", lambda: bundled)


@pytest.fixture(scope="session")
def store_of_companies(once: Once) -> Iterator[Store]:
    """Some measures of the bundled catalogue with the budget programmes that pay for them, and no
    others.
    """

    def make(folder: Path) -> None:
        with open_store(folder / "graph.lbug") as store:
            store.replace(rows_of_companies())

    with open_store(once("companies", make) / "graph.lbug") as store:
        yield store


@pytest.fixture(scope="session")
def bundled_store(bundled_graph: Path) -> Iterator[Store]:
    with open_store(bundled_graph) as store:
        yield store


# --- a real Neo4j server --------------------------------------------------------------------------


def _need_neo4j() -> None:
    if lacking := missing():
        says = (
            f"no Neo4j server can be started here, missing: {', '.join(lacking)}; or set"
            " SHISAKU_TEST_NEO4J_URI"
        )
        pytest.fail(says) if os.environ.get("CI") == "true" else pytest.skip(says)


@pytest.fixture(scope="session")
def need_neo4j() -> None:
    """For a module that starts a server by itself."""
    _need_neo4j()


# one plan for texts and lists of all lengths, which is kept whatever graph comes next: planning is
# most of what the tests' questions cost
ONE_PLAN = {
    "internal.cypher.use_parameter_size": "false",
    "dbms.cypher.min_replan_interval": "1h",
}


@pytest.fixture(scope="session")
def neo4j_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of this test run: `uri`, `user`, `password`, `driver()`. Not to be stopped: see
    `start_neo4j`.
    """
    if given := given_server():
        yield given
        return
    _need_neo4j()
    server = Neo4jServer(tmp_path_factory.mktemp("neo4j"), config=ONE_PLAN, jvm=quick())
    try:
        yield server.start()
    finally:
        server.kill()  # its folder is thrown away


@pytest.fixture
def start_neo4j(tmp_path: Path) -> Iterator[Callable[..., Neo4jServer]]:
    """`start_neo4j(config={…}, heap=…, version=…)`: a running server of the test's own, to be
    stopped, killed and started again at will.
    """
    _need_neo4j()
    servers: list[Neo4jServer] = []

    def start(**how: object) -> Neo4jServer:
        jvm = QUICK if "version" in how else quick()
        servers.append(Neo4jServer(tmp_path / f"neo4j-{len(servers)}", jvm=jvm, **how))
        return servers[-1].start()

    yield start
    for server in servers:
        server.kill()


@pytest.fixture(scope="session")
def keeper() -> Iterator[ThreadPoolExecutor]:
    """A thread as lasting as the run, for starting a server from one that is not: a server dies
    with the thread that starts it.
    """
    with ThreadPoolExecutor(1) as threads:
        yield threads


LITTLE_MEMORY = {"db.memory.transaction.max": "8m"}


@pytest.fixture(scope="session")
def restartable(
    need_neo4j: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Neo4jServer]:
    """One more server, for all tests that stop, kill and start one, or import into one; ask for
    `restartable_neo4j` where it is to be running. No transaction of it may hold much.
    """
    server = Neo4jServer(tmp_path_factory.mktemp("restartable"), config=LITTLE_MEMORY, jvm=quick())
    yield server
    server.kill()


@pytest.fixture
def restartable_neo4j(
    restartable: Neo4jServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Neo4jServer]:
    """It runs, is empty but for our constraints, and may be stopped, killed and started at will;
    its credentials are in the environment.
    """
    monkeypatch.setenv("NEO4J_USERNAME", restartable.user)
    monkeypatch.setenv("NEO4J_PASSWORD", restartable.password)
    if not restartable.running:
        restartable.start()
    empty(restartable, keep=CONSTRAINTS)
    yield restartable
    if restartable.config != LITTLE_MEMORY:  # another test wants no more
        restartable.kill()
        restartable.config = LITTLE_MEMORY


@pytest.fixture
def neo4j_uri(neo4j_server: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an emptied database, in which our constraints may stand; its credentials are
    in the environment, as the product wants them.
    """
    monkeypatch.setenv("NEO4J_USERNAME", neo4j_server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.password)
    empty(neo4j_server, keep=CONSTRAINTS)
    return neo4j_server.uri


@pytest.fixture
def bare_neo4j(neo4j_uri: str, neo4j_server: Server) -> str:
    """The address of a database without constraints, too: what a first load finds."""
    empty(neo4j_server)
    return neo4j_uri


@pytest.fixture
def neo4j_store(neo4j_uri: str) -> Iterator[Store]:
    """An emptied database on the server, opened through `open_store`."""
    with open_store(neo4j_uri) as store:
        yield store
