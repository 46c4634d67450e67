"""The headings of the tables for a spreadsheet, in the language asked for; the words stand in
headings.yaml.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from graph.files.yaml_file import read_yaml
from queries.in_both_languages import InBothLanguages
from queries.overlap.sides import ASPECTS

TEXTS = Path(__file__).with_suffix(".yaml")
SheetName = Literal["brief", "pairs", "matrix", "cells", "communities", "members"]
SideName = Literal["a", "b", "both"]
Column = Literal[
    "rank",
    "score",
    "grade",
    "grade_name",
    "within",
    "title",
    "ministries",
    "agencies",
    "bodies",
    "document",
    "page",
    "line_start",
    "line_end",
    "shared",
    "only",
    "places",
    "explanation",
    "id",
    "yen",
    "pots",
    "office_a",
    "office_b",
    "count",
    "sum",
    "number",
    "size",
    "problems",
    "terms",
    "best",
    "strength",
    "betweenness",
    "touches",
    "own_yen",
    "execution",
    "years",
    "year_of_money",
    "year_of_execution",
]


class Headings(BaseModel):
    """The words of the tables in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    sheets: dict[SheetName, str]
    """The names of the sheets."""
    sides: dict[SideName, str]
    """The two measures of a pair, and both together."""
    columns: dict[Column, str]
    """The headings of the columns."""
    aspects: dict[str, str]
    """The respects (of sides.ASPECTS) with a column for what both have."""

    asked: dict[str, str]
    """What stands above the table of pairs in brief: names of filters, and their values."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        for words, wanted in (
            (set(self.sheets), get_args(SheetName)),
            (set(self.sides), get_args(SideName)),
            (set(self.columns), get_args(Column)),
        ):
            if lacking := [word for word in wanted if word not in words]:
                raise ValueError(f"no heading for {', '.join(lacking)}")
        if unknown := sorted({*self.aspects} - {*ASPECTS}):
            raise ValueError(f"nothing is called {', '.join(unknown)}")
        return self

    def of(self, *columns: Column) -> list[str]:
        """The headings of columns."""
        return [self.columns[column] for column in columns]

    def of_side(self, side: SideName, *columns: Column) -> list[str]:
        """The headings of the columns of one side of a pair."""
        return [f"{self.sides[side]} {heading}" for heading in self.of(*columns)]

    def of_aspect(self, kind: str) -> str:
        """That of a respect in which two measures are compared; the offices have columns of their
        own.
        """
        in_columns = (heading for column, heading in self.columns.items() if column == kind)
        return self.aspects.get(kind) or next(in_columns)


class HeadingsInBothLanguages(InBothLanguages[Headings]):
    """The words of the tables."""

    alike = "aspects", "asked"


def read_headings(path: Path) -> HeadingsInBothLanguages:
    """The words of a file; raises VocabularyError for a heading that lacks or is unknown."""
    return read_yaml(path, HeadingsInBothLanguages, "give every column its heading in ja and en")


@cache
def headings(language: str) -> Headings:
    """The words of our tables in a language: ja, any other is taken for English."""
    return read_headings(TEXTS).of(language)
