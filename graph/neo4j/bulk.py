"""A graph as files for `neo4j-admin database import full` (Neo4j 5): one CSV file a type, the
arguments, and what is to be run once afterwards.

The import takes an empty list for no value at all. So a row says in `empty_lists` which of its
lists are empty (a bit for each, in the order of the declaration), and finish.cypher makes them so
and takes the note away. Until then the run's node says that the import is not finished: no question
is answered, and a load mends it. Nodes and relationships bear the marks of a load, so that the next
one finds its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

from graph.bounds import quoted
from graph.errors import StoreError
from graph.files.replace import replaced_folder
from graph.neo4j.digests import node_digest
from graph.neo4j.statements import CONSTRAINTS, IMPORTED, RUN
from graph.schema.rows import GraphRows
from graph.schema.schema import EVERY_NODE, Property, Schema, schema

ARGUMENTS, FINISH = "import.args", "finish.cypher"
_REPORT = "import.report"  # what the import leaves in the folder
_RUN = "1"
_NOTE = "empty_lists"
_BETWEEN = "\x1f"  # members of a list: the unit separator, which no text holds
_TYPES = {
    "string": "string",
    "json": "string",
    "int": "long",
    "float": "double",
    "bool": "boolean",
    "strings": "string[]",
    "ints": "long[]",
}
_BATCH = 20_000  # rows that finish.cypher changes in one transaction
_HEAD = f"""# 1. In this folder, the server stopped and with all that DATABASE holds to be replaced:
#    neo4j-admin database import full DATABASE --overwrite-destination @{ARGUMENTS}
# 2. The server started, once:
#    cypher-shell --database DATABASE --file {FINISH}
--array-delimiter=U+{ord(_BETWEEN):04X}
--multiline-fields=true
"""


def write_import(rows: GraphRows, folder: Path, declared: Schema | None = None) -> None:
    """Writes the folder, whole or not at all; an earlier one gives way. A type without rows has no
    file.

    Raises StoreError where the folder cannot be written or holds something else, and for a value
    that the import would not take as it is.
    """
    kinds = declared or schema()
    names = {
        ARGUMENTS,
        FINISH,
        _REPORT,
        *(f"{name}.csv" for name in (RUN, *kinds.nodes, *kinds.relationships)),
    }
    arguments, finish = [], [f"{statement};" for statement in CONSTRAINTS.values()]
    with replaced_folder(folder, names) as building:
        for name, nodes in groupby(rows.nodes, key=attrgetter("type")):
            columns = kinds.nodes[name].properties
            empty = _write(
                building / f"{name}.csv",
                ["id:ID", *_heads(columns[1:]), "digest:long"],
                columns,
                ((n.properties, [], [str(node_digest(n))]) for n in nodes),
            )
            arguments.append(f"--nodes={name}:{EVERY_NODE}={name}.csv")
            finish += _finish(f"(n:`{name}`)", empty)
        for name, relationships in groupby(rows.relationships, key=attrgetter("type")):
            columns = kinds.relationships[name].properties
            empty = _write(
                building / f"{name}.csv",
                [":START_ID", ":END_ID", *_heads(columns)],
                columns,
                ((r.properties, [_quoted(r.start), _quoted(r.end)], []) for r in relationships),
            )
            arguments.append(f"--relationships={name}={name}.csv")
            finish += _finish(f"()-[n:`{name}`]->()", empty)
        _write_run(building / f"{RUN}.csv", kinds)
        arguments.append(f"--nodes={RUN}={RUN}.csv")
        finish.append(
            f"MATCH (r:{RUN} {{id: 'run'}}) WHERE r.{IMPORTED} SET r.loaded = datetime() REMOVE"
            f" r.{IMPORTED};"
        )
        (building / ARGUMENTS).write_text(
            _HEAD + "".join(f"{line}\n" for line in arguments), encoding="utf-8"
        )
        (building / FINISH).write_text("".join(f"{line}\n" for line in finish), encoding="utf-8")


def _heads(columns: Sequence[Property]) -> list[str]:
    return [*(f"{p.name}:{_TYPES[p.type]}" for p in columns), f"{_NOTE}:long", "run:long"]


def _write_run(path: Path, declared: Schema) -> None:
    """The run's own node: not finished, and the note among the properties that a load takes away
    where a row is not as it should be.
    """
    labels, types = (
        {
            name: [*(p.name for p in declared_type.properties), _NOTE]
            for name, declared_type in kinds.items()
        }
        for kinds in (declared.nodes, declared.relationships)
    )
    path.write_text(
        f"id:ID,run:long,{IMPORTED}:boolean,labels:string,types:string\n"
        f"run,{_RUN},true,{_quoted(json.dumps(labels))},{_quoted(json.dumps(types))}\n",
        encoding="utf-8",
    )


def _write(
    path: Path,
    head: Sequence[str],
    columns: Sequence[Property],
    rows: Iterable[tuple[Mapping[str, Any], list[str], list[str]]],
) -> dict[str, int]:
    """Writes a line for each row (its properties; what stands before them, and after). Gives the
    lists that some row has empty, with their bits.
    """
    bits = {
        p.name: 1 << place
        for place, p in enumerate(p for p in columns if p.type in ("strings", "ints"))
    }
    seen = 0
    with path.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join(head) + "\n")
        for properties, before, after in rows:
            empty = sum(
                bit
                for name, bit in bits.items()
                if properties.get(name) is not None and not properties[name]
            )
            seen |= empty
            out.write(
                ",".join(
                    [
                        *before,
                        *(_field(p, properties.get(p.name)) for p in columns),
                        str(empty or ""),
                        _RUN,
                        *after,
                    ]
                )
                + "\n"
            )
    return {name: bit for name, bit in bits.items() if seen & bit}


def _field(declared: Property, value: Any) -> str:
    if value is None:
        return ""
    if declared.type in ("string", "json"):
        return _quoted(value)
    if declared.type == "strings":
        if value and (list(value) == [""] or any(_BETWEEN in member for member in value)):
            raise StoreError(
                f"{declared.name} is {quoted(value)}, which an import cannot take",
                "graph",
                "load it over bolt",
            )
        return _quoted(_BETWEEN.join(value)) if value else ""
    if declared.type == "ints":
        return _BETWEEN.join(map(str, value))
    return str(value).lower() if declared.type == "bool" else repr(value)


def _quoted(text: str) -> str:
    """In quotes, so that an empty text is not taken for no value."""
    return '"' + text.replace('"', '""') + '"'


def _finish(pattern: str, empty: Mapping[str, int]) -> Iterator[str]:
    """The statement that gives the rows of a type their empty lists."""
    if empty:
        lists = ", ".join(
            f"n.`{name}` = CASE WHEN n.{_NOTE} / {bit} % 2 = 1 THEN [] ELSE n.`{name}` END"
            for name, bit in empty.items()
        )
        yield (
            f"MATCH {pattern} WHERE n.{_NOTE} IS NOT NULL CALL {{ WITH n SET {lists} REMOVE"
            f" n.{_NOTE} }} IN TRANSACTIONS OF {_BATCH} ROWS;"
        )
