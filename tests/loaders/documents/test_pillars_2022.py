"""A follow-up in three columns, on made-up pages in the real layout."""

from __future__ import annotations

import pytest

from loaders.catalogue.records import Appearance, Item
from loaders.documents.corrections import Correction, block_digest
from loaders.documents.family import Reading
from loaders.documents.pillars_2022 import parser
from loaders.documents.pillars_2022.line_kinds import Kind, cell_lines, same_code
from tests.made_up.columns import FIRST, SECOND, THIRD, lines_of


def read(*pages: str, corrections: tuple[Correction, ...] = ()) -> Reading:
    return parser.read("made-up", lines_of(*pages), corrections, lambda done, of: None)


def items(reading: Reading) -> dict[tuple[str, str], Item]:
    return {(item.column or "", same_code(item.item_no)): item for item in reading.items}


def titled(reading: Reading, title: str) -> Appearance:
    return next(a for a in reading.appearances if a.title == title)


def lines_at(reading_pages: tuple[str, ...], start: int, end: int) -> str:
    return "".join(
        line.text.strip() for line in lines_of(*reading_pages) if start <= line.number <= end
    )


# --- rows and columns -----------------------------------------------------------------------------


def test_a_document_of_this_family_is_known_by_its_columns_and_codes():
    assert parser.recognises(lines_of(FIRST))
    assert not parser.recognises(lines_of(FIRST.replace("フォローアップ 新たな", "")))
    assert not parser.recognises(lines_of(FIRST.replace("①", "1")))


def test_what_keeps_to_its_own_numbering_has_no_problems():
    reading = read(FIRST, SECOND, THIRD)
    assert reading.problems == ()
    assert reading.states == {"pillars": 2}
    assert reading.found == {
        "pillars": 2,
        "policies": 2,
        "entries": 11,
        "measures": 4,
        "ministries": 5,
    }
    assert reading.date == "2023-03"


@pytest.mark.parametrize("code", ["①－１", "①ー１", "①―1", "①-1", "① － １"])
def test_a_code_is_the_same_whatever_its_dash_and_digits(code: str):
    assert same_code(code) == "①-1"


def test_an_entry_has_its_code_as_printed_its_label_and_its_ministries():
    found = items(read(FIRST, SECOND, THIRD))
    entry = found["new", "①-1"]
    assert (entry.item_no, entry.title, entry.ministries) == (
        "①ー１",
        "窯元",
        ["経済産業省", "金融庁"],
    )
    assert found["current", "①-1"].ministries == ["経済産業省"], "a bracket that is wrapped is one"


def test_two_codes_in_one_cell_share_its_label_and_its_ministries():
    found = items(read(FIRST, SECOND, THIRD))
    second, third = found["current", "①-2"], found["current", "①-3"]
    assert (
        (second.title, second.ministries)
        == (third.title, third.ministries)
        == ("登り窯", ["農林水産省"])
    )
    assert second.line_end < third.line_start


def test_columns_go_on_over_the_page_in_their_order():
    reading = read(FIRST, SECOND, THIRD)
    found = items(reading)
    pages = (FIRST, SECOND, THIRD)
    assert (
        lines_at(pages, found["current", "①-3"].line_end, found["current", "①-3"].line_end)
        == "集める。［農水省］"
    )
    assert lines_at(pages, *[titled(reading, "登り窯の記録").line_end] * 2) == "けている。"
    assert lines_at(pages, *[found["new", "①-2"].line_end] * 2) == "絶やさない。［農水省］"


def test_a_cut_between_two_columns_prefers_the_short_last_line_of_a_paragraph():
    second = SECOND.replace(
        "けている。\n絶やさない。［農水省］",
        "けている。これからも古い窯の記録をとる。\nそのうえで、写す。\n絶やさず火を渡していく。［農水省］",
    )
    reading = read(FIRST, second, THIRD)
    pages = (FIRST, second, THIRD)
    assert lines_at(pages, *[titled(reading, "登り窯の記録").line_end] * 2) == "そのうえで、写す。"


def test_a_bullet_that_the_text_lost_still_ends_the_current_column():
    row, *_ = [
        part
        for part in cell_lines(lines_of(FIRST, "【窯】\n（①－１）窯を\n 相談を受けた。"))
        if part.line.text == "相談を受けた。"
    ]
    assert row.kind is Kind.BULLET


def test_a_heading_may_come_after_its_first_entries():
    assert not [p for p in read(FIRST, SECOND, THIRD).problems if "heading" in p.what]
    without = read(FIRST, SECOND, THIRD.replace("② 海辺", "海辺"))
    assert {p.what for p in without.problems} == {
        "(②－１) stands under no heading of its number",
        "the heading 海, where ② should follow",
    }


def test_rows_under_no_chapter_and_a_text_without_rows_are_told():
    assert {
        p.what
        for p in read(
            FIRST.replace("１．里山の事業の承継\n", "里山の事業の承継\n"), SECOND, THIRD
        ).problems
    } >= {"a row under no chapter"}
    assert "no row of three columns" in {p.what for p in read().problems}


# --- what is carried on ---------------------------------------------------------------------------


def test_a_new_entry_carries_on_the_current_ones_of_its_row():
    found = items(read(FIRST, SECOND, THIRD))
    assert found["new", "①-2"].continues == [found["current", "①-2"].id, found["current", "①-3"].id]
    assert found["new", "①-3"].continues == [], "marked as new"


def test_a_moved_entry_carries_on_the_one_that_it_comes_from_whatever_the_old_place_says():
    found = items(read(FIRST, SECOND, THIRD))
    assert found["new", "①-4"].continues == [found["current", "①-4"].id]


def test_a_place_to_which_an_entry_is_moved_counts_where_nothing_says_that_it_came():
    second = (
        SECOND.replace("（①－５に移動）", "（②－１に移動）")
        .replace("（①－４から移動） ", "（新規項目） （新規項目）\n")
        .replace(
            "〇古道案内事業\n【令和３年度補正：3億円、令和４年度予備費予算：約1億円】\n•"
            " 道しるべを立てた。\n",
            "",
        )
    )
    found = items(read(FIRST, second, THIRD))
    assert set(found["new", "②-1"].continues) == {
        found["current", "②-1"].id,
        found["current", "①-4"].id,
    }


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("（①－４から移動）", "（①－９から移動）", "is moved from ①-9, which no entry bears"),
        (
            "（①－３）薪を蓄える",
            "（①－５）薪を蓄える",
            "(①－５) in the new column, where ①-3 should follow",
        ),
        (
            "（①－５）茶を育てる。［農水省］",
            "（①－５）茶を育てる。",
            "(①－５) ends without its ministries",
        ),
        ("（事業終了のため削除）\n", "", "a row without a new cell"),
        (
            "（①－５に移動）\n",
            "（①－５に移動）\nまだある。\n",
            "text behind the last column of a row",
        ),
        (
            "【令和２年度第３次補正予算：0.5億円】",
            "【令和２年度第３次補正予算】",
            "no sum can be read in the bracket behind 「茶の試み」",
        ),
        (
            "【令和２年度第３次補正予算：0.5億円】",
            "【令和２年度第３次補正予算：1,2兆3,000億円】",
            "a sum that cannot be read: 1,2兆3,000億円",
        ),
    ],
)
def test_what_does_not_hold_is_a_problem_with_its_line(old: str, new: str, says: str):
    assert old in SECOND
    problems = read(FIRST, SECOND.replace(old, new), THIRD).problems
    assert any(says in problem.what and problem.line > 0 for problem in problems), problems


# --- measures -------------------------------------------------------------------------------------


def test_a_measure_has_the_name_under_its_circle_the_chapter_and_the_entry_beside_it():
    found = titled(read(FIRST, SECOND, THIRD), "窯元引継ぎ支援事業（登り窯枠）")
    assert (found.section, found.item_no, found.ministries, found.page) == (
        "１．里山の事業の承継",
        "①－１",
        ["経済産業省"],
        2,
    )
    text = lines_of(FIRST)
    assert [text[n - 1].text for n in found.lines["title"]] == [
        "○窯元引継ぎ支",
        "援事業（登り窯枠）",
    ]
    assert text[found.line_start - 1].text == "○窯元引継ぎ支"


def test_ministries_behind_the_name_are_the_measures_own():
    found = titled(read(FIRST, SECOND, THIRD), "登り窯の記録")
    assert (found.ministries, found.item_no) == (["文部科学省"], "①－３")


def test_a_measure_in_a_row_that_has_moved_stands_beside_the_new_entry():
    found = titled(read(FIRST, SECOND, THIRD), "古道案内事業")
    assert (found.item_no, found.ministries) == ("①－４", ["国土交通省"])
    assert items(read(FIRST, SECOND, THIRD))["new", "①-4"].measures == [found.measure]


def test_budgets_stand_in_the_bracket_behind_the_name_each_year_of_its_own():
    reading = read(FIRST, SECOND, THIRD)
    assert [
        (b.yen, b.fiscal, b.part_of, b.previous_yen)
        for b in titled(reading, "窯元引継ぎ支援事業（登り窯枠）").budgets
    ] == [(1_250_000_000, "R4当初", True, 1_100_000_000), (1_100_000_000, "R3当初", True, None)]
    assert [(b.yen, b.fiscal, b.kind) for b in titled(reading, "古道案内事業").budgets] == [
        (300_000_000, "R3補正", "supplementary"),
        (100_000_000, "R4予備費", None),
    ]
    assert [(b.yen, b.kind) for b in titled(reading, "茶の試み").budgets] == [
        (50_000_000, "supplementary")
    ]


@pytest.mark.parametrize(
    ("printed", "parts_of"),
    [
        ("12億円（令和３年度当初：11億円）の内数", [True, True]),
        ("12億円の内数（令和３年度当初：11億円）", [True, False]),
        ("12億円（令和３年度当初：11億円", [False, False]),
        ("12億円（対前年度▲1億円", [False]),
    ],
)
def test_a_part_of_a_sum_is_said_behind_it_or_behind_all_of_them(
    printed: str, parts_of: list[bool]
):
    first = FIRST.replace("12.5 億円の内数（令和\n３年度当初：11億円の内数）", printed)
    assert [
        b.part_of
        for b in titled(read(first, SECOND, THIRD), "窯元引継ぎ支援事業（登り窯枠）").budgets
    ] == parts_of


def test_a_bracket_of_a_year_that_cannot_be_read_is_refused():
    first = FIRST.replace("３年度当初：11億円の内数", "99,9年度当初：11億円の内数")
    reading = read(first, SECOND, THIRD)
    assert titled(reading, "窯元引継ぎ支援事業（登り窯枠）").budgets == []
    assert [p.what for p in reading.problems if "fiscal year" in p.what] == [
        "a budget of a fiscal year that cannot be read: 令和99,9年度"
    ]


def test_a_measure_listed_again_is_one_measure_with_two_appearances():
    again = SECOND.replace("〇茶の試み", "〇窯元引継ぎ支援事業（登り窯枠）[経産省]")
    found = [
        a
        for a in read(FIRST, again, THIRD).appearances
        if a.title == "窯元引継ぎ支援事業（登り窯枠）"
    ]
    assert (
        len(found) == 2 and len({a.id for a in found}) == 2 and len({a.measure for a in found}) == 1
    )


def test_a_correction_mends_the_measure_that_has_its_line():
    correction = Correction(
        block=block_digest("〇茶の試み"),
        set={"title": "茶の試み（若芽）"},
        reason="The name is cut in the print.",
    )
    reading = read(FIRST, SECOND, THIRD, corrections=(correction,))
    assert reading.used == (correction,) and titled(reading, "茶の試み（若芽）")
    assert [(c.field, c.before, c.after) for c in reading.corrected] == [
        ("title", "茶の試み", "茶の試み（若芽）")
    ]


def test_a_correction_sets_whom_a_measure_is_for_where_the_form_itself_does_not_say():
    correction = Correction(
        block=block_digest("〇茶の試み"),
        set={"targets": ["中小企業"]},
        reason="The ministry's own page names them.",
    )
    reading = read(FIRST, SECOND, THIRD, corrections=(correction,))
    assert titled(reading, "茶の試み").targets == ["中小企業"]
