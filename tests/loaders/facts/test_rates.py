"""Which shares of a page are rates of support."""

import pytest

from loaders.catalogue.records import Rate
from loaders.facts.caps import caps
from loaders.facts.rates import rates
from loaders.text.lines import Line
from loaders.text.page import Page


def read(text: str) -> list[Rate]:
    return rates(
        Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))
    )


@pytest.mark.parametrize(
    ("text", "printed", "value"),
    [
        ("補助率 1/2以内", "1/2以内", 0.5),
        ("補助率：２／３", "2/3", 2 / 3),
        ("（補助率：定額）", "定額", None),
        ("補助率：２分の１ ※上限あり", "2分の1", 0.5),
        ("■ 補助率 ：定額（上限１千万円）", "定額", None),
        ("費用の 2 / 3 を助成", "2 / 3", 2 / 3),
        ("上限総額500万円（最大1/2・上限300万円）", "最大1/2", 0.5),
        ("訓練経費の20％（上限10万円）", "20%", 0.2),
        ("年収×16%", "年収×16%", 0.16),
        ("補助率：½以内", "1/2以内", 0.5),
        ("補助率：10/10", "10/10", 1.0),
        ("補助率：十分の十", "十分の十", 1.0),
        ("費用の半額を補助します", "半額", 0.5),
        ("補助率：七割五分以内", "七割五分以内", 0.75),
        ("費用の1/2～2/3を補助", "1/2~2/3", None),
        ("年収の３割、最大２年分の金額を給付", "年収の3割", 0.3),
        ("0.15％分の補助", "0.15%分の補助", 0.0015),
        ("補助上限 600万円（補助率：３/４～9/10）", "3/4~9/10", None),
        ("補助\n率 1/\n2以内", "1/2以内", 0.5),
    ],
)
def test_a_rate_is_read(text: str, printed: str, value: float | None) -> None:
    [rate] = read(text)
    assert (rate.printed, rate.value) == (
        printed,
        pytest.approx(value, abs=5e-5) if value else None,
    )


def test_rates_by_size_class() -> None:
    expected = [("1/3", "大企業"), ("1/2", "中小企業")]
    assert [(r.printed, r.size_class) for r in read("・補助率：大企業1/3、中小企業1/2")] == expected
    assert [(r.printed, r.size_class) for r in read("• 補助率：1/3（大）1/2（中小）")] == expected
    assert [
        r.size_class for r in read("■補助率 ：1／2以内（大企業）、 2／3以内（中小企業等）")
    ] == ["大企業", "中小企業"]


def test_all_but_one_size_class_is_no_size_class() -> None:
    assert [r.size_class for r in read("補助率:中小企業以外1/2、中小企業2/3")] == [None, "中小企業"]


def test_rates_by_frame() -> None:
    assert [(r.printed, r.frame) for r in read("■補助率：【人材枠】２/３、【連携枠※】１/２")] == [
        ("2/3", "人材枠"),
        ("1/2", "連携枠"),
    ]


def test_a_circled_number_is_no_digit_of_the_rate() -> None:
    assert [r.printed for r in read("■補助率：①定額、②１/２以内")] == ["定額", "1/2以内"]


@pytest.mark.parametrize(
    "text",
    [
        "総議決権の3/4以上の同意",
        "申請期限 1/31",
        "定額減税",
        "一定額以上の引上げ",
        "開発費の10％を返済",
        "構成員の２/３以上を占める者",
        "賃上げ率は15%",
    ],
)
def test_other_shares_are_no_rates(text: str) -> None:
    assert read(text) == []


def test_what_others_than_a_size_class_do_not_get_is_the_classes() -> None:
    told = read("費用に1/2（中小企業以外は1/3）を乗じた額")
    assert [(r.printed, r.size_class, r.band) for r in told] == [
        ("1/2", "中小企業", None),
        ("1/3", None, "中小企業以外"),
    ]


def test_a_cell_alone_in_its_line_is_of_the_row_that_the_lines_above_label() -> None:
    text = (
        "助成率 注（ ）内は中小企業以外\n"
        "港で働く人を育てるための訓練（認定漁業実習訓\n練）\n45(30)％\n"
        "網元を目指す訓練（初級漁業訓練）\n75％\n港の訓練\n60％"
    )
    page = Page("made-up", tuple(Line(i, line) for i, line in enumerate(text.split("\n"), 1)))
    assert [(r.value, r.frame) for r in rates(page)] == [
        (0.45, "認定漁業実習訓練"),
        (0.3, "認定漁業実習訓練"),
        (0.75, "初級漁業訓練"),
        (0.6, None),
    ]


def test_the_case_before_a_rate_and_the_limit_in_its_bracket_is_theirs() -> None:
    text = "灯台を直す。直し終えた場合、費用の1/2相当額（最大40万円）を補助。"
    page = Page("made-up", (Line(1, text),))
    assert [(r.printed, r.band) for r in rates(page)] == [("1/2", "直し終えた場合")]
    assert [(c.yen, c.band) for c in caps(page)] == [(400_000, "直し終えた場合")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("補助率 45(30)％", [(0.45, None, None), (0.3, None, None)]),
        ("助成率：75％（60％）", [(0.75, None, None), (0.6, None, None)]),
        (
            "補助率（括弧内は中小企業）\n30（45）％",
            [(0.3, None, None), (0.45, "中小企業", None)],
        ),
        (
            "補助率（カッコ内は中小企業以外）\n45（30）％",
            [(0.45, "中小企業", None), (0.3, None, "中小企業以外")],
        ),
        (
            "中小企業（大企業）\n補助率 45（30）％",
            [(0.45, "中小企業", None), (0.3, "大企業", None)],
        ),
    ],
)
def test_of_two_rates_the_second_in_a_bracket_each_is_for_whom_the_page_says(
    text: str, told: list[tuple[float, str | None, str | None]]
) -> None:
    assert [(r.value, r.size_class, r.band) for r in read(text)] == told


@pytest.mark.parametrize(
    "text",
    ["積立率：30％", "税額控除率30％", "特別償却 30％", "費用の30％の税額控除", "交付率 30％"],
)
def test_a_rate_of_a_tax_or_a_reserve(text: str) -> None:
    assert [r.value for r in read(text)] == [0.3]


@pytest.mark.parametrize(
    ("text", "printed"),
    [("国\n補助（１/２）\n港の組合", "1/2"), ("国\n補助１/２", "1/2"), ("補助（定額）", "定額")],
)
def test_a_share_on_the_arrow_of_a_diagram(text: str, printed: str) -> None:
    assert [r.printed for r in read(text)] == [printed]


def test_the_frame_in_the_bracket_behind_a_rate() -> None:
    told = read("税額控除 7％（港町型）/4％（山村型）")
    assert [(r.value, r.frame) for r in told] == [(0.07, "港町型"), (0.04, "山村型")]


def test_the_step_of_a_rise_is_what_the_share_in_its_row_is_for() -> None:
    read_rates = read("手当の増え方\n\n税額控除率\n\n+2% 11%\n\n+6%（拡大） 12%")
    assert [(r.printed, r.band) for r in read_rates] == [("11%", "+2%"), ("12%", "+6%")]


def test_a_kind_of_tax_relief_is_told() -> None:
    read_rates = read("港町枠\n特別償却31%\n\n又は税額控除３％\n\n所得控除 4%（海型）/8%（山型）")
    assert [(r.printed, r.band) for r in read_rates] == [
        ("31%", "特別償却"),
        ("3%", "税額控除"),
        ("4%", "所得控除"),
        ("8%", "所得控除"),
    ]


def test_what_stands_under_a_condition_between_two_frames_is_for_it() -> None:
    read_rates = read(
        "港町枠\n特別償却31%\n\n下記の①か②を満たす\n①船が９隻以上\n特別償却33%\n\n山村枠\n特別償却37%"
    )
    assert [(r.printed, r.frame) for r in read_rates] == [
        ("31%", "港町枠"),
        ("33%", "①②の要件"),
        ("37%", "山村枠"),
    ]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("港の手当の上乗せ特例（補助率は2/3）を使う。", "港の手当の上乗せ特例"),
        ("手当の上がる事業者については、補助率を2/3とします。", "手当の上がる事業者"),
        ("補助率が2/3にアップする【港の手当特例】の適用要件", "港の手当特例"),
        ("港の枠（補助率2/3）があります。", None),
    ],
)
def test_a_raised_share_is_for_those_for_whom_it_is_raised(text: str, band: str | None) -> None:
    assert [(r.value, r.band) for r in read(text)] == [(0.6667, band)]


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("補助率：原則1/2（離れた島は2/3）", "離れた島"),
        ("交付率：1/2以内（山村3/4以内）", "山村"),
        ("補助率 1/2（港の会社に対しては2/3）", "港の会社"),
        ("補助率 1/2（上限：費用の2/3）", None),
    ],
)
def test_another_share_in_the_bracket_of_one_is_for_those_it_names(
    text: str, band: str | None
) -> None:
    assert [rate.band for rate in read(text)] == [None, band]


def test_the_year_or_the_case_before_the_label_is_what_a_share_is_for() -> None:
    by_year = read("1年目：補助率2/3、上限900万円\n2年目：補助率1/2、上限500万円")
    assert [rate.band for rate in by_year] == ["1年目", "2年目"]
    risen = read("港を直す場合、補助率を1/2から2/3に引き上げる。")
    assert [rate.band for rate in risen] == [None, "港を直す場合"]


@pytest.mark.parametrize(
    ("text", "bands"),
    [
        ("補助率：2/3（令和9年度）、1/2（令和10年度）", ["令和9年度", "令和10年度"]),
        ("補助率：2/3以内（従業員9人以下）、1/2（10人以上）", ["従業員9人以下", "10人以上"]),
        ("補助率：1/2（ただし、離れた島は3/4）", [None, "離れた島"]),
        ("対象：従業員数40人以下の会社\n助成率：1/2", [None]),
    ],
)
def test_the_bracket_behind_a_share_is_its_own(text: str, bands: list[str | None]) -> None:
    assert [rate.band for rate in read(text)] == bands


def test_a_size_class_in_short_stands_in_the_bracket_of_another_share() -> None:
    assert [(r.size_class, r.band) for r in read("補助率：1/2（小規模2/3）")] == [
        (None, None),
        ("小規模事業者", None),
    ]
