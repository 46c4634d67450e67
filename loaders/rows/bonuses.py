"""Bonus rules: what they ask for, what they raise, and where they are stated."""

from __future__ import annotations

from graph.language.yen import yen_in_japanese
from loaders.catalogue.records import Alternative, Bonus, Rule
from loaders.rows.collecting import Collector, Place
from loaders.rows.documents import as_json
from loaders.rows.references import References
from loaders.vocabulary.bonus_words import condition_named

_CERTIFICATIONS = ("certification", "plan", "declaration")


def add_rules(collector: Collector, references: References) -> None:
    """Every rule as a node with REQUIRES, RAISES, STATED_ON, LIMITED_TO, NOT_FOR and FOUND_IN."""
    for rule in references.catalogue.rules:
        where = f"rules.jsonl {rule.id}"
        stated = [references.bonus(bonus, where) for bonus in rule.bonuses]
        places = [(references.document(b.document, where).id, b.line) for b in stated]
        node = _add_rule(collector, rule)
        for document, line in places:
            collector.relationship(
                "FOUND_IN",
                node,
                collector.id_of("Document", document),
                line_start=line,
                line_end=line,
            )
        for bonus, place in zip(stated, places, strict=True):
            # what an entry states that no measure follows is found in the document alone
            if not references.is_item(bonus.measure):
                collector.stated(
                    "STATED_ON",
                    node,
                    collector.id_of("Measure", references.measure(bonus.measure, where).id),
                    [place],
                )
        _add_requirements(collector, references, rule, stated, node, places)
        _add_raised(collector, references, rule, node, places)
        for bonus in stated:
            for left_out in bonus.not_for if bonus.document == stated[-1].document else ():
                collector.stated(
                    "NOT_FOR",
                    node,
                    collector.id_of("SizeClass", left_out.size_class),
                    [(references.document(bonus.document, where).id, left_out.line)],
                )
        if rule.size_class:
            collector.stated(
                "LIMITED_TO", node, collector.id_of("SizeClass", rule.size_class), places
            )


def _add_rule(collector: Collector, rule: Rule) -> str:
    gain = (
        " ".join(
            part for part in (rule.raises.printed if rule.raises else "", rule.value or "") if part
        )
        or rule.benefit
    )
    joint = "・" if rule.condition_mode == "any" else "＋"
    return collector.node(
        "BonusRule",
        rule.id,
        f"{joint.join(rule.condition) or rule.size_class or ''} → {gain}",
        condition=rule.condition,
        condition_mode=rule.condition_mode,
        benefit=rule.benefit,
        value=rule.value,
        value_is=rule.value_is,
        size_class=rule.size_class,
        status=rule.status,
        since=rule.since,
        as_of=rule.as_of,
        last_status=rule.last_status,
        ended_why=rule.ended.why if rule.ended else None,
        ended_by=rule.ended.by if rule.ended else None,
        exclusive_group=rule.exclusive_group,
        rank=rule.rank,
        unstated=rule.unstated,
        bonuses=rule.bonuses,
        limits=as_json([limit.model_dump() for limit in rule.limits]),
        excluded=as_json([excluded.model_dump() for excluded in rule.excluded]),
        clawback=as_json(rule.clawback.model_dump()) if rule.clawback else None,
        requires=as_json([[a.model_dump() for a in group] for group in rule.requires]),
    )


def _add_requirements(
    collector: Collector,
    references: References,
    rule: Rule,
    stated: list[Bonus],
    node: str,
    places: list[Place],
) -> None:
    groups = rule.requires or _as_printed(rule, stated)
    for number, group in enumerate(groups, start=1):
        for alternative in group:
            end = _add_alternative(collector, references, alternative)
            collector.stated(
                "REQUIRES",
                node,
                end,
                places,
                apart={"group": number, "tier_or_above": alternative.tier_or_above},
            )


def _as_printed(rule: Rule, stated: list[Bonus]) -> list[list[Alternative]]:
    """The groups that the printed conditions come to, where the catalogue has no precise form."""
    kind = stated[0].condition_kind if stated else "other"
    alternatives = [Alternative(what=what, kind=kind) for what in rule.condition]
    return [alternatives] if rule.condition_mode == "any" else [[a] for a in alternatives]


def _add_alternative(collector: Collector, references: References, alternative: Alternative) -> str:
    known = (
        references.certification(alternative.what) if alternative.kind in _CERTIFICATIONS else None
    )
    if known:
        return collector.id_of("Certification", known.id)
    amount = _amount(alternative)
    key = ":".join(part for part in (alternative.what, amount) if part)
    entry = condition_named(alternative.what)
    return collector.node(
        "Condition",
        key,
        " ".join(part for part in (alternative.what, amount) if part),
        known_as=_typed(alternative.what, amount),
        aliases=list(entry.aliases) if entry else [],
        met_by=list(entry.met_by) if entry else [],
        what=alternative.what,
        kind=alternative.kind,
        amount=alternative.amount,
        unit=alternative.unit,
    )


def _amount(alternative: Alternative) -> str:
    """How much is asked for: 3%, 30円, 1億円; nothing where the rule does not say."""
    amount, unit = alternative.amount, alternative.unit or ""
    if amount is None:
        return ""
    if unit == "円" and amount.is_integer():
        return yen_in_japanese(int(amount))
    return f"{amount:.15g}{unit}"


def _typed(what: str, amount: str) -> list[str]:
    """What a person may type for a condition: its name or another for it, with the amount
    (賃上げ+3%, 賃上げ3%), or alone.
    """
    entry = condition_named(what)
    names = [what, *(entry.aliases if entry else ())]
    return [*(f"{name}{sign}{amount}" for name in names for sign in ("+", "") if amount), *names]


def _add_raised(
    collector: Collector, references: References, rule: Rule, node: str, places: list[Place]
) -> None:
    for raises in [*([rule.raises] if rule.raises else ()), *rule.also_raises]:
        if raises.measure:
            measure = references.measure(raises.measure, f"rules.jsonl {rule.id}")
            collector.stated(
                "RAISES",
                node,
                collector.id_of("Measure", measure.id),
                places,
                printed=raises.printed,
                frame=raises.frame,
            )
        else:
            name = raises.programme or raises.printed
            collector.stated(
                "RAISES",
                node,
                collector.node("Programme", name, name),
                places,
                printed=raises.printed,
            )
