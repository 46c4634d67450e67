"""Which pairs of appearances are worth weighing: those that share a form of a name, or rare letters
of their titles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from loaders.resolution.evidence import Telling, Weights

_LIKE = 0.45  # titles less alike than this are never one measure without a judgement
# a pair of letters in more titles than this leads nowhere: comparing all of them would be all pairs
_ON_MANY = 60


def candidates(tellings: Sequence[Telling], weights: Weights) -> list[tuple[int, int]]:
    """Pairs (i, j) with i < j, in order. Found through indexes of forms and of letter pairs, not by
    comparing all with all.
    """
    found = {pair for posting in _by_form(tellings) for pair in _pairs(posting)}
    return sorted(found | set(_alike(tellings, weights)))


def _by_form(tellings: Sequence[Telling]) -> Iterator[list[int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        for form in telling.name.forms:
            postings[form.bare].append(at)
    yield from postings.values()


def _pairs(posting: Sequence[int]) -> Iterator[tuple[int, int]]:
    yield from ((a, b) for n, a in enumerate(posting) for b in posting[n + 1 :])


def _alike(tellings: Sequence[Telling], weights: Weights) -> Iterator[tuple[int, int]]:
    """Pairs whose titles are alike in their letter pairs."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        for pair, weight in weights.titles[telling.id].items():
            postings[pair].append((at, weight))
    for at, telling in enumerate(tellings):
        alike: Counter[int] = Counter()
        for pair, weight in weights.titles[telling.id].items():
            if len(postings[pair]) <= _ON_MANY:
                for other, its in postings[pair]:
                    if other > at:
                        alike[other] += weight * its
        yield from ((at, other) for other, likeness in alike.items() if likeness >= _LIKE)
