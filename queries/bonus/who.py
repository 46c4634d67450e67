"""What kind of company asks, and of which industry: by the words of a profile."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from graph.bounds import quoted
from graph.errors import NotFound
from graph.language.fold import fold
from graph.schema.company_kinds import (
    CompanyKind,
    company_kind_names,
    company_kinds,
    kinds_of,
)
from graph.schema.industry_classes import Division, Trade, industry_words
from graph.schema.legal_sizes import legal_sizes
from queries.bonus.profile import Profile
from queries.search.search import nearest

_COMPANY, _PERSON = "法人", "個人事業主"
_CODED = re.compile(r"([a-t]?\d\d|[a-t])[-:.・_]?(\D+)")
_BETWEEN = re.compile(r"[・、,]")


@dataclass(frozen=True)
class Who:
    """The kinds of company and the industries that a profile names, none where it names none."""

    kinds: frozenset[CompanyKind] = frozenset()
    """Its kinds, and those that these are a part of."""
    divisions: tuple[str, ...] = ()
    """Codes of the 中分類 that its words mean, in order."""
    by_division: tuple[frozenset[str], ...] = ()
    """Our industries in which each of these falls."""
    trades: frozenset[Trade | None] = frozenset()
    """Whose limits of 中小企業基本法 hold for these; None among them where that is not settled."""
    is_incorporated: bool = False
    """Whether a word for its kind says 法人."""

    @property
    def industries(self) -> frozenset[str]:
        """Our industries in which any of its 中分類 falls."""
        return frozenset().union(*self.by_division)

    @property
    def is_person(self) -> bool:
        """Whether it is a sole proprietor and nothing else."""
        return self.kinds == {"sole_proprietor"}

    @property
    def without_capital(self) -> bool:
        """Whether it surely has no capital: every kind that it names has none."""
        return bool(self.kinds) and all(company_kinds()[k].without_capital for k in self.kinds)

    def is_called(self, whom: str) -> bool | None:
        """Whether it is of those that a page calls so (法人, 商業・サービス業 …); None where the
        profile does not settle it or the words are not known.
        """
        if whom in (_COMPANY, _PERSON):
            person = "sole_proprietor" in self.kinds
            others = self.kinds - {"sole_proprietor", "farm", "medical"}  # these may be persons
            if person == (bool(others) or self.is_incorporated):
                return None
            return person if whom == _PERSON else not person
        words = legal_sizes().whom
        parts = _BETWEEN.split(whom)
        if not self.trades or any(part not in words for part in parts):
            return None
        trades = {trade for part in parts for trade in words[part]}
        if self.trades <= trades:
            return True
        return None if None in self.trades or self.trades & trades else False


UNTOLD = Who()


def who_asks(profile: Profile) -> Who:
    """The kinds and industries of a profile. Raises NotFound with the nearest names."""
    divisions = {
        division.code: division for word in profile.industry for division in divisions_of(word)
    }
    found = [divisions[code] for code in sorted(divisions)]
    return Who(
        frozenset(code for word in profile.kind for code in kinds_of(kind_of(word))),
        tuple(division.code for division in found),
        tuple(frozenset(division.industries) for division in found),
        frozenset(division.trade for division in found),
        any(_COMPANY in word for word in profile.kind),
    )


def divisions_of(word: str) -> tuple[Division, ...]:
    """The 中分類 that a word or code means. Raises NotFound with the nearest names."""
    words = industry_words()
    folded = fold(word)
    for form in (folded, folded.zfill(2), f"{folded}業", folded.removesuffix("業")):
        if form in words:
            return words[form]
    if found := _coded(words, folded):
        return found
    if found := _run_together().get(_BETWEEN.sub("", folded)):
        return found
    raise NotFound(
        f"no industry is called {quoted(word)}",
        todo=nearest(
            folded,
            industry_names(),
            "name a 中分類 of 日本標準産業分類 or its code, e.g. 食料品製造業, E09",
        ),
    )


def _coded(words: Mapping[str, tuple[Division, ...]], folded: str) -> tuple[Division, ...] | None:
    """What a code with its name means (06 総合工事業, D-建設業), where the name means the same as
    the code or a part of that.
    """
    match = _CODED.fullmatch(folded)
    code, name = (words.get(part, ()) for part in match.groups()) if match else ((), ())
    return name if name and set(name) <= set(code) else None


def industry_names() -> dict[str, str]:
    """Folded word → the name of its 中分類; the word itself where it means several."""
    return {
        word: divisions[0].name if len(divisions) == 1 else word
        for word, divisions in industry_words().items()
    }


@cache
def _run_together() -> dict[str, tuple[Division, ...]]:
    """The words without what stands between their parts, which tables write in one way or another
    (卸売業，小売業).
    """
    return {_BETWEEN.sub("", word): found for word, found in industry_words().items()}


def kind_of(word: str) -> CompanyKind:
    """The kind of company that a word or code means. Raises NotFound with the nearest names."""
    names = company_kind_names()
    folded = fold(word)
    if folded not in names:
        known = {name: company_kinds()[code].japanese for name, code in names.items()}
        kinds = ", ".join(dict.fromkeys(known.values()))
        raise NotFound(
            f"no kind of company is called {quoted(word)}",
            todo=nearest(folded, known, f"one of {kinds}"),
        )
    return names[folded]
