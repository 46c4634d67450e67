"""出典とデータ品質 as Streamlit runs it, without a browser."""

from __future__ import annotations

import pytest

from dashboard.text.words import Words
from dashboard.views.sources import document, reading
from queries.documents import DocumentCounts
from queries.overview.overview import TypeCount
from queries.overview.quality import Correction, DocumentQuality, Refusal
from tests.dashboard.pages import html, run_page
from tests.made_up import catalogue as made_up


@pytest.fixture(autouse=True)
def _made_up(store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHISAKU_STORE", store)
    monkeypatch.delenv("SHISAKU_SOURCES", raising=False)


def _quality() -> DocumentQuality:
    counts = DocumentCounts(
        "made-up", "蜂蜜白書", "養蜂庁", "2031", None, "a.txt", 9, "CC BY", {"rows": 3}, {}, "ab"
    )
    return DocumentQuality(
        counts,
        (TypeCount("FUNDED_BY", 4),),
        (Refusal(7, "no sum"),),
        (Correction(5, "title", None, "蜂蜜", "torn"),),
    )


def test_the_sentence_comes_first_and_says_whether_all_was_read() -> None:
    shown = html(run_page("sources"))
    assert "資料 1 点" in shown and "読み取れずに外した行はありません" in shown
    assert shown.index("を読み取りました") < shown.index("どれだけ正しく読めているか")


def test_a_document_of_the_address_is_shown_in_full() -> None:
    shown = html(run_page("sources", "en", id=made_up.DOCUMENT))
    for part in ("Digest of the file", "What it states and what was found", "Facts by kind"):
        assert part in shown, part
    assert "Not at hand" in shown


def test_an_unknown_document_is_named() -> None:
    app = run_page("sources", id="no-such")
    assert "という資料はありません" in app.warning[0].value and not app.exception


def test_files_hold_the_refused_lines_and_corrections_with_their_places() -> None:
    words = Words("en")
    refused = document.refused_file(words, [_quality()])
    assert list(refused.headings) == ["Short name", "Page", "Line", "What"]
    assert refused.rows[0] == ["made-up", None, 7, "no sum"]
    (row,) = document.corrections_file(words, [_quality()]).rows
    assert row == ["made-up", None, 5, "title", None, "蜂蜜", "torn"]
    assert document.facts_file(words, [_quality()]).rows[0][-1] == 4


def test_how_well_it_is_read_has_a_row_a_kind_of_fact() -> None:
    table = reading.table(Words("ja"))
    assert len(table.headings) == 6 and list(table.rows[1])[:2] == ["予算額", "1.00"]
