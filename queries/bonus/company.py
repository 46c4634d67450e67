"""A profile looked up in the graph: what it holds with all that that contains, what it does, and
its size; contradictions are refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.errors import NotFound, ProfileError
from graph.language.fold import fold
from graph.language.numerals import number
from graph.schema.size_classes import size_names
from queries.bonus.book import RuleBook
from queries.bonus.profile import NUMBERS, Profile
from queries.bonus.sizes import Question, SizeThere, size_there
from queries.search.search import nearest

_AMOUNT = re.compile(
    r"(?P<what>.+?)\+?(?P<numeral>\d[\d,.]*[百千万億]*)(?P<unit>\D{1,5}?)(?:以上)?"
)


class Contradiction(ProfileError):
    """What a company tells of its size that cannot all be so: of class `size`, and of class `other`
    too; or of `size` with `numbers` that say no (`other`: what they come to, where that is
    settled).
    """

    def __init__(
        self, what: str, todo: str, size: str, other: str | None, numbers: Mapping[str, int]
    ) -> None:
        super().__init__(what, todo=todo)
        self.size, self.other, self.numbers = size, other, numbers


@dataclass(frozen=True)
class Deed:
    """What a company does or has that is no certification: `what` folded, `amount` in `unit` where
    it is told.
    """

    what: str
    amount: float | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Company:
    """`size` the smallest class told (None: not told), `words` the classes that it is by its own
    word; `own` ids of what it holds, `held` with all that they contain and that was needed for
    them; `not_of` the classes that its numbers exclude wherever the documents tell these by
    numbers, `asked` by class what that hangs on where the numbers leave it open.
    """

    size: str | None
    words: frozenset[str]
    own: tuple[str, ...]
    held: frozenset[str]
    deeds: tuple[Deed, ...]
    told: tuple[tuple[str, int], ...]
    not_of: frozenset[str] = frozenset()
    asked: tuple[tuple[str, tuple[Question, ...]], ...] = ()

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        return dict(self.told)


def company(book: RuleBook, profile: Profile) -> Company:
    """The company that a profile tells of.

    Raises NotFound with the nearest names for a certification, condition or size class that the
    graph does not know, Contradiction for size classes of which none contains the other and for
    numbers that exclude the class told, ProfileError for an amount in a unit that no rule asks for.
    """
    own: dict[str, None] = {}
    deeds: dict[Deed, None] = {}
    for told in (*profile.hold, *profile.does):
        found = certification_of(book, told) or _deed(book, told)
        if isinstance(found, Deed):
            deeds[found] = None
        else:
            own[found] = None
    size = _size(book, profile.size)
    words = frozenset(name for name, parts in book.sizes.items() if size in parts)
    told_numbers = tuple(profile.numbers().items())
    made = Company(
        size,
        words,
        tuple(own),
        book.held_with(own),
        tuple(deeds),
        told_numbers,
        *_by_numbers(book, dict(told_numbers)),
    )
    _check_size(book, made)
    return made


def _by_numbers(
    book: RuleBook, numbers: Mapping[str, int]
) -> tuple[frozenset[str], tuple[tuple[str, tuple[Question, ...]], ...]]:
    """The size classes that the numbers exclude at every measure that tells them by numbers; and
    those that they leave open, with what these hang on.
    """
    if not numbers:
        return frozenset(), ()
    found = {
        name: [
            (classes, size_there(classes, numbers))
            for classes in book.tests.values()
            if name in classes
        ]
        for name in size_names()
    }
    excluded = frozenset(
        name
        for name, says in found.items()
        if says and all(_is_not(book, there, name) for _, there in says)
    )
    smallest = {
        name: [there for classes, there in says if name == next(iter(classes)) and there.open]
        for name, says in found.items()
    }  # what is open is of the smallest class
    return excluded, tuple((name, says[0].open) for name, says in smallest.items() if says)


def _is_not(book: RuleBook, there: SizeThere, name: str) -> bool:
    """Whether the numbers exclude a class at a measure, or come to one that neither contains it nor
    is a part of it.
    """
    return name in there.excluded or bool(
        there.size and name not in book.sizes[there.size] and there.size not in book.sizes[name]
    )


def certification_of(book: RuleBook, told: str) -> str | None:
    """The id of the certification that a name means, None where none does."""
    return book.certification_names.get(fold(told))


def names_told(book: RuleBook) -> dict[str, str]:
    """Folded name → name of all that a company can say that it holds or does."""
    names = {
        name: book.certifications[each].name for name, each in book.certification_names.items()
    }
    deeds = {
        name: ways[0].what if (ways := book.conditions.get(what)) else what
        for name, what in book.deed_names.items()
    }
    return deeds | names


def is_condition(book: RuleBook, told: str) -> bool:
    """Whether a rule asks for something of that name that is no certification."""
    return fold(told) in book.deed_names


def _deed(book: RuleBook, told: str) -> Deed:
    whole = fold(told)
    if whole in book.deed_names:
        return Deed(book.deed_names[whole])
    match = _AMOUNT.fullmatch(whole)
    said = match["what"] if match else whole
    if not match or said not in book.deed_names:
        raise NotFound(
            f"no rule asks for {told!r}, and no certification is called so",
            todo=nearest(said, names_told(book)),
        )
    what, amount, unit = book.deed_names[said], number(match["numeral"]), match["unit"]
    units = sorted({asked.unit for asked in book.conditions.get(what, ()) if asked.unit})
    if amount is None or unit not in units:
        raise ProfileError(
            f"{told!r}: rules ask for {names_told(book)[said]}"
            f" {'in ' + ', '.join(units) if units else 'without an amount'}"
        )
    return Deed(what, amount, unit)


def _size(book: RuleBook, words: tuple[str, ...]) -> str | None:
    """The smallest of the classes told; each of the others must contain it."""
    named = []
    for word in words:
        if fold(word) not in book.size_names:
            raise NotFound(
                f"there is no size class {word!r}", todo=f"one of {', '.join(size_names())}"
            )
        named.append(book.size_names[fold(word)])
    if not named:
        return None
    smallest = min(named, key=size_names().index)
    if other := next((name for name in named if smallest not in book.sizes[name]), None):
        raise Contradiction(
            f"a company is not {other} and {smallest} at once",
            "tell one size class",
            smallest,
            other,
            {},
        )
    return smallest


def _check_size(book: RuleBook, told: Company) -> None:
    """The word must stand at one measure at least of those that tell the class by numbers."""
    if told.size in told.not_of:
        numbers = ", ".join(f"{name} {value:,}{NUMBERS[name]}" for name, value in told.told)
        sizes = sorted(
            {
                found
                for classes in book.tests.values()
                if told.size in classes and (found := size_there(classes, told.numbers).size)
            }
        )
        other = sizes[0] if sizes else None
        raise Contradiction(
            f"{numbers} is not {told.size}{f' but {other}' if other else ''}, wherever the"
            " documents tell it by numbers",
            "leave out the size class or correct the number",
            told.size,
            other,
            told.numbers,
        )


def size_at(book: RuleBook, told: Company, measure: str | None) -> SizeThere:
    """The company's size class at a measure: by its numbers where the page tells it so and they
    settle it, else by its word.
    """
    found = (
        size_there(book.tests[measure], told.numbers, told.words)
        if measure in book.tests and told.numbers
        else None
    )
    if found and (found.size or (found.excluded and told.size in found.excluded)):
        return found
    if told.size:
        return SizeThere(
            told.size, (), told.not_of | (found.excluded if found else frozenset()), told.asked
        )
    if measure in book.tests:
        return found or size_there(book.tests[measure], {}, told.words)
    return SizeThere(None, (Question("size"),), frozenset())


def in_size(book: RuleBook, there: SizeThere, wanted: str) -> tuple[Question, ...] | None:
    """What it hangs on whether the class at a measure is the wanted one or a part of it: on nothing
    where it is; None where it is not.
    """
    if book.sizes[wanted] <= there.excluded or any(
        wanted in book.sizes[each] for each in there.excluded
    ):  # who is outside a class is in no part of it
        return None
    if there.size is None:
        return there.open or (Question("size", wanted),)
    if there.size in book.sizes[wanted]:
        return ()
    asked = dict(there.asked).get(wanted, (Question("size", wanted),))
    return asked if wanted in book.sizes[there.size] and wanted not in there.excluded else None
