"""The laws that a page names, as printed, each once."""

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.catalogue.records import LegalBasis
from loaders.facts.legal_basis import legal_basis
from loaders.text.lines import Line
from loaders.text.page import Page
from loaders.vocabulary.law_mentions import laws


def read(*lines: str) -> list[LegalBasis]:
    return legal_basis(Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1))))


def brief(*lines: str) -> list[tuple[str, str | None]]:
    return [(basis.law, basis.article) for basis in read(*lines)]


@pytest.mark.parametrize(
    ("sentence", "law"),
    [
        (
            "⚫ 次世代育成支援対策推進法（平成20年法律第99号）に基づき認定する。",
            ("次世代育成支援対策推進法", None),
        ),
        ("※経済安全保障推進法第11条の規定に基づく計画", ("経済安全保障推進法", "第11条")),
        (
            "⚫ 「情報処理の促進に関する法律」第29条に基づき認定する。",
            ("情報処理の促進に関する法律", "第29条"),
        ),
        (
            "※中小企業基本法（昭和39年法律第155号）第３条第２項各号に当たる者",
            ("中小企業基本法", "第3条第2項各号"),
        ),
        ("⚫ 「留学」などの入管法別表第３の在留資格", ("入管法", "別表第3")),
        ("⚫ 特定活動告示第４６号の対象に加えた。", ("特定活動告示", "第46号")),
        (
            "※過疎地域の持続的発展の支援に関する特別措置法等において規定される市町村",
            ("過疎地域の持続的発展の支援に関する特別措置法", None),
        ),
    ],
)
def test_a_law_with_its_article(sentence: str, law: tuple[str, str | None]) -> None:
    assert brief(sentence) == [law]


@pytest.mark.parametrize(
    ("sentence", "law"),
    [
        ("⚫ 沿岸漁具再利用促進法により認定された計画", "沿岸漁具再利用促進法"),
        ("⚫ 里山法第３条の計画", "里山法"),
        (
            "⚫ 海藻の養殖及び加工の促進に関する法律の規定による認定",
            "海藻の養殖及び加工の促進に関する法律",
        ),
    ],
)
def test_a_law_that_no_list_holds_is_known_by_its_form(sentence: str, law: str) -> None:
    assert [name for name, _ in brief(sentence)] == [law]


@pytest.mark.parametrize(
    "sentence",
    [
        "⚫ 新しい方法に基づき、支援手法を定める。",
        "⚫ 司法の手続、寸法の検査、製法の改善",
        "⚫ 同法第３条に定める者",
        "⚫ 法人税額から控除する。",
        "⚫ ＥＰＡの活用法に関する研修",
        "⚫ 株式会社法人部の担当",
    ],
)
def test_words_that_end_so_are_no_laws(sentence: str) -> None:
    assert brief(sentence) == []


def test_a_wrapped_name_is_rejoined_and_stands_where_it_begins() -> None:
    (basis,) = read("⚫ 施設の整備について、農業競争力強", "化支援法に基づき認定する。")
    assert (basis.law, basis.line) == ("農業競争力強化支援法", 1)


def test_a_listed_name_counts_whatever_the_next_cell_has_glued_to_it() -> None:
    assert brief("認定", "女性活躍推進法に基づく計画") == [("女性活躍推進法", None)]


def test_two_laws_in_one_bracket_are_two() -> None:
    assert [
        law for law, _ in brief("※法律（女性活躍推進法・次世代育成支援対策推進法）に基づく認定")
    ] == ["女性活躍推進法", "次世代育成支援対策推進法"]


def test_the_short_and_the_full_name_are_one_law() -> None:
    assert brief("⚫ 女性活躍推進法に基づく計画。", "※女活法に定める者") == [
        ("女性活躍推進法", None)
    ]


def test_a_short_name_in_brackets_behind_the_full_one_is_the_same_law() -> None:
    assert brief("⚫ 海藻養殖促進法（以下「海藻法」という。）に基づく計画") == [
        ("海藻養殖促進法", None)
    ]


def test_two_articles_of_one_law_are_two_records() -> None:
    assert brief("※産競法第34条の２第２項による者", "※産競法第40条による者") == [
        ("産競法", "第34条の2第2項"),
        ("産競法", "第40条"),
    ]


def test_a_law_that_changes_another_keeps_its_long_title() -> None:
    title = "沿岸業法及び港湾の適正化の促進に関する法律の一部を改正する法律"
    assert [law for law, _ in brief(f"⚫ 令和６年に成立した「{title}」において定められた。")] == [
        title
    ]


def test_a_word_list_that_lacks_a_part_is_refused(tmp_path: Path) -> None:
    words = tmp_path / "law_words.yaml"
    words.write_text("- name: law\n  words: [促進法]\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="no_law"):
        laws(words=words)
