"""What changed from one document to another: first told, no longer told, told otherwise, renamed,
moved, grown, shrunk, each with its places in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from graph.store import Store
from queries.changes.growth import Drawn, Growth, growth
from queries.changes.names import TellsOf, is_one_name, names, tells_renaming
from queries.changes.otherwise import StandIn, stand_ins
from queries.cypher import ask
from queries.documents import document, documents, documents_of
from queries.kept import kept
from queries.measure.relatives import Relative, relatives_of
from queries.measure.version import DocumentVersion
from queries.money.rule import Draw
from queries.sources import Source, sources

KINDS = (
    "first_told",
    "no_longer_told",
    "stand_ins",
    "renamed",
    "retitled",
    "moved",
    "partners",
    "grown",
    "shrunk",
)


@dataclass(frozen=True)
class Change:
    """One change of one measure."""

    kind: str
    """One of KINDS. first_told, no_longer_told: of the two documents only the second or the first
    tells of the measure, whatever others do; stand_ins: one of them has no page of it, but an
    item, a part, its whole or a pot; renamed: a page prints the former name, or the scheme of both
    is one; retitled: headed by another name, without a word of either; moved: no ministry is the
    same, or the lead has left; partners: other ministries beside one that stays; grown, shrunk: one
    change for each kind of budget, see growth.py.
    """
    id: str
    """The measure's id."""
    title: str
    """Its title now."""
    before: DocumentVersion | None
    """The measure in the first document, None where it is not in it; the sources are the lines that
    show the change: of titles, ministries or sums.
    """
    after: DocumentVersion | None
    """The measure in the second document, likewise."""
    money: Growth | None = None
    """What grew or shrank."""
    relatives: tuple[Relative, ...] = ()
    """Parts, wholes, forerunners and successors that the other document contains: a measure may go
    on under another name.
    """
    told_as: tuple[StandIn, ...] = ()
    """What stands for it in the document that has no page of it."""
    elsewhere: tuple[str, ...] = ()
    """Ids of other documents that contain it, the earliest first."""


@dataclass(frozen=True)
class Diff:
    """All that changed between two documents."""

    before: str
    """The id of the first document."""
    after: str
    """The id of the second."""
    measures: tuple[int, int, int]
    """How many the first document has, the second, and both."""
    counts: dict[str, int]
    """How many changes of each of KINDS."""
    changes: tuple[Change, ...]
    """The changes by kind in the order of KINDS, then by measure id."""
    uncompared: tuple[str, ...]
    """Ids of measures whose money stands in both and cannot be compared: other kinds, sums of which
    each is only a part, years that are not printed.
    """
    backwards: bool
    """Whether the second document is the earlier one."""


@dataclass
class _Gathered:
    """What one document says of one measure, while its rows come in."""

    title: str
    """The measure's title now."""
    titles: list[str] = field(default_factory=list)
    """Its titles in the document."""
    places: list[Source] = field(default_factory=list)
    """Where these stand."""
    ministries: dict[str, bool] = field(default_factory=dict)
    """Name -> whether it leads."""
    ministry_places: list[Source] = field(default_factory=list)
    """Where the ministries stand."""
    drawn: list[Drawn] = field(default_factory=list)
    """The budgets that it draws on there."""
    told: TellsOf = field(default_factory=TellsOf)
    """What its pages there say of its scheme and of other names."""


@dataclass(frozen=True)
class _Both:
    """One measure in both documents."""

    measure: str
    """The measure's id."""
    first: str
    """The id of the first document."""
    second: str
    """The id of the second."""
    old: _Gathered
    """What the first document says."""
    new: _Gathered
    """What the second says."""

    def change(
        self,
        kind: str,
        old_places: list[Source],
        new_places: list[Source],
        money: Growth | None = None,
    ) -> Change:
        """A change that shows at these places."""
        return Change(
            kind,
            self.measure,
            self.new.title,
            _version(self.first, self.old, old_places),
            _version(self.second, self.new, new_places),
            money,
        )


@kept
def diff(store: Store, before: str, after: str) -> Diff:
    """What changed from the document `before` to the document `after` (ids or titles), money in
    yen, lines from 1.

    Raises NotFound, with the documents there are, for a document that is not.
    """
    known = documents(store)
    first, second = document(known, before), document(known, after)
    old, new = _gathered(store, first.id), _gathered(store, second.id)
    in_both = sorted(old.keys() & new.keys())
    changes = [*_in_one(store, first.id, second.id, old, new)]
    uncompared = []
    for measure in in_both:
        both = _Both(measure, first.id, second.id, old[measure], new[measure])
        changes += _renamed_and_moved(both)
        grown, unclear = growth(both.old.drawn, both.new.drawn)
        changes += [
            both.change(money.change, list(money.before.sources), list(money.after.sources), money)
            for money in grown
        ]
        uncompared += [measure] if unclear else []
    counted = Counter(change.kind for change in changes)
    return Diff(
        first.id,
        second.id,
        (len(old), len(new), len(in_both)),
        {kind: counted[kind] for kind in KINDS},
        tuple(sorted(changes, key=lambda change: (KINDS.index(change.kind), change.id))),
        tuple(uncompared),
        second.date < first.date,
    )


def _gathered(store: Store, document: str) -> dict[str, _Gathered]:
    """Measure id -> what the document says of it."""
    measures: dict[str, _Gathered] = {}
    for row in ask(store, "changes/measures", documents=[document]):
        gathered = measures.setdefault(row["measure"], _Gathered(row["measure_title"]))
        gathered.titles += [row["title"]] if row["title"] not in gathered.titles else []
        gathered.places += sources(row["documents"], row["lines"])
        gathered.told = gathered.told.with_page(row)
    for row in ask(store, "changes/ministries", documents=[document]):
        # a derived ministry is not printed; what an earlier document printed of the same ministry
        # is
        printed = [
            place
            for place in sources(row["documents"], row["lines"])
            if place.document == document and not (row["derived"] and document == row["latest"])
        ]
        if printed:
            measures[row["measure"]].ministries[row["name"]] = row["lead"]
            measures[row["measure"]].ministry_places += printed
    for row in ask(store, "changes/budgets", documents=[document]):
        measures[row["measure"]].drawn.append(
            Drawn(Draw.of(row), sources(row["documents"], row["lines"]))
        )
    return measures


def _version(document: str, gathered: _Gathered, places: list[Source]) -> DocumentVersion:
    leads = gathered.ministries
    return DocumentVersion(
        document,
        tuple(gathered.titles),
        tuple(sorted(leads, key=lambda name: (not leads[name], name))),
        tuple(sorted(set(places), key=lambda place: place.line or 0)),
    )


def _in_one(
    store: Store, first: str, second: str, old: dict[str, _Gathered], new: dict[str, _Gathered]
) -> Iterator[Change]:
    """The measures of which one document alone has a page."""
    in_one = sorted(old.keys() ^ new.keys())
    relatives, all_documents = relatives_of(store, in_one), documents_of(store, in_one)
    told: dict[str, tuple[StandIn, ...]] = {}
    for without, gathered in ((second, old), (first, new)):
        titles = {m: [gathered[m].title, *gathered[m].titles] for m in in_one if m in gathered}
        told |= stand_ins(store, without, titles, relatives)
    for measure in in_one:
        gone = measure in old
        its_document, without = (first, second) if gone else (second, first)
        of_measure = old[measure] if gone else new[measure]
        version = _version(its_document, of_measure, of_measure.places)
        kind = "no_longer_told" if gone else "first_told"
        yield Change(
            "stand_ins" if measure in told else kind,
            measure,
            of_measure.title,
            version if gone else None,
            None if gone else version,
            relatives=tuple(
                relative for relative in relatives.get(measure, ()) if without in relative.documents
            ),
            told_as=told.get(measure, ()),
            elsewhere=tuple(d for d in all_documents[measure] if d not in (first, second)),
        )


def _renamed_and_moved(both: _Both) -> Iterator[Change]:
    old, new = both.old, both.new
    if not is_one_name(names(old.titles), names(new.titles)):
        told = tells_renaming(old.told, new.told, old.titles, new.titles)
        yield both.change("renamed" if told else "retitled", old.places, new.places)
    if old.ministries and new.ministries and set(old.ministries) != set(new.ministries):
        left = {name for name, lead in old.ministries.items() if lead} - set(new.ministries)
        kind = "moved" if left or not set(old.ministries) & set(new.ministries) else "partners"
        yield both.change(kind, old.ministry_places, new.ministry_places)
