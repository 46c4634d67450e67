"""Pages with numbers, units, brackets and lines that nobody prints: whatever they say, extraction
gives records and problems, never a failure of a parser.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DocumentError
from loaders.documents.families import families
from loaders.documents.family import Reading
from loaders.extract import extract
from loaders.text.lines import Line
from shisaku import cli
from tests.examples import examples
from tests.made_up import booklet, columns, leaflets, paper, slides

PAGES: dict[str, str] = {
    "package-2025": booklet.booklet(*booklet.PAGES),
    "followup-2024": "\n".join(
        line.text for line in paper.lines_of(paper.sheet(*paper.ITEM, *paper.MEASURE))
    ),
    "slides-2025": slides.HARBOUR + slides.FISHING + slides.PART,
    "pillars-2022": "\n".join(
        line.text for line in columns.lines_of(columns.FIRST, columns.SECOND, columns.THIRD)
    ),
    "leaflets-2025": f"{leaflets.LOGO}\n\n{leaflets.SHOP}\n\n{leaflets.TABLE}\n\n{leaflets.ROWS}",
}

_DIGITS = st.text("0123456789０１２３,，.．〇一二三十百①⑴", min_size=1, max_size=8)
# units, and words that stand before a number or behind it, one after another
_UNITS = """
円 万円 億円 兆 兆円 千円 百万円 人以下 名 % ％以内 年度 /2 倍 社 件 か月 点 月 日 年 年４月
次公募 ～ kl
"""
_WORDS = """
小規模事業者従業員 従業員 小規模事業者 資本金 売上高 成果目標 輸出額 補助率 補助上限額： 上限
令和 R 平成 公募期間： 第 中小企業： 基金総額 うち の内数 最低賃金＋ 給与支給額 控除率＋
法人税 法第 条 予算額 当初： 補正 ※ ※１: ➀ （ ） 【 】 ［ ］ 「 」 ( ) < ・ 、 。 ○ ⚫ 国 ①
（①－１） （３） を上乗せ に引上げ 場合 定額 以上 達成 03- @a.jp
"""
_PIECE = st.one_of(
    _DIGITS, st.sampled_from(_UNITS.split()), st.sampled_from(_WORDS.split()), st.just(" ")
)
_LINE = st.lists(_PIECE, min_size=1, max_size=9).map("".join)
_BLANK = st.sampled_from(["", " ", "  "])
# where in the text, and what is put there
_CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.one_of(_LINE, _BLANK)), min_size=1, max_size=12
)


TRIED = examples(25)


def read(family: str, lines: Sequence[str]) -> Reading:
    parser = next(f for f in families() if f.name == family)
    numbered = [Line(number, text) for number, text in enumerate(lines, 1)]
    return parser.read("made-up", numbered, (), lambda _done, _of: None)


@pytest.mark.parametrize("family", PAGES)
@TRIED
@given(changes=_CHANGES)
def test_lines_put_between_those_of_a_page_end_no_reading(
    family: str, changes: list[tuple[float, str]]
):
    lines = PAGES[family].split("\n")
    for place, text in changes:
        lines.insert(int(place * len(lines)), text)
    assert all(0 < problem.line <= len(lines) for problem in read(family, lines).problems)


@pytest.mark.parametrize("family", PAGES)
@TRIED
@given(changes=_CHANGES, numbers=st.lists(_DIGITS, min_size=1, max_size=5))
def test_other_numbers_in_place_of_those_of_a_page_end_no_reading(
    family: str, changes: list[tuple[float, str]], numbers: list[str]
):
    lines = PAGES[family].split("\n")
    for place, text in changes:
        at = int(place * len(lines))
        lines[at] = "".join(
            numbers[i % len(numbers)] if character.isdigit() else character
            for i, character in enumerate(lines[at] + text)
        )
    assert all(0 < problem.line <= len(lines) for problem in read(family, lines).problems)


@pytest.mark.parametrize("family", PAGES)
def test_the_pages_as_they_are_have_measures(family: str):
    assert read(family, PAGES[family].split("\n")).appearances


@pytest.mark.parametrize(
    "line",
    [
        "小規模事業者従業員1,5人以下",
        "成果目標 輸出額1,2兆3,000億円",
        "全1,5件",
        "資本金1,5円以下の企業が対象",
        "最低賃金＋,円",
        "控除率＋.%",
    ],
)
@pytest.mark.parametrize("family", PAGES)
def test_a_number_that_is_none_ends_no_reading(family: str, line: str):
    lines = PAGES[family].split("\n")
    half = len(lines) // 2
    assert read(family, [*lines[:half], line, *lines[half:]]).appearances


def test_a_number_that_cannot_be_read_is_a_problem_with_its_line(tmp_path: Path):
    page = booklet.TITLE_FIRST.replace("予算額\n", "小規模事業者従業員1,5人以下\n\n予算額\n")
    text = booklet.booklet(page, *booklet.PAGES[1:])
    path = tmp_path / "booklet.txt"
    path.write_text(text, encoding="utf-8")
    (problem,) = extract([path]).problems
    assert text.split("\n")[problem.line - 1] == "小規模事業者従業員1,5人以下"


def test_a_summary_whose_count_cannot_be_read_is_a_problem(tmp_path: Path):
    text = booklet.booklet(*booklet.PAGES).replace("全3件", "全1,5件")
    path = tmp_path / "booklet.txt"
    path.write_text(text, encoding="utf-8")
    (problem,) = extract([path]).problems
    assert "1,5" in problem.what and "全1,5件" in text.split("\n")[problem.line - 1]


# --- a parser that fails --------------------------------------------------------------------------


def broken(_page: object) -> list[object]:
    raise ZeroDivisionError("a mistake of ours")


def test_a_parser_that_fails_names_the_page_and_keeps_what_went_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("loaders.documents.appearances.thresholds", broken)
    text = booklet.booklet(*booklet.PAGES)
    path = tmp_path / "booklet.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match="ZeroDivisionError: a mistake of ours") as caught:
        extract([path])
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    document, line = (caught.value.where or "").split(":")
    assert document == "package-2025"
    assert text.split("\n")[int(line) - 1].strip() == "里山発酵設備導入促進事業"


def test_a_parser_that_fails_before_it_has_pages_names_the_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("loaders.documents.package_2025.parser.listed", broken)
    path = tmp_path / "booklet.txt"
    path.write_text(booklet.booklet(*booklet.PAGES), encoding="utf-8")
    with pytest.raises(DocumentError, match=r"^package-2025: its parser failed") as caught:
        extract([path])
    assert caught.value.todo is not None and caught.value.__cause__ is not None


def test_a_failure_is_one_line_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("loaders.documents.appearances.thresholds", broken)
    path = tmp_path / "booklet.txt"
    path.write_text(booklet.booklet(*booklet.PAGES), encoding="utf-8")
    out = tmp_path / "catalogue"
    result = CliRunner().invoke(cli, ["extract", str(path), "--out", str(out)])
    assert isinstance(result.exception, DocumentError) and "\n" not in str(result.exception)
    assert not out.exists()
