"""Which budget programmes do much the same as others, or as measures: scored pairs, best first."""

from __future__ import annotations

from typing import Literal

from graph.store import Store
from queries.cypher import ask
from queries.overlap.filter import PairFilter, parameters
from queries.overlap.pairs import ScoredPair
from queries.programmes.ids import programme_id

_MEASURE = "measure:"
Scope = Literal["company", "all"]


def programme_pairs(
    store: Store, pair_filter: PairFilter, scope: Scope = "company"
) -> tuple[ScoredPair, ...]:
    """The pairs with a programme (`programme:` and the number of its sheet) that a filter lets
    through, the highest score first; of a measure with a programme the measure comes first.

    Scope company: measures, and programmes for companies (`for_companies`); all: every
    programme. None stands in a pillar or in a document of measures, nor with two measures. Raises
    NotFound as `scored_pairs` does for a name that nothing answers to.
    """
    asked = parameters(store, pair_filter)
    if asked["pillar"] or asked["document"] or asked["second_measure"]:
        return ()
    names = (
        "office",
        "second_office",
        "measure",
        "left_out",
        "grade",
        "score",
        "between",
        "within",
    )
    rows = ask(
        store,
        "overlap/programme_pairs",
        **{name: asked[name] for name in names},
        every=scope == "all",
    )
    return tuple(
        ScoredPair(programme_id(row["a"]), programme_id(row["b"]), row["score"], row["grade"])
        for row in rows
    )


def belonging_together(store: Store, scope: Scope = "company") -> int:
    """How many pairs with a programme are not compared, for they are one thing, or one is a part or
    the purse of the other.
    """
    rows = ask(store, "overlap/apart")
    usable = {programme_id(row["id"]) for row in rows if scope == "all" or row["usable"]}
    return len(
        {
            frozenset((id_, other))
            for row in rows
            for other in row["apart_from"]
            if (id_ := programme_id(row["id"])) in usable
            and (other in usable or other.startswith(_MEASURE))
        }
    )
