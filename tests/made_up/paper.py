"""A made-up follow-up in two columns in the real layout: a policy item and a measure."""

from __future__ import annotations

from loaders.text.lines import Line

ITEM = ("① 里山の人材育成 ", "⚫ 里山で働く人を育てる講座を", "開く。 ", "【農水省】 ")
MEASURE = (
    "○里山人材講座事業（R５当初） ",
    "【令和５年度当初予算：1.5億円】 ",
    "⚫ 講座を三回開いた。［農水省］ ",
)


def sheet(*lines: str, section: str = "（１）里山の再生", side: tuple[str, ...] = ()) -> list[str]:
    """A page in the layout of the paper: what stands at its side, its head, then both columns as
    the text gives them.
    """
    head = [
        *side,
        f" {section} ",
        "⚫ 里山の暮らしを支える取組を進め、地域に人が戻る流れ",
        "をつくる。 ",
        " ",
        "里山企業等支援に関する取組方針 フォローアップ ",
    ]
    return [*head, *lines]


def lines_of(*pages: list[str]) -> list[Line]:
    """The pages as a text's lines, an empty one after each."""
    text = [line for page in pages for printed in page for line in (printed, "")]
    return [Line(number, line) for number, line in enumerate(text, 1)]
