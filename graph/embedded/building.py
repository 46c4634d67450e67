"""Building an embedded graph: tables made and filled in a file that nobody reads yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import ladybug
import pyarrow as pa

from graph.embedded.ddl import copy_nodes, copy_relationships, create_statements
from graph.embedded.limits import BATCH, address_space, pool_to_build, threads
from graph.embedded.tables import node_tables, relationship_tables
from graph.schema.rows import GraphRows
from graph.schema.schema import Schema

_T = TypeVar("_T")

# an index on the ids of a node table takes 3 MB of the file and of memory at the least; without it
# a lookup by id reads all that is asked of every node of the table: 8 ms among 5,000 with all that
# they say, 0.6 ms with it
INDEXED_FROM = 5_000  # nodes of a type


def build(path: Path, declared: Schema, rows: GraphRows, mark: str) -> None:
    """Makes a new file that holds the rows; `mark` becomes the comment of its first table. Raises
    RuntimeError where LadybugDB cannot.
    """
    # a checkpoint after every COPY costs ten times as much as one for all, and what no checkpoint
    # has written yet stays in memory
    with (
        ladybug.Database(
            path,
            buffer_pool_size=pool_to_build(len(rows.nodes) + len(rows.relationships)),
            max_db_size=address_space(0),
            max_num_threads=threads(),
            auto_checkpoint=False,
        ) as database,
        ladybug.Connection(database) as connection,
    ):
        connection.execute("BEGIN TRANSACTION")
        nodes = Counter(row.type for row in rows.nodes)
        indexed = {kind for kind, number in nodes.items() if number >= INDEXED_FROM}
        for statement in create_statements(declared, indexed):
            connection.execute(statement)
        filled = 0
        for statement, table in _made_ahead(_copies(declared, rows)):
            connection.execute(statement, {"rows": table})
            filled += table.num_rows
            if filled >= BATCH:
                filled = 0
                for step in ("COMMIT", "CHECKPOINT", "BEGIN TRANSACTION"):
                    connection.execute(step)
        connection.execute(f"COMMENT ON TABLE `{next(iter(declared.nodes))}` IS '{mark}'")
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")


def _made_ahead(made: Iterator[_T]) -> Iterator[_T]:
    """The same one after another, the next one made while the last is worked on."""
    with ThreadPoolExecutor(1) as maker:
        coming = maker.submit(next, made, None)
        while (come := coming.result()) is not None:
            coming = maker.submit(next, made, None)
            yield come


def _copies(declared: Schema, rows: GraphRows) -> Iterator[tuple[str, pa.Table]]:
    """The statements that fill the tables, each with its rows, nodes first. A table is filled by
    one: adding to relationships that are there costs several times as much.
    """
    yield from ((copy_nodes(node), table) for node, table in node_tables(declared, rows))
    for relationship, start, end, table in relationship_tables(declared, rows):
        yield copy_relationships(relationship, start, end), table
