"""`shisaku diff` and `shisaku show` on two documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import NotFound
from shisaku import cli
from tests.made_up import catalogue as made_up
from tests.made_up.years import EARLIER, ITEM_NEW, ITEM_NOW


@pytest.fixture
def shisaku(graph_of_two_years: Path):
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(
            cli, [*arguments, "--store", str(graph_of_two_years)], catch_exceptions=False
        )

    return run


def test_diff_lists_every_change_with_both_places(shisaku) -> None:
    told = shisaku("diff", EARLIER, made_up.DOCUMENT).stdout
    assert (
        "2 first told here, 1 no longer told here, 1 told otherwise, 0 renamed,"
        " 1 under another title, 1 moved, 1 partners, 2 grown, 1 shrunk"
    ) in told
    assert "there by its part 海外販路開拓支援" in told
    assert (
        "設備投資補助金   followup-2023:21" in told
        and "ものづくり設備補助金   booklet-2025:51" in told
    )
    assert (
        "at most 250億円 (initial, FY2023)   followup-2023:45" in told
        and "its own share is not printed" in told
    )
    assert f"succeeded by 海外人材マッチング   {made_up.MATCHING}" in told


def test_diff_as_json_has_the_same_and_the_way_back_is_noted(shisaku) -> None:
    found = json.loads(shisaku("diff", EARLIER, made_up.DOCUMENT, "--json").stdout)
    assert found["counts"]["grown"] == 2 and found["changes"][0]["kind"] == "first_told"
    back = shisaku("diff", made_up.DOCUMENT, EARLIER)
    assert "followup-2023 is the earlier of the two" in back.stderr and "earlier" not in back.stdout


def test_diff_of_a_document_that_is_not_there_names_those_that_are(shisaku) -> None:
    with pytest.raises(NotFound, match="there are booklet-2025, followup-2023"):
        shisaku("diff", EARLIER, "booklet-1999")


def test_show_gives_a_measure_over_the_years(shisaku) -> None:
    shown = shisaku("show", made_up.EQUIPMENT).stdout
    assert "2023-03     設備投資補助金 (内閣府)   followup-2023:21" in shown
    assert "FY2024      5億円  initial, as the year before   booklet-2025:56" in shown
    assert "[followup-2023 to booklet-2025]" in shown, "since when a rule is told"
    assert (
        f"item          booklet-2025 ① 設備と販路   {ITEM_NOW}" in shown
        and f"carrying on   followup-2023 new ①－１ 設備投資の促進   {ITEM_NEW}" in shown
    )


@pytest.mark.parametrize("name", [ITEM_NEW, f"{EARLIER}:new:①-1", "設備投資の促進"])
def test_show_gives_an_item_with_what_came_of_it(shisaku, name: str) -> None:
    shown = shisaku("show", name).stdout.splitlines()
    assert shown[0] == f"①－１ 設備投資の促進   {ITEM_NEW}"
    assert any(line.startswith("  carried on by booklet-2025 ① 設備と販路") for line in shown)
    assert "  result        相談件数  FY2022 30件   followup-2023:151" in shown
    assert any(
        "covers        ものづくり設備補助金" in line
        and "told in followup-2023, booklet-2025" in line
        for line in shown
    )
    assert (
        json.loads(shisaku("show", name, "--json").stdout)["later"][0]["covers"][0]["id"]
        == made_up.EQUIPMENT
    )
