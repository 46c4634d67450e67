"""The best partners of every one of many generated measures, beside scikit-learn's brute-force
neighbours on the same vectors.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from benchmarks.generated_measures import generated_measures
from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from benchmarks.timing import seconds
from loaders.catalogue.files import read_catalogue
from loaders.overlap.nearest import best_pairs
from loaders.overlap.profiles import Profile, profiles
from loaders.overlap.space import THREADS, space_of
from loaders.overlap.weights import weights

_TOP = 10
# brute force takes every one of them against all; the whole would take hours
_SAMPLE = 500


def overlap_scale(settings: Settings) -> Iterator[Measured | str]:
    """Wall times of one run in a process of its own, so that its memory is told apart."""
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        yield from apart.submit(_measured, settings.size).result()


def _measured(size: int) -> list[Measured]:
    measures = generated_measures(profiles(read_catalogue(CATALOGUE)), size)
    counts = []

    def best_of_all() -> None:
        space = space_of(measures, weights())
        counts.append(sum(len(rows) for rows, _, _ in best_pairs(space, measures, measures, _TOP)))

    taken = seconds(best_of_all, 1)
    mebibytes = (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        / (1 if sys.platform == "darwin" else 1024)
        / (1024 if sys.platform == "darwin" else 1)
    )
    rows: list[Measured] = [
        (
            f"best {_TOP} between ministries and best {_TOP} inside, of each of {size:,} measures",
            taken,
            (
                f"{counts[0]:,} pairs, {THREADS} threads, {mebibytes:,.0f} MiB at most"
                " (aim: 15 s, 2 GiB)"
            ),
        )
    ]
    return rows + _brute(measures, taken)


def _brute(measures: list[Profile], taken: float) -> list[Measured]:
    try:
        from sklearn.neighbors import NearestNeighbors
    except ImportError:
        print(
            "no scikit-learn: brute force is not measured (pip install 'shisaku-graph[bench]')",
            file=sys.stderr,
        )
        return []
    vectors = space_of(measures, weights()).vectors(measures).all
    neighbours = NearestNeighbors(
        n_neighbors=_TOP, algorithm="brute", metric="cosine", n_jobs=THREADS
    ).fit(vectors)
    sampled = min(_SAMPLE, len(measures))
    some = seconds(lambda: neighbours.kneighbors(vectors[:sampled]), 1)
    return [
        (
            f"NearestNeighbors(algorithm='brute'), best {_TOP} of {sampled:,} of them among all",
            some,
            (
                f"for all of them {some * len(measures) / sampled:,.0f} s:"
                f" {some * len(measures) / sampled / taken:,.0f}× as long"
            ),
        )
    ]
