"""Addresses on the web, put together again where a line wrap cut them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from loaders.text.lines import Line
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_SCHEME = _PATTERNS["scheme"]
_RUN = _PATTERNS["run"]
_REST = _PATTERNS["rest"]
_COMPLETE = _PATTERNS["complete"]
_A_FILE = _PATTERNS["a_file"]
_ANOTHER = _PATTERNS["another"]
_ADDRESS = _PATTERNS["address"]
_WORDS_BEHIND = _PATTERNS["words_behind"]
_END = '、。（）()「」<>"'
_TRAILING = ".,;:)'\"]>"


def _clean(url: str) -> str:
    return re.split(f"[{_END}]", url)[0].rstrip(_TRAILING)


def _continued(url: str, following: str) -> str:
    """What the next line adds to an address that reaches the end of its line; empty where it adds
    nothing.
    """
    match = (_REST if url else _RUN).match(following)
    rest = match.group() if match else ""
    if not rest or following.isdigit() or any(c in url for c in _END):
        return ""
    if _COMPLETE.search(url):  # the next folder or file, on a line of its own
        return rest if url.endswith("/") and "//" not in rest and _A_FILE.search(rest) else ""
    # behind words of its own line (index.htmlをご覧…) it must look like an address, or a bracket
    # closes it
    goes_on = _WORDS_BEHIND.match(following[len(rest) :])
    return (
        ""
        if re.match(r"[\s:]", following[len(rest) :])
        or (goes_on and not re.search(r"[./_=?]", rest))
        else rest
    )


def _address(text: str, start: int) -> str:
    """The address whose scheme ends at `start`, without the scheme."""
    match = _RUN.match(text, start)
    url, end = (match.group(), match.end()) if match else ("", start)
    while text[end : end + 1] == "\n":
        following = text[end + 1 :].split("\n", 1)[0]
        begun = _ANOTHER.search(url)
        if begun and _ADDRESS.match(
            begun.group() + following
        ):  # a second address, without a blank between, cut in its scheme
            return url[: begun.start()]
        rest = _continued(url, following)
        if not rest:
            break
        url, end = url + rest, end + 1 + len(rest)
    return url


def urls(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """Each address once, in the order of the page, with the line on which it begins."""
    text = "\n".join(line.plain for line in lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.plain) + 1)
    first_lines: dict[str, int] = {}
    for scheme in _SCHEME.finditer(text):
        address = _clean(_address(text, scheme.end()))
        url = scheme.group().replace("\n", "") + address
        if address and url not in first_lines:
            first_lines[url] = lines[bisect_right(starts, scheme.start()) - 1].number
    return list(first_lines.items())
