"""Cartography: a schema class a node type for `load()`, and one a pair of a relationship type for
`load_matchlinks()`.

It merges by the two ends alone, so parallel relationships become one; its keys are indexed, not
constrained.
"""

from __future__ import annotations

import logging
from dataclasses import field, make_dataclass
from typing import Any

import neo4j
from cartography.client.core.tx import load as load_nodes
from cartography.client.core.tx import load_matchlinks
from cartography.models.core.common import PropertyRef
from cartography.models.core.nodes import (
    CartographyNodeProperties,
    CartographyNodeSchema,
)
from cartography.models.core.relationships import (
    CartographyRelProperties,
    CartographyRelSchema,
    LinkDirection,
    make_source_node_matcher,
    make_target_node_matcher,
)

from benchmarks.rivals.contest import BATCH, LoadReport, Rows, Server, contend, taken

_KWARGS = ("lastupdated", "_sub_resource_label", "_sub_resource_id")


def _properties(base: type, names: list[str], kwargs: tuple[str, ...]) -> Any:
    refs = {name: PropertyRef(name) for name in names} | {
        name: PropertyRef(name, set_in_kwargs=True) for name in kwargs
    }
    return make_dataclass(
        base.__name__,
        [(name, PropertyRef, field(default=ref)) for name, ref in refs.items()],
        bases=(base,),
        frozen=True,
    )()


def _node_schema(kind: str, names: list[str]) -> CartographyNodeSchema:
    properties = _properties(CartographyNodeProperties, names, _KWARGS[:1])
    return make_dataclass(
        f"{kind}Schema",
        [("label", str, field(default=kind)), ("properties", Any, field(default=properties))],
        bases=(CartographyNodeSchema,),
        frozen=True,
    )()


def _relationship_schema(kind: str, start: str, end: str, names: list[str]) -> CartographyRelSchema:
    fields = {
        "properties": _properties(CartographyRelProperties, names, _KWARGS),
        "rel_label": kind,
        "direction": LinkDirection.OUTWARD,
        "source_node_label": start,
        "source_node_matcher": make_source_node_matcher({"id": PropertyRef("start_id")}),
        "target_node_label": end,
        "target_node_matcher": make_target_node_matcher({"id": PropertyRef("end_id")}),
    }
    return make_dataclass(
        f"{kind}Schema",
        [(name, Any, field(default=value)) for name, value in fields.items()],
        bases=(CartographyRelSchema,),
        frozen=True,
    )()


def _load(session: neo4j.Session, rows: Rows) -> None:
    for kind, nodes in rows.nodes.items():
        load_nodes(
            session, _node_schema(kind, list(nodes[0])), nodes, batch_size=BATCH, lastupdated=1
        )
    for (kind, start, end), relationships in rows.relationships.items():
        names = sorted({key for _, _, properties in relationships for key in properties})
        joined = [{"start_id": a, "end_id": b, **properties} for a, b, properties in relationships]
        load_matchlinks(
            session,
            _relationship_schema(kind, start, end, names),
            joined,
            batch_size=BATCH,
            lastupdated=1,
            _sub_resource_label="Catalogue",
            _sub_resource_id="one",
        )


def load(server: Server, graphs: list[Rows]) -> LoadReport:
    logging.disable(logging.WARNING)
    with (
        neo4j.GraphDatabase.driver(
            server.uri, auth=(server.user, server.password), notifications_min_severity="OFF"
        ) as driver,
        driver.session() as session,
    ):
        session.run("RETURN 1").consume()
        return LoadReport({"load": taken(lambda: _load(session, graphs[0]))})


if __name__ == "__main__":
    contend(load)
