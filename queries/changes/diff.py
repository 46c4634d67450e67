"""What changed from one document to another: new, gone, renamed, moved, grown, shrunk, each with
its places in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.changes.growth import Drawn, Growth, growth
from queries.cypher import ask
from queries.documents import documents_of
from queries.measure.relatives import Kin, kin_of
from queries.money.rule import Draw
from queries.sources import Source, sources

KINDS = ("new", "gone", "renamed", "moved", "partners", "grown", "shrunk")
_BY_NAME = re.compile(r"\([^()]*\)$")


@dataclass(frozen=True)
class Told:
    """A measure as one document tells it: its titles (a document may tell it at several places) and
    ministries as printed, the lead first.
    """

    document: str
    titles: tuple[str, ...]
    ministries: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Change:
    """One change of one measure. `sources` of `before` and `after` are the lines that show it (of
    titles, ministries or sums).

    kind : new, gone (`before` or `after` is None); renamed; moved (no ministry is the same, or the
    lead has left); partners (other ministries
        beside one that stays); grown, shrunk (one row a kind of budget, see `money` and
        queries.growth).
    kin : parts, wholes, forerunners and successors that the other document tells: a measure may go
    on under another name. elsewhere : other documents that tell it, the earliest first.
    """

    kind: str
    id: str
    title: str
    before: Told | None
    after: Told | None
    money: Growth | None = None
    kin: tuple[Kin, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True)
class Diff:
    """All changes, by kind in the order of KINDS, then by measure id. `backwards`: the second
    document is the earlier one.

    `measures` counts those of the first document, the second, and both; `uncompared` are ids of
    measures whose money stands in both and cannot be compared (other kinds, sums of which each is
    only a part, years that are not printed).
    """

    before: str
    after: str
    measures: tuple[int, int, int]
    counts: dict[str, int]
    changes: tuple[Change, ...]
    uncompared: tuple[str, ...]
    backwards: bool


@dataclass
class _Telling:
    """What one document says of one measure, gathered."""

    title: str
    titles: list[str] = field(default_factory=list)
    places: list[Source] = field(default_factory=list)
    ministries: dict[str, bool] = field(default_factory=dict)
    ministry_places: list[Source] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)


def diff(store: Store, before: str, after: str) -> Diff:
    """What changed from the document `before` to the document `after` (ids or titles).

    Raises NotFound, with the documents there are, for a document that is not.
    """
    known = ask(store, "documents")
    first, second = (document_id(known, name) for name in (before, after))
    old, new = _tellings(store, first), _tellings(store, second)
    both = sorted(old.keys() & new.keys())
    rows = [*_new_and_gone(store, first, second, old, new)]
    uncompared = []
    for measure in both:
        rows += _renamed_and_moved(measure, first, second, old[measure], new[measure])
        money, unclear = growth(old[measure].drawn, new[measure].drawn)
        rows += [_grown(measure, first, second, old[measure], new[measure], each) for each in money]
        uncompared += [measure] if unclear else []
    changes = tuple(sorted(rows, key=lambda row: (KINDS.index(row.kind), row.id)))
    counted = Counter(row.kind for row in changes)
    return Diff(
        first,
        second,
        (len(old), len(new), len(both)),
        {kind: counted[kind] for kind in KINDS},
        changes,
        tuple(uncompared),
        _date(known, second) < _date(known, first),
    )


def document_id(known: list[dict[str, Any]], name: str) -> str:
    """The id of the document that an id or title means, of the rows of the question `documents`."""
    wanted = fold(name.removeprefix("document:"))
    ids = {row["id"].partition(":")[2]: row["title"] for row in known}
    found = [each for each, title in ids.items() if wanted in (fold(each), fold(title))]
    if len(found) != 1:
        raise NotFound(f"there is no document {name!r}", None, f"there are {', '.join(ids)}")
    return found[0]


def _date(known: list[dict[str, Any]], document: str) -> str:
    return next(row["date"] for row in known if row["id"] == f"document:{document}")


def _tellings(store: Store, document: str) -> dict[str, _Telling]:
    """Measure id -> what the document says of it."""
    found: dict[str, _Telling] = {}
    for row in ask(store, "changes/measures", documents=[document]):
        telling = found.setdefault(row["measure"], _Telling(row["measure_title"]))
        telling.titles += [row["title"]] if row["title"] not in telling.titles else []
        telling.places += sources(row["documents"], row["lines"])
    for row in ask(store, "changes/ministries", documents=[document]):
        # a derived ministry is not printed; what an earlier document printed of the same ministry
        # is
        printed = [
            s
            for s in sources(row["documents"], row["lines"])
            if s.document == document and not (row["derived"] and document == row["latest"])
        ]
        if printed:
            found[row["measure"]].ministries[row["name"]] = row["lead"]
            found[row["measure"]].ministry_places += printed
    for row in ask(store, "changes/budgets", documents=[document]):
        found[row["measure"]].drawn.append(
            Drawn(Draw.of(row), sources(row["documents"], row["lines"]))
        )
    return found


def _told(document: str, telling: _Telling, places: list[Source]) -> Told:
    ministries = sorted(telling.ministries, key=lambda name: (not telling.ministries[name], name))
    return Told(
        document,
        tuple(telling.titles),
        tuple(ministries),
        tuple(sorted(set(places), key=lambda s: s.line or 0)),
    )


def _new_and_gone(
    store: Store, first: str, second: str, old: dict[str, _Telling], new: dict[str, _Telling]
) -> Iterator[Change]:
    single = sorted(old.keys() ^ new.keys())
    kin, told = kin_of(store, single), documents_of(store, single)
    for measure in single:
        here, there = (first, second) if measure in old else (second, first)
        telling = old.get(measure) or new[measure]
        side = _told(here, telling, telling.places)
        yield Change(
            "gone" if measure in old else "new",
            measure,
            telling.title,
            side if measure in old else None,
            None if measure in old else side,
            kin=tuple(each for each in kin.get(measure, ()) if there in each.documents),
            elsewhere=tuple(d for d in told[measure] if d not in (here, there)),
        )


def _renamed_and_moved(
    measure: str, first: str, second: str, old: _Telling, new: _Telling
) -> Iterator[Change]:
    if not _names(old.titles) & _names(new.titles):
        yield Change(
            "renamed",
            measure,
            new.title,
            _told(first, old, old.places),
            _told(second, new, new.places),
        )
    if old.ministries and new.ministries and set(old.ministries) != set(new.ministries):
        left = {name for name, lead in old.ministries.items() if lead} - set(new.ministries)
        kind = "moved" if left or not set(old.ministries) & set(new.ministries) else "partners"
        yield Change(
            kind,
            measure,
            new.title,
            _told(first, old, old.ministry_places),
            _told(second, new, new.ministry_places),
        )


def _names(titles: list[str]) -> set[str]:
    """The titles, folded, also without what stands in brackets at the end: a by-name that is added
    is no other name.
    """
    whole = {fold(title) for title in titles}
    return whole | {_BY_NAME.sub("", title) or title for title in whole}


def _grown(
    measure: str, first: str, second: str, old: _Telling, new: _Telling, money: Growth
) -> Change:
    before, after = (
        _told(d, t, list(a.sources))
        for d, t, a in ((first, old, money.before), (second, new, money.after))
    )
    return Change(money.change, measure, new.title, before, after, money)
