"""The colours of pictures, which all people tell apart."""

from __future__ import annotations

from functools import cache

from dashboard.picture.network import Colour
from graph.schema.schema import schema


def colour_of(kind: str) -> Colour:
    """The colour of a type of nodes, for a light and a dark ground."""
    declared = schema().nodes[kind].colour
    return {"light": declared.light, "dark": declared.dark}


@cache
def palette() -> tuple[Colour, ...]:
    """All colours of types, each once; the quietest, for whatever is left, last."""
    colours = {tuple(colour_of(kind).items()): None for kind in schema().nodes}
    return tuple(dict(colour) for colour in colours)
