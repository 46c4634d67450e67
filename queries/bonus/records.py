"""Answers about bonuses as plain records, for JSON: a rule has the catalogue's keys, and besides
its titles, its path and its places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from queries.bonus.cheapest import Unlocking, Way
from queries.bonus.eligibility import Eligibility
from queries.bonus.for_company import CompanyBonuses
from queries.bonus.matrix import BonusCell
from queries.bonus.next import NextStep
from queries.bonus.of_certification import CertificationBonuses
from queries.bonus.rule_book.rules import Raised, Requirement, RuleCard
from queries.bonus.together import Together

Record = dict[str, Any]


def rule_record(rule: RuleCard) -> Record:
    """A rule as the catalogue has it, with `title`, the title of what it raises, `stated_on` and
    `sources`.
    """
    raises = [_raised(raised) for raised in rule.raises]
    return {
        "id": rule.id,
        "title": rule.name,
        "bonuses": list(rule.bonuses),
        "status": rule.status,
        "since": rule.since,
        "as_of": rule.as_of,
        "last_status": rule.last_status,
        "ended": rule.ended_why and {"why": rule.ended_why, "by": rule.ended_by},
        "condition": list(rule.condition),
        "condition_mode": rule.condition_mode,
        "requires": [[_alternative(way) for way in ways] for ways in rule.groups],
        "benefit": rule.benefit,
        "value": rule.value,
        "value_is": rule.value_is,
        "base": list(rule.base),
        "size_class": rule.size_class,
        "exclusive_group": rule.exclusive_group,
        "rank": rule.rank,
        "holder_industries": list(rule.holder_industries),
        "by_theme": rule.by_theme and bool(rule.holder_industries),
        "years": list(rule.years),
        "limits": [asdict(limit) for limit in rule.limits],
        "not_for": [size for size, _ in rule.left_out],
        "not_for_sources": [asdict(place) for _, places in rule.left_out for place in places],
        "excluded": [asdict(excluded) for excluded in rule.excluded],
        "clawback": rule.clawback and asdict(rule.clawback),
        "unstated": list(rule.unstated),
        "raises": raises[0] if raises else None,
        "also_raises": raises[1:],
        "stated_on": [{"measure": measure, "title": title} for measure, title in rule.stated_on],
        "sources": [asdict(place) for place in rule.sources],
    }


def _raised(raised: Raised) -> Record:
    is_measure = raised.type == "Measure"
    return {
        "measure": raised.id if is_measure else None,
        "programme": None if is_measure else raised.name,
        "frame": raised.frame,
        "printed": raised.printed,
        "title": raised.name,
    }


def eligibility_record(result: Eligibility) -> Record:
    """A rule with its path for one company, and what else is to be said of the two."""
    return rule_record(result.rule) | {
        "path": [asdict(node) for node in result.path],
        "aimed_at": list(result.aimed_at),
        "outranked_by": result.outranked_by,
        "either": list(result.either),
        "besides": [[_named(way) for way in ways] for ways in result.besides],
    }


def company_record(answer: CompanyBonuses) -> Record:
    """{profile, unlocked: [rule …], almost: [{rule, missing: [alternative …]} …], depends: [{rule,
    on: [question …]} …], further, other_size, others: [{rule, outside} …], not_named,
    in_no_document}.
    """
    return {
        "profile": answer.profile.as_dict(),
        "unlocked": [eligibility_record(result) for result in answer.unlocked],
        "almost": [
            {
                "rule": eligibility_record(result),
                "missing": [_named(way) for way in result.missing[0]],
            }
            for result in answer.almost
        ],
        "depends": [
            {
                "rule": eligibility_record(result),
                "on": [asdict(question) for question in result.depends],
            }
            for result in answer.depends
        ],
        "further": len(answer.further),
        "other_size": len(answer.other_size),
        "others": [
            {"rule": rule_record(result.rule), "outside": result.outside and asdict(result.outside)}
            for result in answer.other_size
        ],
        "not_named": list(answer.not_named),
        "in_no_document": list(answer.in_no_document),
    }


def next_records(steps: Sequence[NextStep]) -> list[Record]:
    """[{certification, adds: [rule …], needs: […], below: […], first_here, prerequisites, values,
    ministries, programmes, in_documents, aimed_at, outside, had, terms, gains, instead_of, part_of,
    also_by, why} …],
    best first.
    """
    return [
        {
            "certification": asdict(step.certification),
            "adds": [eligibility_record(result) for result in step.adds],
            "needs": [asdict(needed) for needed in step.needs],
            "below": [asdict(tier) for tier in step.below],
            "first_here": list(step.first_here),
            "prerequisites": list(step.prerequisites),
            "values": [
                {"benefit": benefit, "stated": list(stated), "not_stated": left}
                for benefit, stated, left in step.values
            ],
            "ministries": list(step.ministries),
            "programmes": list(step.programmes),
            "in_documents": step.in_documents,
            "aimed_at": list(step.aimed_at),
            "outside": step.outside and asdict(step.outside),
            "had": step.had,
            "terms": [asdict(term) for term in step.terms],
            "gains": [asdict(gain) | {"rules": sorted(gain.rules)} for gain in step.gains],
            "instead_of": [asdict(tier) for tier in step.instead_of],
            "part_of": step.part_of and asdict(step.part_of),
            "also_by": step.also_by and asdict(step.also_by),
            "why": step.why,
        }
        for step in steps
    ]


def together_record(answer: Together) -> Record:
    """{certifications, needs, adds: [rule …], only_together: [id …]}, best first."""
    return {
        "certifications": [asdict(each) for each in answer.certifications],
        "needs": [asdict(needed) for needed in answer.needs],
        "adds": [eligibility_record(result) for result in answer.adds],
        "only_together": list(answer.only_together),
    }


def certification_record(answer: CertificationBonuses) -> Record:
    """{id, name, in_documents, facts: {issuers, by_field, holders, law, terms, source}, rules:
    [rule …]}.
    """
    return {
        "id": answer.id,
        "name": answer.name,
        "in_documents": answer.in_documents,
        "facts": asdict(answer.facts),
        "rules": [rule_record(rule) for rule in answer.rules],
    }


def unlocking_record(answer: Unlocking) -> Record:
    """{rules, held: [rule …], ways: [{hold: [certification …], unlocks: [rule …]} …], longer: the
    same, by_deeds: [rule …]}.
    """
    return {
        "rules": answer.rules,
        "held": [eligibility_record(result) for result in answer.held],
        "ways": [_way(way) for way in answer.ways],
        "longer": [_way(way) for way in answer.longer],
        "by_deeds": [eligibility_record(result) for result in answer.by_deeds],
    }


def _way(way: Way) -> Record:
    return {
        "hold": [asdict(each) for each in way.hold],
        "unlocks": [eligibility_record(result) for result in way.unlocks],
    }


def matrix_records(cells: Sequence[BonusCell]) -> list[Record]:
    """[{issuer, raised, kind, count, benefits, certifications, rules: [id …]} …], most
    rules first.
    """
    return [
        {
            "issuer": cell.issuer,
            "raised": cell.raised,
            "kind": cell.kind,
            "count": len(cell.rules),
            "statuses": dict(cell.statuses),
            "benefits": dict(cell.benefits),
            "certifications": list(cell.certifications),
            "rules": [rule.id for rule in cell.rules],
        }
        for cell in cells
    ]


def _alternative(way: Requirement) -> Record:
    return {
        "what": way.what,
        "kind": way.kind,
        "tier_or_above": way.tier_or_above,
        "amount": way.amount,
        "unit": way.unit,
    }


def _named(way: Requirement) -> Record:
    return _alternative(way) | {"id": way.id, "name": way.name}
