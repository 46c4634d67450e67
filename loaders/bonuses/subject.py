"""Of whom a clause speaks: who holds what it names, or what the page itself is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from loaders.bonuses.clauses import Clause, numerals
from loaders.bonuses.conditions import Condition, any_of, called
from loaders.bonuses.names import Name, names
from loaders.text.lines import plain
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_HOLDER = _PATTERNS["holder"]
_HOLDER_ENDS = _PATTERNS["holder_ends"]
_ANAPHOR = _PATTERNS["anaphor"]
_PRESENTED = _PATTERNS["presented"]
_CERTIFIES = _PATTERNS["certifies"]
_THIS = _PATTERNS["this"]
_TITLE_NAME = _PATTERNS["title_name"]


def held(clause: Clause, subject: Condition | None) -> tuple[Condition, int] | None:
    """Who the sentence speaks of as holding something, and where that stands; `subject` is what the
    page is about.

    「認定を受けた企業（A認定企業・B認定企業）」 are the holders of A or B; with no name, of the
    page's subject.
    """
    named = names(clause.text)
    holders = [
        name
        for name in named
        if _HOLDER_ENDS.search(clause.text[name.start : name.end])
        or _HOLDER.match(clause.text, name.end)
    ]
    if holders:
        return any_of(holders), holders[0].start
    if anaphor := _ANAPHOR.search(clause.text):
        if named and "「" in clause.text[: named[0].start]:
            return any_of(named), anaphor.start()
        if subject is not None:
            return subject, anaphor.start()
    return None


def subject_of(title: str, clauses: Sequence[Clause]) -> Condition | None:
    """What the page itself is about: the certification, plan or declaration of its title, or the
    one that it says it gives.

    On a page that certifies and names nothing, it is called by the title.
    """
    title = numerals(plain(title))
    if named := names(title):
        return any_of(named[-1:])
    for clause in clauses:
        for name in names(clause.text):
            if _PRESENTED.match(clause.text, name.end):
                return any_of([name])
    named = _of_all(clauses)
    if (
        any(_THIS.search(clause.text) for clause in clauses)
        and len({name.what for name in named}) == 1
    ):
        return any_of(named[:1])
    if match := _TITLE_NAME.search(title):
        return called(
            match["name"] + match["form"],
            "declaration" if match["declaration"] else "certification",
        )
    if not any(_CERTIFIES.search(clause.text) for clause in clauses):
        return None
    count = Counter(name.what for name in named)
    most = max(named, key=lambda name: count[name.what], default=None)
    return any_of([most]) if most and count[most.what] > 1 else called(title, "certification")


def _of_all(clauses: Sequence[Clause]) -> tuple[Name, ...]:
    return tuple(name for clause in clauses for name in names(clause.text))
