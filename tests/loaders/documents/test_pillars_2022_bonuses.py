"""Bonuses in the sentences of a follow-up in three columns."""

from __future__ import annotations

import pytest

from loaders.documents.family import Reading
from loaders.documents.pillars_2022 import parser
from loaders.documents.pillars_2022.bonuses import drafts_of
from loaders.documents.pillars_2022.line_kinds import same_code
from loaders.text.lines import Line
from loaders.text.page import Page
from tests.made_up.columns import FIRST, SECOND, THIRD, lines_of


def read(*pages: str) -> Reading:
    return parser.read("made-up", lines_of(*pages), (), lambda done, of: None)


def page_of(text: str) -> Page:
    return Page(
        "made-up", tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 10))
    )


@pytest.mark.parametrize(
    ("text", "condition", "benefit", "value", "status", "raises"),
    [
        (
            "窯元助成金について、令和４年\n度から登り窯の訓練を高率助成の対象としている。",
            "登り窯の訓練",
            "rate_uplift",
            None,
            "in_force",
            "窯元助成金",
        ),
        (
            "「薪コース」を創設し、薪割りの訓練を更なる高率助成（40％→\n60％）の対象とする。",
            "薪割りの訓練",
            "rate_uplift",
            "40%→60%",
            "in_force",
            "薪コース",
        ),
        (
            "窯元から申込があった際には、加点することで選びやすくしている。",
            "窯元から申込があった際",
            "screening_points",
            None,
            "in_force",
            None,
        ),
        (
            "窯を直す事業者の取組に対し、登り窯枠の創設や加点措置により支援する。",
            "窯を直す事業者",
            "screening_points",
            None,
            "in_force",
            None,
        ),
        (
            "要件や加点等を通じた見学の取組のインセンティブ付けを検討する。",
            "見学の取組",
            "screening_points",
            None,
            "considered",
            None,
        ),
        (
            (
                "「窯ポイント制」において、窯元で働く外国人に対して、"
                "特別加算を実施する特例について、年度内に所要の措置を講ずる。"
            ),
            "窯元で働く外国人",
            "immigration_points",
            None,
            "planned",
            "窯ポイント制",
        ),
        (
            "子を連れて移る場合の支援のため、移住支援金を拡充（子ども一人あたり20万円の加算）。",
            "子を連れて移る場合",
            "grant_uplift",
            "子ども一人あたり20万円の加算",
            "in_force",
            "移住支援金",
        ),
        (
            "窯投資促進税制（関連法成立）において窯元の登録を要件の一つとする。",
            "窯元",
            "requirement",
            None,
            "in_force",
            "窯投資促進税制",
        ),
    ],
)
def test_bonuses_are_told_in_sentences(
    text: str, condition: str, benefit: str, value: str | None, status: str, raises: str | None
):
    (draft,) = drafts_of(page_of(text))
    assert (draft.condition.printed, draft.benefit, draft.value, draft.status, draft.raises) == (
        (condition,),
        benefit,
        value,
        status,
        raises,
    )


@pytest.mark.parametrize(
    "text",
    [
        "窯を直す事業者に対し、支援する。",
        "加点項目を見直した。",
        "外国人に対して、案内する。",
        "税制の活用を促す。",
    ],
)
def test_what_unlocks_nothing_is_no_bonus(text: str):
    assert drafts_of(page_of(text)) == []


def test_an_entrys_bonus_is_put_to_the_measure_of_its_row_and_else_to_the_item():
    beside = FIRST.replace("相談を受ける。", "相談を受けた窯元の申請があった場合には、加点する。")
    reading = read(beside, SECOND, THIRD)
    beside_it = next(a for a in reading.appearances if a.title == "窯元引継ぎ支援事業（登り窯枠）")
    alone_in_its_row = next(
        i for i in reading.items if i.column == "new" and same_code(i.item_no) == "②-1"
    )
    assert {(b.measure, b.status) for b in reading.bonuses if b.line < 40} == {
        (beside_it.measure, "in_force")
    }
    alone = [b for b in reading.bonuses if b.line > 40]
    assert {(b.measure, b.benefit, b.status) for b in alone} == {
        (alone_in_its_row.id, "screening_points", "considered")
    }
