"""Bonuses of which one outranks another and that do not add up: 「加点は①＞②…①のみ」.

The text of a page may have lost the table that says what ① and ② are. The notes to that table are
numbered in its order; so where they name as many conditions as there are ranks, the order of the
notes is the rank. Otherwise the group is kept without ranks. That the text does not say which
conditions are ranked is noted (`unstated`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import called
from loaders.bonuses.draft import Draft
from loaders.text.glyphs import KEPT_CIRCLED
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_OUTRANKS = _PATTERNS["outranks"]
_PLAN_NOTE = _PATTERNS["plan_note"]
_NUMBER = re.compile(f"[{KEPT_CIRCLED}]")
_POINTS = {"screening_points", "procurement_points"}


def ranked(drafts: Sequence[Draft], clauses: Sequence[Clause]) -> list[Draft]:
    """The drafts, those for points put into the exclusive group and ranked where the page says that
    one outranks another.
    """
    order = next(
        (match["order"] for clause in clauses if (match := _OUTRANKS.search(clause.text))), None
    )
    members = [draft for draft in drafts if draft.benefit in _POINTS]
    if order is None or not members:
        return list(drafts)
    numbers = _NUMBER.findall(order)
    plans = _plans(clauses, members[0])
    if len(members) + len(plans) == len(numbers):
        members += plans
    ranks = range(1, len(members) + 1) if len(members) == len(numbers) else [None] * len(members)
    others = [draft for draft in drafts if draft.benefit not in _POINTS]
    return others + [
        replace(draft, exclusive_group=order, rank=rank, unstated=("ranked",))
        for draft, rank in zip(members, ranks, strict=True)
    ]


def _plans(clauses: Sequence[Clause], like: Draft) -> list[Draft]:
    """The plans that notes describe without a name (策定が義務づけられている計画), each with the
    benefit of the others.
    """
    return [
        replace(
            like,
            condition=called(f"{match['laws']}に基づく計画", "plan"),
            line=clause.line_at(match.start()),
        )
        for clause in clauses
        if (match := _PLAN_NOTE.search(clause.text))
    ]
