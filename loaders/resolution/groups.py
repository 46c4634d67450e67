"""Appearances put together into measures: judged pairs first, then the strongest evidence, never
across a doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from loaders.resolution.by_hand import Judged
from loaders.resolution.candidates import candidates
from loaders.resolution.evidence import SAME, Evidence, Telling, Weights, evidence

Pair = tuple[int, int]


@dataclass(frozen=True)
class Groups:
    """`members`: the appearances of each measure (places in the sequence given, sorted). How the
    pairs within them were settled: by score, or by hand; `open`: pairs that look alike, that nobody
    judged, and that therefore stay two measures.
    """

    members: tuple[tuple[int, ...], ...]
    by_score: int
    by_hand: int
    open: tuple[Pair, ...]


def groups(tellings: Sequence[Telling], judged: Sequence[Judged], weights: Weights) -> Groups:
    """The measures. `tellings` sorted by id give the same groups from run to run."""
    at = {telling.id: n for n, telling in enumerate(tellings)}
    verdicts = {
        _pair(at[row.a], at[b]): row.judged
        for row in judged
        if row.a in at
        for b in row.b
        if b in at
    }
    weighed = {
        pair: evidence(tellings[pair[0]], tellings[pair[1]], weights)
        for pair in candidates(tellings, weights)
    }
    union = _Union(tellings, verdicts, weighed)
    partners: dict[int, list[Pair]] = defaultdict(list)
    for pair in weighed:
        for one in pair:
            partners[one].append(pair)
    union.join_judged(pair for pair, verdict in verdicts.items() if verdict == "same")
    for pair in sorted(weighed, key=lambda pair: (-weighed[pair].score, pair)):
        if (
            pair not in verdicts
            and weighed[pair].score >= SAME
            and _accepted(pair, weighed, partners, tellings)
        ):
            union.join_unless_doubtful(*pair)
    members = union.groups()
    group_of = {one: n for n, group in enumerate(members) for one in group}
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
    tellings: Sequence[Telling],
) -> bool:
    """Names that agree settle it. Where they agree in brackets only, or not at all, it takes two
    documents, and neither may have a better partner.
    """
    found = weighed[pair]
    if found.form and not found.inner:
        return True
    if found.one_document:
        return False
    return not any(
        _is_better(other, pair, weighed, tellings) for one in pair for other in partners[one]
    )


def _is_better(
    other: Pair, pair: Pair, weighed: Mapping[Pair, Evidence], tellings: Sequence[Telling]
) -> bool:
    """Whether `other` ties one of the pair to the other one's document more surely, under another
    title.
    """
    if other == pair:
        return False
    (shared,) = set(other) & set(pair)
    theirs, ours = sum(other) - shared, sum(pair) - shared
    return (
        tellings[theirs].appearance.document == tellings[ours].appearance.document
        and tellings[theirs].name.bare != tellings[ours].name.bare
        and weighed[other].score > weighed[pair].score
    )


class _Union:
    """Groups that grow by joining, and what stands against it."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        verdicts: Mapping[Pair, str],
        weighed: Mapping[Pair, Evidence],
    ) -> None:
        self._tellings, self._weighed = tellings, weighed
        self._apart = {pair for pair, verdict in verdicts.items() if verdict != "same"}
        self._root = list(range(len(tellings)))
        self._members = {n: [n] for n in self._root}
        self._judged_one: dict[int, list[int]] = {}

    def join_judged(self, pairs: Iterable[Pair]) -> None:
        """Joins what was judged the same, and keeps in mind what that made one."""
        for pair in sorted(pairs):
            self.join(*pair)
        self._judged_one = {one: list(group) for group in self._members.values() for one in group}

    def join(self, a: int, b: int) -> None:
        first, second = sorted((self._root[a], self._root[b]))
        if first == second:
            return
        for one in self._members.pop(second):
            self._root[one] = first
            self._members[first].append(one)

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
        if self._tellings[a].appearance.document != self._tellings[b].appearance.document:
            return False
        return not any(
            self._agree(_pair(x, y))
            for x in self._judged_one.get(a, [a])
            for y in self._judged_one.get(b, [b])
        )

    def _agree(self, pair: Pair) -> bool:
        found = self._weighed.get(pair)
        return found is not None and bool(found.form) and not found.inner and found.score >= SAME

    def groups(self) -> tuple[tuple[int, ...], ...]:
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))
