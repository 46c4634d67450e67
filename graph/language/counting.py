"""Numbers with their noun in English."""

from __future__ import annotations


def counted(number: int | str, things: str) -> str:
    """A number with its noun: 2 rules, 1 rule, 1 policy, 1 bonus."""
    if number == 1:
        if things.endswith("ies"):
            things = f"{things[:-3]}y"
        else:
            things = things.removesuffix("es" if things.endswith("uses") else "s")
    return f"{number:,} {things}" if isinstance(number, int) else f"{number} {things}"
