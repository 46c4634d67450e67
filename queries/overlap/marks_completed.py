"""Marks of a file that name a pair by its ids alone, completed with what the graph says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.store import Store
from queries.cypher import ask
from queries.overlap.marks import Mark, PairIds, pair_ids
from queries.overlap.marks_exchange import Offered
from queries.programmes.ids import node_of, programme_id

_PRINTED = {"score", "grade"}


@dataclass(frozen=True)
class Known:
    """What the graph says of pairs and of their sides."""

    titles: Mapping[str, str]
    """Id (`measure:…`, `programme:…`) -> title, of those that the graph knows."""
    scored: Mapping[PairIds, tuple[float, int]]
    """Pair -> score and grade, of those that are scored."""


def known_of(store: Store, ids: tuple[str, ...]) -> Known:
    """What the graph says of measures and programmes, and of the pairs among them."""
    nodes = [node_of(id_) for id_ in ids]
    if not nodes:
        return Known({}, {})
    titles = {
        programme_id(row["id"]): row["title"] or ""
        for row in ask(store, "overlap/marked_known", ids=nodes)
    }
    scored = {
        pair_ids(row["a"], row["b"]): (row["score"], row["grade"])
        for row in ask(store, "overlap/marked_pairs", ids=nodes)
    }
    return Known(titles, scored)


def completed(offer: Offered, present: Mapping[str, str], known: Known) -> Offered:
    """The marks with titles, score and grade where their lines give none; `present`: former id ->
    id in the graph. Without the grade, agreement would be with none.
    """
    whole = {mark: _whole(mark, present, known) for mark in offer.marks}
    return replace(
        offer,
        marks=tuple(whole[mark] for mark in offer.marks),
        undated=frozenset(whole[mark] for mark in offer.undated),
    )


def _whole(mark: Mark, present: Mapping[str, str], known: Known) -> Mark:
    a, b = present.get(mark.a, mark.a), present.get(mark.b, mark.b)
    more: dict[str, object] = {
        "title_a": mark.title_a or known.titles.get(a, ""),
        "title_b": mark.title_b or known.titles.get(b, ""),
    }
    if not _PRINTED & mark.model_fields_set and (found := known.scored.get(pair_ids(a, b))):
        more["score"], more["grade"] = found
    return Mark.model_validate({**mark.model_dump(), **more})
