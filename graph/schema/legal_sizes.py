"""What laws say of size classes in numbers (legal_sizes.yaml), read and checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from graph.schema.company_kinds import CompanyKind
from graph.schema.industry_classes import Trade
from graph.schema.size_classes import SizeClass


class Numbers(BaseModel):
    """Bounds on a company's numbers."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    capital: int | None = None
    """Its capital in yen."""
    employees: int | None = None
    """Its heads."""

    def stated(self) -> dict[str, int]:
        """The bounds that there are, by the number."""
        return self.model_dump(exclude_none=True)


class LegalClass(BaseModel):
    """A size class as a law has it: the first class of which any limit is kept is the company's."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    size: SizeClass
    """The class."""
    law: str
    """The law and article."""
    trades: Mapping[Trade, Numbers]
    """By trade the limits, of which one kept is enough."""


class Impossible(BaseModel):
    """Numbers with which nobody is in a class."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    size: SizeClass
    """The class."""
    over: Numbers
    """All of the numbers are stated and lie above these."""
    why: str
    """What says so."""


class Beside(BaseModel):
    """Who is in a class by a law that bounds the capital of a 法人, though it has none or more."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    size: SizeClass
    """The class."""
    capital: int
    """The bound on the capital, in yen, as pages print it."""
    kinds: tuple[CompanyKind, ...] = ()
    """The kinds that it is said of."""
    without_capital: bool = False
    """It is said of all that have no capital."""
    limits: Numbers
    """What must hold instead; nothing where a law has them in the class whatever their size."""
    law: str
    """The law and article."""


class LegalSizes(BaseModel):
    """All that the file holds."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    classes: tuple[LegalClass, ...] = Field(min_length=1)
    """The smallest class first."""
    never: tuple[Impossible, ...]
    """What cannot be."""
    beside: tuple[Beside, ...]
    """What a bound on the capital stands for of those that have none, the first that is said of a
    company."""
    whom: Mapping[str, tuple[Trade, ...]]
    """What pages call companies of a trade → the trades."""


@cache
def legal_sizes() -> LegalSizes:
    """What legal_sizes.yaml holds, read once."""
    return read_yaml(Path(__file__).with_name("legal_sizes.yaml"), LegalSizes)


def legal_size(
    trades: Iterable[Trade | None], numbers: Mapping[str, int], without_capital: bool = False
) -> SizeClass | None:
    """The class that the laws come to for a company of one of these trades; None where its numbers
    or its trade do not settle it. Of who has no capital the heads decide alone.
    """
    found = {_of_trade(trade, numbers, without_capital) if trade else None for trade in trades}
    return found.pop() if len(found) == 1 else None


def _of_trade(trade: Trade, numbers: Mapping[str, int], without_capital: bool) -> SizeClass | None:
    for legal in legal_sizes().classes:
        limits = legal.trades[trade].stated()
        if without_capital:
            limits.pop("capital", None)
        if any(of in numbers and numbers[of] <= amount for of, amount in limits.items()):
            return legal.size
        if any(of not in numbers for of in limits):
            return None
    return "大企業"


def impossible(size: str, numbers: Mapping[str, int]) -> Impossible | None:
    """Why no company with these numbers is in a class, None where one may be."""
    return next(
        (
            case
            for case in legal_sizes().never
            if case.size == size
            and all(numbers.get(of, 0) > amount for of, amount in case.over.stated().items())
        ),
        None,
    )


def beyond(numbers: Mapping[str, int]) -> frozenset[SizeClass]:
    """The classes in which nobody without capital and with these numbers is by the law of any
    trade.
    """
    return frozenset(
        case.size
        for case in legal_sizes().never
        if case.over.employees is not None and numbers.get("employees", 0) > case.over.employees
    )


def beside_capital(
    size: str, capital: float, kinds: Collection[CompanyKind], without_capital: bool
) -> Mapping[str, int] | None:
    """What must hold instead of a bound on the capital of a 法人 for a company of these kinds; None
    where no law has another for it.
    """
    return next(
        (
            case.limits.stated()
            for case in legal_sizes().beside
            if (case.size, case.capital) == (size, capital)
            and (not frozenset(case.kinds).isdisjoint(kinds) or case.without_capital)
            and (not case.without_capital or without_capital)
        ),
        None,
    )


@cache
def legal_limits() -> frozenset[tuple[str, int]]:
    """Every bound of the file: a company's number and the amount."""
    legal = legal_sizes()
    bounds = [numbers for each in legal.classes for numbers in each.trades.values()]
    bounds += [case.over for case in legal.never] + [case.limits for case in legal.beside]
    return frozenset(bound for numbers in bounds for bound in numbers.stated().items())
