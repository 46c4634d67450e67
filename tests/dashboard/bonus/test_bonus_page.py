"""The page for bonus paths without a browser: what it answers, what an address holds, and what it
says of nonsense.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.text.markdown import plain
from dashboard.text.words import Words
from dashboard.views.bonus import tables
from dashboard.views.bonus.form import deeds_of
from dashboard.views.bonus.state import TABS, State
from graph.opening import open_store
from loaders.load import load
from queries.bonus.for_company import bonuses_by
from queries.bonus.matrix import without_issuer
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.bonus.windows import today
from tests.dashboard.pages import html, run_page
from tests.made_up import bonuses as made_up_bonuses

_run = partial(run_page, "bonus")


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
        and f"いま使える <b>{now}</b>" in html(app)
        and f"いま使える優遇は {now} 件" in html(app)
        and "実施中でないもの 2 件（予定 1、後の資料に記載なし 1）" in html(app)
    )
    assert _tab(app, "unlocked") == f"いま使える ({plain(f'{now} + {len(met) - now}')})"


def _tab(app: AppTest, name: str) -> str:
    """What a table is called where it is chosen."""
    return app.button_group(key="bonus_tab").options[TABS.index(name)]


def _legend(app: AppTest) -> dict[str, int]:
    shown = html(app).partition('class="legend"')[2]
    found = re.findall(r"</i>([^<]+) <b>(\d+)</b>", shown)
    return {name: int(number) for name, number in found}


@pytest.mark.parametrize("address", [{}, {"hold": "くるみん"}, {"size": "中小企業"}])
def test_one_count_stands_in_the_answer_the_steps_the_legend_and_the_views(
    address: dict[str, str],
) -> None:
    app = _run(**address)
    legend = _legend(app)
    views = app.button_group(key="bonus_view").options
    told = [re.search(r"(\d+)(?: \+(\d+))?/(\d+)$", view) for view in views]
    now, more, every = (sum(int(each[at] or 0) for each in told if each) for at in (1, 2, 3))
    assert (now, more, every) == (
        legend["いま使える"],
        legend["次の一歩で使える"],
        sum(legend.values()),
    )
    steps = [button.label for button in app.button if str(button.key).startswith("step-")]
    (looked_at,) = [label for label in steps if label.startswith(":orange")]
    assert f"{more} 件" in looked_at


def test_the_answer_comes_first_and_names_what_the_next_step_adds() -> None:
    shown = html(_run(size="中小企業", hold="くるみん"))
    sentence = re.search(r'<div class="beside"><b>(.*?)</b>', shown)
    assert sentence and "次に「" in sentence[1] and "（" in sentence[1].partition("：")[2]
    assert shown.index('class="beside"') < shown.index("<table") < shown.index('class="legend"')


def test_the_table_that_is_shown_stands_in_the_address() -> None:
    app = _run(hold="くるみん", tab="next")
    assert app.button_group(key="bonus_tab").value == "next" and "先に必要" in html(app)
    wrong = _run(tab="elsewhere")
    assert len(wrong.warning) == 1 and wrong.button_group(key="bonus_tab").value == "unlocked"


def test_a_programme_tells_by_which_certifications_one_gets_a_bonus_there() -> None:
    app = _run(**{"for": made_up_bonuses.TAX})
    assert app.button_group(key="bonus_tab").value == "for"
    shown = html(app)
    assert "で優遇を受けられる認定・取組" in shown and "くるみん" in shown
    assert "5%" in shown and "左の企業では" in shown


def test_a_programme_that_nothing_raises_is_said_to_be_none() -> None:
    app = _run(**{"for": "どこにもない制度"})
    assert not app.exception and "どこにもない制度" in app.warning[0].value


def test_places_open_over_the_full_width_below_their_row() -> None:
    shown = html(_run(size="中小企業", hold="くるみん"))
    assert re.search(r'</tr><tr class="wide"><td colspan="\d+"><details><summary>出典 ', shown)


def test_the_workbook_says_for_which_company_and_day_it_is() -> None:
    state = State(Profile(size=("中小企業",), hold=("くるみん",), employees=10), on="2025-04-01")
    told = dict(tables.asked(Words("ja"), state))
    assert told["企業"] == "中小企業、くるみん、10" and told["申請の日"] == "2025年4月1日"
    assert dict(tables.asked(Words("ja"), State()))["企業"] == "条件の入力なし"


def test_each_unlocked_rule_is_a_row_with_condition_value_and_place() -> None:
    shown = html(_run(size="中小企業", hold="くるみん"))
    row = next(row for row in re.findall(r"<tr>.*?</tr>", shown) if "税額控除の上乗せ" in row)
    assert (
        "くるみん" in row
        and "5%" in row
        and f"measure?id={quote(made_up_bonuses.TAX)}" in row
        and "<details>" in shown
    )


def test_the_same_in_english() -> None:
    app = _run("en", size="中小企業", hold="くるみん")
    assert (
        not app.exception
        and "higher tax credit" in html(app)
        and "Small and medium-sized companies" in html(app)
    )


@pytest.mark.parametrize(
    ("address", "named"),
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
    address: dict[str, str | list[str]], named: str
) -> None:
    app = _run(**address)
    assert (
        not app.exception
        and len(app.warning) == 1
        and named in app.warning[0].value.replace("\\", "")
    )
    assert 'class="legend"' in html(app), "the page answers for the rest"


def test_an_address_sent_before_views_were_renamed_opens_the_same_view() -> None:
    app = _run(view="doors")
    assert not app.warning and app.button_group(key="bonus_view").value == "prerequisites"


def test_an_address_of_a_rule_opens_the_view_in_which_it_stands() -> None:
    app = _run(id="rule:both")
    assert not app.exception and not app.warning and "card-name" in html(app)


def test_rules_that_no_cell_holds_for_want_of_an_issuer_are_counted_beside_the_matrix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def notes() -> list[str]:
        return [
            caption.value
            for caption in _run(tab="matrix").caption
            if "発行する府省庁が分からない" in caption.value
        ]

    assert notes() == []
    made = made_up_bonuses.catalogue()
    with open_store(tmp_path / "graph.lbug") as opened:
        load(
            replace(
                made,
                certifications=tuple(
                    certification.model_copy(update={"issuer": None})
                    for certification in made.certifications
                ),
            ),
            opened,
        )
        left = without_issuer(rule_book(opened))
    monkeypatch.setenv("SHISAKU_STORE", str(tmp_path / "graph.lbug"))
    (note,) = notes()
    assert left and f" {left} 件" in note


def test_a_next_certification_opens_to_the_rules_that_it_adds() -> None:
    shown = html(_run(size="中小企業", tab="next"))
    row = next(
        row
        for row in re.findall(r"<tr>.*?</tr>", shown)
        if re.match(r"<tr><td[^>]*>\d+</td><td[^>]*>プラチナくるみん", row)
    )
    its_own, _, lower = row.partition("下の段階や前提でも届くもの")
    assert f"measure?id={quote(made_up_bonuses.GRANT)}" in its_own
    tax = f"measure?id={quote(made_up_bonuses.TAX)}"
    assert tax in lower and tax not in its_own, "what comes with a lower tier is not its own"


def test_an_unknown_certification_comes_with_the_nearest() -> None:
    assert "くるみん" in _run(hold="くるみんん").warning[0].value


@pytest.mark.parametrize(
    "address",
    [
        {"size": ["大企業", "小規模事業者"]},
        {"size": "小規模事業者", "employees": "5000", "capital": "9億円"},
    ],
)
def test_a_contradiction_is_refused_in_one_line(address: dict[str, str | list[str]]) -> None:
    app = _run(**address)
    assert not app.exception and len(app.error) == 1 and "出典" not in html(app)


@pytest.mark.parametrize(
    ("language", "address", "line"),
    [
        (
            "ja",
            {"size": ["大企業", "小規模事業者"]},
            "「小規模事業者」と「大企業」の両方には当たりません。",
        ),
        (
            "en",
            {"size": ["大企業", "小規模事業者"]},
            "No company can be both “Micro businesses” and “Large companies”.",
        ),
        (
            "ja",
            {"size": "小規模事業者", "employees": "5000", "capital": "9億円"},
            "従業員数 5,000人は「小規模事業者」",
        ),
        (
            "en",
            {"size": "小規模事業者", "employees": "5000", "capital": "9億円"},
            "does a company with employees 5,000 count as “Micro businesses”.",
        ),
    ],
)
def test_a_contradiction_is_said_in_the_language_of_the_page_and_beside_what_was_told(
    language: str, address: dict[str, str | list[str]], line: str
) -> None:
    app = _run(language, **address)
    assert line in app.error[0].value.replace("\\", "")
    assert [line in warning.value.replace("\\", "") for warning in app.warning] == [True]


def test_a_certification_that_no_document_names_is_said_to_be_one() -> None:
    assert any(
        "SECURITY ACTION" in caption.value for caption in _run(hold="SECURITY ACTION").caption
    )


def test_a_missing_number_is_asked_for() -> None:
    shown = html(_run(size="中小企業", hold="DX認定", tab="depends"))
    assert "従業員数" in shown and "1,000万円" in shown


def test_deeds_are_offered_by_how_many_rules_ask_for_them_wage_rises_first(book: RuleBook) -> None:
    asking: dict[str, int] = {}
    for rule in book.rules.values():
        for what in {asked.what for asked in rule.requires if asked.type == "Condition"}:
            asking[what] = asking.get(what, 0) + 1
    offered = list(dict.fromkeys(deed.partition("+")[0] for deed in deeds_of(Words("ja"), book)))
    numbers = [asking[what] for what in offered if what != "賃上げ"]
    assert offered[0] == "賃上げ" and numbers == sorted(numbers, reverse=True)


def test_industry_and_kind_are_asked_for_and_understood_by_any_of_their_names() -> None:
    app = _run(size="中小企業", industry=["建設", "E09"], kind="株式会社")
    assert not app.exception and not app.warning
    industry, kind = (
        next(field for field in app.multiselect if field.label.startswith(label))
        for label in ("業種", "企業の種類")
    )
    assert industry.value == ["建設", "E09"] and kind.value == ["会社"]
    assert "E09 食料品製造業" in industry.options and "個人事業主" in kind.options


@pytest.mark.parametrize(
    ("name", "typed", "near"),
    [
        ("industry", "食料品製造所", "食料品製造業"),
        ("kind", "会杜", "会社"),
        ("on", "2025-02-30", "-"),
    ],
)
def test_what_is_no_industry_kind_or_day_comes_with_what_would_be_one(
    name: str, typed: str, near: str
) -> None:
    (warning,) = _run(**{name: typed}).warning
    said = warning.value.replace("\\", "")
    assert typed in said and near in said.replace(typed, "")


def test_the_day_is_todays_unless_chosen_and_is_said_with_what_was_not_read() -> None:
    app = _run(size="中小企業", on="2025-04-01", tab="almost")
    assert app.date_input[0].value.isoformat() == "2025-04-01"
    (note,) = [caption.value for caption in app.caption if "公募要領" in caption.value]
    assert "2025年4月1日" in note and "期間の記載なし" in html(app)
    assert _run().date_input[0].value.isoformat() == today().isoformat()


def test_money_is_typed_beside_the_sums_and_what_is_no_sum_is_said_there() -> None:
    app = _run(size="中小企業", does="賃上げ+3%", investment="２，０００万円", tab="yen")
    fields = {field.key: field for field in app.text_input}
    assert fields["bonus_investment"].value == "2,000万円"
    fields["bonus_tax"].input("-5").run()
    assert not app.exception
    assert [warning.value for warning in app.warning if "-5" in warning.value.replace("\\", "")]
