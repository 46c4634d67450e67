"""The graph as GraphML that Gephi, yEd and networkx read: every relationship has an id of its own,
and what a picture writes on a thing is called `label`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx

from graph.files.xml_text import xml_text

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {bool: "boolean", int: "long", float: "double"}  # else string
_Facts = Mapping[str, Any]


def graphml_bytes(network: nx.MultiDiGraph[str]) -> bytes:
    """The graph as one GraphML document in UTF-8. Lists are JSON text, because GraphML knows only
    single values; a character that XML has none of is left out.

    A node's label is its name, a relationship's its type; the id of a relationship is type, ends
    and place among equals.
    """
    nodes = {node: _single(facts, facts.get("name", node)) for node, facts in network.nodes.items()}
    edges = {
        "|".join((facts["type"], source, target, key.rpartition("|")[2])): (
            source,
            target,
            _single(facts, facts["type"]),
        )
        for source, target, key, facts in network.edges(keys=True, data=True)
    }
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    of_node = _keys(root, "node", nodes.values())
    of_edge = _keys(root, "edge", (facts for _, _, facts in edges.values()))
    graph = ET.SubElement(root, "graph", edgedefault="directed")
    for node, facts in nodes.items():
        _put(ET.SubElement(graph, "node", id=xml_text(node)), facts, of_node)
    for name, (source, target, facts) in edges.items():
        ends = {"source": xml_text(source), "target": xml_text(target)}
        _put(ET.SubElement(graph, "edge", ends, id=xml_text(name)), facts, of_edge)
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _single(facts: _Facts, label: str) -> dict[str, Any]:
    return {
        "label": label,
        **{
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
            for name, value in facts.items()
            if value is not None
        },
    }


def _keys(root: ET.Element, scope: str, rows: Iterable[_Facts]) -> dict[str, str]:
    """Declares every property of nodes or edges with the one type that holds all its values; gives
    the id of each (no d3 or d7: Gephi takes these for yEd's labels).
    """
    types: dict[str, set[str]] = {}
    for facts in rows:
        for name, value in facts.items():
            types.setdefault(name, set()).add(_TYPES.get(type(value), "string"))
    ids = {}
    for name, found in types.items():
        ids[name] = f"{scope}_{name}"
        kind = found.pop() if len(found) == 1 else ""
        ET.SubElement(
            root,
            "key",
            {
                "id": ids[name],
                "for": scope,
                "attr.name": name,
                "attr.type": kind or ("double" if found == {"long", "double"} else "string"),
            },
        )
    return ids


def _put(element: ET.Element, facts: _Facts, ids: Mapping[str, str]) -> None:
    for name, value in facts.items():
        data = ET.SubElement(element, "data", key=ids[name])
        data.text = str(value).lower() if isinstance(value, bool) else xml_text(str(value))
