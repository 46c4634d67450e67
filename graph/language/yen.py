"""Sums of yen as text, exact and rounded, in Japanese and English; and when one sum is another,
rounded.
"""

from __future__ import annotations

ROUNDED_TO = 10**8  # yen: documents round sums to 億円
_JAPANESE = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))
_DECIMAL = _JAPANESE[:2]  # the units that are written with decimals
_ROUNDED = ((10**12, 10**10), (10**10, 10**8), (10**8, 10**7))  # from so many yen up to so many
_ENGLISH = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))


def yen_in_japanese(amount: int, *, of_budget: bool = False) -> str:
    """A sum of yen, exact, as Japanese documents write it: 1.4兆円, 2,000億円, 12.5億円, 1,300万円;
    where two decimals do not do, 12億3,450万円. `of_budget`: budget papers write 0.91億円 for what
    is 9,100万円 to an applicant.
    """
    sign, rest = ("−" if amount < 0 else ""), abs(amount)
    for unit, name in _DECIMAL:
        if rest >= unit // (10 if of_budget and name == "億" else 1) and rest % (unit // 100) == 0:
            return f"{sign}{decimal(rest / unit)}{name}円"
    parts = []
    for unit, name in _JAPANESE:
        count, rest = divmod(rest, unit)
        if count:
            parts.append(f"{count:,}{name}")
    return f"{sign}{''.join(parts) or '0'}円"


def yen_in_english(amount: int) -> str:
    """A sum of yen to three decimals: ¥1.4 tn, ¥263.2 m."""
    unit, name = _english_unit(amount)
    return f"¥{decimal(amount / unit)} {name}".strip()


def about_in_japanese(amount: int) -> str:
    """A sum of a budget for headlines: rounded to 億円, from 兆円 up to two decimals of that, below
    100億円 to one of 億円; exact where it is smaller than 億円.
    """
    if abs(amount) >= 10**8:
        to = next(unit for least, unit in _ROUNDED if abs(amount) >= least)
        amount = (abs(amount) + to // 2) // to * to * (1 if amount > 0 else -1)
    return yen_in_japanese(amount, of_budget=True)


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
