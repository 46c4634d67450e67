"""The text of a PDF, page by page, in the manner in which the parsers know it.

A page's characters are taken in the order in which the page draws them (not sorted by place: a box
stays together, and a table's cells follow each other as they were written). What stands on one
height is one line; an empty line parts two blocks of lines, where the gap is wide or the next line
is set in or out. A page begins with one blank behind two empty lines, and the addresses behind its
links stand at its end. These are the rules of PDFBox's text stripper, which show in the texts of
the known documents; what stands beside or above the line before is a block of its own besides.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from graph.bounds import DOCUMENT_BYTES, PDF_CHARACTERS, PDF_PAGES
from graph.errors import DocumentError

LEAST_CHARACTERS = 10  # of a page on average; a scan has none, or a stamped number
UNREADABLE = 0.2  # share of characters without meaning from which a text layer is of no use

WIDE_GAP = 1.25  # of a line's height: from one baseline to the next
WORD_GAP = 0.3  # of the average width of the characters before
BLANK = 0.3  # of a line's height: the width of a blank
INDENT = 2.0  # blanks
APART = 10.0  # lines' heights: who begins so far to the left stands in another box
DEPTH = 15  # of forms in forms


@dataclass(frozen=True)
class Glyph:
    """A character where it is drawn, in points."""

    text: str
    """The character."""
    x: float
    """The left edge of its box."""
    y: float
    """Its baseline, upwards."""
    width: float
    """The width of its box."""
    height: float
    """The height of its box."""


def pdf_text(data: bytes, where: str) -> str:
    """The text of all pages; a page without text (a picture) is left out.

    Raises DocumentError, naming the file and the page, where the PDF is broken or locked, has
    absurdly many pages or characters, or has no text that can be read (a scan; fonts that do not
    say what their signs mean).
    """
    document = _opened(data, where)
    try:
        count = len(document)
        if not 0 < count <= PDF_PAGES:
            raise DocumentError(
                f"a PDF of {count:,} pages (from 1 to {PDF_PAGES:,})",
                where,
                "give the PDF of one document",
            )
        pages, length = [], 0
        for number in range(count):
            pages.append(_page_text(document, number, where))
            length += len(pages[-1])
            if length > DOCUMENT_BYTES:
                raise DocumentError(
                    f"more than {DOCUMENT_BYTES:,} characters up to page {number + 1}",
                    where,
                    "give the PDF of one document",
                )
    finally:
        document.close()
    _check_readable(pages, where)
    return "\n\n\n".join(" " + page for page in pages if page) + "\n"


def _opened(data: bytes, where: str) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == raw.FPDF_ERR_PASSWORD:
            raise DocumentError(
                "the PDF is encrypted", where, "save it without a password"
            ) from error
        raise DocumentError(
            "the PDF is broken", where, "fetch it again, or save it anew"
        ) from error


def _check_readable(pages: Sequence[str], where: str) -> None:
    signs = [c for page in pages for c in page if not c.isspace()]
    if not signs:
        raise DocumentError(
            "no text in the PDF", where, "it is a scan or a picture: give a PDF with a text layer"
        )
    if len(signs) < LEAST_CHARACTERS * len(pages):
        raise DocumentError(
            f"{len(signs)} characters on {len(pages)} pages",
            where,
            "it is a scan or a picture: give a PDF with a text layer",
        )
    lost = sum(c in "\ufffd\ufffe" or "\ue000" <= c <= "\uf8ff" for c in signs)
    if lost > UNREADABLE * len(signs):
        raise DocumentError(
            f"{lost:,} of {len(signs):,} characters have no meaning",
            where,
            "its fonts do not say what their signs mean: save the PDF anew, or give its text",
        )


def _page_text(document: pdfium.PdfDocument, number: int, where: str) -> str:
    try:
        page = document[number]
        signs = page.get_textpage()
    except pdfium.PdfiumError as error:
        raise DocumentError(
            f"page {number + 1} is broken", where, "fetch the PDF again, or save it anew"
        ) from error
    if (count := signs.count_chars()) > PDF_CHARACTERS:
        raise DocumentError(
            f"page {number + 1} has {count:,} characters (at most {PDF_CHARACTERS:,})",
            where,
            "give the PDF of one document",
        )
    blocks = lined(_glyphs(page, signs))
    links = [url for url in dict.fromkeys(_links(document, page)) if url]
    signs.close()
    page.close()
    return "\n\n".join(
        ["\n".join(block) for block in blocks] + (["\n".join(links)] if links else [])
    )


def _drawing_order(page: pdfium.PdfPage) -> dict[int, int]:
    """The place of each text object in the order in which the page draws, by the
    object's address.
    """
    texts = page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=DEPTH)
    return {_address(text.raw): at for at, text in enumerate(texts)}


def _address(pointer: object) -> int:
    address = ctypes.cast(
        pointer,  # type: ignore[arg-type]  # pypdfium2 ships no types: it is a pointer of ctypes
        ctypes.c_void_p,
    )
    return address.value or 0


def _glyphs(page: pdfium.PdfPage, signs: pdfium.PdfTextPage) -> list[Glyph]:
    """The page's characters in the order of drawing, upright as the page is shown; what pdfium adds
    itself is left out.
    """
    order = _drawing_order(page)
    turned = int(page.get_rotation())
    width, height = page.get_size()
    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    placed: list[tuple[int, Glyph]] = []
    for index in range(signs.count_chars()):
        if raw.FPDFText_IsGenerated(signs, index) == 1 or not raw.FPDFText_GetLooseCharBox(
            signs, index, box
        ):
            continue
        raw.FPDFText_GetCharOrigin(signs, index, x, y)
        text = (
            "-"
            if raw.FPDFText_IsHyphen(signs, index) == 1
            else _character(raw.FPDFText_GetUnicode(signs, index))
        )
        place = order.get(_address(raw.FPDFText_GetTextObject(signs, index)), len(order))
        placed.append((place, _upright(text, box, x.value, y.value, turned, width, height)))
    return [glyph for _, glyph in sorted(placed, key=lambda row: row[0])]


def _character(code: int) -> str:
    """The character of a code; a blank of any kind and what would end a line is one blank, what has
    no meaning U+FFFD.
    """
    text = chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
    return " " if text.isspace() and text != "\u3000" else "\ufffd" if ord(text) < 32 else text


def _upright(
    text: str, box: raw.FS_RECTF, x: float, y: float, turned: int, width: float, height: float
) -> Glyph:
    across, up = abs(box.right - box.left), abs(box.top - box.bottom)
    if turned == 90:
        return Glyph(text, y, height - x, up, across)
    if turned == 180:
        return Glyph(text, width - x, height - y, across, up)
    if turned == 270:
        return Glyph(text, width - y, x, up, across)
    return Glyph(text, x, y, across, up)


def _links(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[str]:
    """The web addresses behind the page's links."""
    position, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or (size := raw.FPDFAction_GetURIPath(document, action, None, 0)) <= 1:
            continue
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        yield "".join(buffer.value.decode("utf-8", "replace").split())


def lined(glyphs: Sequence[Glyph]) -> list[list[str]]:
    """The blocks of a page, each a list of its lines. No line begins or ends with a blank, but one
    may be a blank alone.
    """
    blocks: list[list[str]] = []
    for starts_block, text in _Lines().of(glyphs):
        if starts_block or not blocks:
            blocks.append([])
        blocks[-1].append(text.strip() or " ")
    # blanks alone at either end say nothing
    return [block for block in (_within(block) for block in blocks) if block]


def _within(block: list[str]) -> list[str]:
    printed = [at for at, text in enumerate(block) if text.strip()]
    return block[printed[0] : printed[-1] + 1] if printed else []


class _Lines:
    """The lines of a page, as its glyphs come."""

    def of(self, glyphs: Sequence[Glyph]) -> Iterator[tuple[bool, str]]:
        """Each line, and whether a block begins with it."""
        last: Glyph | None = None
        for glyph in glyphs:
            if last is None:
                self._begin(glyph, block=True)
            elif not self._level(glyph):
                yield self.block, self.text
                self._begin(glyph, self._parts(glyph, last))
            else:
                self._go_on(glyph, last)
            self.text += glyph.text
            last = glyph
        if last is not None:
            yield self.block, self.text

    def _begin(self, glyph: Glyph, block: bool) -> None:
        self.left, self.right, self.block, self.text = glyph.x, glyph.x + glyph.width, block, ""
        self.base, self.reach, self.tallest, self.average = (
            glyph.y,
            glyph.height / 2,
            glyph.height,
            glyph.width,
        )

    def _level(self, glyph: Glyph) -> bool:
        """Whether the glyph stands on the line: its baseline within the other's letters (index and
        exponent do).
        """
        off = glyph.y - self.base
        return abs(off) < 0.1 or 0 <= off <= self.reach or 0 <= -off <= glyph.height / 2

    def _go_on(self, glyph: Glyph, last: Glyph) -> None:
        self.average = (self.average + glyph.width) / 2
        gap = min(BLANK * glyph.height / 2, WORD_GAP * self.average)
        if (
            glyph.x > last.x + last.width + gap
            and not last.text.isspace()
            and not glyph.text.isspace()
        ):
            self.text += " "
        if (
            abs(glyph.x - last.x) > last.width + BLANK * glyph.height
        ):  # a jump: another size may go on here
            self.base, self.reach = glyph.y, glyph.height / 2
        else:
            self.base, self.reach = min(self.base, glyph.y), max(self.reach, glyph.height / 2)
        self.tallest = max(self.tallest, glyph.height)
        self.right = max(self.right, glyph.x + glyph.width)

    def _parts(self, glyph: Glyph, last: Glyph) -> bool:
        """Whether the line that begins here begins a block: far below, above, beside, or set in or
        out against the line before.
        """
        apart = glyph.x > self.right or glyph.x < self.left - APART * glyph.height
        if apart or glyph.y > last.y or abs(glyph.y - last.y) > WIDE_GAP * self.tallest:
            return True
        blank, shift = BLANK * glyph.height, glyph.x - self.left
        # below the first line of a block a line may hang, or stand out as after an indent
        return not self.block and (shift > INDENT * blank or shift < -blank)
