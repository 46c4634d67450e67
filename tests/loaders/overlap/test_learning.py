"""Weights and cuts are learned from graded pairs, as far as these tell of them; nothing is measured
on what it was fitted to.
"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import numpy as np
import pytest
import yaml

from graph.errors import ShisakuError
from loaders.overlap.learning.agreement import agreement, average_precision, folds, graded, kappa
from loaders.overlap.learning.fitting import (
    LEAST_BESIDE_CUT,
    enough_for_weights,
    fitted_cuts,
    fitted_weights,
)
from loaders.overlap.learning.graded_pairs import Graded, read_graded
from loaders.overlap.learning.learn import LEAST, learn
from loaders.overlap.learning.signals import Signals, signals_of
from loaders.overlap.own_weights import rescored, weights_at, write_weights
from loaders.overlap.score import overlaps
from loaders.overlap.weights import read_weights, weights
from tests.made_up.measures import MAFF, METI, MHLW, catalogue, exporting, others
from tests.paths import ROOT

GIVEN = (0.2, 0.45, 0.75)


def told_by(true: list[float], pairs: int = 300, noise: float = 0.03) -> Signals:
    """Pairs that readers grade by these weights."""
    chance = np.random.default_rng(7)
    worth = chance.random((pairs, len(true))) ** 3
    score = worth @ np.array(true)
    gold = sum(
        (score + chance.normal(0, noise, pairs) > cut).astype(np.int64) for cut in (0.25, 0.45)
    )
    sides = tuple((f"measure:{n % 40}", f"measure:x{n // 40}") for n in range(pairs))
    return Signals(sides, np.asarray(gold), worth, np.ones(pairs, dtype=bool))


def test_weights_by_which_readers_grade_are_found_again() -> None:
    signals = told_by([0.1, 0.6, 0.3, 0.0])
    found = fitted_weights(signals, np.array([0.4, 0.2, 0.2, 0.2]))
    assert found == pytest.approx([0.1, 0.6, 0.3, 0.0], abs=0.05)
    assert found.sum() == pytest.approx(1)


def test_weights_that_are_right_already_stay_as_they_are() -> None:
    given = np.array([0.1, 0.6, 0.3])
    assert np.abs(fitted_weights(told_by([0.1, 0.6, 0.3]), given) - given).max() < 0.05


def test_few_pairs_move_no_weight() -> None:
    signals = told_by([0.1, 0.9], pairs=90)
    given = np.array([0.9, 0.1])
    assert not enough_for_weights(signals.gold)
    assert fitted_weights(signals, given) is given


def test_a_grade_begins_where_its_chance_is_even() -> None:
    scores = np.linspace(0, 1, 101)
    gold = (scores > 0.3).astype(int) + (scores > 0.6)
    cuts = fitted_cuts(scores, gold, GIVEN)
    assert cuts[:2] == pytest.approx((0.305, 0.605), abs=0.001)
    assert cuts[2] == 0.75, "no pair of grade 3 tells of it"


def test_cuts_rise_whatever_the_pairs_say() -> None:
    scores = np.linspace(0, 1, 101)
    for least in (0.2, 0.8, 0.94):
        cuts = fitted_cuts(scores, 2 * (scores > least).astype(int), GIVEN)
        assert cuts[0] < cuts[1] < cuts[2] <= 1


@pytest.mark.parametrize("above", [LEAST_BESIDE_CUT - 1, LEAST_BESIDE_CUT])
def test_a_cut_is_moved_only_where_pairs_enough_tell_of_it(above: int) -> None:
    scores = np.linspace(0, 1, 101)
    gold = (scores > 0.3).astype(int) + (np.arange(101) >= 101 - above)
    moved = fitted_cuts(scores, gold, GIVEN)[1] != GIVEN[1]
    assert moved == (above >= LEAST_BESIDE_CUT)


def test_where_no_score_is_sure_the_cut_stays() -> None:
    scores = np.linspace(0, 1, 100)
    gold = (np.arange(100) % 5 == 0).astype(int)
    assert fitted_cuts(scores, gold, GIVEN) == GIVEN


def test_nothing_stands_both_where_is_fitted_and_where_is_measured() -> None:
    sides = told_by([1.0]).sides
    measured = []
    for fit, test in folds(sides, 5, 1):
        assert not {s for row in fit for s in sides[row]} & {s for row in test for s in sides[row]}
        measured += test.tolist()
    assert sorted(measured) == list(range(len(sides)))


def test_figures_are_those_that_are_reckoned_by_hand() -> None:
    scores, gold = np.array([0.9, 0.8, 0.4, 0.1]), np.array([2, 0, 1, 0])
    assert average_precision(scores, gold >= 1) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(scores, gold >= 3) == 0
    grades = graded(scores, (0.3, 0.6, 0.95))
    assert grades.tolist() == [2, 2, 1, 0]
    of = agreement(scores, grades, gold)
    assert (of.overlap.precision, of.overlap.recall) == (0.5, 1.0)
    assert of.fragmentation.precision == pytest.approx(2 / 3)
    assert kappa(gold, gold) == 1 and of.kappa < 1


# --- the file -----------------------------------------------------------------------------------


def compared():
    """Exporters and others, of which pairs are graded."""
    return catalogue(
        *(exporting(f"e{n}", METI if n % 2 else MAFF) for n in range(8)), *others(6, MHLW)
    )


def side(id_: str) -> dict:
    return {"id": f"measure:{id_}"}


def written(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def graded_pairs(pairs: int = 28) -> list[Graded]:
    ids = sorted(m.id for m in compared().measures)
    exporters = [id_ for id_ in ids if ":e" in id_]
    every = [(a, b) for a in ids for b in ids if a < b][:pairs]
    return [Graded(a, b, 2 if a in exporters and b in exporters else 0) for a, b in every]


def test_sides_are_found_by_lines_by_sheet_and_by_id(tmp_path: Path) -> None:
    known = compared()
    place = {"document": "made-up", "line_start": 2, "line_end": 5, "title": "…"}
    told = read_graded(
        written(
            tmp_path / "p.jsonl",
            {"a": side("e1"), "b": side("e0"), "grade": 2, "joint": False, "pool": "x"},
            {"a": side("e0"), "b": side("e1"), "grade": 1},
            {"a": side("e0"), "b": side("e2"), "grade": 1, "joint": True},
            {"a": place, "b": "measure:e3", "grade": 1},
            {"a": {"document": "rs-2031", "id": "7"}, "b": side("e1"), "grade": 0},
            {"a": place | {"line_start": 90, "line_end": 99}, "b": side("e1"), "grade": 0},
        )
    ).within(known)
    first = known.appearances[0].measure
    assert [(p.a, p.b, p.grade) for p in told.pairs[:1]] == [("measure:e0", "measure:e1", 1)]
    assert {told.pairs[1].a, told.pairs[1].b} == {first, "measure:e3"}
    assert (told.joint, told.again) == (1, 1)
    assert [line.rpartition(", ")[2] for line in told.lost] == [
        "line 5: side a is unknown",
        "line 6: side a is unknown",
    ]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "line 2: is no graded pair: Invalid JSON"),
        ("[]", "line 2: is no graded pair"),
        ('{"a": {"id": "x"}, "b": {"id": "y"}}', "line 2: is no graded pair: grade"),
        ('{"a": {"id": "x"}, "b": {"id": "y"}, "grade": 4}', "grade: Input should be less"),
        ('{"a": {"id": "x"}, "b": {"id": "y"}, "grade": "2"}', "grade: Input should be a valid"),
        ('{"a": {"id": "x"}, "b": {}, "grade": 1}', "b: Value error, names no id"),
        ('{"a": {"document": "d"}, "b": {"id": "y"}, "grade": 1}', "names no lines"),
        ('"' + "x" * 70_000 + '"', "line 2: is longer than 64 KiB"),
    ],
)
def test_a_line_that_is_no_graded_pair_is_said_with_its_number(
    tmp_path: Path, line: str, why: str
) -> None:
    path = tmp_path / "p.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ShisakuError) as refused:
        read_graded(path)
    assert why in str(refused.value) and "\n" not in str(refused.value)


@pytest.mark.parametrize("name", ["", "nothing.jsonl", "/dev/zero"])
def test_what_is_no_file_of_pairs_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ShisakuError, match=r"no regular file|cannot be read"):
        read_graded(tmp_path / name)


# --- learned ------------------------------------------------------------------------------------


def test_signals_by_their_weights_come_to_the_scores_of_the_catalogue() -> None:
    known, by = compared(), weights()
    scored = {(o.a, o.b): o.score for o in overlaps(known)}
    signals = signals_of(known, [Graded(a, b, 0) for a, b in scored], "measures", by)
    given = np.array([signal.weight for signal in by.signals])
    assert scored
    assert signals.scores(given) == pytest.approx(
        [scored[sides] for sides in signals.sides], abs=2e-4
    )


def test_what_is_learned_of_few_pairs_are_cuts_and_it_says_so() -> None:
    learned = learn(compared(), graded_pairs(80), "measures")
    assert any("too few pairs, cuts alone are learned" in why for why in learned.kept)
    assert all(change.before == change.after for change in learned.signals)
    assert learned.weights.signals == weights().signals
    assert learned.by_grade[0] + learned.by_grade[2] == learned.pairs
    assert learned.learned.kappa >= learned.shipped.kappa
    again = learn(compared(), graded_pairs(80), "measures")
    assert again == learned, "the same pairs teach the same"


@pytest.mark.parametrize("pairs", [LEAST - 1, 7])
def test_too_few_pairs_teach_nothing(pairs: int) -> None:
    with pytest.raises(ShisakuError, match="too few pairs of measures to learn from"):
        learn(compared(), graded_pairs()[:pairs], "measures")


def test_pairs_that_cannot_be_overlap_do_not_move_its_cut() -> None:
    scores, gold = np.linspace(0.01, 1, 100), 2 * (np.arange(100) >= 60).astype(int)
    cannot = (scores > 0.3) & (scores < 0.6)
    told = np.where(cannot, 1, gold)
    can = fitted_cuts(scores, told, GIVEN, ~cannot)
    assert can[1] == pytest.approx(0.605, abs=0.01)
    held = Signals((), told, scores[:, None], ~cannot).grades(scores, can)
    assert set(held[cannot].tolist()) <= {0, 1} and (held[scores > 0.61] >= 2).all()


def test_pairs_that_are_alike_in_nothing_teach_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = graded_pairs(80)
    nothing = Signals(
        tuple((pair.a, pair.b) for pair in told),
        np.array([pair.grade for pair in told]),
        np.zeros((len(told), len(weights().signals))),
        np.ones(len(told), dtype=bool),
    )
    monkeypatch.setattr("loaders.overlap.learning.learn.signals_of", lambda *_: nothing)
    with pytest.raises(ShisakuError, match=r"none of the 80 pairs .* alike in anything"):
        learn(compared(), told, "measures")


def test_where_pairs_without_any_likeness_are_so_the_cut_stays() -> None:
    scores, gold = np.repeat([0.0, 0.1, 0.2], 20), np.repeat([1, 0, 1], 20)
    assert fitted_cuts(scores, gold, GIVEN)[0] == GIVEN[0]


def test_no_pair_with_a_programme_teaches_nothing_of_programmes() -> None:
    with pytest.raises(ShisakuError, match="too few pairs of programmes to learn from: 0"):
        learn(compared(), graded_pairs(), "programmes")


# --- used ---------------------------------------------------------------------------------------


def test_learned_weights_fit_the_schema_are_read_back_and_score(tmp_path: Path) -> None:
    known = compared()
    learned = learn(known, graded_pairs(80), "measures").weights
    path = tmp_path / "weights.yaml"
    write_weights(learned, path, 80)
    assert read_weights(path) == learned
    schema = json.loads((ROOT / "docs/schemas/overlap-weights.json").read_text(encoding="utf-8"))
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema)
    assert weights_at(tmp_path) == weights_at(path) == {"measures": learned}
    scored = rescored(known, weights_at(path)).overlaps
    assert {(o.a, o.b): o.grade for o in scored} == {
        (o.a, o.b): o.grade for o in overlaps(known, learned)
    }
    assert all(o.grade == learned.grade(o.score) for o in scored) and scored


def test_weights_that_do_not_hold_together_leave_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "weights.yaml"
    write_weights(weights(), path, 1)
    before = path.read_bytes()
    wrong = weights().model_copy(update={"signals": weights().signals[:1]})
    with pytest.raises(ShisakuError, match="add up to"):
        write_weights(wrong, path, 1)
    assert path.read_bytes() == before


def test_pairs_of_the_other_kind_stay_when_one_is_scored_anew() -> None:
    known = compared()
    kept = rescored(known, {"programmes": weights()})
    assert kept.overlaps == known.overlaps
    assert rescored(known, {}).overlaps == known.overlaps


def test_a_folder_without_weights_says_what_it_should_hold(tmp_path: Path) -> None:
    with pytest.raises(ShisakuError, match=r"weights\.yaml or programme_weights\.yaml"):
        weights_at(tmp_path)
    (tmp_path / "programme_weights.yaml").write_text("signals: []\n", encoding="utf-8")
    with pytest.raises(ShisakuError, match=r"programme_weights\.yaml: signals"):
        weights_at(tmp_path)
