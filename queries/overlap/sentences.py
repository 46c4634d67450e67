"""One sentence a pair, in Japanese and English, made from its facts; the words stand in
sentences.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml
from graph.language.yen import yen_in_english, yen_in_japanese
from queries.english import in_english
from queries.money.rule import Total, totals
from queries.overlap.grades import NAMES
from queries.overlap.pair import Aspect, Pair
from queries.overlap.sides import Side, SideFact

TEXTS = Path(__file__).with_name("sentences.yaml")
Language = Literal["japanese", "english"]


class Phrases(BaseModel):
    """The words of one language; `labels` for one thing and for several, `kinds` of budget."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kinds_apart: tuple[str, str]
    names_apart: str
    sums_apart: tuple[str, str]
    more: str
    title: str
    side: str
    told: str
    succeeded: str
    through: str
    offices: str
    unknown: str
    sentence: str
    shares: str
    shares_nothing: str
    kind: str
    differ: str
    kind_both: str
    kind_a: str
    kind_b: str
    labels: dict[str, tuple[str, str]]
    sums: str
    sum_a: str
    sum_b: str
    no_sum: str
    one_pot: str
    sums_with_pot: str
    at_most: str
    year: str
    years: str
    kinds: dict[str, str]


def _listed(parts: Sequence[str], apart: tuple[str, str]) -> str:
    """a、b、c; a, b and c."""
    comma, last = apart
    return comma.join(parts[:-1]) + last + parts[-1] if len(parts) > 1 else "".join(parts)


class Sentences(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    most: int
    shared: list[str]
    differs: dict[str, bool]
    japanese: Phrases
    english: Phrases


def read_sentences(path: Path) -> Sentences:
    """The words of a file; raises VocabularyError for a key that lacks or is unknown."""
    return read_yaml(path, Sentences, "see the other language")


@cache
def _words() -> Sentences:
    return read_sentences(TEXTS)


def sentence(pair: Pair, language: Language) -> str:
    """What the two share, what differs, the money on both sides (kinds of budget apart, one pot
    once) and the grade, in one sentence.
    """
    return _Speaker(pair, language).sentence()


class _Speaker:
    """A pair and the language in which it is told."""

    def __init__(self, pair: Pair, language: Language) -> None:
        self.pair, self.language = pair, language
        self.phrases: Phrases = getattr(_words(), language)
        self.known = {
            fact.name: fact.english
            for side in (pair.a, pair.b)
            for facts in side.facts.values()
            for fact in facts
        }

    def sentence(self) -> str:
        shared = [
            self.kind(self.pair.aspect(kind))
            for kind in _words().shared
            if self.pair.aspect(kind).shared
        ]
        differs = [
            text
            for kind, both in _words().differs.items()
            if (text := self.difference(self.pair.aspect(kind), both))
        ]
        return self.phrases.sentence.format(
            a=self.side(self.pair.a),
            b=self.side(self.pair.b),
            grade=self.pair.grade,
            name=getattr(NAMES, self.language)[self.pair.grade],
            score=f"{self.pair.score:.2f}",
            shared=(
                self.phrases.shares.format(kinds=_listed(shared, self.phrases.kinds_apart))
                if shared
                else self.phrases.shares_nothing
            ),
            differs=(
                self.phrases.differ.format(kinds=_listed(differs, self.phrases.kinds_apart))
                if differs
                else ""
            ),
            money=self.money(),
        )

    # --- who, and what ----------------------------------------------------------------------------

    def side(self, side: Side) -> str:
        """The measure with who runs it (a ministry that is not printed after the bodies that it
        supervises), when it was told where the two differ, and what carries it on.
        """
        offices, bodies = (
            self.pair.offices(side),
            [body for body in side.facts.get("bodies", ()) if body.supervised],
        )
        names = self.offices(offices)
        if bodies and offices and all(office.derived for office in offices):
            names = self.phrases.through.format(bodies=self.offices(bodies), offices=names)
        years = {each.date[:4] for each in (self.pair.a, self.pair.b)}
        told = self.phrases.told.format(year=side.date[:4]) if len(years) > 1 and side.date else ""
        told += "".join(self.phrases.succeeded.format(title=title) for title in side.succeeded_by)
        return self.phrases.side.format(
            offices=names or self.phrases.unknown,
            title=self.phrases.title.format(title=side.title),
            told=told,
        )

    def offices(self, facts: Iterable[SideFact]) -> str:
        return self.phrases.offices.join(self.name(fact.name) for fact in facts)

    def name(self, printed: str) -> str:
        return (
            printed
            if self.language == "japanese"
            else self.known.get(printed) or in_english(printed)
        )

    def names(self, kind: str, printed: Sequence[str]) -> str:
        most, told = (
            _words().most,
            [name if kind == "terms" else self.word(name) for name in printed],
        )
        return self.phrases.names_apart.join(
            [
                *told[:most],
                *([self.phrases.more.format(n=len(told) - most)] if len(told) > most else []),
            ]
        )

    def word(self, printed: str) -> str:
        """A vocabulary word as it stands within a sentence: its capital goes, unless it is an
        abbreviation's or a proper name's.
        """
        name = self.name(printed)
        return (
            name[:1].lower() + name[1:]
            if name == in_english(printed) != printed and name[1:2].islower()
            else name
        )

    def kind(self, aspect: Aspect) -> str:
        return self.phrases.kind.format(
            label=self.label(aspect.kind, len(aspect.shared)),
            names=self.names(aspect.kind, aspect.shared),
        )

    def label(self, kind: str, count: int) -> str:
        return self.phrases.labels[kind][count > 1]

    def difference(self, aspect: Aspect, both: bool) -> str:
        """What only one of the two has; nothing where a silent page would make the difference."""
        if not (aspect.only_a or aspect.only_b) or (
            both and not ((aspect.shared or aspect.only_a) and (aspect.shared or aspect.only_b))
        ):
            return ""
        phrase = (
            self.phrases.kind_both
            if aspect.only_a and aspect.only_b
            else self.phrases.kind_a
            if aspect.only_a
            else self.phrases.kind_b
        )
        return phrase.format(
            label=self.label(aspect.kind, 2),
            a=self.names(aspect.kind, aspect.only_a),
            b=self.names(aspect.kind, aspect.only_b),
        )

    # --- money ------------------------------------------------------------------------------------

    def money(self) -> str:
        a, b, common = (
            self.sums(totals(draws))
            for draws in (self.pair.a.draws, self.pair.b.draws, self.pair.common)
        )
        budgets_a, budgets_b = (
            {draw.budget for draw in side.draws} for side in (self.pair.a, self.pair.b)
        )
        if common and budgets_a == budgets_b:
            return self.phrases.one_pot.format(common=common)
        phrase = (
            self.phrases.sums_with_pot
            if common
            else (
                self.phrases.sums
                if a and b
                else self.phrases.sum_a
                if a
                else self.phrases.sum_b
                if b
                else self.phrases.no_sum
            )
        )
        return phrase.format(a=a, b=b, common=common)

    def sums(self, found: Sequence[Total]) -> str:
        return _listed([self.sum(total) for total in found], self.phrases.sums_apart)

    def sum(self, total: Total) -> str:
        yen = (
            yen_in_japanese(total.yen) if self.language == "japanese" else yen_in_english(total.yen)
        )
        years = [str(year) for year, _ in total.by_year if year]
        return self.phrases.kinds[total.kind].format(
            yen=self.phrases.at_most.format(yen=yen) if total.at_most else yen,
            year=self.phrases.year.format(years=self.phrases.years.join(years)) if years else "",
        )
