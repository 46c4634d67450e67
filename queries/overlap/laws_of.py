"""The laws of one of two that are compared."""

from __future__ import annotations

from graph.store import Store
from queries.cypher import ask
from queries.english import in_english
from queries.overlap.compared_side import Named
from queries.programmes.ids import PROGRAMME, node_of
from queries.sources import sources


def laws_of(store: Store, thing: str) -> tuple[Named, ...]:
    """The laws of measure:… or programme:… with the articles that are named, by id; none of an
    unknown one.
    """
    node = node_of(thing) if thing.startswith(PROGRAMME) else thing
    return tuple(
        Named(
            " ".join((row["name"], *(row["articles"] or ()))),
            " ".join((in_english(row["name"]), *(row["articles"] or ()))),
            sources(row["documents"], row["lines"]),
        )
        for row in ask(store, "overlap/laws_of", id=node)
    )
