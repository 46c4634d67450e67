"""What a rate is multiplied with, and what a credit does not exceed (formulas.yaml)."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from queries.sources import Source

Money = Literal["payroll_rise", "training_cost", "investment"]


class By(BaseModel):
    """What must hold for a number to be the one; nothing: it is that of all the rest."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    condition_kind: str | None = None
    """The kind of condition that the rule asks for."""
    benefit: Literal["tax"] | None = None
    """tax: the rule is one of a tax credit."""
    words: tuple[str, ...] = ()
    """Words of the name of what is raised, of which one is enough."""


class Times(BaseModel):
    """A number of a company that rates are multiplied with."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    number: Money
    """Which number of the profile."""
    by: By
    """When it is that one."""
    source: str
    """What says so."""


class TaxLimit(BaseModel):
    """The share of a year's tax that a credit does not exceed."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    called: tuple[str, ...] = Field(min_length=1)
    """Words of the measure's title, of which one is enough."""
    share: float = Field(gt=0, le=1)
    """Of the tax of the year."""
    document: str
    """The document that prints it."""
    line: int
    """The line there."""
    law: str
    """The law and article."""

    @property
    def exact(self) -> Fraction:
        """The share as it is printed."""
        return Fraction(str(self.share))

    @property
    def place(self) -> Source:
        """Where it is printed."""
        return Source(self.document, self.line)


class Formulas(BaseModel):
    """All that the file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    times: tuple[Times, ...] = Field(min_length=1)
    """What rates are multiplied with, the first that fits."""
    tax_limits: tuple[TaxLimit, ...]
    """What credits do not exceed."""


@cache
def formulas() -> Formulas:
    """What formulas.yaml holds, read once."""
    return read_yaml(Path(__file__).with_name("formulas.yaml"), Formulas)


def times(name: str, condition_kind: str | None, *, is_tax: bool) -> Money:
    """Which number of a company a rate is multiplied with, of a measure of that name (with its
    frame) whose ladder asks for such a condition.
    """
    return next(
        each.number
        for each in formulas().times
        if each.by.condition_kind in (None, condition_kind)
        and (each.by.benefit is None or is_tax)
        and (not each.by.words or any(word in name for word in each.by.words))
    )


def tax_limit(title: str) -> TaxLimit | None:
    """The limit of a tax credit, None where no document prints one."""
    return next(
        (each for each in formulas().tax_limits if any(word in title for word in each.called)), None
    )
