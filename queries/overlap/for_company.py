"""Which company would use one side of a pair: a sentence from what is printed alone; the words
stand in for_company.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from graph.files.yaml_file import read_yaml
from queries.overlap.compared_side import ComparedSide, SideTerm, TermKind

TEXTS = Path(__file__).with_suffix(".yaml")
Language = Literal["japanese", "english"]
_WHOM: tuple[TermKind, ...] = ("size", "applicant", "beneficiary")
_MEANS: tuple[TermKind, ...] = ("instrument", "method")


class CompanyPhrases(BaseModel):
    """The words of one language. Blanks stand in braces; both languages have the same ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    sentence: str
    """The whole sentence."""
    whom: str
    """For whom it is: sizes, applicants, those who benefit."""
    of_companies: str
    """What stands instead where a sheet speaks of companies by size alone."""
    whom_unknown: str
    """What stands where nothing is printed."""
    sector: str
    """The sectors to which it is confined; nothing where none is printed."""
    means: str
    """By what it helps."""
    means_unknown: str
    """What stands where that is not printed."""
    conditions: str
    """The numbers that an applicant must meet; nothing where none is printed."""
    rate: str
    """The shares that are paid."""
    cap: str
    """The most that one applicant can get."""
    amount: str
    """Rates and caps."""
    amount_unknown: str
    """What stands where neither is printed."""
    more: str
    """How many names are not listed."""
    apart: str
    """What stands between names."""
    methods: dict[str, str]
    """How programmes are carried out."""
    measured: dict[str, str]
    """What the conditions for applying are about."""


class CompanyWords(BaseModel):
    """What the sentences are made of."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    most: int
    """How many names of one kind are listed; more are counted."""
    japanese: CompanyPhrases
    """The Japanese phrases."""
    english: CompanyPhrases
    """The English phrases."""

    @model_validator(mode="after")
    def _alike(self) -> Self:
        for name in CompanyPhrases.model_fields:
            both = [getattr(phrases, name) for phrases in (self.japanese, self.english)]
            if _blanks(both[0]) != _blanks(both[1]):
                raise ValueError(f"{name}: the blanks of the two languages differ")
        return self


def _blanks(phrase: str | dict[str, str]) -> list[str]:
    """The blanks of a phrase, the keys of a table, sorted."""
    if isinstance(phrase, dict):
        return sorted(phrase)
    return sorted(blank for _, blank, _, _ in Formatter().parse(phrase) if blank is not None)


def read_company_words(path: Path) -> CompanyWords:
    """The words of a file; raises VocabularyError for a key that lacks or is unknown, and for
    blanks that only one language has.
    """
    return read_yaml(path, CompanyWords, "see the other language")


@cache
def _words() -> CompanyWords:
    return read_company_words(TEXTS)


def word(table: Literal["methods", "measured"], code: str, language: Language) -> str:
    """The word for a code; the code where it has none."""
    words: dict[str, str] = getattr(getattr(_words(), language), table)
    return words.get(code, code)


def for_company(side: ComparedSide, language: Language) -> str:
    """For whom a side is, by what means, on which conditions, and how much one can get."""
    phrases: CompanyPhrases = getattr(_words(), language)

    def names(kinds: Sequence[TermKind]) -> str:
        found = dict.fromkeys(_said(side, kinds, language))
        listed = list(found)[: _words().most]
        if more := len(found) - len(listed):
            listed.append(phrases.more.format(n=more))
        return phrases.apart.join(listed)

    def clause(phrase: str, kinds: Sequence[TermKind], otherwise: str = "") -> str:
        said = names(kinds)
        return phrase.format(names=said) if said else otherwise

    amounts = [clause(phrases.rate, ("rate",))]
    if caps := [term for term in side.terms if term.kind == "cap" and term.yen is not None]:
        highest = max(caps, key=lambda term: term.yen or 0)
        amounts.append(phrases.cap.format(names=getattr(highest, language)))
    amount = phrases.apart.join(filter(None, amounts))
    return phrases.sentence.format(
        title=side.name,
        whom=clause(
            phrases.whom,
            _WHOM,
            phrases.of_companies if side.speaks_of_companies else phrases.whom_unknown,
        ),
        sector=clause(phrases.sector, ("industry",)),
        means=clause(phrases.means, _MEANS, phrases.means_unknown),
        conditions=clause(phrases.conditions, ("threshold",)),
        amount=phrases.amount.format(names=amount) if amount else phrases.amount_unknown,
    )


def _said(side: ComparedSide, kinds: Sequence[TermKind], language: Language) -> Iterator[str]:
    of_kinds: Iterable[SideTerm] = (
        term for kind in kinds for term in side.terms if term.kind == kind
    )
    return (getattr(term, language) for term in of_kinds)
