"""Which company would use one side of a pair: a sentence from what is printed alone; the words
stand in for_company.yaml.
"""

from __future__ import annotations

from collections.abc import Sequence
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
_WITHIN: tuple[TermKind, ...] = (*_WHOM, "industry", "instrument")  # words of vocabularies


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
    neither: str
    """What stands where neither means nor amounts nor conditions are printed."""
    more: str
    """How many names are not listed."""
    apart: str
    """What stands between names."""
    methods: dict[str, str]
    """How programmes are carried out."""
    measured: dict[str, str]
    """What the conditions for applying are about."""
    tells_apart: str
    """The closing sentence: in what the two differ for a company."""
    same_but_office: str
    """What stands instead where only the offices differ."""
    same: str
    """What stands instead where nothing printed differs."""
    kind_both: str
    """What each has in one respect."""
    kind_a: str
    """What only the first has."""
    kind_b: str
    """What only the second has."""
    not_confined: str
    """What stands for the sectors of a side that is confined to none."""
    labels: dict[str, str]
    """What the respects are called."""


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
def company_words() -> CompanyWords:
    """The words of for_company.yaml, read once."""
    return read_company_words(TEXTS)


def word(table: Literal["methods", "measured"], code: str, language: Language) -> str:
    """The word for a code; the code where it has none."""
    words: dict[str, str] = getattr(getattr(company_words(), language), table)
    return words.get(code, code)


def for_company(side: ComparedSide, language: Language) -> str:
    """For whom a side is, by what means, on which conditions, and how much one can get."""
    phrases: CompanyPhrases = getattr(company_words(), language)

    def clause(phrase: str, kinds: Sequence[TermKind], otherwise: str = "") -> str:
        said = listed(list(terms_text(side, kinds, language)), language)
        return phrase.format(names=said) if said else otherwise

    amounts = [clause(phrases.rate, ("rate",))]
    if highest := highest_cap(side):
        amounts.append(phrases.cap.format(names=getattr(highest, language)))
    amount = phrases.apart.join(filter(None, amounts))
    means = clause(phrases.means, ("instrument",)) or clause(phrases.means, ("method",))
    conditions = clause(phrases.conditions, ("threshold",))
    nothing = not (means or conditions or amount)
    return phrases.sentence.format(
        title=side.name,
        whom=clause(
            phrases.whom,
            _WHOM,
            phrases.of_companies if side.speaks_of_companies else phrases.whom_unknown,
        ),
        sector=clause(phrases.sector, ("industry",)),
        means="" if nothing else means or phrases.means_unknown,
        conditions=conditions,
        amount=(
            phrases.neither
            if nothing
            else phrases.amount.format(names=amount)
            if amount
            else phrases.amount_unknown
        ),
    )


def highest_cap(side: ComparedSide) -> SideTerm | None:
    """The largest sum that one applicant can get; None where none is printed."""
    caps = [term for term in side.terms if term.kind == "cap" and term.yen is not None]
    return max(caps, key=lambda term: term.yen or 0, default=None)


def listed(names: Sequence[str], language: Language) -> str:
    """The first names; more are counted."""
    phrases: CompanyPhrases = getattr(company_words(), language)
    most = company_words().most
    more = [phrases.more.format(n=len(names) - most)] if len(names) > most else []
    return phrases.apart.join([*names[:most], *more])


def terms_text(
    side: ComparedSide, kinds: Sequence[TermKind], language: Language
) -> dict[str, None]:
    """What a side says in these respects, each once, as it stands within a sentence; numbers of
    which it is not known what they measure are left out.
    """
    return dict.fromkeys(
        _within(term) if language == "english" else term.japanese
        for kind in kinds
        for term in side.terms
        if term.kind == kind and not term.vague
    )


def _within(term: SideTerm) -> str:
    """A vocabulary word without its capital, unless it is an abbreviation's."""
    name = term.english
    lowered = term.kind in _WITHIN and name != term.japanese and name[1:2].islower()
    return name[:1].lower() + name[1:] if lowered else name
