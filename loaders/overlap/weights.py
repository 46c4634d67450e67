"""`weights.yaml` and `programme_weights.yaml`: what each signal of a pair is worth, and from which
score on it has which grade.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml

_FILE = Path(__file__).with_name("weights.yaml")
_OF_PROGRAMMES = Path(__file__).with_name("programme_weights.yaml")
# written with a few decimals, so that their sum is off by less than this
_CLOSE = 1e-6
Aspect = Literal[
    "problem", "field", "activity", "word", "term", "pillar", "body", "item", "applicant", "method"
]
# two programmes for companies; two of which one is for others
Between = Literal["companies", "others"]
Contrast = Literal["size", "money", "beneficiary", "industry", "instrument"]


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Signal(_Row):
    """What two measures share."""

    of: tuple[Aspect, ...] = Field(min_length=1)
    """The aspects whose cosines are multiplied."""
    weight: float = Field(gt=0, le=1)
    """What the product is worth; the weights of all signals add up to 1."""
    why: str
    """Why it is worth that, for readers."""


class Difference(_Row):
    """What two measures say differently of whom they serve and by what means."""

    of: Contrast
    """What is said differently."""
    takes: float = Field(ge=0, le=1)
    """The part of a shared activity's worth that goes where nothing of it is common."""
    why: str
    """Why it takes that, for readers."""


class Brake(_Row):
    """What two measures must have in common, lest what else they share is worth less."""

    of: Aspect
    """What must be alike."""
    below: float = Field(gt=0, le=1)
    """The cosine from which on nothing is taken."""
    takes: float = Field(ge=0, le=1)
    """The part of the score that goes where nothing is alike; less towards `below`."""
    why: str
    """Why it takes that, for readers."""


class Short(_Row):
    """What a page of few words takes: by them it is alike with many."""

    words: int = Field(gt=0)
    """The number of different nouns and verbs from which on nothing is taken."""
    takes: float = Field(ge=0, le=1)
    """The part of the score that would go where the shorter of the two pages had none."""
    why: str
    """Why it takes that, for readers."""


class Grades(_Row):
    """The lowest score of each grade above none."""

    fragmentation: float = Field(gt=0, le=1)
    """The same broad area."""
    overlap: float = Field(gt=0, le=1)
    """Similar goals, activities or beneficiaries."""
    duplication: float = Field(gt=0, le=1)
    """Same activities for the same beneficiaries."""


class Need(_Row):
    """What two budget programmes must have in common to be overlap at all, where both say something
    of it: without it they are fragmentation at most."""

    between: Between
    """What the two are."""
    of: Aspect
    """What must be alike."""
    least: float = Field(gt=0, le=1)
    """The lowest cosine with which they can be overlap."""
    why: str
    """Why it is needed, for readers."""


class Weights(_Row):
    """What scores are made of."""

    signals: tuple[Signal, ...] = Field(min_length=1)
    """What two measures may share; the weights add up to 1."""
    differences: tuple[Difference, ...] = ()
    """What takes from it."""
    brakes: tuple[Brake, ...] = ()
    """What takes from all of it in the end."""
    short: Short | None = None
    """What takes from it where a page has few words; a page without any says nothing."""
    grades: Grades
    """The scores from which the grades begin."""
    needs: tuple[Need, ...] = ()
    """What a pair of programmes needs, besides its score, to be overlap."""

    def grade(self, score: float) -> int:
        """By the score alone: 0 none, 1 fragmentation, 2 overlap, 3 duplication (GAO-15-49SP)."""
        return sum(
            score >= least
            for least in (self.grades.fragmentation, self.grades.overlap, self.grades.duplication)
        )


def read_weights(path: Path) -> Weights:
    """The weights of a file; raises VocabularyError where they do not add up to 1, or grades do not
    rise.
    """
    weights = read_yaml(path, Weights)
    _check(weights, str(path))
    return weights


def _check(weights: Weights, where: str) -> None:
    total = sum(signal.weight for signal in weights.signals)
    if abs(total - 1) > _CLOSE:
        raise VocabularyError(
            f"the weights of the signals add up to {total:.4g}, not to 1",
            where,
            "mend them so that a score stays between 0 and 1",
        )
    named = [" × ".join(sorted(signal.of)) for signal in weights.signals] + [
        difference.of for difference in weights.differences
    ]
    if twice := next((of for of in named if named.count(of) > 1), None):
        raise VocabularyError(f"{twice} stands twice", where, "keep one of them")
    grades = weights.grades
    if not grades.fragmentation < grades.overlap < grades.duplication:
        raise VocabularyError(
            "the scores from which grades begin do not rise from fragmentation over overlap to"
            " duplication",
            where,
            "mend `grades`",
        )


@cache
def weights() -> Weights:
    """The weights of this package, read once; raises VocabularyError."""
    return read_weights(_FILE)


@cache
def programme_weights() -> Weights:
    """Those of pairs with a budget programme, likewise."""
    return read_weights(_OF_PROGRAMMES)
