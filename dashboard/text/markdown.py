"""Text that Streamlit reads as Markdown."""

from __future__ import annotations


def plain(text: str) -> str:
    """Text for a Streamlit label: its Markdown signs are taken literally."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|~$:<>" else sign for sign in text)
