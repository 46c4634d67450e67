"""The made-up catalogue of pairs with what the card of a pair shows: money, payments, laws,
findings, mentions, relations.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records.of_sheets import Mention
from loaders.catalogue.records.programmes import (
    Finding,
    Law,
    Money,
    Payment,
    PaysFor,
    Plan,
    Recipient,
    RelatedProgramme,
    SheetLaw,
    SubsidyCap,
    SubsidyRate,
    Target,
)
from tests.made_up import catalogue as made_up
from tests.made_up import programme_pairs

SHEET = 2031
AT: dict[str, Any] = {"sheet": SHEET, "line": 5}
LAW, RECIPIENT = "law:900AC0000000001", "recipient:1020001071491"
HANDED = "recipient:3010001071492"  # only what others hand on reaches it from the first
A, B = "programme:12", "programme:7"


def catalogue() -> Catalogue:
    """Programmes 12 and 7 are a pair with much to compare; 7 is the made-up loan, too."""
    base = programme_pairs.catalogue()
    more = {
        A: {
            "began": 2029,
            "methods": ["subsidy"],
            "rates": [SubsidyRate(value=0.5, **AT), SubsidyRate(value=None, **AT)],
            "caps": [SubsidyCap(yen=30_000_000, **AT)],
            "money": [_money(2030, 400, 300), _money(2029, 100, 100)],
            "payments": [
                _paid(200),
                _paid(100, sheet=SHEET - 1),
                _paid(70).model_copy(update={"block": "B", "direct": False}),
                _paid(9).model_copy(update={"recipient": HANDED, "direct": False}),
            ],
            "laws": [SheetLaw(law=LAW, article="第三条", **AT)],
            "plans": [Plan(name="養蜂計画", **AT)],
            "findings": [
                Finding(by="external", year=2030, asks=["merge"], on_overlap=True, **AT),
                Finding(by="team", year=SHEET, verdict="現状通り", **AT),
            ],
            "mentions": [
                Mention(
                    table="4-1",
                    heading="外部有識者による点検ー所見",
                    by="external",
                    year=2030,
                    of=B,
                    says=["alike", "merge"],
                    **AT,
                ),
                Mention(
                    table="1-2",
                    heading="事業の概要",
                    by="office",
                    of="経済産業省",
                    says=["divide_roles"],
                    sheet=SHEET,
                    line=9,
                ),
            ],
            "related": [
                RelatedProgramme(
                    sheet=SHEET, line=3, programme="programme:40", name="蜂", relation="split_from"
                )
            ],
            "targets": [
                Target(
                    kind="アウトカム",
                    indicator="巣箱を更新した者",
                    unit="者",
                    targets={2030: 12.0},
                    results={2030: 11.0},
                    **AT,
                )
            ],
        },
        B: {
            "money": [_money(2030, 50, None)],
            "payments": [_paid(30), _paid(8).model_copy(update={"recipient": HANDED})],
            "laws": [SheetLaw(law=LAW, **AT)],
            "plans": [Plan(name="養蜂計画", **AT)],
            "related": [
                RelatedProgramme(sheet=SHEET, line=8, programme=A, name="事業12", relation="other")
            ],
            "pays_for": [PaysFor(measure=made_up.LOAN, kind="same", score=1.0)],
        },
    }
    return replace(
        base,
        programmes=tuple(each.model_copy(update=more.get(each.id, {})) for each in base.programmes),
        laws=(*base.laws, Law(id=LAW, name="養蜂振興法")),
        recipients=(
            *base.recipients,
            Recipient(id=RECIPIENT, name="養蜂会", kind="foundation"),
            Recipient(id=HANDED, name="養蜂器具", kind="company"),
        ),
    )


def _money(year: int, available: int, executed: int | None) -> Money:
    return Money(
        year=year,
        initial=available - 10,
        supplementary=10,
        carried_over=None,
        reserve=None,
        available=available,
        executed=executed,
        carried_on=None,
        requested=None,
        **AT,
    )


def _paid(yen: int, sheet: int = SHEET) -> Payment:
    return Payment(sheet=sheet, line=6, recipient=RECIPIENT, block="A", direct=True, yen=yen)
