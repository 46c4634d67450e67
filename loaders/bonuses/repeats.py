"""The same bonus stated several times on a page, once."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.bonuses.conditions import Condition, key_of
from loaders.bonuses.draft import Draft
from loaders.bonuses.names import quoted
from loaders.catalogue.records import Alternative, Benefit
from loaders.text.lines import fold


def without_repeats(drafts: Sequence[Draft]) -> list[Draft]:
    """Each bonus once, in the order of the lines: of several statements of one, that which says
    most, the earlier of equals.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (-draft.specificity, draft.line)):
        if not any(_same(draft, better) for better in kept):
            kept.append(draft)
    return sorted(kept, key=lambda draft: draft.line)


def _same(a: Draft, b: Draft) -> bool:
    return (
        _kind(a) == _kind(b)
        and not _is_another(a, b)
        and _agree(a.value, b.value)
        and _agree(a.size_class, b.size_class)
        and not _divided(a, b)
        and _agree(a.frame, b.frame)
        and _raise_the_same(a, b)
        and _overlap(a.condition, b.condition)
    )


def _kind(draft: Draft) -> Benefit:
    """The kind of gain; the base of a ladder of wage rises is the requirement of whoever climbs
    it.
    """
    is_rung = draft.benefit == "base" and draft.condition.kind == "wage_raise"
    return "requirement" if is_rung else draft.benefit


def _is_another(a: Draft, b: Draft) -> bool:
    """Whether one is planned for a programme other than that for which the other is in force."""
    return a.status != b.status and None not in (a.raises, b.raises) and a.raises != b.raises


def _divided(a: Draft, b: Draft) -> bool:
    """Whether the one leaves out the size class that the other is for."""
    return any(a.size_class == left_out.size_class for left_out in b.not_for) or any(
        b.size_class == left_out.size_class for left_out in a.not_for
    )


def _raise_the_same(a: Draft, b: Draft) -> bool:
    """Names in quotes tell two programmes apart; benefits of no kind are told apart by
    their words.
    """
    return (
        _agree(a.raises, b.raises) or _ends_alike(a.raises, b.raises)
        if a.benefit == "other"
        else _agree(quoted(a.raises), quoted(b.raises))
    )


def _ends_alike(a: str | None, b: str | None) -> bool:
    """Whether the one says more closely what the other calls by its last words (税制措置)."""
    shorter, longer = sorted((fold(a or ""), fold(b or "")), key=len)
    return longer.endswith(shorter)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or fold(a) == fold(b)


def _overlap(a: Condition, b: Condition) -> bool:
    """Whether two conditions are one, stated twice: the same, or one of the same names among their
    alternatives.
    """
    return key_of(a.requires) == key_of(b.requires) or any(
        fold(way_of_a.what) == fold(way_of_b.what)
        and (way_of_a.amount == way_of_b.amount or None in (way_of_a.amount, way_of_b.amount))
        for way_of_a in _alternatives(a)
        for way_of_b in _alternatives(b)
    )


def _alternatives(condition: Condition) -> list[Alternative]:
    return [alternative for group in condition.requires for alternative in group]
