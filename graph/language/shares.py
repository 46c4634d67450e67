"""Rates as text."""

from __future__ import annotations

from fractions import Fraction

from graph.language.yen import decimal

_ROUNDED = 1e-4  # how far the stored rate may be from the printed fraction


def share(rate: float) -> str:
    """A rate as sheets print it, 2/3, where it is a plain fraction; 10/10 for all of it; else a
    decimal.
    """
    if rate == 1:
        return "10/10"
    fraction = Fraction(rate).limit_denominator(12)
    plain = abs(float(fraction) - rate) < _ROUNDED and fraction.denominator > 1
    return f"{fraction.numerator}/{fraction.denominator}" if plain else decimal(rate)
