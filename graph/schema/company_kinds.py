"""The kinds of company and of other holders (company_kinds.yaml), read and checked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from graph.language.fold import fold
from graph.schema.size_classes import SizeClass

CompanyKind = Literal[
    "corporation",
    "sole_proprietor",
    "cooperative",
    "agricultural_cooperative",
    "farm",
    "medical",
    "npo",
    "social_welfare",
    "school",
    "association",
    "religious",
    "chamber",
    "municipality",
    "listed",
]

# what a company that tells no kind may be: any but an office of the state
UNTOLD_KINDS: frozenset[CompanyKind] = frozenset(get_args(CompanyKind)) - {"municipality"}


class CompanyKindEntry(BaseModel):
    """One kind as the file tells it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    code: CompanyKind
    """By which records name it."""
    japanese: str
    """Its name in answers."""
    english: str
    """Its English name."""
    names: tuple[str, ...]
    """What people type and documents print for it."""
    within: CompanyKind | None = None
    """The kind that it is a part of."""
    unless_said: tuple[SizeClass, ...] = ()
    """The size classes whose companies are of that kind only where they say so; another company of
    the kind that it is within may be one."""
    without_capital: bool = False
    """Whether none of that kind has capital (資本金, 出資)."""
    law: str
    """The law under which it stands."""


def read_company_kinds(path: Path) -> tuple[CompanyKindEntry, ...]:
    """The kinds of a file; raises VocabularyError for one that does not hold each code of
    CompanyKind once, in its order, or has one name for two kinds.
    """
    kinds = read_yaml(path, tuple[CompanyKindEntry, ...])
    codes = get_args(CompanyKind)
    if tuple(kind.code for kind in kinds) != codes:
        raise VocabularyError(
            f"the kinds are not {', '.join(codes)}",
            path.name,
            "name each once, in the order of graph/schema/company_kinds.py",
        )
    owners: dict[str, str] = {}
    for kind in kinds:
        for name in {fold(name) for name in (kind.code, kind.japanese, *kind.names)}:
            if owners.setdefault(name, kind.code) != kind.code:
                raise VocabularyError(
                    f"{name} stands for {owners[name]} and {kind.code}",
                    path.name,
                    "leave it with one of them",
                )
    return kinds


@cache
def company_kinds() -> dict[CompanyKind, CompanyKindEntry]:
    """Code → kind of company_kinds.yaml, read once."""
    kinds = read_company_kinds(Path(__file__).with_name("company_kinds.yaml"))
    return {kind.code: kind for kind in kinds}


@cache
def company_kind_names() -> dict[str, CompanyKind]:
    """Folded name → code of the kind that it stands for."""
    return {
        fold(name): kind.code
        for kind in company_kinds().values()
        for name in (kind.code, kind.japanese, *kind.names)
    }


def kinds_of(code: CompanyKind) -> frozenset[CompanyKind]:
    """The kind itself and the one that it is a part of."""
    within = company_kinds()[code].within
    return frozenset((code, within) if within else (code,))


@cache
def possible_kinds(told: frozenset[CompanyKind], size: str | None) -> frozenset[CompanyKind]:
    """What a company of a size class may be that tells these kinds, or none."""
    kinds = told or UNTOLD_KINDS
    parts = {code: kind for code, kind in company_kinds().items() if kind.unless_said}
    may_be = {code for code, kind in parts.items() if kind.within in kinds}
    must_say = {code for code, kind in parts.items() if size in kind.unless_said}
    return (kinds | may_be) - (must_say - told)
