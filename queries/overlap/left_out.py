"""Measures that stand in no list of pairs unless asked for: history (what another one carries on or
has taken in, and what no document of the last years tells) and mere headings.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask
from queries.kept import kept

Why = Literal["superseded", "heading"]
WORDS = Path(__file__).with_suffix(".yaml")
YEARS = 2
"""How many years older than the latest document one may be whose measures are current."""
_YEAR = re.compile(r"(?:令和|平成|[rh])?(?:\d+|元)年度?")


class Words(BaseModel):
    """The words of which headings are made."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    headings: tuple[str, ...] = Field(min_length=1)
    """The words, longer ones before those that they contain."""


def read_words(path: Path) -> Words:
    """The words of a file; raises VocabularyError for one that has none."""
    return read_yaml(path, Words, "list the words of headings under `headings`")


@cache
def _words() -> Words:
    return read_words(WORDS)


@kept
def measures_left_out(store: Store) -> dict[str, Why]:
    """Measure id -> why it is left out: another one carries it on, a later document has it as a
    part of another one, or its title is a heading (fiscal years and words of headings alone) and no
    budget is printed.
    """
    headings: dict[str, Why] = {
        row["id"]: "heading"
        for row in ask(store, "overlap/headings", words=list(_words().headings))
        if _is_heading(row["title"])
    }
    return headings | {
        row["id"]: "superseded"
        for question in ("overlap/taken_in", "overlap/superseded")
        for row in ask(store, question)
    }


@kept
def earlier_measures(store: Store) -> frozenset[str]:
    """The ids of the measures that are told last by a document more than YEARS older than the
    latest of all.
    """
    dated = ask(store, "overlap/latest_date")
    latest: str | None = dated[0]["date"] if dated else None
    if not latest:
        return frozenset()
    year, rest = latest[:4], latest[4:]
    least = f"{int(year) - YEARS}{rest}"
    return frozenset(
        row["id"]
        for row in ask(store, "overlap/latest_documents")
        # of a document of which the year alone is known, that alone is compared
        if row["date"] and row["date"] < least[: len(row["date"])]
    )


def _is_heading(title: str) -> bool:
    words = "|".join(re.escape(fold(word)) for word in _words().headings)
    return not re.sub(words, "", _YEAR.sub("", fold(title))).strip("　 ・（）()")
