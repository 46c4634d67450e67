"""Addresses on the web, put together again where a line wrap cut them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text import Line

_URL = re.compile(r"https?://[\x21-\x7e]+")
_REST = re.compile(r"[A-Za-z0-9_./%?=&#~+-]+[)）]?")
_TRAILING = ".,;:)'\"]>"


def _clean(url: str) -> str:
    url = re.split(r"[、。（）()「」<>\"]", url)[0]
    return url.rstrip(_TRAILING)


def urls(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """Each address once, in the order of the page, with the line on which it begins."""
    found: dict[str, int] = {}
    for at, line in enumerate(lines):
        for match in _URL.finditer(line.plain):
            url, end = match.group(), match.end()
            reach = at
            while end == len(lines[reach].plain) and reach + 1 < len(lines):
                following = lines[reach + 1].plain
                cut = not re.search(r"(?:/|\.html?|\.pdf|\.jp|\.php)$", url)
                if not (cut and _REST.fullmatch(following)) or following.isdigit():
                    break
                url += following
                reach += 1
                end = len(following)
            if (cleaned := _clean(url)) and cleaned not in found:
                found[cleaned] = line.number
    return list(found.items())
