"""Addresses that come from a document or a table: only those of the web become links."""

from __future__ import annotations

from urllib.parse import urlsplit


def web(address: str | None) -> str:
    """The address where it is one of the web; an empty text for any other (`javascript:`, a file,
    a path, which would lead into the dashboard itself).
    """
    try:
        split = urlsplit(address or "")
        return (address or "") if split.scheme in ("http", "https") and split.hostname else ""
    except ValueError:
        return ""
