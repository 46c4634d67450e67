"""Why our total and the sum that a document states of itself differ; the words stand in
reasons.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from pydantic import BaseModel, ConfigDict, field_validator

from graph.files.yaml_file import read_yaml
from queries.money.rule import Draw, Total, counted

TEXTS = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True)
class Reason:
    """One reason why the two sums differ."""

    code: str
    """A key of reasons.yaml."""
    count: int
    """How many cases of it there are."""
    japanese: str
    """The reason in Japanese, with the number of cases."""
    english: str
    """The same in English."""


class Text(BaseModel):
    """One reason in both languages, with {count} for the number of cases."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    japanese: str
    """The text in Japanese."""
    english: str
    """The same in English."""

    @field_validator("japanese", "english")
    @classmethod
    def _counts(cls, text: str) -> str:
        blanks = [blank for _, blank, _, _ in Formatter().parse(text) if blank is not None]
        if blanks != ["count"]:
            raise ValueError("has {count} once, and no other blank")
        return text


class Texts(BaseModel):
    """A text for every reason."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    kinds_apart: Text
    """Kinds of budget and fiscal years are not added to each other."""
    shared_pots: Text
    """Several measures draw on one budget, which counts once."""
    parts: Text
    """Of a budget measures only get a part, and it counts whole."""
    unknown_pots: Text
    """Parts of which the page does not name the whole."""
    several_years: Text
    """Sums over several years and funds."""
    wholes: Text
    """A whole and its parts are one money."""
    earlier_years: Text
    """Budgets of earlier fiscal years."""
    no_sum: Text
    """Measures without a sum."""


def read_texts(path: Path) -> Texts:
    """The texts of a file; raises VocabularyError where one lacks or is unknown."""
    return read_yaml(path, Texts, "give every reason its text in both languages")


@cache
def _texts() -> Texts:
    return read_texts(TEXTS)


def reasons(sums: Sequence[Total], draws: Sequence[Draw], without_money: int) -> tuple[Reason, ...]:
    """The reasons of which there are cases, given the totals, the draws that they were made of, and
    the number of measures without a sum.
    """
    newest = max((draw.year for draw in draws if draw.year), default=None)
    # a booklet counts the initial budget of its fiscal year and the supplementary one of the year
    # before
    earlier = {draw.budget for draw in draws if draw.year and newest and draw.year < newest - 1}
    counts = {
        "kinds_apart": len(sums) if len(sums) > 1 else 0,
        "shared_pots": sum(total.shared for total in sums),
        "parts": len(
            {draw.budget for draw in draws} - {draw.budget for draw in draws if not draw.part_of}
        ),
        "wholes": len({draw.budget for draw in draws} - {draw.budget for draw in counted(draws)}),
        "unknown_pots": sum(total.unknown_pots for total in sums),
        "several_years": sum(
            total.budgets for total in sums if total.kind in ("multi_year_total", "fund_total")
        ),
        "earlier_years": len(earlier),
        "no_sum": without_money,
    }
    texts = {code: getattr(_texts(), code) for code in counts}
    return tuple(
        Reason(
            code,
            count,
            texts[code].japanese.format(count=count),
            texts[code].english.format(count=count),
        )
        for code, count in counts.items()
        if count
    )
