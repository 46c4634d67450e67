"""How well the documents are read, as it was measured: `reading_figures.yaml` beside this file."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml

FIGURES = Path(__file__).with_name("reading_figures.yaml")


class Row(BaseModel):
    """What was measured; "" where it was not."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    what: str
    """Which facts."""
    japanese: str = ""
    """The same in Japanese."""
    fitted: str
    """F1 on the pages that the rules were written with sight of."""
    fitted_n: str
    """How many values the readers have there."""
    held_back: str = ""
    """F1 on pages that were held back."""
    held_back_n: str = ""
    """How many values the readers have there."""
    unseen: str = ""
    """F1, or the share that is right, on pages that the present rules were written without."""
    unseen_n: str = ""
    """How many values the reader has there."""
    agreement: str = ""
    """F1 of one reader against another."""


class Figures(BaseModel):
    """The table."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    held_back_measured: str
    """When the figures on pages held back were measured."""
    unseen_measured: str
    """How the figures on pages that nobody graded before were measured."""
    rows: tuple[Row, ...]
    """From the top."""
    japanese: dict[str, str] = {}
    """What stands in the rows in words, besides what is read, as README.ja.md has it."""


def figures() -> Figures:
    """What was measured. Raises VocabularyError for a file that does not hold it."""
    return read_figures(FIGURES)


def read_figures(path: Path) -> Figures:
    """The figures of a file. Raises VocabularyError for a file that does not hold them."""
    return read_yaml(path, Figures, "mend the row")
