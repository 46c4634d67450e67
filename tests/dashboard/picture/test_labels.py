"""Labels: lines end between phrases, what is too long is cut between them, boxes have room."""

from __future__ import annotations

import pytest

from dashboard.picture.labels import LINE, PADDING, PIXELS, box, width, wrapped
from dashboard.picture.phrases import phrases


@pytest.mark.parametrize(
    "text",
    [
        "地域産業のコンソーシアム形成と、デジタルトランスフォーメーションの促進について",
        "令和7年度地域ものづくり人材確保（リスキリング）1,200社応援枠",
        "Regional Support Fund for Small Manufacturers (2nd round)",
        "",
    ],
)
def test_phrases_together_are_the_text(text: str) -> None:
    assert "".join(phrases(text)) == text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("小さな町のコンソーシアム形成を支える制度", "コンソーシアム"),
        ("工場などで働く人のデジタルスキル向上", "デジタルスキル"),
        ("一年で12,500社に届ける見込みの窓口", "12,500社"),
        ("令和7年度から始まる新しい窓口の相談", "令和7年度"),
        ("まちの窓口を受け持つ地域振興局の商工課", "商工課"),
        ("中堅企業と町工場のための人材確保枠", "枠"),
        ("Fund for manufacturers in small towns", "manufacturers"),
    ],
)
def test_no_word_and_no_number_is_broken(text: str, word: str) -> None:
    for limit in (8, 10, 12):
        assert any(word in row for row in wrapped(text, limit, 9).split("\n")), (limit, text)


def test_particles_and_closing_marks_stay_with_what_they_follow() -> None:
    for limit in range(6, 16):
        rows = wrapped("山の町（仮称）で、海の町（仮称）を助けるための相談窓口。", limit, 12).split(
            "\n"
        )
        assert not any(row.startswith(("）", "、", "。", "で", "を")) for row in rows), rows
        assert not any(row.endswith("（") for row in rows), rows


def test_lines_are_of_even_length() -> None:
    rows = wrapped("地域の工場の設備の更新の支援の制度", 12).split("\n")
    assert len(rows) == 2 and abs(width(rows[0]) - width(rows[1])) <= 4


def test_a_word_longer_than_a_line_is_parted_between_its_words_alone() -> None:
    rows = wrapped("コミュニケーションデジタルコンサルティング", 11.5).split("\n")
    assert rows[0] == "コミュニケーション" and "".join(rows).startswith(
        "コミュニケーションデジタル"
    )


def test_very_long_titles_are_cut_with_an_ellipsis_after_a_phrase() -> None:
    title = "地域の工場の設備の更新と、働く人の学び直しと、町の店の後継ぎ探しを支える相談窓口"
    rows = wrapped(title, 11.5, 2).split("\n")
    assert len(rows) == 2 and rows[-1].endswith("…") and all(width(row) <= 14 for row in rows)
    kept = "".join(rows).removesuffix("…")
    assert title.startswith(kept)
    assert any("".join(phrases(title)[:count]) == kept for count in range(len(phrases(title))))


def test_a_text_without_any_words_is_broken_where_the_line_ends() -> None:
    rows = wrapped("〇" * 40, 10, 9).split("\n")
    assert all(width(row) <= 12.5 for row in rows) and "".join(rows) == "〇" * 40


def test_english_is_wrapped_between_words() -> None:
    assert wrapped("Ministry of Economy, Trade and Industry").split("\n") == [
        "Ministry of Economy,",
        "Trade and Industry",
    ]


def test_a_box_has_room_for_its_lines_at_a_pitch_of_five_quarters() -> None:
    assert LINE >= 1.25 * PIXELS
    wide, tall = box("一二三四\n五六")
    assert (wide, tall) == (4 * PIXELS + PADDING[0], 2 * LINE + PADDING[1])
