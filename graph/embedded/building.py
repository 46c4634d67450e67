"""Building an embedded graph: tables made and filled in one transaction."""

from __future__ import annotations

from pathlib import Path

import ladybug

from graph.embedded.ddl import copy_nodes, copy_relationships, create_statements
from graph.embedded.limits import ADDRESS_SPACE, BUFFER
from graph.embedded.tables import node_tables, relationship_tables
from graph.schema.rows import GraphRows
from graph.schema.schema import Schema

# an index on the ids of every node table takes 3 MB each as soon as the file is opened, 60 MB in
# all, and two thirds of the file; without it a lookup by id takes 0.5 ms among 30,000 nodes
_NO_INDEX = "CALL enable_default_hash_index=false"


def build(path: Path, declared: Schema, rows: GraphRows, mark: str) -> None:
    """Makes a new file that holds the rows; `mark` becomes the comment of its first table. Raises
    RuntimeError where LadybugDB cannot.
    """
    # one transaction and one checkpoint at the end: a checkpoint after every COPY costs ten times
    # as much
    with (
        ladybug.Database(
            path,
            buffer_pool_size=BUFFER,
            max_db_size=ADDRESS_SPACE,
            max_num_threads=1,
            auto_checkpoint=False,
        ) as database,
        ladybug.Connection(database) as connection,
    ):
        connection.execute(_NO_INDEX)
        connection.execute("BEGIN TRANSACTION")
        for statement in create_statements(declared):
            connection.execute(statement)
        for node, table in node_tables(declared, rows):
            connection.execute(copy_nodes(node), {"rows": table})
        for relationship, start, end, table in relationship_tables(declared, rows):
            connection.execute(copy_relationships(relationship, start, end), {"rows": table})
        connection.execute(f"COMMENT ON TABLE `{next(iter(declared.nodes))}` IS '{mark}'")
        connection.execute("COMMIT")
        connection.execute("CHECKPOINT")
