"""The workbook of a page says on top what was asked."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from dashboard.text.words import Words
from dashboard.widgets.tables import Table
from dashboard.widgets.workbook import workbook


def test_the_question_and_the_day_stand_above_the_first_table() -> None:
    tables = [("一", Table(["名称"], [["蜂蜜"]])), ("二", Table(["数"], [[3]]))]
    book = load_workbook(io.BytesIO(workbook(Words("ja"), [("ページ", "比較")], tables)))
    rows = list(book["一"].iter_rows(values_only=True))
    assert rows[0] == ("ページ", "比較") and rows[1][0] == "保存した日"
    assert rows[3][0] == "名称" and rows[4][0] == "蜂蜜"
    assert [row[0] for row in book["二"].iter_rows(values_only=True)] == ["数", 3]
