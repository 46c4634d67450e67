"""How far readers are with a list of pairs: all of it, and by ministries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from graph.store import Store
from queries.cypher import ask_of_many
from queries.english import in_english
from queries.overlap.marks import Mark, PairIds, Status, pair_ids, status_of
from queries.overlap.offices import Office, offices_of
from queries.overlap.pairs import ScoredPair
from queries.programmes.ids import PROGRAMME, node_of, programme_id


@dataclass(frozen=True)
class Counted:
    """How many pairs of a list are how far."""

    unchecked: int
    """Pairs that nobody took up (未確認)."""
    checking: int
    """Pairs that somebody is at (確認中)."""
    checked: int
    """Pairs that are done (確認済)."""
    agree: int
    """Pairs that a reader takes for an overlap, too."""
    not_overlap: int
    """Pairs that a reader takes for none."""

    @property
    def pairs(self) -> int:
        """All of them."""
        return self.unchecked + self.checking + self.checked


@dataclass(frozen=True)
class OfTwo:
    """The pairs of two ministries, or inside one."""

    office_a: Office
    """One of the two, the lower id; the same twice for pairs inside it."""
    office_b: Office
    """The other one."""
    counted: Counted
    """How far readers are with the pairs of the two."""


@dataclass(frozen=True)
class Progress:
    """How far readers are with a list of pairs."""

    total: Counted
    """Of all pairs, each once."""
    by_offices: tuple[OfTwo, ...]
    """Of each two ministries, those with most pairs first; a pair of something run jointly stands
    with each, so that these are not to be added up. Without pairs of which a side has no ministry.
    """


def progress(store: Store, pairs: Sequence[ScoredPair], marks: Mapping[PairIds, Mark]) -> Progress:
    """How far readers are with these pairs (of measures and budget programmes)."""
    offices = ministries_of(store, {id_ for pair in pairs for id_ in (pair.a, pair.b)})
    of_two: dict[tuple[str, str], list[ScoredPair]] = {}
    for pair in pairs:
        two = {
            (min(x.id, y.id), max(x.id, y.id)) for x, y in product(offices[pair.a], offices[pair.b])
        }
        for cell in {(x, y) for x, y in two if x != y} or two:
            of_two.setdefault(cell, []).append(pair)
    by_id = {office.id: office for each in offices.values() for office in each}
    cells = sorted(of_two.items(), key=lambda cell: (-len(cell[1]), cell[0]))
    return Progress(
        counted_of(pairs, marks),
        tuple(OfTwo(by_id[a], by_id[b], counted_of(of_cell, marks)) for (a, b), of_cell in cells),
    )


def of_status(
    pairs: Sequence[ScoredPair], marks: Mapping[PairIds, Mark], status: Status
) -> tuple[ScoredPair, ...]:
    """The pairs that readers are so far with, in their order."""
    return tuple(pair for pair in pairs if status_of(marks.get(pair_ids(pair.a, pair.b))) == status)


def counted_of(pairs: Sequence[ScoredPair], marks: Mapping[PairIds, Mark]) -> Counted:
    """How far readers are with these pairs."""
    said = [marks.get(pair_ids(pair.a, pair.b)) for pair in pairs]
    statuses = Counter(map(status_of, said))
    verdicts = Counter(mark.verdict for mark in said if mark)
    return Counted(
        statuses["unchecked"],
        statuses["checking"],
        statuses["checked"],
        verdicts["agree"],
        verdicts["not_overlap"],
    )


def ministries_of(store: Store, ids: set[str]) -> dict[str, tuple[Office, ...]]:
    """Measure or programme -> its ministries by id; none where none is known."""
    programmes = {id_ for id_ in ids if id_.startswith(PROGRAMME)}
    offices = offices_of(store, sorted(ids - programmes))
    of_programme: dict[str, list[Office]] = {id_: [] for id_ in programmes}
    for row in ask_of_many(store, "overlap/marked_programmes", sorted(map(node_of, programmes))):
        if row["type"] == "Ministry":
            english = row["english"] or in_english(row["ministry"])
            of_programme[programme_id(row["id"])].append(
                Office(row["office"], row["ministry"], english)
            )
    return offices | {id_: tuple(each) for id_, each in of_programme.items()}
