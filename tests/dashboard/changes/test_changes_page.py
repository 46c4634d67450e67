"""年の流れ as Streamlit runs it, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.text.words import Words
from dashboard.views.changes import rows
from dashboard.views.changes.page import as_file, table
from graph.opening import open_store
from loaders.load import load
from queries.changes.diff import diff
from queries.changes.sheets import diff_of_sheets, money_of_sheets
from tests.dashboard.pages import all_html, run_page
from tests.made_up import catalogue as made_up
from tests.made_up import two_years_of_sheets
from tests.made_up.two_years_of_sheets import AFTER, BEFORE
from tests.made_up.years import EARLIER


@pytest.fixture(scope="module")
def documents(graph_of_two_years: Path) -> str:
    return str(graph_of_two_years)


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("sheets")
    with open_store(folder / "graph.lbug") as store:
        load(two_years_of_sheets.catalogue(folder / "sheets"), store)
    return str(folder / "graph.lbug")


def _shown(monkeypatch: pytest.MonkeyPatch, store: str, **address: str | list[str]) -> AppTest:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)
    app = run_page("changes", **address)
    assert not app.exception
    return app


def test_without_an_address_the_two_fullest_documents_are_compared_in_time(
    documents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _shown(monkeypatch, documents)
    assert app.selectbox[0].value == EARLIER and app.selectbox[1].value == made_up.DOCUMENT
    assert "両方に載るのは" in all_html(app)


def test_kinds_and_a_ministry_of_the_address_confine_the_rows(
    documents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = all_html(_shown(monkeypatch, documents))
    gone = all_html(_shown(monkeypatch, documents, kind=["no_longer_told"]))
    assert gone.count("<tr>") < whole.count("<tr>") and "載っていない" in gone
    assert 'data-pick="sort:-yen"' in gone, "money is sorted from the largest first"


def test_what_the_address_says_wrongly_is_named(
    documents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _shown(monkeypatch, documents, before="nowhere", kind=["new"])
    said = " ".join(warning.value for warning in app.warning)
    assert "nowhere" in said and "kind" in said


def test_the_sheets_of_two_years_are_compared_with_each_other(
    sheets: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = _shown(monkeypatch, sheets, before=f"rs-{BEFORE}", after=f"rs-{AFTER}")
    assert app.selectbox[1].options == [f"行政事業レビューシート {AFTER}年度"]
    shown = all_html(app)
    assert "予算事業 10 件" in shown and "番号の変更" in shown and "programmes?id=" in shown


def test_rows_tell_both_sides_their_places_and_what_the_money_did(
    documents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", documents)
    with open_store(Path(documents)) as store:
        answer = diff(store, EARLIER, made_up.DOCUMENT)
    found = rows.of_documents(Words("en"), answer)
    moved = [row for row in found if row.kind in ("grown", "shrunk")]
    assert moved and all(row.yen and row.before_at and row.after_at for row in moved)
    assert all((row.yen or 0) > 0 for row in moved if row.kind == "grown")


def test_the_file_has_pages_and_lines_in_columns(
    documents: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", documents)
    with open_store(Path(documents)) as store:
        found = rows.of_documents(Words("en"), diff(store, EARLIER, made_up.DOCUMENT))
    held, listed = as_file(Words("en"), found), table(Words("en"), found)
    assert len(held.headings) <= 15 and len(held.rows) == len(listed.rows)
    lines = list(held.headings).index("Lines after")
    first = next(at for at, row in enumerate(found) if row.after_at)
    assert held.rows[first][lines] == "・".join(str(s.line) for s in found[first].after_at)


def test_money_of_programmes_with_both_sheets_is_compared(
    sheets: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(Path(sheets)) as store:
        changed = money_of_sheets(store, BEFORE, AFTER)
    found = rows.of_money(Words("ja"), changed)
    assert found and {row.kind for row in found} <= {"grown", "shrunk"}
    assert all((row.yen or 0) > 0 for row in found if row.kind == "grown")
    assert all((row.yen or 0) < 0 for row in found if row.kind == "shrunk")
    kind = found[0].kind
    app = _shown(monkeypatch, sheets, before=f"rs-{BEFORE}", after=f"rs-{AFTER}", kind=[kind])
    assert found[0].name in all_html(app) and not app.warning


def test_sheets_tell_what_the_initial_budget_changed_by(sheets: str) -> None:
    with open_store(Path(sheets)) as store:
        answer = diff_of_sheets(store, BEFORE, AFTER)
    for row, change in zip(rows.of_sheets(Words("ja"), answer), answer.changes, strict=True):
        both = [side.initial for side in (change.before, change.after) if side]
        known = len(both) == 2 and None not in both
        assert (row.yen is not None) == known
