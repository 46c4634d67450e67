"""A small made-up catalogue in the real shape: seven measures of three ministries, for tests of the
graph, the questions and the dashboard.

What the tests rely on: JETRO's pot of 263億円 stands on two pages; one page names a part of a pot
that it does not name; one page names only a body; くるみん has three tiers; one measure has a
former id; one certification is named by no document.
"""

from __future__ import annotations

import hashlib

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Appearance,
    BodyMention,
    Budget,
    Cap,
    Certification,
    CertificationMention,
    Contact,
    Document,
    Figure,
    LegalBasis,
    Measure,
    Organisation,
    Rate,
    Related,
    Scheme,
    Term,
    Threshold,
    Window,
)
from tests.made_up.catalogue_rules import bonuses, rules
from tests.made_up.names import (
    ABROAD,
    CAO,
    DOCUMENT,
    EQUIPMENT,
    FORMER,
    INVEST,
    JETRO_POT,
    KURUMIN_PAGE,
    LOAN,
    MATCHING,
    METI,
    MHLW,
    PEOPLE,
    REGION_TAX,
    SALES,
    WORKSTYLE,
)

# the document, whose 400 lines say their own number
TEXT = "\n".join(f"made-up line {number} <b>&</b>" for number in range(1, 401))


def catalogue() -> Catalogue:
    """The whole catalogue."""
    return Catalogue(
        documents=(_document(),),
        appearances=_appearances(),
        measures=_measures(),
        items=(),
        bonuses=bonuses(),
        rules=rules(),
        organisations=_organisations(),
        certifications=_certifications(),
        overlaps=(),
    )


def _document() -> Document:
    return Document(
        id=DOCUMENT,
        title="試しの施策集",
        publisher="試し省",
        date="2025-02-28",
        file="made_up.txt",
        sha256=hashlib.sha256(TEXT.encode()).hexdigest(),
        lines=400,
        states={"measures": 7, "ministries": 3, "yen": 1_000_000_000_000},
        found={"measures": 7, "ministries": 3},
        terms_of_use="public domain",
    )


# --- organisations and certifications -------------------------------------------------------------


def _organisations() -> tuple[Organisation, ...]:
    return (
        Organisation(
            id=f"ministry:{METI}",
            name=METI,
            short_names=["経産省"],
            kind="ministry",
            english="Ministry of Economy, Trade and Industry",
        ),
        Organisation(
            id=f"ministry:{MHLW}",
            name=MHLW,
            short_names=["厚労省"],
            kind="ministry",
            english="Ministry of Health, Labour and Welfare",
        ),
        Organisation(id=f"ministry:{CAO}", name=CAO, kind="ministry", english="Cabinet Office"),
        Organisation(
            id="agency:中小企業庁",
            name="中小企業庁",
            short_names=["中企庁"],
            kind="agency",
            parent=METI,
        ),
        Organisation(
            id="body:日本貿易振興機構",
            name="日本貿易振興機構",
            short_names=["JETRO", "ジェトロ"],
            kind="body",
            supervising_ministries=[METI],
            english="Japan External Trade Organization",
        ),
        Organisation(
            id="body:日本政策金融公庫",
            name="日本政策金融公庫",
            short_names=["日本公庫"],
            kind="body",
            supervising_ministries=[METI, MHLW],
        ),
    )


def _certifications() -> tuple[Certification, ...]:
    kurumin = {
        "kind": "certification",
        "family": "くるみん",
        "issuer": MHLW,
        "legal_basis": "次世代育成支援対策推進法",
    }
    return (
        Certification(id="certification:トライくるみん", name="トライくるみん", tier=1, **kurumin),
        Certification(
            id="certification:くるみん",
            name="くるみん",
            tier=2,
            implies=["certification:トライくるみん"],
            english="Kurumin",
            **kurumin,
        ),
        Certification(
            id="certification:プラチナくるみん",
            name="プラチナくるみん",
            tier=3,
            implies=["certification:くるみん"],
            **kurumin,
        ),
        Certification(
            id="certification:DX認定",
            name="DX認定",
            kind="certification",
            issuer=METI,
            holders=["corporation", "sole_proprietor"],
            terms={"cost": {"says": "無料", "source": f"{DOCUMENT}:76"}},
            source="試験認定法 3条",
            english="DX Certification",
        ),
        Certification(
            id="certification:経営力向上計画",
            name="経営力向上計画",
            kind="plan",
            issuer="中小企業庁",
        ),
        Certification(
            id="certification:SECURITY ACTION",
            name="SECURITY ACTION",
            kind="declaration",
            in_documents=False,
        ),
    )


# --- pages ----------------------------------------------------------------------------------------


def _page(number: int, measure: str, title: str, section: str, **facts: object) -> Appearance:
    start = number * 50
    given = {
        "lines": {
            "title": [start + 1],
            "ministries": [start + 40],
            "targets": [start + 3],
            "urls": [start + 45],
            "applicants": [start + 6],
        }
    }
    return Appearance.model_validate(
        {
            "id": f"appearance:{DOCUMENT}:{measure[-8:]}",
            "document": DOCUMENT,
            "measure": measure,
            "page": number,
            "line_start": start,
            "line_end": start + 49,
            "title": title,
            "section": section,
            **given,
            **facts,
        }
    )


def _appearances() -> tuple[Appearance, ...]:
    pot = {
        "part_of": True,
        "pot": "JETRO運営費交付金",
        "yen": JETRO_POT,
        "kind": "initial",
        "year": 2025,
    }
    return (
        _page(
            1,
            EQUIPMENT,
            "ものづくり設備補助金",
            INVEST,
            ministries=[METI],
            agencies=["中小企業庁"],
            lead_ministry=METI,
            targets=["中小企業", "中堅企業"],
            applicants=["中小企業"],
            highlighted=True,
            urls=["https://example.go.jp/setsubi"],
            contacts=[
                Contact(
                    org="中小企業庁 技術課",
                    phones=["03-0000-0001"],
                    emails=["a@example.go.jp"],
                    line=90,
                )
            ],
            budgets=[
                Budget(
                    fiscal="R6補正", year=2024, kind="supplementary", yen=10_000_000_000, line=55
                ),
                Budget(
                    fiscal="R7当初",
                    year=2025,
                    kind="initial",
                    yen=600_000_000,
                    previous_yen=500_000_000,
                    proposed=True,
                    line=56,
                ),
            ],
            rates=[Rate(printed="1/2", value=0.5, line=60)],
            caps=[
                Cap(yen=50_000_000, printed="5,000万円", line=61),
                Cap(yen=80_000_000, printed="8,000万円", with_uplift=True, line=62),
            ],
            thresholds=[Threshold(of="employees", op="<=", amount=300, unit="人", line=57)],
            scheme=[Scheme(payer="国", receiver="中小企業", how="補助", line=70)],
            certifications=[
                CertificationMention(name="くるみん", line=75),
                CertificationMention(name="経営力向上計画", line=76),
            ],
            related=[
                Related(name="海外販路開拓支援", measure=SALES, relation="併用可", line=80),
                Related(name="どこにもない事業", relation="併用不可", line=81),
            ],
            windows=[
                Window(
                    what="公募",
                    opens="2025-04-01",
                    closes="2025-05-31",
                    printed="4月1日～5月31日",
                    line=82,
                )
            ],
            figures=[Figure(what="kpi", name="労働生産性", value=5, unit="%", year=2027, line=83)],
        ),
        _page(
            2,
            SALES,
            "海外販路開拓支援",
            ABROAD,
            targets=["中小企業"],
            bodies=[BodyMention(name="JETRO", role="implements", line=110)],
            contacts=[Contact(org="日本貿易振興機構 企画課", phones=["03-0000-0002"], line=140)],
            budgets=[Budget(line=115, **pot)],
        ),
        _page(
            3,
            MATCHING,
            "海外人材マッチング",
            ABROAD,
            ministries=[METI, MHLW],
            lead_ministry=MHLW,
            targets=["中小企業", "大企業"],
            bodies=[
                BodyMention(name="日本貿易振興機構", role="operates", line=160),
                BodyMention(name="地域金融機関", role="finances", line=161),
            ],
            contacts=[Contact(org="厚生労働省 職業課", phones=["03-0000-0003"], line=190)],
            budgets=[Budget(line=165, **pot)],
        ),
        _page(
            4,
            WORKSTYLE,
            "働き方改革助成金",
            PEOPLE,
            ministries=[MHLW],
            targets=["中小企業", "小規模事業者"],
            contacts=[Contact(org="職業課", line=240)],
            budgets=[
                Budget(
                    fiscal="R7当初",
                    year=2025,
                    kind="initial",
                    yen=5_000_000_000,
                    part_of=True,
                    line=205,
                )
            ],
            legal_basis=[
                LegalBasis(law="雇用保険法", name="雇用保険法", article="第62条", line=207)
            ],
        ),
        _page(
            5,
            KURUMIN_PAGE,
            "くるみん認定制度",
            PEOPLE,
            ministries=[MHLW],
            certifications=[CertificationMention(name="くるみん", line=252)],
        ),
        _page(6, REGION_TAX, "地域拠点税制", INVEST, ministries=[CAO], targets=["大企業"]),
        _page(
            7,
            LOAN,
            "女性活躍融資",
            INVEST,
            bodies=[BodyMention(name="日本公庫", role="finances", line=360)],
            targets=["中小企業"],
        ),
    )


def _measures() -> tuple[Measure, ...]:
    own = {
        EQUIPMENT: {
            "former_ids": [FORMER],
            "aliases": ["もの設備補助"],
            "ministries": [METI],
            "agencies": ["中小企業庁"],
            "instruments": ["補助金"],
            "beneficiaries": ["企業"],
            "industries": ["製造業"],
            "terms": [Term(term="設備", weight=2.0), Term(term="省力化", weight=1.0)],
        },
        SALES: {
            "derived_ministries": [METI],
            "bodies": ["日本貿易振興機構"],
            "instruments": ["相談・専門家派遣"],
            "terms": [Term(term="輸出", weight=3.0)],
        },
        MATCHING: {
            "ministries": [METI, MHLW],
            "bodies": ["日本貿易振興機構"],
            "instruments": ["マッチング"],
            "terms": [Term(term="外国人材", weight=2.5)],
        },
        WORKSTYLE: {"ministries": [MHLW], "instruments": ["補助金"], "beneficiaries": ["労働者"]},
        KURUMIN_PAGE: {"ministries": [MHLW], "instruments": ["認定"]},
        REGION_TAX: {"ministries": [CAO], "instruments": ["税制"]},
        LOAN: {
            "derived_ministries": [METI, MHLW],
            "bodies": ["日本政策金融公庫"],
            "instruments": ["融資"],
        },
    }
    return tuple(
        Measure.model_validate(
            {
                "id": a.measure,
                "title": a.title,
                "appearances": [a.id],
                "targets": a.targets,
                "pillar": a.section,
                **own[a.measure],
            }
        )
        for a in _appearances()
    )
