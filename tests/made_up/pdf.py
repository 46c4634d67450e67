"""PDFs made for the tests: boxes of lines, drawn where and in the order in which one is told to,
with a Japanese font from Debian.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from fpdf import FPDF

from tests.made_up.booklet import DIVIDER, PAGES, SUMMARY

FONTS = (
    Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
    Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
)
WIDE, HIGH = 842, 595
TESTS = Path(__file__).parents[1]
RADICALS = range(0x2E80, 0x2FE0)  # what pages show instead of the characters they look like
SIZE = 9  # points of a letter
STEP = 12  # from one line of a box to the next
LEAD = "●"  # the font has no ⚫


@dataclass(frozen=True)
class Box:
    """Lines in one box: left edge and first baseline, in points from the page's upper left corner.
    `leads` to a web address.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    leads: str | None = None


def whole_font() -> Path:
    """The font's file; the test skips without it, and fails without it under CI=true."""
    for path in FONTS:
        if path.exists():
            return path
    says = "no Japanese font: apt-get install fonts-noto-cjk"
    if os.environ.get("CI") == "true":
        pytest.fail(says)
    pytest.skip(says)


@cache
def font() -> Path:
    """The font with the characters that stand in the tests, and the radicals.

    Cut once a process: fpdf takes 0.4 s to cut a page's characters out of the whole font.
    """
    written = {ord(letter) for path in TESTS.rglob("*.py") for letter in path.read_text("utf-8")}
    whole = TTFont(whole_font(), fontNumber=0)
    cut = subset.Subsetter(subset.Options(layout_features=[]))
    cut.populate(unicodes=written | set(RADICALS))
    cut.subset(whole)
    folder = Path(tempfile.mkdtemp(prefix="shisaku-font-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    whole.save(folder / "cut.otf")
    return folder / "cut.otf"


def drawn(*pages: Iterable[Box]) -> FPDF:
    """The pages with their boxes, drawn in the order given."""
    pdf = FPDF(orientation="landscape", unit="pt", format=(HIGH, WIDE))
    pdf.set_auto_page_break(False)
    pdf.add_font("made-up", fname=font())
    for page in pages:
        pdf.add_page()
        pdf.set_font("made-up", size=SIZE)
        for box in page:
            for number, line in enumerate(box.lines):
                pdf.text(box.x, box.y + number * STEP, line)
            if box.leads:
                pdf.link(box.x, box.y - SIZE, 80, SIZE, box.leads)
    return pdf


def pdf(*pages: Iterable[Box]) -> bytes:
    """`drawn` as the bytes of a file."""
    return bytes(drawn(*pages).output())


def blocks(page: str) -> list[tuple[str, ...]]:
    """The blocks of a page's text: what empty lines part."""
    return [
        tuple(line.strip() for line in block.split("\n")) for block in page.strip().split("\n\n")
    ]


def booklet_page(text: str) -> list[Box]:
    """A page of the booklet, its boxes where the real one has them: leads on top, labels in the
    corner, the desk at the bottom.

    They are drawn in the order of the text, so that a lead may be drawn last that stands on top.
    """
    boxes, corner, lead, middle = [], 25.0, 70.0, 130.0
    for block in blocks(text):
        high = STEP * len(block)
        if block[0].startswith(LEAD):
            boxes.append(Box(40, lead, block))
            lead += high + STEP
        elif block[0].startswith("お問合せ先"):
            boxes.append(Box(40, HIGH - 20 - high, block))
        elif len(block) == 1 and len(block[0]) < 12:
            boxes.append(Box(700, corner, block))
            corner += 1.5 * STEP
        else:
            boxes.append(Box(60, middle, block))
            middle += high + STEP
    return boxes


def main(path: Path) -> None:
    """Writes the made-up booklet as a PDF."""
    pages = (SUMMARY.format(measures=sum(page != DIVIDER for page in PAGES), ministries=2), *PAGES)
    path.write_bytes(pdf(*(booklet_page(page.replace("⚫", LEAD)) for page in pages)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
