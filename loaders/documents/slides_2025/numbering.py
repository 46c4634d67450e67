"""The printed number of each slide, or the one counted from those that are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.text.page import Page

_NUMBER = re.compile(r"^(\d{1,3})$")
_NUMBER_BEHIND = re.compile(r"。\s(\d{1,3})$")


def page_numbers(pages: Sequence[Page]) -> list[int | None]:
    """The printed number of each slide, or the one counted from those printed, where these agree
    with the count.
    """
    printed = [_printed(page) for page in pages]
    offsets = {number - at for at, number in enumerate(printed) if number is not None}
    if len(offsets) == 1 and (offset := offsets.pop()) >= 0:
        return [at + offset for at in range(len(pages))]
    return list(printed)


def _printed(page: Page) -> int | None:
    """The number alone on the slide's last line, or behind its last sentence."""
    last = page.lines[-1].plain
    match = _NUMBER.match(last) or _NUMBER_BEHIND.search(last)
    return int(match[1]) if match else None
