"""What one gives to `extract`: files, folders of files, and a folder with a document of
one's own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from graph.errors import DocumentError, VocabularyError
from loaders.documents.corrections import block_digest
from loaders.extract import Extraction, extract
from loaders.text.source import read_source
from tests.made_up.booklet import PAGES, SUMMARY, TITLE_FIRST, TITLE_LAST, booklet
from tests.made_up.pdf import LEAD, booklet_page, pdf

ABOUT = {
    "id": "package-2031",
    "family": "package-2025",
    "title": "成長パッケージ 2031",
    "publisher": "試し省",
    "date": "2031-04",
    "file": "measures.txt",
    "terms_of_use": "試しの規約",
}
STATES = {"ministries": 2, "measures": 3, "yen": 1_200_000_000_000}
OTHER = (
    booklet(TITLE_FIRST.replace("里山発酵", "港湾冷熱"), TITLE_LAST.replace("窯業", "染織"))
    .replace("里山発酵", "港湾冷熱")
    .replace("窯業", "染織")
)


def own(
    folder: Path, text: str = booklet(*PAGES), corrections: list | None = None, **about: object
) -> Path:
    """A folder with a document of one's own; a field that is None is left out of its
    document.yaml.
    """
    folder.mkdir(exist_ok=True)
    (folder / "measures.txt").write_text(text, encoding="utf-8")
    fields = {key: value for key, value in {**ABOUT, **about}.items() if value is not None}
    (folder / "document.yaml").write_text(
        yaml.safe_dump(fields, allow_unicode=True), encoding="utf-8"
    )
    if corrections is not None:
        (folder / "corrections.yaml").write_text(
            yaml.safe_dump(corrections, allow_unicode=True), encoding="utf-8"
        )
    return folder


def ids(extraction: Extraction) -> list[str]:
    return [document.id for document in extraction.catalogue.documents]


def test_a_document_of_ones_own_is_what_its_description_says(tmp_path: Path):
    (document,) = extract(
        [own(tmp_path, states=STATES, url="https://example.go.jp/2031")]
    ).catalogue.documents
    assert (document.id, document.title, document.publisher, document.date) == (
        "package-2031",
        "成長パッケージ 2031",
        "試し省",
        "2031-04",
    )
    assert (document.file, document.terms_of_use, document.url) == (
        "measures.txt",
        "試しの規約",
        "https://example.go.jp/2031",
    )
    assert document.sha256 == hashlib.sha256((tmp_path / "measures.txt").read_bytes()).hexdigest()


def test_every_fact_bears_its_id(tmp_path: Path):
    catalogue = extract([own(tmp_path)]).catalogue
    assert {x.document for x in (*catalogue.appearances, *catalogue.bonuses)} == {"package-2031"}


@pytest.mark.processes
def test_its_file_may_be_a_pdf(tmp_path: Path):
    summary = SUMMARY.format(measures=3, ministries=2)
    folder = own(tmp_path, file="measures.pdf")
    (folder / "measures.txt").unlink()
    (folder / "measures.pdf").write_bytes(
        pdf(*(booklet_page(page.replace("⚫", LEAD)) for page in (summary, *PAGES)))
    )
    extraction = extract([folder])
    assert extraction.problems == () and len(extraction.catalogue.measures) == 3


@pytest.mark.processes
def test_the_text_of_a_pdf_beside_it_is_no_second_document(tmp_path: Path):
    (tmp_path / "measures.pdf").write_bytes(
        pdf(
            *(
                booklet_page(page.replace("⚫", LEAD))
                for page in (SUMMARY.format(measures=3, ministries=2), *PAGES)
            )
        )
    )
    (tmp_path / "measures.pdf.txt").write_text(
        read_source(tmp_path / "measures.pdf").text, encoding="utf-8"
    )
    extraction = extract([tmp_path])
    assert ids(extraction) == ["package-2025"] and extraction.skipped == ()
    assert (
        extract([tmp_path / "measures.pdf.txt"]).catalogue.measures == extraction.catalogue.measures
    )


@pytest.mark.parametrize("given", ["{}", "{}/document.yaml", "{}/measures.txt"])
def test_the_folder_its_description_or_its_file_may_be_named(tmp_path: Path, given: str):
    assert ids(extract([Path(given.format(own(tmp_path)))])) == ["package-2031"]


def test_subfolders_and_known_files_go_into_one_catalogue(tmp_path: Path):
    own(tmp_path / "mine", OTHER)
    (tmp_path / "booklet.txt").write_text(booklet(*PAGES), encoding="utf-8")
    (tmp_path / "deeper" / "still").mkdir(parents=True)
    own(tmp_path / "deeper" / "still", id="not-seen")
    catalogue = extract([tmp_path]).catalogue
    assert {d.id for d in catalogue.documents} == {"package-2025", "package-2031"} and len(
        catalogue.appearances
    ) == 5


def test_beside_a_described_document_other_texts_are_left_aside_and_named(tmp_path: Path):
    own(tmp_path)
    (tmp_path / "older.txt").write_text(OTHER, encoding="utf-8")
    extraction = extract([tmp_path])
    assert ids(extraction) == ["package-2031"] and [path.name for path in extraction.skipped] == [
        "older.txt"
    ]


def test_it_is_held_to_the_counts_of_its_description(tmp_path: Path):
    problems = extract([own(tmp_path, states={"measures": 7})]).problems
    assert [problem.what for problem in problems] == [
        "states measures = 3, document.yaml says 7",
        "3 measures read up to the last line, the document states 7",
    ]


def test_what_is_refused_stands_in_the_record_of_the_document(tmp_path: Path):
    extraction = extract([own(tmp_path, states={"measures": 7})])
    (document,) = extraction.catalogue.documents
    assert [(each.line, each.what) for each in document.refused] == sorted(
        (problem.line, problem.what) for problem in extraction.problems
    )


def test_its_own_corrections_mend_it_and_only_they(tmp_path: Path):
    row = {
        "block": block_digest("里山発酵設備導入促進事業"),
        "set": {"targets": ["小規模事業者"]},
        "reason": "the tag is a picture on this page",
    }
    extraction = extract([own(tmp_path, corrections=[row])])
    assert [(c.document, c.field, c.after) for c in extraction.corrected] == [
        ("package-2031", "targets", ["小規模事業者"])
    ]
    (document,) = extraction.catalogue.documents
    (mended,) = document.mended
    assert (mended.field, mended.after) == ("targets", "小規模事業者")
    assert mended.reason == row["reason"] and mended.line == extraction.corrected[0].line
    assert extract([tmp_path], with_corrections=False).corrected == ()


def test_a_correction_that_meets_no_page_is_refused(tmp_path: Path):
    row = {
        "block": block_digest("何処にもない行"),
        "set": {"title": "何か"},
        "reason": "a line that nobody printed",
    }
    with pytest.raises(DocumentError, match="met 0 pages"):
        extract([own(tmp_path, corrections=[row])])


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ({"family": "menu-2031"}, "no family 'menu-2031' — families: package-2025"),
        ({"family": "menu-2031"}, "docs/adding-a-document.md"),
        ({"sha256": "0" * 64}, "document.yaml says 0000"),
        ({"file": "elsewhere.pdf"}, "names elsewhere.pdf, which is not beside it"),
    ],
)
def test_what_does_not_agree_with_its_description_is_refused(
    tmp_path: Path, about: dict, says: str
):
    with pytest.raises(DocumentError) as caught:
        extract([own(tmp_path, **about)])
    assert says in str(caught.value) and str(tmp_path) in str(caught.value)


@pytest.mark.parametrize(
    ("about", "says"),
    [
        ({"title": None}, "title: "),
        ({"id": "Package 2031"}, "id: "),
        ({"date": "4月"}, "date: "),
        ({"file": "../measures.txt"}, "file: "),
        ({"colour": "red"}, "colour: "),
        ({"states": {"measures": "many"}}, "states.measures: "),
    ],
)
def test_a_description_that_does_not_hold_together_is_refused_with_the_field(
    tmp_path: Path, about: dict, says: str
):
    with pytest.raises(VocabularyError) as caught:
        extract([own(tmp_path, **about)])
    assert says in str(caught.value) and "document.yaml" in str(caught.value)


@pytest.mark.parametrize("data", [b"id: a\nid: b\n", b"\xff\xfe", b"- a list\n", b"id: [\n", b""])
def test_a_description_that_is_none_is_refused_in_one_line(tmp_path: Path, data: bytes):
    (own(tmp_path) / "document.yaml").write_bytes(data)
    with pytest.raises(VocabularyError, match="document.yaml"):
        extract([tmp_path])


def test_the_sha256_may_be_given(tmp_path: Path):
    digest = hashlib.sha256(booklet(*PAGES).encode()).hexdigest()
    assert ids(extract([own(tmp_path, sha256=digest)])) == ["package-2031"]


def test_ids_differ_and_a_file_is_given_once(tmp_path: Path):
    with pytest.raises(DocumentError, match="a second document package-2031"):
        extract([own(tmp_path / "a"), own(tmp_path / "b", OTHER)])
    with pytest.raises(DocumentError, match="the same file as package-2031"):
        extract([tmp_path / "a", own(tmp_path / "b", id="package-2032")])


def test_a_text_in_which_its_family_reads_nothing_is_refused(tmp_path: Path):
    with pytest.raises(
        DocumentError, match="no measure is read in it as a document of the family package-2025"
    ):
        extract([own(tmp_path, "買い物のメモ\n牛乳\n")])


def test_a_folder_without_documents_is_refused(tmp_path: Path):
    with pytest.raises(DocumentError, match="no document in the folder"):
        extract([tmp_path])


@pytest.mark.parametrize("date", ["2031-13", "2031-00", "2031-02-30"])
def test_a_date_that_no_calendar_has_is_refused(date: str, tmp_path: Path):
    with pytest.raises(VocabularyError, match="document.yaml: date: "):
        extract([own(tmp_path, date=date)])
