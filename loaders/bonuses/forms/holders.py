"""Benefits for those who hold a certification, a plan or a declaration: stated in a sentence, or
listed under a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.bonuses.benefits import BenefitMention, benefits
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, any_of
from loaders.bonuses.draft import Draft, only_for, status_of
from loaders.bonuses.names import names
from loaders.bonuses.subject import held
from loaders.catalogue.records import Benefit
from loaders.text.glyphs import NOTES
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_RECOGNISED = _PATTERNS["recognised"]
_USED = _PATTERNS["used"]
_SURVEY = _PATTERNS["survey"]
_HEADING = _PATTERNS["heading"]
_TO_COMPANIES = _PATTERNS["to_companies"]
_SCHEME = _PATTERNS["scheme"]
_PLAN_HOLDERS = _PATTERNS["plan_holders"]
_ITEM = _PATTERNS["item"]
_ALSO = _PATTERNS["also"]
_BESIDES = _PATTERNS["besides"]
_FRAME = _PATTERNS["frame"]
# of which benefits an item says how much
_AMOUNTS: dict[Benefit, re.Pattern[str]] = {
    "credit_guarantee": _PATTERNS["guaranteed"],
    "low_interest_loan": _PATTERNS["lent"],
}


def in_sentences(clauses: Sequence[Clause], subject: Condition | None) -> Iterator[Draft]:
    """「…認定を受けた企業は、…を利用できる」: sentences that say who, then what;
    「…計画を認定。…を活用し」: who, one sentence before.
    """
    for before, clause in zip([None, *clauses], clauses, strict=False):
        if _SURVEY.search(clause.text):
            continue
        if who := held(clause, subject):
            condition, at = who
            yield from (
                _draft(clause, benefit, condition)
                for benefit in benefits(clause.text)
                if benefit.end > at
            )
        elif (
            before is not None and _RECOGNISED.search(before.text) and (named := names(before.text))
        ):
            yield from (
                _draft(clause, benefit, any_of(named[-1:]))
                for benefit in benefits(clause.text)
                if _USED.match(clause.text, benefit.end)
            )


def in_lists(clauses: Sequence[Clause], subject: Condition | None) -> Iterator[Draft]:
    """Items under a heading that says for whom they are."""
    for at, clause in enumerate(clauses):
        if condition := condition_of_heading(clause, subject):
            for item in _items(clauses[at + 1 :]):
                yield from listed(item, condition)


def condition_of_heading(clause: Clause, subject: Condition | None) -> Condition | None:
    """For whom the items under a heading are; None where the clause is no such heading."""
    heading = _HEADING.search(clause.text)
    if heading is None or _SURVEY.search(clause.text):
        return None
    named = names(heading["who"])
    return any_of(named) if named else subject


def listed(item: Clause, condition: Condition) -> Iterator[Draft]:
    """What an item of such a list gives."""
    return (_draft(item, benefit, condition) for benefit in benefits(item.text))


def _items(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The items that follow: as long as the bullet stays the same; notes (※) and clauses without a
    bullet do not end a list.
    """
    first = clauses[0].bullet if clauses else ""
    for clause in clauses:
        if clause.bullet == first and first:
            yield clause
        elif clause.bullet not in NOTES:
            return


def for_plan_holders(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Guarantees and loans listed on a page that says whose plan must be recognised; what else
    these may use beside the page's own support.
    """
    plan = next(
        (
            name
            for clause in clauses
            if _PLAN_HOLDERS.search(clause.text)
            for name in names(clause.text)
            if name.kind == "plan"
        ),
        None,
    )
    if plan is None:
        return
    condition = any_of([plan])
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        if not ((clause.bullet and _ITEM.match(clause.text)) or _ALSO.search(clause.text)):
            continue
        note = following.text if following and following.bullet == "※" else ""
        for benefit in benefits(clause.text):
            amount = _AMOUNTS.get(benefit.benefit)
            value = amount.search(clause.text) if amount else None
            draft = _draft(clause, benefit, condition, value["value"].strip() if value else None)
            yield replace(draft, size_class=draft.size_class or only_for(note))
        for match in _BESIDES.finditer(clause.text) if _ALSO.search(clause.text) else ():
            if not benefits(match["what"]):
                yield Draft(condition, "other", clause.line_at(match.start()), raises=match["what"])


def for_named_schemes(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """A benefit for companies that the sentence only describes, where notes on the page say which
    certifications are meant.
    """
    meant = [
        name
        for clause in clauses
        if _SCHEME.search(clause.text)
        for name in names(clause.text)
        if name.kind == "certification"
    ]
    if not meant:
        return
    for clause in clauses:
        if _TO_COMPANIES.search(clause.text) and not names(clause.text):
            yield from (_draft(clause, benefit, any_of(meant)) for benefit in benefits(clause.text))


def _draft(
    clause: Clause, benefit: BenefitMention, condition: Condition, value: str | None = None
) -> Draft:
    return Draft(
        condition=condition,
        benefit=benefit.benefit,
        line=clause.line_at(benefit.start),
        value=value,
        raises=benefit.raises,
        programme=benefit.programme,
        enumerated=benefit.enumerated,
        frame=_frame(clause.text[: benefit.start]) if benefit.raises is None else None,
        size_class=only_for(clause.text),
        status=status_of(clause.text, benefit.start, benefit.end),
    )


def _frame(before: str) -> str | None:
    """The course or frame of whose payment the sentence speaks (里山移行コースの…助成について)."""
    found = _FRAME.search(before)
    return found["frame"] if found else None
