"""Communities of measures that are alike, and the measures that hold communities together.

Communities: Louvain's method (Blondel et al., Fast unfolding of communities in large networks,
2008; networkx), seeded, on the pairs that a filter lets through, weighted by score. Betweenness:
the share of shortest ways through a measure (Brandes, A faster algorithm for betweenness
centrality, 2001), a pair being the shorter the higher its score.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import networkx as nx

from graph.store import Store
from queries.cypher import ask_of_many
from queries.kept import kept
from queries.money.rule import Draw, Total, of_latest_years, totals
from queries.overlap.filter import BETWEEN_MINISTRIES, PairFilter
from queries.overlap.offices import Office, offices_of
from queries.overlap.pairs import ScoredPair
from queries.overlap.things import (
    Things,
    measures_of,
    pairs_of_things,
    shared_of_things,
    titles_of,
)

_SEED = 20150414  # any will do, as long as it stays: the day of GAO-15-49SP
# measures from which betweenness is reckoned where there are more (Brandes & Pich 2007)
_SAMPLE = 500
_LEAST, _WAYS = 25, 2_000_000  # from fewer where there are very many pairs
_MOST = 8  # problems, and terms, that a community is described by


@dataclass(frozen=True)
class Member:
    """A measure in a community."""

    id: str
    """The measure's id."""
    title: str
    """The measure's title."""
    ministries: tuple[Office, ...]
    """Its ministries."""
    community: int
    """The number of its community."""
    strength: float
    """The sum of the scores of its pairs there."""
    betweenness: float
    """The share of shortest ways between measures that lead through it, 0 to 1."""
    touches: tuple[int, ...]
    """The numbers of other communities that it has pairs in."""


@dataclass(frozen=True)
class Community:
    """Measures that are more alike among each other than to the rest."""

    number: int
    """Its number, from 1, the largest community first."""
    members: tuple[Member, ...]
    """Its measures, the best-connected first."""
    ministries: tuple[tuple[Office, int], ...]
    """How many of the members are each ministry's, most first."""
    problems: tuple[tuple[str, float], ...]
    """What the pairs among the members share, with the sum of those pairs' scores, highest first.
    """
    terms: tuple[tuple[str, float], ...]
    """The key terms that they share, likewise."""
    money: tuple[Total, ...]
    """The budgets of the members in yen, as in a cell of the matrix."""
    pairs: int
    """How many pairs there are among the members."""
    score: float
    """The sum of the scores of these pairs."""

    @property
    def best(self) -> Member:
        """The best-connected measure."""
        return self.members[0]


@dataclass(frozen=True)
class Communities:
    """The communities of a set of pairs."""

    communities: tuple[Community, ...]
    """The communities, the largest first."""
    bridges: tuple[Member, ...]
    """Measures with pairs in other communities, by betweenness."""
    pairs: tuple[ScoredPair, ...]
    """How many pairs all of it is made of."""


@kept
def communities(
    store: Store, pair_filter: PairFilter = BETWEEN_MINISTRIES, things: Things = "measures"
) -> Communities:
    """The communities that the pairs make which a filter lets through (Louvain's method, see the
    head of this file), money in yen. The same graph gives the same ones, in every store. `things`:
    of measures alone, or also with budget programmes, as in `overlap_matrix`.

    Raises NotFound as `scored_pairs` does.
    """
    pairs = pairs_of_things(store, pair_filter, things)
    ids = sorted({measure for pair in pairs for measure in (pair.a, pair.b)})
    network = _network(ids, pairs)
    parts = _parts(ids, network)
    place = {measure: number for number, part in enumerate(parts, 1) for measure in part}
    members = _members(store, ids, pairs, network, place)
    shared = shared_of_things(store, pairs)
    draws: dict[int, list[Draw]] = defaultdict(list)
    for row in ask_of_many(store, "overlap/money", measures_of(ids)):
        draws[place[row["measure"]]].append(Draw.of(row))
    inside: dict[int, list[ScoredPair]] = defaultdict(list)
    for pair in pairs:
        if place[pair.a] == place[pair.b]:
            inside[place[pair.a]].append(pair)
    bridges = sorted(
        (m for m in members.values() if m.touches and m.betweenness),
        key=lambda m: (-m.betweenness, m.id),
    )
    return Communities(
        tuple(
            _community(number, [members[m] for m in part], inside[number], shared, draws[number])
            for number, part in enumerate(parts, 1)
        ),
        tuple(bridges),
        pairs,
    )


def _community(
    number: int,
    members: list[Member],
    pairs: list[ScoredPair],
    shared: dict[tuple[str, str], dict[str, Any]],
    draws: list[Draw],
) -> Community:
    """`shared`: what the scoring found in both of each pair."""
    in_both = [(shared[pair.a, pair.b], pair.score) for pair in pairs]
    problems, terms = (
        _most_shared((row[kind], score) for row, score in in_both) for kind in ("problems", "terms")
    )
    return Community(
        number,
        tuple(sorted(members, key=lambda member: (-member.strength, member.id))),
        _ministries(members),
        problems,
        terms,
        totals(of_latest_years(draws)),
        len(pairs),
        round(sum(pair.score for pair in pairs), 4),
    )


def _network(ids: Sequence[str], pairs: Iterable[ScoredPair]) -> nx.Graph[int]:
    """Nodes are numbers in the order of the ids: sets of numbers have one order in every run, sets
    of strings do not.
    """
    number = {measure: place for place, measure in enumerate(ids)}
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(range(len(ids)))
    network.add_edges_from(
        (number[p.a], number[p.b], {"score": p.score, "length": 1 / p.score})
        for p in sorted(pairs, key=lambda p: (p.a, p.b))
        if p.score > 0
    )
    return network


def _parts(ids: Sequence[str], network: nx.Graph[int]) -> list[list[str]]:
    """The ids of each community, the largest first, then the most alike, then by id."""
    parts = (
        [
            sorted(part)
            for part in nx.community.louvain_communities(network, weight="score", seed=_SEED)
        ]
        if ids
        else []
    )
    inside = {part[0]: round(network.subgraph(part).size("score"), 4) for part in parts}
    return [
        [ids[number] for number in part]
        for part in sorted(parts, key=lambda part: (-len(part), -inside[part[0]], part))
    ]


def _members(
    store: Store,
    ids: Sequence[str],
    pairs: Sequence[ScoredPair],
    network: nx.Graph[int],
    place: dict[str, int],
) -> dict[str, Member]:
    most = max(_LEAST, min(_SAMPLE, _WAYS // max(1, len(pairs))))
    sample = most if len(ids) > most else None
    between = nx.betweenness_centrality(network, k=sample, weight="length", seed=_SEED)
    strength: dict[str, float] = defaultdict(float)
    touches: dict[str, set[int]] = defaultdict(set)
    for pair in pairs:
        for measure, partner in ((pair.a, pair.b), (pair.b, pair.a)):
            strength[measure] += pair.score if place[measure] == place[partner] else 0
            touches[measure].add(place[partner])
    offices = offices_of(store, ids)
    titles = titles_of(store, ids)
    return {
        measure: Member(
            measure,
            titles[measure],
            offices[measure],
            place[measure],
            round(strength[measure], 4),
            round(between[number], 6),
            tuple(sorted(touches[measure] - {place[measure]})),
        )
        for number, measure in enumerate(ids)
    }


def _ministries(members: Sequence[Member]) -> tuple[tuple[Office, int], ...]:
    counted = Counter(chain.from_iterable(member.ministries for member in members))
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0].id)))


def _most_shared(in_both: Iterable[tuple[Sequence[str], float]]) -> tuple[tuple[str, float], ...]:
    """Names with the sum of the scores of the pairs that share them, highest first."""
    weights: dict[str, float] = defaultdict(float)
    for names, score in in_both:
        for name in dict.fromkeys(names):
            weights[name] += score
    return tuple(
        (name, round(weight, 4))
        for name, weight in sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    )
