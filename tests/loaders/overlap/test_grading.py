"""What two programmes need, besides their score, to be overlap."""

from __future__ import annotations

import numpy as np
import pytest

from loaders.overlap.grading import can_overlap, grades
from loaders.overlap.profiles import Profile
from loaders.overlap.space import space_of
from loaders.overlap.weights import Grades, Need, Signal, Weights

BY = Weights(
    signals=(Signal(of=("word",), weight=1, why="words"),),
    grades=Grades(fragmentation=0.1, overlap=0.3, duplication=0.9),
    needs=(
        Need(between="companies", of="word", least=0.2, why="the same subject"),
        Need(between="others", of="word", least=0.6, why="beyond companies more of it"),
        Need(between="others", of="method", least=0.1, why="studies are not paid for"),
    ),
)
SUBJECTS = {"a": {"港": 1.0, "荷役": 1.0}, "b": {"港": 1.0, "釣り": 1.0}, "c": {}}


def profile(id_: str, words: str, method: str = "", companies: bool = True) -> Profile:
    methods = {method: 1.0} if method else {}
    named = {"word": SUBJECTS[words], "method": methods}
    return Profile(id_, frozenset(), False, frozenset(), frozenset(), named, companies)


def possible(a: Profile, b: Profile) -> bool:
    others = (profile("programme:8", "c", "x"), profile("programme:9", "c", "y"))
    every = (a, b, *others)
    return bool(can_overlap(space_of(every, BY), every, np.array([0]), np.array([1]))[0])


@pytest.mark.parametrize(
    ("a", "b", "can"),
    [
        (profile("programme:1", "a"), profile("programme:2", "b"), True),
        (profile("programme:1", "a", companies=False), profile("programme:2", "b"), False),
        (profile("measure:1", "a", companies=False), profile("programme:2", "b"), True),
        (profile("programme:1", "a", companies=False), profile("programme:2", "c"), True),
        (
            profile("programme:1", "a", "x", companies=False),
            profile("programme:2", "a", "y"),
            False,
        ),
        (profile("programme:1", "a", "x", companies=False), profile("programme:2", "a"), True),
    ],
    ids=[
        "companies",
        "beyond companies",
        "a measure needs nothing",
        "silence",
        "by other means",
        "no means told",
    ],
)
def test_what_is_needed_hangs_on_whom_they_are_for(a: Profile, b: Profile, can: bool) -> None:
    assert possible(a, b) is can


def test_what_cannot_be_overlap_is_fragmentation_at_most() -> None:
    every = (
        profile("programme:1", "a", companies=False),
        profile("programme:2", "b"),
        profile("programme:3", "a", companies=False),
    )
    pairs = [("programme:1", "programme:2"), ("programme:1", "programme:3")]
    space = space_of(every, BY)
    assert list(grades(space, every, dict.fromkeys(pairs, 0.95)).values()) == [1, 3]
    assert list(grades(space, every, dict.fromkeys(pairs, 0.05)).values()) == [0, 0]
    assert grades(space, every, {}) == {}
