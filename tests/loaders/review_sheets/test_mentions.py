"""Whom sheets name where they speak of likeness, merging or roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.catalogue.records.of_sheets import Mention
from loaders.catalogue.records.programmes import Programme
from loaders.extract import extract
from loaders.review_sheets.mentions import with_mentions
from loaders.review_sheets.passages import Passage
from tests.made_up.review_sheets import HARBOUR, WORKSHOP, YEAR, csv_text, written

METI, MAFF = "経済産業省", "農林水産省"
REVIEW, PROSE = "4-1", "1-2"


def programme(number: int, name: str, ministry: str = METI) -> Programme:
    return Programme(id=f"programme:{number}", name=name, sheets=[YEAR], ministries=[ministry])


OWN = programme(7, "里山発酵設備導入促進事業")


def told(text: str, *others: Programme, table: str = REVIEW) -> list[Mention]:
    passage = Passage(3, table, "所見", "external", None, 2030, text)
    return with_mentions([OWN, *others], (), {OWN.id: [(YEAR, passage)]})[0].mentions


def named(text: str, *others: Programme, table: str = REVIEW) -> dict[str, list[str]]:
    return {mention.of: list(mention.says) for mention in told(text, *others, table=table)}


def test_a_programme_named_in_a_sentence_on_likeness() -> None:
    (mention,) = told(
        "養蜂の里推進事業と類似し、内容が重複する。", programme(9, "養蜂の里推進事業")
    )
    assert (mention.of, mention.says) == ("programme:9", ["alike", "overlap"])
    assert (mention.sheet, mention.line, mention.table, mention.heading) == (
        YEAR,
        3,
        REVIEW,
        "所見",
    )
    assert (mention.by, mention.year) == ("external", 2030)


def test_in_a_review_what_it_says_elsewhere_counts_too_in_prose_the_sentence_alone() -> None:
    text, other = "養蜂の里推進事業がある。統合を検討すること。", programme(9, "養蜂の里推進事業")
    assert named(text, other) == {"programme:9": ["merge"]}
    assert named(text, other, table=PROSE) == {}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("事業ID000009「別の名」と重複する", "programme:9"),
        ("予算事業ID｢9_養蜂｣と重複する", "programme:9"),
        ("事業IDは9件で重複はない", None),
        ("事業ID77と重複する", None),
    ],
)
def test_a_programme_named_by_its_number(text: str, number: str | None) -> None:
    assert list(named(text, programme(9, "養蜂の里"))) == ([number] if number else [])


def test_the_longest_name_counts_and_none_within_a_longer_word() -> None:
    short, long = programme(9, "冷熱利用基金"), programme(10, "冷熱利用基金拡大事業")
    assert list(named("冷熱利用基金拡大事業と重複する", short, long)) == ["programme:10"]
    assert named("港湾冷熱利用基金と重複する", short) == {}
    assert named("冷熱利用基金協会と重複する", short) == {}
    assert list(named("冷熱利用基金事業と重複する", short)) == ["programme:9"]
    assert list(named("類似する内閣府冷熱利用基金と重複する", short)) == ["programme:9", "内閣府"]


def test_a_name_without_its_brackets_its_ministry_or_the_word_programme() -> None:
    bare = programme(9, "養蜂の里推進交付金（仮称）")
    assert list(named("養蜂の里推進交付金と重複する", bare)) == ["programme:9"]
    of_office = programme(9, "農林水産省養蜂の里推進事業", MAFF)
    assert list(named("養蜂の里推進事業と重複する", of_office)) == ["programme:9"]
    both = (programme(9, "養蜂の里基金", MAFF), programme(10, "養蜂の里基金事業"))
    assert list(named("養蜂の里基金と重複する", *both)) == ["programme:10", "programme:9"]


def test_words_of_the_name_itself_say_nothing_and_nobody_mentions_itself() -> None:
    assert named("養蜂連携推進事業がある", programme(9, "養蜂連携推進事業")) == {}
    assert named("里山発酵設備導入促進事業は類似がない") == {}


def test_a_name_of_many_says_nothing() -> None:
    many = [programme(number, "養蜂の里推進事業") for number in range(20, 24)]
    assert named("養蜂の里推進事業と重複する", *many) == {}


def test_another_ministry_is_named_in_the_sentence_alone_and_not_ones_own() -> None:
    assert named("離島は農林水産省が所管する。", table=PROSE) == {MAFF: ["divide_roles"]}
    assert named("農林水産省がある。統合すること。") == {}
    assert named("経済産業省と連携する") == {}


def test_the_sheets_columns_are_read_with_who_says_it(tmp_path: Path) -> None:
    rows = (
        (WORKSHOP, {"earlier_kind": "公開プロセス", "earlier_year": "2029",
                    "earlier": "港湾冷熱利用拠点形成事業と統合を検討すること"}),
        (WORKSHOP, {"came": "港湾冷熱利用拠点形成事業と連携する"}),
        (HARBOUR, {}),
    )  # fmt: skip
    folder = written(tmp_path / "s", instead={"4-1": csv_text("4-1", rows).encode("utf-8-sig")})
    programmes = {p.id: p for p in extract([folder]).catalogue.programmes}
    found = [
        (m.by, m.review, m.year, m.line, m.of, m.says) for m in programmes["programme:7"].mentions
    ]
    assert found == [
        ("earlier", "公開プロセス", 2029, 2, "programme:12", ["merge"]),
        ("office", None, None, 3, "programme:12", ["coordinate"]),
    ]
    assert programmes["programme:12"].mentions == []
