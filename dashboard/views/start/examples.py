"""A worked example for each way into the graph, taken from the graph that is loaded: the offices
with the most pairs, what the first known certification unlocks, and what hangs on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.reading.examples import EXAMPLES
from dashboard.state import address
from dashboard.text.words import Words
from graph.errors import NotFound
from graph.schema.size_classes import size_names
from queries.bonus.for_company import bonuses_by
from queries.bonus.profile import Profile
from queries.bonus.rule_book.book import RuleBook, rule_book
from queries.overlap.matrix import OverlapMatrix, overlap_matrix
from queries.search.nodes import neighbourhood
from queries.search.search import Hit, resolve


@dataclass(frozen=True)
class Example:
    """A page in a state that shows what it is for."""

    says: str
    """What is seen there, with its number."""
    href: str
    """The address of the page in that state."""


def examples(words: Words, step: str = "") -> dict[str, Example]:
    """Page → its example, for the pages whose example the graph has. `step`: the step of the tour
    that the addresses are to say; empty: none.
    """
    found = {
        "overlap": _overlap(words, step),
        "bonus": _bonus(words, step),
        "explorer": _explorer(words, step),
    }
    return {page: example for page, example in found.items() if example}


def _overlap(words: Words, step: str) -> Example | None:
    """The two offices with the most pairs."""
    try:
        matrix: OverlapMatrix = ask(overlap_matrix)
    except NotFound:
        return None
    cell = max(matrix.cells, key=lambda cell: cell.count, default=None)
    if cell is None:
        return None
    names = {
        office.id: naming.in_language(words, office.name, office.english)
        for office in matrix.offices
    }
    says = words(
        "start.overlap.example", one=names[cell.office_a], other=names[cell.office_b], n=cell.count
    )
    values = {"one": cell.office_a, "other": cell.office_b, "tour": step}
    return Example(says, address.link("overlap", words.language, **values))


def _certification() -> Hit | None:
    """The first of the examples that is a certification of the graph."""
    for name in EXAMPLES:
        try:
            return ask(resolve, name, ("Certification",))
        except NotFound:
            continue
    return None


def _bonus(words: Words, step: str) -> Example | None:
    """What a small company has by that certification."""
    if (held := _certification()) is None:
        return None
    size = size_names()[1]
    book = ask(rule_book)
    says = words(
        "start.bonus.example",
        size=words.name(size),
        held=naming.node_name(words, held.id, held.name),
        n=_in_force(book, Profile(size=(size,), hold=(held.name,))),
    )
    values = {"size": size, "hold": held.name, "tour": step}
    return Example(says, address.link("bonus", words.language, **values))


def _in_force(book: RuleBook, profile: Profile) -> int:
    """How many rules in force are met."""
    return sum(met.rule.status == "in_force" for met in bonuses_by(book, profile).unlocked)


def _explorer(words: Words, step: str) -> Example | None:
    """What hangs on that certification."""
    if (start := _certification()) is None:
        return None
    around = ask(neighbourhood, start.id)
    says = words(
        "start.explorer.example",
        name=naming.node_name(words, start.id, start.name),
        n=len(around.nodes) - 1 + around.left_out,
    )
    return Example(says, address.link("explorer", words.language, id=start.id, tour=step))
