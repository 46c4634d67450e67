"""The booklet's first page: what it says of itself, and the main measures that it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from graph.language.numerals import number
from loaders.documents.package_2025.pages import Kind, kind_of
from loaders.text.lines import Flow, Line, fold
from loaders.text.page import Page
from loaders.vocabulary.ministries import ministries

_STATED = {
    "ministries": re.compile(r"(\d+)\s*府省庁"),
    "measures": re.compile(r"全\s*([\d,]+)\s*件"),
    "yen": re.compile(r"\(\s*([\d.,]+)\s*兆円\s*\)"),
}
_AS_OF = re.compile(r"(20\d\d)年(1[0-2]|0?[1-9])月時点")
_ENTRY = re.compile(r"^[•・⚫]\s*")
_OWNERS = re.compile(r"【([^】]+)】")
_ALIKE = 0.8


@dataclass(frozen=True)
class Listed:
    """A main measure as the summary lists it."""

    name: str
    """Its name."""
    owners: tuple[str, ...]
    """The offices in its bracket, as printed."""
    line: int
    """Its first line."""


def is_summary(page: Page, labels: frozenset[str]) -> bool:
    """The summary states what the booklet holds and bears no contact; it may list every pillar."""
    return len(_printed(page)) > 1 and not any(
        kind_of(line, labels) is Kind.CONTACT for line in page.lines if not line.blank
    )


def stated_counts(page: Page) -> dict[str, int]:
    """The counts that the page states: ministries, measures, yen (the sum in brackets, in yen); one
    that cannot be read is refused.
    """
    counts = {}
    for key, (printed, line) in _printed(page).items():
        value = number(printed)
        if value is None:
            page.refuse(line, f"「{printed}」 is no number of {key}")
        else:
            counts[key] = round(value * 10**12) if key == "yen" else int(value)
    return counts


def _printed(page: Page) -> dict[str, tuple[str, int]]:
    """The counts as printed, with their lines."""
    flow = Flow.of(page.lines)
    return {
        key: (match[1], flow.line_at(match.start(1)))
        for key, pattern in _STATED.items()
        if (match := pattern.search(flow.text))
    }


def as_of(page: Page) -> str | None:
    """The month whose state the booklet gives (2025-02), where it is printed."""
    match = _AS_OF.search(Flow.of(page.lines).text)
    return f"{match.group(1)}-{int(match.group(2)):02}" if match else None


def _entries(lines: Sequence[Line], labels: frozenset[str]) -> list[list[Line]]:
    entries: list[list[Line]] = []
    open_entry = False
    for line in lines:
        if line.blank or kind_of(line, labels) is Kind.LABEL or line.plain.startswith("※"):
            open_entry = open_entry and line.blank
        elif _ENTRY.match(line.plain):
            entries.append([line])
            open_entry = True
        elif open_entry:
            entries[-1].append(line)
    return entries


def listed(page: Page, labels: frozenset[str]) -> list[Listed]:
    """The main measures in the order of the page; an entry that names two joined by 、 or ／ gives
    two.
    """
    listings: dict[str, Listed] = {}
    for entry in _entries(page.lines, labels):
        text = _ENTRY.sub("", Flow.of(entry).text)
        bracket = _OWNERS.search(text)
        owners = tuple(re.split(r"[・、]", bracket.group(1))) if bracket else ()
        name = text[: bracket.start()] if bracket else text
        for listed_name in re.split(r"、(?=[^）)]*(?:[（(]|$))|/(?=[^）)]*$)", name):
            key = fold(listed_name)
            if key and (key not in listings or owners):
                listings[key] = Listed(listed_name.strip(), owners, entry[0].number)
    # an entry that the text gives twice may once be cut short
    return [
        x
        for k, x in listings.items()
        if not any(k != longer and longer.startswith(k) and not x.owners for longer in listings)
    ]


@lru_cache(maxsize=2**14)
def same_name(listed_name: str, title: str) -> bool:
    """Whether a title is the one that the summary lists, perhaps shortened or without
    its by-name.
    """
    a, b = fold(listed_name), fold(title)
    short = re.sub(r"\(.*?\)", "", a)
    if a in b or b in a or (len(short) > 5 and short in b):
        return True
    return any(
        _is_alike(SequenceMatcher(None, x, y, autojunk=False))
        for x in (a, short)
        for y in (b, re.sub(r"\(.*?\)", "", b))
    )


def _is_alike(two: SequenceMatcher[str]) -> bool:
    # the quick ratios are never below the ratio, and most names are far from each other
    return (
        two.real_quick_ratio() >= _ALIKE and two.quick_ratio() >= _ALIKE and two.ratio() >= _ALIKE
    )


def owners_known(names: Sequence[str]) -> list[str]:
    """The formal names of the offices in a bracket that the vocabulary knows."""
    return [office.name for name in names if (office := ministries().get(name)) is not None]
