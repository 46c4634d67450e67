"""府省庁の重なり as Streamlit runs it, without a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.opening import open_store
from loaders.load import load
from queries.overlap import marks_file
from queries.overlap.marks import Mark, now
from tests.dashboard.pages import html, run_page
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up.catalogue import EQUIPMENT, SALES
from tests.made_up.overlaps import FAIR, LEASE

Run = Callable[..., AppTest]


@pytest.fixture(scope="module")
def scored(graph_of_overlaps: Path) -> str:
    """The address of a graph with scored pairs."""
    return str(graph_of_overlaps)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "remarks.jsonl"


@pytest.fixture
def run(scored: str, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the page at an address: run(language, name=value …)."""
    monkeypatch.setenv("SHISAKU_STORE", scored)
    monkeypatch.setenv(marks_file.VARIABLE, str(kept))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)

    return partial(run_page, "overlap")


def listed(app: AppTest) -> list[str]:
    return [
        button.label.replace("\\", "")
        for button in app.button
        if (button.key or "").startswith("pair-")
    ]


def remark(kept: Path, a: str, b: str, who: str = "", **changed: str | int) -> None:
    pair = Mark(a=a, b=b, title_a="あ", title_b="い", score=0.9, grade=3, at=now(), who=who)
    marks_file.change(kept, pair, {}, changed)


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


def test_a_verdict_and_a_remark_are_kept_shown_and_taken_back(run: Run, kept: Path) -> None:
    key = f"remark-{SALES}-{FAIR}"
    app = run(pair=[FAIR, SALES])
    app.button_group(key=f"{key}-verdict").set_value("not_overlap").run()
    app.text_area(key=f"{key}-text").set_value("対象の業種が違う").run()
    again = run(pair=[FAIR, SALES])
    assert again.button_group(key=f"{key}-verdict").value == "not_overlap"
    assert again.text_area(key=f"{key}-text").value == "対象の業種が違う"
    assert "✕ 重なりではない" in listed(run())[0]
    assert "対象の業種が違う" in html(run(tab="remarks"))
    assert [
        line["title_b"] for line in map(json.loads, kept.read_text(encoding="utf-8").splitlines())
    ] == ["=食品輸出見本市"] * 2


def test_two_sessions_do_not_overwrite_each_other(run: Run) -> None:
    key = f"remark-{SALES}-{FAIR}"
    first, second = run(pair=[FAIR, SALES]), run(pair=[FAIR, SALES])
    first.button_group(key=f"{key}-verdict").set_value("agree").run()
    second.text_area(key=f"{key}-text").set_value("確認した").run()
    assert run(pair=[FAIR, SALES]).text_area(key=f"{key}-text").value == "確認した"
    assert "✓ 同意" in listed(run())[0]


def test_two_sessions_that_write_on_one_pair_both_stay(run: Run) -> None:
    key = f"remark-{SALES}-{FAIR}-text"
    first, second = run(pair=[FAIR, SALES]), run(pair=[FAIR, SALES])
    first.text_area(key=key).set_value("甲").run()
    assert second.text_area(key=key).set_value("乙").run().text_area(key=key).value == "甲\n乙"


def test_what_cannot_be_kept_is_said_and_stays_in_its_field_until_it_can(
    run: Run, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = f"remark-{SALES}-{FAIR}"
    app = run("en", pair=[FAIR, SALES])
    monkeypatch.setenv(marks_file.VARIABLE, "/proc/remarks.jsonl")  # where no file can be made
    app.text_area(key=f"{key}-text").set_value("書いた").run()
    app.button_group(key=f"{key}-verdict").set_value("agree").run()
    assert (
        not app.exception
        and len(app.error) == 1
        and "could not be saved" in app.error[0].value
        and "/proc/remarks.jsonl" in app.error[0].value.replace("\\", "")
    )
    assert (
        app.text_area(key=f"{key}-text").value,
        app.button_group(key=f"{key}-verdict").value,
    ) == ("書いた", "agree")
    monkeypatch.setenv(marks_file.VARIABLE, str(kept))
    app.button(key="remark_again").click().run()
    assert not app.error and not [button for button in app.button if button.key == "remark_again"]
    again = run(pair=[FAIR, SALES])
    assert (
        again.text_area(key=f"{key}-text").value,
        again.button_group(key=f"{key}-verdict").value,
    ) == ("書いた", "agree")


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


def test_what_is_marked_as_no_overlap_can_be_hidden(run: Run, kept: Path) -> None:
    remark(kept, SALES, FAIR, verdict="not_overlap")
    remark(kept, made_up.FORMER, LEASE, verdict="agree")
    assert len(listed(run(marked="open"))) == 5
    assert [label[2:6] for label in listed(run(marked="marked"))] == ["0.90", "0.62"]


def test_a_damaged_line_is_said_and_skipped_and_a_file_that_is_none_stops_all_marking(
    run: Run, kept: Path
) -> None:
    kept.write_text("{broken\n", encoding="utf-8")
    app = run(pair=[FAIR, SALES])
    assert not app.exception and not app.error and not app.text_area[0].disabled
    (warning,) = app.warning
    assert "remarks.jsonl 1行目：JSON として読めません" in warning.value.replace("\\", "")
    (warning,) = run("en", pair=[FAIR, SALES]).warning
    assert "remarks.jsonl, line 1: is no mark: the line is no JSON" in warning.value.replace(
        "\\", ""
    )
    kept.unlink()
    kept.mkdir()
    app = run(pair=[FAIR, SALES])
    assert len(app.error) == 1 and "no regular file" in app.error[0].value
    assert app.text_area[0].disabled


def test_a_mark_bears_the_name_that_was_given_and_its_history_is_shown(
    run: Run, kept: Path
) -> None:
    key = f"remark-{SALES}-{FAIR}"
    app = run(pair=[FAIR, SALES])
    app.text_input(key="overlap_author_field").set_value("  佐藤 花子 ").run()
    app.button_group(key=f"{key}-status").set_value("checking").run()
    app.button_group(key=f"{key}-judged").set_value(1).run()
    assert "佐藤" not in str(dict(app.query_params)), "no name stands in the address"
    (first, last) = marks_file.read(kept).marks
    assert (first.who, first.status, last.judged) == ("佐藤 花子", "checking", 1)
    assert [label for label in listed(run()) if "確認中 1 分散" in label and "佐藤 花子" in label]
    second = run(pair=[FAIR, SALES])
    assert second.text_input(key="overlap_author_field").value == "", "of another session"
    assert any("2 件" in expander.label for expander in second.expander)
    history = html(second)
    assert history.index("確認中 1 分散") < history.rindex("佐藤 花子 · 確認中")


def test_a_reader_never_says_what_another_said(run: Run, kept: Path) -> None:
    key = f"remark-{SALES}-{FAIR}"
    remark(kept, SALES, FAIR, "佐藤", verdict="not_overlap", judged=0, text="業種が違う")
    app = run(pair=[FAIR, SALES])
    app.text_input(key="overlap_author_field").set_value("鈴木").run()
    assert "佐藤 · 確認済 ✕ 重なりではない 0 なし<br>業種が違う" in html(app)
    assert app.text_area(key=f"{key}-text").value == ""
    assert app.button_group(key=f"{key}-verdict").value is None
    app.button_group(key=f"{key}-status").set_value("checking").run()
    said = marks_file.read(kept).marks[-1]
    assert (said.who, said.status) == ("鈴木", "checking")
    assert (said.verdict, said.judged, said.text) == (None, None, "")
    app.text_input(key="overlap_author_field").set_value("佐藤").run()
    assert app.text_area(key=f"{key}-text").value == "業種が違う"
    app.button_group(key=f"{key}-judged").set_value(1).run()
    said = marks_file.read(kept).marks[-1]
    assert (said.who, said.verdict, said.judged) == ("佐藤", "not_overlap", 1)


@pytest.mark.parametrize(("status", "count"), [("unchecked", 4), ("checking", 1), ("checked", 1)])
def test_the_list_is_confined_to_a_status(run: Run, kept: Path, status: str, count: int) -> None:
    remark(kept, SALES, FAIR, verdict="not_overlap")
    remark(kept, made_up.FORMER, LEASE, text="まだ見ている", status="checking")
    assert len(listed(run(marked=status))) == count


@pytest.mark.parametrize(
    ("language", "said"),
    [("ja", "確認済 1 ／ 6 組（17%）・確認中 0・未確認 5"), ("en", "Checked 1 of 6 pairs (17%)")],
)
def test_progress_stands_at_the_head_and_by_offices(
    run: Run, kept: Path, language: str, said: str
) -> None:
    remark(kept, SALES, FAIR, verdict="agree")
    app = run(language)
    assert said in html(app)
    assert not [text for text in (html(run(language, pair=[FAIR, SALES])),) if said in text]
    assert "one=ministry" in html(app), "offices lead to their pairs"


def saves(app: AppTest) -> dict[str, bool]:
    """The key of each button that saves a file, and whether it is locked."""
    return {
        button.proto.id.split("-", 2)[2]: button.proto.disabled
        for button in app.get("download_button")
    }


def test_while_marks_cannot_be_read_nothing_is_filtered_by_them_and_no_file_with_them_is_saved(
    run: Run, kept: Path
) -> None:
    remark(kept, SALES, FAIR, verdict="not_overlap")
    app = run(marked="open")
    assert len(listed(app)) == 5 and not any(saves(app).values())
    kept.unlink()
    kept.mkdir()
    app = run(marked="open")
    assert len(app.error) == 1 and len(listed(app)) == 6
    assert (
        app.selectbox(key="overlap_marked").disabled
        and app.selectbox(key="overlap_marked").value == "all"
    )
    assert saves(app) == {
        "csv-overlap-matrix": False,
        "xlsx-overlap-matrix": False,
        "csv-overlap-pairs": True,
        "xlsx-overlap-pairs": True,
    }
    assert not run(tab="remarks").get("download_button")


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
