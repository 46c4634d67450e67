"""By what means a measure helps, whom, and in which sector: few kinds and the right ones."""

import pytest

from loaders.facts.kinds import beneficiaries, industries, instruments
from loaders.facts.traders import traders
from loaders.text.lines import Line
from loaders.text.page import Page


def page(*lines: str) -> Page:
    return Page("made-up", tuple(Line(i, line) for i, line in enumerate(lines, 1)))


@pytest.mark.parametrize(
    ("title", "lines", "kinds"),
    [
        ("試し補助金", ("設備の費用",), ["補助金"]),
        ("試し事業", ("補助率 １／２",), ["補助金"]),
        ("試し事業", ("給与等支給額の増加",), []),
        ("試し税制", ("税額控\n除",), ["税制"]),
        ("試し事業", ("日本政策金融公庫による低利", "融資を受ける"), ["融資"]),
        ("試し事業", ("雇用保険の被保険者",), []),
        ("試し事業", ("相談をする",), []),
        ("試し事業", ("専門家を派遣する",), ["相談・専門家派遣"]),
        ("試し事例集", ("優れた例",), ["情報提供"]),
        ("試し事業", ("お問合せ先：試し省 ポータルサイト課（03-0000-0000）",), []),
        (
            "試し事業",
            (
                "専門家によるメンタ",
                "リング",
            ),
            ["相談・専門家派遣"],
        ),
        ("試しの動画教材", ("動画を見る",), ["情報提供"]),
        ("試し越境EC", ("海外で売る",), ["展示会・販路開拓"]),
        ("試し事業", ("省エネ診断への補助を行う",), ["補助金"]),
        (
            "試しガイド",
            ("補助金等の情報、補助金等の情報、補助金等の情報",),
            [],
        ),  # what it informs of is no means of its own
        ("試し講座", ("在留資格のある方",), ["研修"]),  # who attends, not what the measure rules
        ("試し講座", ("大臣の認定を受けた事業者が対象",), ["研修"]),  # who may attend
    ],
)
def test_means(title: str, lines: tuple[str, ...], kinds: list[str]) -> None:
    assert list(instruments(page(*lines), title)) == kinds


@pytest.mark.parametrize(
    ("title", "lines", "kinds"),
    [
        ("留学生の試し", ("留学生に",), ["学生", "外国人"]),
        ("試し事業", ("求職者への紹介",), ["求職者"]),
        (
            "試し事業",
            ("中堅・中小企業",),
            [],
        ),  # the audience tag alone: nearly every page carries it
        ("試し事業", ("中小企業が申し込む",), ["企業"]),
        ("試し税制", ("企業が試験をする場合に控除する",), ["企業"]),
        ("試し事業", ("倉庫事業者等に貸す",), ["企業"]),
        (
            "試し事業",
            ("自治体と連携した窓口", "自治体と連携した相談", "自治体と連携した研修"),
            [],
        ),  # a partner
        ("試し事業", ("自治体への支援",), ["地方公共団体"]),
    ],
)
def test_whom(title: str, lines: tuple[str, ...], kinds: list[str]) -> None:
    assert list(beneficiaries(page(*lines), title)) == kinds


@pytest.mark.parametrize(
    ("title", "lines", "kinds"),
    [
        ("物流の試し", ("荷物を運ぶ",), ["運輸・物流"]),
        ("試し事業", ("物流拠点も対象",), []),
        ("試し事業", ("お問合せ先：農林水産省 食品課", "建設企業からなる訪問団"), ["建設業"]),
        ("試し事業", ("誰でも申し込める",), []),
    ],
)
def test_sector_only_where_the_measure_is_confined_to_one(
    title: str, lines: tuple[str, ...], kinds: list[str]
) -> None:
    assert list(industries(page(*lines), title)) == kinds


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (("⑵対象要件等", "", "窯業資材の製造・卸売・小売を行う者"), ["製造業", "商業・サービス業"]),
        (("＜申 請 者＞ １の事業：試しの団体", "２の事業：運送業者等"), ["運輸・物流"]),
        (("補助対象者：食品製造事業者",), ["食品産業"]),
        (("備考（対象要件等）", "運送業者等、業種や企業規模に関わらず使える"), []),
        (("補助対象者：誰でも", "補助率：1/2", "運送業者の車"), []),
        (("対象者：小売業は50人以下の会社",), []),  # a limit of size
        (("運送業者と組む",), []),  # not said for whom
    ],
)
def test_the_line_that_says_for_whom_names_trades(lines: tuple[str, ...], named: list[str]) -> None:
    assert list(traders(page(*lines))) == named


def test_a_page_without_such_a_line_names_those_whose_doing_is_supported() -> None:
    doing = "食品事業者等による窯を直す取組や、里で行う取組を支援する"
    assert list(traders(page(doing))) == ["食品産業"]
    assert traders(page("食品事業者による祭りを里で行う")) == {}
    assert list(traders(page(doing, "対象者：運送業者"))) == ["運輸・物流"]


def test_a_measure_for_every_trade_is_confined_to_none() -> None:
    lines = ("備考（対象要件等）", "業種や企業規模に関わらず使える")
    assert industries(page(*lines), "農業の試し") == {}
    assert list(industries(page(lines[1]), "農業の試し")) == ["農林水産業"]


def test_each_kind_has_a_line_that_shows_it() -> None:
    made_up = page(
        "１．設備",
        "試し補助金",
        "お問合せ先：試し省 相談窓口課（03-0000-0000）",
        "⚫ 税額控",
        "除を受ける企業に",
        "専門家を派遣します。",
    )
    assert instruments(made_up, "試し補助金") == {"補助金": 2, "税制": 4, "相談・専門家派遣": 6}
    assert instruments(page("設備の費用を出す", "試し"), "試し補助金") == {"補助金": 1}, (
        "a title that the page prints otherwise: where the page begins"
    )
    assert beneficiaries(page("企業", "企業の", "企業へ"), "試し事業") == {"企業": 1}, (
        "what only its frequency shows: where it stands first"
    )


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("ものづくり試し補助金", ("設備の費用",)),  # what is made confines it to no sector
        ("省エネルギー試し事業", ("設備の更新",)),  # nor what is saved
        ("試し事業", ("（流通分野）試し省食品産業課（03-0000-0000）",)),  # who is asked
        ("試し事業", ("商店街などの組合も対象",)),
    ],
)
def test_what_confines_a_measure_to_no_sector(title: str, lines: tuple[str, ...]) -> None:
    assert industries(page(*lines), title) == {}
