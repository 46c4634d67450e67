"""The printed number of each page, or the one counted from those that are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.documents.package_2025.pages import Kind, kind_of
from loaders.text.lines import fold
from loaders.text.page import Page

_AFTER_TEXT = re.compile(r"\s(\d{1,3})$")
_AGREE = 0.8  # share of printed numbers that must agree before unprinted ones are counted


def label_of(page: Page, labels: frozenset[str]) -> str | None:
    """The pillar label that the page bears, as printed, or None."""
    return next(
        (
            line.text.strip()
            for line in page.lines
            if not line.blank and kind_of(line, labels) is Kind.LABEL
        ),
        None,
    )


def is_divider(page: Page, labels: frozenset[str]) -> bool:
    """A page that bears its pillar's label and nothing else."""
    printed = [line for line in page.lines if not line.blank]
    return all(kind_of(line, labels) is Kind.LABEL for line in printed)


def _printed(page: Page, labels: frozenset[str]) -> list[int]:
    """Numbers that could be the page's: alone on a line, or after the last words of the contact."""
    numbers = []
    for line in page.lines:
        if line.blank:
            continue
        if kind_of(line, labels) is Kind.NUMBER:
            numbers.append(int(line.plain))
        elif "@" in line.plain and (match := _AFTER_TEXT.search(line.plain)):
            numbers.append(int(match.group(1)))
    return numbers


def page_numbers(pages: Sequence[Page], labels: frozenset[str]) -> list[int | None]:
    """A number for each page, or None where it is neither printed nor to be counted.

    A pillar whose divider page left no text still counts one. Where the printed numbers do not
    agree with the count (pages in another order), only what is printed is taken: the largest number
    alone on its line.
    """
    counted, number, before = [], 0, None
    for page in pages:
        label = label_of(page, labels)
        number += 1
        several = (
            len(
                {
                    fold(x.text)
                    for x in page.lines
                    if not x.blank and kind_of(x, labels) is Kind.LABEL
                }
            )
            > 1
        )
        if label is not None and not several:
            if before is not None and fold(label) != before and not is_divider(page, labels):
                number += 1
            before = fold(label)
        counted.append(number)
    printed = [_printed(page, labels) for page in pages]
    likely = [
        (count, max(numbers))
        for count, numbers in zip(counted, printed, strict=True)
        if numbers and max(numbers) >= 10
    ]
    agreeing = sum(count == number for count, number in likely)
    if likely and agreeing >= _AGREE * len(likely):
        return list(counted)
    return [max(numbers) if numbers and max(numbers) >= 10 else None for numbers in printed]
