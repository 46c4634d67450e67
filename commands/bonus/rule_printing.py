"""How answers about bonuses are printed for people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import cast

from commands.call_text import NOT_READ, call_text
from commands.codes import coded
from commands.lines import rule_details, rule_gain, rule_line, with_places
from commands.printing import counted, table, with_commas, with_semicolons
from graph.phrases.phrases import Phrases, say
from graph.schema.company_kinds import CompanyKind, company_kinds
from queries.bonus.company_size import Question
from queries.bonus.dated import Calls
from queries.bonus.eligibility import Eligibility
from queries.bonus.fit import Outside
from queries.bonus.for_company import CompanyBonuses
from queries.bonus.matrix import BonusCell
from queries.bonus.of_certification import Tier
from queries.bonus.profile import NUMBERS
from queries.bonus.rule_book.rules import Requirement, RuleCard

_QUESTIONS = Phrases(
    {
        "employees": "the number of employees",
        "group_employees": "the number of employees of the group",
        "capital": "the capital",
        "sales": "the sales",
        "whom": "whether it is",
        "law": "whether it is so by",
        "size": "the size class",
        "trade": "whether it deals in",
        "taxed": "whether its business is taxed (収益事業)",
    }
)
_WHY = Phrases(
    {
        "size": "for",
        "left_out": "leaves out",
        "heads": "for",
        "applicants": "open to",
        "holders": "what it asks for is open to",
        "kind": "only for",
        "kinds_left_out": "not for",
        "industry": "only for",
        "lenders": "who gives it does so to",
    }
)


def answer_lines(answer: CompanyBonuses, everything: bool, calls: Calls | None = None) -> list[str]:
    """What a profile unlocks, by benefit; what is one step away; what hangs on a number; with
    `everything` also what is further away and why others are not for it.
    """
    lines = [
        _profile(answer),
        *([say(NOT_READ)] if calls else []),
        *(
            say("No document of these names {name}: nothing is stated to hang on it", name=name)
            for name in answer.not_named
        ),
    ]
    lines.append(say("Unlocked: {unlocked}", unlocked=_by_status(answer.unlocked)))
    lines += _by_benefit([result for result in answer.unlocked if not result.rule.is_past], calls)
    if past := [result for result in answer.unlocked if result.rule.is_past]:
        lines.append(
            say("Of the past, no longer to be had: {rules}", rules=counted(len(past), "rules"))
        )
        lines += _by_benefit(past, calls)
    told = [result for result in answer.almost if everything or not result.rule.is_past]
    own = [result for result in told if not result.is_for_a_person]
    lines.append(say("One step away: {rules}", rules=counted(len(own), "rules")))
    lines += _missing_one(own)
    if persons := [result for result in told if result.is_for_a_person]:
        lines.append(
            say(
                "One step away, by a person whom it employs or is: {rules}",
                rules=counted(len(persons), "rules"),
            )
        )
        lines += _missing_one(persons)
    if answer.depends:
        lines.append(
            say("Depends on what is not told: {rules}", rules=counted(len(answer.depends), "rules"))
        )
        lines += [
            _locked(
                say("on {question}", question=with_commas(map(_question, result.depends))), result
            )
            for result in answer.depends
        ]
    lines += unnamed_lines(answer.in_no_document)
    if everything:
        lines.append(
            say("More than one step away: {rules}", rules=counted(len(answer.further), "rules"))
        )
        lines += [
            _locked(say("missing {missing}", missing=several(result.missing)), result)
            for result in answer.further
        ]
        lines.append(
            say(
                "For companies of other sizes: {rules}",
                rules=counted(len(answer.other_size), "rules"),
            )
        )
        return [
            *lines,
            *(
                f"  {rule_line(result.rule)}\n    {_why(result.outside)}"
                for result in answer.other_size
                if result.outside
            ),
        ]
    return [
        *lines,
        (
            say(
                "Not listed (--all): {rules} more than one step away, {past:,} of the past,"
                " {other_size:,} for companies of other sizes",
                rules=counted(len(answer.further), "rules"),
                past=len(answer.almost) - len(told),
                other_size=len(answer.other_size),
            )
        ),
    ]


def _by_benefit(unlocked: Sequence[Eligibility], calls: Calls | None) -> list[str]:
    lines: list[str] = []
    for benefit, results in groupby(unlocked, key=lambda result: result.rule.benefit):
        lines += [
            f"  {coded('benefit', benefit)}",
            *(f"    {_unlocked(result)}{_told(result.rule, calls)}" for result in results),
        ]
    return lines


def _missing_one(almost: Sequence[Eligibility]) -> list[str]:
    return [
        _locked(say("missing {missing}", missing=several(result.missing[:1])), result)
        for result in almost
    ]


def unnamed_lines(names: Sequence[str]) -> list[str]:
    """That what is known by these names stands in no document."""
    return (
        [
            say(
                "Named in no document, so nothing is known to hang on: {names}",
                names="、".join(names),
            )
        ]
        if names
        else []
    )


def _told(rule: RuleCard, calls: Calls | None) -> str:
    return f"   {call_text(rule, calls)}" if calls else ""


def _by_status(unlocked: Sequence[Eligibility]) -> str:
    """How many are in force (and of these how many do not add up), planned or considered, and no
    longer restated.
    """
    now = [result for result in unlocked if result.rule.status == "in_force"]
    outranked = sum(result.outranked_by is not None for result in now)
    gone = sum(result.rule.status == "not_restated" for result in unlocked)
    ended = sum(result.rule.status == "ended" for result in unlocked)
    later = len(unlocked) - len(now) - gone - ended
    never = sum(len(result.rule.status_history) > 1 for result in unlocked)
    parts = [
        say(
            "{rules} in force{text}",
            rules=counted(len(now), "rules"),
            text=say(" ({outranked} outranked)", outranked=outranked) if outranked else "",
        ),
        say("{later} planned or considered", later=later) if later else "",
        (
            say(
                "{gone} no longer restated{text}",
                gone=gone,
                text=say(" (of these {never} never stated as in force)", never=never)
                if never
                else "",
            )
            if gone
            else ""
        ),
        say("{ended} of programmes that ended", ended=ended) if ended else "",
    ]
    return with_commas(part for part in parts if part)


def _profile(answer: CompanyBonuses) -> str:
    profile = answer.profile
    parts = [
        "、".join(filter(None, (answer.company.size.name, *answer.company.size.also))),
        *profile.size_for,
        *profile.kind,
        *profile.industry,
        say("holds {hold}", hold="、".join(profile.hold)) if profile.hold else "",
        say("does {does}", does="、".join(profile.does)) if profile.does else "",
        *(
            f"{coded('bonus.number', name).replace('_', ' ')} {value:,}{NUMBERS[name]}"
            for name, value in profile.numbers().items()
        ),
    ]
    return with_commas(part for part in parts if part) or say(
        "No profile: what is open to companies of every size, for one step each"
    )


def _unlocked(result: Eligibility) -> str:
    by = say("by {by}", by=result.by) if result.by else ""
    details = " ".join(part for part in (rule_details(result.rule), by) if part)
    return with_places(f"{details}{beside(result)}", result.rule.sources)


def _locked(why: str, result: Eligibility) -> str:
    return with_places(f"  {why} → {rule_gain(result.rule)}{beside(result)}", result.rule.sources)


def had_by(result: Eligibility, calls: Calls) -> str:
    """A rule, by what it is had, what stands beside it, its places and its call."""
    said = say(
        "{rule} by {by}{result}",
        rule=rule_gain(result.rule),
        by=result.by,
        result=beside(result),
    )
    return f"{with_places(said, result.rule.sources)}   {call_text(result.rule, calls)}"


def beside(result: Eligibility) -> str:
    left = several([needed for needed in result.besides if needed not in result.missing])
    aimed_at = (
        say(" (its page is for {aimed_at})", aimed_at="、".join(result.aimed_at))
        if result.aimed_at
        else ""
    )
    instead = (
        say(
            " (does not add up with {outranked_by}, which counts)", outranked_by=result.outranked_by
        )
        if result.outranked_by
        else ""
    )
    either = (
        say(" (a choice: either this or {either})", either=with_commas(result.either))
        if result.either
        else ""
    )
    return (
        instead
        + either
        + aimed_at
        + (say(" (who applies needs besides: {left})", left=left) if left else "")
    )


def several(groups: Sequence[Sequence[Requirement]]) -> str:
    return with_semicolons(" / ".join(map(_requirement, alternatives)) for alternatives in groups)


def _why(outside: Outside) -> str:
    """Why a rule is not for a company of its size, with the places that say so."""
    limits = with_commas(
        f"{coded('bonus.number', limit.of).replace('_', ' ')} {limit.op}"
        f" {limit.amount:,.0f}{NUMBERS[limit.of]}"
        for limit in outside.limits
    )
    kinds = (company_kinds()[cast(CompanyKind, kind)].japanese for kind in outside.kinds)
    whom = "、".join(filter(None, (*outside.sizes, *kinds, *outside.industries, limits)))
    law = f" ({outside.law})" if outside.law else ""
    return with_places(f"{_WHY[outside.why]} {whom}{law}", outside.sources)


def _requirement(requirement: Requirement) -> str:
    return f"{requirement.name}{'以上' if requirement.tier_or_above else ''}"


def _question(question: Question) -> str:
    return f"{_QUESTIONS[question.of]}{f' {question.detail}' if question.detail else ''}"


def tier_lines(tiers: Sequence[Tier]) -> list[str]:
    """Tier by tier what it adds, once where several size classes get the same."""
    lines = []
    for tier in tiers:
        needs = (
            say("   (needs {needs})", needs=" → ".join(held.name for held in tier.needs))
            if tier.needs
            else ""
        )
        lines.append(
            f"{tier.certification.name}{needs}: "
            + with_commas(
                f"{step.size} {len(step.rules)} (+{len(step.adds)})" for step in tier.sizes
            )
        )
        added = {rule.id: rule for step in tier.sizes for rule in step.adds}
        sizes = {
            rule_id: tuple(
                step.size for step in tier.sizes if any(rule.id == rule_id for rule in step.adds)
            )
            for rule_id in added
        }
        for for_sizes in sorted(set(sizes.values()), key=lambda names: (-len(names), names)):
            everyone = len(for_sizes) == len(tier.sizes)
            lines.append(f"  {say('every size') if everyone else '、'.join(for_sizes)}")
            lines += [
                f"    + {rule_line(rule)}"
                for rule_id, rule in added.items()
                if sizes[rule_id] == for_sizes
            ]
    return lines


def matrix_lines(cells: Sequence[BonusCell], left_out: int) -> list[str]:
    """One line a pair: issuer, whose measures or which programme, how many rules are in force,
    how many are not, kinds, certifications; and how many rules are in none for want of an issuer.
    """
    rows = [
        (
            cell.issuer,
            f"→ {cell.raised}",
            "" if cell.kind == "Ministry" else say("(programme)"),
            cell.in_force,
            with_commas(
                f"{count} {coded('status', status)}"
                for status, count in cell.statuses
                if status != "in_force"
            ),
            with_commas(f"{coded('benefit', kind)} {count}" for kind, count in cell.benefits),
            "、".join(cell.certifications),
        )
        for cell in cells
    ]
    return [
        table(rows, right=[3]),
        (
            say(
                "Left out: {rules} that ask for certifications of which no ministry is"
                " known to be the issuer",
                rules=counted(left_out, "rules"),
            )
        ),
    ]
