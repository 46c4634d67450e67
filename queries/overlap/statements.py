"""What pages, sheets and reviews say of two that are compared: of each other by name, of the
other's ministry, or of others alike without a name. Who says it, and where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from graph.store import Store
from queries.cypher import ask
from queries.programmes.card import ProgrammeCard, Review
from queries.programmes.ids import programme_id
from queries.sources import Source, sources

Of = Literal["other", "ministry", "others"]
_ORDER: tuple[Of, ...] = get_args(Of)
# what a review asks for that speaks of other programmes
_ASKS = ("merge", "merged", "coordinate")
# where table 4-1 prints what each reviewer said
_COLUMNS = {
    "external": "外部有識者による点検ー所見",
    "public_process": "公開プロセス結果概要",
    "team": "行政事業レビュー推進チームの所見の詳細",
    "earlier": "過去に受けた指摘事項－取りまとめ内容",
    "other": "その他の指摘事項－指摘内容",
}
_SHEET = "sheet"  # tells no more than that there is a relation
_ALIKE = "alike"
# what a sheet says of others that concerns every pair of its programme
_ON_LIKENESS = {_ALIKE, "overlap", "merge"}


@dataclass(frozen=True)
class Statement:
    """What one of the two sides' page or sheet says."""

    side: str
    """The id of the side whose page or sheet it is."""
    of: Of
    """Of whom: the other side by name, the other side's ministry, or others alike that are neither
    or that nobody names."""
    named: str | None
    """What is named, as it is called here; None where nothing is."""
    by: str
    """Who says it: page (of a measure), sheet (table 1-5 of related programmes), office (that
    answers for the programme), external, public_process, team, earlier or other."""
    review: str | None
    """What an earlier or other review is called, as printed."""
    year: int | None
    """The year in which it was said, where that is told."""
    says: tuple[str, ...]
    """alike, overlap, merge, merged, divide_roles, coordinate, joint, or a relation of table 1-5 or
    of a page."""
    verdict: str | None
    """The verdict of the review, as printed."""
    outcome: str | None
    """What came of it in the next request, as printed."""
    table: str | None
    """The table of the sheet; None on a page."""
    column: str | None
    """The heading of the table under which it stands, where that is known."""
    sources: tuple[Source, ...]
    """The document and its line."""
    text: str | None = None
    """What stands there, of a sheet that is at hand; None where it is not."""


def statements_between(
    store: Store, a: str, b: str, cards: Mapping[str, ProgrammeCard]
) -> tuple[Statement, ...]:
    """What the two (node ids; `cards`: those of the programmes) say of each other, those first that
    name the other, reviews before bare relations, the latest first. A review that speaks of others
    alike without naming the other side stands last.
    """
    found = [
        *_on_pages(store, a, b),
        *(
            said
            for card in cards.values()
            for said in (*_in_table(card, b if card.id == a else a), *_joint(store, card, a, b))
        ),
        *_mentions(store, cards, a, b),
    ]
    found += [said for card in cards.values() for said in _reviews(card)]
    ordered = sorted(
        found,
        key=lambda said: (
            _ORDER.index(said.of),
            said.by == _SHEET,
            -(said.year or 0),
            said.side,
            said.sources,
        ),
    )
    # of one cell only what comes nearest to the other side
    nearest: dict[tuple[object, ...], Statement] = {}
    for said in ordered:
        nearest.setdefault((said.side, said.by, said.column, *said.sources), said)
    return tuple(nearest.values())


def _on_pages(store: Store, a: str, b: str) -> Iterator[Statement]:
    """What a measure's page says of the other measure."""
    for row in ask(store, "overlap/named_on_page", ids=[a, b]):
        yield Statement(
            row["measure"],
            "other",
            row["other"],
            "page",
            None,
            None,
            (row["relation"],),
            None,
            None,
            None,
            None,
            sources(row["documents"], row["lines"]),
        )


def _in_table(card: ProgrammeCard, other: str) -> Iterator[Statement]:
    """What table 1-5 says of the other programme."""
    for related in card.related:
        if related.id == other:
            yield _of_sheet(
                card,
                "other",
                programme_id(other),
                _SHEET,
                related.how,
                related.sources,
            )


def _joint(store: Store, card: ProgrammeCard, a: str, b: str) -> Iterator[Statement]:
    """That the sheet names the other side's ministry as one that answers for the programme, too."""
    theirs = _ministries(store, b if card.id == a else a)
    for office in card.offices:
        if not office.lead and office.id in theirs:
            yield _of_sheet(card, "ministry", office.name, _SHEET, ("joint",), office.sources)


def _ministries(store: Store, node: str) -> frozenset[str]:
    return frozenset(
        row["ministry"] for row in ask(store, "overlap/ministries_of", ids=[node]) if row["lead"]
    )


def _mentions(
    store: Store, cards: Mapping[str, ProgrammeCard], a: str, b: str
) -> Iterator[Statement]:
    for card in cards.values():
        other = b if card.id == a else a
        theirs = _ministries(store, other) - {office.id for office in card.offices}
        same = {other, *(row["id"] for row in ask(store, "overlap/same_things", id=other))}
        for row in ask(store, "overlap/mentions_of", id=card.id):
            if row["id"] in same:
                yield _mention(card, row, "other", programme_id(other))
            elif row["id"] in theirs:
                yield _mention(card, row, "ministry", row["name"])
            elif set(row["says"]) & _ON_LIKENESS:
                yield _mention(card, row, "others", row["name"])


def _mention(card: ProgrammeCard, row: dict[str, Any], of: Of, named: str) -> Statement:
    review = _review_of(card, row["by"], row["documents"], row["lines"])
    return _of_sheet(
        card,
        of,
        named,
        row["by"],
        tuple(row["says"]),
        sources(row["documents"], row["lines"]),
        review or (row["review"], row["year"], None, None),
        row["heading"],
    )


def _review_of(
    card: ProgrammeCard, by: str, documents: Iterable[str], lines: Iterable[int]
) -> tuple[str | None, int | None, str | None, str | None] | None:
    """Name, year, verdict and outcome of the review in which a mention stands."""
    at = sources(list(documents), list(lines))
    return next(
        (
            (review.review, review.year, review.verdict, review.outcome)
            for review in card.reviews
            if review.by == by and set(review.sources) & set(at)
        ),
        None,
    )


def _reviews(card: ProgrammeCard) -> Iterator[Statement]:
    """Reviews that speak of others alike, ask to merge or to work with others; whom they name is
    not known.
    """
    for review in card.reviews:
        says = tuple(ask_ for ask_ in review.asks if ask_ in _ASKS)
        if says or review.on_overlap:
            yield _of_sheet(
                card,
                "others",
                None,
                review.by,
                says or (_ALIKE,),
                review.sources,
                _told(review),
                _COLUMNS.get(review.by),
            )


def _told(review: Review) -> tuple[str | None, int | None, str | None, str | None]:
    return review.review, review.year, review.verdict, review.outcome


def _of_sheet(
    card: ProgrammeCard,
    of: Of,
    named: str | None,
    by: str,
    says: tuple[str, ...],
    at: tuple[Source, ...],
    review: tuple[str | None, int | None, str | None, str | None] = (None, None, None, None),
    column: str | None = None,
) -> Statement:
    name, year, verdict, outcome = review
    return Statement(
        programme_id(card.id),
        of,
        named,
        by,
        name,
        year,
        says,
        verdict,
        outcome,
        _table(at),
        column,
        at,
    )


def _table(at: Iterable[Source]) -> str | None:
    """1-5 of rs-2024-1-5."""
    return next((source.document.split("-", 2)[2] for source in at), None)
