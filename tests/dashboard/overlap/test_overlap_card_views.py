"""The card of a pair and the list with budget programmes, run without a browser."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from graph.opening import open_store
from loaders.load import load
from tests.dashboard.pages import html, run_page
from tests.made_up import catalogue as made_up
from tests.made_up import compared
from tests.made_up.compared import A, B
from tests.made_up.overlaps import FAIR

Run = Callable[..., AppTest]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("card") / "graph.lbug"
    with open_store(path) as opened:
        load(compared.catalogue(), opened)
    return str(path)


@pytest.fixture
def run(graph: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the page at an address: run(language, name=value …)."""
    monkeypatch.setenv("SHISAKU_STORE", graph)
    monkeypatch.setenv("SHISAKU_REMARKS", str(tmp_path / "remarks.jsonl"))
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)

    return partial(run_page, "overlap")


def listed(app: AppTest) -> list[str]:
    return [button.label for button in app.button if (button.key or "").startswith("pair-")]


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize(
    "address",
    [
        {"pair": [A, B]},
        {"pair": [made_up.SALES, A]},
        {"pair": [made_up.SALES, FAIR]},
        {"pair": [B, "programme:30"]},
        {"things": "company"},
        {"things": "all", "sort": "money"},
        {"things": "all", "sort": "execution", "one": "ministry:農林水産省"},
        {"sort": "money"},
    ],
)
def test_every_view_can_be_shown(run: Run, language: str, address: dict[str, Any]) -> None:
    app = run(language, **address)
    assert not app.exception and not app.warning and not app.error


def test_the_card_says_who_says_what_of_the_other_with_table_and_line(run: Run) -> None:
    shown = html(run(pair=[B, A]))
    for part in ("外部有識者", "相手を名指し", "類似、統合", "2031年度 表4-1 5 行"):
        assert part in shown, part
    english = html(run("en", pair=[A, B]))
    assert "names the other: alike, merging" in english and "2031, table 4-1 line 5" in english


def test_the_card_has_terms_money_results_common_contacts_and_the_use(run: Run) -> None:
    shown = html(run(pair=[A, B]))
    for part in (
        "補助率",
        "3,000万円",
        "予算・執行 2030年度",
        "執行 300円 ／ 400円（75%）",
        "巣箱を更新した者",
        "養蜂会",
        "2030年度 200円 / 2030年度 30円",
        "養蜂振興法",
        "分割元",
        "企業はどちらを使うか",
    ):
        assert part in shown, part


def test_two_measures_keep_their_table_and_have_the_card_below(run: Run) -> None:
    shown = html(run(pair=[made_up.SALES, FAIR]))
    assert "政策課題" in shown and "資料・点検が互いについて述べること" in shown


def test_the_list_leads_to_the_card_and_back_to_its_place(run: Run) -> None:
    app = run(things="company", grade="1")
    labels = listed(app)
    assert any("事業12" in label and "事業7" in label for label in labels)
    button = next(b for b in app.button if b.key == f"pair-{A}-{B}")
    after = button.click().run()
    assert after.query_params["pair"] == [A, B] and "company" in after.query_params["things"]
    assert any(b.key == "overlap_back" for b in after.button)


def test_the_list_is_in_the_chosen_order_and_of_the_chosen_ministries(run: Run) -> None:
    by_score = listed(run(things="all"))
    by_money = listed(run(things="all", sort="money"))
    assert sorted(by_score) == sorted(by_money) and by_score != by_money
    of_two = listed(run(things="all", one="ministry:農林水産省", other="ministry:経済産業省"))
    assert 0 < len(of_two) <= len(by_score)


def test_an_address_that_names_nothing_is_told(run: Run) -> None:
    app = run(pair=[A, "programme:999"])
    assert app.warning and "999" in app.warning[0].value


def test_pairs_with_programmes_are_marked_filtered_and_counted_as_others_are(run: Run) -> None:
    every = len(listed(run(things="all")))
    app = run(things="all", pair=[A, B])
    app.text_input(key="overlap_author_field").set_value("佐藤").run()
    key = next(g.key for g in app.button_group if (g.key or "").endswith("-verdict"))
    app.button_group(key=key).set_value("not_overlap").run()
    app = run(things="all")
    assert "確認済 1 ／" in html(app)
    (marked,) = [label for label in listed(app) if "重なりではない" in label]
    assert "確認済" in marked and "佐藤" in marked
    assert len(listed(run(things="all", marked="open"))) == every - 1
    assert listed(run(things="all", marked="checked")) == [marked]
