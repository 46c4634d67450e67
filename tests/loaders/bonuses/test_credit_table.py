"""A table of size class × wage rise × rate that a PDF has flattened."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.catalogue.records import Bonus
from loaders.text.lines import Line
from loaders.text.page import Page

TABLE = """・適用対象：里山で帳簿を備える全企業又は個人事業主

・適用対象：里山で帳簿を備える従業員数3,000人以下の企業又は個人事業主
(子会社を持つものは別とする。)

窯で働く人の
給与支給額（前年度比）

税額控除率

＋２％ ８％

＋６％（新設） ２２％

前年度比＋12％

⇒ 税額控除率に４%上乗せ

プラチナくるみん又はプラチナえるぼし

⇒ 税額控除率に６%上乗せ

窯で働く人の
給与支給額（前年度比）

税額控除率

＋２％ ８％

前年度比＋12％

⇒ 税額控除率に４%上乗せ

プラチナくるみん又はえるぼし三段階目以上

⇒ 税額控除率に６%上乗せ

・適用対象：里山で帳簿を備える中小企業者等（出資金５千万円以下の組合等）又は従業員数1,500人以下の個人事業主

窯元すべての
給与支給額（前年度比）

税額控除率

＋１．５％ １２％

前年度比＋６％

⇒ 税額控除率に９%上乗せ

くるみん以上又はえるぼし二段階目以上

⇒ 税額控除率に６%上乗せ

必須要件（給与）
上乗せ要件①
教育訓練費（研修）

上乗せ要件②（新設）
両立・活躍支援"""


def read(text: str) -> list[Bonus]:
    return bonuses(
        Page("booklet", tuple(Line(at, line) for at, line in enumerate(text.split("\n"), 1))),
        "measure:0",
        "試し税制",
    )


def rows(unlocked: list[Bonus]) -> list[tuple[str | None, str, str, str | None]]:
    return [
        (bonus.size_class, "・".join(bonus.condition), bonus.benefit, bonus.value)
        for bonus in unlocked
    ]


EXPECTED = [
    ("大企業", "窯で働く人の給与支給額(前年度比)+2%", "base", "8%"),
    ("大企業", "窯で働く人の給与支給額(前年度比)+6%", "tax_credit_uplift", "22%"),
    ("大企業", "教育訓練費+12%", "tax_credit_uplift", "4%"),
    ("大企業", "プラチナくるみん・プラチナえるぼし", "tax_credit_uplift", "6%"),
    ("中堅企業", "窯で働く人の給与支給額(前年度比)+2%", "base", "8%"),
    ("中堅企業", "教育訓練費+12%", "tax_credit_uplift", "4%"),
    ("中堅企業", "プラチナくるみん・えるぼし3段階目以上", "tax_credit_uplift", "6%"),
    ("中小企業", "窯元すべての給与支給額(前年度比)+1.5%", "base", "12%"),
    ("中小企業", "教育訓練費+6%", "tax_credit_uplift", "9%"),
    ("中小企業", "くるみん以上・えるぼし2段階目以上", "tax_credit_uplift", "6%"),
]


def test_class_by_class_rung_by_rung_uplift_by_uplift() -> None:
    assert rows(read(TABLE)) == EXPECTED


def test_lines_cut_elsewhere_change_nothing() -> None:
    cut = "\n".join(
        part
        for line in TABLE.split("\n")
        for part in ([line[:9], line[9:]] if len(line) > 12 else [line])
    )
    assert rows(read(cut)) == EXPECTED


def test_tiers_and_amounts_are_kept_apart_from_the_print() -> None:
    unlocked = read(TABLE)
    tiers = [
        (alternative.what, alternative.tier_or_above) for alternative in unlocked[-1].requires[0]
    ]
    assert tiers == [("くるみん", True), ("えるぼし2段階目", True)]
    assert [(a.what, a.tier_or_above) for a in unlocked[6].requires[0]] == [
        ("プラチナくるみん", False),
        ("えるぼし3段階目", True),
    ]
    wage, training = unlocked[1].requires[0][0], unlocked[2].requires[0][0]
    assert (wage.what, wage.kind, wage.amount, wage.unit) == ("賃上げ", "wage_raise", 6.0, "%")
    assert (training.what, training.kind, training.amount) == ("教育訓練費", "other", 12.0)


def test_rungs_of_one_ladder_do_not_add_up_and_the_highest_counts() -> None:
    large = [
        (bonus.value, bonus.rank)
        for bonus in read(TABLE)
        if bonus.size_class == "大企業" and bonus.exclusive_group
    ]
    assert large == [("8%", 2), ("22%", 1)]
    assert (
        len({bonus.exclusive_group for bonus in read(TABLE) if bonus.exclusive_group}) == 3
    )  # one ladder a size class


def test_without_as_many_frames_as_ladders_no_size_is_guessed() -> None:
    unlocked = read(TABLE.replace("適用対象：里山で帳簿を備える全企業又は個人事業主", ""))
    assert {bonus.size_class for bonus in unlocked} == {None}


def test_what_is_left_over_is_carried_on_from_the_first_rung_of_its_size_class() -> None:
    carried = "中小企業は、賃上げをした年度に控除しきれなかった金額の７年間の繰越しが可能"
    [bonus] = [each for each in read(TABLE + "\n" + carried) if each.value == "7年間の繰越し"]
    [[way]] = bonus.requires
    assert (bonus.size_class, way.what, way.amount, way.unit) == ("中小企業", "賃上げ", 1.5, "%")
