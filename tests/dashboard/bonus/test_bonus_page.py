"""The page for bonus paths: what lights up, what stays where it is, what an address holds, and what
it says of nonsense.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.text.words import Words
from dashboard.views.bonus import picture
from dashboard.views.bonus.form import deeds_of
from dashboard.views.bonus.state import VIEWS
from dashboard.views.bonus.unlocked import COLOURS, unlocked_rules
from dashboard.views.bonus.view import view
from graph.opening import open_store
from loaders.load import load
from queries.bonus.book import RuleBook, rule_book
from queries.bonus.for_company import bonuses_by
from queries.bonus.matrix import without_issuer
from queries.bonus.profile import Profile
from tests.dashboard.browsing import (
    PATIENCE,
    click,
    expect,
    expect_address,
    expect_card,
    go,
    places,
    redrawn,
    saved,
    settle,
)
from tests.dashboard.conftest import serving
from tests.made_up import bonuses as made_up_bonuses

KURUMIN, PLATINUM = "certification:くるみん", "certification:プラチナくるみん"
SMALL = Profile(size=("中小企業",), hold=("くるみん",))


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a graph with the made-up bonus rules."""
    path = tmp_path_factory.mktemp("bonus") / "graph.lbug"
    with open_store(path) as opened:
        load(made_up_bonuses.catalogue(), opened)
    return str(path)


@pytest.fixture(scope="module")
def book(store: str) -> RuleBook:
    with open_store(store) as opened:
        return rule_book(opened)


@pytest.fixture(scope="module")
def server(store: str, sources: str) -> Iterator[str]:
    """The address of a dashboard on that graph."""
    with serving(store, sources) as address:
        yield address


@pytest.fixture(autouse=True)
def _of_the_made_up_graph(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


# --- the picture ----------------------------------------------------------------------------------


def _data(
    book: RuleBook, profile: Profile, name: str = "points", step: str = "", language: str = "ja"
) -> dict[str, Any]:
    unlocked = unlocked_rules(book, profile, step)
    return picture.data(Words(language), name, view(book, name), unlocked, "")


def _nodes_of(data: dict[str, Any], access: str) -> set[str]:
    return {node["id"] for node in data["nodes"] if node["colour"] == COLOURS[access]}


@pytest.mark.parametrize("name", VIEWS)
def test_the_picture_is_laid_out_by_the_rules_alone(book: RuleBook, name: str) -> None:
    def places(data: dict[str, Any]) -> dict[str, tuple[float, float]]:
        return {node["id"]: (node["x"], node["y"]) for node in data["nodes"]}

    empty = _data(book, Profile(), name)
    full = _data(
        book,
        Profile(size=("大企業",), hold=("プラチナくるみん", "DX認定"), does=("賃上げ+6%",)),
        name,
        language="en",
    )
    assert places(empty) == places(full) and places(empty)
    assert (empty["picture"], empty["height"]) == (full["picture"], full["height"])


def test_every_rule_stands_in_one_view(book: RuleBook) -> None:
    shown = [
        rule.id for name in VIEWS for rules in view(book, name).bundles.values() for rule in rules
    ]
    assert sorted(shown) == sorted(book.rules)


def test_what_is_held_lights_its_rules_and_what_they_raise(book: RuleBook) -> None:
    data = _data(book, SMALL)
    assert KURUMIN in _nodes_of(data, "unlocked") and made_up_bonuses.TAX in _nodes_of(
        data, "unlocked"
    )
    assert PLATINUM not in _nodes_of(data, "unlocked")
    bright = [edge for edge in data["edges"] if edge["colour"] == COLOURS["unlocked"]]
    assert {edge["from"] for edge in bright if edge["from"].startswith("certification:")} == {
        KURUMIN
    }


def test_the_next_step_shows_what_it_would_light(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, PLATINUM)
    assert {rule for rule, access in unlocked.access.items() if access == "step"} == {
        gained.rule.id for gained in unlocked.gained
    } and unlocked.gained
    assert PLATINUM in _nodes_of(_data(book, SMALL, step=PLATINUM), "step")


def test_without_a_choice_the_next_step_is_the_best_one(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, "")
    assert unlocked.step == unlocked.steps[0]


def test_a_rule_for_other_sizes_stands_back(book: RuleBook) -> None:
    unlocked = unlocked_rules(book, SMALL, "")
    large = {rule.id for rule in book.rules.values() if rule.size_class == "大企業"}
    assert large and all(unlocked.access[rule] == "other" for rule in large)


def test_deeds_are_offered_by_how_many_rules_ask_for_them_wage_rises_first(book: RuleBook) -> None:
    asking: dict[str, int] = {}
    for rule in book.rules.values():
        for what in {asked.what for asked in rule.requires if asked.type == "Condition"}:
            asking[what] = asking.get(what, 0) + 1
    offered = list(dict.fromkeys(deed.partition("+")[0] for deed in deeds_of(Words("ja"), book)))
    numbers = [asking[what] for what in offered if what != "賃上げ"]
    assert offered[0] == "賃上げ" and numbers == sorted(numbers, reverse=True)


# --- what the page says ---------------------------------------------------------------------------


def _page(language: str) -> None:
    from dashboard.text.words import Words
    from dashboard.views.bonus import page as bonus

    bonus.show(Words(language))


def _run(language: str = "ja", /, **address: str | list[str]) -> AppTest:
    app = AppTest.from_function(_page, kwargs={"language": language}, default_timeout=PATIENCE)
    for name, values in address.items():
        app.query_params[name] = values
    return app.run()


def _html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def test_an_empty_profile_says_what_is_open_to_everyone() -> None:
    app = _run()
    assert not app.exception
    assert re.search(r"あと一つで届くものが \d+ 件", app.info[0].value)


def test_what_is_met_and_not_in_force_is_counted_apart(book: RuleBook) -> None:
    app = _run(hold="DX認定", employees="10")
    met = bonuses_by(book, Profile(hold=("DX認定",), employees=10)).unlocked
    now = sum(s.rule.status == "in_force" for s in met)
    assert (
        now < len(met)
        and f"いま使える <b>{now}</b>" in _html(app)
        and "実施中でないもの 2 件（予定 1、後の資料に記載なし 1）" in _html(app)
    )
    assert f"いま使える ({now} + {len(met) - now})" in [tab.label for tab in app.tabs]


def test_each_unlocked_rule_is_a_row_with_condition_value_and_place() -> None:
    shown = _html(_run(size="中小企業", hold="くるみん"))
    row = next(row for row in re.findall(r"<tr>.*?</tr>", shown) if "税額控除の上乗せ" in row)
    assert (
        "くるみん" in row
        and "5%" in row
        and f"measure?id={quote(made_up_bonuses.TAX)}" in row
        and "<details>" in row
    )


def test_the_same_in_english() -> None:
    app = _run("en", size="中小企業", hold="くるみん")
    assert (
        not app.exception
        and "higher tax credit" in _html(app)
        and "Small and medium-sized companies" in _html(app)
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"hold": ["くるみん", "くるみる"]}, "くるみる"),
        ({"employees": "many"}, "many"),
        ({"size": "巨大企業"}, "巨大企業"),
        ({"view": "elsewhere"}, "elsewhere"),
        ({"step": "certification:nothing"}, "nothing"),
        ({"id": "rule:nothing"}, "rule:nothing"),
    ],
)
def test_what_an_address_says_and_nobody_knows_is_named_in_one_line(
    told: dict[str, str | list[str]], said: str
) -> None:
    app = _run(**told)
    assert (
        not app.exception
        and len(app.warning) == 1
        and said in app.warning[0].value.replace("\\", "")
    )
    assert "出典" in _html(app), "the page answers for the rest"


def test_an_address_sent_before_views_were_renamed_opens_the_same_view() -> None:
    app = _run(view="doors")
    assert not app.warning and app.button_group(key="bonus_view").value == "prerequisites"


def test_an_address_of_a_rule_opens_the_view_in_which_it_stands() -> None:
    app = _run(id="rule:both")
    assert not app.exception and not app.warning and "card-name" in _html(app)


def test_rules_that_no_cell_holds_for_want_of_an_issuer_are_counted_beside_the_matrix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> list[str]:
        return [
            caption.value
            for caption in _run().caption
            if "発行する府省庁が分からない" in caption.value
        ]

    assert told() == []
    made = made_up_bonuses.catalogue()
    with open_store(tmp_path / "graph.lbug") as opened:
        load(
            replace(
                made,
                certifications=tuple(
                    each.model_copy(update={"issuer": None}) for each in made.certifications
                ),
            ),
            opened,
        )
        left = without_issuer(rule_book(opened))
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "graph.lbug"))
    (said,) = told()
    assert left and f" {left} 件" in said


def test_a_next_certification_opens_to_the_rules_that_it_adds() -> None:
    shown = _html(_run(size="中小企業"))
    row = next(
        row
        for row in re.findall(r"<tr>.*?</tr>", shown)
        if re.match(r"<tr><td[^>]*>\d+</td><td[^>]*>プラチナくるみん", row)
    )
    assert (
        f"measure?id={quote(made_up_bonuses.GRANT)}" in row
        and f"measure?id={quote(made_up_bonuses.TAX)}" not in row
    ), "what comes with a lower tier is not its own"


def test_an_unknown_certification_comes_with_the_nearest() -> None:
    assert "くるみん" in _run(hold="くるみんん").warning[0].value


@pytest.mark.parametrize(
    "told",
    [
        {"size": ["大企業", "小規模事業者"]},
        {"size": "小規模事業者", "employees": "5000", "capital": "9億円"},
    ],
)
def test_a_contradiction_is_refused_in_one_line(told: dict[str, str | list[str]]) -> None:
    app = _run(**told)
    assert not app.exception and len(app.error) == 1 and "出典" not in _html(app)


@pytest.mark.parametrize(
    ("language", "told", "said"),
    [
        (
            "ja",
            {"size": ["大企業", "小規模事業者"]},
            "「小規模事業者」と「大企業」の両方には当たりません。",
        ),
        (
            "en",
            {"size": ["大企業", "小規模事業者"]},
            "No company is in both classes, “Micro businesses” and “Large companies”.",
        ),
        (
            "ja",
            {"size": "小規模事業者", "employees": "5000", "capital": "9億円"},
            "従業員数 5,000人、資本金 9億円は「小規模事業者」",
        ),
        (
            "en",
            {"size": "小規模事業者", "employees": "5000", "capital": "9億円"},
            "A company with employees 5,000, capital ¥900 m is not in the class “Micro businesses”",
        ),
        (
            "ja",
            {"size": "大企業", "capital": "3000万円"},
            "資本金 3,000万円は「大企業」ではなく「中小企業」に当たります",
        ),
    ],
)
def test_a_contradiction_is_said_in_the_language_of_the_page_and_beside_what_was_told(
    language: str, told: dict[str, str | list[str]], said: str
) -> None:
    app = _run(language, **told)
    assert said in app.error[0].value.replace("\\", "")
    assert [said in warning.value.replace("\\", "") for warning in app.warning] == [True]


def test_a_certification_that_no_document_names_is_said_to_be_one() -> None:
    assert any(
        "SECURITY ACTION" in caption.value for caption in _run(hold="SECURITY ACTION").caption
    )


def test_a_missing_number_is_asked_for() -> None:
    shown = _html(_run(size="中小企業", hold="DX認定"))
    assert "従業員数" in shown and "1,000万円" in shown


# --- as a reader meets it -------------------------------------------------------------------------


def _nodes(page: Any, server: str, address: str) -> dict[str, Any]:
    go(page, server, address)
    nodes: dict[str, Any] = places(page)["nodes"]
    return nodes


def _unlocked(page: Any, number: int) -> None:
    page.locator(".legend span", has_text=re.compile(rf"^いま使える {number}$")).wait_for()


def _count(book: RuleBook, profile: Profile) -> int:
    return sum(
        met.rule.status == "in_force" for met in unlocked_rules(book, profile, "").answer.unlocked
    )


@pytest.mark.browser
def test_choosing_a_tier_lights_the_picture_and_moves_nothing(
    page: Any, server: str, book: RuleBook
) -> None:
    before = _nodes(page, server, f"bonus?lang=ja&size={quote('中小企業')}")
    with redrawn(page):
        page.get_by_role("button", name="くるみん", exact=True).or_(
            page.get_by_role("radio", name="くるみん", exact=True)
        ).first.click()
    _unlocked(page, _count(book, SMALL))
    assert places(page)["nodes"] == before
    expect_address(page, hold=["くるみん"], size=["中小企業"])

    sent = page.url
    page.goto("about:blank")
    page.goto(sent)
    settle(page)
    _unlocked(page, _count(book, SMALL))


@pytest.mark.browser
def test_a_click_in_the_picture_shows_the_card_with_its_lines_and_can_be_held(
    page: Any, server: str, book: RuleBook
) -> None:
    before = _nodes(
        page, server, f"bonus?lang=ja&size={quote('中小企業')}&hold={quote('くるみん')}"
    )
    click(page, before[PLATINUM])
    expect_card(page, "プラチナくるみん")
    expect_address(page, id=[PLATINUM])
    page.locator("table.facts details").first.locator("summary").click()
    expect(page.locator("table.facts details[open] .excerpt").first).to_contain_text("made-up line")

    with redrawn(page):
        page.get_by_role("button", name="持っている", exact=True).click()
    page.get_by_role("button", name="持っていないことにする").wait_for()
    _unlocked(page, _count(book, Profile(size=("中小企業",), hold=("プラチナくるみん",))))
    assert places(page)["nodes"] == before


@pytest.mark.browser
def test_another_next_step_and_another_language_keep_the_picture(page: Any, server: str) -> None:
    before = _nodes(page, server, f"bonus?lang=ja&size={quote('中小企業')}")
    with redrawn(page):
        page.get_by_role("button", name=re.compile("^DX認定")).first.click()
    expect_address(page, step=["certification:DX認定"])
    with redrawn(page):
        page.get_by_role("radio", name="English").click()
    page.get_by_text("Unlocked now").first.wait_for()
    assert places(page)["nodes"] == before
    expect_address(page, size=["中小企業"])


@pytest.mark.browser
def test_all_tables_can_be_saved_as_a_workbook_and_the_answer_as_json(
    page: Any, server: str, book: RuleBook, tmp_path: Path
) -> None:
    go(page, server, f"bonus?lang=en&size={quote('中小企業')}&hold={quote('くるみん')}")
    file = saved(page, page.get_by_role("button", name="Save all tables as XLSX")).path()
    workbook = openpyxl.load_workbook(io.BytesIO(Path(file).read_bytes()))
    assert workbook.sheetnames == [
        "Unlocked now",
        "One step away",
        "Depends",
        "Next certifications",
        "Across ministries",
    ]
    assert workbook["Unlocked now"].max_row == 1 + _count(book, SMALL)
    file = saved(page, page.get_by_role("button", name="Save the whole answer as JSON")).path()
    record = json.loads(Path(file).read_text(encoding="utf-8"))
    assert (
        record["profile"] == {"size": ["中小企業"], "hold": ["くるみん"]}
        and len(record["unlocked"]) == _count(book, SMALL)
        and record["next"]
    )
