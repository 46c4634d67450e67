"""A made-up catalogue of bonus rules, one for each thing that a rule can say.

The tax measure tells size classes by numbers (法人 by capital, 個人事業主 by heads; mid-sized by
heads and group), the small-grant measure by heads and trade; the grants raise by certification,
wage rise, both, head counts and rank; one rule is of no measure, one is no longer restated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Alternative,
    Bonus,
    Certification,
    Excluded,
    Raises,
    Rule,
    SizeLimit,
    SizeTest,
)
from tests.made_up import catalogue as made_up

GRANT, SMALL_GRANT, TAX = made_up.EQUIPMENT, made_up.SALES, made_up.REGION_TAX


@dataclass(frozen=True)
class Said:
    """A rule in short: `asks` groups of alternatives (name, 賃上げ+3%), `raises` a measure's id or
    a programme's name.
    """

    name: str
    asks: tuple[tuple[str, ...], ...]
    benefit: str
    raises: str
    more: dict[str, Any]


def said(name: str, asks: str, benefit: str, raises: str, **more: Any) -> Said:
    """`asks`: alternatives divided by /, groups by +: くるみん/えるぼし + 賃上げ 3%."""
    return Said(
        name,
        tuple(tuple(way.strip() for way in group.split("/")) for group in asks.split(" + ")),
        benefit,
        raises,
        more,
    )


RULES = (
    said("points", "くるみん", "screening_points", GRANT),
    said("platinum", "プラチナくるみん", "screening_points", GRANT, value="3点"),
    said("either", "くるみん/DX認定", "procurement_points", "公共調達"),
    said("both", "経営力向上計画 + 賃上げ 3%", "cap_uplift", GRANT, value="8,000万円"),
    said("uplift", "くるみん", "tax_credit_uplift", TAX, value="5%", size_class="中小企業"),
    said(
        "uplift large",
        "プラチナくるみん",
        "tax_credit_uplift",
        TAX,
        value="5%",
        size_class="大企業",
    ),
    said(
        "wage low",
        "賃上げ 3%",
        "tax_credit_uplift",
        TAX,
        value="10%",
        exclusive_group="wage",
        rank=2,
    ),
    said(
        "wage high",
        "賃上げ 6%",
        "tax_credit_uplift",
        TAX,
        value="25%",
        exclusive_group="wage",
        rank=1,
    ),
    said(
        "hourly",
        "最低賃金 50円",
        "cap_uplift",
        GRANT,
        excluded=[Excluded(printed="人を雇わない者", document=made_up.DOCUMENT, line=12)],
    ),
    said("any rise", "賃上げ", "rate_uplift", GRANT),
    said(
        "twenty heads",
        "DX認定",
        "cap_uplift",
        GRANT,
        value="1,000万円",
        limits=[SizeLimit(of="employees", op="<=", amount=20, unit="人")],
    ),
    said(
        "micro",
        "インボイス登録",
        "cap_uplift",
        SMALL_GRANT,
        value="50万円",
        size_class="小規模事業者",
    ),
    said("door", "経営力向上計画", "requirement", GRANT),
    said("gone", "DX認定", "low_interest_loan", "公庫融資", status="not_restated"),
    said("mark", "DX認定", "mark_use", "マークの使用"),
    said("loan", "DX認定", "low_interest_loan", made_up.LOAN, status="planned"),
)
_CERTIFIED = ("くるみん", "プラチナくるみん", "DX認定")


def catalogue() -> Catalogue:
    """made_up's catalogue with these rules, size tests and prerequisites; companies of any size and
    trade apply.
    """
    made = made_up.catalogue()
    bonuses = tuple(_bonus(line, each) for line, each in enumerate(RULES, start=1))
    return replace(
        made,
        bonuses=bonuses,
        rules=tuple(_rule(b, each) for b, each in zip(bonuses, RULES, strict=True)),
        appearances=tuple(
            a.model_copy(
                update={"size_tests": _SIZE_TESTS.get(a.measure, []), "applicants": ["企業"]}
            )
            for a in made.appearances
        ),
        measures=tuple(m.model_copy(update={"industries": []}) for m in made.measures),
        certifications=tuple(_with_needs(c) for c in made.certifications),
    )


def _limit(of: str, amount: float) -> SizeLimit:
    return SizeLimit(of=of, op="<=", amount=amount, unit="円" if of == "capital" else "人")


_SIZE_TESTS = {
    TAX: [
        SizeTest(size_class="中小企業", whom="法人", limits=[_limit("capital", 1e8)], line=301),
        SizeTest(
            size_class="中小企業", whom="個人事業主", limits=[_limit("employees", 1000)], line=301
        ),
        SizeTest(
            size_class="中堅企業",
            limits=[_limit("employees", 2000), _limit("group_employees", 10000)],
            line=302,
        ),
        SizeTest(size_class="大企業", line=303),
    ],
    SMALL_GRANT: [
        SizeTest(
            size_class="小規模事業者",
            whom="商業・サービス業",
            limits=[_limit("employees", 5)],
            line=111,
        ),
        SizeTest(
            size_class="小規模事業者",
            whom="その他の業種",
            limits=[_limit("employees", 20)],
            line=112,
        ),
    ],
}


def _with_needs(certification: Certification) -> Certification:
    needs = {
        "くるみん": ["certification:経営力向上計画"],
        "プラチナくるみん": ["certification:くるみん"],
    }
    return certification.model_copy(update={"requires": needs.get(certification.name, [])})


def _alternative(way: str) -> Alternative:
    what, _, amount = way.partition(" ")
    kind = (
        "certification"
        if what in _CERTIFIED
        else (
            "plan"
            if what.endswith("計画")
            else "wage_raise"
            if what in ("賃上げ", "最低賃金")
            else "other"
        )
    )
    unit = amount.lstrip("0123456789")
    return Alternative(
        what=what,
        kind=kind,
        amount=float(amount.removesuffix(unit)) if amount else None,
        unit=unit or None,
    )


def _bonus(line: int, each: Said) -> Bonus:
    given = {name: value for name, value in each.more.items() if name != "status"}
    first = each.asks[0][0]
    is_measure = each.raises.startswith("measure:")
    return Bonus(
        id=f"bonus:{each.name}",
        condition=[way for group in each.asks for way in group],
        condition_kind=_alternative(first).kind,
        condition_mode="any" if len(each.asks[0]) > 1 else "all",
        benefit=each.benefit,
        status="planned" if each.more.get("status") == "planned" else "in_force",
        document=made_up.DOCUMENT,
        line=line,
        measure=GRANT,
        requires=[[_alternative(way) for way in group] for group in each.asks],
        raises=Raises(
            measure=each.raises if is_measure else None,
            programme=None if is_measure else each.raises,
            printed=each.raises,
        ),
        **given,
    )


def _rule(b: Bonus, each: Said) -> Rule:
    kept = (
        "condition",
        "condition_mode",
        "requires",
        "limits",
        "excluded",
        "benefit",
        "value",
        "raises",
        "size_class",
        "exclusive_group",
        "rank",
    )
    status = each.more.get("status", "in_force")
    return Rule(
        id=f"rule:{each.name}",
        bonuses=[b.id],
        status=status,
        since="2025-02-28",
        as_of="2025-02-28",
        **{name: getattr(b, name) for name in kept},
    )
