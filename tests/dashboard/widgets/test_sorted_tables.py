"""Tables that are sorted by a heading and filtered by words."""

from __future__ import annotations

from dataclasses import replace

from dashboard.widgets.sorted_tables import chosen, folded_words, of_rows
from dashboard.widgets.tables import Cell, Heading, Table, html

NAMES = ("name", "yen")
TABLE = Table(
    ["名称", "円"],
    [
        [Cell("はちみつ", note="農林水産省"), Cell("2億円", value=2 * 10**8)],
        ["みつろう", Cell("", value="")],
        ["ローヤルゼリー", Cell("−1億円", value=-(10**8))],
    ],
    frozenset({1}),
)


def test_rows_are_sorted_either_way_and_what_is_empty_comes_last() -> None:
    assert chosen(TABLE, NAMES, "yen", "") == [2, 0, 1]
    assert chosen(TABLE, NAMES, "-yen", "") == [0, 2, 1]
    assert chosen(TABLE, NAMES, "-name", "") == [2, 1, 0]


def test_an_unknown_order_leaves_the_rows_as_they_come() -> None:
    assert chosen(TABLE, NAMES, "colour", "") == chosen(TABLE, NAMES, "", "") == [0, 1, 2]


def test_all_words_must_stand_in_a_row_in_any_width_of_letters() -> None:
    assert chosen(TABLE, NAMES, "", "みつ") == [0, 1]
    assert chosen(TABLE, NAMES, "", "みつ 農林") == [0]
    assert chosen(replace(TABLE, rows=[["ＡＢＣ", ""]]), NAMES, "", "abc") == [0]


def test_rows_are_taken_in_the_order_that_was_chosen() -> None:
    assert of_rows(TABLE, [2, 1]).rows == [TABLE.rows[2], TABLE.rows[1]]


def test_a_heading_says_by_what_the_table_is_sorted_and_can_be_followed() -> None:
    links = [
        Heading("p?sort=name&lang=ja", "sort:name", "ascending"),
        Heading("p", "sort:-yen", ""),
    ]
    shown = html(replace(TABLE, links=links))
    assert (
        '<th scope="col" aria-sort="ascending"><a href="p?sort=name&amp;lang=ja" target="_self"'
        ' data-pick="sort:name">名称</a> ▲</th>'
    ) in shown
    assert shown.count("aria-sort") == 1 and 'class="number"><a href="p"' in shown


def test_every_word_is_looked_for_by_itself() -> None:
    assert chosen(TABLE, NAMES, "", "農林水産省　はち") == [0]
    assert chosen(TABLE, NAMES, "", "はち みつろう") == []
    assert folded_words(" ＡＢ　c ") == ["ab", "c"]
