"""A policy item of a later document carries on items of the one before it."""

from __future__ import annotations

from loaders.catalogue.records import Item
from loaders.resolution.items import continued, with_named
from loaders.resolution.resolve import Resolved
from loaders.text.lines import Line
from tests.made_up.named_appearances import DOCUMENTS, MAFF, METI, NEW, OLD, named

DYEING = "沿岸の工房が藍を育てて染める設備を備える費用を補助し藍畑の整備と染液の管理を支援する"
HARBOUR = "港の倉庫に冷凍設備を置き魚介の輸送網を組み漁港の荷役機械を更新する"
SCHOOL = "高等学校の授業で機織りの実習を行い教員の研修と教材の作成を進める"
TEXTS = {
    OLD: [DYEING, DYEING, HARBOUR],
    NEW: [DYEING + "。染め直しも対象に加える", SCHOOL, HARBOUR],
}
LINES = {
    document: [Line(n, text) for n, text in enumerate(texts, 1)]
    for document, texts in TEXTS.items()
}


def item(
    document: str, number: int, column: str | None = None, ministry: str = METI, **facts: object
) -> Item:
    return Item.model_validate(
        {
            "id": f"item:{document}:{number}",
            "document": document,
            "item_no": str(number),
            "title": "施策",
            "column": column,
            "line_start": number,
            "line_end": number,
            "ministries": [ministry],
            **facts,
        }
    )


def carried_on(*items: Item) -> dict[str, list[str]]:
    return {
        found.id: found.continues for found in continued(items, LINES, DOCUMENTS) if found.continues
    }


def test_an_item_carries_on_the_one_whose_text_it_repeats() -> None:
    assert carried_on(
        item(OLD, 2, "new"), item(OLD, 3, "new"), item(NEW, 1), item(NEW, 2), item(NEW, 3)
    ) == {f"item:{NEW}:1": [f"item:{OLD}:2"], f"item:{NEW}:3": [f"item:{OLD}:3"]}


def test_the_column_of_what_was_before_is_passed_over() -> None:
    assert carried_on(item(OLD, 1, "current"), item(NEW, 1)) == {}


def test_what_its_parser_gave_is_kept() -> None:
    new_column = item(OLD, 2, "new", continues=["item:paper-2021:1"])
    assert carried_on(item(OLD, 1, "current"), new_column, item(NEW, 1)) == {
        f"item:{OLD}:2": [f"item:{OLD}:1"],
        f"item:{NEW}:1": [f"item:{OLD}:2"],
    }


def test_an_item_of_another_ministry_is_another() -> None:
    assert carried_on(item(OLD, 3, "new", ministry=MAFF), item(NEW, 3)) == {}


def covered(title: str, *told: tuple[str, tuple[str, ...]], **facts: object) -> list[str]:
    """The measures of an item of this title, where other pages tell of measures by these titles and
    ministries: the titles.
    """
    pages = [
        named(NEW, name, DYEING, theirs, start=10 * n) for n, (name, theirs) in enumerate(told)
    ]
    measures = [Resolved(entry.appearance.measure, (), (entry.appearance,)) for entry in pages]
    [found] = with_named([item(OLD, 1, title=title, **facts)], measures)
    titles = {measure.id: measure.latest.title for measure in measures}
    return [titles.get(id_, id_) for id_ in found.measures]


def test_an_item_that_bears_the_name_of_a_measure_covers_it() -> None:
    told = (("沿岸藍染プロジェクト（AIZ）", (METI,)), ("内陸紅染事業", (METI,)))
    assert covered("沿岸藍染プロジェクト（AIZ）の実施", *told) == ["沿岸藍染プロジェクト（AIZ）"]
    assert covered("沿岸藍染プロジェクト（AIZ）【新規】", *told, measures=["measure:0"]) == [
        "measure:0",
        "沿岸藍染プロジェクト（AIZ）",
    ]


def test_not_that_of_another_ministry_nor_one_of_several_of_the_name_nor_a_like_name() -> None:
    assert covered("沿岸藍染事業", ("沿岸藍染事業", (MAFF,))) == []
    assert covered("沿岸藍染事業", ("沿岸藍染事業", (METI,)), ("沿岸藍染事業", (MAFF, METI))) == []
    assert covered("沿岸藍染の相談", ("沿岸藍染事業", (METI,))) == []
