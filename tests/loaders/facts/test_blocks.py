"""The blocks of a page that tells of several schemes, and the numbers that are for them."""

from __future__ import annotations

from loaders.facts.blocks import named_blocks
from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.text.lines import Line
from loaders.text.page import Page


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


def test_the_name_over_a_block_is_what_its_numbers_are_for() -> None:
    page = page_of(
        "灯台修理支援事業\n＊概要：灯台を直す\n補助率：1/2\n"
        "漁網更新貸付\n＊概要：網を貸す\n＊融資上限3,000万円"
    )
    assert [(rate.printed, rate.frame) for rate in rates(page)] == [("1/2", "灯台修理支援事業")]
    assert [(cap.yen, cap.frame) for cap in caps(page)] == [(30_000_000, "漁網更新貸付")]


APART = (
    "✓ 灯台と桟橋を併せて直す入江岬特別保証を始めます\n"
    "✓ 漁網の買い替えに使える網元更新ローンを拡充\n"
    "＊概要：{first}\n＊補助上限（大口）3,000万円、（小口）400万円\n"
    "＊概要：{second}\n＊補助上限3,000万円\n"
    "網元更新ローン\n入江岬特別保証"
)


def test_names_apart_from_their_blocks_go_where_the_words_are_shared() -> None:
    page = page_of(APART.format(first="灯台と桟橋の修理", second="漁網を新しくする"))
    assert [(b.name, b.first, b.last) for b in named_blocks(page)] == [
        ("入江岬特別保証", 3, 4),
        ("網元更新ローン", 5, 6),
    ]
    assert [(cap.yen, cap.frame, cap.band) for cap in caps(page)] == [
        (30_000_000, "入江岬特別保証", "大口"),
        (4_000_000, "入江岬特別保証", "小口"),
        (30_000_000, "網元更新ローン", None),
    ]
    assert not page.refused


def test_names_that_fit_no_block_clearly_are_refused() -> None:
    page = page_of(APART.format(first="船を買う", second="船を直す"))
    assert named_blocks(page) == []
    assert [problem.line for problem in page.refused] == [3]


def test_one_label_makes_no_blocks() -> None:
    assert named_blocks(page_of("灯台修理支援事業\n概要：灯台を直す")) == []
