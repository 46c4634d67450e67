"""From a booklet to a catalogue, on made-up pages in the real layout."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from graph.errors import DocumentError
from loaders.catalogue.files import Catalogue, texts
from loaders.extract import Extraction, extract
from tests.made_up import leaflets, slides
from tests.made_up.booklet import (
    DIVIDER,
    PAGES,
    TITLE_FIRST,
    TITLE_LAST,
    TITLE_UNDER_LEAD,
    booklet,
)
from tests.made_up.review_sheets import written


def read(folder: Path, text: str, **options: object) -> Extraction:
    path = folder / "booklet.txt"
    path.write_text(text, encoding="utf-8")
    return extract([path], **options)  # type: ignore[arg-type]  # of several types


def by_title(catalogue: Catalogue) -> dict:
    return {a.title: a for a in catalogue.appearances}


def test_a_booklet_that_keeps_what_it_says_has_no_problems(tmp_path: Path):
    extraction = read(tmp_path, booklet(*PAGES))
    assert extraction.problems == ()
    (document,) = extraction.catalogue.documents
    assert document.states == {"ministries": 2, "measures": 3, "yen": 1_200_000_000_000}
    assert (
        document.found["measures"],
        document.found["ministries"],
        document.found["listed"],
        document.date,
    ) == (3, 2, 2, "2031-03")


def test_what_a_page_states_with_its_lines(tmp_path: Path):
    found = by_title(read(tmp_path, booklet(*PAGES)).catalogue)["里山発酵設備導入促進事業"]
    assert (found.section, found.ministries, found.targets, found.highlighted) == (
        "１．設備投資",
        ["経済産業省"],
        ["中堅企業", "中小企業"],
        True,
    )
    assert [(b.yen, b.fiscal, b.kind) for b in found.budgets] == [
        (1_250_000_000, "R13補正", "supplementary")
    ]
    assert [(c.yen, c.with_uplift) for c in found.caps] == [(30_000_000, False)]
    assert [r.value for r in found.rates] == [0.5]
    lines = booklet(*PAGES).split("\n")
    assert lines[found.line_start - 1].strip() == found.title
    assert all("発酵" in lines[n - 1] for n in found.lines["title"])
    assert "経済産業省" in lines[found.lines["ministries"][0] - 1]


def test_an_outer_office_stands_in_agencies_with_its_parent_in_ministries(tmp_path: Path):
    found = by_title(read(tmp_path, booklet(*PAGES)).catalogue)["沿岸窯業人材交流支援制度"]
    assert (found.ministries, found.agencies) == (["経済産業省"], ["中小企業庁"])


def test_a_page_that_names_a_body_only_gets_the_ministry_that_supervises_it(tmp_path: Path):
    catalogue = read(tmp_path, booklet(*PAGES)).catalogue
    found = by_title(catalogue)["離島衛星講習プロジェクト"]
    measure = next(m for m in catalogue.measures if m.id == found.measure)
    assert (found.ministries, measure.ministries, measure.derived_ministries) == (
        [],
        [],
        ["経済産業省"],
    )
    assert "日本貿易振興機構" in measure.bodies
    assert [(b.yen, b.part_of) for b in found.budgets] == [(2_790_000_000, True)]


def test_the_order_of_the_pages_changes_no_measure(tmp_path: Path):
    there, back = (
        read(tmp_path, booklet(*pages)).catalogue for pages in (PAGES, tuple(reversed(PAGES)))
    )
    assert {m.id for m in there.measures} == {m.id for m in back.measures}


def test_the_same_text_gives_the_same_bytes(tmp_path: Path):
    assert texts(read(tmp_path, booklet(*PAGES)).catalogue) == texts(
        read(tmp_path, booklet(*PAGES)).catalogue
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            booklet(TITLE_FIRST, TITLE_LAST, measures=3),
            "2 measures read up to the last line, the document states 3",
        ),
        (
            booklet(TITLE_FIRST, DIVIDER, TITLE_UNDER_LEAD),
            "the summary lists 「沿岸窯業人材交流支援制度」, which no page bears",
        ),
        (
            booklet(*PAGES, ministries=5),
            "2 ministries read up to the last line, the document states 5",
        ),
        (booklet(*PAGES, TITLE_FIRST), "two sheets bear the name 「里山発酵設備導入促進事業」"),
        (
            booklet(
                *PAGES,
                TITLE_LAST.replace("窯業人材交流\n支援制度", "藍染\n振興制度").replace(
                    "お問合せ先：", ""
                ),
            ),
            "no contact (お問合せ先) on the page of 「沿岸藍染振興制度」",
        ),
        (
            booklet(
                *PAGES,
                " 予算額\n\n12億円\n\nお問合せ先：総務省発酵課（03-0000-0009）\n\n２．人材確保\n",
            ),
            "no title found on this page",
        ),
    ],
)
def test_what_does_not_hold_is_a_problem_with_its_line(tmp_path: Path, text: str, says: str):
    problems = read(tmp_path, text).problems
    assert any(says in problem.what and problem.line > 0 for problem in problems), problems


def test_a_text_of_no_family_is_refused_with_the_families_there_are(tmp_path: Path):
    with pytest.raises(DocumentError, match="families: package-2025"):
        read(tmp_path, "買い物のメモ\n牛乳\n")
    with pytest.raises(DocumentError, match="no family 'menu'"):
        read(tmp_path, booklet(*PAGES), family="menu")


def test_in_a_folder_what_no_family_reads_is_skipped_and_named(tmp_path: Path):
    (tmp_path / "memo.txt").write_text("買い物のメモ\n", encoding="utf-8")
    (tmp_path / "booklet.txt").write_text(booklet(*PAGES), encoding="utf-8")
    assert [path.name for path in extract([tmp_path]).skipped] == ["memo.txt"]
    (tmp_path / "booklet.txt").unlink()
    with pytest.raises(DocumentError, match="no file here"):
        extract([tmp_path])


def test_one_document_is_given_once(tmp_path: Path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(booklet(*PAGES), encoding="utf-8")
    with pytest.raises(DocumentError, match="a second document"):
        extract([tmp_path])


def three_documents(folder: Path, *booklet_pages: str) -> None:
    for name, text in (
        ("booklet", booklet(*booklet_pages)),
        ("leaflets", leaflets.SHOP + leaflets.TABLE),
        ("slides", slides.HARBOUR + slides.FISHING),
    ):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


@pytest.mark.processes
def test_documents_read_beside_each_other_are_those_read_one_after_another(tmp_path: Path):
    three_documents(tmp_path, *PAGES)
    ticks: list[tuple[str, int, int]] = []
    alone = extract([tmp_path])
    beside = extract([tmp_path], tick=lambda *tick: ticks.append(tick), processes=2)
    assert len(alone.catalogue.documents) == 3
    assert texts(beside.catalogue) == texts(alone.catalogue)
    assert beside.problems == alone.problems
    assert [done == of > 0 for _, done, of in ticks] == [True, True, True]


@pytest.mark.processes
def test_sheets_read_beside_documents_are_those_read_after_them(tmp_path: Path):
    pages, sheets = tmp_path / "pages", tmp_path / "sheets"
    for folder in (pages, sheets):
        folder.mkdir()
    three_documents(pages, *PAGES)
    written(sheets)
    ticks: list[tuple[str, int, int]] = []
    alone = extract([pages, sheets])
    beside = extract([pages, sheets], tick=lambda *tick: ticks.append(tick), processes=2)
    assert alone.catalogue.programmes and texts(beside.catalogue) == texts(alone.catalogue)
    assert (beside.problems, beside.unknown) == (alone.problems, alone.unknown)
    assert all(done == of > 0 for _, done, of in ticks) and len(ticks) == 4


@pytest.mark.processes
def test_sheets_that_cannot_be_read_beside_documents_are_named(tmp_path: Path):
    three_documents(tmp_path, *PAGES)
    (table,) = written(tmp_path, ["1-1"], zipped=False).glob("*.csv")
    table.write_bytes(table.read_bytes()[:-1])
    with pytest.raises(DocumentError, match="the last line has no end") as alone:
        extract([tmp_path / "booklet.txt", table])
    with pytest.raises(DocumentError) as beside:
        extract([tmp_path / "booklet.txt", table], processes=2)
    assert (str(beside.value), beside.value.todo) == (str(alone.value), alone.value.todo)


def test_garbage_is_collected_again_after_a_document_and_after_one_that_fails(tmp_path: Path):
    read(tmp_path, booklet(*PAGES))
    assert gc.isenabled()
    with pytest.raises(DocumentError):
        read(tmp_path, "no document")
    assert gc.isenabled()


@pytest.mark.processes
def test_what_fails_beside_others_is_said_as_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    three_documents(tmp_path, *PAGES)

    def broken(*_: object) -> None:
        raise ZeroDivisionError("a mistake of ours")

    monkeypatch.setattr("loaders.documents.appearances.thresholds", broken)
    with pytest.raises(DocumentError, match="ZeroDivisionError: a mistake of ours") as alone:
        extract([tmp_path])
    with pytest.raises(DocumentError) as beside:
        extract([tmp_path], processes=2)
    assert str(beside.value) == str(alone.value)
    assert (beside.value.where, beside.value.todo) == (alone.value.where, alone.value.todo)
