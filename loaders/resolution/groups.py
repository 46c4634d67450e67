"""Appearances put together into measures: judged pairs first, then the strongest evidence, never
across a doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loaders.resolution.by_hand import HandVerdict
from loaders.resolution.candidates import candidates
from loaders.resolution.evidence import SAME, Evidence, NamedAppearance, Weights, evidence

Pair = tuple[int, int]


@dataclass(frozen=True)
class Groups:
    """Appearances put together into measures, and how that was settled."""

    members: tuple[tuple[int, ...], ...]
    """The appearances of each measure: places in the sequence of appearances, sorted."""
    by_score: int
    """How many pairs within measures the score settled."""
    by_hand: int
    """How many pairs a person settled."""
    undecided: tuple[Pair, ...]
    """Pairs that look alike, that nobody judged, and that therefore stay two measures."""


def groups(
    named: Sequence[NamedAppearance], by_hand: Sequence[HandVerdict], weights: Weights
) -> Groups:
    """The measures. `named` sorted by id give the same groups from run to run."""
    at = {entry.id: n for n, entry in enumerate(named)}
    verdicts = {
        _pair(at[row.a], at[b]): row.verdict
        for row in by_hand
        if row.a in at
        for b in row.b
        if b in at
    }
    weighed = {
        pair: evidence(named[pair[0]], named[pair[1]], weights)
        for pair in candidates(named, weights)
    }
    union = _Union(named, verdicts, weighed)
    partners: dict[int, list[Pair]] = defaultdict(list)
    for pair in weighed:
        for place in pair:
            partners[place].append(pair)
    union.join_settled(pair for pair, verdict in verdicts.items() if verdict == "same")
    for pair in sorted(weighed, key=lambda pair: (-weighed[pair].score, pair)):
        if (
            pair not in verdicts
            and weighed[pair].score >= SAME
            and _accepted(pair, weighed, partners, named)
        ):
            union.join_unless_doubtful(*pair)
    members = union.groups()
    group_of = {place: n for n, group in enumerate(members) for place in group}
    within = [
        pair for pair in weighed if group_of[pair[0]] == group_of[pair[1]] and pair not in verdicts
    ]
    left = tuple(
        pair
        for pair in sorted(weighed)
        if group_of[pair[0]] != group_of[pair[1]] and pair not in verdicts
    )
    return Groups(members, len(within), len(verdicts), left)


def _pair(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def _accepted(
    pair: Pair,
    weighed: Mapping[Pair, Evidence],
    partners: Mapping[int, Sequence[Pair]],
    named: Sequence[NamedAppearance],
) -> bool:
    """Names that agree settle it. Where they agree in brackets only, or not at all, it takes two
    documents, and neither may have a better partner.
    """
    ground = weighed[pair]
    if ground.form and not ground.inner:
        return True
    if ground.one_document:
        return False
    return not any(
        _is_better(rival, pair, weighed, named) for place in pair for rival in partners[place]
    )


def _is_better(
    rival: Pair, pair: Pair, weighed: Mapping[Pair, Evidence], named: Sequence[NamedAppearance]
) -> bool:
    """Whether `other` ties one of the pair to the other one's document more surely, under another
    title.
    """
    if rival == pair:
        return False
    (shared,) = set(rival) & set(pair)
    theirs, ours = sum(rival) - shared, sum(pair) - shared
    return (
        named[theirs].appearance.document == named[ours].appearance.document
        and named[theirs].name.bare != named[ours].name.bare
        and weighed[rival].score > weighed[pair].score
    )


class _Union:
    """Groups that grow by joining, and what stands against it."""

    def __init__(
        self,
        named: Sequence[NamedAppearance],
        verdicts: Mapping[Pair, str],
        weighed: Mapping[Pair, Evidence],
    ) -> None:
        self._named, self._weighed = named, weighed
        self._apart = {pair for pair, verdict in verdicts.items() if verdict != "same"}
        self._root = list(range(len(named)))
        self._members = {n: [n] for n in self._root}
        self._settled_with: dict[int, list[int]] = {}

    def join_settled(self, pairs: Iterable[Pair]) -> None:
        """Joins what was judged the same, and keeps in mind what that made one."""
        for pair in sorted(pairs):
            self.join(*pair)
        self._settled_with = {
            place: list(group) for group in self._members.values() for place in group
        }

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self._root[a], self._root[b]))
        if first == second:
            return
        for place in self._members.pop(second):
            self._root[place] = first
            self._members[first].append(place)

    def join_unless_doubtful(self, a: int, b: int) -> None:
        first, second = self._root[a], self._root[b]
        if first != second and not any(
            self._doubtful(_pair(x, y)) for x in self._members[first] for y in self._members[second]
        ):
            self.join(a, b)

    def _doubtful(self, pair: Pair) -> bool:
        """Judged apart; or listed side by side in one document under names that do not agree, nor
        those of what was judged one with them.
        """
        if pair in self._apart:
            return True
        a, b = pair
        if self._named[a].appearance.document != self._named[b].appearance.document:
            return False
        return not any(
            self._agree(_pair(x, y))
            for x in self._settled_with.get(a, [a])
            for y in self._settled_with.get(b, [b])
        )

    def _agree(self, pair: Pair) -> bool:
        ground = self._weighed.get(pair)
        return (
            ground is not None and bool(ground.form) and not ground.inner and ground.score >= SAME
        )

    def groups(self) -> tuple[tuple[int, ...], ...]:
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))
