"""Communities of measures that are alike, the same in every run, and what holds them together."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graph.store import Store
from queries.overlap.communities import Communities, communities
from queries.overlap.filter import PairFilter
from tests.made_up import catalogue as made_up
from tests.made_up.overlaps import FAIR, LEASE, MAFF
from tests.paths import ROOT


@pytest.fixture
def answer(store_of_overlaps: Store) -> Communities:
    return communities(store_of_overlaps, PairFilter(mode="both"))


def test_measures_that_are_alike_make_a_community_the_best_connected_first(
    answer: Communities,
) -> None:
    assert [[member.id for member in community.members] for community in answer.communities] == [
        [made_up.SALES, FAIR, made_up.MATCHING],
        [made_up.EQUIPMENT, LEASE, made_up.WORKSTYLE],
    ]
    assert (
        answer.communities[0].best.strength == 1.6
        and answer.communities[1].best.id == made_up.EQUIPMENT
    )


def test_a_community_has_its_ministries_its_words_and_its_money(answer: Communities) -> None:
    abroad = answer.communities[0]
    assert [(office.name, count) for office, count in abroad.ministries] == [
        (made_up.METI, 2),
        (made_up.MHLW, 1),
        (MAFF, 1),
    ]
    assert abroad.problems == (("輸出・海外販路の開拓", 2.1),) and abroad.terms == (("輸出", 0.9),)
    assert (abroad.pairs, abroad.score) == (3, 2.1)
    assert [(total.kind, total.own, total.pots) for total in abroad.money] == [
        ("initial", 300_000_000, made_up.JETRO_POT),
        ("supplementary", 1_200_000_000, None),
    ]


def test_what_holds_two_communities_together(answer: Communities) -> None:
    assert [(member.id, member.touches) for member in answer.bridges] == [
        (made_up.EQUIPMENT, (1,)),
        (made_up.SALES, (2,)),
    ]
    assert answer.bridges[0].betweenness == pytest.approx(0.6)


def test_the_floor_decides_who_is_in(store_of_overlaps: Store) -> None:
    between = communities(store_of_overlaps, PairFilter(grade=2))
    assert [len(community.members) for community in between.communities] == [
        3,
        2,
    ] and between.bridges == ()
    assert communities(store_of_overlaps, PairFilter(ministry="内閣府")) == Communities((), (), ())


@pytest.mark.processes
def test_every_run_gives_the_same_communities(graph_of_overlaps: Path) -> None:
    script = (
        f"from shisaku import *\nwith open_store({str(graph_of_overlaps)!r}) as store:"
        " print(communities(store))"
    )
    outcomes = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outcomes) == 1 and "輸出" in outcomes.pop()
