"""The documentation page of the graph, written from the declaration."""

from __future__ import annotations

import sys

from graph.schema.schema import NodeType, Property, RelationshipType, Schema, schema

_HEAD = """# The graph

Written from `graph/schema/schema.yaml` by `graph/schema/page.py`
(`python -m graph.schema.page > docs/graph.md`); a test holds the two equal.

A node's `id` carries its type. Every node also has {every}; a type marked *search* has {searched}
besides, for searching alone: no answer and no export shows them.
Hubs connect too much to say anything; paths and neighbourhoods leave them out unless asked.
A relationship marked *stated* carries `documents` and `lines` (parallel: who states it, where,
from 1), one marked *current* says whether the measure's latest appearance states it.
"""


def schema_page(declared: Schema) -> str:
    """The page as Markdown: a table of node types, one of relationship types, and every
    property.
    """
    parts = [
        _HEAD.format(
            every=_listed(declared.every_node), searched=_listed(declared.every_searchable_node)
        ),
        "## Nodes\n",
        "| type | Japanese | id | marks | what |\n|---|---|---|---|---|",
        *(
            f"| {n.name} | {n.japanese} | `{n.prefix}:…` | {_node_marks(n)} | {n.about} |"
            for n in declared.nodes.values()
        ),
        "",
        "## Relationships\n",
        "| type | Japanese | from → to | marks |\n|---|---|---|---|",
        *(
            f"| {r.name} | {r.japanese} | {_joins(r)} | {_relationship_marks(r)} |"
            for r in declared.relationships.values()
        ),
        "",
        "## Properties of nodes\n",
        *_particular(
            [(n.name, n.properties) for n in declared.nodes.values()],
            (*declared.every_node, *declared.every_searchable_node),
        ),
        "## Properties of relationships\n",
        *_particular(
            [(r.name, r.properties) for r in declared.relationships.values()],
            (*declared.every_relationship, *declared.of_stated, *declared.of_current),
        ),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _listed(properties: tuple[Property, ...]) -> str:
    return ", ".join(f"`{p.name}` ({p.about})" for p in properties)


def _node_marks(node: NodeType) -> str:
    hub = {None: "", 0: "hub"}.get(node.hub_from, f"hub from {node.hub_from}")
    return ", ".join(mark for mark in ("search" if node.searchable else "", hub) if mark)


def _relationship_marks(relationship: RelationshipType) -> str:
    return ", ".join(
        mark
        for mark in (
            "stated" if relationship.stated else "",
            "current" if relationship.current else "",
        )
        if mark
    )


def _joins(relationship: RelationshipType) -> str:
    starts = dict.fromkeys(start for start, _ in relationship.joins)
    return "; ".join(
        f"{start} → {', '.join(e for s, e in relationship.joins if s == start)}" for start in starts
    )


def _particular(
    types: list[tuple[str, tuple[Property, ...]]], common: tuple[Property, ...]
) -> list[str]:
    lines = []
    for name, properties in types:
        particular = [p for p in properties if p not in common]
        if particular:
            lines += [
                f"**{name}**\n",
                *(f"- `{p.name}` {p.type}: {p.about}" for p in particular),
                "",
            ]
    return lines


if __name__ == "__main__":
    sys.stdout.write(schema_page(schema()))
