"""The made-up catalogue of scored pairs with budget programmes on making glass.

What the tests rely on: one programme bears ガラス in its name, one says it again and again, one
says it in passing with the problem of the theme, one is run jointly, one pays for the measure of
the theme, and one is of another subject.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Overlap, Term
from loaders.catalogue.records.programmes import (
    Money,
    Office,
    Payment,
    PaysFor,
    Programme,
    Recipient,
)
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps

OKU = 10**8
METI, MAFF = "経済産業省", overlaps.MAFF
NAMED, SAYING, PASSING, JOINT, OTHER = (f"programme:{number}" for number in (61, 62, 63, 64, 65))
STUDIO = "recipient:0000000000001"
EXPORTS = "輸出・海外販路の開拓"


def catalogue() -> Catalogue:
    """The five programmes; the made-up sales measure is paid for by the first."""
    base = overlaps.catalogue()
    pays = PaysFor(measure=made_up.SALES, kind="funds", score=0.9, why=["named_in_text"])
    return replace(
        base,
        programmes=(
            _programme(
                NAMED,
                "ガラス輸出支援事業",
                METI,
                (5 * OKU, 4 * OKU),
                words={"輸出": 3.1, "ガラス": 2.1},
                problems=[Term(term=EXPORTS, weight=1.0)],
                pays_for=[pays],
                supports_companies=True,
                payments=[_payment(3 * OKU), _payment(9 * OKU, direct=False)],
            ),
            _programme(SAYING, "地場産業事業", MAFF, (2 * OKU, OKU), words={"ガラス": 1.69}),
            _programme(
                PASSING,
                "港の荷役事業",
                MAFF,
                (90 * OKU, 90 * OKU),
                words={"ガラス": 1.0, "港": 2.1},
                problems=[Term(term=EXPORTS, weight=1.0)],
            ),
            _programme(
                JOINT,
                "工芸輸出額調査",
                MAFF,
                (OKU, None),
                words={"輸出額": 2.1, "工芸": 2.1},
                co_ministries=[METI],
                co_offices=[Office(sheet=2031, line=8, office=METI, ministry=METI)],
                payments=[_payment(OKU)],
            ),
            _programme(OTHER, "統計事業", MAFF, (7 * OKU, 7 * OKU), words={"統計": 3.0}),
        ),
        recipients=(Recipient(id=STUDIO, name="硝子工房株式会社", kind="company"),),
        overlaps=(
            *base.overlaps,
            Overlap(a=NAMED, b=JOINT, score=0.4, grade=2, within=[]),
            Overlap(a=made_up.SALES, b=JOINT, score=0.3, grade=1, within=[]),
            Overlap(a=JOINT, b=OTHER, score=0.9, grade=3, within=[MAFF]),
        ),
    )


def _programme(
    id_: str, name: str, ministry: str, money: tuple[int, int | None], **told: object
) -> Programme:
    """A programme of the sheets of 2031, with what it could spend and executed in 2030."""
    available, executed = money
    row = Money(
        sheet=2031,
        line=2,
        year=2030,
        initial=available,
        supplementary=0,
        carried_over=0,
        reserve=0,
        available=available,
        executed=executed,
        carried_on=None,
        requested=None,
    )
    return Programme.model_validate(
        {"id": id_, "name": name, "sheets": [2031], "ministries": [ministry], "money": [row]} | told
    )


def _payment(yen: int, *, direct: bool = True) -> Payment:
    return Payment(sheet=2031, line=4, recipient=STUDIO, block="A", direct=direct, yen=yen)
