"""Which size class a company is, at one measure: by its numbers where a page says how, else by the
word that it goes by or the law of its trade; what nobody can be is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import get_args

from graph.bounds import quoted
from graph.errors import NotFound, ProfileError
from graph.language.fold import fold
from graph.schema.industry_classes import Trade
from graph.schema.legal_sizes import beside_capital, beyond, impossible, legal_size
from graph.schema.size_classes import SizeClass, size_names, sizes_called
from queries.bonus.profile import NUMBERS
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.sizes import Limit, SizeWay, WaysByClass
from queries.bonus.who import UNTOLD, Who

_COMPANY, _PERSON = "法人", "個人事業主"  # who has capital is a company


class ContradictionError(ProfileError):
    """What a company states of its size that cannot all be so.

    size: the smallest size class that it names
    conflict: the class that it names too; None where numbers exclude it
    numbers: the numbers that exclude `size`; empty where two words contradict one another
    """

    def __init__(
        self, what: str, todo: str, size: str, conflict: str | None, numbers: Mapping[str, int]
    ) -> None:
        super().__init__(what, todo=todo)
        self.size, self.conflict, self.numbers = size, conflict, numbers


_SMALL: tuple[SizeClass, ...] = ("小規模事業者", "中小企業")


@dataclass(frozen=True)
class Question:
    """What an answer hangs on, since the profile does not say it."""

    of: str
    """What it hangs on: a number (employees, capital, sales, group_employees), or whom, law,
    size, trade or taxed.
    """
    detail: str | None = None
    """Which trade or legal form, law or size class."""


@dataclass(frozen=True)
class SizeAtMeasure:
    """A company's size class at one measure."""

    size: str | None
    """The class, None where it is not settled."""
    open: tuple[Question, ...]
    """What it hangs on where it is not settled."""
    excluded: frozenset[str]
    """The classes that it is not."""
    parts: tuple[tuple[str, tuple[Question, ...]], ...] = ()
    """For a class within its own, what that hangs on where something is known of it."""


@dataclass(frozen=True)
class CompanySize:
    """All that a rule may ask of a company's size."""

    name: str | None
    """The smallest size class that it names, None where it names none."""
    words: frozenset[str]
    """The classes that it is by its own word: that one and those that contain it."""
    stated: tuple[tuple[str, int], ...]
    """The numbers that it states, by their names in NUMBERS."""
    excluded: frozenset[str] = frozenset()
    """The classes that its numbers exclude wherever the documents tell these by numbers."""
    parts: tuple[tuple[str, tuple[Question, ...]], ...] = ()
    """By class that its numbers leave open, what that hangs on."""
    also: tuple[str, ...] = ()
    """Larger classes that it goes by too, at other measures."""
    legal: str | None = None
    """The class that the laws have for its trade and numbers (legal_sizes.yaml), where they do."""
    at: tuple[tuple[str, str], ...] = ()
    """Measures with its class there, where it tells it."""
    who: Who = UNTOLD
    """Of which kind and industry it is."""
    beyond: frozenset[str] = frozenset()
    """The classes that it is in by the law of no trade, since it has no capital and so many heads.
    """

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers that it states, by their names."""
        return dict(self.stated)


def company_size(
    book: RuleBook,
    words: tuple[str, ...],
    numbers: Mapping[str, int],
    who: Who | None = None,
    at: tuple[tuple[str, str], ...] = (),
) -> CompanySize:
    """The size of a company that these words and numbers describe; `at`: its class at single
    measures.

    Raises NotFound for a word that is no size class, ContradictionError for classes that nobody is
    at once, at whatever measures, and for numbers that nobody of the class has.
    """
    who = who or UNTOLD
    without_capital = who.without_capital and "capital" not in numbers
    names = size_words(book, words)
    name = names[0] if names else None
    if name and "cooperative" not in who.kinds and (case := impossible(name, numbers)):
        raise _excluded(name, {of: numbers[of] for of in case.over.stated()}, case.why)
    excluded, parts = _by_numbers(book, numbers, who) if numbers else (frozenset[str](), ())
    by_word = frozenset(size for size, within in book.sizes.items() if name in within)
    also = tuple(other for other in names[1:] if other not in by_word)
    return CompanySize(
        name,
        by_word if not also else frozenset(),
        tuple(numbers.items()),
        excluded - by_word - frozenset(also),
        parts,
        also,
        _legal(who, numbers, without_capital),
        at,
        who,
        beyond(numbers) if without_capital else frozenset(),
    )


def _legal(who: Who, numbers: Mapping[str, int], without_capital: bool) -> SizeClass | None:
    """The class by law; of who tells no trade the small one that it is in whichever trade (the
    laws have larger limits for some).
    """
    if who.trades:
        return legal_size(who.trades, numbers, without_capital)
    found = legal_size(get_args(Trade), numbers, without_capital) if numbers else None
    return found if found in _SMALL else None


def size_words(book: RuleBook, words: Iterable[str]) -> tuple[str, ...]:
    """The size classes that words name, the smallest first; one that the graph alone knows, last.
    Raises NotFound, and ContradictionError for the smallest beside one that it is no part of.
    """
    names: set[str] = set()
    for word in words:
        name = book.size_names.get(fold(word)) or sizes_called().get(fold(word))
        if name is None:
            raise NotFound(
                f"there is no size class {quoted(word)}", todo=f"one of {', '.join(size_names())}"
            )
        names.add(name)
    place: dict[str, int] = {name: n for n, name in enumerate(size_names())}
    ordered = sorted(names, key=lambda name: (place.get(name, len(place)), name))
    smallest = size_names()[0]
    conflict = next((name for name in ordered if smallest not in book.sizes[name]), None)
    if conflict and smallest in names:
        raise ContradictionError(
            f"a company is not {conflict} and {smallest} at once",
            "tell one size class",
            smallest,
            conflict,
            {},
        )
    return tuple(ordered)


def _excluded(name: str, numbers: Mapping[str, int], why: str) -> ContradictionError:
    """That nobody with these numbers is in the class named."""
    stated = ", ".join(f"{of} {value:,}{NUMBERS[of]}" for of, value in numbers.items())
    return ContradictionError(
        f"{stated} is not {name} anywhere: {why}",
        "leave out the size class or correct the number",
        name,
        None,
        numbers,
    )


def _by_numbers(
    book: RuleBook, numbers: Mapping[str, int], who: Who
) -> tuple[frozenset[str], tuple[tuple[str, tuple[Question, ...]], ...]]:
    """The size classes that the numbers exclude at every measure that tells them by numbers; and
    those that they leave open, with what these hang on.
    """
    excluded, parts = set(), []
    for name in size_names():
        measures = [classes for classes in book.tests.values() if name in classes]
        results = [(classes, size_by_numbers(classes, numbers, who=who)) for classes in measures]
        if results and all(_is_not(book, result, name) for _, result in results):
            excluded.add(name)
        questions = [
            result.open
            for classes, result in results
            if name == next(iter(classes)) and result.open  # what is open is of the smallest class
        ]
        if questions:
            parts.append((name, questions[0]))
    return frozenset(excluded), tuple(parts)


def _is_not(book: RuleBook, at_measure: SizeAtMeasure, name: str) -> bool:
    """Whether the numbers exclude a class at a measure, or come to one that neither contains it nor
    is a part of it.
    """
    size = at_measure.size
    return name in at_measure.excluded or bool(
        size and name not in book.sizes[size] and size not in book.sizes[name]
    )


def size_by_numbers(
    classes: WaysByClass,
    numbers: Mapping[str, int],
    words: frozenset[str] = frozenset(),
    who: Who | None = None,
) -> SizeAtMeasure:
    """The class that the numbers come to by one measure's tests, from the smallest class up.
    `words`: the size classes that the company is by its own word (they answer a law's class);
    `who`: its kind and trade.
    """
    excluded: set[str] = set()
    hangs_on: tuple[Question, ...] = ()
    for name, ways in classes.items():
        holds, questions = _is_in(name, ways, numbers, words, who or UNTOLD)
        if holds and not hangs_on:
            return SizeAtMeasure(name, (), frozenset(excluded))
        if (
            not holds and not questions
        ):  # also of a larger class than that which is open: one limit that fails is enough
            excluded.add(name)
        hangs_on = hangs_on or questions
    return SizeAtMeasure(None, hangs_on, frozenset(excluded))


def _is_in(
    name: str,
    ways: tuple[SizeWay, ...],
    numbers: Mapping[str, int],
    words: frozenset[str],
    who: Who,
) -> tuple[bool, tuple[Question, ...]]:
    """Whether a company is in a class by any of its ways, or what that hangs on."""
    possible: list[tuple[SizeWay, list[Question]]] = []
    ways = tuple(_beside_capital(name, way, numbers, who) for way in ways)
    called = {way.whom: _called(way.whom, numbers, who) for way in ways}
    for_it = [way for way in ways if called[way.whom] is not False]
    for way in for_it:
        holds = [limit.holds(numbers) for limit in way.limits]
        if False in holds or (way.law and words and name not in words):
            continue
        missing = [
            Question(limit.of)
            for limit, kept in zip(way.limits, holds, strict=True)
            if kept is None
        ]
        missing += [Question("law", way.law)] if way.law and name not in words else []
        if called[way.whom] and not missing:
            return True, ()
        possible.append((way, missing))
    questions = [question for _, missing in possible for question in missing]
    if possible and not questions and len(possible) == len(for_it):
        return True, ()  # it holds whichever of them the company is
    questions += [
        Question("whom", way.whom)
        for way, missing in possible
        if way.whom and not missing and called[way.whom] is None
    ]
    return False, tuple(dict.fromkeys(questions))


def _beside_capital(name: str, way: SizeWay, numbers: Mapping[str, int], who: Who) -> SizeWay:
    """A way of a 法人 with what a law has for a company of these kinds instead of its bound on the
    capital, for those of which it has something.
    """
    if way.whom != _COMPANY or not who.kinds:
        return way
    without_capital = who.without_capital and "capital" not in numbers
    limits: list[Limit] = []
    for limit in way.limits:
        other = (
            beside_capital(name, limit.amount, who.kinds, without_capital)
            if limit.of == "capital"
            else None
        )
        limits += [limit] if other is None else [Limit(of, "<=", n) for of, n in other.items()]
    return replace(way, limits=tuple(limits))


def _called(whom: str | None, numbers: Mapping[str, int], who: Who) -> bool | None:
    """Whether a way is for the company; who has capital is a company."""
    if whom is None:
        return True
    told = who.is_called(whom)
    if told is None and "capital" in numbers and whom in (_COMPANY, _PERSON):
        return whom == _COMPANY
    return told


def size_at(book: RuleBook, size: CompanySize, measure: str | None) -> SizeAtMeasure:
    """The company's size class at a measure: by its numbers where the page tells it so and they
    settle it, else by its word.
    """
    if told := dict(size.at).get(measure or ""):
        return SizeAtMeasure(told, (), frozenset())
    classes = book.tests.get(measure) if measure else None
    if classes is None:
        return _by_word_or_law(book, size)
    law = frozenset(name for name, within in book.sizes.items() if size.legal in within)
    by_numbers = size_by_numbers(classes, size.numbers, law or size.words, size.who)
    if size.name is None or (
        size.numbers and (by_numbers.size or size.name in by_numbers.excluded)
    ):
        return by_numbers
    excluded = by_numbers.excluded if size.numbers else frozenset[str]()
    return SizeAtMeasure(size.name, (), size.excluded | excluded, size.parts)


def _by_word_or_law(book: RuleBook, size: CompanySize) -> SizeAtMeasure:
    """Where no page tells the class by numbers: the class that the law has for its trade and
    numbers, where that is a part of the word or one of several; else the word.
    """
    if size.name and size.legal and size.legal in book.sizes[size.name]:
        smaller = frozenset(book.sizes[size.legal]) - {size.legal}
        return SizeAtMeasure(size.legal, (), smaller)
    if size.name and not size.also:
        return SizeAtMeasure(size.name, (), size.excluded, size.parts)
    if size.legal and (not size.name or size.legal in (size.name, *size.also)):
        smaller = frozenset(book.sizes[size.legal]) - {size.legal}
        return SizeAtMeasure(size.legal, (), smaller)
    if size.name is None:
        return SizeAtMeasure(None, (Question("size"),), size.beyond)
    stated = frozenset().union(*(book.sizes[name] for name in (size.name, *size.also)))
    return SizeAtMeasure(None, (Question("size"),), frozenset(book.sizes) - stated)


def in_size(book: RuleBook, at_measure: SizeAtMeasure, wanted: str) -> tuple[Question, ...] | None:
    """What it hangs on whether the class at a measure is the wanted one or a part of it: on nothing
    where it is; None where it is not.
    """
    size, excluded = at_measure.size, at_measure.excluded
    if book.sizes[wanted] <= excluded or any(wanted in book.sizes[name] for name in excluded):
        return None  # who is outside a class is in no part of it
    if size is None:
        return at_measure.open or (Question("size", wanted),)
    if size in book.sizes[wanted]:
        return ()
    questions = dict(at_measure.parts).get(wanted, (Question("size", wanted),))
    return questions if wanted in book.sizes[size] and wanted not in excluded else None
