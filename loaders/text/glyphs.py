"""Signs before items, as character classes are made of them, and circled numbers in a form that
survives the folding to `plain`.
"""

from __future__ import annotations

ITEMS = "●⚫■□◆◇◼✓✔√➢▶►▲"  # stand nowhere but before an item
RINGS = "○〇◯◎"  # before an item, or a zero, a tick in a table
DOTS = "•・"  # before an item, or between the parts of a name
BULLETS = ITEMS + RINGS + DOTS
NOTES = "※*＊"
CIRCLED = "①-⑳"  # as printed; `plain` makes digits of them
KEPT_CIRCLED = "➀-➉⓫-⓴"

# ①５億円 would fold to 15億円; the dingbat twins of circled numbers stay what they are
_TWINS = {ord("①") + i: ord("➀") + i for i in range(10)} | {
    ord("⑪") + i: ord("⓫") + i for i in range(10)
}
_BACK = {twin: circled for circled, twin in _TWINS.items()}


def circles_kept(text: str) -> str:
    """The text with circled numbers that stay apart from digits when it is folded (➀ for ①)."""
    return text.translate(_TWINS)


def as_printed(text: str) -> str:
    """Circled numbers in their usual form again."""
    return text.translate(_BACK)
