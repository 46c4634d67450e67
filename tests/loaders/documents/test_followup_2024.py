"""A follow-up in two flattened columns: policy items on the left, measures on the right."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Appearance
from loaders.documents.corrections import Correction, block_digest
from loaders.documents.family import Reading
from loaders.documents.followup_2024 import parser
from loaders.text.lines import Line
from loaders.text.source import read_source
from tests.made_up.paper import ITEM, MEASURE, lines_of, sheet
from tests.sources import source

FOLLOWUP = "001_f86edd7f9a74a13d.txt"


def read(*pages: list[str], corrections: tuple[Correction, ...] = ()) -> Reading:
    return parser.read("paper", lines_of(*pages), corrections, lambda done, of: None)


def only(reading: Reading) -> Appearance:
    [appearance] = reading.appearances
    return appearance


# --- items and measures ---------------------------------------------------------------------------


def test_an_item_of_the_left_column_and_a_measure_of_the_right() -> None:
    reading = read(sheet(*ITEM, *MEASURE))
    [item], measure = reading.items, only(reading)
    assert (item.item_no, item.title, item.ministries, item.measures) == (
        "①",
        "里山の人材育成",
        ["農林水産省"],
        [measure.measure],
    )
    assert (measure.title, measure.fiscal_mark, measure.item_no, measure.section) == (
        "里山人材講座事業",
        "R５当初",
        "①",
        "（１）里山の再生",
    )
    assert (measure.ministries, measure.page, reading.problems) == (["農林水産省"], 1, ())
    assert measure.lines["title"] == [measure.line_start]


@pytest.mark.parametrize(
    ("heading", "title", "mark"),
    [
        (
            ("〇里山の道と橋を直すための", "事業（R４補、R５当", "初） "),
            "里山の道と橋を直すための事業",
            "R４補、R５当初",
        ),
        (("⚫ ○里山の道 ",), "里山の道", None),
        (("○ 里山の道（Ｒ５補） ",), "里山の道", "Ｒ５補"),
        (
            ("〇里山道プロジェクト（SATO 計画）（R５当初）（再掲） ",),
            "里山道プロジェクト（SATO 計画）",
            "R５当初",
        ),
        (("○里山の道（R４補正・R５補正） ",), "里山の道", "R４補正・R５補正"),
        (("○里山の道 (R５当初) ",), "里山の道", "R５当初"),
        (
            ("○里山の道を守るための取組の周知", "・啓発（R５当初） "),
            "里山の道を守るための取組の周知・啓発",
            "R５当初",
        ),
        (("○里山の道を守るための取組の活用", "促進 "), "里山の道を守るための取組の活用促進", None),
    ],
)
def test_a_heading_is_a_name_and_a_mark_wherever_it_is_wrapped(
    heading: tuple[str, ...], title: str, mark: str | None
) -> None:
    measure = only(read(sheet(*ITEM, *heading, "⚫ 道を直した。［農水省］ ")))
    assert (measure.title, measure.fiscal_mark) == (title, mark)


@pytest.mark.parametrize(
    ("bracket", "ministries", "agencies", "lead"),
    [
        (
            ("⚫ 終えた。［○経産省・国交省・内閣府］ ",),
            ["経済産業省", "国土交通省", "内閣府"],
            [],
            "経済産業省",
        ),
        (("⚫ 終えた。[〇中企庁・経産省] ",), ["経済産業省"], ["中小企業庁"], "中小企業庁"),
        (
            (
                "⚫ 終えた。［入管",
                "庁］ ",
            ),
            ["法務省"],
            ["出入国在留管理庁"],
            None,
        ),
        (("⚫ 終えた。[農水省］ ",), ["農林水産省"], [], None),
        (("⚫ 終えた。［", "○外務省・財務省］ "), ["外務省", "財務省"], [], "外務省"),
    ],
)
def test_the_closing_bracket_names_the_ministries_and_the_ring_the_lead(
    bracket, ministries, agencies, lead
) -> None:
    measure = only(read(sheet(*ITEM, "○里山の道 ", *bracket)))
    assert (measure.ministries, measure.agencies, measure.lead_ministry) == (
        ministries,
        agencies,
        lead,
    )


def test_a_measure_without_a_bracket_has_the_ministries_of_its_item() -> None:
    assert only(read(sheet(*ITEM, "○里山の道 ", "⚫ 道を直した。 "))).ministries == ["農林水産省"]


def test_two_brackets_of_an_item_and_one_at_the_end_of_its_text() -> None:
    two = read(sheet("① 里山の道 ", "⚫ 道を直す。 ", "【外務省】、【経産省】 ", *MEASURE))
    behind = read(
        sheet(
            "① 里山の道 ",
            "⚫ 道を直すとともに橋を架け",
            "る。                  【経産省】 ",
            *MEASURE,
        )
    )
    assert two.items[0].ministries == ["外務省", "経済産業省"] and behind.items[0].ministries == [
        "経済産業省"
    ]


def test_numbers_in_the_text_of_a_measure_begin_no_item() -> None:
    reading = read(
        sheet(
            *ITEM,
            "○里山の道 ",
            "⚫ 取組実績 ",
            "① 里山を歩く会を五回開いた。 ",
            "② 道を直す会を三",
            "回開いた。［農水省］ ",
        )
    )
    assert [item.item_no for item in reading.items] == ["①"] and only(reading).title == "里山の道"


def test_headings_one_upon_the_other_share_the_text_and_each_takes_the_sum_of_its_year() -> None:
    reading = read(
        sheet(
            *ITEM,
            "〇里山緊急事業（R４補） ",
            "〇里山事業（R５当初） ",
            "【令和４年度補正予算：6億円、令和５年度当初：2億円】 ",
            "⚫ 支えた。［農水省］ ",
        )
    )
    assert [(a.title, a.ministries, [b.yen for b in a.budgets]) for a in reading.appearances] == [
        ("里山緊急事業", ["農林水産省"], [600_000_000]),
        ("里山事業", ["農林水産省"], [200_000_000]),
    ]


def test_a_new_item_that_nothing_followed_yet_is_told_as_a_measure_itself() -> None:
    reading = read(
        sheet(
            "① 里山投資補助金の創設【新規】（R６",
            "補正） ",
            "【国庫債務負担行為要求額 40 億円※令和６年度補正予算：10億円】 ",
            "⚫ 大きな投資を促す。 ",
            "【経産省】 ",
        )
    )
    measure = only(reading)
    assert (reading.items[0].title, measure.title, measure.fiscal_mark) == (
        "里山投資補助金の創設【新規】",
        "里山投資補助金の創設",
        "R６補正",
    )
    assert [(b.yen, b.kind, b.fiscal) for b in measure.budgets] == [
        (4_000_000_000, "multi_year_total", None),
        (1_000_000_000, "supplementary", "R6補正"),
    ]


def test_a_measure_told_at_two_items_is_one_measure_with_two_tellings() -> None:
    second = ("② 里山の道 ", "⚫ 道を直す。 ", "【農水省】 ")
    a, b = read(sheet(*ITEM, *MEASURE, *second, *MEASURE)).appearances
    assert a.measure == b.measure and a.id != b.id and (a.item_no, b.item_no) == ("①", "②")


# --- over pages -----------------------------------------------------------------------------------


def test_an_item_goes_on_over_the_page_until_its_bracket_then_the_measure_does() -> None:
    reading = read(
        sheet("① 里山の道 ", "⚫ 道を直す。 ", "○里山道路事業 ", "⚫ 一つ目の道を直した。 "),
        sheet("⚫ また、橋を架ける。 ", "【国交省】 ", "⚫ 二つ目の道を直した。［国交省］ "),
    )
    [item], measure = reading.items, only(reading)
    assert (item.ministries, measure.ministries, reading.problems) == (
        ["国土交通省"],
        ["国土交通省"],
        (),
    )
    assert item.line_end < measure.line_end and [p.lines[-1].plain for p in reading.pages] == [
        "【国交省】"
    ]


def test_a_second_page_of_measures_belongs_to_the_item_of_the_first() -> None:
    reading = read(sheet(*ITEM, *MEASURE), sheet("○里山の道 ", "⚫ 道を直した。［国交省］ "))
    assert [a.item_no for a in reading.appearances] == ["①", "①"] and reading.appearances[
        1
    ].page == 2


def test_each_page_is_told_with_its_first_line() -> None:
    reading = read(sheet(*ITEM, *MEASURE), sheet("○里山の道 ", "⚫ 道を直した。［国交省］ "))
    pages, lines = zip(*reading.page_starts, strict=True)
    assert pages == (1, 2) and lines[0] <= reading.appearances[0].line_start < lines[1]
    assert lines[1] <= reading.appearances[1].line_start


def test_what_stands_at_the_side_and_at_the_foot_belongs_to_no_measure() -> None:
    foot = (" ", "1 里山とは、人の暮らしに近い山。 ", "林野を含む。 ")
    side = ("1．里山への投資 ", " ", "里山の道 ", "8 ", " ")
    reading = read(
        sheet(*ITEM, *MEASURE, *foot),
        sheet(
            "② 里山の道 ",
            "⚫ 道を直す。 ",
            "【国交省】 ",
            "○里山道路事業 ",
            "⚫ 直した。［国交省］ ",
            side=side,
        ),
    )
    text = "".join(line.plain for page in reading.pages for line in page.lines)
    assert "林野" not in text and "投資" not in text
    assert [a.page for a in reading.appearances] == [
        1,
        8,
    ], "the number at the side is that of the page"


def test_a_line_of_the_text_that_begins_with_a_number_is_no_footnote() -> None:
    reading = read(
        sheet(*ITEM, "○里山の道 ", "⚫ 今年は道を直す", "1 団体を選び、支えた。［国交省］ ")
    )
    assert only(reading).ministries == ["国土交通省"]


# --- bonuses --------------------------------------------------------------------------------------


def test_both_columns_state_their_bonus_and_what_is_only_considered_is_told_so() -> None:
    left = (
        "① 里山の道 ",
        "⚫ また、本事業においては、くるみん認定企業への補助",
        "金の加点措置を検討する。 ",
        "【国交省】 ",
    )
    reading = read(
        sheet(
            *left,
            "○里山の橋 ",
            "⚫ 架けた。［国交省］ ",
            "○里山の道 ",
            "⚫ 直した（くるみん認定企業への補助金の加点措置を行っている）。［国交省］ ",
        )
    )
    measure = reading.appearances[1]
    assert sorted((b.status, b.measure, b.applies_to) for b in reading.bonuses) == [
        ("considered", measure.measure, "里山の道"),
        ("in_force", measure.measure, "里山の道"),
    ]
    assert len({b.id for b in reading.bonuses}) == 2


def test_an_item_that_no_measure_follows_states_its_bonus_itself() -> None:
    reading = read(
        sheet("① 里山の道 ", "⚫ くるみん認定企業への補助金の加点措置を検討する。 ", "【国交省】 ")
    )
    [bonus] = reading.bonuses
    assert bonus.measure == reading.items[0].id and reading.appearances == ()


# --- strict ---------------------------------------------------------------------------------------


def says(reading: Reading) -> list[str]:
    return [problem.what for problem in reading.problems]


def test_a_gap_in_the_numbers_is_said_and_the_count_does_not_come_out() -> None:
    third = (
        "③ 里山の道 ",
        "⚫ 道を直す。 ",
        "【国交省】 ",
        "○里山道路事業 ",
        "⚫ 直した。［国交省］ ",
    )
    reading = read(sheet(*ITEM, *MEASURE), sheet(*third))
    assert says(reading) == ["item ③ of section (1) where ② was expected"]
    assert (reading.states["items"], reading.found["items"]) == (3, 2)


def test_an_item_without_ministries_and_a_budget_without_a_sum_are_said() -> None:
    reading = read(
        sheet(
            "① 里山の道 ",
            "⚫ 道を直す。 ",
            "○里山道路事業（R５当初） ",
            "【令和５年度当初予算：若干】 ",
            "⚫ 直した。［国交省］ ",
        )
    )
    assert says(reading) == [
        "no bracket of ministries closes item ① of section (1)",
        "a budget is announced, but no sum of it can be read",
    ]


def test_a_text_without_page_heads_is_no_follow_up() -> None:
    assert says(read(["里山の話 ", "むかしむかし "])) == [
        "no page head names a section and the two columns"
    ]
    assert not parser.recognises([Line(1, "里山の話")])
    assert parser.recognises(
        [Line(n, line) for n, line in enumerate([*sheet(*ITEM), *sheet(*ITEM)], 1)]
    )


def test_a_correction_sets_what_it_names_on_the_measure_that_has_its_line() -> None:
    correction = Correction(
        block=block_digest("○里山の道"),
        set={"title": "里山の道と橋"},
        reason="made up for this test",
    )
    reading = read(sheet(*ITEM, "○里山の道 ", "⚫ 直した。［国交省］ "), corrections=(correction,))
    assert only(reading).title == "里山の道と橋" and reading.used == (correction,)
    assert [(c.field, c.before, c.after) for c in reading.corrected] == [
        ("title", "里山の道", "里山の道と橋")
    ]


@pytest.mark.parametrize("heading", ["○令和３年度の取組 ", "〇そのほかの取組事項 "])
def test_what_stands_under_a_heading_that_names_nothing_is_no_measure(heading: str) -> None:
    reading = read(sheet(*ITEM, *MEASURE, heading, "⚫ 道を２本実施した。［国交省］ "))
    alone = read(sheet(*ITEM, *MEASURE))
    assert [a.title for a in reading.appearances] == [a.title for a in alone.appearances]
    assert [a.line_end for a in reading.appearances] == [a.line_end for a in alone.appearances]
    assert reading.problems == ()
    [item] = reading.items
    assert [(f.what, f.name, f.value, f.unit) for f in item.figures] == [
        ("result", "道の実施本数", 2, "本")
    ], "what came about there is told by the item"


# --- the document itself --------------------------------------------------------------------------


@pytest.mark.sources
def test_the_follow_up_of_2024_is_read_whole() -> None:
    reading = parser.read(
        "followup-2024", read_source(source(FOLLOWUP)).lines, (), lambda done, of: None
    )
    assert reading.problems == () and reading.states == {"sections": 10, "items": 190}
    assert (reading.found["items"], reading.found["pages"], len(reading.appearances)) == (
        190,
        170,
        242,
    )
    assert len({a.id for a in reading.appearances}) == 242 and len(
        {(b.id, b.line) for b in reading.bonuses}
    ) == len(reading.bonuses)
