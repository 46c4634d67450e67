"""Any node with its properties, and its surroundings as a picture shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.store import Store
from queries.sources import Source


@dataclass(frozen=True)
class NodeCard:
    """Any node: its declared properties (those that it has), and how many relationships of each type hang on it."""

    id: str
    type: str
    name: str
    properties: dict[str, Any]
    degrees: tuple[tuple[str, int], ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class PictureNode:
    """`hops` from the start; `neighbours` is the node's whole degree, shown or not."""

    id: str
    type: str
    name: str
    hops: int
    neighbours: int


@dataclass(frozen=True)
class PictureEdge:
    """A relationship from `source` to `target` (node ids); `id` is stable: type, ends and place among equals."""

    id: str
    type: str
    source: str
    target: str
    properties: dict[str, Any]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Picture:
    """A part of the graph. `left_out`: nodes within reach that the limit kept out."""

    start: str
    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    left_out: int


def node_card(store: Store, node: str) -> NodeCard:
    """The card of a node given by id, former id or name. Raises NotFound."""
    raise NotImplementedError


def neighbourhood(store: Store, node: str, hops: int = 1, hubs: bool = False, limit: int = 80) -> Picture:
    """The nodes within `hops` (1–3) of a node and the relationships among them, nearest first, ties by id.

    Types that connect everything (hubs) are left out unless asked, and never walked through; the start itself is always walked from.
    Raises NotFound.
    """
    raise NotImplementedError
