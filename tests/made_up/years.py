"""The made-up catalogue with an earlier document beside it: the same measures under other names,
ministries and sums, and policy items.

What the tests rely on: the equipment subsidy was another ministry's, under another title, with less
money; the sales support drew on a smaller pot of JETRO's; the regional tax was run jointly; one
measure is gone and goes on as the matching; an item is carried on twice, within the earlier
document and into the later one; くるみん's points were stated before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Appearance, Budget, Document, Figure, Item, Measure
from tests.made_up import catalogue as made_up

EARLIER = "followup-2023"
GONE = "measure:000000a0"
ITEM_NOW, ITEM_NEW, ITEM_OLD = (
    f"item:{made_up.DOCUMENT}:11111111",
    f"item:{EARLIER}:new:①-1",
    f"item:{EARLIER}:current:①-1",
)


def catalogue() -> Catalogue:
    """The whole catalogue: `made_up.catalogue()` and what the earlier document tells."""
    base, told = made_up.catalogue(), _told()
    earlier = Document.model_validate(
        base.documents[0].model_dump()
        | {
            "id": EARLIER,
            "title": "試しの取組方針",
            "date": "2023-03",
            "file": "earlier.txt",
            "sha256": "1" * 64,
            "states": {},
            "found": {},
        }
    )
    gone = Measure(
        id=GONE,
        title="地域デジタル化事業",
        appearances=[f"appearance:{EARLIER}:000000a0"],
        ministries=[made_up.CAO],
    )
    return replace(
        base,
        documents=(*base.documents, earlier),
        appearances=(*base.appearances, *told),
        items=_items(),
        measures=(*(_also_told(measure, told) for measure in base.measures), gone),
        rules=tuple(
            rule.model_copy(update={"since": EARLIER}) if rule.id == "rule:1" else rule
            for rule in base.rules
        ),
    )


def _also_told(measure: Measure, told: tuple[Appearance, ...]) -> Measure:
    own = [page for page in told if page.measure == measure.id]
    update: dict[str, Any] = {
        "appearances": [*measure.appearances, *(page.id for page in own)],
        "aliases": [*measure.aliases, *(page.title for page in own if page.title != measure.title)],
    }
    if measure.id == made_up.MATCHING:
        update["succeeds"] = [GONE]
    if measure.id == made_up.SALES:
        update["part_of"] = [made_up.MATCHING]
    return measure.model_copy(update=update)


def _page(number: int, measure: str, title: str, **facts: object) -> Appearance:
    start = number * 20
    return Appearance.model_validate(
        {
            "id": f"appearance:{EARLIER}:{measure[-8:]}",
            "document": EARLIER,
            "measure": measure,
            "page": number,
            "line_start": start,
            "line_end": start + 9,
            "title": title,
            "lines": {"title": [start + 1], "ministries": [start + 8]},
            **facts,
        }
    )


def _told() -> tuple[Appearance, ...]:
    pot = {"part_of": True, "pot": "JETRO運営費交付金", "kind": "initial", "year": 2023}
    return (
        _page(
            1,
            made_up.EQUIPMENT,
            "設備投資補助金",
            ministries=[made_up.CAO],
            budgets=[
                Budget(fiscal="R5当初", year=2023, kind="initial", yen=700_000_000, line=25),
                Budget(
                    fiscal="R4補正", year=2022, kind="supplementary", yen=8_000_000_000, line=26
                ),
            ],
        ),
        _page(
            2,
            made_up.SALES,
            "海外販路開拓支援【旧制度】",
            ministries=[made_up.METI],
            budgets=[Budget(yen=25_000_000_000, line=45, **pot)],
        ),
        _page(
            3,
            made_up.WORKSTYLE,
            "働き方改革 助成金",
            ministries=[made_up.MHLW],
            budgets=[Budget(year=2023, kind="initial", yen=3_000_000_000, line=65)],
        ),
        _page(
            4,
            made_up.REGION_TAX,
            "地域拠点税制",
            ministries=[made_up.CAO, made_up.METI],
            lead_ministry=made_up.CAO,
        ),
        _page(5, GONE, "地域デジタル化事業", ministries=[made_up.CAO]),
    )


def _items() -> tuple[Item, ...]:
    return (
        Item(
            id=ITEM_NOW,
            document=made_up.DOCUMENT,
            item_no="①",
            title="設備と販路",
            line_start=10,
            line_end=12,
            ministries=[made_up.METI, made_up.CAO],
            lead_ministry=made_up.METI,
            measures=[made_up.EQUIPMENT, made_up.SALES],
            continues=[ITEM_NEW],
        ),
        Item(
            id=ITEM_NEW,
            document=EARLIER,
            item_no="①－１",
            title="設備投資の促進",
            column="new",
            line_start=150,
            line_end=159,
            measures=[GONE],
            continues=[ITEM_OLD],
            figures=[
                Figure(what="result", name="相談件数", value=30, unit="件", year=2022, line=151)
            ],
        ),
        Item(
            id=ITEM_OLD,
            document=EARLIER,
            item_no="①－１",
            title="設備の更新",
            column="current",
            line_start=140,
            line_end=149,
        ),
    )
