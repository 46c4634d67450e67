"""Tables and sums as the pages with real answers have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.language.yen import about_in_japanese


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '／') for cell in row)} |" for row in lines)


def yen_text(amount: int | None) -> str:
    """Yen as people write them; a question mark where they are not told."""
    return "?" if amount is None else about_in_japanese(amount)


def rate_text(share: float | None) -> str:
    """A share in percent, likewise."""
    return "?" if share is None else f"{share:.1%}"
