"""The kinds of benefits that bonus rules give (benefits.yaml), read and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml

BenefitClass = Literal["money", "prerequisite", "soft"]


class BenefitKind(BaseModel):
    """A kind of benefit as the file lists it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """Its code in the catalogue."""
    of: BenefitClass = Field(alias="class")
    """What it gives: money or points, a prerequisite for applying, or something soft."""


def read_benefits(path: Path) -> dict[str, BenefitClass]:
    """The kinds of a file with their classes, best first; raises VocabularyError for a file that
    does not hold together.
    """
    kinds = read_yaml(path, tuple[BenefitKind, ...])
    classes = {kind.name: kind.of for kind in kinds}
    if len(classes) < len(kinds):
        raise VocabularyError("a name stands twice", path.name, "keep it in one place")
    return classes


@cache
def benefit_classes() -> dict[str, BenefitClass]:
    """The class of each kind of benefits.yaml, best first, read once."""
    return read_benefits(Path(__file__).with_name("benefits.yaml"))


@cache
def benefit_ranks() -> dict[str, int]:
    """The place of each kind in an answer, from 0, the best."""
    return {name: rank for rank, name in enumerate(benefit_classes())}
