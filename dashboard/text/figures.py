"""Sums of money, counts and dates as people write them: 1.2兆円, ¥1.2 tn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from dashboard.text.words import Words
from graph.language.yen import (
    about_in_english,
    about_in_japanese,
    decimal,
    yen_in_english,
    yen_in_japanese,
)
from queries.money.rule import Total


def yen(words: Words, amount: int) -> str:
    """A sum of yen, exact: 1.4兆円, 1,300万円; in English ¥1.4 tn, to three decimals."""
    return yen_in_japanese(amount) if words.language == "ja" else yen_in_english(amount)


def budget(words: Words, amount: int) -> str:
    """The same of a sum of a budget: 0.91億円 in Japanese."""
    return (
        yen_in_japanese(amount, of_budget=True)
        if words.language == "ja"
        else yen_in_english(amount)
    )


def about(words: Words, amount: int) -> str:
    """A sum of a budget rounded for headlines: to 億円 in Japanese (兆円 with two decimals from
    there up), to three figures in English.
    """
    return about_in_japanese(amount) if words.language == "ja" else about_in_english(amount)


def parts(
    words: Words, own: int | None, pots: int | None, written: Callable[[Words, int], str]
) -> list[str]:
    """What measures get whole, and the sums of which they get a part, apart (yen): 0.91億円,
    2,000億円の内数.
    """
    sums = [] if own is None else [written(words, own)]
    return sums if pots is None else [*sums, words("money.part_of", sum=written(words, pots))]


def totals(words: Words, sums: Sequence[Total]) -> list[str]:
    """Totals with fiscal year and kind of budget: 2023年度 当初予算 266億円の内数."""
    return [
        " ".join(filter(None, (_year(words, total), words.of("kind", total.kind), said)))
        for total in sums
        for said in parts(words, total.own, total.pots, about)
    ]


def _year(words: Words, total: Total) -> str:
    return words("measure.fiscal_year", year=total.year) if total.year else ""


def column(words: Words, amount: int) -> str:
    """A sum for a column of sums, all in one unit: 億円 in Japanese, ¥ bn in English (the unit
    stands in the heading).
    """
    value = amount / (10**8 if words.language == "ja" else 10**9)
    if value and abs(value) < 1:
        return decimal(round(value, 2) or value)
    return f"{value:,.0f}" if words.language == "ja" else f"{value:,.1f}"


def day(words: Words, iso: str | None) -> str:
    """An ISO date or year and month as people write it; what is neither stays as it is."""
    if not iso:
        return ""
    try:
        when = date.fromisoformat(iso if len(iso) != len("2025-02") else f"{iso}-01")
    except ValueError:
        return iso
    exact = len(iso) != len("2025-02")
    if words.language == "ja":
        return f"{when.year}年{when.month}月" + (f"{when.day}日" if exact else "")
    return (f"{when.day} " if exact else "") + f"{when:%B} {when.year}"
