"""neomodel: a class a node type, `bulk_create_or_update` for nodes, `connect` for each
relationship, a transaction a thousand.

Of a large graph a sample is loaded, and the time of the whole is reckoned from it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from neomodel import (
    ArrayProperty,
    BooleanProperty,
    FloatProperty,
    IntegerProperty,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    StructuredRel,
    db,
    get_config,
)

from benchmarks.rivals.contest import (
    LoadReport,
    Properties,
    Rows,
    Server,
    batches,
    contend,
    taken,
)

SAMPLE = 2_000  # nodes, and relationships; of less all
_KEY = "uid"  # neomodel keeps `id` for itself
_PLAIN = {
    str: StringProperty,
    bool: BooleanProperty,
    int: IntegerProperty,
    float: FloatProperty,
    list: ArrayProperty,
    type(None): StringProperty,
}


def _types(rows: list[Properties]) -> dict[str, Any]:
    """A property for each key, of the type of the first value that there is."""
    classes: dict[str, type] = {}
    for row in rows:
        for key, value in row.items():
            if classes.get(key, type(None)) is type(None):
                classes[key] = type(value)
    return {key: _PLAIN[kind]() for key, kind in classes.items() if key != "id"}


def _classes(rows: Rows) -> dict[str, type[StructuredNode]]:
    of_kind: dict[str, list[Properties]] = defaultdict(list)
    for (kind, _, _), relationships in rows.relationships.items():
        of_kind[kind] += [properties for _, _, properties in relationships]
    models = {
        kind: type(kind, (StructuredRel,), _types(of_type)) for kind, of_type in of_kind.items()
    }
    joins: dict[str, dict[str, Any]] = {kind: {} for kind in rows.nodes}
    for kind, start, end in rows.relationships:
        joins[start][f"{kind}_{end}"] = RelationshipTo(end, kind, model=models[kind])
    return {
        kind: type(
            kind,
            (StructuredNode,),
            {
                _KEY: StringProperty(unique_index=True, required=True),
                **_types(nodes),
                **joins[kind],
            },
        )
        for kind, nodes in rows.nodes.items()
    }


def _sample(
    rows: Rows,
) -> tuple[dict[str, list[Properties]], list[tuple[str, str, str, Properties]]]:
    """Every n-th relationship, every n-th node, and the nodes that those relationships join."""
    joined = [
        (f"{kind}_{end}", a, b, properties)
        for (kind, _, end), relationships in rows.relationships.items()
        for a, b, properties in relationships
    ]
    joined = joined[:: max(1, len(joined) // SAMPLE)]
    wanted = {node for _, a, b, _ in joined for node in (a, b)}
    step = max(1, sum(map(len, rows.nodes.values())) // SAMPLE)
    return {
        kind: [node for nth, node in enumerate(nodes) if nth % step == 0 or node["id"] in wanted]
        for kind, nodes in rows.nodes.items()
    }, joined


def _load_nodes(
    classes: dict[str, type[StructuredNode]], nodes: dict[str, list[Properties]]
) -> dict[str, StructuredNode]:
    made: dict[str, StructuredNode] = {}
    for kind, of_type in nodes.items():
        for batch in batches(of_type, 1000):
            chunks = [
                {_KEY: node["id"]}
                | {key: value for key, value in node.items() if key != "id" and value is not None}
                for node in batch
            ]
            with db.transaction:
                for node in classes[kind].nodes.bulk_create_or_update(*chunks):
                    made[getattr(node, _KEY)] = node
    return made


def _connect(
    made: dict[str, StructuredNode], joined: list[tuple[str, str, str, Properties]]
) -> None:
    for batch in batches(joined, 1000):
        with db.transaction:
            for name, start, end, properties in batch:
                getattr(made[start], name).connect(made[end], properties)


def load(server: Server, graphs: list[Rows]) -> LoadReport:
    scheme, _, host = server.uri.partition("://")
    get_config().database_url = f"{scheme}://{server.user}:{server.password}@{host}"
    rows = graphs[0]
    classes, (nodes, joined) = _classes(rows), _sample(rows)
    globals().update(classes)  # where neomodel looks for the classes that relationships name
    db.cypher_query("RETURN 1")
    made: dict[str, StructuredNode] = {}
    labels = taken(lambda: [db.install_labels(model, quiet=True) for model in classes.values()])
    loading = taken(lambda: made.update(_load_nodes(classes, nodes)))
    joining = taken(lambda: _connect(made, joined))
    every_node, every_join = (
        sum(map(len, rows.nodes.values())),
        sum(map(len, rows.relationships.values())),
    )
    return LoadReport(
        {
            "load": labels + loading * every_node / len(made) + joining * every_join / len(joined),
            "a relationship": joining / len(joined),
        },
        (len(made), len(joined)),
    )


if __name__ == "__main__":
    contend(load)
