"""Taking away what the catalogue no longer has: relationships first, in batches by their number,
then the nodes.

A node on which relationships of others hang is kept, without our labels, so that no question counts
it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import neo4j

from graph.neo4j import batches, statements
from graph.neo4j.batches import Batch, cut


def degrees(tx: neo4j.ManagedTransaction, stale: Sequence[str]) -> list[tuple[str, int]]:
    """How many relationships start at each of the stale nodes."""
    return [
        (row["id"], row["degree"])
        for part in cut(stale, batches.NODES_A_BATCH)
        for row in tx.run(statements.DEGREES, ids=part)
    ]


def phases(
    stale: Sequence[str],
    degree: Iterable[tuple[str, int]],
    freed: Sequence[str],
    labels: Sequence[str],
) -> Iterator[Iterator[Batch]]:
    """The batches that take stale nodes away and what starts at them, and kept nodes that nothing
    needs any more (element ids).
    """
    yield _relationships(degree)
    yield (
        Batch(statements.DELETE_NODES, {"rows": part}) for part in cut(stale, batches.NODES_A_BATCH)
    )
    yield (
        Batch(statements.keep_nodes(labels), {"rows": part})
        for part in cut(stale, batches.NODES_A_BATCH)
    )
    yield (
        Batch(statements.DELETE_KEPT, {"rows": part}) for part in cut(freed, batches.NODES_A_BATCH)
    )


def _relationships(degree: Iterable[tuple[str, int]]) -> Iterator[Batch]:
    ids: list[str] = []
    total = 0
    for node_id, out in degree:
        if out > batches.RELATIONSHIPS_A_BATCH:  # more than a batch on one node
            yield from [
                Batch(
                    statements.DELETE_SOME_OF,
                    {"rows": [node_id], "size": batches.RELATIONSHIPS_A_BATCH},
                )
            ] * -(-out // batches.RELATIONSHIPS_A_BATCH)
            continue
        if ids and total + out > batches.RELATIONSHIPS_A_BATCH:
            yield Batch(statements.DELETE_RELATIONSHIPS_OF, {"rows": ids})
            ids, total = [], 0
        if out:
            ids.append(node_id)
            total += out
    if ids:
        yield Batch(statements.DELETE_RELATIONSHIPS_OF, {"rows": ids})
