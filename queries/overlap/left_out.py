"""Measures that stand in no list of pairs unless asked for: those that another one carries on or
has taken in, and mere headings.
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

Why = Literal["superseded", "heading"]
_YEAR = re.compile(r"(?:令和|平成|[rh])?(?:\d+|元)年度?")


class _Words(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    headings: tuple[str, ...] = Field(min_length=1)


@cache
def _words() -> _Words:
    return read_yaml(Path(__file__).with_suffix(".yaml"), _Words)


def not_standing(store: Store) -> dict[str, Why]:
    """Measure id -> why it is left out: another one carries it on, a later document tells it as a
    part of another one, or its title is a heading (fiscal years and words of headings alone) and no
    budget is printed.
    """
    headings = {
        row["id"]: "heading"
        for row in ask(store, "overlap/headings", words=list(_words().headings))
        if _is_heading(row["title"])
    }
    return headings | {
        row["id"]: "superseded"
        for question in ("overlap/taken_in", "overlap/superseded")
        for row in ask(store, question)
    }


def _is_heading(title: str) -> bool:
    return not re.sub(
        "|".join(map(re.escape, map(fold, _words().headings))), "", _YEAR.sub("", fold(title))
    ).strip("　 ・（）()")
