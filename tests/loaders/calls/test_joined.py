"""Which measure and which budget programme a call is of, by names, with reasons."""

from __future__ import annotations

from typing import Any

import pytest

from loaders.calls.joined import joined_calls
from loaders.calls.titles import names_in
from loaders.catalogue.records import Measure
from loaders.catalogue.records.calls import Call, CallJoin, ToldAt
from loaders.catalogue.records.programmes import PaysFor, Programme

NETS = "港町の網の更新支援補助金"


def call(title: str, **other: Any) -> Call:
    fields: dict[str, Any] = {
        "id": "call:S-1",
        "code": "S-1",
        "title": title,
        "fetched_at": "",
        "told": [ToldAt(document="jgrants-1", line=1)],
    }
    return Call(**fields | other)


def measure(number: int, title: str, **other: Any) -> Measure:
    return Measure(id=f"measure:{number}", title=title, appearances=[f"a{number}"], **other)


def programme(number: int, name: str, **other: Any) -> Programme:
    return Programme(id=f"programme:{number}", name=name, sheets=[2031], **other)


def joins(one: Call, *named: Measure | Programme) -> list[tuple[str, tuple[str, ...]]]:
    measures = [each for each in named if isinstance(each, Measure)]
    programmes = [each for each in named if isinstance(each, Programme)]
    found = joined_calls([one], measures, programmes).calls[0]
    assert found.measure == next((j.of for j in found.joins if "measure" in j.of), None)
    return [(join.of, tuple(join.why)) for join in found.joins]


@pytest.mark.parametrize(
    "title",
    [
        NETS,
        f"令和13年度 {NETS}",
        f"【港の役所】令和12年度(補正予算){NETS}(三次公募)",
        f"2031年度「{NETS}」の第2回公募",
        f"第2回「{NETS}」",
        f"{NETS}_二次募集",
        f"{NETS} 3次公募【山の会】",
    ],
)
def test_whose_call_the_year_and_the_round_are_no_part_of_the_name(title: str) -> None:
    assert NETS in names_in(title)
    assert joins(call(title), measure(1, NETS)) == [("measure:1", ("same_name",))]


def test_a_part_in_brackets_is_joined_to_the_whole_or_to_its_own_measure() -> None:
    title = f"{NETS}(港町の浮桟橋整備事業)"
    whole, own = measure(1, NETS), measure(2, "港町の浮桟橋整備事業")
    assert joins(call(title), whole) == [("measure:1", ("part_of_name",))]
    assert joins(call(title), whole, own) == [("measure:2", ("same_name",))]


def test_the_scheme_joins_where_the_title_does_not() -> None:
    one = call("海の若者の集い", scheme=NETS)
    assert joins(one, measure(1, NETS)) == [("measure:1", ("name_of_scheme",))]


def test_a_name_that_several_bear_joins_nothing_and_is_said() -> None:
    found = joined_calls([call(NETS)], [measure(1, NETS), measure(2, NETS)], [])
    assert (found.calls[0].measure, found.calls[0].joins) == (None, [])
    assert found.doubts == (f"call:S-1 {NETS}: measure:1, measure:2 bear its name",)


def test_other_names_are_not_joined() -> None:
    assert joins(call("山村の炭焼き小屋の補助金"), measure(1, NETS), programme(7, NETS)) == []


def test_a_prefectures_own_call_needs_a_long_name() -> None:
    short = "網の直売所整備事業"
    own = call(f"【港山県】{short}", areas=["港山県"])
    assert joins(own, measure(1, short)) == []
    assert joins(call(short), measure(1, short)) == [("measure:1", ("same_name",))]
    with_whole = call(f"{NETS}({short})", areas=["港山県"])
    assert joins(with_whole, measure(1, short), programme(7, NETS)) == [
        ("measure:1", ("same_name",)),
        ("programme:7", ("part_of_name",)),
    ]


def test_what_is_the_same_as_the_one_is_the_other_too() -> None:
    pays = [PaysFor(measure="measure:1", kind="same", score=1.0, why=["by_hand"])]
    paying = programme(7, NETS, pays_for=pays)
    found = joined_calls([call(NETS)], [measure(1, "浮桟橋の更新支援補助金")], [paying]).calls[0]
    assert found.joins == [
        CallJoin(of="measure:1", score=0.9, why=["through_programme"]),
        CallJoin(of="programme:7", score=1.0, why=["same_name"]),
    ]
