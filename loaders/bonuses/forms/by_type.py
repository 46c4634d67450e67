"""What taxes that a page names come to, by the type of what is done:
「○窯減税：窯の取得価額に対して税額控除 … 税額控除７％(移転型)/４％(拡充型)」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bonuses.draft import Draft
from loaders.text.amounts import MONEY
from loaders.text.lines import Flow
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY)
_NAMED_TAX = _PATTERNS["named_tax"]
_OF_PRICE = _PATTERNS["of_price"]
_OF_HEADS = _PATTERNS["of_heads"]
_TYPED = _PATTERNS["typed"]
_RATE = _PATTERNS["rate"]


def by_type(flow: Flow, told: Sequence[Draft]) -> Iterator[Draft]:
    """The plain credits of each type, for whoever has the plan that the page asks for; `told`: what
    it tells in other forms.

    A share is of the tax that goes by what something costs, a sum of that which goes by heads; what
    can be of either of several taxes is left out.
    """
    plan = next((draft.condition for draft in told if _is_door(draft)), None)
    taxes = list(_NAMED_TAX.finditer(flow.text))
    if plan is None or not taxes:
        return
    for match in _TYPED.finditer(flow.text):
        basis = _OF_PRICE if _RATE.fullmatch(match["first"]) else _OF_HEADS
        of = [tax["name"] for tax in taxes if basis.search(tax["on"])]
        for value, kind in (("first", "type"), ("second", "other")) if len(of) == 1 else ():
            yield Draft(
                plan,
                "base",
                flow.line_at(match.start(value)),
                _printed(match, value),
                "level",
                frame=f"{of[0]} {match[kind].strip()}",
            )


def _is_door(draft: Draft) -> bool:
    return draft.benefit == "requirement" and draft.condition.kind == "plan"


def _printed(match: re.Match[str], value: str) -> str:
    return f"{(match['of'] or '').strip()}{''.join(match[value].split())}"
