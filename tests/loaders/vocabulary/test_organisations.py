"""Ministries, agencies and bodies are found under each of their names, and nothing else is taken
for one.
"""

import pytest

from loaders.text.lines import plain
from loaders.vocabulary import Body, bodies, ministries


def body(name: str) -> Body:
    entry = bodies().get(name)
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("経産省・中企庁", ["経済産業省", "中小企業庁"]),
        ("MHLW（www.METI.go.jp）", ["厚生労働省"]),
        ("【厚生労働省】", ["厚生労働省"]),
        ("経済産業大臣が認定", []),
        ("関係府省庁", []),
        ("外国特許庁への出願", []),
        ("特許庁 総務部", ["特許庁"]),
        ("出入国在\n留管理庁", ["出入国在留管理庁"]),
        ("国 土 交 通 省", ["国土交通省"]),
        ("地方出入国在留管理局の窓口", ["地方出入国在留管理局"]),
    ],
)
def test_offices_in_text(text: str, names: list[str]) -> None:
    assert [m.name for m in ministries().find(plain(text))] == names


def test_a_mention_says_level_print_and_place() -> None:
    (mention,) = ministries().find("担当：経\n産省")
    assert (mention.kind, mention.printed, mention.start, mention.end) == (
        "ministry",
        "経産省",
        3,
        7,
    )


def test_the_ministry_level_is_an_explicit_list() -> None:
    level = {office.name for office in ministries() if office.level == "ministry"}
    assert {
        "内閣官房",
        "内閣府",
        "デジタル庁",
        "復興庁",
        "金融庁",
        "消費者庁",
        "こども家庭庁",
        "警察庁",
        "公正取引委員会",
    } < level
    assert len(level) == 20
    assert not ministries().is_ministry("中企庁")
    assert ministries().is_ministry("公取委")


@pytest.mark.parametrize(
    ("office", "ministry"),
    [
        ("入管庁", "法務省"),
        ("資源エネルギー庁", "経済産業省"),
        ("観光庁", "国土交通省"),
        ("地方出入国在留管理局", "法務省"),
        ("金融庁", None),
        ("無い庁", None),
    ],
)
def test_the_ministry_above_an_office(office: str, ministry: str | None) -> None:
    assert ministries().parent_of(office) == ministry


@pytest.mark.parametrize(
    "printed",
    [
        "JETRO",
        "ジェトロ",
        "独立行政法人日本貿易振興機構（JETRO）",
        "（独）日本貿易振興機構",
        "ＪＥＴＲＯ",
    ],
)
def test_one_body_under_all_its_names(printed: str) -> None:
    assert body(printed).name == "日本貿易振興機構"


def test_an_office_of_the_state_in_the_prefectures_is_not_the_prefectures() -> None:
    assert (bodies().get("都道府県労働局"), body("都道府県").name) == (None, "都道府県")


def test_a_body_knows_its_supervising_ministries() -> None:
    assert body("INPIT").supervised_by == ("経済産業省", "特許庁")
    assert bodies().get("誰も知らない機構") is None


@pytest.mark.parametrize(
    "text",
    ["desk@jetro.go.jp", "https://www.jetro.go.jp/", "https://x.jp/JETRO/", "JETROX", "MYJETRO"],
)
def test_an_acronym_inside_a_word_or_an_address_is_no_body(text: str) -> None:
    assert bodies().mentions(text) == []


def test_the_longest_name_wins_and_breaks_inside_a_name_do_not_matter() -> None:
    assert [m.name for m in bodies().mentions("新卒応援ハロー\nワークと日本政策 金融公庫")] == [
        "新卒応援ハローワーク",
        "日本政策金融公庫",
    ]
