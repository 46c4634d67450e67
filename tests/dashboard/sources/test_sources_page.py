"""出典とデータ品質 as Streamlit runs it, without a browser."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard.text.words import Words
from dashboard.views.sources import document, page, reading, titles
from graph.phrases.phrases import said
from loaders.documents.corrections import read_corrections
from queries.documents import DocumentCounts
from queries.overview.overview import TypeCount
from queries.overview.quality import Correction, DocumentQuality, Refusal
from queries.sources import Source
from tests.dashboard.pages import html, run_page
from tests.made_up import catalogue as made_up
from tests.paths import ROOT

CORRECTIONS = sorted((ROOT / "loaders" / "documents").glob("*/corrections.yaml"))


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


def test_a_heading_sorts_its_table_and_keeps_what_the_address_says() -> None:
    shown = html(run_page("sources", "ja", id=made_up.DOCUMENT, sort="facts.-2"))
    head, _, rest = shown.partition("種類ごとの事実")[2].partition("</thead>")
    assert 'aria-sort="descending"' in head and f"id={made_up.DOCUMENT}" in head
    assert "sort=facts.2" in head and "lang=ja" in head
    counts = [int(each) for each in re.findall(r'<td class="number"[^>]*>(\d+)</td>', rest)]
    listed = counts[: rest.partition("</table>")[0].count('class="number"')]
    assert len(listed) > 3 and listed == sorted(listed, reverse=True)


def test_reasons_and_figures_are_in_the_language_of_the_page() -> None:
    for name in ("ja", "en"):
        words = Words(name)
        every = [*(cell for row in reading.table(words).rows for cell in row)]
        every += [said(row.reason, name) for path in CORRECTIONS for row in read_corrections(path)]
        other = r"[a-z]{4,}\b(?!-20)" if name == "ja" else "[\u3041-\u30ff]"
        assert not [str(cell) for cell in every if re.search(other, str(cell))]


def test_answers_about_one_call_each_are_a_list_of_their_own() -> None:
    one = _quality()
    call = replace(one, document=replace(one.document, id="jgrants-1", found={"calls": 1}))
    sheet = replace(one, document=replace(one.document, id="rs-2024-1-1"))
    parts = page._by_part([one, call, sheet])
    assert (parts["documents"], parts["answers"], parts["tables"]) == ([one], [call], [sheet])


def test_no_two_documents_are_called_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    known = _quality()
    answers = [
        replace(known, document=replace(known.document, id=f"jgrants-{n}", found={"calls": 1}))
        for n in range(4)
    ]
    calls = [
        SimpleNamespace(title=title, sources=(Source(f"jgrants-{n}", 1), Source("made-up", 1)))
        for n, title in enumerate(["巣箱補助金", "蜜源補助金", "蜜源補助金"])
    ]
    monkeypatch.setattr(titles, "ask", lambda question: calls)
    assert titles.titles([known, *answers]) == {
        "made-up": "蜂蜜白書 made-up",
        "jgrants-0": "巣箱補助金",
        "jgrants-1": "蜜源補助金 jgrants-1",
        "jgrants-2": "蜜源補助金 jgrants-2",
        "jgrants-3": "蜂蜜白書 jgrants-3",
    }
