"""How agreement with readers is measured."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.ranking import Graded, best_cuts, mean_ndcg
from loaders.overlap.learning.agreement import average_precision, folds, graded, kappa


def test_average_precision_is_the_mean_of_the_precision_at_each_relevant_pair():
    assert average_precision(
        np.array([0.9, 0.8, 0.7, 0.1]), np.array([True, False, True, False])
    ) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(np.array([0.9, 0.8]), np.array([False, False])) == 0


def test_ndcg_is_one_in_the_order_of_the_grades_and_less_in_another():
    pairs = [Graded("a", "b", 2), Graded("a", "c", 1), Graded("a", "d", 0)]
    assert mean_ndcg(pairs, np.array([0.9, 0.5, 0.1])) == 1
    assert mean_ndcg(pairs, np.array([0.1, 0.5, 0.9])) == pytest.approx(
        (1 / np.log2(3) + 3 / 2) / (3 + 1 / np.log2(3))
    )


def test_kappa_is_one_for_the_same_grades_and_none_for_one_grade_for_all():
    assert kappa(np.array([0, 1, 2]), np.array([0, 1, 2])) == 1
    assert kappa(np.array([0, 1, 2]), np.array([1, 1, 1])) == pytest.approx(0)


def test_the_best_cuts_part_the_grades_where_scores_do():
    gold = np.array([0] * 10 + [1] * 5 + [2] * 5)
    scores = np.linspace(0, 1, 20)
    assert graded(scores, best_cuts(scores, gold)).tolist() == gold.tolist()


def test_every_pair_is_measured_once_and_never_shares_a_measure_with_those_fitted_on():
    pairs = [(a, b) for a in "abcdefgh" for b in "abcdefgh" if a < b]
    measured = []
    for fit, test in folds(pairs, 3, seed=0):
        measured += test.tolist()
        assert not {name for at in fit for name in pairs[at]} & {
            name for at in test for name in pairs[at]
        }
    assert sorted(measured) == list(range(len(pairs)))
