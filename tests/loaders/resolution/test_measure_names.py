"""What a title says of the measure's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.resolution.names import name_of, read_words


def meet(one: str, other: str) -> float:
    """How surely the two titles are forms of one name (0: they share none)."""
    others = {form.bare: form.strength for form in name_of(other).forms}
    return max(
        (form.strength * others[form.bare] for form in name_of(one).forms if form.bare in others),
        default=0.0,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("沿岸藍染振興事業", "沿岸藍染振興事業費補助金"),
        ("沿岸藍染振興事業", "沿岸藍染振興　事業"),
        ("沿岸藍染税制", "沿岸藍染税制の活用促進及び強化"),
        ("藍染手引きの改善", "藍染手引きについて"),
        ("藍染銘柄等を活用した工房の支援", "藍染銘柄を活用した工房の支援"),
        ("藍染交付金", "藍染交付金（あおの2,000プロジェクト）"),
        ("沿岸藍染再生促進事業", "沿岸藍染再生促進事業（藍染再生補助金）"),
        ("沿岸藍染対策事業", "沿岸藍染対策事業【青い工房事業】"),
        ("沿岸藍染対策事業", "農水産物の染色促進のうち沿岸藍染対策事業"),
        ("藍染成果展開プログラム(AI-SOME)", "染色成果事業（藍染成果展開プログラム（AI-SOME））"),
        ("沿岸藍染訓練給付", "沿岸藍染訓練給付金"),
        ("中小企業藍染革命推進事業", "藍染革命推進事業事業"),
        ("令和５年度沿岸藍染振興事業", "沿岸藍染振興事業"),
        ("藍染の体制強靱化事業", "藍染の体制強靭化事業"),
    ],
)
def test_long_and_short_forms_are_one_name(one: str, other: str) -> None:
    assert meet(one, other) >= 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("藍染輸出拡大支援事業", "藍染輸出拡大緊急支援事業"),
        ("あいぞめ認定企業への優遇措置", "べにばな認定企業への優遇措置"),
        ("沿岸藍染助成金", "沿岸藍染助成金（青コース）"),
        ("沿岸藍染助成金（青コース）", "沿岸藍染助成金（赤コース）"),
        ("藍染協定の利活用促進", "藍染協定の利活用促進（相談窓口）"),
        ("藍染税制", "藍染融資"),
    ],
)
def test_what_tells_two_measures_apart_stays(one: str, other: str) -> None:
    assert meet(one, other) == 0.0


def test_a_course_names_its_whole() -> None:
    name = name_of("沿岸藍染助成金（青コース、赤コース）")
    assert "沿岸藍染助成金" in name.wholes and name.course == "青コス赤コス"


@pytest.mark.parametrize(
    "title",
    [
        "染色総合対策事業うち沿岸藍染対策事業",
        "染色総合対策事業（うち沿岸藍染対策事業）",
        "染色総合対策事業（沿岸藍染対策事業）",
    ],
)
def test_a_part_names_its_whole_and_itself(title: str) -> None:
    name = name_of(title)
    assert "染色総合対策事業" in name.wholes and "沿岸藍染対策事業" in {
        form.bare for form in name.forms
    }


def test_what_is_done_names_the_programme_that_pays_for_it() -> None:
    name = name_of("工房での染め直し手引きの周知広報（沿岸藍染対策事業）")
    assert "沿岸藍染対策事業" in name.wholes and "沿岸藍染対策事業" not in {
        form.bare for form in name.forms
    }


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("沿岸藍染補助金／内陸紅染補助金", ["沿岸藍染補助金", "内陸紅染補助金"]),
        (
            "高度染色制度（A-Dye）・未来染色制度（F-Dye）",
            ["高度染色制度(A-Dye)", "未来染色制度(F-Dye)"],
        ),
        (
            "染色人材促進事業（金融庁）染色人材確保給付金（経産省）",
            ["染色人材促進事業(金融庁)", "染色人材確保給付金(経産省)"],
        ),
        ("染色育成プログラム（BP）認定制度", []),
        ("染色物の輸出促進、工房の海外展開支援", []),
    ],
)
def test_a_joint_title_joins_full_names(title: str, pieces: list[str]) -> None:
    assert [piece.title for piece in name_of(title).pieces] == pieces


@pytest.mark.parametrize(
    "title",
    [
        "そのほかの取組事項",
        "非予算項目",
        "産総研",
        "独立行政法人日本貿易振興機構",
        "科学技術振興機構（JST）",
    ],
)
def test_an_office_or_nothing_in_particular_is_no_name(title: str) -> None:
    assert name_of(title).forms[0].strength < 0.5


def test_word_lists_that_do_not_hold_together_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "names.yaml"
    path.write_text("courses: [枠]\n", encoding="utf-8")
    with pytest.raises(VocabularyError, match="sorts_of_money: Field required"):
        read_words(path)
