"""Slides of a ministry's budget: made-up slides in the real layout, and the whole document where it
is at hand.
"""

from __future__ import annotations

import random
import re

import pytest

from loaders.documents.family import Reading
from loaders.documents.slides_2025 import parser
from loaders.documents.slides_2025.pages import split
from loaders.documents.slides_2025.scheme import left_open, money, payments
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.text.source import read_source
from tests.made_up.slides import FISHING, FISHING_AGAIN, HARBOUR, PART
from tests.sources import source

SLIDES = "002_4fb7892f9c08ac14.txt"


def read(*slides: str) -> Reading:
    lines = [Line(number, line) for number, line in enumerate("".join(slides).split("\n"), 1)]
    return parser.read("made-up", lines, (), lambda done, of: None)


def one(slide: str):
    (appearance,) = read(slide).appearances
    return appearance


def test_each_slide_is_a_measure_whether_its_title_stands_first_or_under_its_text():
    reading = read(HARBOUR, FISHING, PART)
    assert [a.title for a in reading.appearances] == [
        "港町設備高度化促進補助金",
        "里海の海外展開及び養殖場整備事業",
        "里山支援事業のうち、（１）里山引継ぎ事業",
    ]
    assert reading.problems == () and reading.found["measures"] == reading.states["measures"] == 3


def test_the_order_of_the_slides_does_not_matter():
    there, back = read(HARBOUR, FISHING, PART), read(PART, HARBOUR, FISHING)
    assert {a.id for a in there.appearances} == {a.id for a in back.appearances}


def test_a_bureau_is_its_ministrys_an_outer_office_stands_beside_it():
    told = one(FISHING)
    assert (told.ministries, told.agencies) == (["経済産業省"], ["中小企業庁"])
    assert [c.org for c in told.contacts] == [
        "(1)通商政策局総務課、中小企業庁里海室",
        "(2)製造産業局海課",
    ]


def test_an_unknown_office_is_a_problem_not_a_guess():
    (problem,) = read(HARBOUR.replace("資源エネルギー庁", "月面開発局")).problems
    assert "no office that is known" in problem.what


def test_a_slide_without_a_budget_line_is_a_problem():
    reading = read(HARBOUR, FISHING.replace("令和7年度予算案額 12億円（9.5億円）\n", ""))
    assert len(reading.appearances) == 1 and [p.what for p in reading.problems] == [
        "no title over a budget line on this slide"
    ]


def test_the_bracket_behind_the_sum_is_last_years():
    (budget,) = one(FISHING).budgets
    assert (budget.yen, budget.previous_yen, budget.fiscal, budget.proposed) == (
        1_200_000_000,
        950_000_000,
        "R7当初",
        True,
    )


def test_the_total_over_years_and_the_budget_of_the_year_are_two():
    assert [(b.yen, b.kind) for b in one(HARBOUR).budgets] == [
        (42_000_000_000, "multi_year_total"),
        (7_000_000_000, "supplementary"),
    ]


def test_two_slides_of_one_title_are_one_measure_with_two_appearances():
    reading = read(FISHING, FISHING_AGAIN)
    assert (
        len({a.measure for a in reading.appearances}) == 1
        and len({a.id for a in reading.appearances}) == 2
        and reading.problems == ()
    )


def test_two_slides_that_nothing_tells_apart_are_a_problem():
    assert [p.what for p in read(FISHING, FISHING).problems] == [
        "two sheets bear the name 「里海の海外展開及び養殖場整備事業」 and nothing tells them apart"
    ] * 2


def test_rates_and_caps_stand_under_their_numbered_part():
    told = one(HARBOUR)
    assert [(r.printed, r.frame, r.size_class) for r in told.rates] == [
        ("1/4", None, None),
        ("2/3以内", "丸ごと型", "中小企業"),
        ("1/2以内", "丸ごと型", "大企業"),
        ("1/2以内", "ひとつ型", None),
    ]
    assert [(c.yen, c.frame, c.with_uplift) for c in told.caps] == [
        (400_000_000, "丸ごと型", False),
        (600_000_000, "丸ごと型", True),
        (200_000_000, "ひとつ型", False),
    ]


DRAWING = "補助\n（2/3、1/4）\n"


@pytest.mark.parametrize(
    ("label", "frame"),
    [
        ("②補助\n（2/5）\n", "ひとつ型"),
        ("(1),(2)補助\n（2/5）\n", "丸ごと型・ひとつ型"),
        ("(3)補助\n（2/5）\n", "(3)"),
        ("（１）～（２）\n補助\n（2/5）\n", "丸ごと型・ひとつ型"),
        ("（１）～（２）\n港町設備課\n補助\n（2/5）\n", "丸ごと型・ひとつ型"),
        ("（１）～（２）\n（１）丸ごと型\n補助\n（2/5）\n", None),
        (DRAWING.replace("2/3、1/4", "2/5"), None),
    ],
)
def test_a_label_of_the_drawing_is_for_the_parts_whose_numbers_it_bears(label, frame):
    slide = HARBOUR.replace(DRAWING, label)
    if label.startswith("②"):
        slide = slide.replace("（１）", "①").replace("（２）", "②")
    assert [r.frame for r in one(slide).rates if r.printed == "2/5"] == [frame]


def test_a_number_within_a_part_is_the_parts_that_pays_so():
    slide = HARBOUR.replace(DRAWING, "②補助\n（2/5）\n").replace(
        "（２）ひとつ型：設備のひとつを新しくすることを支援。",
        "②台帳を置く。\n（２）ひとつ型：\n①窓口を開く。（委託）\n②工場を\n訪ねる。（委託・補助）",
    )
    assert [r.frame for r in one(slide).rates if r.printed == "2/5"] == ["ひとつ型②"]


def test_a_number_before_a_rate_is_what_a_list_above_names():
    slide = HARBOUR.replace(
        "（１）補助率：中小企業2/3以内、大企業1/2以内",
        "（１）対象：１）工場と倉庫\n２）入江の店\n補助率：１）中小企業2/3以内\n２）大企業1/2以内",
    )
    assert [(r.printed, r.band) for r in one(slide).rates if r.size_class] == [
        ("2/3以内", "工場と倉庫"),
        ("1/2以内", "入江の店"),
    ]


def test_whom_the_label_names_and_whom_a_note_names_have_rates_of_their_own():
    slide = HARBOUR.replace(
        "（２）補助率：1/2以内",
        "（２）補助率：自治体、漁業団体等1/2以内\n※所得8億円超の中小企業者は2/5以内",
    )
    assert [(r.printed, r.size_class, r.band) for r in one(slide).rates[-2:]] == [
        ("1/2以内", None, "自治体、漁業団体等"),
        ("2/5以内", "中小企業", "所得8億円超"),
    ]


def test_equal_limits_of_two_parts_are_two():
    assert [
        (c.yen, c.frame)
        for c in one(HARBOUR.replace("上限額：4億円（電化の場合は6億円）", "上限額：2億円")).caps
    ] == [(200_000_000, "丸ごと型"), (200_000_000, "ひとつ型")]


def test_a_row_of_boxes_with_the_state_last_is_a_flow_from_the_state():
    assert [(s.payer, s.receiver, s.how) for s in one(HARBOUR).scheme] == [
        ("国", "民間企業等", "補助(定額)"),
        ("民間企業等", "民間企業等", "補助(2/3、1/4)"),
    ]


def test_each_label_is_of_the_nearest_flow_that_lacks_one_and_equal_steps_of_two_flows_are_two():
    lines = (
        *("(独)里海振興機構", "民間団体等", "国", "交付金", "", "", "補助", "（定額）"),
        *("補助", "（1/2）", "中小企業等", "", "(独)里海振興機構国", "交付金"),
    )
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    steps = [(p.scheme.payer, p.scheme.receiver, p.scheme.how) for p in payments(page)]
    assert steps == [
        ("国", "(独)里海振興機構", "交付金"),
        ("(独)里海振興機構", "民間団体等", "補助(定額)"),
        ("民間団体等", "中小企業等", "補助(1/2)"),
        ("国", "(独)里海振興機構", "交付金"),
    ]


def test_boxes_cut_over_lines_are_put_together_and_stand_in_the_order_of_the_money():
    assert [(s.payer, s.receiver) for s in one(FISHING).scheme] == [
        ("国", "独立行政法人里海振興機構(SATOUMI)"),
        ("独立行政法人里海振興機構(SATOUMI)", "中小企業等"),
    ]
    assert [(s.payer, s.receiver, s.how) for s in one(PART).scheme] == [
        ("国", "里山法に基づく認定支援機関等", "委託")  # the advice that it gives is no money
    ]


@pytest.mark.parametrize(
    ("open_flow", "receivers"),
    [((), ["中小事業者等"]), (("国",), [])],
)
def test_a_share_from_the_state_itself_is_told_where_no_other_flow_is_left_open(
    open_flow: tuple[str, ...], receivers: list[str]
):
    lines = ("補助（2/3）", "", "中小事業者等国", "", "(1)海の事業", "", *open_flow)
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    assert [payment.receiver for payment in money(payments(page))] == receivers
    assert left_open(page) == ([3, 7] if open_flow else [])


def test_more_arrows_than_boxes_leave_open_who_is_paid():
    lines = ("国", "", "補助", "（2/3）", "", "委託 港の会", "", "中小事業者等")
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))
    assert money(payments(page)) == []
    assert left_open(page) == [1]


def test_a_slide_says_on_which_lines_its_drawing_leaves_open_who_is_paid():
    drawn = one(FISHING)
    assert "scheme_left_open" not in drawn.lines


def test_a_slide_whose_number_is_not_printed_gets_the_counted_one():
    assert [a.page for a in read(HARBOUR, FISHING, PART).appearances] == [6, 7, 8]
    assert [a.page for a in read(HARBOUR, FISHING, FISHING_AGAIN).appearances] == [None, 7, 7]


def test_a_text_of_slides_is_recognised():
    lines = [Line(number, line) for number, line in enumerate((HARBOUR + FISHING).split("\n"), 1)]
    assert parser.recognises(lines) and not parser.recognises([Line(1, "港町の話")])


# --- the whole document ---------------------------------------------------------------------------


def whole() -> tuple[Line, ...]:
    return read_source(source(SLIDES)).lines


def of(lines: list[str]) -> Reading:
    return parser.read(
        "slides-2025", [Line(n, text) for n, text in enumerate(lines, 1)], (), lambda done, of: None
    )


@pytest.mark.sources
def test_every_slide_of_the_document_is_read_without_a_correction():
    reading = parser.read("slides-2025", whole(), (), lambda done, of: None)
    assert reading.problems == () and len(reading.appearances) == reading.states["measures"] == 27
    assert all(a.ministries == ["経済産業省"] and a.budgets for a in reading.appearances)


@pytest.mark.sources
@pytest.mark.parametrize("seed", range(3))
def test_shuffled_slides_give_the_same_measures(seed: int):
    pages = split("slides-2025", whole())
    told = {
        (a.id, tuple(b.yen for b in a.budgets))
        for a in of([line.text for page in pages for line in page.lines]).appearances
    }
    random.Random(seed).shuffle(pages)
    assert {
        (a.id, tuple(b.yen for b in a.budgets))
        for a in of([line.text for page in pages for line in page.lines]).appearances
    } == told


@pytest.mark.sources
def test_other_titles_and_sums_are_read_as_printed():
    pages = split("slides-2025", whole())
    before = parser.read("slides-2025", whole(), (), lambda done, of: None).appearances
    titles = {n for a in before for n in a.lines["title"]}
    lines = []
    for line in (line for page in pages for line in page.lines):
        text = (
            re.sub(r"[一-龥]", lambda m: "港" if m.group() in "業支促費" else m.group(), line.text)
            if line.number in titles
            else line.text
        )
        lines.append(
            re.sub(r"(?<![\d.,])([1-9])(?=[\d,.]*億円)", lambda m: str(int(m[1]) % 9 + 1), text)
        )
    after = of(lines).appearances
    assert len(after) == len(before)
    assert all(
        a.title != b.title and [x.yen for x in a.budgets] != [x.yen for x in b.budgets]
        for a, b in zip(after, before, strict=True)
    )
