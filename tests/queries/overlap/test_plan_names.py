"""Names of plans in a cell: lists are taken apart, names that only contain a separator are not."""

from __future__ import annotations

import pytest

from queries.overlap.plan_names import is_filled_in, plan_names


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("「養蜂計画」、「花畑の基本方針2030」", ["養蜂計画", "花畑の基本方針2030"]),
        ("「養蜂計画」「花畑構想」", ["養蜂計画", "花畑構想"]),
        ("「養蜂計画・花畑構想」（令和12年6月18日閣議決定）", ["養蜂計画", "花畑構想"]),
        ("養蜂計画（令和12年6月閣議決定、令和13年２月改定）、花畑構想", ["養蜂計画", "花畑構想"]),
        ("・養蜂計画\n・花畑構想等", ["養蜂計画", "花畑構想"]),
        ("花・蜜共同計画", ["花・蜜共同計画"]),
        ("養蜂計画（第二期）", ["養蜂計画（第二期）"]),
        ("なし", []),
    ],
)
def test_each_plan_of_a_cell_by_its_name(cell: str, names: list[str]) -> None:
    assert list(plan_names(cell).values()) == names


def test_the_same_name_in_another_width_is_the_same() -> None:
    assert set(plan_names("「ＩＴ養蜂計画２０３０」")) == set(plan_names("IT養蜂計画2030"))


def test_a_policy_whose_measure_is_a_dash_is_not_told() -> None:
    assert is_filled_in("７ 花畑の発展 / １ 蜜源")
    assert not is_filled_in("７ 花畑の発展 / ー") and not is_filled_in("－ / ー")
