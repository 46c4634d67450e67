"""Stated targets (kpi) and outcomes (result), with value and unit as printed and the year that
stands by.
"""

import pytest

from loaders.facts.figures import figures
from loaders.text.lines import Line
from loaders.text.page import Page
from tests.loaders.facts.figures_of import brief, named


@pytest.mark.parametrize(
    ("lines", "figure"),
    [
        (("成果目標", "令和９年度までに30％の実用化を行う。"), ("kpi", 30, "%", 2027)),
        (("成果目標 地方への移住者 年間12,000人（2027年度）",), ("kpi", 12000, "人", 2027)),
        (("⚫ 短期的には、相談数400件を目指します。",), ("kpi", 400, "件", None)),
        (("⚫ 省エネ量150万klの達成を目指す。",), ("kpi", 1_500_000, "kl", None)),
        (("成果目標", "輸出額の拡大（３兆円［2030年まで］）"), ("kpi", 3, "兆円", 2030)),
        (("• 採択社数：210者",), ("result", 210, "者", None)),
        (("⚫ 2024年12月現在、700者が参画する組合として活動中。",), ("result", 700, "者", 2024)),
        (("⚫ 令和６年度は、２万人以上が来場。",), ("result", 20000, "人", 2024)),
        (("⚫ 第３～４回公募において、212者を採択。",), ("result", 212, "者", None)),
        (("⚫ 保証承諾金額の実績 ３兆 2,600億円",), ("result", 32600, "億円", None)),
        (("会員数：630者（２月時点）",), ("result", 630, "者", None)),
        (("成果目標", "2024年問題に対し、積載効率40％を目指す。"), ("kpi", 40, "%", None)),
        (
            ("• 港町事業について、目標最終年度には、成功企業数1,230件とする。",),
            ("kpi", 1230, "件", None),
        ),
        (("⚫ 令和６年２月末までに30件程度の商談を実施予定。",), ("kpi", 30, "件", 2023)),
        (("⚫ 令和５年度中に４地域全て立ち上がる予定。",), ("kpi", 4, "地域", 2023)),
        (("内容：講演、展示等", "参加者：700名程度"), ("kpi", 700, "名", None)),
        (
            ("⚫ 令和５年度は、23庁において実施（令和４年から２庁増）。",),
            ("result", 23, "庁", 2023),
        ),
        (
            ("⚫ 一体となった 12 の港町コミュニティを通じ、漁の支援を実施中。",),
            ("result", 12, "港町コミュニティ", None),
        ),
        (("⚫ 45道府県において取組が拡大。",), ("result", 45, "道府県", None)),
    ],
)
def test_a_figure(lines: tuple[str, ...], figure: tuple[str, int, str, int | None]) -> None:
    assert brief(*lines) == [figure]


@pytest.mark.parametrize(
    "line",
    [
        "補助上限 50億円（補助率1/3以下）",
        "⚫ 売上高100億円を目指す中小企業を支援。",
        "• 自ら、「売上高70億円」という野心的な目標を掲げる。",
        "・従業員数300人以下の企業が対象",
        "⚫ 予算額 20億円を採択事業に充てる予定",
        "成果目標 令和７年度予算 20億円",
        "成果目標 令和６年度補正 300億円の内数",
        "KPI：所管の課 03-0000-0001（内線12人）",
        "⚫ 一社を採択（最大 300 億円支援）。",
        "⚫ 付加価値額４％向上を目指す事業計画が対象",
        "⚫ 目標「2030年までに港町の輸出額を35兆円とする」に向けて、漁を支援する。",
    ],
)
def test_amounts_conditions_and_the_applicants_own_aims_are_none(line: str) -> None:
    assert brief(line) == []


def test_a_number_is_read_across_a_wrap() -> None:
    assert brief("成果目標", "最終的には、年間の相談を", "500件とすることを目指す。") == [
        ("kpi", 500, "件", None)
    ]


def test_a_year_from_which_a_measure_runs_is_not_the_targets_year() -> None:
    assert brief("⚫ 平成22年度から行う事業であり、相談数300件を目指します。") == [
        ("kpi", 300, "件", None)
    ]


def test_a_figure_printed_twice_is_one() -> None:
    assert len(brief("• 採択社数：210者。", "⚫ 計210者を採択した実績。")) == 1


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("⚫ 港町枠において 550者を採択。", [("港町枠の採択者数", 550, "者", None)]),
        ("⚫ 商談会等を 52回実施。[港町省]", [("商談会等の実施回数", 52, "回", None)]),
        ("⚫ 令和５年度は、50件の相談に対応。", [("相談件数", 50, "件", 2023)]),
        ("⚫ 認定者数が 928者となった。", [("認定者数", 928, "者", None)]),
        (
            "⚫ 港を宣言している企業は令和６年２月時点で41,000社を超えた。",
            [("港を宣言している企業の数", 41000, "社", 2023)],
        ),
        (
            "⚫ 9件の窓口相談対応、3件の再生計画策定支援を行った（令和６年２月時点）。",
            [("窓口相談対応件数", 9, "件", 2023), ("再生計画策定支援件数", 3, "件", 2023)],
        ),
        (
            "⚫ 7,642者（うち、港町枠 181者）を採択。",
            [("採択者数", 7642, "者", None), ("採択者数(港町枠)", 181, "者", None)],
        ),
        (
            "• 受講者数 令和３年度 51,061人（前年比81.7％増）",
            [("受講者数", 51061, "人", 2021), ("受講者数(前年比)", 81.7, "%", 2021)],
        ),
        (
            "⚫ 港町の会員企業は令和５年３月末時点で2,600社以上（うち約４割が小企業）。",
            [
                ("港町の会員企業の数", 2600, "社", 2022),
                ("港町の会員企業のうち小企業の割合", 4, "割", 2022),
            ],
        ),
        (
            "⚫ 港の会議を全国で開催（令和２年度：計17回、令和３年度：５回）。",
            [("会議の開催回数", 17, "回", 2020), ("会議の開催回数", 5, "回", 2021)],
        ),
        (
            "⚫ 実証を支援（採択実績：令和４年度補正８件、令和５年度当初予算３件）。",
            [("採択実績", 8, "件", 2022), ("採択実績", 3, "件", 2023)],
        ),
        (
            "⚫ 延べ 91団体が参加し、延べ 740件の港町商談を実施",
            [("参加団体数", 91, "団体", None), ("港町商談の実施件数", 740, "件", None)],
        ),
        (
            "⚫ 相談会の利用件数は令和４年度に3,210件、令和５年度に4,050件となった。",
            [("相談会の利用件数", 3210, "件", 2022), ("相談会の利用件数", 4050, "件", 2023)],
        ),
        (
            "⚫ これまでに延べ2,300社が利用しており、満足度は92％。",
            [("利用企業数", 2300, "社", None), ("満足度", 92, "%", None)],
        ),
        ("（令和５年度実績：12,340人）", [("実績", 12340, "人", 2023)]),
        ("⚫ 港町の輸出額：１兆4,541億円（2023年）", [("港町の輸出額", 14541, "億円", 2023)]),
        (
            "⚫ 港町の企業の売上高は平均で12.5％増加した。",
            [("港町の企業の売上高の増加率", 12.5, "%", None)],
        ),
        ("⚫ 令和５年度の成立は152件（目標150件）。", [("成立の数", 152, "件", 2023)]),
        ("⚫ 約２万５千件の案件を実施。", [("実施件数", 25000, "件", None)]),
        (
            "⚫ 58か国、800超のバイヤーが登録。",
            [("登録国数", 58, "か国", None), ("登録バイヤー数", 800, "バイヤー", None)],
        ),
    ],
)
def test_an_outcome_is_named_by_what_it_counts(
    line: str, read: list[tuple[str, float, str, int | None]]
) -> None:
    assert named(line) == read


def test_shares_under_a_rate_are_that_rate_of_whom_they_name() -> None:
    page = Page("made-up", (Line(1, "⚫ 港町の応諾率"), Line(2, "⚫ 網元：98％、船主等 99％")))
    assert [f.name for f in figures(page)] == ["港町の応諾率(網元)", "港町の応諾率(船主等)"]


def test_a_heading_names_what_the_line_below_counts_and_a_bracket_holds_another_year() -> None:
    lines = ("⚫ 講座の受講者数", "➢ 令和５年度 48,363人（４月～11月。令和４年度 60,602人）")
    assert named(*lines) == [
        ("講座の受講者数", 48363, "人", 2023),
        ("講座の受講者数", 60602, "人", 2022),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "⚫ 70件程度の港町商談を実施予定。",
        "⚫ 実証事業を３件程度行うとともに、結果の横展開を実施予定。",
        "⚫ 全国９か所に設置している港町校において、研修を実施。",
        "⚫ 施設整備については、１回目の調査を実施。",
        "⚫ 補正予算として、9,147億円を基金に措置した。",
        "⚫ 港町の説明会（全２回）を開催した。",
        "⚫ 投資額の35％を特別償却する制度を創設した。",
        "⚫ 従業員数の合計が１万人を超えるものを除く。",
        "⚫ エネルギー使用量の４割を占める主要５業種を支援。",
        "⚫ ２時間×10回の支援を実施。",
        "①施設の整備を支援。",
    ],
)
def test_what_is_planned_offered_granted_or_described_is_no_outcome(line: str) -> None:
    assert named(line) == []


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("⚫ 2030年までに、充電設備を30万口整備することを目標とする。",), "充電設備"),
        (
            ("⚫ 申請件数に対する港町登録件数の割合45％以上を目指す。",),
            "申請件数に対する港町登録件数の割合",
        ),
        (("⚫ 港町センターにおいて、3,400件の成約を目指す。",), "港町センターの成約件数"),
        (("・事業化を達成するプロジェクトが50％超",), "事業化を達成するプロジェクトの割合"),
        (("・事業の売上累計額が予算投入額の150％",), "事業の売上累計額"),
    ],
)
def test_an_aim_is_named_too(lines: tuple[str, ...], name: str) -> None:
    page = Page("made-up", tuple(Line(i, t) for i, t in enumerate(("成果目標", *lines), 1)))
    assert [(f.what, f.name) for f in figures(page)] == [("kpi", name)]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("⚫ 漁網市を、５月から９月にかけて８回開催。", "漁網市の開催回数"),
        (
            "⚫ 港町マルシェ事業において、通販の店と組み、約900社の支援を実施中。",
            "港町マルシェ事業の支援企業数",
        ),
        ("⚫ 船大工による講習等を実施。令和５年度は 12 月末時点で77件実施。", "講習等件数"),
        ("⚫ ４月に漁港見学会を開催し、延べ310人が来場。", "漁港見学会の来場者数"),
        ("⚫ 令和５年４月に、東の３都市において網の競り市を開催", "網の競り市の開催都市数"),
        ("⚫ 令和５年６月に６件、約12億円の採択を決定。", "採択決定件数"),
        ("⚫ 250者を超える会員間での網の貸し借りが集まって進んだ。", "会員数"),
        (
            "⚫ ７名の沖合漁船の操業経験を有する漁師の出向を受け入れた。",
            "沖合漁船の操業経験を有する漁師の受け入れ者数",
        ),
        ("⚫ ９本の朝市に旗を立て、出店者を支援。", "朝市の数"),
    ],
)
def test_a_name_tells_whose_or_what_act_is_counted(line: str, name: str) -> None:
    assert named(line)[0][0] == name


def test_a_part_is_named_by_what_it_is_of_and_a_label_in_a_bracket_names_its_number() -> None:
    names = [
        name for name, *_ in named("• 採択社数：12者（応募倍率約３倍）（うち９割が湾外での操業）")
    ]
    assert names == ["採択社数", "応募倍率", "採択社数のうち湾外での操業の割合"]


def test_a_number_right_behind_another_is_of_the_same_owner() -> None:
    names = [
        name for name, *_ in named("⚫ 漁の集いを南洋３カ国７都市、北洋２カ国４都市で開催した。")
    ]
    assert names == ["南洋の開催国数", "南洋の開催都市数", "北洋の開催国数", "北洋の開催都市数"]


def test_a_change_is_named_as_one_and_the_value_as_the_value() -> None:
    assert named("⚫ 令和４年度において漁を習った者の人数は、前年度比 41人増の 1,205人。") == [
        ("漁を習った者の人数(前年比)", 41, "人", 2022),
        ("漁を習った者の人数", 1205, "人", 2022),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (
            ("⚫ 第３回公募において２件、第４回公募において９件を採択。",),
            ["採択件数(第3回公募)", "採択件数(第4回公募)"],
        ),
        (
            ("⚫ 国内において、計６都市で実施済み。", "⚫ 在外において、５都市を選び実施した。"),
            ["実施都市数(国内)", "実施都市数(在外)"],
        ),
        (
            ("⚫ 漁具の手入れを支援。４月から７件実施済、２件実施中。",),
            ["支援件数(実施済)", "支援件数(実施中)"],
        ),
        (
            ("⚫ 会員数：12社（令和５年６月末の数）", "⚫ 会員数：15社（令和５年９月末の数）"),
            ["会員数(6月末)", "会員数(9月末)"],
        ),
        (("⚫ 会員数：12社", "⚫ 会員数：15社"), ["会員数", "会員数"]),
    ],
)
def test_figures_of_one_name_and_year_are_told_apart(
    lines: tuple[str, ...], names: list[str]
) -> None:
    assert [name for name, *_ in named(*lines)] == names


@pytest.mark.parametrize(
    ("line", "aim"),
    [
        ("令和７～11年度 網の件数の増加 195件", ("網の件数の増加", 195, "件", 2029)),
        (
            "短期的に、漁師が沖に出た人数の割合70％を目指す。",
            ("漁師が沖に出た人数の割合", 70, "%", None),
        ),
        (
            "網の数、竿の成立数、船の成約件数の合計30件を目指す。",
            ("網の数、竿の成立数、船の成約件数の合計", 30, "件", None),
        ),
        ("漁に至った件数40％以上を目指す。", ("漁に至った件数の割合", 40, "%", None)),
        ("５年後に20％の網の実用化を行う。", ("網の実用化の割合", 20, "%", None)),
        ("・３以上の漁場における漁の始まり", ("漁場数", 3, "漁場", None)),
    ],
)
def test_an_aim_keeps_its_clause_its_addends_and_its_term(
    line: str, aim: tuple[str, int, str, int | None]
) -> None:
    page = Page("made-up", (Line(1, "成果目標"), Line(2, line)))
    assert [(f.name, f.value, f.unit, f.year) for f in figures(page)] == [aim]


def test_a_stock_that_is_there_to_be_read_is_counted() -> None:
    assert named("⚫ 令和４年度は約 3,000 の漁師向けの図鑑情報のほか、漁の暦を掲載している。") == [
        ("掲載図鑑数", 3000, "図鑑", 2022)
    ]
    assert named("⚫ ３以上の漁場で漁を支援した。") == []


def test_an_aim_may_stand_under_a_word_or_in_a_bracket() -> None:
    for line, value in (
        ("目標：2030年までに投資残高を100兆円とする。", ("投資残高", 100, "兆円", 2030)),
        ("⚫ 令和５年度の成立は152件（目標150件）。", ("成立の数", 150, "件", 2023)),
    ):
        page = Page("made-up", (Line(1, line),))
        (aim,) = [figure for figure in figures(page) if figure.what == "kpi"]
        assert (aim.name, aim.value, aim.unit, aim.year) == value


def test_two_aims_of_one_share_are_two() -> None:
    page = Page(
        "made-up",
        tuple(
            Line(i, text)
            for i, text in enumerate(
                ("成果目標", "・研究の達成度50％超", "・海外展開を行う企業の割合50％超"), 1
            )
        ),
    )
    assert [f.value for f in figures(page)] == [50, 50]


def test_a_very_long_run_of_digits_is_no_figure() -> None:
    assert brief("• " + "1," * 5_000 + "000件を採択した実績。") == []


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("⚫ 令和12年度までに、40件の出荷や加工を目指す。", "出荷や加工"),
        ("⚫ 計４回の漁網制作協力等の幅広い手段を活用した。", "漁網制作協力回数"),
    ],
)
def test_a_name_ends_with_a_whole_word_and_names_both_of_two(line: str, name: str) -> None:
    (figure,) = figures(Page("made-up", (Line(1, line),)))
    assert figure.name == name


def test_the_minutes_of_a_time_before_are_no_word_of_a_name() -> None:
    assert named("受付は5月30日17:00", "これまでに累計1万2千社が利用した。")[0][0] == "利用企業数"
