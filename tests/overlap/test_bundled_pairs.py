"""The bundled pairs: what scoring the bundled catalogue gives, and agreement with readers."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.overlap_quality import cross_validated, read_pairs
from loaders.catalogue import Catalogue, read_catalogue
from loaders.overlap.score import overlaps
from loaders.overlap.weights import weights
from tests.sources import FOLDER


@pytest.fixture(scope="module")
def bundled() -> Catalogue:
    return read_catalogue(Path(__file__).parents[2] / "catalogue")


def test_the_bundled_pairs_are_what_scoring_the_bundled_catalogue_gives(bundled: Catalogue):
    assert overlaps(bundled) == tuple(sorted(bundled.overlaps, key=lambda o: (o.a, o.b)))


def test_few_pairs_are_graded_high_and_most_are_not_graded(bundled: Catalogue):
    grades = Counter(o.grade for o in bundled.overlaps)
    assert 0 < grades[3] < 0.1 * grades[2] + 20 and grades[3] < grades[2] < grades[1] < grades[0]


@pytest.mark.sources
def test_cross_validated_over_measures_the_scores_agree_with_readers(bundled: Catalogue):
    graded = FOLDER.parent / "overlap" / "pairs.jsonl"
    if not graded.exists():
        pytest.skip(f"no graded pairs at {graded}")
    found = cross_validated(bundled, read_pairs(graded, bundled), weights())
    assert found.overlap >= 0.65 and found.fragmentation >= 0.82 and found.ndcg >= 0.93 and found.kappa >= 0.65
