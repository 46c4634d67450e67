"""The kinds of budgets (budget_kinds.yaml), read and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml

PrintedKind = Literal["initial", "supplementary", "multi_year_total", "fund_total", "expected"]
BudgetKind = Literal[PrintedKind, "unstated"]
UNSTATED: BudgetKind = "unstated"


class BudgetKindEntry(BaseModel):
    """One kind of budget as the file tells it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: BudgetKind
    """Its code."""
    japanese: str
    """What Japanese readers call it."""
    short: str
    """The same behind a fiscal year."""
    english: str
    """What English readers call it."""


def read_budget_kinds(path: Path) -> dict[str, BudgetKindEntry]:
    """The kinds of a file by their names; raises VocabularyError for one that does not hold each
    name of BudgetKind once, in its order.
    """
    kinds = read_yaml(path, tuple[BudgetKindEntry, ...])
    names = get_args(BudgetKind)
    if tuple(kind.name for kind in kinds) != names:
        raise VocabularyError(
            f"the kinds are not {', '.join(names)}",
            path.name,
            "name each once, in the order of graph/schema/budget_kinds.py",
        )
    return {kind.name: kind for kind in kinds}


@cache
def budget_kinds() -> dict[str, BudgetKindEntry]:
    """The kinds of budget_kinds.yaml by their names, in the order of answers, read once."""
    return read_budget_kinds(Path(__file__).with_name("budget_kinds.yaml"))


@cache
def kind_names() -> tuple[str, ...]:
    """Their names, in that order."""
    return tuple(budget_kinds())
