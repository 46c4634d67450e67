"""What changed from the review sheets of one year to those of another: budget programmes that are
new, ended, were merged, split, numbered anew, renamed, or went to another ministry.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.changes.names import letters_of
from queries.cypher import ask
from queries.programmes.card import years_of_money
from queries.sources import Source, sources

SheetKind = Literal["new", "ended", "merged", "split", "renumbered", "renamed", "moved"]
SHEET_KINDS: tuple[SheetKind, ...] = (
    "new",
    "ended",
    "merged",
    "split",
    "renumbered",
    "renamed",
    "moved",
)
# what a sheet says of another programme -> whether that is about its own end, and the kind
_RELATIONS: dict[str, tuple[bool, SheetKind]] = {
    "merged_into": (True, "merged"),
    "merged_from": (False, "merged"),
    "split_into": (True, "split"),
    "split_from": (False, "split"),
}


@dataclass(frozen=True)
class SheetSide:
    """A programme as the sheet of one year tells it."""

    number: int
    """The number of its sheet."""
    name: str
    """Its name there."""
    ministry: str | None
    """The ministry in the lead there."""
    initial: int | None
    """当初予算 of the sheet's year, in yen; None where it is not told."""
    sources: tuple[Source, ...]
    """Its row of table 1-2, where that table is there."""


@dataclass(frozen=True)
class SheetRelative:
    """A programme that a changed one was merged or split with."""

    id: str
    """Its node."""
    name: str
    """Its name now."""
    how: str
    """merged_into or split_into: it came out of the changed one; merged_from or split_from: the
    changed one came out of it.
    """
    sources: tuple[Source, ...]
    """Where a sheet says so, of the two years."""


@dataclass(frozen=True)
class SheetChange:
    """One change of one programme."""

    kind: SheetKind
    """new, ended: a sheet in the second or first year alone; merged, split: it ended so, or sheets
    of the second year say so first; renumbered: its sheet has another number; renamed, but not
    by marks alone; moved: another ministry leads it.
    """
    id: str
    """The programme's node; of one that was numbered anew the later one."""
    before: SheetSide | None
    """In the sheet of the first year; None where there is none."""
    after: SheetSide | None
    """In the sheet of the second."""
    relatives: tuple[SheetRelative, ...] = ()
    """What it was merged into, split into or made from."""
    ends: int | None = None
    """Of one that ended: the last fiscal year that its sheet planned."""
    why: tuple[str, ...] = ()
    """Of one that was numbered anew, by what it is known: former_number, name, ministry."""


@dataclass(frozen=True)
class SheetDiff:
    """All that changed between the sheets of two years."""

    before: int
    """The first year."""
    after: int
    """The second."""
    programmes: tuple[int, int, int]
    """How many the first year has, the second, and both."""
    counts: dict[str, int]
    """How many changes of each of SHEET_KINDS."""
    changes: tuple[SheetChange, ...]
    """By kind in the order of SHEET_KINDS, then by number."""


def diff_of_sheets(store: Store, before: int, after: int) -> SheetDiff:
    """What changed from the sheets of the year `before` to those of `after`.

    Raises NotFound for a year without sheets, with those that there are.
    """
    years = [row["year"] for row in ask(store, "changes/sheet_years")]
    for year in (before, after):
        if year not in years:
            known = ", ".join(f"rs-{each}" for each in years) or "none"
            raise NotFound(f"there are no review sheets of {year}", todo=f"there are: {known}")
    rows = {row["id"]: row for row in ask(store, "changes/in_years", before=before, after=after)}
    old = {id_: row for id_, row in rows.items() if before in row["sheets"]}
    new = {id_: row for id_, row in rows.items() if after in row["sheets"]}
    told = _relatives(store, (before, after))
    changes = [
        *_in_one(old, new, told, before, after),
        *_in_both(old, new, told, before, after),
    ]
    changes.sort(key=lambda change: (SHEET_KINDS.index(change.kind), _number(change)))
    counted = Counter(change.kind for change in changes)
    return SheetDiff(
        before,
        after,
        (len(old), len(new), len(old.keys() & new.keys())),
        {kind: counted[kind] for kind in SHEET_KINDS},
        tuple(changes),
    )


@dataclass(frozen=True)
class SheetMoney:
    """A programme with sheets of both years whose initial budget changed."""

    id: str
    """The programme's node."""
    before: SheetSide
    """In the sheet of the first year."""
    after: SheetSide
    """In the sheet of the second."""


def money_of_sheets(store: Store, before: int, after: int) -> tuple[SheetMoney, ...]:
    """Programmes with sheets of both years whose initial budgets of these years are told and
    differ, by number. One that was numbered anew is none of them.
    """
    rows = ask(store, "changes/in_years", before=before, after=after)
    both = [row for row in rows if {before, after} <= set(row["sheets"])]
    sides = [SheetMoney(row["id"], _side(row, before), _side(row, after)) for row in both]
    return tuple(
        one
        for one in sides
        if None not in (one.before.initial, one.after.initial)
        and one.before.initial != one.after.initial
    )


Rows = Mapping[str, dict[str, Any]]
# programme -> what its sheets, or the other one's, say that it was merged or split with
Relatives = Mapping[str, list[SheetRelative]]


def _relatives(store: Store, years: tuple[int, int]) -> Relatives:
    """From both sides, with the places in the sheets of the years alone."""
    found: dict[tuple[str, str, str], tuple[str, list[Source]]] = {}
    for row in ask(store, "changes/merged_and_split"):
        places = [
            place
            for place in sources(row["documents"], row["lines"])
            if place.document.startswith(tuple(f"rs-{year}-" for year in years))
        ]
        relation, other_way = row["relation"], _turned(row["relation"])
        for id_, how, other, name in (
            (row["id"], relation, row["other"], row["other_name"]),
            (row["other"], other_way, row["id"], row["name"]),
        ):
            found.setdefault((id_, how, other), (name, []))[1].extend(places)
    relatives: dict[str, list[SheetRelative]] = defaultdict(list)
    for (id_, how, other), (name, places) in sorted(found.items()):
        if places:
            unique = tuple(sorted(set(places), key=lambda p: (p.document, p.line or 0)))
            relatives[id_].append(SheetRelative(other, name, how, unique))
    return relatives


def _turned(relation: str) -> str:
    kind, _, way = relation.partition("_")
    return f"{kind}_{'from' if way == 'into' else 'into'}"


def _in_one(
    old: Rows, new: Rows, told: Relatives, before: int, after: int
) -> Iterator[SheetChange]:
    """Programmes of which one year alone has a sheet."""
    gone = {id_: row for id_, row in old.items() if id_ not in new}
    come = {id_: row for id_, row in new.items() if id_ not in old}
    led = {id_: _leading(told.get(id_, ())) for id_ in gone}
    came_from = {
        id_: tuple(each for each in told.get(id_, ()) if not _RELATIONS[each.how][0])
        for id_ in come
    }
    again = _numbered_anew(
        {id_: _side(row, before) for id_, row in gone.items() if not led[id_]},
        {id_: _side(row, after) for id_, row in come.items() if not came_from[id_]},
        {id_: row["former_number"] for id_, row in (gone | come).items()},
    )
    for id_, (other, why) in again.items():
        sides = _side(gone[other], before), _side(come[id_], after)
        yield SheetChange("renumbered", id_, *sides, why=why)
    anew = {other for other, _ in again.values()}
    for id_ in gone.keys() - anew:
        relatives = led[id_]
        kind = _RELATIONS[relatives[0].how][1] if relatives else "ended"
        side = _side(gone[id_], before)
        yield SheetChange(kind, id_, side, None, relatives, ends=gone[id_]["planned_end"])
    for id_ in come.keys() - again.keys():
        yield SheetChange("new", id_, None, _side(come[id_], after), came_from[id_])


def _in_both(
    old: Rows, new: Rows, told: Relatives, before: int, after: int
) -> Iterator[SheetChange]:
    for id_ in old.keys() & new.keys():
        first, second = _head(old[id_], before), _head(new[id_], after)
        first_told = [
            each
            for each in _leading(told.get(id_, ()))
            if not any(place.document.startswith(f"rs-{before}-") for place in each.sources)
        ]
        found: list[tuple[SheetKind, tuple[SheetRelative, ...]]] = [
            (kind, tuple(each for each in first_told if _RELATIONS[each.how][1] == kind))
            for kind in dict.fromkeys(_RELATIONS[each.how][1] for each in first_told)
        ]
        if letters_of(fold(first["name"])) != letters_of(fold(second["name"])):
            found.append(("renamed", ()))
        if first["ministry"] != second["ministry"]:
            found.append(("moved", ()))
        for kind, relatives in found:
            sides = _side(old[id_], before), _side(new[id_], after)
            yield SheetChange(kind, id_, *sides, relatives)


def _leading(relatives: Iterable[SheetRelative]) -> tuple[SheetRelative, ...]:
    """Those that a programme went into, merged ones first."""
    into = [each for each in relatives if _RELATIONS[each.how][0]]
    return tuple(sorted(into, key=lambda each: (each.how, each.id)))


def _numbered_anew(
    gone: Mapping[str, SheetSide],
    come: Mapping[str, SheetSide],
    former: Mapping[str, str | None],
) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Later programme -> the earlier one that it is, and by what: the number under the earlier way
    of counting, else the name with the ministry, else the name; each where it is one's alone on
    either side.
    """
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for why in (("former_number",), ("name", "ministry"), ("name",)):
        taken = {other for other, _ in found.values()}
        earlier = _by_key(why, {i: side for i, side in gone.items() if i not in taken}, former)
        later = _by_key(why, {i: side for i, side in come.items() if i not in found}, former)
        for key, ids in later.items():
            if len(ids) == len(earlier.get(key, ())) == 1:
                found[ids[0]] = (earlier[key][0], why)
    return found


def _by_key(
    why: tuple[str, ...], sides: Mapping[str, SheetSide], former: Mapping[str, str | None]
) -> dict[tuple[str, ...], list[str]]:
    """What programmes are known by -> those that have it; none where a part of it is not told."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, side in sides.items():
        known = {
            "former_number": former[id_] or "",
            "name": fold(side.name),
            "ministry": side.ministry or "",
        }
        key = tuple(known[each] for each in why)
        if all(key):
            found[key].append(id_)
    return found


def _side(row: Mapping[str, Any], year: int) -> SheetSide:
    head = _head(row, year)
    line = head["line"]
    money = next((m for m in years_of_money(row["money"]) if m.year == year), None)
    return SheetSide(
        row["number"],
        head["name"],
        head["ministry"],
        money.initial if money else None,
        (Source(f"rs-{year}-1-2", line),) if line else (),
    )


def _head(row: Mapping[str, Any], year: int) -> dict[str, Any]:
    """What the sheet of the year calls the programme."""
    heads: list[dict[str, Any]] = json.loads(row["heads"])
    return next(each for each in heads if each["sheet"] == year)


def _number(change: SheetChange) -> int:
    side = change.after or change.before
    return side.number if side else 0
