"""weights.yaml: weights that do not add up, or grades that do not rise, are refused with what is
wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.overlap.weights import read_weights, weights

GOOD = """
signals:
  - {of: [problem], weight: 0.4, why: w}
  - {of: [problem, activity], weight: 0.6, why: w}
differences:
  - {of: size, takes: 0.5, why: w}
brakes:
  - {of: word, below: 0.2, takes: 0.4, why: w}
grades: {fragmentation: 0.2, overlap: 0.4, duplication: 0.7}
"""


def test_the_weights_of_the_package_hold_together_and_each_says_why():
    assert sum(signal.weight for signal in weights().signals) == pytest.approx(1)
    assert all(
        row.why
        for row in (*weights().signals, *weights().differences, *weights().brakes, weights().short)
    )


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("weight: 0.6", "weight: 0.5", "the weights of the signals add up to 0.9, not to 1"),
        ("weight: 0.6", "weight: 0.7", "add up to 1.1, not to 1"),
        ("weight: 0.4", "weight: -0.4", "signals.0.weight: Input should be greater than 0"),
        ("[problem, activity]", "[problem]", "problem stands twice"),
        ("[problem, activity]", "[luck]", "signals.1.of.0: Input should be"),
        (
            "takes: 0.5",
            "takes: 1.5",
            "differences.0.takes: Input should be less than or equal to 1",
        ),
        (
            "overlap: 0.4",
            "overlap: 0.1",
            "do not rise from fragmentation over overlap to duplication",
        ),
        ("below: 0.2", "below: 0", "brakes.0.below: Input should be greater than 0"),
        ("takes: 0.4", "takes: -1", "brakes.0.takes: Input should be greater than or equal to 0"),
        ("grades:", "grades: [", "is no YAML"),
    ],
)
def test_a_file_that_does_not_hold_together_is_refused_with_its_name(
    tmp_path: Path, was: str, now: str, says: str
):
    path = tmp_path / "weights.yaml"
    path.write_text(GOOD.replace(was, now), encoding="utf-8")
    with pytest.raises(VocabularyError, match="weights.yaml") as error:
        read_weights(path)
    assert says in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path):
    with pytest.raises(VocabularyError, match="none.yaml: cannot be read"):
        read_weights(tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("score", "grade"), [(0.0, 0), (0.19, 0), (0.2, 1), (0.4, 2), (0.7, 3), (1.0, 3)]
)
def test_a_grade_begins_at_its_score(tmp_path: Path, score: float, grade: int):
    (tmp_path / "weights.yaml").write_text(GOOD, encoding="utf-8")
    assert read_weights(tmp_path / "weights.yaml").grade(score) == grade
