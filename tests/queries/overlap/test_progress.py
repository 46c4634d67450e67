"""How far readers are with pairs, and checked pairs as graded ones."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from graph.store import Store
from queries.overlap.filter import PairFilter
from queries.overlap.marks import Mark, pair_ids
from queries.overlap.marks_as_pairs import as_pairs
from queries.overlap.pairs import scored_pairs
from queries.overlap.programme_pairs import programme_pairs
from queries.overlap.progress import of_status, progress
from tests.made_up import catalogue as made_up
from tests.made_up.overlaps import FAIR
from tests.made_up.programme_pairs import MAFF, METI

EVERY = PairFilter(grade=0, mode="both")
SALES = made_up.SALES


def marks(*said: tuple[str, str, dict]) -> dict[tuple[str, str], Mark]:
    at = datetime(2026, 4, 1, tzinfo=UTC)
    return {pair_ids(a, b): Mark(**{"a": a, "b": b, "at": at, **told}) for a, b, told in said}


def test_pairs_are_counted_by_status_verdict_and_ministries(store_of_overlaps: Store) -> None:
    pairs = scored_pairs(store_of_overlaps)
    said = marks(
        (SALES, FAIR, {"verdict": "agree"}),
        (pairs[1].b, pairs[1].a, {"status": "checking"}),
        ("measure:other", "measure:pair", {"verdict": "not_overlap"}),
    )
    told = progress(store_of_overlaps, pairs, said)
    total = told.total
    assert (total.pairs, total.checked, total.checking, total.unchecked) == (6, 1, 1, 4)
    assert (total.agree, total.not_overlap) == (1, 0)
    assert told.by_offices[0].counted.pairs == max(o.counted.pairs for o in told.by_offices)
    (of_both,) = [
        of.counted for of in told.by_offices if {of.office_a.name, of.office_b.name} == {METI, MAFF}
    ]
    assert of_both.checked == 1
    assert [(p.a, p.b) for p in of_status(pairs, said, "checked")] == [pair_ids(SALES, FAIR)]
    assert len(of_status(pairs, said, "unchecked")) == 4


def test_pairs_with_programmes_count_for_their_ministries(store_of_programme_pairs: Store) -> None:
    pairs = programme_pairs(store_of_programme_pairs, EVERY)
    said = marks(("programme:7", "programme:12", {"verdict": "not_overlap"}))
    told = progress(store_of_programme_pairs, pairs, said)
    assert (told.total.pairs, told.total.checked, told.total.not_overlap) == (2, 1, 1)
    assert sum(of.counted.checked for of in told.by_offices) == 1


@pytest.mark.parametrize(
    ("told", "grade"),
    [
        ({"verdict": "agree", "grade": 2}, 2),
        ({"verdict": "not_overlap", "grade": 2}, 0),
        ({"verdict": "not_overlap", "grade": 2, "judged": 1}, 1),
        ({"judged": 3}, 3),
        ({"verdict": "agree", "grade": 2, "status": "checking"}, None),
        ({"status": "checked", "grade": 2}, None),
    ],
)
def test_a_checked_and_judged_pair_has_a_grade(
    store_of_programme_pairs: Store, told: dict, grade: int | None
) -> None:
    graded = as_pairs(store_of_programme_pairs, marks((SALES, "programme:12", told)))
    assert [pair["grade"] for pair in graded.pairs] == ([] if grade is None else [grade])
    assert graded.unsettled == (grade is None)


def test_graded_pairs_are_written_as_readers_write_them(store_of_programme_pairs: Store) -> None:
    said = marks(
        (SALES, "programme:12", {"judged": 2, "who": "佐藤"}),
        (SALES, "measure:gone", {"judged": 0}),
    )
    graded = as_pairs(store_of_programme_pairs, said)
    (line,) = graded.as_jsonl().decode().splitlines()
    pair = json.loads(line)
    assert set(pair) == {"a", "b", "grade", "joint", "who", "at"}
    assert pair["a"].keys() == {"document", "line_start", "line_end", "title"}
    assert pair["b"]["document"].startswith("rs-") and pair["b"]["id"] == "12"
    assert (pair["grade"], pair["joint"], pair["who"]) == (2, False, "佐藤")
    assert graded.unknown == ("measure:gone",)
