"""The bundled catalogue, read once a process, and cut to what a test can ask two stores about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import count

from graph.schema.rows import GraphRows, graph_rows
from graph.schema.schema import schema
from loaders.catalogue.files import Catalogue, read_catalogue
from loaders.catalogue.records import Overlap
from loaders.load import rows_of
from tests.paths import BUNDLED

ONE_IN = 10  # of the pairs without a grade, which are most of them and all of one kind
FEWER = 4  # one in so many measures and calls is asked about
# what goes with the last of the measures, or of the pages or rules, that it hangs on by these
HANGING = {
    "Appearance": "APPEARS_AS",
    "Budget": "FUNDED_BY",
    "Term": "ABOUT",
    "BonusRule": "STATED_ON",
    "Condition": "REQUIRES",
}


@cache
def bundled_catalogue() -> Catalogue:
    return read_catalogue(BUNDLED)


def rows_of_companies() -> GraphRows:
    """The graph of `of_companies` with some of its measures and calls alone, and what they
    need.
    """
    rows = rows_of(of_companies(bundled_catalogue()))
    beside: dict[tuple[str, str], set[str]] = defaultdict(set)  # by relationship and node
    for row in rows.relationships:
        beside[row.type, row.start].add(row.end)
        beside[row.type, row.end].add(row.start)
    by_type: dict[str, list[str]] = defaultdict(list)
    for node in rows.nodes:
        by_type[node.type].append(node.id)
    gone: set[str] = set()
    for kind in ("Measure", "Call"):
        every = sorted(by_type[kind])
        gone |= set(every) - set(every[::FEWER])
    for kind, relation in HANGING.items():
        gone |= {id_ for id_ in by_type[kind] if beside[relation, id_] <= gone}
    return graph_rows(
        schema(),
        [node for node in rows.nodes if node.id not in gone],
        [row for row in rows.relationships if not {row.start, row.end} & gone],
    )


def of_companies(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the budget programmes that pay for its measures, whom these pay, the pairs
    of both that have a grade and some of those that have none, and the calls.
    """
    programmes = tuple(programme for programme in catalogue.programmes if programme.pays_for)
    compared = {each.id for each in (*catalogue.measures, *programmes)}
    paid = {payment.recipient for programme in programmes for payment in programme.payments}
    return replace(
        catalogue,
        programmes=programmes,
        overlaps=_thinned(pair for pair in catalogue.overlaps if {pair.a, pair.b} <= compared),
        recipients=tuple(recipient for recipient in catalogue.recipients if recipient.id in paid),
        calls=tuple(
            call.model_copy(update={"joins": [join for join in call.joins if join.of in compared]})
            for call in catalogue.calls
        ),
    )


def _thinned(pairs: Iterable[Overlap]) -> tuple[Overlap, ...]:
    bare = count()
    return tuple(pair for pair in pairs if pair.grade or next(bare) % ONE_IN == 0)
