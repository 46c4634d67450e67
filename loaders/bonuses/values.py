"""What the value of a bonus is: more on top of what there is without it, or what there is then."""

from __future__ import annotations

import re

from loaders.bonuses.draft import Draft
from loaders.catalogue.records.bonuses import ValueIs
from loaders.text.amounts import MONEY
from loaders.text.lines import plain
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_ADDED = _PATTERNS["added"]
_LEVEL = _PATTERNS["level"]
_FROM_TO = _PATTERNS["from_to"]
_SHARE = _PATTERNS["share"]
_PLUS = _PATTERNS["plus"]
_MONEY = re.compile(MONEY)
_LINES = 3  # a value and its predicate stand on so many lines at most


def value_is(draft: Draft, page: Page) -> ValueIs | None:
    """Whether the value is `added` to what there is without the bonus or the `level` that holds in
    its place; None where there is no value or the page does not say. The form in which it stands
    says it, or the words around it; a step of a ladder and a share of the cost are levels.
    """
    if draft.value is None or draft.value_is:
        return draft.value_is
    value = _compact(draft.value)
    before, behind = _around(value, draft.line, page)
    if _ADDED.match(behind) or (_PLUS.search(before) and _MONEY.search(value)):
        return "added"
    is_level = draft.rank is not None or _FROM_TO.search(value) or _SHARE.fullmatch(value)
    return "level" if is_level or _LEVEL.match(behind) else None


def _around(value: str, line: int, page: Page) -> tuple[str, str]:
    """What stands before the value on its line, and behind it there and on the next ones, without
    blanks; nothing behind it where the lines have it in no such form.
    """
    near = (each.plain for each in page.lines if line <= each.number < line + _LINES)
    before, _, behind = _compact("".join(near)).partition(value)
    return before, behind


def _compact(text: str) -> str:
    return "".join(plain(text).split())
