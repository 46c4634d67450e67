"""The pairs of measures that may overlap: score, grade and what the two share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from loaders.catalogue.records import Measure, Overlap
from loaders.overlap.grading import grades
from loaders.overlap.nearest import Found, best_pairs, pairs_above
from loaders.overlap.parts import NONE, graded_parts
from loaders.overlap.profiles import Profile, profiles
from loaders.overlap.space import Space, space_of
from loaders.overlap.topics import clear
from loaders.overlap.weights import Weights, weights
from loaders.text.lines import fold

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

BEST = 30
Scores = dict[tuple[str, str], float]


def overlaps(catalogue: Catalogue, by: Weights | None = None) -> tuple[Overlap, ...]:
    """Every graded pair of a catalogue, and of each measure the best 30 between ministries and the
    best 30 inside; by ids.

    Looks at records alone (measures, their latest appearances, policy items), so that what is
    scored can be scored again. Raises VocabularyError for weights that do not hold together.
    """
    compared = profiles(catalogue)
    space = space_of(compared, by or weights())
    return _records(catalogue, compared, _scores(space, compared, compared), space)


def with_new(
    catalogue: Catalogue, scored: Iterable[Overlap], new: Iterable[str], space: Space
) -> tuple[Overlap, ...]:
    """The pairs of a catalogue of which all but the `new` measures (ids) were scored before: only
    pairs with a new one are looked for.

    The same as scoring all anew in `space`, which is that of the earlier scoring: what a name is
    worth stays as it was there.
    """
    compared, fresh = profiles(catalogue), set(new)
    of, known = [p for p in compared if p.id in fresh], [p for p in compared if p.id not in fresh]
    relatives = {p.id: p.relatives for p in known}
    # a new measure can be what makes an old one a part of another
    scored_again = {
        (o.a, o.b): o.score
        for o in scored
        if o.a in relatives and o.b in relatives and o.b not in relatives[o.a]
    }
    scored_again |= _scores(space, of, compared) | _scores(space, known, of)
    return _records(catalogue, compared, _kept(compared, scored_again, space.weights), space)


def _scores(space: Space, of: Sequence[Profile], among: Sequence[Profile]) -> Scores:
    """Lower id first -> score, of the best pairs of each of `of` and of those that are graded."""
    return pair_scores(
        chain(
            best_pairs(space, of, among, BEST),
            pairs_above(space, of, among, space.weights.grades.fragmentation),
        ),
        of,
        among,
    )


def pair_scores(
    batches: Iterable[Found], of: Sequence[Profile], among: Sequence[Profile]
) -> Scores:
    """Lower id first -> score, of what was found for `of` among others."""
    return {
        _pair(of[row].id, among[partner].id): min(1.0, value)
        for rows, partners, values in batches
        for row, partner, value in zip(
            rows.tolist(), partners.tolist(), values.tolist(), strict=True
        )
    }


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _kept(
    compared: Sequence[Profile], scores: Mapping[tuple[str, str], float], by: Weights
) -> Scores:
    """Those that are graded or among the best of one of the two."""
    ministries = {p.id: p.ministries for p in compared}
    of: defaultdict[tuple[str, bool], list[tuple[float, str]]] = defaultdict(list)
    for (a, b), score in scores.items():
        inside = ministries[a] == ministries[b]
        of[a, inside].append((-score, b))
        of[b, inside].append((-score, a))
    best = {
        _pair(measure, partner)
        for (measure, _), partners in of.items()
        for _, partner in sorted(partners)[:BEST]
    }
    return {pair: score for pair, score in scores.items() if pair in best or by.grade(score)}


def _records(
    catalogue: Catalogue, compared: Sequence[Profile], scores: Scores, space: Space
) -> tuple[Overlap, ...]:
    measures, known = {m.id: m for m in catalogue.measures}, {p.id: p for p in compared}
    parts, grade_of = graded_parts(space, compared, scores), grades(space, compared, scores)
    return tuple(
        _record(
            known[a],
            known[b],
            measures[a],
            measures[b],
            parts.get((a, b), NONE)._asdict() | {"score": score, "grade": grade_of[a, b]},
        )
        for (a, b), score in sorted(scores.items())
        if score
    )


def _record(
    a: Profile, b: Profile, first: Measure, second: Measure, scored: Mapping[str, Any]
) -> Overlap:
    terms = {fold(t.term): t.term for t in first.terms}
    return Overlap(
        a=a.id,
        b=b.id,
        **scored,
        within=sorted(a.ministries) if a.ministries == b.ministries else [],
        shared_problems=in_both(
            shared(a, b, "problem"), clear(first.problems), clear(second.problems)
        ),
        shared_activities=in_both(
            shared(a, b, "activity"), clear(first.activities), clear(second.activities)
        ),
        shared_terms=[terms[t] for t in shared(a, b, "term")],
        shared_instruments=shared(a, b, "instrument"),
        shared_beneficiaries=shared(a, b, "beneficiary"),
        shared_industries=shared(a, b, "industry"),
        shared_targets=shared(a, b, "size"),
        shared_applicants=shared(a, b, "applicant"),
        shared_bodies=shared(a, b, "body"),
        shared_items=shared(a, b, "item"),
    )


def shared(a: Profile, b: Profile, aspect: str) -> list[str]:
    """What both have, what weighs most in both first; else in the order of the first."""
    left, right = a.names[aspect], b.names[aspect]
    return sorted(
        (name for name in left if name in right), key=lambda name: -left[name] * right[name]
    )


def in_both(names_of_both: Sequence[str], *clearly: Sequence[str]) -> list[str]:
    """Of what is shared that which is told of either measure: what a page touches upon counts in
    the score alone.
    """
    return [name for name in names_of_both if all(name in names for names in clearly)]
