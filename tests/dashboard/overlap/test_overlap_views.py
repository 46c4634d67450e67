"""府省庁の重なり as Streamlit runs it, without a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.opening import open_store
from loaders.load import load
from tests.dashboard.overlap.conftest import Run
from tests.dashboard.overlap.listing import listed
from tests.dashboard.pages import html
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up.catalogue import EQUIPMENT, SALES
from tests.made_up.overlaps import FAIR, LEASE


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "address",
    [
        {},
        {"mode": "within"},
        {"mode": "both", "value": "score"},
        {"tab": "communities"},
        {"tab": "communities", "community": "1", "colour": "ministry"},
        {"tab": "communities", "measure": EQUIPMENT},
        {"tab": "connectors"},
        {"tab": "remarks"},
        {"pair": [SALES, FAIR]},
        {"grade": "3", "score": "0.95"},
    ],
)
def test_every_view_can_be_shown(run: Run, language: str, address: dict[str, Any]) -> None:
    app = run(language, **address)
    assert not app.exception and not app.warning and not app.error


def test_pairs_are_ranked_with_score_grade_titles_and_offices(run: Run) -> None:
    labels = listed(run())
    assert [label[2:6] for label in labels] == ["0.90", "0.70", "0.62", "0.50", "0.50", "0.45"]
    assert all(
        part in labels[0]
        for part in ("3 重複", "海外販路開拓支援", "=食品輸出見本市", "経済産業省 × 農林水産省")
    )


@pytest.mark.parametrize(
    ("address", "scores"),
    [
        ({"grade": "2"}, ["0.90", "0.70", "0.62"]),
        ({"score": "0.5"}, ["0.90", "0.70", "0.62", "0.50", "0.50"]),
        ({"mode": "within"}, ["0.40"]),
        (
            {"one": f"ministry:{made_up_overlaps.MAFF}", "other": f"ministry:{made_up.METI}"},
            ["0.90", "0.62", "0.50"],
        ),
        ({"one": "農水省", "grade": "3"}, ["0.90"]),
    ],
)
def test_an_address_says_which_pairs_are_listed(
    run: Run, address: dict[str, str], scores: list[str]
) -> None:
    assert sorted((label[2:6] for label in listed(run(**address))), reverse=True) == scores


def test_the_sliders_choose_by_grade_and_score_and_stand_in_the_address(run: Run) -> None:
    app = run()
    app.select_slider(key="overlap_grade").set_value(2).run()
    assert [label[2:6] for label in listed(app)] == ["0.90", "0.70", "0.62"] and app.query_params[
        "grade"
    ] == "2"
    app.slider(key="overlap_score").set_value(0.65).run()
    assert [label[2:6] for label in listed(app)] == ["0.90", "0.70"] and app.query_params[
        "score"
    ] == "0.65"
    app.select_slider(key="overlap_grade").set_value(1).run()
    assert "grade" not in app.query_params


def test_what_makes_no_sense_in_an_address_is_said_in_one_line_and_left_aside(run: Run) -> None:
    app = run(
        "en",
        grade="9",
        score="x",
        mode="sideways",
        one="ministry:なし",
        pair=[SALES],
        page="0",
        tab="nothing",
    )
    assert not app.exception
    assert len(app.warning) == 1
    warning = app.warning[0].value.replace("\\", "")
    assert all(
        part in warning
        for part in (
            "grade=9",
            "score=x",
            "mode=sideways",
            "one=ministry:なし",
            f"pair={SALES}",
            "page=0",
            "tab=nothing",
        )
    )
    assert len(listed(app)) == 6


def test_two_measures_that_are_no_scored_pair_are_said_to_make_no_sense(run: Run) -> None:
    assert "pair=" in run(pair=[SALES, LEASE]).warning[0].value


def test_a_pair_shows_what_both_have_marked_and_what_differs_beside_it(run: Run) -> None:
    shown = html(run(pair=[FAIR, SALES]))
    for title in ("海外販路開拓支援", "=食品輸出見本市"):
        assert title in shown
    same = [part.partition("</span>")[0] for part in shown.split('class="fact same"')[1:]]
    assert any("輸出・海外販路の開拓" in part for part in same) and any(
        "展示会・商談会への出展" in part for part in same
    )
    assert (
        not any("物流の効率化" in part or "農林漁業者" in part for part in same)
        and "農林漁業者" in shown
    )
    assert "3億円" in shown and "12億円" in shown, "the money of both sides"
    assert "400–430 行" in shown


def test_a_pair_is_found_by_former_ids_and_explained_in_english(run: Run) -> None:
    app = run("en", pair=[made_up.FORMER, LEASE])
    assert not app.warning
    assert "the pair is graded 2 (overlap)" in html(app)


def test_the_way_leads_from_pair_to_pair_and_back(run: Run) -> None:
    app = run(pair=[FAIR, SALES])
    assert app.button(key="overlap_before").disabled
    app.button(key="overlap_after").click().run()
    assert set(app.query_params["pair"]) == {SALES, made_up.MATCHING}
    app.button(key="overlap_back").click().run()
    assert "pair" not in app.query_params and len(listed(app)) == 6


def test_pairs_that_stand_in_no_cell_are_counted_beside_the_map(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def notes(app: AppTest) -> list[str]:
        return [caption.value for caption in app.caption if "どの欄にも入りません" in caption.value]

    assert notes(run()) == []
    made = made_up_overlaps.catalogue()
    without = replace(
        made,
        measures=tuple(
            measure.model_copy(update={"ministries": []}) if measure.id == LEASE else measure
            for measure in made.measures
        ),
        appearances=tuple(
            page.model_copy(update={"ministries": []}) if page.measure == LEASE else page
            for page in made.appearances
        ),
    )
    with open_store(tmp_path / "graph.lbug") as opened:
        load(without, opened)
    app = run(grade="2")
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "graph.lbug"))
    (note,) = notes(app.run())
    assert note.startswith("ほかに 1 組") and len(listed(app)) == 3, "the list has it"


def test_what_no_list_map_or_community_shows_is_counted_on_each_of_their_tabs(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def notes(app: AppTest) -> list[str]:
        return [caption.value for caption in app.caption if "Not in the list" in caption.value]

    assert notes(run("en")) == []
    made = made_up_overlaps.catalogue()
    succeeded = replace(
        made,
        measures=tuple(
            (
                measure.model_copy(update={"succeeds": [LEASE]})
                if measure.id == made_up_overlaps.NO_TERMS
                else measure
            )
            for measure in made.measures
        ),
    )
    with open_store(tmp_path / "graph.lbug") as opened:
        load(succeeded, opened)
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "graph.lbug"))
    for tab in ("pairs", "communities", "connectors"):
        (note,) = notes(run("en", tab=tab))
        assert (
            "2 pairs with a measure that another has succeeded" in note
            and "0 with a mere heading" in note
        )
    assert notes(run("en", tab="remarks")) == []


def test_where_nothing_is_alike_at_any_grade_nobody_is_told_to_lower_it(run: Run) -> None:
    assert (
        "Lower the grade"
        in run("en", one=f"ministry:{made_up_overlaps.MAFF}", score="0.95").info[0].value
    )
    info = run("en", one="ministry:警察庁").info[0].value
    assert "pair of any grade" in info and "Lower" not in info


def test_problems_activities_and_terms_stand_with_their_lines(run: Run) -> None:
    facts = html(run(pair=[FAIR, SALES])).split('class="fact')
    for name in ("輸出・海外販路の開拓", "展示会・商談会への出展", "輸出<"):
        assert any(name in fact and re.search(r"<small>.*\d+", fact) for fact in facts), name


def test_a_graph_without_scored_pairs_says_so(
    run: Run, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    app = run("en")
    assert not app.exception
    assert app.info[0].value == "This graph holds no compared pairs of measures."


def test_history_is_listed_where_the_address_asks_for_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "graph.lbug"
    with open_store(path) as store:
        load(made_up_overlaps.over_years(), store)
    monkeypatch.setenv("SHISAKU_STORE", str(path))
    current = run("en")
    assert any(
        "that is in no document of the last 2 years" in each.value for each in current.caption
    )
    history = run("en", told="history")
    assert len(listed(history)) > len(listed(current)) > 0
    assert not any("Left out of list" in each.value for each in history.caption)
