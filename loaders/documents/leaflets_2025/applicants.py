"""What a leaflet asks of applicants: its basic requirements, the numbers in them, and
who applies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.schema.size_classes import size_names
from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft
from loaders.bonuses.names import names
from loaders.catalogue.records import Applicant, Rate, Threshold
from loaders.documents.leaflets_2025.notes import meanings, note_lines, special_case
from loaders.facts.applicants import applicants
from loaders.facts.bounds import HEAD_COUNT
from loaders.facts.size_tests import band
from loaders.facts.thresholds import thresholds
from loaders.text.compact import Compact
from loaders.text.page import Page

# ➀… ➁… ➂… の基本要件を全て満たす
_REQUIREMENTS = re.compile(r"➀(?P<items>[^➀]{8,420}?)の?基本要件を(?:全て|すべて)満た")
_ITEM = re.compile(r"[➁-➉]")
_EITHER = re.compile(r"、?(?:又は|または|もしくは)")
_WAGES = re.compile(r"給与|賃金|賃上げ")
_GROWTH = re.compile(r"付加価値|労働生産性")
_ONLY_FOR = re.compile(rf"\((?P<whom>[^()]{{0,8}}{HEAD_COUNT.pattern})(?:の場合)?(?:のみ|に限る)\)")
_WAGE_FLOOR = re.compile(r"給与支給総額の年平均成長率(?:が|:)?\+?(?P<percent>\d+(?:\.\d+)?)%以上")
_BAND = re.compile(rf"^{HEAD_COUNT.pattern}(?:\s|$)")
# ※…特例適用事業者の場合、基本要件は➀、➁、➃のみ
_SPARED = re.compile(
    r"※(?P<name>[^※。:]{3,20}?)特例(?:適用)?事業者の場合、基本要件は(?P<left>[➀-➉、]+)のみ"
)
_LOAN = re.compile(r"活用できる[^。]{0,20}融資制度|融資のご利用には")
_ANYONE = re.compile(r"^(?:事業者|企業)(?:等)?$")
_STEP = re.compile(r"以下[:：]?\s*\d/\d|までは\d/\d")
_SIZED = set(size_names())
_COMPANIES = {"企業", *_SIZED, "個人事業主", "スタートアップ"}
_BODIES = re.compile(r"商工会|組合|団体|法人化されている組織")
_CALLED_BODIES = re.compile(r"機関$|団体$")


def requirements(page: Page) -> list[Draft]:
    """Those of the basic requirements that are a wage rise, growth, a plan or a declaration, each
    as a prerequisite for applying.
    """
    compact = Compact.of(page)
    all_drafts = [
        (
            place,
            Draft(
                condition,
                "requirement",
                compact.line_at(at),
                limits=band(only["whom"]) if (only := _ONLY_FOR.search(text)) else (),
            ),
        )
        for place, (text, at) in enumerate(basic_requirements(compact))
        if (condition := _condition(text)) is not None
    ]
    return [
        requirement
        for place, draft in all_drafts
        for requirement in _or_spared(draft, compact, place)
    ]


def _or_spared(requirement: Draft, compact: Compact, place: int) -> Iterator[Draft]:
    """The requirement; where a note spares those of a special case from the item at this place
    (from 0), being one of them will do as well, save for those whom the special case leaves out:
    they are asked for the item alone.
    """
    spared = _SPARED.search(compact.text)
    case = (
        special_case(spared["name"], meanings(compact))
        if spared and chr(ord("➀") + place) not in spared["left"]
        else None
    )
    condition = requirement.condition
    if case is None or len(condition.requires) != 1 or len(case.condition.requires) != 1:
        yield requirement
        return
    either = Condition(
        condition.printed + case.condition.printed,
        "any",
        condition.kind,
        (condition.requires[0] + case.condition.requires[0],),
    )
    yield replace(requirement, condition=either, not_for=case.not_for)
    yield from (replace(requirement, size_class=left_out.size_class) for left_out in case.not_for)


def basic_requirements(compact: Compact) -> Iterator[tuple[str, int]]:
    """The basic requirements one by one, with their offset."""
    for match in _REQUIREMENTS.finditer(compact.text):
        cuts = [
            match.start("items"),
            *(match.start("items") + m.end() for m in _ITEM.finditer(match["items"])),
        ]
        for start, end in pairwise([*cuts, match.end("items") + 1]):
            yield compact.text[start : end - 1], start


def _condition(text: str) -> Condition | None:
    if not _WAGES.search(text) and not _GROWTH.search(text) and not names(text):
        return None
    alternatives = [part for part in _EITHER.split(text) if len(part) > 3]
    if len(alternatives) > 1 and all(_WAGES.search(part) for part in alternatives):
        read = [phrase(part) for part in alternatives]
        return Condition(
            tuple(alternatives),
            "any",
            read[0].kind,
            (tuple(a for condition in read for group in condition.requires for a in group),),
        )
    named = names(text)
    if named and not _WAGES.search(text):
        return Condition((text,), "all", named[0].kind, ((named[0].alternative,),))
    return phrase(text)


def applicant_thresholds(page: Page) -> list[Threshold]:
    """The numbers that an applicant has to meet; those of an uplift's note, a table's bands, a loan
    told of besides are none.
    """
    compact = Compact.of(page)
    notes = note_lines(compact, meanings(compact))
    printed = [line for line in page.lines if not line.blank]
    loans = {
        after.number
        for at, line in enumerate(printed)
        if _LOAN.search(line.plain)
        for after in printed[at : at + 3]
    }
    text = {line.number: line.plain for line in printed}
    conditions = [
        t
        for t in thresholds(page)
        if t.line not in notes
        and t.line not in loans
        and not _BAND.match(text[t.line])
        and not _STEP.search(text[t.line])
    ]
    for items, at in basic_requirements(compact):
        for match in _WAGE_FLOOR.finditer(items):
            amount = float(match["percent"])
            if not any((t.of, t.amount) == ("wage", amount) for t in conditions):
                conditions.append(
                    Threshold(
                        of="wage",
                        op=">=",
                        amount=amount,
                        unit="%",
                        line=compact.line_at(at + match.start("percent")),
                    )
                )
    return sorted(conditions, key=lambda t: t.line)


def who_applies(
    page: Page,
    title: str,
    called: Sequence[str],
    rates: Sequence[Rate],
) -> list[Applicant]:
    """The kinds of those who apply.

    Whom the front calls out to decides: firms of any size, or bodies that help firms. Small firms
    that have a rate of their own apply.
    """
    kinds = applicants(page, title)
    if any(_ANYONE.match(whom.strip()) for whom in called):
        return ["企業"]
    if any(_CALLED_BODIES.search(whom) for whom in called):
        bodies: list[Applicant] = (
            ["団体・組合"] if any(_BODIES.search(line.plain) for line in page.lines) else []
        )
        return (
            list(dict.fromkeys([*(kind for kind in kinds if kind not in _COMPANIES), *bodies]))
            or kinds
        )
    if "中小企業" in kinds and any(rate.size_class == "小規模事業者" for rate in rates):
        kinds = [*kinds, "小規模事業者"]
    if _SIZED & set(kinds):  # 「企業の…」 is said of the same firms
        kinds = [kind for kind in kinds if kind != "企業"]
    return list(dict.fromkeys(kinds))
