"""The headings of the tables of a theme, in the language asked for; the words stand in
headings.yaml.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, model_validator

from graph.files.yaml_file import read_yaml
from queries.in_both_languages import InBothLanguages

TEXTS = Path(__file__).with_suffix(".yaml")
SheetName = Literal["question", "ministries", "members", "pairs", "recipients"]


class Headings(BaseModel):
    """The words of the tables in one language."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    sheets: dict[SheetName, str]
    """The names of the sheets."""
    columns: dict[str, str]
    """The headings of the columns."""
    words: dict[str, str]
    """What stands in cells."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if lacking := [name for name in get_args(SheetName) if name not in self.sheets]:
            raise ValueError(f"no heading for {', '.join(lacking)}")
        return self

    def of(self, *columns: str) -> list[str]:
        """The headings of columns."""
        return [self.columns[column] for column in columns]


class HeadingsInBothLanguages(InBothLanguages[Headings]):
    """The words of the tables."""

    alike = "columns", "words"


def read_headings(path: Path) -> HeadingsInBothLanguages:
    """The words of a file; raises VocabularyError for a sheet that lacks."""
    return read_yaml(
        path, HeadingsInBothLanguages, "give every sheet and column its heading in ja and en"
    )


@cache
def headings(language: str) -> Headings:
    """The words of our tables in a language: ja, any other is taken for English."""
    return read_headings(TEXTS).of(language)
