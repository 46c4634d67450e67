"""A PDF gives the text in the manner that the parsers know: made-up PDFs in the real layouts, and
PDFs that are of no use.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from fpdf import FPDF

from graph.bounds import PDF_PAGES
from graph.errors import DocumentError
from loaders.documents.leaflets_2025.pages import sides
from loaders.documents.pillars_2022.pages import split as split_columns
from loaders.documents.slides_2025 import parser as slides
from loaders.documents.slides_2025.pages import split
from loaders.extract import extract
from loaders.text.lines import Line, fold, plain
from loaders.text.pdf import pdf_text
from loaders.text.source import read_source
from tests.commands.running import shisaku
from tests.made_up.booklet import PAGES, SUMMARY
from tests.made_up.pdf import (
    HIGH,
    LEAD,
    WIDE,
    Box,
    blocks,
    booklet_page,
    drawn,
    font,
    pdf,
)

BOOKLET = [page.replace("⚫", LEAD) for page in (SUMMARY.format(measures=3, ministries=2), *PAGES)]

# drawn as the real slides are: payer and receivers on one height, the payer last; the desk in the
# corner
SLIDE = (
    Box(40, 30, ("港町設備⾼度化促進補助⾦",)),
    Box(40, 60, ("国庫債務負担行為含め総額 420億円 ※令和6年度補正予算額 70億円",)),
    Box(40, 90, ("事業の内容",)),
    Box(440, 90, ("事業スキーム（対象者、対象行為、補助率等）",)),
    Box(40, 120, ("事業目的",)),
    Box(40, 150, ("港町の⼯場の設備を新しくする。",)),
    Box(700, 20, ("資源エネルギー庁", "港町設備課")),
    Box(560, 180, ("補助", "（2/3、1/4）")),
    Box(500, 230, ("民間企業等",)),
    Box(640, 230, ("民間企業等",)),
    Box(420, 230, ("国",)),
    Box(440, 300, ("（１）補助率：中小企業2/3以内、大企業1/2以内",)),
    Box(440, 330, ("上限額：4億円（電化の場合は6億円）",)),
    Box(40, 400, ("成果目標・事業期間",)),
    Box(40, 430, ("2031年度までに、設備を5万基更新することを目指す。",)),
    Box(40, 480, ("事業概要",)),
    Box(40, 510, ("（１）丸ごと型：工場の全部を新しくする設備を支援。",)),
)


def pages_of(text: str) -> list[str]:
    return text.split("\n\n\n")


def facts(path: Path) -> list[tuple[object, ...]]:
    extraction = extract([path])
    assert extraction.problems == ()
    return [
        (
            a.title,
            a.section,
            a.ministries,
            a.agencies,
            a.targets,
            a.highlighted,
            [(b.yen, b.fiscal, b.kind, b.part_of) for b in a.budgets],
            [(c.yen, c.with_uplift) for c in a.caps],
            [r.value for r in a.rates],
            [(c.org, c.phones, c.emails) for c in a.contacts],
            a.measure,
            a.urls,
        )
        for a in extraction.catalogue.appearances
    ]


def test_every_page_of_a_booklet_is_read_block_by_block_in_the_order_of_drawing():
    found = pages_of(pdf_text(pdf(*map(booklet_page, BOOKLET)), "booklet.pdf"))
    assert [blocks(page) for page in found] == [blocks(page) for page in BOOKLET]


def test_a_page_begins_with_one_blank_and_no_other_line_does():
    lines = pdf_text(pdf(*map(booklet_page, BOOKLET)), "booklet.pdf").split("\n")
    begins = [at for at, line in enumerate(lines) if line.startswith(" ")]
    assert len(begins) == len(BOOKLET) and begins[0] == 0
    assert all(lines[at - 1] == lines[at - 2] == "" and lines[at - 3] for at in begins[1:])


def test_the_families_tell_its_pages_apart():
    text = pdf_text(pdf(SLIDE, SLIDE, SLIDE), "three.pdf")
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    assert [len(split("made-up", lines)), len(split_columns(lines)), len(sides(lines))] == [3, 3, 3]


@pytest.mark.processes
def test_a_booklet_as_pdf_says_what_it_says_as_text(tmp_path: Path):
    (tmp_path / "booklet.pdf").write_bytes(pdf(*map(booklet_page, BOOKLET)))
    (tmp_path / "booklet.txt").write_text(BOOKLET[0] + "".join(BOOKLET[1:]), encoding="utf-8")
    as_pdf, as_text = facts(tmp_path / "booklet.pdf"), facts(tmp_path / "booklet.txt")
    assert as_pdf == as_text and len(as_pdf) == 3


@pytest.mark.processes
def test_the_document_is_the_pdf_and_its_lines_those_of_the_text_taken_out(tmp_path: Path):
    path = tmp_path / "booklet.pdf"
    path.write_bytes(pdf(*map(booklet_page, BOOKLET)))
    catalogue = extract([path]).catalogue
    (document,) = catalogue.documents
    lines = read_source(path).text.split("\n")
    assert (document.file, document.sha256, document.text_sha256, document.lines) == (
        "booklet.pdf",
        hashlib.sha256(path.read_bytes()).hexdigest(),
        hashlib.sha256(shisaku("text", path).stdout.encode()).hexdigest(),
        len(lines) - 1,
    )
    for appearance in catalogue.appearances:
        assert fold("".join(lines[n - 1] for n in appearance.lines["title"])) == fold(
            appearance.title
        )


def test_a_slide_keeps_one_line_for_what_stands_on_one_height_as_it_was_drawn():
    lines = pdf_text(pdf(SLIDE), "slides.pdf").split("\n")
    assert "事業の内容 事業スキーム（対象者、対象行為、補助率等）" in lines
    assert "民間企業等 民間企業等国" in lines
    assert lines[lines.index("資源エネルギー庁") + 1] == "港町設備課"


def test_a_slide_as_pdf_is_read_with_its_sums_desk_and_conditions():
    text = pdf_text(pdf(SLIDE), "slides.pdf")
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), 1)]
    assert slides.recognises(lines)
    (found,) = slides.read("made-up", lines, (), lambda done, of: None).appearances
    assert (found.title, found.ministries, found.agencies) == (
        "港町設備高度化促進補助金",
        ["経済産業省"],
        ["資源エネルギー庁"],
    )
    assert {b.yen for b in found.budgets} == {42_000_000_000, 7_000_000_000}
    assert {(c.yen, c.with_uplift) for c in found.caps} == {
        (400_000_000, False),
        (600_000_000, True),
    }
    assert {r.value for r in found.rates} >= {0.6667, 0.5}


def test_radicals_in_a_pdf_are_read_as_the_characters_they_show():
    text = pdf_text(pdf((Box(40, 40, ("⽔⼾の⺠間企業の成⻑を⽀援する補助⾦",)),)), "radicals.pdf")
    assert "⺠" in text and plain(text).strip() == "水戸の民間企業の成長を支援する補助金"


def test_what_stands_behind_a_link_stands_at_the_end_of_its_page():
    page = (
        Box(40, 40, ("詳しくはこちら",), leads="https://example.go.jp/hakko"),
        Box(40, 400, ("終わり",)),
    )
    assert (
        pdf_text(pdf(page), "links.pdf")
        == " 詳しくはこちら\n\n終わり\n\nhttps://example.go.jp/hakko\n"
    )


def test_a_hanging_line_stays_with_its_block_and_a_set_in_one_begins_its_own():
    first, hangs, out, aside = (
        Box(40, 40, ("（１）設備を",)),
        Box(58, 52, ("新しく", "する。")),
        Box(40, 76, ("（２）人を",)),
        Box(400, 88, ("隣の箱",)),
    )
    assert (
        pdf_text(pdf((first, hangs, out, aside)), "x.pdf")
        == " （１）設備を\n新しく\nする。\n\n（２）人を\n\n隣の箱\n"
    )


def test_a_page_that_lies_on_its_side_is_read_as_it_is_shown():
    sheet = FPDF(unit="pt", format=(HIGH, WIDE))
    sheet.add_font("made-up", fname=font())
    sheet.add_page()
    sheet.set_font("made-up", size=12)
    for number, text in enumerate(("離島の衛星", "講習の案内")):
        with sheet.rotation(90, 100 + 15 * number, 500):
            sheet.text(100 + 15 * number, 500, text)
    turned = pdfium.PdfDocument(bytes(sheet.output()))
    turned[0].set_rotation(90)
    saved = io.BytesIO()
    turned.save(saved)
    assert pdf_text(saved.getvalue(), "turned.pdf") == " 離島の衛星\n講習の案内\n"


def test_a_page_that_is_a_picture_is_left_out():
    assert (
        pdf_text(pdf(booklet_page(BOOKLET[1]), (), booklet_page(BOOKLET[2])), "x.pdf").count(
            "\n\n\n"
        )
        == 1
    )


def locked() -> bytes:
    sheet = drawn(booklet_page(BOOKLET[1]))
    sheet.set_encryption(owner_password="owner", user_password="reader")
    return bytes(sheet.output())


def without_meaning() -> bytes:
    sheet = drawn(booklet_page(BOOKLET[1]))
    sheet.set_compression(False)
    return bytes(sheet.output()).replace(b"/ToUnicode", b"/NoUnicode")


def many_pages() -> bytes:
    empty = pdfium.PdfDocument.new()
    for _ in range(PDF_PAGES + 1):
        empty.new_page(100, 100)
    saved = io.BytesIO()
    empty.save(saved)
    return saved.getvalue()


@pytest.mark.processes
@pytest.mark.parametrize(
    ("made", "says"),
    [
        (locked, "the PDF is encrypted — save it without a password"),
        (without_meaning, "have no meaning"),
        (many_pages, "a PDF of 2,001 pages"),
        (lambda: pdf((), ()), "no text in the PDF — it is a scan"),
        (lambda: pdf((Box(40, 40, ("頁１",)),), ()), "2 characters on 2 pages — it is a scan"),
        (lambda: b"%PDF-1.7\nnothing else", "the PDF is broken"),
        (lambda: pdf(booklet_page(BOOKLET[1]))[:400], "the PDF is broken"),
        (lambda: b"just a memo\n", "named .pdf, but it is no PDF"),
    ],
)
def test_a_pdf_of_no_use_is_refused_in_one_line(tmp_path: Path, made, says: str):
    path = tmp_path / "bad.pdf"
    path.write_bytes(made())
    with pytest.raises(DocumentError) as caught:
        read_source(path)
    assert (
        str(caught.value).startswith(f"{path}: ")
        and says in str(caught.value)
        and "\n" not in str(caught.value)
    )
