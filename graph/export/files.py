"""The graph as files for other tools: CSV (one file a type), GraphML, node-link JSON, what
neo4j-admin imports. A file is written whole or not at all.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx

from graph.errors import StoreError
from graph.export.graphml import graphml_bytes
from graph.export.network import as_networkx
from graph.export.read_back import read_back
from graph.files.csv_file import Value, csv_bytes
from graph.files.replace import replaced_file, replaced_folder
from graph.neo4j.bulk import write_import
from graph.schema.schema import Schema, schema
from graph.store import Store

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same graph gives the same zip


def _export_json(store: Store, path: Path) -> None:
    """One node-link JSON file (`nodes`, `edges`; networkx's node_link_graph(…, edges="edges") reads
    it).
    """
    text = json.dumps(
        nx.node_link_data(as_networkx(store), edges="edges"), ensure_ascii=False, indent=1
    )
    with replaced_file(path) as building:
        building.write_text(text + "\n", encoding="utf-8")


def _export_graphml(store: Store, path: Path) -> None:
    """One GraphML file (graph/export/graphml.py)."""
    with replaced_file(path) as building:
        building.write_bytes(graphml_bytes(as_networkx(store)))


def _export_csv(store: Store, path: Path) -> None:
    """One CSV file a type, in a folder, or in one zip if `path` ends so; empty types give a head
    line alone.

    UTF-8 with a mark, so that spreadsheets read Japanese, and text that none of them runs as a
    formula; lists as JSON text; relationships begin with `from` and `to`. A folder that is there is
    replaced only if it is empty or an earlier export.
    """
    tables = _csv_tables(store, schema())
    if path.suffix == ".zip":
        with replaced_file(path) as building:
            _write_zip(building, tables)
    else:
        _write_folder(path, tables)


def _export_for_import(store: Store, path: Path) -> None:
    """A folder for `neo4j-admin database import full`; what to do with it stands at the head of its
    import.args.
    """
    write_import(read_back(store), path)


FORMATS: dict[str, Callable[[Store, Path], None]] = {
    "csv": _export_csv,
    "graphml": _export_graphml,
    "json": _export_json,
    "neo4j-admin": _export_for_import,
}


def export(store: Store, format_: str, path: Path) -> None:
    """Writes the whole graph in one of the FORMATS to a file (csv: a folder, or a .zip file;
    neo4j-admin: a folder); what was there is replaced.

    Raises StoreError for another format, and where `path` cannot be written or holds something
    else.
    """
    if format_ not in FORMATS:
        raise StoreError(f"no export to {format_}", todo=f"one of {', '.join(FORMATS)}")
    FORMATS[format_](store, path)


# --- CSV ------------------------------------------------------------------------------------------


def _csv_tables(store: Store, declared: Schema) -> dict[str, bytes]:
    """File name -> what it holds."""
    network = as_networkx(store)
    rows: dict[str, list[dict[str, Any]]] = {
        name: [] for name in (*declared.nodes, *declared.relationships)
    }
    for node_id in sorted(network.nodes):
        rows[network.nodes[node_id]["type"]].append({"id": node_id, **network.nodes[node_id]})
    for source, target, facts in network.edges(data=True):
        rows[facts["type"]].append({"from": source, "to": target, **facts})
    columns = {
        name: [p.name for p in node.properties if not p.internal]
        for name, node in declared.nodes.items()
    }
    columns |= {
        name: ["from", "to", *(p.name for p in r.properties)]
        for name, r in declared.relationships.items()
    }
    return {f"{name}.csv": _csv(columns[name], of_type) for name, of_type in rows.items()}


def _csv(columns: list[str], rows: list[dict[str, Any]]) -> bytes:
    cells = [[_cell(row.get(column)) for column in columns] for row in rows]
    return csv_bytes(columns, sorted(cells, key=lambda row: [str(cell) for cell in row]))


def _cell(value: Any) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    cell: Value = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
    return "" if cell is None else cell


def _write_zip(path: Path, tables: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in tables.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)


def _write_folder(path: Path, tables: dict[str, bytes]) -> None:
    with replaced_folder(path, tables) as building:
        for name, data in tables.items():
            (building / name).write_bytes(data)
