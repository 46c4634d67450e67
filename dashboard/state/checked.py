"""What an address says, checked: what makes no sense is left aside and noted."""

from __future__ import annotations

from collections.abc import Collection

from dashboard.state import address


def one_of(name: str, allowed: Collection[str], wrong: list[str]) -> str:
    """What the address says for a name, if it is allowed; else an empty text, and a note in
    `wrong`.
    """
    value = address.read(name)
    if value and value not in allowed:
        wrong.append(f"{name}={value}")
    return value if value in allowed else ""


def number(name: str, least: int, wrong: list[str], most: int = 10**6) -> int:
    """The number that the address says for a name, if it lies between; else 0, and a note in
    `wrong`.
    """
    text = address.read(name)
    if text and not (
        text.isascii() and text.isdigit() and len(text) < 8 and least <= int(text) <= most
    ):
        wrong.append(f"{name}={text}")
        return 0
    return int(text or 0)
