"""The kinds of benefits that bonus rules give (benefits.yaml), read and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from graph.language.fold import fold

BenefitClass = Literal["money", "prerequisite", "soft"]


class BenefitKind(BaseModel):
    """A kind of benefit as the file lists it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """Its code in the catalogue."""
    of: BenefitClass = Field(alias="class")
    """What it gives: money or points, a prerequisite for applying, or something soft."""
    names: tuple[str, ...] = ()
    """What people call it; one word may stand for two kinds."""


def read_benefits(path: Path) -> tuple[BenefitKind, ...]:
    """The kinds of a file, best first; raises VocabularyError for a file that does not hold
    together.
    """
    kinds = read_yaml(path, tuple[BenefitKind, ...])
    if len({kind.name for kind in kinds}) < len(kinds):
        raise VocabularyError("a name stands twice", path.name, "keep it in one place")
    return kinds


@cache
def _kinds() -> tuple[BenefitKind, ...]:
    return read_benefits(Path(__file__).with_name("benefits.yaml"))


@cache
def benefit_classes() -> dict[str, BenefitClass]:
    """The class of each kind of benefits.yaml, best first, read once."""
    return {kind.name: kind.of for kind in _kinds()}


@cache
def benefits_called() -> dict[str, tuple[str, ...]]:
    """Folded name → the kinds that it stands for, best first: a code or what people call it."""
    called: dict[str, tuple[str, ...]] = {}
    for kind in _kinds():
        for name in dict.fromkeys(map(fold, (kind.name, *kind.names))):
            called[name] = (*called.get(name, ()), kind.name)
    return called


@cache
def benefit_ranks() -> dict[str, int]:
    """The place of each kind in an answer, from 0, the best."""
    return {name: rank for rank, name in enumerate(benefit_classes())}
