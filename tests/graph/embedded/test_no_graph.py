"""What is no graph is neither read nor overwritten, and the error says what to do."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from graph.embedded.store import EmbeddedStore
from graph.errors import StoreError
from graph.opening import open_store, store_uri
from graph.schema.rows import graph_rows
from graph.schema.schema import schema
from tests.graph.embedded.graphs import COUNT, terms


def test_where_no_graph_is_the_error_says_how_to_make_one(tmp_path: Path) -> None:
    with (
        open_store(tmp_path / "graph.lbug") as store,
        pytest.raises(
            StoreError, match="graph.lbug: there is no graph here — make one with `shisaku load`"
        ),
    ):
        store.read(COUNT)
    assert not list(tmp_path.iterdir()), "reading makes no file"


@pytest.mark.parametrize(
    "content", [b"", b"# a file of another kind\n" * 300, b"LBUG1" + b"\0" * 5000]
)
def test_a_file_that_is_no_graph_is_neither_read_nor_overwritten(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(content)
    with open_store(path) as store:
        with pytest.raises(StoreError, match="notes.md"):
            store.read(COUNT)
        with pytest.raises(StoreError, match="notes.md"):
            store.replace(terms(1))
    assert path.read_bytes() == content


def test_a_graph_cut_short_is_no_graph(tmp_path: Path, made_up_graph: Path) -> None:
    path = tmp_path / "graph.lbug"
    path.write_bytes(made_up_graph.read_bytes()[:9000])
    with open_store(path) as store, pytest.raises(StoreError, match="graph.lbug"):
        store.read(COUNT)


def test_a_folder_is_no_graph(tmp_path: Path) -> None:
    told = (
        f"^{re.escape(str(tmp_path))}: is a folder; a graph is one file — name a file, e.g. --store"
        f" {re.escape(str(tmp_path / 'graph.lbug'))}$"
    )
    with open_store(tmp_path) as store, pytest.raises(StoreError, match=told):
        store.read(COUNT)
    with open_store(tmp_path) as store, pytest.raises(StoreError, match=told):
        store.replace(terms(1))


def test_a_graph_of_another_declaration_is_to_be_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        store.replace(terms(1))
    changed = replace(
        schema(),
        nodes={name: n for name, n in schema().nodes.items() if name != "Condition"},
        relationships={},
    )
    with EmbeddedStore(path, changed) as store:
        with pytest.raises(StoreError, match="another version"):
            store.read(COUNT)
        store.replace(graph_rows(changed, [], []))
        assert store.read(COUNT) == [{"n": 0}]


def test_a_closed_store_says_so(made_up_graph: Path) -> None:
    store = open_store(made_up_graph)
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.read(COUNT)


def test_another_scheme_is_refused_and_a_folder_cannot_be_written_in_a_file(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store speaks http"):
        open_store("http://example.org")
    (tmp_path / "file").write_text("")
    with (
        open_store(tmp_path / "file" / "graph.lbug") as store,
        pytest.raises(StoreError, match="cannot be written"),
    ):
        store.replace(terms(1))


def test_the_address_is_the_one_given_or_of_the_environment_or_the_usual_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SHISAKU_STORE", raising=False)
    assert store_uri() == ".shisaku/graph.lbug"
    monkeypatch.setenv("SHISAKU_STORE", "elsewhere.lbug")
    assert store_uri() == "elsewhere.lbug"
    assert store_uri(Path("here.lbug")) == "here.lbug"
