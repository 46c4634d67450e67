"""One sentence a pair, in Japanese and English, made from its facts; the words stand in
sentences.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from graph.files.yaml_file import read_yaml
from graph.language.yen import yen_in_english, yen_in_japanese
from graph.schema.budget_kinds import UNSTATED, budget_kinds
from queries.english import in_english
from queries.money.rule import Total, totals
from queries.overlap.grades import NAMES
from queries.overlap.pair import Aspect, Pair
from queries.overlap.sides import ASPECTS, Side, SideFact

TEXTS = Path(__file__).with_name("sentences.yaml")
Language = Literal["japanese", "english"]


class Phrases(BaseModel):
    """The words of one language. Blanks stand in braces; both languages have the same ones."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    kinds_apart: tuple[str, str]
    """What stands between respects, and before the last one."""
    names_apart: str
    """What stands between names."""
    sums_apart: tuple[str, str]
    """What stands between sums, and before the last one."""
    more: str
    """How many names are not listed."""
    title: str
    """The title of a measure."""
    side: str
    """One of the two measures."""
    dated: str
    """The year of its document, where the two differ."""
    succeeded: str
    """What carries it on."""
    through: str
    """A body with the ministry, not printed, that supervises it."""
    offices: str
    """What stands between offices."""
    unknown: str
    """What stands in place of offices that no page names."""
    sentence: str
    """The whole sentence."""
    shares: str
    """What both have."""
    shares_nothing: str
    """What stands instead where they have nothing in common."""
    kind: str
    """One respect in which both have something."""
    differ: str
    """What differs."""
    kind_both: str
    """One respect in which each has something else."""
    kind_a: str
    """One in which only the first has something."""
    kind_b: str
    """One in which only the second has something."""
    labels: dict[str, tuple[str, str]]
    """A respect, of one thing and of several."""
    sums: str
    """The money of both."""
    sum_a: str
    """Where only the first prints a sum."""
    sum_b: str
    """Where only the second does."""
    no_sum: str
    """Where neither does."""
    one_pot: str
    """Where both draw on the same budgets."""
    sums_with_pot: str
    """Where some of the budgets are the same."""
    part_of: str
    """A sum of which a measure only gets a part."""
    year: str
    """The year of a sum."""
    sum: str
    """A sum with its kind of budget."""
    sum_unstated: str
    """A sum of which no kind is printed."""


class Sentences(BaseModel):
    """What sentences are made of."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    most: int
    """How many names of one kind are listed; more are counted."""
    shared: list[str]
    """Respects (of sides.ASPECTS) in which what both have is named, in this order."""
    differs: dict[str, bool]
    """Respects in which what differs is named; true: only where both pages say something."""
    japanese: Phrases
    """The Japanese phrases."""
    english: Phrases
    """The English phrases."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        named = {*self.shared, *self.differs}
        if unknown := sorted(named - set(ASPECTS)):
            raise ValueError(f"nothing is compared in {', '.join(unknown)}")
        for phrases in (self.japanese, self.english):
            if lacking := sorted(named - set(phrases.labels)):
                raise ValueError(f"no label for {', '.join(lacking)}")
        for name in Phrases.model_fields:
            blanks = [_blanks(getattr(phrases, name)) for phrases in (self.japanese, self.english)]
            if blanks[0] != blanks[1]:
                raise ValueError(f"{name}: the blanks of the two languages differ")
        return self


def _blanks(phrase: object) -> list[str]:
    """The blanks of a phrase, sorted; a table of phrases has none."""
    if not isinstance(phrase, str):
        return []
    return sorted(blank for _, blank, _, _ in Formatter().parse(phrase) if blank is not None)


def read_sentences(path: Path) -> Sentences:
    """The words of a file; raises VocabularyError for a key that lacks or is unknown, and for
    blanks that only one language has.
    """
    return read_yaml(path, Sentences, "see the other language")


def _listed(names: Sequence[str], apart: tuple[str, str]) -> str:
    """a、b、c; a, b and c."""
    comma, last = apart
    return comma.join(names[:-1]) + last + names[-1] if len(names) > 1 else "".join(names)


@cache
def _words() -> Sentences:
    return read_sentences(TEXTS)


def sentence(pair: Pair, language: Language) -> str:
    """What the two share, what differs, the money on both sides (kinds of budget apart, one pot
    once) and the grade, in one sentence.
    """
    return _Speaker(pair, language).sentence()


class _Speaker:
    """A pair and the language of its sentence."""

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
        supervises), the year of its document where the two differ, and what carries it on.
        """
        offices = self.pair.offices(side)
        bodies = [body for body in side.facts.get("bodies", ()) if body.supervised]
        names = self.offices(offices)
        if bodies and offices and all(office.derived for office in offices):
            names = self.phrases.through.format(bodies=self.offices(bodies), offices=names)
        years = {measure.date[:4] for measure in (self.pair.a, self.pair.b)}
        dated = (
            self.phrases.dated.format(year=side.date[:4]) if len(years) > 1 and side.date else ""
        )
        dated += "".join(self.phrases.succeeded.format(title=title) for title in side.succeeded_by)
        return self.phrases.side.format(
            offices=names or self.phrases.unknown,
            title=self.phrases.title.format(title=side.title),
            dated=dated,
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
        most = _words().most
        names = [name if kind == "terms" else self.word(name) for name in printed]
        more = [self.phrases.more.format(n=len(names) - most)] if len(names) > most else []
        return self.phrases.names_apart.join([*names[:most], *more])

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
        label = self.label(aspect.kind, 2)
        a, b = (self.names(aspect.kind, names) for names in (aspect.only_a, aspect.only_b))
        if a and b:
            return self.phrases.kind_both.format(label=label, a=a, b=b)
        if a:
            return self.phrases.kind_a.format(label=label, a=a)
        return self.phrases.kind_b.format(label=label, b=b)

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
        if common:
            return self.phrases.sums_with_pot.format(a=a, b=b, common=common)
        if a and b:
            return self.phrases.sums.format(a=a, b=b)
        if a:
            return self.phrases.sum_a.format(a=a)
        return self.phrases.sum_b.format(b=b) if b else self.phrases.no_sum

    def sums(self, of_kinds: Sequence[Total]) -> str:
        """What is the measures' own and what they get a part of are two sums."""
        said = (
            self.sum(total, yen, part_of=part_of)
            for total in of_kinds
            for yen, part_of in ((total.own, False), (total.pots, True))
            if yen is not None
        )
        return _listed(list(said), self.phrases.sums_apart)

    def sum(self, total: Total, amount: int, *, part_of: bool) -> str:
        """`amount`: the yen of the total that are said."""
        japanese = self.language == "japanese"
        yen = yen_in_japanese(amount, of_budget=True) if japanese else yen_in_english(amount)
        phrase = self.phrases.sum_unstated if total.kind == UNSTATED else self.phrases.sum
        kind = budget_kinds()[total.kind]
        return phrase.format(
            kind=kind.japanese if japanese else kind.english.lower(),
            yen=self.phrases.part_of.format(yen=yen) if part_of else yen,
            year=self.phrases.year.format(year=total.year) if total.year else "",
        )
