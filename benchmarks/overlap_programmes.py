"""The best partners of every budget programme of the government, and how the grades of pairs agree
with readers.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.overlap_quality import places_of
from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from benchmarks.timing import seconds
from loaders.catalogue.files import Catalogue, read_catalogue
from loaders.overlap.learning.agreement import average_precision, kappa
from loaders.overlap.nearest import best_pairs
from loaders.overlap.programmes import compared
from loaders.overlap.space import THREADS, space_of
from loaders.overlap.weights import programme_weights

_TOP = 30
_GRADED = {
    "the booklet": "overlap/pairs.jsonl",
    "lists of all documents": "overlap/pairs_all_documents.jsonl",
    "budget programmes": "rs/overlap_pairs.jsonl",
}


def overlap_programmes(settings: Settings) -> Iterator[Measured | str]:
    """Wall time of one run in a process of its own, so that its memory is told apart; then the
    grades of the bundled pairs, where graded pairs lie beside the folder of the documents.
    """
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        yield apart.submit(_measured).result()
    catalogue = read_catalogue(CATALOGUE)
    for name, file in _GRADED.items():
        path = settings.sources.parent / file
        if path.exists():
            yield f"grades of {name} as bundled", None, grades_against(path, catalogue)
        else:
            print(f"no graded pairs at {path}: {name} are not measured", file=sys.stderr)


def _measured() -> Measured:
    catalogue = read_catalogue(CATALOGUE)
    counts: list[int] = []

    def best_of_all() -> None:
        every = compared(catalogue)
        programmes = [each for each in every if each.id.startswith("programme:")]
        space = space_of(every, programme_weights())
        found = best_pairs(space, programmes, every, _TOP)
        counts.append(sum(len(rows) for rows, _, _ in found))

    taken = seconds(best_of_all, 1)
    mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1024**2 if sys.platform == "darwin" else 1024
    )
    what = (
        f"best {_TOP} between ministries and best {_TOP} inside, of each of"
        f" {len(catalogue.programmes):,} programmes among themselves and"
        f" {len(catalogue.measures):,} measures"
    )
    said = (
        f"{counts[0]:,} pairs, {THREADS} threads, {mebibytes:,.0f} MiB at most (aim: 20 s, 2 GiB)"
    )
    return what, taken, said


def grades_against(path: Path, catalogue: Catalogue) -> str:
    """Average precision, kappa, and precision and recall of the grades 1 and 2 of a catalogue's
    pairs against graded ones; a pair that is not scored counts as 0.
    """
    scored = {frozenset((o.a, o.b)): (o.score, o.grade) for o in catalogue.overlaps}
    place = places_of(catalogue)

    def side(told: dict[str, Any]) -> str:
        return f"programme:{told['id']}" if told["document"].startswith("rs-") else place(told)

    rows = [
        row for row in map(json.loads, path.read_text("utf-8").splitlines()) if not row["joint"]
    ]
    found = [scored.get(frozenset((side(row["a"]), side(row["b"]))), (0.0, 0)) for row in rows]
    scores, grades = np.array([s for s, _ in found]), np.array([g for _, g in found])
    gold = np.array([row["grade"] for row in rows])
    right = ", ".join(
        f"{least} or more: {np.sum((grades >= least) & (gold >= least))} right of"
        f" {np.sum(grades >= least)}, of {np.sum(gold >= least)} that are so"
        for least in (1, 2)
    )
    return (
        f"{len(rows)} pairs: AP(≥2) {average_precision(scores, gold >= 2):.2f}, AP(≥1)"
        f" {average_precision(scores, gold >= 1):.2f}, kappa {kappa(gold, grades):.2f}; {right}"
    )
