"""Tables escape what they show and save what Excel reads."""

from __future__ import annotations

from dashboard.widgets.tables import Cell, Table, csv_bytes, html


def test_text_is_escaped_and_links_stay_links() -> None:
    shown = html(Table(["<i>"], [[Cell("<script>", "measure?id=a&lang=ja")], ["a & b"]]))
    assert "<script>" not in shown and "<i>" not in shown
    assert '<a href="measure?id=a&amp;lang=ja" target="_self">&lt;script&gt;</a>' in shown


def test_other_sites_open_beside_the_dashboard() -> None:
    assert 'target="_blank" rel="noopener"' in html(
        Table(["a"], [[Cell("there", "https://example.go.jp/")]])
    )


def test_files_begin_with_the_mark_that_excel_wants() -> None:
    saved = csv_bytes(Table(["施策", "円"], [[Cell("10億円", value=1_000_000_000), None]]))
    assert saved == "\ufeff施策,円\r\n1000000000,\r\n".encode()


def test_no_cell_becomes_a_formula() -> None:
    assert b"'=HYPERLINK" in csv_bytes(Table(["a"], [["=HYPERLINK(1)"]]))
