"""What policy papers announce for a size class or for more programmes."""

from __future__ import annotations

from loaders.bonuses import bonuses
from loaders.bonuses.rules import rules
from loaders.catalogue.records import Bonus, Document
from loaders.text.lines import Line
from loaders.text.page import Page


def read(*lines: str, title: str = "試しの税制", document: str = "paper") -> list[Bonus]:
    printed = tuple(Line(10 + at, line) for at, line in enumerate(lines))
    return bonuses(Page(document, printed), "measure:0", title)


def test_a_credit_that_a_size_class_may_carry_over() -> None:
    [bonus] = read(
        "⚫ 中小企業を対象に、窯元の賃上げ後押しに向け、", "４年間の繰越控除措置を創設する。"
    )
    assert (bonus.size_class, bonus.value, bonus.line) == ("中小企業", "4年間の繰越控除", 11)
    assert [way.what for group in bonus.requires for way in group] == ["賃上げ"]
    assert read("⚫ ４年間の繰越控除措置を創設する。") == []


def test_points_like_those_of_the_sentence_before() -> None:
    lines = (
        "⚫ 窯元補助金において、窯を守る企業を審査で加点する。",
        "⚫ 村では同様の措置を、里のものを見つつ、他の補助金にも広げる。",
    )
    first, second = read(*lines)
    assert second.requires == first.requires
    assert (second.benefit, second.applies_to, second.status) == (
        "screening_points",
        "他の補助金",
        "planned",
    )
    assert read(lines[1]) == []


def test_the_rate_of_a_frame_for_a_size_class() -> None:
    title = "里山投資税制の中堅企業枠の拡充"
    [bonus] = read("⚫ 大きな窯のための中堅企業枠を創設（税額控除率７％）。", title=title)
    assert (bonus.benefit, bonus.value, bonus.value_is) == (
        "tax_credit_uplift",
        "税額控除率7%",
        "level",
    )
    assert (bonus.size_class, bonus.applies_to) == ("中堅企業", "里山投資税制")


def _bonus(document: str, value: str, requires: list[str]) -> Bonus:
    [bonus] = read("⚫ 中堅企業枠を創設（税額控除率７％）。", document=document)
    way = {"what": "里山計画", "kind": "plan"}
    return Bonus.model_validate(
        bonus.model_dump()
        | {"id": f"{document}{value}", "value": value, "requires": [[way]] if requires else []}
    )


def test_a_rate_without_what_it_asks_for_is_that_of_the_one_that_says_it() -> None:
    documents = [
        Document.model_validate(
            {
                "id": name,
                "title": name,
                "date": date,
                "publisher": "やまと省",
                "terms_of_use": "public",
                "file": f"{name}.txt",
                "sha256": "0" * 64,
                "lines": 20,
            }
        )
        for name, date in (("paper", "2024-03"), ("booklet", "2025-02"))
    ]
    told = _bonus("booklet", "特別償却50%又は税額控除7%", ["里山計画"])
    loose, other = _bonus("paper", "税額控除率7%", []), _bonus("paper", "税額控除率9%", [])
    assert [len(rule.bonuses) for rule in rules([loose, told], documents)] == [2]
    assert [len(rule.bonuses) for rule in rules([other, told], documents)] == [1, 1]


def test_what_holders_of_the_plan_of_a_page_may_use_besides() -> None:
    door = "※都道府県から里山再生法に基づく整備計画の認定を受けた事業者の移転が対象"
    use = "⚫ 整備計画の認定事業者に対して、村が窯を直す場合、里山再生交付金を活用可能としている。"
    [bonus] = [bonus for bonus in read(door, use) if bonus.benefit == "other"]
    assert (bonus.applies_to, bonus.line) == ("里山再生交付金", 11)
    assert [way.kind for group in bonus.requires for way in group] == ["plan"]
    assert read(use) == []


def test_who_gets_it_too_since_it_was_relaxed() -> None:
    [bonus] = read("⚫ 給付金について、窯を離れた職人も給付対象とする要件緩和を行った。")
    assert (bonus.condition, bonus.condition_kind) == (["窯を離れた職人"], "person")
    assert (bonus.benefit, bonus.value, bonus.raises and bonus.raises.measure) == (
        "other",
        "給付対象",
        "measure:0",
    )


def test_declarers_beside_another_declaration_are_the_pages_own() -> None:
    [bonus] = read(
        "⚫ 村の共同宣言や宣言企業への補助金加点等の措置をとるよう働きかけた。",
        title="パートナーシップ構築宣言",
    )
    assert (bonus.benefit, bonus.requires[0][0].kind) == ("screening_points", "declaration")
