"""The bundled pairs: what scoring the bundled catalogue gives, and agreement with readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

from benchmarks.overlap_quality import cross_validated, read_pairs
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Overlap
from loaders.overlap.score import overlaps
from loaders.overlap.topics import clear
from loaders.overlap.weights import weights
from tests.sources import source


def test_the_bundled_pairs_are_what_scoring_the_bundled_catalogue_gives(bundled: Catalogue):
    assert overlaps(bundled) == tuple(
        sorted(_of_measures(bundled.overlaps), key=lambda o: (o.a, o.b))
    )


def _of_measures(pairs: Iterable[Overlap]) -> list[Overlap]:
    """Those without a budget programme."""
    return [o for o in pairs if all(side.startswith("measure:") for side in (o.a, o.b))]


def test_no_pair_tells_a_problem_or_an_activity_that_is_not_told_of_both(bundled: Catalogue):
    topics = {m.id: (set(clear(m.problems)), set(clear(m.activities))) for m in bundled.measures}
    assert any(o.shared_activities for o in bundled.overlaps)
    assert [
        (o.a, o.b)
        for o in _of_measures(bundled.overlaps)
        for side in (o.a, o.b)
        if not (
            topics[side][0].issuperset(o.shared_problems)
            and topics[side][1].issuperset(o.shared_activities)
        )
    ] == []


def test_few_pairs_are_graded_high_and_most_are_not_graded(bundled: Catalogue):
    grades = Counter(o.grade for o in _of_measures(bundled.overlaps))
    assert 0 < grades[3] < 0.1 * grades[2] + 20 and grades[3] < grades[2] < grades[1] < grades[0]


@pytest.mark.sources
def test_cross_validated_over_measures_the_scores_agree_with_readers(bundled: Catalogue):
    found = cross_validated(
        bundled, read_pairs(source("../overlap/pairs.jsonl"), bundled), weights()
    )
    assert (
        found.overlap >= 0.65
        and found.fragmentation >= 0.82
        and found.ndcg >= 0.93
        and found.kappa >= 0.65
    )
