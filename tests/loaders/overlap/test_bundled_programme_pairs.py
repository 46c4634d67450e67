"""The bundled pairs with budget programmes, held to what the state itself says of them."""

from __future__ import annotations

import json

import pytest

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Overlap
from loaders.overlap.apart import apart
from loaders.overlap.programmes import programme_overlaps
from tests.sources import source

pytestmark = pytest.mark.bundled


@pytest.fixture(scope="module")
def pairs(bundled: Catalogue) -> dict[frozenset[str], Overlap]:
    """The scored pairs by their ids."""
    return {frozenset((o.a, o.b)): o for o in bundled.overlaps}


def test_they_are_what_scoring_the_bundled_catalogue_gives(
    bundled: Catalogue, pairs: dict[frozenset[str], Overlap]
) -> None:
    scored = {frozenset((o.a, o.b)): o for o in programme_overlaps(bundled)}
    assert scored and scored == {ids: o for ids, o in pairs.items() if o.b.startswith("programme:")}


@pytest.mark.sources
def test_of_pairs_that_sheets_call_alike_four_in_five_between_ministries_are_graded(
    pairs: dict[frozenset[str], Overlap],
) -> None:
    """Half of them overlap or more, and most of those inside a ministry have a grade."""
    told = source("../rs/witness.jsonl").read_text(encoding="utf-8").splitlines()
    grades: dict[bool, list[int]] = {True: [], False: []}
    for row in map(json.loads, told):
        pair = pairs.get(frozenset(f"programme:{row[side]}" for side in "ab"))
        grades[row["between_ministries"]].append(pair.grade if pair else 0)
    between, inside = grades[True], grades[False]
    assert 5 * sum(grade >= 1 for grade in between) >= 4 * len(between) > 0
    assert 2 * sum(grade >= 2 for grade in between) >= len(between)
    assert 2 * sum(grade >= 1 for grade in inside) >= len(inside) > 0


def test_what_is_run_jointly_or_belongs_together_is_no_pair(
    bundled: Catalogue, pairs: dict[frozenset[str], Overlap]
) -> None:
    together = apart(bundled)
    assert sum(bool(programme.co_ministries) for programme in bundled.programmes) > 300
    assert [
        ids for ids in pairs for one in ids for other in ids if other in together.get(one, ())
    ] == []


def test_what_one_sheet_names_of_another_ministry_is_a_pair_unless_it_belongs_together(
    bundled: Catalogue, pairs: dict[frozenset[str], Overlap]
) -> None:
    ministries = {programme.id: set(programme.ministries) for programme in bundled.programmes}
    together = apart(bundled)
    declared = {
        frozenset((programme.id, other.programme))
        for programme in bundled.programmes
        for other in programme.related
        if other.programme in ministries
        and ministries[programme.id].isdisjoint(ministries[other.programme])
    }
    scored = [pairs.get(ids) for ids in declared if max(ids) not in together.get(min(ids), ())]
    assert len(declared) >= 8 and sum(pair is None or pair.score == 0 for pair in scored) <= 1
    assert sum(pair is not None and pair.grade >= 1 for pair in scored) >= 5
