"""`shisaku bonus --yen`: sums with their steps, what is needed, used wrongly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shisaku import cli

COMPANY = ("--size", "中小企業", "--does", "賃上げ+2.5%", "--hold", "くるみん")


def bonus(graph: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["bonus", "--store", str(graph), *arguments])


def test_each_step_of_a_credit_is_printed_with_its_place(bundled_graph: Path) -> None:
    numbers = ("--payroll-rise", "1000万円", "--tax", "900万円")
    done = bonus(bundled_graph, "--yen", *COMPANY, *numbers, "--for", "賃上げ促進税制")
    assert done.exit_code == 0, done.output
    for part in (
        "賃上げ促進税制 [中小企業]: credit",
        "= 35% of the payroll rise: 350万円",
        "at most 20% of the tax: 180万円   package-2025:1552",
        "left over: 170万円",
        "carried over for 5 years   followup-2024:3407, package-2025:3214",
    ):
        assert part in done.stdout
    record = json.loads(
        bonus(
            bundled_graph, "--yen", "--json", *COMPANY, *numbers, "--for", "賃上げ促進税制"
        ).stdout
    )
    assert [(amount["now"]["yen"], amount["gain"]) for amount in record] == [(1_800_000, 0)]


def test_what_is_needed_is_named_by_its_option(bundled_graph: Path) -> None:
    text = bonus(bundled_graph, "--yen", *COMPANY).stdout
    assert "not computable: needs --payroll-rise" in text
    assert "For no numbers" in text


def test_who_tells_nothing_is_told_what_to_say(bundled_graph: Path) -> None:
    text = bonus(bundled_graph, "--yen", "--for", "賃上げ促進税制").stdout
    assert "say who it is with --size" in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--yen", "--next"), "two questions"),
        (("--yen", "--tax", "-1"), "tax is a number"),
        (("--yen", "--tax", "80人"), "tax is a number"),
        (("--for", "賃上げ促進税制", "--tax", "1億円"), "takes no profile"),
    ],
)
def test_wrong_options_are_told(bundled_graph: Path, arguments: tuple[str, ...], says: str) -> None:
    done = bonus(bundled_graph, *arguments)
    assert done.exit_code == 2 and says in done.output
