"""Whom general knowledge says that something is for (who_may.yaml), read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.files.yaml_file import read_yaml
from graph.schema.company_kinds import CompanyKind
from graph.schema.size_classes import SizeClass
from queries.bonus.rule_book.rules import RuleCard


class Obliged(BaseModel):
    """Who has to have something by law."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    employees: int
    """From how many heads."""
    sizes: tuple[SizeClass, ...]
    """The size classes that are taken to have so many where they tell no heads."""


class WhoMay(BaseModel):
    """One thing that is known without the documents."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True
    )

    name: str
    """What it is."""
    of: Literal["rule", "certification"]
    """What it is said of."""
    called: tuple[str, ...] = Field(min_length=1)
    """Words of its name, of which one is enough."""
    without: tuple[str, ...] = Field(default=(), alias="not")
    """Words with which it is another thing."""
    benefits: tuple[str, ...] = ()
    """The kinds of benefit of the rules that are meant; empty: all."""
    sizes: tuple[SizeClass, ...] | None = None
    """The size classes that may have it; empty: all; None: nothing is said of them."""
    heads: Mapping[CompanyKind, int] = Field(default_factory=dict)
    """Up to how many heads these kinds of company may have it, whatever the class of their size."""
    never: tuple[CompanyKind, ...] = ()
    """The kinds of company that may not have it."""
    taxed_alone: tuple[CompanyKind, ...] = ()
    """The kinds of company that have it only for the part of their business that is taxed."""
    chosen: bool = False
    """Nobody applies for it: others recommend who gets it."""
    obliged: Obliged | None = None
    """Who has to have it by law."""
    source: str
    """The law or page that says so."""

    def is_meant(self, text: str) -> bool:
        """Whether a name is that of this thing."""
        return any(word in text for word in self.called) and not any(
            word in text for word in self.without
        )


@cache
def known_of() -> tuple[WhoMay, ...]:
    """What who_may.yaml holds, read once."""
    return read_yaml(Path(__file__).with_name("who_may.yaml"), tuple[WhoMay, ...])


def may_have(rule: RuleCard) -> WhoMay | None:
    """What is known of who may have what a rule gives."""
    text = " ".join(
        (rule.value or "", *(f"{raised.name} {raised.printed}" for raised in rule.raises))
    )
    return _of_benefit(text, rule.benefit)


@cache
def _of_benefit(text: str, benefit: str) -> WhoMay | None:
    return next(
        (
            known
            for known in known_of()
            if known.of == "rule"
            and known.is_meant(text)
            and benefit in (known.benefits or (benefit,))
        ),
        None,
    )


def may_hold(certification: str) -> WhoMay | None:
    """What is known of the sizes of who may hold a certification of this name."""
    return next((k for k in _of_certification(certification) if k.sizes is not None), None)


def is_chosen(certification: str) -> bool:
    """Whether nobody applies for a certification of this name."""
    return any(known.chosen for known in _of_certification(certification))


def is_obliged(certification: str, size: str | None, employees: int | None) -> bool:
    """Whether the law asks a company of this size class and number of heads to have it."""
    laws = [known.obliged for known in _of_certification(certification) if known.obliged]
    return any(
        size in law.sizes if employees is None else employees >= law.employees for law in laws
    )


@cache
def _of_certification(name: str) -> tuple[WhoMay, ...]:
    return tuple(k for k in known_of() if k.of == "certification" and k.is_meant(name))
