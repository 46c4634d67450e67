"""Every pair of measures that may overlap, with its score, its grade and what the two share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from loaders.overlap.nearest import Found, best_pairs, pairs_above
from loaders.overlap.profiles import Profile, profiles
from loaders.overlap.space import Space, space_of
from loaders.overlap.weights import Weights, weights
from loaders.records import Measure, Overlap
from loaders.text import fold

if TYPE_CHECKING:
    from loaders.catalogue import Catalogue

BEST = 30
_DECIMALS = 4


def overlaps(catalogue: Catalogue, by: Weights | None = None) -> tuple[Overlap, ...]:
    """The pairs of a catalogue that are graded at all, and of each measure the best 30 between ministries and the best 30 inside; by ids.

    Looks at records alone (measures, their latest appearances, policy items), so that what is scored can be scored again. Measures that no
    ministry answers for are left out. Raises VocabularyError for weights that do not hold together.
    """
    by = by or weights()
    compared = profiles(catalogue)
    space = space_of(compared, by)
    scores = _scores(compared, compared, (best_pairs(space, compared, compared, BEST), pairs_above(space, compared, compared, by.grades.fragmentation - 10**-_DECIMALS)))
    return tuple(_records(catalogue, compared, scores, by))


def overlaps_of(catalogue: Catalogue, new: Iterable[str], space: Space) -> tuple[Overlap, ...]:
    """The same for the pairs of some measures alone (ids), in the space of an earlier scoring: what a name is worth stays as it was there."""
    compared = profiles(catalogue)
    wanted = set(new)
    of = [p for p in compared if p.id in wanted]
    scores = _scores(of, compared, (best_pairs(space, of, compared, BEST), pairs_above(space, of, compared, space.weights.grades.fragmentation - 10**-_DECIMALS)))
    return tuple(_records(catalogue, compared, scores, space.weights))


def _scores(of: Sequence[Profile], among: Sequence[Profile], found: Iterable[Found]) -> dict[tuple[str, str], float]:
    """Lower id first -> score; a pair that either side finds is there once."""
    scores: dict[tuple[str, str], float] = {}
    for batches in found:
        for rows, others, values in batches:
            for row, other, value in zip(rows.tolist(), others.tolist(), values.tolist(), strict=True):
                a, b = of[row].id, among[other].id
                scores[(a, b) if a < b else (b, a)] = min(1.0, round(value, _DECIMALS))
    return scores


def _records(catalogue: Catalogue, compared: Sequence[Profile], scores: Mapping[tuple[str, str], float], by: Weights) -> Iterable[Overlap]:
    measures = {m.id: m for m in catalogue.measures}
    known = {p.id: p for p in compared}
    for (a, b), score in sorted(scores.items()):
        yield _record(known[a], known[b], measures[a], measures[b], score, by.grade(score))


def _record(a: Profile, b: Profile, first: Measure, second: Measure, score: float, grade: int) -> Overlap:
    terms = {fold(t.term): t.term for t in first.terms}
    return Overlap(
        a=a.id, b=b.id, score=score, grade=grade, within=sorted(a.ministries) if a.ministries == b.ministries else [],
        shared_problems=_shared(a, b, "problem"), shared_activities=_shared(a, b, "activity"), shared_terms=[terms[t] for t in _shared(a, b, "term")],
        shared_instruments=_both(first.instruments, second.instruments), shared_beneficiaries=_both(first.beneficiaries, second.beneficiaries),
        shared_industries=_both(first.industries, second.industries), shared_targets=_both(first.targets, second.targets),
        shared_applicants=_shared(a, b, "applicant"), shared_bodies=_both(first.bodies, second.bodies), shared_items=_shared(a, b, "item"))


def _shared(a: Profile, b: Profile, likeness: str) -> list[str]:
    """What both have, what weighs most in both first."""
    left, right = a.likenesses[likeness], b.likenesses[likeness]
    return sorted(left.keys() & right.keys(), key=lambda name: (-left[name] * right[name], name))


def _both(first: Sequence[str], second: Sequence[str]) -> list[str]:
    return [name for name in first if name in second]
