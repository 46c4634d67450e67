"""Cases that an analyst writes (the YAML files beside): what a company must and must not unlock."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from graph.store import Store
from queries.bonus.eligibility import Eligibility
from queries.bonus.for_company import bonuses_for
from queries.bonus.profile import profile_of
from queries.sources import Source


class Wanted(BaseModel):
    """A rule by words of it, all of which must be right."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    benefit: str | None = None
    """The kind of benefit."""
    raises: str | None = None
    """A part of the name of what it raises."""
    asks: str | None = None
    """A part of the name of something that it asks for."""
    value: str | None = None
    """A part of its value."""
    document: str
    """The document that says so."""
    line: int
    """Its line."""

    def is_meant(self, result: Eligibility) -> bool:
        """Whether a rule is the one."""
        rule = result.rule
        names = " ".join(f"{raised.name} {raised.printed}" for raised in rule.raises)
        asked = " ".join(way.name for way in rule.requires)
        return (
            self.benefit in (None, rule.benefit)
            and (self.raises or "") in names
            and (self.asks or "") in asked
            and (self.value or "") in (rule.value or "")
        )

    def is_stated(self, result: Eligibility) -> bool:
        """Whether a rule is the one and stands where the case says."""
        return self.is_meant(result) and Source(self.document, self.line) in result.rule.sources


class Case(BaseModel):
    """A company and what it must and must not unlock."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    name: str
    """What kind of company it is."""
    profile: dict[str, object]
    """Its profile, as docs/bonus.md has it."""
    must: tuple[Wanted, ...] = ()
    """Of each a rule is unlocked."""
    must_not: tuple[Wanted, ...] = ()
    """Of each no rule is unlocked."""
    reason: str = Field(min_length=10)
    """Why, in a sentence."""


FILES = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [case for file in FILES for case in read_yaml(file, tuple[Case, ...])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_company_unlocks_what_the_documents_say(bundled_store: Store, case: Case) -> None:
    assert case.must or case.must_not
    unlocked = bonuses_for(bundled_store, profile_of(case.profile)).unlocked
    missing = [wanted for wanted in case.must if not any(map(wanted.is_stated, unlocked))]
    wrong = [
        (wanted, result.rule.id)
        for wanted in case.must_not
        for result in unlocked
        if wanted.is_meant(result)
    ]
    assert not missing and not wrong, case.reason


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
