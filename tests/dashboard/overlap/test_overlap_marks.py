"""Marks on pairs: kept, shown, taken back, counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from queries.overlap import marks_file
from tests.dashboard.overlap.conftest import Run
from tests.dashboard.overlap.listing import listed, remark
from tests.dashboard.pages import html
from tests.made_up import catalogue as made_up
from tests.made_up.catalogue import SALES
from tests.made_up.overlaps import FAIR, LEASE


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
