"""What registering, being recognised or doing a thing again opens; when nothing is paid back."""

from __future__ import annotations

import pytest

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "窯替え補助金") -> list[Bonus]:
    page = Page("booklet", tuple(Line(10 + at, line) for at, line in enumerate(lines)))
    return bonuses(page, "measure:0", title)


def summary(unlocked: list[Bonus]) -> list[tuple[str, str, str | None, int]]:
    return [(bonus.condition[0], bonus.benefit, bonus.value, bonus.line) for bonus in unlocked]


def test_each_item_under_those_who_registered_is_a_support() -> None:
    unlocked = read(
        "里山登録者は、無料で次の支援を受けられます",
        "・村が行う窯の診断",
        "・掲示板への投稿",
        "■この表は村の会の案内",
    )
    assert [(b.raises and b.raises.printed, b.value, b.line) for b in unlocked] == [
        ("診断", "無料", 11),
        ("掲示板への投稿", "無料", 12),
    ]
    assert {b.requires[0][0].what for b in unlocked} == {"里山登録"}


def test_advice_for_those_who_were_recognised() -> None:
    [bonus] = read("港湾機構による助言（計画認定を受けた者に対して、窯の直し方を教える）")
    assert bonus.condition == ["計画認定を受けた者"]
    assert bonus.raises and bonus.raises.printed == "港湾機構による助言"


def test_a_credit_that_is_left_over_counts_in_later_years() -> None:
    [bonus] = read(
        "中小企業は、薪を買った年度に控除しきれなかった金額の４年間の繰越しが可能", title="薪税制"
    )
    assert (bonus.benefit, bonus.value, bonus.size_class) == (
        "tax_credit_uplift",
        "4年間の繰越し",
        "中小企業",
    )


def test_when_a_grant_need_not_be_paid_back() -> None:
    [bonus] = read(
        "未達の時は返還を求めます。ただし、大水など窯元に責めのない場合は返還を免除します。"
    )
    assert summary([bonus]) == [("大水など窯元に責めのない場合", "other", "返還を免除", 10)]


def test_cases_in_which_nothing_is_paid_back_keep_what_they_deny() -> None:
    [bonus] = read(
        "ただし、付加価値額が増加していないかつ窯元が赤字の場合や大水がある場合は返還を免除します。"
    )
    assert [[way.what for way in ways] for ways in bonus.requires] == [
        ["付加価値額が増加していない", "大水がある"],
        ["窯元が赤字", "大水がある"],
    ]


@pytest.mark.parametrize(
    ("title", "benefit"), [("窯替え税制", "tax_credit_uplift"), ("窯替え補助金", "rate_uplift")]
)
def test_who_does_it_again_gets_more(title: str, benefit: str) -> None:
    unlocked = read("積立率を窯替え２回目80％、３回目以降90％に拡大する。", title=title)
    assert {(b.condition[0], b.benefit, b.value, b.rank) for b in unlocked} == {
        ("窯替え2回目", benefit, "積立率80%", 2),
        ("窯替え3回目以降", benefit, "積立率90%", 1),
    }


def test_the_goal_of_a_plan_and_a_certificate_open_the_door() -> None:
    [goal] = read("「窯の生産性 年平均２％向上」を目指す計画に取り組む者には窯を貸す。")
    assert (goal.benefit, goal.condition) == ("requirement", ["窯の生産性 年平均2%向上"])
    [proof] = read("※申請には、村が発行した、里山研修を受けたことの証明書の写しが必要です。")
    assert (proof.benefit, proof.condition) == ("requirement", ["里山研修を受けたことの証明書"])


def test_a_condition_that_points_to_items_below_is_what_they_ask_for() -> None:
    lines = (
        "里山計画の承認を受けた者",
        "通常枠　税額控除４％",
        "下記①を満たした上で、②、③のいずれかを満たす",
        "① 労働生産性が５％以上かつ窯が２基以上",
        "② 付加価値額が３億円以上",
        "③ 煙突が３本以上、かつ、窯元が５人以上",
        "税額控除５％",
    )
    bonus = next(b for b in read(*lines, title="里山税制") if b.benefit == "tax_credit_uplift")
    assert [[way.what for way in ways] for ways in bonus.requires][-3:] == [
        ["労働生産性"],
        ["窯が2基以上"],
        ["付加価値額", "煙突が3本以上、かつ、窯元が5人以上"],
    ]
    unlocked = read(*lines[:5], lines[6], title="里山税制")
    missing = next(b for b in unlocked if b.benefit == "tax_credit_uplift")
    assert any("下記" in part for part in missing.condition), "an item is not there: as printed"


TURNS = "積立率を窯替え2回目80%、3回目以降95%に拡大する"


def test_what_the_first_time_gives_and_who_may_not_begin_with_it() -> None:
    found = read(
        TURNS,
        "①中小企業による窯の値段の60%までを積立",
        "※ 4 中堅企業は３回目以降の窯替えから活用可能。",
        title="窯替え税制",
    )
    [later] = [bonus for bonus in found if bonus.benefit == "requirement"]
    ways = ["3回目以降の窯替え", "窯替え3回目以降"]
    assert [way.what for way in later.requires[0]] == ways
    said = {(b.benefit, b.value, b.size_class, b.condition[0], b.rank, b.line) for b in found}
    assert said == {
        ("tax_credit_uplift", "積立率80%", None, "窯替え2回目", 2, 10),
        ("tax_credit_uplift", "積立率95%", None, "窯替え3回目以降", 1, 10),
        ("base", "積立率60%", "中小企業", "窯替え", 3, 11),
        ("requirement", None, "中堅企業", "3回目以降の窯替え", None, 12),
    }


def test_a_record_that_a_frame_asks_for() -> None:
    [bonus] = read("※ 村で定める。（大窯枠は過去４年以内に窯替えの実績が必要）")
    assert (bonus.benefit, bonus.condition) == ("requirement", ["過去4年以内に窯替えの実績"])
    assert bonus.raises and bonus.raises.frame == "大窯枠"


def test_the_account_that_one_needs_to_apply() -> None:
    [bonus] = read("申請する際には、GビズIDプライムアカウントの取得が必要。")
    assert (bonus.requires[0][0].what, bonus.benefit) == ("GビズIDプライム", "requirement")


def test_what_members_get() -> None:
    [bonus] = read(
        "⚫ 里山会員に対して、窯の紹介、職人による助言等の支援を 20 件行い、実を結んだ。"
    )
    assert (bonus.condition, bonus.benefit, bonus.applies_to) == (
        ["里山会員"],
        "other",
        "窯の紹介、職人による助言",
    )


def test_a_rate_for_each_time_however_it_is_spaced() -> None:
    found = read("⚫ 積立率を 窯替え２回目 90%、３回目以降 100％に拡大する。", title="窯替え税制")
    assert {bonus.value for bonus in found} == {"積立率90%", "積立率100%"}


def test_members_of_what_the_page_is_about_are_called_by_its_short_name() -> None:
    [bonus] = read("◼会員登録及び窯の診断は全て無料。", title="Village Kiln Bridge（V-Bridge）")
    assert (bonus.requires[0][0].what, bonus.value) == ("V-Bridge会員", "無料")
    assert bonus.raises and bonus.raises.printed == "窯の診断"
    [unnamed] = read("◼会員登録及び窯の診断は全て無料。")
    assert unnamed.requires[0][0].what == "会員登録"


def test_what_being_in_the_programme_of_the_sentence_before_opens() -> None:
    [bonus] = read(
        "⚫「里山窯開き支援プログラム」では、村が窯元を支えます。",
        "⚫ 本プログラムに登録された方には、村の名人による窯の見立てを行い、薪の手配を考えます。",
    )
    assert bonus.requires[0][0].what == "里山窯開き支援プログラムへの登録"
    assert bonus.raises and bonus.raises.printed == "窯の見立て"


def test_on_a_page_about_one_plan_its_recognition_is_meant() -> None:
    [bonus] = read(
        "港湾機構による助言（計画認定を受けた者に対して、窯の直し方を教える）",
        title="窯元支援（経営力向上計画の認定制度等）",
    )
    assert bonus.requires[0][0].what == "経営力向上計画"


def test_a_reserve_that_must_be_given_up() -> None:
    unlocked = read(
        "⚫ 積立率を窯替え２回目60%、３回目以降80％に拡大する。",
        "※ 2 傷みが見つかった場合や、窯を手放した場合等には、準備金を取り崩し。",
        title="窯替え税制",
    )
    assert [(b.clawback.printed, b.clawback.line) for b in unlocked if b.clawback] == [
        ("傷みが見つかった場合や、窯を手放した場合等には、準備金を取り崩し", 11)
    ] * 2


def test_spending_that_counts_for_a_credit_of_another_measure() -> None:
    [bonus] = read("代理納付に充てる費用は、里山促進税制の対象となる給与にもあたる。")
    assert (bonus.condition, bonus.benefit) == (["代理納付"], "other")
    assert bonus.raises and bonus.raises.printed == "里山促進税制"
    assert read("窯の費用は、里山促進税制の対象外。") == []
