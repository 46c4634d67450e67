"""Which budget programmes are the companies': those compared with measures and with each other in
full.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records.programmes import Programme
from loaders.overlap.topics import activities, clear, problems

WORDS = Path(__file__).with_suffix(".yaml")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class CompanyWord(_Row):
    """A word by which a sheet speaks of companies."""

    word: str = Field(min_length=1)
    """The word."""
    times: int = Field(ge=1)
    """How often name, purpose and outline say it at least."""
    granted: int = Field(ge=1)
    """The same where the programme pays subsidies."""


class ForCompanies(_Row):
    """By what a programme is the companies'."""

    words: tuple[CompanyWord, ...] = Field(min_length=1)
    """Words, one of which its sheet says so often."""
    problems: tuple[str, ...]
    """Problems of companies."""
    activities: tuple[str, ...]
    """What is done for companies; with a subsidy, one word of them is enough."""


def read_for_companies(path: Path) -> ForCompanies:
    """The words and topics of a file; raises VocabularyError for a topic that there is none of."""
    read = read_yaml(path, ForCompanies, "give words, problems and activities")
    for kind, named, topics in (
        ("problems", read.problems, problems()),
        ("activities", read.activities, activities()),
    ):
        for name in sorted(set(named) - {topic.name for topic in topics}):
            raise VocabularyError(
                f"{name} is none of the {kind}", path.name, f"name one of {kind}.yaml"
            )
    return read


@cache
def _by() -> ForCompanies:
    return read_for_companies(WORDS)


def for_companies(programme: Programme) -> bool:
    """Whether companies are whom a programme serves: its sheet speaks of them by size, it pays for
    a measure, or the sheet speaks of companies more than in passing and of a problem that is theirs
    or of what is done for them (with a subsidy for such a thing, one mention is enough).

    Whom it paid does not tell: most companies in these tables are hired to do the work.
    """
    if programme.supports_companies or programme.pays_for:
        return True
    by, grants = _by(), "subsidy" in programme.methods
    said = {each: programme.words.get(each.word, 0.0) for each in by.words}
    works_on = not {*by.problems}.isdisjoint(clear(programme.problems))
    does = not {*by.activities}.isdisjoint(clear(programme.activities))
    if any(
        weight >= _weight(each.granted if grants else each.times) for each, weight in said.items()
    ):
        return works_on or does
    return grants and does and any(said.values())


def _weight(times: int) -> float:
    """What the record of a programme has for a word said so often."""
    return round(1 + math.log(times), 2)
