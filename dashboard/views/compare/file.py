"""A comparison as rows of files: one a fact, with its side, sum and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.beside.facts import point_text
from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.widgets.tables import Table, Value
from queries.overlap.compared_side import ComparedSide, Named, SideTerm, SideYear
from queries.overlap.comparison import Comparison
from queries.sources import Source

_COLUMNS = ("about", "side", "name", "said", "yen", "part_of")


@dataclass(frozen=True)
class Fact:
    """One fact of one side."""

    about: str
    """What it is about."""
    said: str
    """What is said."""
    sources: Sequence[Source] = ()
    """Where."""
    yen: int | None = None
    """The sum that it tells, in yen."""
    part_of: int | None = None
    """The larger sum of which it tells a part, in yen."""


def table(words: Words, card: Comparison, laws: Sequence[Sequence[Named]]) -> Table:
    """All facts of both, aspect by aspect; `laws`: those of each."""
    rows: list[list[Value]] = [
        [
            fact.about,
            name,
            side.name,
            fact.said,
            fact.yen,
            fact.part_of,
            *_place(words, fact.sources),
        ]
        for name, side, of_side in (("A", card.a, laws[0]), ("B", card.b, laws[1]))
        for fact in _facts(words, side, of_side)
    ]
    order = list(dict.fromkeys(str(row[0]) for row in rows))
    rows.sort(key=lambda row: (order.index(str(row[0])), str(row[1])))
    headings = [words(f"compare.column.{name}") for name in _COLUMNS]
    places = [
        words("compare.column.document"),
        words("place.page_column"),
        words("place.line_column"),
    ]
    return Table([*headings, *places], rows)


def _place(words: Words, sources: Sequence[Source]) -> list[Value]:
    documents = dict.fromkeys(naming.document_title(source.document) for source in sources)
    pages = dict.fromkeys(str(page) for page in map(naming.page, sources) if page)
    lines = dict.fromkeys(str(source.line) for source in sources if source.line)
    return [words.listed(list(documents)), "・".join(pages), "・".join(lines)]


def _facts(words: Words, side: ComparedSide, laws: Sequence[Named]) -> Iterator[Fact]:
    for about in ("ministries", "offices"):
        for office in getattr(side, about):
            yield _named(words, words(f"compare.about.{about}"), office)
    use = naming.in_language(words, side.japanese, side.english)
    if use:
        yield Fact(words("overlap_card.use"), use)
    for term in side.terms:
        yield _term(words, term)
    for year in side.years:
        yield from _money(words, year)
    for result in side.results:
        kind = " ".join(filter(None, (result.kind, result.name)))
        said = words.listed([point_text(words, point) for point in result.points])
        places = [source for point in result.points for source in point.sources]
        text = f"{kind} ({words.name(result.unit)}) {said}"
        yield Fact(words("overlap_card.results"), text, places)
    for law in laws:
        yield _named(words, words("compare.laws"), law)
    for contact in side.contacts:
        told = (contact.name, *contact.phones, *contact.emails, contact.url)
        text = " ".join(filter(None, told))
        yield Fact(words("overlap_card.contacts"), text, contact.sources)
    for other in side.history:
        text = f"{words.of('overlap_card.saying', other.relation)} {other.name} ({other.id})"
        yield Fact(words("overlap_card.history"), text, other.sources)
    for paid in side.paid_from:
        yield _named(words, words("overlap_card.pays"), paid)


def _named(words: Words, about: str, one: Named) -> Fact:
    return Fact(about, naming.in_language(words, one.name, one.english), one.sources)


def _term(words: Words, term: SideTerm) -> Fact:
    said = naming.in_language(words, term.japanese, term.english)
    text = f"{term.frame}: {said}" if term.frame else said
    return Fact(words(f"overlap_card.term.{term.kind}"), text, term.sources, term.yen)


def _money(words: Words, year: SideYear) -> Iterator[Fact]:
    told = (
        words("measure.fiscal_year", year=year.year) if year.year else words("money_chart.no_year")
    )
    for one in year.sums:
        text = f"{told} {words.of('kind', one.kind)}"
        yield Fact(words("compare.about.money"), text, one.sources, one.own, one.pots)
    if year.executed is not None and year.execution is not None:
        text = f"{told} {year.execution:.1%}"
        yield Fact(words("compare.about.spent"), text, year.sources, year.executed)
