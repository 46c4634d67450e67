"""The made-up catalogue of scored pairs with budget programmes that are pairs, and some that belong
together and are none.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Overlap
from loaders.catalogue.records.programmes import Office, PaysFor, Programme, RelatedProgramme
from tests.made_up import catalogue as made_up
from tests.made_up import overlaps

METI, MAFF = "経済産業省", overlaps.MAFF
GRANT = "独立行政法人日本貿易振興機構運営費交付金"


def catalogue() -> Catalogue:
    """Programmes 7 and 12 support companies, 30 does not; from 40 on are those that belong
    together.
    """
    base, sales = overlaps.catalogue(), made_up.SALES
    whole = RelatedProgramme(
        sheet=2031, line=3, programme="programme:40", name="養蜂事業", relation="parent"
    )
    office = Office(sheet=2031, line=4, office=METI, ministry=METI)
    pays = PaysFor(measure=made_up.LOAN, kind="funds", score=0.8)
    return replace(
        base,
        programmes=(
            programme(7, METI, supports_companies=True),
            programme(12, MAFF, supports_companies=True, related=[whole]),
            programme(30, MAFF),
            programme(40, MAFF, name="養蜂　事業"),
            programme(41, METI, name="養蜂事業"),
            programme(42, METI, name="畜産推進事業（うち養豚改良事業）"),
            programme(43, MAFF, name="養豚改良事業", co_offices=[office]),
            programme(44, METI, name="養豚改良事業（被災地）"),
            programme(45, METI, name="利子補給", pays_for=[pays]),
            programme(46, METI, name=GRANT),
        ),
        overlaps=(
            *base.overlaps,
            _pair(sales, "programme:12", 0.5, 2),
            _pair(sales, "programme:30", 0.4, 2),
            _pair("programme:12", "programme:7", 0.3, 1),
            _pair("programme:12", "programme:30", 0.2, 1, MAFF),
        ),
    )


def programme(number: int, ministry: str, **told: Any) -> Programme:
    """A programme of the sheets of 2031, `told` what is not as usual."""
    return Programme(
        **{"id": f"programme:{number}", "name": f"事業{number}"} | told,
        sheets=[2031],
        ministries=[ministry],
    )


def _pair(a: str, b: str, score: float, grade: int, *within: str) -> Overlap:
    return Overlap(a=a, b=b, score=score, grade=grade, within=list(within))
