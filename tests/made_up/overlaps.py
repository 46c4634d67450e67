"""The made-up catalogue with scored pairs.

What the tests rely on: two measures draw on one pot, and nothing else; one pair is of one ministry
(its agency and its body); one measure has no key terms and is in no pair; one title would be a
formula in a spreadsheet; two communities hang together by the equipment subsidy alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Appearance,
    Budget,
    Cap,
    Item,
    Measure,
    Organisation,
    Overlap,
    Term,
)
from tests.made_up import catalogue as made_up

FAIR, LEASE = "measure:00000008", "measure:00000009"
MAFF = "農林水産省"
ITEM = f"item:{made_up.DOCUMENT}:22222222"
NO_TERMS = made_up.KURUMIN_PAGE


def over_years() -> Catalogue:
    """The catalogue with a measure told last two years and a month before the latest document
    (LEASE, document old), and one told last two years before it (FAIR, document within).
    """
    made = catalogue()
    latest = made.documents[0].model_copy(update={"date": "2025-05"})
    told = {LEASE: ("old", "2023-04"), FAIR: ("within", "2023-05")}
    documents = [latest.model_copy(update={"id": id_, "date": date}) for id_, date in told.values()]
    return replace(
        made,
        documents=(latest, *documents, *made.documents[1:]),
        appearances=tuple(
            a.model_copy(update={"document": told[a.measure][0]}) if a.measure in told else a
            for a in made.appearances
        ),
    )


def catalogue() -> Catalogue:
    """The whole catalogue: `made_up.catalogue()`, two measures of another ministry, an item, and
    the pairs.
    """
    base = made_up.catalogue()
    fair, lease = _appearances()
    return replace(
        base,
        appearances=(*base.appearances, fair, lease),
        measures=(*base.measures, *_measures(fair, lease)),
        items=(_item(),),
        overlaps=_overlaps(),
        organisations=(
            *base.organisations,
            Organisation(
                id=f"ministry:{MAFF}",
                name=MAFF,
                short_names=["農水省"],
                kind="ministry",
                english="Ministry of Agriculture, Forestry and Fisheries",
            ),
            Organisation(
                id="ministry:警察庁",
                name="警察庁",
                kind="ministry",
                english="National Police Agency",
            ),
        ),
    )


def _appearances() -> tuple[Appearance, Appearance]:
    def page(number: int, measure: str, title: str, section: str, **facts: Any) -> Appearance:
        return Appearance.model_validate(
            {
                "id": f"appearance:{made_up.DOCUMENT}:{measure[-8:]}",
                "document": made_up.DOCUMENT,
                "measure": measure,
                "page": number,
                "line_start": number * 50,
                "line_end": number * 50 + 30,
                "title": title,
                "section": section,
                "ministries": [MAFF],
                "lines": {"title": [number * 50]},
                **facts,
            }
        )

    return (
        page(
            8,
            FAIR,
            "=食品輸出見本市",
            made_up.ABROAD,
            targets=["中小企業", "小規模事業者"],
            applicants=["団体・組合"],
            budgets=[
                Budget(fiscal="R7当初", year=2025, kind="initial", yen=300_000_000, line=405),
                Budget(
                    fiscal="R6補正", year=2024, kind="supplementary", yen=1_200_000_000, line=406
                ),
            ],
        ),
        page(
            9,
            LEASE,
            "農業機械リース",
            made_up.INVEST,
            targets=["中小企業"],
            budgets=[Budget(yen=2_000_000_000, line=455)],
            caps=[
                Cap(yen=3_000_000, printed="300万円", line=457),
                Cap(yen=4_000_000, printed="400万円", line=458),
            ],
        ),
    )


def _measures(fair: Appearance, lease: Appearance) -> tuple[Measure, Measure]:
    return (
        Measure(
            id=FAIR,
            title=fair.title,
            appearances=[fair.id],
            ministries=[MAFF],
            targets=fair.targets,
            pillar=fair.section,
            instruments=["展示会・販路開拓", "補助金"],
            beneficiaries=["企業", "農林漁業者"],
            industries=["食品産業"],
            terms=[Term(term="輸出", weight=3.0), Term(term="見本市", weight=2.0)],
            problems=[
                Term(term="輸出・海外販路の開拓", weight=1.0),
                Term(term="物流の効率化", weight=0.2),
            ],
            activities=[
                Term(term="展示会・商談会への出展", weight=1.0),
                Term(term="設備投資への補助", weight=0.5),
            ],
        ),
        Measure(
            id=LEASE,
            title=lease.title,
            appearances=[lease.id],
            ministries=[MAFF],
            targets=lease.targets,
            pillar=lease.section,
            instruments=["補助金"],
            beneficiaries=["農林漁業者"],
            terms=[Term(term="設備", weight=1.5)],
        ),
    )


def _item() -> Item:
    return Item(
        id=ITEM,
        document=made_up.DOCUMENT,
        item_no="①",
        title="輸出の促進",
        line_start=500,
        line_end=510,
        ministries=[MAFF],
        measures=[made_up.SALES, FAIR],
    )


def _overlaps() -> tuple[Overlap, ...]:
    equipment, sales, matching, workstyle, tax = (
        made_up.EQUIPMENT,
        made_up.SALES,
        made_up.MATCHING,
        made_up.WORKSTYLE,
        made_up.REGION_TAX,
    )
    return (
        Overlap(
            a=equipment,
            b=sales,
            score=0.4,
            grade=1,
            within=[made_up.METI],
            shared_targets=["中小企業"],
        ),
        Overlap(
            a=equipment,
            b=workstyle,
            score=0.5,
            grade=1,
            shared_activities=["設備投資への補助"],
            shared_instruments=["補助金"],
            shared_targets=["中小企業"],
        ),
        Overlap(a=equipment, b=tax, score=0.15, grade=0),
        Overlap(
            a=equipment,
            b=LEASE,
            score=0.62,
            grade=2,
            shared_terms=["設備"],
            shared_instruments=["補助金"],
            shared_targets=["中小企業"],
        ),
        Overlap(
            a=sales,
            b=matching,
            score=0.7,
            grade=2,
            shared_problems=["輸出・海外販路の開拓"],
            shared_bodies=["日本貿易振興機構"],
            shared_targets=["中小企業"],
        ),
        Overlap(
            a=sales,
            b=FAIR,
            score=0.9,
            grade=3,
            shared_problems=["輸出・海外販路の開拓"],
            shared_activities=["展示会・商談会への出展"],
            shared_terms=["輸出"],
            shared_targets=["中小企業"],
            shared_items=[ITEM],
        ),
        Overlap(
            a=matching,
            b=FAIR,
            score=0.5,
            grade=1,
            shared_problems=["輸出・海外販路の開拓"],
            shared_targets=["中小企業"],
        ),
        Overlap(
            a=workstyle,
            b=LEASE,
            score=0.45,
            grade=1,
            shared_instruments=["補助金"],
            shared_targets=["中小企業"],
        ),
    )
