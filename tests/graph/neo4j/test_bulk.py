"""What `shisaku export --format neo4j-admin` writes is taken by the real import, and the database
then answers like a loaded one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.errors import StoreError
from graph.export.files import export
from graph.export.read_back import read_back
from graph.neo4j.bulk import ARGUMENTS, FINISH, write_import
from graph.opening import open_store
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import schema
from graph.store import Store
from queries.by_hand.page import questions_by_hand
from shisaku import cli
from tests.graph.neo4j.dumps import ask, everything, ours, wanted
from tests.neo4j_server import Neo4jServer

AWKWARD = [
    "a;b,c",
    'say "so"',
    "two\nlines\r\n",
    "\\",
    "back\\",
    " blank ",
    "'",
    "\t",
    "𠮟る",
    "null",
    "",
]


def awkward_rows() -> GraphRows:
    """Values that a CSV file could spoil: quotes, delimiters, line ends, empty texts and lists
    beside values that are not there.
    """
    nodes = [
        NodeRow(
            "Measure",
            {
                "id": f"measure:{place}",
                "name": text,
                "title": text or None,
                "aliases": AWKWARD[:place],
                "former_ids": None if place % 2 else [],
                "known_as": ["", text],
                "words": text,
                "folded": "",
            },
        )
        for place, text in enumerate(AWKWARD)
    ]
    nodes += [
        NodeRow(
            "Budget", {"id": "budget:1", "name": "b", "yen": 2**53 + 1, "year": -1, "kind": ""}
        ),
        NodeRow("Term", {"id": "term:t", "name": "t"}),
    ]
    joins = [
        RelationshipRow(
            "ABOUT",
            f"measure:{place}",
            "term:t",
            {
                "weight": weight,
                "documents": ["d"] * place,
                "lines": list(range(place)),
                "current": bool(place % 2),
            },
        )
        for place, weight in enumerate([0.1, 1e-300, -2.5e17, 1.0])
    ]
    return graph_rows(schema(), nodes, [*joins, joins[1]])  # and one relationship twice


@pytest.fixture(scope="module")
def embedded(made_up_rows: GraphRows, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The made-up catalogue's graph and the awkward values."""
    awkward = awkward_rows()
    with open_store(tmp_path_factory.mktemp("embedded") / "graph.lbug") as store:
        store.replace(
            graph_rows(
                schema(),
                [*made_up_rows.nodes, *awkward.nodes],
                [*made_up_rows.relationships, *awkward.relationships],
            )
        )
        yield store


@pytest.fixture(scope="module")
def exported(embedded: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "bulk"
    export(embedded, "neo4j-admin", folder)
    return folder


def import_into(server: Neo4jServer, folder: Path) -> None:
    """The first thing that the head of the arguments says, word for word, on a server whose
    database is there already; a second time, what it left.
    """
    if not server.running:
        server.start()
    server.stop()
    data, imported = server.home / "data", folder.with_name("imported")
    if imported.exists():  # as the same import left it
        shutil.rmtree(data)
        shutil.copytree(imported, data)
    else:
        program, *arguments = _said(folder)[0]
        assert program == "neo4j-admin"
        with pytest.MonkeyPatch.context() as patched:
            patched.chdir(folder)
            server.admin(*arguments)
        shutil.copytree(data, imported)
    server.start()


def finish(server: Neo4jServer, folder: Path) -> None:
    """The second thing."""
    assert _said(folder)[1] == ["cypher-shell", "--database", "neo4j", "--file", FINISH]
    with server.driver() as driver, driver.session() as session:
        for statement in (folder / FINISH).read_text(encoding="utf-8").split(";\n")[:-1]:
            session.run(statement).consume()


def _said(folder: Path) -> list[list[str]]:
    head = (folder / ARGUMENTS).read_text(encoding="utf-8").splitlines()
    return [
        line.removeprefix("#    ").replace("DATABASE", "neo4j").split()
        for line in head
        if line.startswith("#    ")
    ]


@pytest.fixture(scope="module")
def server(restartable: Neo4jServer, exported: Path) -> Neo4jServer:
    """A server into which the export was imported."""
    import_into(restartable, exported)
    finish(restartable, exported)
    return restartable


@pytest.fixture
def imported(server: Neo4jServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("NEO4J_USERNAME", server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    with open_store(server.uri) as store:
        yield store


def test_every_value_comes_out_as_it_went_in(
    imported: Store, embedded: Store, server: Neo4jServer
) -> None:
    assert _facts(read_back(imported)) == _facts(read_back(embedded))
    assert imported.read(
        "MATCH (n:Shisaku) WHERE n.empty_lists IS NOT NULL RETURN count(*) AS n"
    ) == [{"n": 0}]
    with server.driver() as driver:
        assert {row["name"] for row in driver.execute_query("SHOW CONSTRAINTS").records} == {
            "shisaku_id",
            "shisaku_run_id",
        }


def test_the_imported_database_answers_like_the_store(imported: Store, embedded: Store) -> None:
    assert [
        each.name
        for each in questions_by_hand()
        if imported.read(each.cypher) != embedded.read(each.cypher)
    ] == []


def test_a_load_finds_its_own_and_changes_nothing(
    imported: Store, embedded: Store, server: Neo4jServer
) -> None:
    with server.driver() as driver:
        before = _everything(driver)
        imported.replace(read_back(embedded))
        assert _everything(driver) == before


def test_the_export_of_either_store_is_the_same(
    imported: Store, exported: Path, tmp_path: Path
) -> None:
    export(imported, "neo4j-admin", tmp_path / "again")
    assert {f.name: f.read_bytes() for f in (tmp_path / "again").iterdir()} == {
        f.name: f.read_bytes() for f in exported.iterdir() if f.suffix != ".report"
    }


def test_an_import_that_was_not_finished_is_said_to_every_question_and_mended_by_a_load(
    imported: Store,
    embedded: Store,
    server: Neo4jServer,
    exported: Path,
    made_up_folder: Path,
) -> None:
    import_into(server, exported)
    with open_store(server.uri) as store:
        for cypher in ("MATCH (m:Measure) RETURN count(m) AS n", "RETURN 1 AS n"):
            with pytest.raises(
                StoreError,
                match=(
                    r"the import of this graph is not finished — run its finish.cypher with"
                    r" cypher-shell, or `shisaku load`"
                ),
            ):
                store.read(cypher)
        doctor = CliRunner().invoke(
            cli, ["doctor", "--catalogue", str(made_up_folder), "--store", server.uri]
        )
        assert doctor.exit_code == 1
        assert (
            f"!!  graph: {server.uri}: the import of this graph is not finished — run its"
            " finish.cypher" in doctor.stdout
        )
        assert ask(
            server, "MATCH (n) WHERE n.empty_lists IS NOT NULL RETURN count(n) > 0 AS some"
        ) == [{"some": True}]
        rows = read_back(embedded)
        store.replace(rows)
        assert ours(server) == wanted(rows)
        assert _facts(read_back(store)) == _facts(rows)
    before = everything(server)
    finish(server, exported)
    assert everything(server) == before


def _facts(rows: GraphRows) -> tuple[list, list]:
    def given(properties) -> dict:
        return {name: value for name, value in properties.items() if value is not None}

    return (
        [(n.type, given(n.properties)) for n in rows.nodes],
        sorted(
            ((r.type, r.start, r.end, given(r.properties)) for r in rows.relationships), key=repr
        ),
    )


def _everything(driver) -> list:
    return [
        sorted(driver.execute_query(query).records, key=repr)
        for query in (
            (
                "MATCH (n:Shisaku) RETURN labels(n) AS labels, properties(n) AS facts, elementId(n)"
                " AS id"
            ),
            "MATCH (:Shisaku)-[r]->() RETURN properties(r) AS facts, elementId(r) AS id",
        )
    ]


@pytest.mark.parametrize("members", [["a\x1fb"], [""]])
def test_a_list_that_an_import_cannot_take_is_said_and_nothing_is_written(
    tmp_path: Path, members: list[str]
) -> None:
    rows = graph_rows(
        schema(), [NodeRow("Measure", {"id": "measure:1", "name": "m", "aliases": members})], []
    )
    with pytest.raises(StoreError, match="which an import cannot take"):
        write_import(rows, tmp_path / "bulk")
    assert list(tmp_path.iterdir()) == []
