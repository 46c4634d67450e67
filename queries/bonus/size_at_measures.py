"""The size class that a company tells for one measure alone: MEASURE=CLASS."""

from __future__ import annotations

from collections.abc import Iterable

from graph.bounds import quoted
from graph.errors import ProfileError
from graph.language.fold import fold
from queries.bonus.called import raised_called
from queries.bonus.company_size import size_words
from queries.bonus.rule_book.book import RuleBook


def sizes_at(book: RuleBook, told: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Id of each measure or programme of that name that a rule raises, with the class. Raises
    ProfileError for what is not MEASURE=CLASS, NotFound for an unknown measure or class.
    """
    at: dict[str, str] = {}
    for text in told:
        measure, equals, word = fold(text).rpartition("=")
        if not equals or not measure or not word:
            raise ProfileError(
                f"{quoted(text)} is not MEASURE=CLASS", todo="賃上げ促進税制=中小企業, say"
            )
        (size,) = size_words(book, (word,))
        at |= dict.fromkeys(raised_called(book, measure), size)
    return tuple(sorted(at.items()))
