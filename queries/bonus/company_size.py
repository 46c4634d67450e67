"""Which size class a company is, at one measure: by its numbers where a page says how, else by the
word that it goes by; contradictions are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.errors import NotFound, ProfileError
from graph.language.fold import fold
from graph.schema.size_classes import size_names
from queries.bonus.profile import NUMBERS
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.sizes import SizeWay, WaysByClass

_COMPANY, _PERSON = "法人", "個人事業主"  # who has capital is a company


class ContradictionError(ProfileError):
    """What a company states of its size that cannot all be so.

    size: the smallest size class that it names
    conflict: the class that it names too, or that the numbers come to (None: not settled)
    numbers: the numbers that exclude `size`; empty where two words contradict one another
    """

    def __init__(
        self, what: str, todo: str, size: str, conflict: str | None, numbers: Mapping[str, int]
    ) -> None:
        super().__init__(what, todo=todo)
        self.size, self.conflict, self.numbers = size, conflict, numbers


@dataclass(frozen=True)
class Question:
    """What an answer hangs on, since the profile does not say it."""

    of: str
    """What it hangs on: a number (employees, capital, sales, group_employees), or whom, law or
    size.
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

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers that it states, by their names."""
        return dict(self.stated)


def company_size(book: RuleBook, words: tuple[str, ...], numbers: Mapping[str, int]) -> CompanySize:
    """The size of a company that these words and numbers describe.

    Raises NotFound for a word that is no size class, ContradictionError for classes of which none
    contains the other and for numbers that exclude the class named.
    """
    name = _smallest(book, words)
    excluded, parts = _by_numbers(book, numbers) if numbers else (frozenset[str](), ())
    if name is not None and name in excluded:
        raise _excluded(book, name, numbers)
    by_word = frozenset(size for size, within in book.sizes.items() if name in within)
    return CompanySize(name, by_word, tuple(numbers.items()), excluded, parts)


def _smallest(book: RuleBook, words: tuple[str, ...]) -> str | None:
    """The smallest of the classes named; each of the rest must contain it."""
    names = []
    for word in words:
        if fold(word) not in book.size_names:
            raise NotFound(
                f"there is no size class {word!r}", todo=f"one of {', '.join(size_names())}"
            )
        names.append(book.size_names[fold(word)])
    if not names:
        return None
    smallest = min(names, key=size_names().index)
    if conflict := next((name for name in names if smallest not in book.sizes[name]), None):
        raise ContradictionError(
            f"a company is not {conflict} and {smallest} at once",
            "tell one size class",
            smallest,
            conflict,
            {},
        )
    return smallest


def _excluded(book: RuleBook, name: str, numbers: Mapping[str, int]) -> ContradictionError:
    """That the numbers exclude the class named at every measure that tells it by numbers."""
    by_numbers = sorted(
        size
        for classes in book.tests.values()
        if name in classes and (size := size_by_numbers(classes, numbers).size)
    )
    conflict = by_numbers[0] if by_numbers else None
    stated = ", ".join(f"{of} {value:,}{NUMBERS[of]}" for of, value in numbers.items())
    return ContradictionError(
        f"{stated} is not {name}{f' but {conflict}' if conflict else ''}, wherever the"
        " documents tell it by numbers",
        "leave out the size class or correct the number",
        name,
        conflict,
        numbers,
    )


def _by_numbers(
    book: RuleBook, numbers: Mapping[str, int]
) -> tuple[frozenset[str], tuple[tuple[str, tuple[Question, ...]], ...]]:
    """The size classes that the numbers exclude at every measure that tells them by numbers; and
    those that they leave open, with what these hang on.
    """
    excluded, parts = set(), []
    for name in size_names():
        measures = [classes for classes in book.tests.values() if name in classes]
        results = [(classes, size_by_numbers(classes, numbers)) for classes in measures]
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
    classes: WaysByClass, numbers: Mapping[str, int], words: frozenset[str] = frozenset()
) -> SizeAtMeasure:
    """The class that the numbers come to by one measure's tests, from the smallest class up.
    `words`: the size classes that the company is by its own word (they answer a law's class).
    """
    excluded: set[str] = set()
    hangs_on: tuple[Question, ...] = ()
    for name, ways in classes.items():
        holds, questions = _is_in(name, ways, numbers, words)
        if holds and not hangs_on:
            return SizeAtMeasure(name, (), frozenset(excluded))
        if (
            not holds and not questions
        ):  # also of a larger class than that which is open: one limit that fails is enough
            excluded.add(name)
        hangs_on = hangs_on or questions
    return SizeAtMeasure(None, hangs_on, frozenset(excluded))


def _is_in(
    name: str, ways: tuple[SizeWay, ...], numbers: Mapping[str, int], words: frozenset[str]
) -> tuple[bool, tuple[Question, ...]]:
    """Whether a company is in a class by any of its ways, or what that hangs on."""
    possible: list[tuple[SizeWay, list[Question]]] = []
    for_it = [way for way in ways if way.whom != _PERSON or "capital" not in numbers]
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
        settled = way.whom is None or (way.whom == _COMPANY and "capital" in numbers)
        if settled and not missing:
            return True, ()
        possible.append((way, missing))
    questions = [question for _, missing in possible for question in missing]
    if possible and not questions and len(possible) == len(for_it):
        return True, ()  # it holds whichever of them the company is
    questions += [
        Question("whom", way.whom) for way, missing in possible if way.whom and not missing
    ]
    return False, tuple(dict.fromkeys(questions))


def size_at(book: RuleBook, size: CompanySize, measure: str | None) -> SizeAtMeasure:
    """The company's size class at a measure: by its numbers where the page tells it so and they
    settle it, else by its word.
    """
    classes = book.tests.get(measure) if measure else None
    if classes is None:
        if size.name is None:
            return SizeAtMeasure(None, (Question("size"),), frozenset())
        return SizeAtMeasure(size.name, (), size.excluded, size.parts)
    by_numbers = size_by_numbers(classes, size.numbers, size.words)
    if size.name is None or (
        size.numbers and (by_numbers.size or size.name in by_numbers.excluded)
    ):
        return by_numbers
    excluded = by_numbers.excluded if size.numbers else frozenset[str]()
    return SizeAtMeasure(size.name, (), size.excluded | excluded, size.parts)


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
