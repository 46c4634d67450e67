"""A profile looked up in the graph: its size, and what it holds with all that that contains, and
does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.bounds import WORD, quoted
from graph.errors import NotFound, ProfileError
from graph.language.fold import fold
from graph.language.numerals import number
from graph.language.search_key import search_key
from queries.bonus.company_size import CompanySize, company_size
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.size_at_measures import sizes_at
from queries.bonus.who import who_asks
from queries.search.search import nearest, without_year

_AMOUNT = re.compile(
    r"(?P<what>.+?)\(?(?P<sign>[+\-−▲△]|マイナス)?(?P<numeral>\d[\d,.]*[百千万億]*)"
    r"(?P<unit>\D{0,5}?)(?:以上)?\)?"
)
_HOLDERS = ("認定企業", "認定事業者", "企業", "事業者", "法人")  # くるみん認定企業: who holds it


@dataclass(frozen=True)
class Deed:
    """What a company does or has that is no certification."""

    what: str
    """Its folded name, as in the book's `conditions`."""
    amount: float | None = None
    """How much, in `unit`; None where the profile states none."""
    unit: str | None = None
    """% or 円, say; None where there is no amount."""


@dataclass(frozen=True)
class Holdings:
    """All that a rule may ask of what a company holds and does, in one order however a profile
    lists it, so that companies that state the same have the same answer.
    """

    certifications: tuple[str, ...]
    """Ids of those that its profile names, sorted."""
    held: frozenset[str]
    """Ids of these, of all that they contain and of all that was needed for them."""
    deeds: tuple[Deed, ...]
    """What it does besides, sorted."""


@dataclass(frozen=True)
class Company:
    """A company of which the graph knows every word."""

    size: CompanySize
    """Its size class, numbers, kind and industry."""
    holdings: Holdings
    """What it holds and does."""


def company(book: RuleBook, profile: Profile) -> Company:
    """The company that a profile describes.

    Raises NotFound with the nearest names for a certification, condition, size class, industry,
    kind or measure that is not known, ContradictionError for size classes that nobody is at once
    and numbers that nobody of the class has, ProfileError for an amount in a unit that no rule
    asks for.
    """
    holdings = company_holdings(book, (*profile.hold, *profile.does))
    return Company(stated_size(book, profile), holdings)


def stated_size(book: RuleBook, profile: Profile) -> CompanySize:
    """The size, kind and industry of the company that a profile describes; raises as `company`."""
    who, at = who_asks(profile), sizes_at(book, profile.size_for)
    return company_size(book, profile.size, profile.numbers(), who, at)


def company_holdings(book: RuleBook, names: Iterable[str]) -> Holdings:
    """What a company holds and does of which a profile has these names; raises NotFound and
    ProfileError.
    """
    certifications: set[str] = set()
    deeds: set[Deed] = set()
    for name in names:
        if certification := certification_of(book, name):
            certifications.add(certification)
        else:
            deeds.add(_deed(book, name))
    return Holdings(
        tuple(sorted(certifications)),
        book.held_with(certifications),
        tuple(sorted(deeds, key=lambda deed: (deed.what, deed.unit or "", deed.amount or 0))),
    )


def with_held(book: RuleBook, company: Company, certifications: Sequence[str]) -> Company:
    """The company, holding the certifications of these ids too."""
    ids = tuple(sorted({*company.holdings.certifications, *certifications}))
    holdings = replace(company.holdings, certifications=ids, held=book.held_with(ids))
    return replace(company, holdings=holdings)


def certification_of(book: RuleBook, name: str) -> str | None:
    """The id of the certification that a name means, None where none does."""
    names = book.certification_names
    forms = [fold(name), search_key(name), search_key(without_year(name))]
    forms += [form.removesuffix(word) for form in forms for word in _HOLDERS]
    return next((names[form] for form in forms if form in names), None)


def is_condition(book: RuleBook, name: str) -> bool:
    """Whether a rule asks for something of that name that is no certification."""
    return _deed_name(book, fold(name)) is not None


def known_names(book: RuleBook) -> dict[str, str]:
    """Folded name → name of all that a company can say that it holds or does."""
    deeds = {
        name: ways[0].what if (ways := book.conditions.get(what)) else what
        for name, what in book.deed_names.items()
    }
    return deeds | {
        name: book.certifications[certification].name
        for name, certification in book.certification_names.items()
    }


def _deed(book: RuleBook, text: str) -> Deed:
    folded = fold(text[:WORD])
    if whole := _deed_name(book, folded):
        return Deed(book.deed_names[whole])
    match = _AMOUNT.fullmatch(folded)
    called = (match["what"], match["what"].removesuffix("率")) if match else ()
    name = next(filter(None, (_deed_name(book, each) for each in called)), None)
    if not match or name is None:
        raise NotFound(
            f"no rule asks for {quoted(text)}, and no certification is called so",
            todo=nearest(match["what"] if match else folded, known_names(book)),
        )
    what, amount, unit = book.deed_names[name], number(match["numeral"]), match["unit"]
    if match["sign"] not in (None, "+") or not amount:
        raise ProfileError(
            f"{quoted(text)} is no rise",
            todo=f"leave it out, or say by how much it rises: {what}+3%",
        )
    units = sorted({way.unit for way in book.conditions.get(what, ()) if way.unit})
    if amount is None or unit not in units:
        of = known_names(book)[name]
        raise ProfileError(
            f"{quoted(text)}: rules ask for {of} in {', '.join(units)}"
            if units
            else f"{quoted(text)}: rules ask for {of} without an amount"
        )
    return Deed(what, amount, unit)


def _deed_name(book: RuleBook, folded: str) -> str | None:
    """The name in `deed_names` that this is, as it is or as a search compares it."""
    return next((name for name in (folded, search_key(folded)) if name in book.deed_names), None)
