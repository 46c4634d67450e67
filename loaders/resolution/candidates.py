"""Which pairs of appearances are worth weighing: those that share a form of a name, or rare letters
of their titles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from loaders.resolution.evidence import NamedAppearance, Weights

_LIKE = 0.45  # titles less alike than this are never one measure without a judgement
# a pair of letters in more titles than this leads nowhere: comparing all of them would be all pairs
_ON_MANY = 60


def candidates(named: Sequence[NamedAppearance], weights: Weights) -> list[tuple[int, int]]:
    """Pairs (i, j) with i < j, in order. Found through indexes of forms and of letter pairs, not by
    comparing all with all.
    """
    same_form = {pair for posting in _by_form(named) for pair in _pairs(posting)}
    return sorted(same_form | set(_alike(named, weights)))


def _by_form(named: Sequence[NamedAppearance]) -> Iterator[list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(named):
        for form in entry.name.forms:
            postings[form.bare].append(at)
    yield from postings.values()


def _pairs(posting: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from ((a, b) for n, a in enumerate(posting) for b in posting[n + 1 :])


def _alike(named: Sequence[NamedAppearance], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs whose titles are alike in their letter pairs."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, entry in enumerate(named):
        for pair, weight in weights.titles[entry.id].items():
            postings[pair].append((at, weight))
    for at, entry in enumerate(named):
        alike: dict[int, float] = defaultdict(float)
        for pair, weight in weights.titles[entry.id].items():
            if len(postings[pair]) <= _ON_MANY:
                for later, its_weight in postings[pair]:
                    if later > at:
                        alike[later] += weight * its_weight
        yield from ((at, later) for later, similarity in alike.items() if similarity >= _LIKE)
