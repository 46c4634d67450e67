"""Appearances of several documents -> measures: one id each, former ids, what is part of what, and
what came after what.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.catalogue.ids import digest
from loaders.catalogue.records import Appearance, Document
from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.evidence import NamedAppearance, Weights
from loaders.resolution.groups import groups
from loaders.resolution.index import Names
from loaders.resolution.one_way import one_way
from loaders.resolution.relatives import Relatives, relatives
from loaders.text.lines import fold
from loaders.text.page import Page


@dataclass(frozen=True)
class Resolved:
    """One measure over documents."""

    id: str
    """The id that its latest appearance gives it."""
    former_ids: tuple[str, ...]
    """The ids that its other appearances would give it."""
    appearances: tuple[Appearance, ...]
    """Its appearances, the latest first."""
    part_of: tuple[str, ...] = ()
    """Ids of the measures that it is a part of."""
    succeeds: tuple[str, ...] = ()
    """Ids of the measures that it replaced."""

    @property
    def latest(self) -> Appearance:
        return self.appearances[0]

    @property
    def aliases(self) -> list[str]:
        """The titles of its other appearances, each once, the latest first."""
        titles = {fold(a.title): a.title for a in reversed(self.appearances)}
        return [
            title for folded, title in reversed(titles.items()) if folded != fold(self.latest.title)
        ]


@dataclass(frozen=True)
class Resolution:
    """The measures of all documents, and how pairs of appearances were settled."""

    measures: tuple[Resolved, ...]
    """The measures in the order of their first appearance."""
    by_score: int
    """How many pairs within measures the score settled."""
    by_hand: int
    """How many pairs a person settled."""
    undecided: tuple[tuple[str, str], ...]
    """Ids of appearances that look alike, that nobody judged, and that stay two measures."""
    named: Mapping[str, str]
    """Each title that one measure alone bears -> its id."""


def resolve(
    appearances: Sequence[Appearance],
    pages: Mapping[str, Page],
    documents: Sequence[Document],
    by_hand: Sequence[HandVerdict],
) -> Resolution:
    """One measure for all appearances that tell of it; `pages` by appearance id, `documents` with
    their dates.

    The appearances come back with the final ids in `measure` and in `related[].measure`. A measure
    takes the id that its latest appearance gives; where two measures would take one id, the later
    (then the first of its document) keeps it and the other's comes from its appearance.
    """
    order = {
        document.id: rank
        for rank, document in enumerate(sorted(documents, key=lambda d: (d.date, d.id)))
    }
    named = sorted(
        (NamedAppearance(a, pages[a.id]) for a in appearances), key=lambda entry: entry.id
    )
    weights = Weights(named)
    grouped = groups(named, by_hand, weights)
    latest_first = [
        sorted(
            (named[n].appearance for n in group),
            key=lambda a: (-order[a.document], _rarity(a, group, named), a.id),
        )
        for group in grouped.members
    ]
    ids = _ids(latest_first, order)
    # what one document says of its own measures is the parser's to read; names are looked up where
    # several documents use them
    several = len(documents) > 1
    related = (
        relatives(named, grouped.members, by_hand, weights, order) if several else Relatives((), ())
    )
    names = Names(named, grouped.members if several else ())
    numbered = [
        [_with_ids(a, ids[n], names, ids) for a in group] for n, group in enumerate(latest_first)
    ]
    parts = [(ids[low], ids[high]) for low, high in related.part_of]
    numbered = one_way(numbered, parts, order)
    former = _former_ids(latest_first, ids)
    measures = [
        Resolved(
            ids[n],
            former[n],
            tuple(group),
            tuple(sorted(ids[high] for low, high in related.part_of if low == n)),
            tuple(sorted(ids[earlier] for later, earlier in related.succeeds if later == n)),
        )
        for n, group in enumerate(numbered)
    ]
    places = {a.id: n for n, a in enumerate(appearances)}
    measures.sort(key=lambda m: min(places[a.id] for a in m.appearances))
    return Resolution(
        tuple(measures),
        grouped.by_score,
        grouped.by_hand,
        tuple((named[a].id, named[b].id) for a, b in grouped.undecided),
        _titles(numbered),
    )


def _rarity(appearance: Appearance, group: Sequence[int], named: Sequence[NamedAppearance]) -> int:
    """Minus how often the appearance's document bears its title in the group: of several titles the
    usual one stands for the measure.
    """
    return -sum(
        1
        for n in group
        if named[n].appearance.document == appearance.document
        and fold(named[n].appearance.title) == fold(appearance.title)
    )


# --- ids ------------------------------------------------------------------------------------------


def _ids(latest_first: Sequence[Sequence[Appearance]], order: Mapping[str, int]) -> list[str]:
    """The final id of each group."""
    claims: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(latest_first):
        claims[group[0].measure].append(n)
    ids: dict[int, str] = {}
    for claim, claimants in claims.items():
        first, *others = sorted(
            claimants,
            key=lambda n: (
                -order[latest_first[n][0].document],
                _own_id(latest_first[n]) != claim,
                latest_first[n][0].id,
            ),
        )
        ids[first] = claim
        for n in others:
            own_id = _own_id(latest_first[n])
            ids[n] = own_id if own_id not in claims else f"measure:{digest(latest_first[n][0].id)}"
    return [ids[n] for n in range(len(latest_first))]


def _own_id(group: Sequence[Appearance]) -> str:
    """The id that the latest appearance alone gives: no other appearance of its document has it."""
    return f"measure:{group[0].id.rpartition(':')[2]}"


def _former_ids(
    latest_first: Sequence[Sequence[Appearance]], ids: Sequence[str]
) -> list[tuple[str, ...]]:
    """The ids that the other appearances would give, where they mean this measure alone."""
    wanted = [sorted({a.measure for a in group} - {ids[n]}) for n, group in enumerate(latest_first)]
    counted = Counter(measure for group in wanted for measure in group)
    return [
        tuple(measure for measure in group if counted[measure] == 1 and measure not in set(ids))
        for group in wanted
    ]


def _with_ids(appearance: Appearance, measure: str, names: Names, ids: Sequence[str]) -> Appearance:
    related = [
        (
            r
            if (group := names.group_of(r.name)) is None or ids[group] == measure
            else r.model_copy(update={"measure": ids[group]})
        )
        for r in appearance.related
    ]
    return appearance.model_copy(update={"measure": measure, "related": related})


def _titles(measures: Sequence[Sequence[Appearance]]) -> dict[str, str]:
    """Each title to the one measure that bears it."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for group in measures:
        for appearance in group:
            bearers[fold(appearance.title)][appearance.measure] = appearance.title
    return {
        title: measure
        for titles_of in bearers.values()
        if len(titles_of) == 1
        for measure, title in titles_of.items()
    }
