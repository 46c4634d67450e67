"""Budget programmes as they are compared: what their sheets say they work on and do, and the pairs
of programmes, and of measures with programmes, that are alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from loaders.catalogue.records import Measure, Overlap, Term
from loaders.catalogue.records.programmes import Method, Programme
from loaders.overlap.apart import apart
from loaders.overlap.for_companies import for_companies
from loaders.overlap.grading import grades
from loaders.overlap.nearest import DECIMALS, best_pairs, pairs_above
from loaders.overlap.parts import NONE, Parts, graded_parts
from loaders.overlap.profiles import Profile, profiles
from loaders.overlap.score import BEST, Scores, in_both, pair_scores, shared
from loaders.overlap.space import Space, dots, space_of
from loaders.overlap.space import scores as pair_values
from loaders.overlap.topics import clear, topics_of_text
from loaders.overlap.weights import Weights, programme_weights
from loaders.overlap.words import words_of

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue

# of many that no company can use the list would be as long as all else that is known
BEST_OF_ALL = 5
_MEASURE = "measure:"
# given at once, so that defaults are not copied for each of many pairs
_NOTHING_ELSE: dict[str, list[str]] = {
    f"shared_{kind}": list[str]()
    for kind in (
        "instruments",
        "beneficiaries",
        "industries",
        "targets",
        "applicants",
        "bodies",
        "items",
    )
}
_SHARED_WORDS = 8
# a contribution or what is done otherwise tells nothing of who does the work
_DONE_BY: Mapping[Method, str] = {
    "direct": "the office itself",
    "subsidy": "those whom it pays",
    "burden": "those whom it pays",
    "grant": "those whom it pays",
}
# fewer are read sooner than processes are started
_MANY = 500
_AT_A_TIME = 250


def with_topics(
    programmes: Sequence[Programme], texts: Mapping[str, str], processes: int = 1
) -> tuple[Programme, ...]:
    """The programmes with the problems, activities and words of their names and of `texts`:
    programme id -> purpose and outline; many are read by up to so many `processes`.
    """
    names = [programme.name for programme in programmes]
    of_each = [texts.get(programme.id, "") for programme in programmes]
    if processes == 1 or len(programmes) < _MANY:
        told = list(map(_told, names, of_each))
    else:
        # names and texts go there and words come back: whole records would take seconds
        with ProcessPoolExecutor(processes) as pool:
            told = list(pool.map(_told, names, of_each, chunksize=_AT_A_TIME))
    return tuple(
        programme.model_copy(
            update={
                "problems": [Term(term=term, weight=weight) for term, weight in problems.items()],
                "activities": [Term(term=term, weight=weight) for term, weight in doing.items()],
                "words": words,
            }
        )
        for programme, (problems, doing, words) in zip(programmes, told, strict=True)
    )


def _told(name: str, text: str) -> tuple[dict[str, float], dict[str, float], dict[str, float]]:
    """The problems, activities and words of a programme, with their weights."""
    # sheets of several years repeat each other
    once = "\n".join(dict.fromkeys(text.splitlines()))
    topics = topics_of_text(once, name)
    problems, activities = (
        {topic.term: topic.weight for topic in topics[kind]} for kind in ("problems", "activities")
    )
    return problems, activities, words_of(once, name)


def programme_overlaps(
    catalogue: Catalogue, by: Weights | None = None, best: int = BEST_OF_ALL
) -> tuple[Overlap, ...]:
    """Pairs with a programme on a side or on both, by ids: of each programme the `best` partners
    between ministries, and as many inside; of those for companies, among each other
    and with measures, the best 30 likewise and all that are graded; and all pairs of which a sheet
    names the other programme. Without pairs that belong together (`apart`).

    Looks at records alone. Raises VocabularyError for weights that do not hold together.
    """
    if not catalogue.programmes:
        return ()
    every = compared(catalogue)
    space = space_of(every, by or programme_weights())
    of = [each for each in every if not each.id.startswith(_MEASURE)]
    companies = {p.id for p in catalogue.programmes if for_companies(p)}
    used = [each for each in of if each.id in companies]
    usable = [each for each in every if each.id in companies or each.id.startswith(_MEASURE)]
    scores = pair_scores(best_pairs(space, of, every, best), of, every) | pair_scores(
        chain(
            best_pairs(space, used, usable, BEST),
            pairs_above(space, used, usable, space.weights.grades.fragmentation),
        ),
        used,
        usable,
    )
    return _records(catalogue, every, scores | _named(space, every, catalogue), space)


def _named(space: Space, every: Sequence[Profile], catalogue: Catalogue) -> Scores:
    """The pairs of programmes of which a sheet names the other one, unless they belong together."""
    profile = {each.id: each for each in every}
    pairs = {
        (min(programme.id, other.programme), max(programme.id, other.programme))
        for programme in catalogue.programmes
        for other in programme.related
        if other.programme in profile
        and other.programme not in {programme.id, *profile[programme.id].relatives}
    }
    ids = sorted(set(chain.from_iterable(pairs)))
    of, row = [profile[each] for each in ids], {each: at for at, each in enumerate(ids)}
    if not of:
        return {}
    rows, partners = (np.array([row[pair[side]] for pair in pairs]) for side in (0, 1))
    vectors = space.vectors(of)
    most = dots(vectors.all, vectors.all, rows, partners)
    values = pair_values(space.weights, vectors, vectors, rows, partners, most).round(DECIMALS)
    return pair_scores([(rows, partners, values)], of, of)


def compared(catalogue: Catalogue) -> list[Profile]:
    """The measures and programmes by id, with those that belong together with each as its
    relatives.
    """
    together = apart(catalogue)
    programmes = sorted(catalogue.programmes, key=lambda programme: programme.id)
    return [
        replace(each, relatives=each.relatives | together.get(each.id, frozenset()))
        for each in (*profiles(catalogue), *map(_profile, programmes))
    ]


def _records(
    catalogue: Catalogue, every: Sequence[Profile], scores: Scores, space: Space
) -> tuple[Overlap, ...]:
    both: Sequence[Measure | Programme] = [*catalogue.measures, *catalogue.programmes]
    told = {each.id: (clear(each.problems), clear(each.activities)) for each in both}
    known = {profile.id: profile for profile in every}
    parts, grade_of = graded_parts(space, every, scores), grades(space, every, scores)
    worth = {
        word: float(space.worth["word"][at] ** 2) for word, at in space.columns["word"].items()
    }
    return tuple(
        _record(
            known[a],
            known[b],
            told[a],
            told[b],
            score,
            grade_of[a, b],
            parts.get((a, b)),
            worth,
        )
        for (a, b), score in sorted(scores.items())
        if score
    )


def _record(
    a: Profile,
    b: Profile,
    first: tuple[list[str], list[str]],
    second: tuple[list[str], list[str]],
    score: float,
    grade: int,
    parts: Parts | None,
    worth: Mapping[str, float],
) -> Overlap:
    """`first` and `second`: the problems and activities that are told of the two; `parts` where the
    pair has a grade; `worth`: what a word that both say counts.
    """
    return Overlap(
        a=a.id,
        b=b.id,
        score=score,
        grade=grade,
        within=sorted(a.ministries) if a.ministries == b.ministries else [],
        shared_problems=in_both(shared(a, b, "problem"), first[0], second[0]),
        shared_activities=in_both(shared(a, b, "activity"), first[1], second[1]),
        shared_terms=_shared_words(a, b, worth) if parts else [],
        **_NOTHING_ELSE,
        **(parts or NONE)._asdict(),
    )


def _shared_words(a: Profile, b: Profile, worth: Mapping[str, float]) -> list[str]:
    """The words of both that say most, the best 8."""
    left, right = a.names["word"], b.names["word"]
    both = {word: left[word] * right[word] * worth[word] for word in left.keys() & right.keys()}
    return sorted(both, key=lambda word: (-both[word], word))[:_SHARED_WORDS]


def _profile(programme: Programme) -> Profile:
    """One that can overlap with all others of its ministry: no office of a programme is compared,
    as each has one division.
    """
    return Profile(
        programme.id,
        frozenset(programme.ministries),
        True,
        frozenset(programme.agencies),
        frozenset(),
        {
            "problem": {topic.term: topic.weight for topic in programme.problems},
            "activity": {topic.term: topic.weight for topic in programme.activities},
            "word": programme.words,
            "method": dict.fromkeys(
                {_DONE_BY[method] for method in programme.methods if method in _DONE_BY}, 1.0
            ),
        },
        for_companies(programme),
    )
