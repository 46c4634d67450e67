"""Ids: they carry their type and are pure functions of what is printed."""

from __future__ import annotations

import hashlib

from loaders.text.lines import fold


def digest(*parts: str) -> str:
    """Eight hex digits of the folded parts."""
    return hashlib.sha256("\x1f".join(fold(part) for part in parts).encode()).hexdigest()[:8]


def appearance_id(document: str, title: str, lead: str | None) -> str:
    return f"appearance:{document}:{digest(title, lead or '')}"


def measure_id(title: str, lead: str | None) -> str:
    return f"measure:{digest(title, lead or '')}"
