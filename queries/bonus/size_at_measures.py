"""The size class that a company tells for one measure alone: MEASURE=CLASS."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import NotFound, ProfileError
from graph.language.fold import fold
from queries.bonus.company_size import size_words
from queries.bonus.rule_book.book import RuleBook
from queries.search.search import nearest


def sizes_at(book: RuleBook, told: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Id of each measure or programme of that name that a rule raises, with the class. Raises
    ProfileError for what is not MEASURE=CLASS, NotFound for an unknown measure or class.
    """
    at: dict[str, str] = {}
    for text in told:
        measure, equals, word = fold(text).rpartition("=")
        if not equals or not measure or not word:
            raise ProfileError(
                f"{text!r} is not MEASURE=CLASS", todo="賃上げ促進税制=中小企業, say"
            )
        (size,) = size_words(book, (word,))
        at |= dict.fromkeys(raised_called(book, measure), size)
    return tuple(sorted(at.items()))


def raised_called(book: RuleBook, name: str) -> tuple[str, ...]:
    """Ids of what rules raise that goes by a name: an id, a title, what a page calls it, or a part
    of these; the whole name goes before a part. Raises NotFound with the nearest names.
    """
    wanted = fold(name)
    names: dict[str, dict[str, str]] = {}
    for rule in book.rules.values():
        for raised in rule.raises:
            for called in (raised.id, raised.name, raised.printed):
                if called:
                    names.setdefault(fold(called), {})[raised.id] = raised.name
    if wanted in names:
        return tuple(sorted(names[wanted]))
    found = {id_ for called, ids in names.items() if wanted in called for id_ in ids}
    if not found:
        known = {called: next(iter(ids.values())) for called, ids in names.items()}
        raise NotFound(f"no rule raises {name!r}", todo=nearest(wanted, known))
    return tuple(sorted(found))
