"""All contenders are given the same rows; the libraries' packages are pinned."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from benchmarks.rivals.contest import batches, read_rows, write_rows
from benchmarks.rivals.rows_of_a_graph import plain_rows
from graph.schema.rows import GraphRows, NodeRow, RelationshipRow, graph_rows
from graph.schema.schema import schema
from tests.paths import ROOT

RIVALS = ROOT / "benchmarks" / "rivals"


def test_the_rows_are_those_of_the_graph_by_type(made_up_rows: GraphRows, tmp_path: Path):
    write_rows(plain_rows(made_up_rows), tmp_path / "rows")
    rows = read_rows(tmp_path / "rows")
    assert rows.size == len(made_up_rows.nodes) + len(made_up_rows.relationships)
    assert [properties for own in rows.nodes.values() for properties in own] == [
        node.properties for node in made_up_rows.nodes
    ]
    given = [
        (kind, start, end, properties)
        for (kind, _, _), own in rows.relationships.items()
        for start, end, properties in own
    ]
    assert sorted(given, key=repr) == sorted(
        ((r.type, r.start, r.end, r.properties) for r in made_up_rows.relationships), key=repr
    )


def test_what_tells_parallel_relationships_apart_is_said_and_nothing_else():
    nodes = [
        NodeRow("Body", {"id": "body:a", "name": "a"}),
        NodeRow("Measure", {"id": "measure:1", "name": "m"}),
        NodeRow("Ministry", {"id": "ministry:x", "name": "x"}),
    ]
    joined = [
        RelationshipRow(
            "IMPLEMENTS",
            "body:a",
            "measure:1",
            {"role": role, "documents": ["d"], "lines": [1], "current": None},
        )
        for role in ("operates", "advises")
    ]
    rows = graph_rows(
        schema(), nodes, [*joined, RelationshipRow("SUPERVISED_BY", "body:a", "ministry:x", {})]
    )
    assert plain_rows(rows).apart == {"IMPLEMENTS": ["role", "type"], "SUPERVISED_BY": []}


def test_rows_go_in_batches():
    assert list(batches(list(range(5)), 2)) == [[0, 1], [2, 3], [4]]


@pytest.mark.parametrize("pinned", sorted(RIVALS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_pinned_file_holds_names_versions_and_hashes_alone(pinned: Path):
    for line in pinned.read_text(encoding="utf-8").splitlines():
        assert re.fullmatch(r"[a-z0-9-]+==\S+ \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?", line), (
            line
        )


def test_what_runs_in_the_libraries_environments_needs_nothing_of_ours():
    tree = ast.parse((RIVALS / "contest.py").read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names
