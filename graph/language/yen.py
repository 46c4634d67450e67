"""Sums of yen as text, exact and rounded, in Japanese and English; and when one sum is another,
rounded.
"""

from __future__ import annotations

ROUNDED_TO = 10**8  # yen: documents round sums to 億円
_JAPANESE = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))
_ENGLISH = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))


def yen_in_japanese(amount: int) -> str:
    """A sum of yen, exact, as Japanese documents write it: 1兆4,000億円, 12億5,000万円."""
    sign, rest, parts = ("−" if amount < 0 else ""), abs(amount), []
    for unit, name in _JAPANESE:
        count, rest = divmod(rest, unit)
        if count:
            parts.append(f"{count:,}{name}")
    return f"{sign}{''.join(parts) or '0'}円"


def yen_in_english(amount: int) -> str:
    """A sum of yen to three decimals: ¥1.4 tn, ¥263.2 m."""
    unit, name = _english_unit(amount)
    return f"¥{decimal(amount / unit)} {name}".strip()


def short_in_japanese(amount: int) -> str:
    """A sum of yen in one unit, rounded to two decimals of it: 263.2億円, 8,000万円."""
    size, unit = next(((size, unit) for size, unit in _JAPANESE if abs(amount) >= size), (1, ""))
    return f"{decimal(round(amount / size, 2))}{unit}円"


def about_in_japanese(amount: int) -> str:
    """A sum of yen for headlines: rounded to 億円, from 兆円 up to two decimals of that;
    exact where it is smaller.
    """
    if abs(amount) >= 10**12:
        return short_in_japanese(amount)
    return f"{round(amount / 10**8):,}億円" if abs(amount) >= 10**8 else yen_in_japanese(amount)


def about_in_english(amount: int) -> str:
    """A sum of yen for headlines, to three figures: ¥1.23 tn."""
    unit, name = _english_unit(amount)
    return f"¥{float(f'{amount / unit:.3g}'):,g} {name}".strip()


def decimal(value: float) -> str:
    """A number with thousands separated and at most three decimals, none that say nothing."""
    return f"{value:,.3f}".rstrip("0").rstrip(".")


def is_rounded(a: int, b: int) -> bool:
    """Whether one of two sums of yen is the other, rounded to 億円: documents print the same money
    more or less closely.
    """
    rounded, exact = (a, b) if a % ROUNDED_TO == 0 else (b, a)
    return (
        rounded % ROUNDED_TO == 0 and exact > ROUNDED_TO and abs(rounded - exact) * 2 <= ROUNDED_TO
    )


def _english_unit(amount: int) -> tuple[int, str]:
    return next(((unit, name) for unit, name in _ENGLISH if abs(amount) >= unit), (1, ""))
