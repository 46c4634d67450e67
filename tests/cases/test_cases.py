"""Cases that an analyst writes (the YAML files beside): what a company must and must not unlock."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph.files.yaml_file import read_yaml
from graph.language.fold import fold
from graph.store import Store
from queries.bonus.for_company import bonuses_for
from queries.bonus.profile import profile_of
from queries.bonus.rule_book.book import rule_book
from queries.bonus.rule_book.rules import RuleCard
from queries.sources import Source
from tests.paths import ROOT
from tests.sources import source

_PAGE = 50  # lines within which a heading names what a line speaks of
_DOCUMENTS = {
    record["id"]: record["file"]
    for record in map(json.loads, (ROOT / "catalogue" / "documents.jsonl").read_text().splitlines())
}


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
    status: str | None = None
    """Its status."""
    document: str
    """The document that says so."""
    line: int
    """Its line."""
    named: int | None = None
    """A line of the same page that names what is asked for, where that one does not."""

    @model_validator(mode="after")
    def _tells_what_the_line_holds(self) -> Wanted:
        if not self.asks and not self.value:
            raise ValueError("tell what is asked for (asks) or the value")
        if self.named and abs(self.named - self.line) > _PAGE:
            raise ValueError(f"named is within {_PAGE} lines")
        return self

    def is_meant(self, rule: RuleCard) -> bool:
        """Whether a rule is the one."""
        names = " ".join(f"{raised.name} {raised.printed}" for raised in rule.raises)
        asked = " ".join(way.name for way in rule.requires)
        return (
            self.benefit in (None, rule.benefit)
            and (self.raises or "") in names
            and (self.asks or "") in asked
            and fold(self.value or "") in fold(rule.value or "").replace(",", "")
            and self.status in (None, rule.status)
        )

    def is_stated(self, rule: RuleCard) -> bool:
        """Whether a rule is the one and stands where the case says."""
        return self.is_meant(rule) and Source(self.document, self.line) in rule.sources


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
    depends: tuple[Wanted, ...] = ()
    """Of each a rule hangs on what the company does not tell."""
    reason: str = Field(min_length=10)
    """Why, in a sentence."""


FILES = sorted(Path(__file__).parent.glob("*.yaml"))
CASES = [case for file in FILES for case in read_yaml(file, tuple[Case, ...])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_company_unlocks_what_the_documents_say(bundled_store: Store, case: Case) -> None:
    assert case.must or case.must_not
    answer = bonuses_for(bundled_store, profile_of(case.profile))
    unlocked, depends = (
        [result.rule for result in results] for results in (answer.unlocked, answer.depends)
    )
    missing = [wanted for wanted in case.must if not any(map(wanted.is_stated, unlocked))]
    missing += [wanted for wanted in case.depends if not any(map(wanted.is_stated, depends))]
    wrong = [(w, rule.id) for w in case.must_not for rule in unlocked if w.is_meant(rule)]
    assert not missing and not wrong, case.reason


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_rule_that_must_not_be_had_is_one_that_stands_where_the_case_says(
    bundled_store: Store, case: Case
) -> None:
    rules = rule_book(bundled_store).rules.values()
    anywhen = [wanted.model_copy(update={"status": None}) for wanted in case.must_not]
    assert [wanted for wanted in anywhen if not any(map(wanted.is_stated, rules))] == []


@pytest.mark.sources
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_line_or_a_neighbour_holds_what_is_asked_for_or_the_value(case: Case) -> None:
    wrong = [
        wanted
        for wanted in (*case.must, *case.must_not, *case.depends)
        if not any(
            fold(word) in _around(wanted.document, line)
            for line, words in (
                (wanted.line, (wanted.asks, wanted.value)),
                (wanted.named, (wanted.asks,)),
            )
            if line
            for word in words
            if word
        )
    ]
    assert wrong == [], case.name


def _around(document: str, line: int) -> str:
    """A line and the next ones above and below that are not empty, folded and joined."""
    lines = source(_DOCUMENTS[document]).read_text(encoding="utf-8").split("\n")
    above = next((text for text in reversed(lines[: line - 1]) if text.strip()), "")
    below = next((text for text in lines[line:] if text.strip()), "")
    return "".join(map(fold, (above, lines[line - 1], below))).replace(",", "")


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
