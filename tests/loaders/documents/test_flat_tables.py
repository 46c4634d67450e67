"""A leaflet's table of frames whose columns came out cell by cell."""

from __future__ import annotations

from loaders.documents.leaflets_2025.caps import limits
from loaders.documents.leaflets_2025.flat_tables import in_flat_table
from loaders.documents.leaflets_2025.rates import shares
from loaders.text.lines import Line
from loaders.text.page import Page

TABLE = (
    "枠/\n類型\n灯台枠 組合連携枠\n入江枠\n見張\n対策枠大型類型\n小型\n類型\n\n"
    "補助額\n・灯台の数が\n2つまで：\n5万円～60万円\n・3つ以上：\n～90万円\n"
    "(a)網代：\n30万円×人数\n(a)+(b)合わせて700万円\nまで\n灯具一式：\n～40万円\n旗・鐘等：\n～10万円\n"
    "～350万円\n5万円\n～160万円\n\n"
    "補助率\n中小企業：1/2\n沖に近い\n事業者(※2)：2/3\n(a)・(b)：2/3\n～50万円以下：3/4\n"
    "(小規模事業者：\n4/5)\n旗購入費：\n1/2\n大企業：\n1/2\n中小企業：\n2/3\n中小企業：\n1/2\n\n"
    "入江枠（大型類型、小型類型）の締切\n"
)


def page_of(text: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))


def test_a_number_is_for_the_column_of_its_cell() -> None:
    page = page_of(TABLE)
    caps = in_flat_table(page, limits(page, 1))
    assert [(cap.printed, cap.frame, cap.band) for cap in caps] == [
        ("60万円", "灯台枠", "2つまで"),
        ("90万円", "灯台枠", "3つ以上"),
        ("30万円", "組合連携枠", "(a)網代"),
        ("700万円", "組合連携枠", "(a)+(b)"),
        ("40万円", "入江枠(大型類型)", "灯具一式"),
        ("10万円", "入江枠(大型類型)", "旗・鐘等"),
        ("350万円", "入江枠(小型類型)", None),
        ("160万円", "見張対策枠", None),
    ]
    rates = in_flat_table(page, shares(page))
    assert [(rate.printed, rate.frame, rate.size_class, rate.band) for rate in rates] == [
        ("1/2", "灯台枠", "中小企業", None),
        ("2/3", "灯台枠", None, "沖に近い事業者"),
        ("2/3", "組合連携枠", None, "(a)・(b)"),
        ("3/4", "入江枠(大型類型)", None, "~50万円以下"),
        ("4/5", "入江枠(大型類型)", "小規模事業者", "~50万円以下"),
        ("1/2", "入江枠(大型類型)", None, "旗購入費"),
        ("1/2", "入江枠(小型類型)", "大企業", None),
        ("2/3", "入江枠(小型類型)", "中小企業", None),
        ("1/2", "見張対策枠", "中小企業", None),
    ]


def test_a_row_with_a_cell_too_few_or_types_of_no_frame_tell_nothing() -> None:
    for text in (
        TABLE.replace("～350万円\n", ""),
        TABLE.replace("入江枠（大型類型、小型類型）", "入江枠"),
    ):
        page = page_of(text)
        assert {cap.frame for cap in in_flat_table(page, limits(page, 1))} == {None}
