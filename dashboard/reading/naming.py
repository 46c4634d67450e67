"""What things are called in the chosen language: nodes, types, documents, places in documents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dashboard.reading.answers import ask
from dashboard.text import figures
from dashboard.text.words import Words
from graph.errors import NotFound
from graph.schema.schema import NodeType, schema
from graph.store import Store
from queries.documents import DocumentCounts
from queries.overview.overview import overview
from queries.page_spans import page_spans
from queries.programmes.ids import PROGRAMME
from queries.search.nodes import node_card
from queries.sources import Source

_MOST = 12  # line numbers in one text
ANSWERS = "jgrants-"  # begins the id of an answer about calls
_SHEETS = re.compile(r"rs-(?P<year>\d{4})-(?P<table>\d+-\d+)")


def node_type(node: str) -> NodeType:
    """The declared type of a node, by its id."""
    types = schema()
    return types.nodes[types.type_of(node)]


def type_name(words: Words, name: str) -> str:
    """A node or relationship type in this language."""
    types = schema()
    declared = types.nodes.get(name) or types.relationships[name]
    return declared.japanese if words.language == "ja" else declared.english


def relation(words: Words, name: str) -> str:
    """A relationship type as a heading."""
    text = type_name(words, name)
    return text[:1].upper() + text[1:]


def node_name(words: Words, node: str, printed: str) -> str:
    """A node's name: as printed in Japanese; in English the official or vocabulary name where there
    is one.
    """
    if words.language == "ja" or not node:
        return printed
    if any(declared.name == "english" for declared in node_type(node).properties):
        return ask(node_card, node).properties.get("english") or words.name(printed)
    return words.name(printed)


def sheet_number(words: Words, thing: str) -> str:
    """The number of a budget programme's sheet, by its id; empty for a measure, whose id nobody
    calls it by.
    """
    number = thing.removeprefix(PROGRAMME)
    return words("programmes.sheet", n=number) if number != thing else ""


def ministry_name(words: Words, printed: str) -> str:
    """A ministry that is known by its name alone, in this language."""
    try:
        return node_name(words, f"ministry:{printed}", printed) if printed else ""
    except NotFound:
        return words.name(printed)


def by_number(pillar: str) -> tuple[int, str]:
    """What sorts pillars by the number in front of their names: （２）… before （１０）…."""
    number = re.match(r"[(（]?(\d+)", pillar)
    return (int(number.group(1)) if number else 0, pillar)


def documents() -> dict[str, DocumentCounts]:
    """The documents by id; nobody may change the answer."""
    return ask(_documents)


def _documents(store: Store) -> dict[str, DocumentCounts]:
    return {document.id: document for document in overview(store).documents}


def holds(kind: str) -> bool:
    """Whether the graph has nodes of a type (Measure, BudgetProgramme). Raises StoreError where no
    graph is.
    """
    return any(nodes.count for nodes in ask(overview).nodes if nodes.type == kind)


def is_review_sheet(document: str) -> bool:
    """Whether a document is a table of review sheets, which tell of programmes, not of measures."""
    return bool(_SHEETS.fullmatch(document))


def is_of_no_measure(document: str) -> bool:
    """Whether a document tells of programmes or calls, not of measures."""
    return is_review_sheet(document) or document.startswith(ANSWERS)


def document_title(document: str) -> str:
    """A document's title; its id where the graph does not hold it."""
    held = documents().get(document)
    return held.title if held else document


def page(source: Source) -> int | None:
    """The printed page on which a fact stands; None where none is known for certain."""
    spans = ask(page_spans).get(source.document)
    return spans.page_of(source.line) if spans and source.line else None


def lines(words: Words, sources: Sequence[Source]) -> str:
    """Pages and lines alone of facts in one document: `12 ページ 397・399 行`; of very many the
    first ones. Lines whose page is not known come last, without one.
    """
    known = list(dict.fromkeys(source for source in sources if source.line))
    if not known:
        return words("place.unknown_line")
    by_page: dict[int | None, list[str]] = {}
    for source in known[:_MOST]:
        by_page.setdefault(page(source), []).append(str(source.line))
    ordered = sorted(by_page.items(), key=lambda item: item[0] is None)
    said = [_on_page(words, number, on_it) for number, on_it in ordered]
    if len(known) > _MOST:
        said.append(words("place.more", n=len(known) - _MOST))
    return words("place.next").join(said)


def _on_page(words: Words, number: int | None, on_it: Sequence[str]) -> str:
    """`12 ページ 397・399 行`, without the page where none is known."""
    key = "place.line" if len(on_it) == 1 else "place.lines"
    shown = words(key, lines=words("place.and_line").join(on_it))
    return words("place.on_page", page=number, lines=shown) if number else shown


def document_short(words: Words, document: str) -> str:
    """A document by its date, which tells it apart from the others at a glance; by its title where
    another has the same date. A table of review sheets by year and number.
    """
    if table := _SHEETS.fullmatch(document):
        return words("sheets.place", year=table["year"], table=table["table"])
    held = documents().get(document)
    if held and held.date:
        dates = [dated.date for dated in documents().values()]
        if dates.count(held.date) == 1:
            return figures.day(words, held.date)
    return document_title(document)


def places(words: Words, sources: Sequence[Source]) -> str:
    """Where facts stand: `397・399 行`, the document before it where there are several."""
    several = len(documents()) > 1
    by_document = []
    for document in dict.fromkeys(source.document for source in sources):
        where = lines(words, [source for source in sources if source.document == document])
        by_document.append(f"{document_short(words, document)} {where}" if several else where)
    return words.listed(by_document)


def in_language(words: Words, japanese: str, english: str) -> str:
    """Of a name in both languages the one that is read."""
    return japanese if words.language == "ja" else english
