"""The bonuses and rules of the made-up catalogue."""

from __future__ import annotations

from loaders.catalogue.records import (
    Alternative,
    Bonus,
    Raises,
    Rule,
)
from tests.made_up.names import (
    DOCUMENT,
    EQUIPMENT,
    KURUMIN_PAGE,
    LOAN,
)


def bonuses() -> tuple[Bonus, ...]:
    common = {"condition_mode": "all", "document": DOCUMENT, "measure": EQUIPMENT}
    return (
        Bonus(
            id="bonus:1",
            condition=["くるみん"],
            condition_kind="certification",
            benefit="screening_points",
            status="in_force",
            line=75,
            **common,
        ),
        Bonus(
            id="bonus:2",
            condition=["賃上げ3%", "経営力向上計画"],
            condition_kind="wage_raise",
            benefit="cap_uplift",
            value="8,000万円",
            status="in_force",
            line=62,
            size_class="中小企業",
            **common,
        ),
        Bonus(
            id="bonus:3",
            condition=["プラチナくるみん"],
            condition_kind="certification",
            benefit="procurement_points",
            status="in_force",
            line=253,
            condition_mode="all",
            document=DOCUMENT,
            measure=KURUMIN_PAGE,
        ),
        Bonus(
            id="bonus:4",
            condition=["くるみん"],
            condition_kind="certification",
            benefit="low_interest_loan",
            status="considered",
            line=254,
            condition_mode="all",
            document=DOCUMENT,
            measure=KURUMIN_PAGE,
        ),
    )


def rules() -> tuple[Rule, ...]:
    def certified(name: str, or_above: bool = False) -> Alternative:
        return Alternative(what=name, kind="certification", tier_or_above=or_above)

    raised = Raises(measure=EQUIPMENT, printed="ものづくり設備補助金")
    requires = {
        "bonus:1": [[certified("くるみん", or_above=True)]],
        "bonus:2": [
            [Alternative(what="賃上げ", kind="wage_raise", amount=3, unit="%")],
            [Alternative(what="経営力向上計画", kind="plan")],
        ],
        "bonus:3": [[certified("プラチナくるみん")]],
        "bonus:4": [[certified("くるみん")]],
    }
    raises = {
        "bonus:1": raised,
        "bonus:2": raised,
        "bonus:3": Raises(programme="公共調達", printed="公共調達"),
        "bonus:4": Raises(measure=LOAN, printed="女性活躍融資"),
    }
    return tuple(
        Rule(
            id=b.id.replace("bonus", "rule"),
            bonuses=[b.id],
            status=b.status,
            since=DOCUMENT,
            as_of=DOCUMENT,
            condition=b.condition,
            condition_mode=b.condition_mode,
            requires=requires[b.id],
            benefit=b.benefit,
            value=b.value,
            raises=raises[b.id],
            size_class=b.size_class,
        )
        for b in bonuses()
    )
