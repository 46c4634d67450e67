"""`shisaku bonus`: a profile's answer, the next step, tiers, paths, the matrix, a table of
companies; used wrongly.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graph.errors import ShisakuError
from graph.opening import open_store
from loaders.load import load
from shisaku import cli
from tests.made_up import bonuses as made_up_bonuses


@pytest.fixture
def graph(graph_of_bonuses: Path) -> Path:
    return graph_of_bonuses


def bonus(graph: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["bonus", "--store", str(graph), *map(str, arguments)])


def answer(graph: Path, *arguments: str | Path) -> object:
    result = bonus(graph, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_a_profile_is_answered_with_what_it_unlocks_and_what_is_missing(graph: Path) -> None:
    asked = (
        "--size",
        "中小企業",
        "--hold",
        "くるみん",
        "--does",
        "賃上げ+3%",
        "--employees",
        "10人",
    )
    found = answer(graph, *asked)
    assert found["profile"] == {
        "size": ["中小企業"],
        "hold": ["くるみん"],
        "does": ["賃上げ+3%"],
        "employees": 10,
    }
    assert {rule["id"] for rule in found["unlocked"]} == {
        "rule:points",
        "rule:either",
        "rule:uplift",
        "rule:wage low",
        "rule:any rise",
        "rule:both",
        "rule:door",
    }
    assert {
        each["rule"]["id"]: [way["what"] for way in each["missing"]] for each in found["almost"]
    }["rule:platinum"] == ["プラチナくるみん"]
    text = bonus(graph, *asked).stdout
    assert (
        "5% [中小企業] measure:00000006 by くるみん   booklet-2025:5" in text
        and "missing プラチナくるみん → screening_points 3点" in text
    )


def test_options_add_to_the_file_of_a_profile(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("size: 大企業\nhold: くるみん\n", encoding="utf-8")
    assert answer(graph, "--profile", tmp_path / "profile.yaml", "--hold", "DX認定")["profile"] == {
        "size": ["大企業"],
        "hold": ["くるみん", "DX認定"],
    }


def test_no_profile_gives_what_is_open_to_everyone_and_says_so(graph: Path) -> None:
    found = answer(graph)
    assert found["profile"] == {} and found["unlocked"] == [] and found["almost"]
    assert bonus(graph).stdout.startswith("No profile: what is open to companies of every size")


def test_a_missing_number_is_told(graph: Path) -> None:
    assert (
        "on the number of employees → cap_uplift 1,000万円"
        in bonus(graph, "--hold", "DX認定").stdout
    )


def test_what_is_in_force_planned_and_no_longer_restated_is_counted_apart(graph: Path) -> None:
    asked = ("--hold", "DX認定", "--does", "賃上げ+6%", "--employees", "10")
    assert (
        "Unlocked: 6 rules in force (1 outranked), 1 planned or considered, 1 no longer restated\n"
        in bonus(graph, *asked).stdout
    )


def test_what_was_no_more_than_considered_and_is_no_longer_restated_is_said_to_be_both(
    tmp_path: Path,
) -> None:
    made = made_up_bonuses.catalogue()
    considered = tuple(
        rule.model_copy(update={"last_status": "considered"}) if rule.id == "rule:gone" else rule
        for rule in made.rules
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(replace(made, rules=considered), store)
    text = bonus(tmp_path / "graph.lbug", "--hold", "DX認定").stdout
    assert (
        "公庫融資 (considered, not_restated) by DX認定" in text
        and "1 no longer restated (of these 1 never stated as in force)\n" in text
    )
    assert (
        next(
            rule["last_status"]
            for rule in answer(tmp_path / "graph.lbug", "--hold", "DX認定")["unlocked"]
            if rule["id"] == "rule:gone"
        )
        == "considered"
    )


@pytest.mark.parametrize("option", ["--hold", "--does", "--size", "--with", "--unlock"])
def test_an_empty_name_is_refused(graph: Path, option: str) -> None:
    result = bonus(graph, "--size", "中小企業", option, " ")
    assert result.exit_code == 2 and f"{option} is empty" in result.output


def test_a_certification_that_no_document_names_is_told(graph: Path) -> None:
    assert (
        "No document of these names SECURITY ACTION"
        in bonus(graph, "--hold", "SECURITY ACTION").stdout
    )


def test_next_prints_the_best_and_json_has_all(graph: Path) -> None:
    text = bonus(graph, "--next", "--size", "中小企業", "--top", "1").stdout
    assert (
        text.startswith("くるみん: 3 new rules")
        and "needs first        経営力向上計画" in text
        and "more add something" in text
        and " 0 " not in text.splitlines()[-1]
    )
    steps = answer(graph, "--next", "--size", "中小企業")
    assert len(steps) == 6 and all(
        {"certification", "adds", "needs"} <= set(step) for step in steps
    )


def test_of_with_tiers_and_paths(graph: Path) -> None:
    of = bonus(graph, "--of", "くるみん").stdout.splitlines()
    assert of[0] == "くるみん: 3 rules" and "公募要領 were not read" in of[1]
    assert of[2] == "  given by 厚生労働省"
    of = bonus(graph, "--of", "DX認定").stdout.splitlines()
    assert of[3] == "  held by 会社、個人事業主" and of[4].startswith("  cost: 無料  [")
    assert answer(graph, "--of", "DX認定")["facts"]["terms"][0]["says"] == "無料"
    assert (
        "くるみん   (needs 経営力向上計画): 小規模事業者 3 (+3)"
        in bonus(graph, "--of", "くるみん", "--all-tiers").stdout
    )
    assert [tier["tier"] for tier in answer(graph, "--of", "くるみん", "--all-tiers")] == [1, 2, 3]
    assert (
        "—RAISES→ 公共調達"
        in bonus(graph, "--of", "くるみん", "--to", "公共調達", "--max-length", "2").stdout
    )


def test_the_matrix(graph: Path) -> None:
    assert {"issuer": "厚生労働省", "raised": "経済産業省", "count": 2}.items() <= next(
        c for c in answer(graph, "--matrix") if c["raised"] == "経済産業省"
    ).items()
    text = bonus(graph, "--matrix").stdout
    assert (
        "厚生労働省  → 公共調達" in text and "Left out: 0 rules that ask for certifications" in text
    )


def test_a_table_of_companies(graph: Path, tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("法人番号,認定\n1,くるみん\n2,くるみ\n", encoding="utf-8")
    strict = bonus(graph, "--companies", tmp_path / "in.csv", "--out", tmp_path / "out.csv")
    assert (
        isinstance(strict.exception, ShisakuError)
        and "in.csv:3: " in str(strict.exception)
        and not (tmp_path / "out.csv").exists()
    )
    done = bonus(
        graph,
        "--companies",
        tmp_path / "in.csv",
        "--out",
        tmp_path / "out.csv",
        "--lenient",
        "--size",
        "中小企業",
    )
    assert done.exit_code == 0 and done.stdout == "" and "1 company, 1 row left out" in done.stderr
    assert (tmp_path / "out.csv").read_text(encoding="utf-8").count("\n1,,rule:") == 4


@pytest.mark.parametrize(
    "wrong",
    [
        ["--size", "大企業", "--size", "小規模事業者"],
        ["--hold", "くるみ"],
        ["--does", "賃上げ+3円"],
        ["--size", "零細"],
        ["--size", "小規模事業者", "--employees", "21"],
        ["--industry", "農行"],
        ["--kind", "無限会社"],
        ["--of", "くるみ"],
        ["--of", "くるみん", "--to", "どこにもない制度"],
        ["--of", "SECURITY ACTION", "--to", "公共調達"],
    ],
)
def test_what_does_not_hold_together_is_an_error_of_ours(graph: Path, wrong: list[str]) -> None:
    assert isinstance(bonus(graph, *wrong).exception, ShisakuError)


@pytest.mark.parametrize(
    "wrong",
    [
        ["--capital", "many"],
        ["--employees", "-1"],
        ["--next", "--matrix"],
        ["--of", "くるみん", "--hold", "DX認定"],
        ["--all-tiers"],
        ["--top", "3"],
        ["--to", "公共調達"],
        ["--of", "くるみん", "--all-tiers", "--to", "公共調達"],
        ["--out", "x.csv"],
        ["--lenient"],
        ["--companies", "nowhere.csv", "--out", "x.csv"],
        ["--companies", __file__, "--out", "x.csv", "--mapping", "nowhere.yaml"],
        ["--profile", "nowhere.yaml"],
        ["--max-length", "9"],
        ["くるみん"],
    ],
)
def test_used_wrongly_is_two(graph: Path, wrong: list[str]) -> None:
    result = bonus(graph, *wrong)
    assert result.exit_code == 2 and result.stdout == "" and "Error: " in result.stderr
