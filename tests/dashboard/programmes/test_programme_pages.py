"""The pages about budget programmes as Streamlit runs them, without a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from graph.opening import open_store
from loaders.extract import extract
from loaders.load import load
from queries.search.search import resolve
from tests.dashboard.browsing import PATIENCE
from tests.dashboard.pages import all_html, html, run_page
from tests.made_up import catalogue as made_up
from tests.made_up import programmes
from tests.made_up.review_sheets import HARBOUR, MORE, ROWS, WORKSHOP, written

APP = Path(__file__).parents[3] / "dashboard" / "app.py"
SHOP = "budgetprogramme:7"
PAGES = ("programmes", "recipients", "overview", "measure", "explorer")


def _shown(name: str, language: str = "ja", **address: str | list[str]) -> AppTest:
    app = run_page(name, language, **address)
    assert not app.exception
    return app


@pytest.fixture(autouse=True)
def _of_the_sheets(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


def test_the_list_has_every_programme_with_its_money_and_verdict() -> None:
    shown = all_html(_shown("programmes"))
    assert "2 事業" in shown and "2031年度の歳出予算現額 計 5億円" in shown
    assert WORKSHOP["name"] in shown and HARBOUR["name"] in shown
    assert 'data-pick="budgetprogramme:7"' in shown
    assert "2030年度 執行率" in shown and "95%" in shown
    assert "事業内容の一部改善" in shown and "重複等に言及" in shown
    assert "未確定" in shown, "the harbour's rate is not known and is no zero"


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ({"words": "港湾"}, HARBOUR),
        ({"office": "ministry:農林水産省"}, WORKSHOP),
        ({"method": "direct"}, HARBOUR),
        ({"size": "1-10oku"}, WORKSHOP),
        ({"executed": "unknown"}, HARBOUR),
        ({"executed": "95-"}, WORKSHOP),
        ({"verdict": "事業内容の一部改善"}, WORKSHOP),
        ({"only": ["overlap", "companies"]}, WORKSHOP),
    ],
)
def test_the_address_filters_the_list(
    address: dict[str, str | list[str]], left: dict[str, str]
) -> None:
    shown = all_html(_shown("programmes", **address))
    other = HARBOUR if left is WORKSHOP else WORKSHOP
    assert "1 事業" in shown and left["name"] in shown and other["name"] not in shown


def test_controls_change_the_list_and_can_be_cleared() -> None:
    app = _shown("programmes")
    app.text_input(key="programmes_words").set_value("港湾").run()
    assert "1 事業" in all_html(app) and HARBOUR["name"] in all_html(app)
    app.selectbox(key="programmes_size").set_value("1000oku-").run()
    assert "0 事業" in all_html(app) and "この条件に合う事業はありません" in app.info[0].value
    app.button(key="programmes_reset").click().run()
    assert "2 事業" in all_html(app)


def test_what_of_an_address_makes_no_sense_is_said() -> None:
    app = _shown("programmes", office="ministry:どこにもない", page="no", only=["nothing"])
    said = [warning.value.replace("\\", "") for warning in app.warning]
    assert len(said) == 3 and any("office=ministry:どこにもない" in each for each in said)
    assert "2 事業" in all_html(app)


def test_a_card_tells_all_with_table_and_line() -> None:
    app = _shown("programmes", id=SHOP)
    shown = all_html(app)
    for part in (
        "農林水産省",
        "2031年度 表2-1 4 行",
        "未確定",
        "95%",
        "1/2",
        "3,000万円",
        "発酵振興法",
        "第四条",
        f"measure?id={made_up.LOAN.replace(':', '%3A')}",
        HARBOUR["name"],
        "統合先",
        "一般社団法人発酵会",
        "間接",
        "縮減",
        "重複等に言及",
    ):
        assert part in shown, part
    assert any("SHISAKU_SOURCES" in caption.value for caption in app.caption)
    assert "小規模事業者の設備" not in shown, "no sentences without the sheet at hand"


def test_purpose_and_findings_are_shown_live_from_the_sheet_at_hand(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_SOURCES", str(folder / "tables"))
    shown = all_html(_shown("programmes", id=SHOP))
    assert "小規模事業者の設備" in shown
    assert "類似の事業との役割分担を明らかにすること" in shown


def test_the_recipients_of_the_ministries_and_one_of_them(store: str) -> None:
    shown = all_html(_shown("recipients"))
    assert "1 者" in shown and "一般社団法人発酵会" in shown and "株式会社里山" not in shown, (
        "what is handed on is no payment of the programme"
    )
    assert "0 者" in all_html(_shown("recipients", least="2"))
    assert "0 者" in all_html(_shown("recipients", group="university"))
    with open_store(store) as opened:
        village = resolve(opened, "株式会社里山", ["Recipient"])
    card = all_html(_shown("recipients", id=village.id))
    assert "他の支出先を経て受け取った額" in card and "府省庁が直接支出した額" not in card
    assert WORKSHOP["name"] in card and "5,000万円" in card


def test_the_whole_government_is_drawn_by_ministry_and_programme() -> None:
    app = _shown("overview", scope="all")
    shown = all_html(app)
    assert "2030年度 執行額" in shown and "3.9億円" in shown, "the latest year that is told"
    assert "経済産業省" in shown and WORKSHOP["name"] in shown
    assert 'data-pick="ministry:経済産業省"' in shown
    alone = all_html(_shown("overview", scope="all", office="ministry:経済産業省"))
    assert "この府省庁の予算事業の一覧" in alone and "2030年度" in alone
    latest = _shown("overview", scope="all", year="2031", area="executed")
    assert any("2031年度の執行額はまだ分かりません" in each.value for each in latest.caption)


def test_the_overview_is_about_companies_until_the_scope_is_switched() -> None:
    app = _shown("overview")
    assert "府省庁 × 柱" in all_html(app)
    app.button_group(key="overview_scope").set_value("all").run()
    assert "府省庁別の予算と執行" in all_html(app) and "府省庁 × 柱" not in all_html(app)


def test_a_measure_names_the_programmes_that_pay_for_it() -> None:
    shown = all_html(_shown("measure", id=made_up.LOAN))
    assert f"programmes?id={SHOP.replace(':', '%3A')}" in shown
    assert WORKSHOP["name"] in shown and "シートの文章に名称" in shown


@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_english_too(page: str) -> None:
    _shown(page, "en")


@pytest.mark.parametrize(
    ("page", "address"), [("programmes", {}), ("recipients", {}), ("overview", {"scope": "all"})]
)
def test_without_sheets_a_page_says_how_to_get_them(
    page: str, address: dict[str, str], made_up_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(made_up_graph))
    app = _shown(page, **address)
    assert "予算事業が入っていません" in app.info[0].value
    assert "shisaku fetch rs 2024" in app.code[0].value


@pytest.mark.parametrize(
    ("language", "heading", "chosen"),
    [
        ("ja", "目標と実績", "一般競争契約（最低価格） · 応札1者 · 落札率98.5%"),
        (
            "en",
            "Targets and results",
            "一般競争契約（最低価格） · bidders: 1 · at 98.5% of the ceiling price",
        ),
    ],
)
def test_a_card_shows_targets_and_how_recipients_were_chosen(
    language: str, heading: str, chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path / "graph.lbug") as opened:
        load(programmes.catalogue(tmp_path / "sheets", (*ROWS, *MORE)), opened)
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "graph.lbug"))
    shown = all_html(_shown("programmes", language, id=SHOP))
    assert heading in shown and "発酵樽を更新した事業者" in shown
    assert "1,100 / 1,200" in shown and "? / 1,500.5" in shown
    assert chosen in shown


def test_a_graph_of_sheets_alone_is_shown_as_the_whole_government(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(tmp_path / "graph.lbug") as opened:
        load(extract([written(tmp_path / "sheets")]).catalogue, opened)
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "graph.lbug"))
    app = AppTest.from_file(str(APP), default_timeout=PATIENCE)
    app.query_params["lang"] = "ja"
    app.run()
    assert not app.exception and not app.header
    assert "予算事業 2 件" in html(app) and "bonus?lang=ja" not in html(app).partition("cards")[2]
    assert "府省庁別の予算と執行" in all_html(_shown("overview")), "no switch to measures"
    assert "2 事業" in all_html(_shown("programmes"))

    def none(language: str) -> None:
        from dashboard.text.words import Words
        from dashboard.views import notices

        assert not notices.is_empty()
        notices.without_measures(Words(language))

    said = AppTest.from_function(none, kwargs={"language": "ja"}, default_timeout=PATIENCE).run()
    assert "施策はありません" in said.header[0].value and "programmes" in all_html(said)


def test_the_money_of_a_programme_is_drawn_as_that_of_a_measure_is() -> None:
    shown = html(_shown("programmes", id=SHOP))
    chart = shown.partition('<table class="facts bars">')[2].partition("</table>")[0]
    bars = re.findall(r'<th scope="row">([^<]*)</th>.*?style="width:([0-9.]+)%', chart)
    assert [label for label, _ in bars][:2] == ["2031年度 歳出予算現額", "2030年度 歳出予算現額"]
    assert max(float(width) for _, width in bars) == 100
    executed = re.search(r"2030年度 執行額.*?</tr>", chart)
    assert executed and "95%" in executed[0], "the rate beside what was executed"
