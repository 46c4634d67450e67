"""Which measures do much the same for the same people: scored pairs, best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graph.errors import NotFound
from graph.language.fold import fold
from graph.store import Store
from queries.cypher import ask
from queries.overlap.grades import GRADES
from queries.overlap.left_out import not_standing
from queries.search.search import Hit, resolve

Mode = Literal["between", "within", "both"]
_ALL = 2**62  # what LIMIT takes for no limit
_NUMBER = re.compile(r"^\(?\d+\)?\.?")  # before a pillar's name, folded


@dataclass(frozen=True)
class Asked:
    """Which pairs are asked for.

    ministry, other : ids or names of ministries (also of agencies and bodies); one measure is of
    the first, the other of the second
        (a measure that only a body runs is of the ministry that supervises it). measure, second :
        ids, former ids or titles.
    pillar : id or name of a pillar; at least one of the two stands in it. document : id of a
    document that is the latest to tell both. grade, score : the lowest that counts. mode : pairs
    between ministries, within one ministry (of different agencies or bodies), or both. standing :
    leave out measures that another one carries on or has taken in, and mere headings, unless they
    are named.
    """

    ministry: str | None = None
    other: str | None = None
    measure: str | None = None
    second: str | None = None
    pillar: str | None = None
    document: str | None = None
    grade: int = 1
    score: float = 0.0
    mode: Mode = "between"
    standing: bool = True


@dataclass(frozen=True)
class LeftOut:
    """How many of the pairs asked for are left out: of a measure that another one carries on or has
    since taken in as a part (`superseded`), and of a mere `heading`.
    """

    superseded: int
    heading: int


@dataclass(frozen=True)
class ScoredPair:
    """Two measures, the lower id first; score 0–1, grade as in overlap_grades."""

    a: str
    b: str
    score: float
    grade: int


def scored_pairs(
    store: Store, asked: Asked = Asked(), limit: int | None = None
) -> tuple[ScoredPair, ...]:
    """The pairs asked for, the highest score first, then by grade and ids; all of them if `limit`
    is None.

    Raises NotFound for a name that nothing answers to (with the nearest), for an office that runs
    no measure, for two names of one thing, and where the graph holds no scored pair at all.
    """
    rows = ask(
        store, "overlap/pairs", **_parameters(store, asked), limit=_ALL if limit is None else limit
    )
    if not rows and not ask(store, "overlap/count")[0]["count"]:
        raise NotFound(
            "no pair of measures is scored in this graph",
            store.uri,
            "load a catalogue that holds overlaps.jsonl",
        )
    return tuple(ScoredPair(**row) for row in rows)


def left_out(store: Store, asked: Asked = Asked()) -> LeftOut:
    """What `scored_pairs` leaves out of the pairs asked for. Raises NotFound as it does."""
    if not asked.standing:
        return LeftOut(0, 0)
    listed = set(scored_pairs(store, asked))
    why, apart = (
        not_standing(store),
        [
            pair
            for pair in scored_pairs(store, replace(asked, standing=False))
            if pair not in listed
        ],
    )
    superseded = sum("superseded" in (why.get(pair.a), why.get(pair.b)) for pair in apart)
    return LeftOut(superseded, len(apart) - superseded)


def _parameters(store: Store, asked: Asked) -> dict[str, str | int | float | bool]:
    office, other = _two(store, [asked.ministry, asked.other], _office)
    measure, second = _two(store, [asked.measure, asked.second], _measure)
    return {
        "office": office,
        "other": other,
        "measure": measure,
        "second": second,
        "pillar": _pillar(store, asked.pillar) if asked.pillar else "",
        "document": (
            resolve(store, asked.document, ["Document"]).id.partition(":")[2]
            if asked.document
            else ""
        ),
        "left_out": (
            sorted(not_standing(store).keys() - {measure, second}) if asked.standing else []
        ),
        "grade": asked.grade,
        "score": asked.score,
        "between": asked.mode != "within",
        "within": asked.mode != "between",
    }


def _two(
    store: Store, names: Sequence[str | None], meant: Callable[[Store, str], Hit]
) -> tuple[str, str]:
    """The ids that one or two names mean, "" for none."""
    found = [meant(store, name) for name in names if name]
    if len({hit.id for hit in found}) < len(found):
        raise NotFound(
            f"{names[0]} and {names[1]} are one thing, {found[0].id}",
            None,
            "name two that differ, or look within one ministry (--within)",
        )
    return (*(hit.id for hit in found), "", "")[:2]  # type: ignore[return-value]


def _office(store: Store, name: str) -> Hit:
    office = resolve(store, name, ["Ministry", "Agency", "Body"], suggested=["Ministry", "Agency"])
    if not ask(store, "overlap/office", id=office.id)[0]["count"]:
        raise NotFound(
            f"no measure is run by {office.name} as the latest documents tell it",
            None,
            "`shisaku show` a measure to see who runs it",
        )
    return office


def _measure(store: Store, name: str) -> Hit:
    return resolve(store, name, ["Measure"])


def _pillar(store: Store, name: str) -> str:
    """The id of a pillar by id (also without its type), name, or its name without the number."""
    rows = ask(store, "overlap/pillars")
    meant = [
        row for row in rows if name in (row["id"], row["id"].partition(":")[2], row["name"])
    ] or [row for row in rows if _bare(row["name"]) == _bare(name)]
    if len(meant) != 1:
        raise NotFound(
            f"{name!r} {'may mean several pillars' if meant else 'is no pillar'}",
            None,
            f"there are {', '.join(row['id'].partition(':')[2] for row in meant or rows)}",
        )
    return meant[0]["id"]


def _bare(pillar: str) -> str:
    return _NUMBER.sub("", fold(pillar))


def why_none(store: Store, asked: Asked) -> str:
    """Why no pair answers: all are weaker, the measure has no terms to compare, or nothing of the
    two sides is alike.
    """
    weaker = scored_pairs(store, replace(asked, grade=0, score=0.0), 1)
    if weaker:
        floor = f" and score {asked.score:g}" if asked.score else ""
        return (
            f"no pair of grade {asked.grade}{floor} or more; the best has grade {weaker[0].grade}"
            f" ({GRADES[weaker[0].grade]}) and score {weaker[0].score:.2f}"
        )
    for name in (asked.measure, asked.second):
        if (
            name
            and not ask(store, "overlap/terms", id=(hit := _measure(store, name)).id)[0]["count"]
        ):
            return f"{hit.name} is in no pair: its page gives no key terms to compare"
    if (
        asked.mode == "between"
        and asked.second
        and scored_pairs(store, replace(asked, grade=0, score=0.0, mode="within"))
    ):
        return "the two are of one ministry: look within it (--within)"
    return (
        "no scored pair is of that kind: the two sides are not alike enough, or belong together"
        " (jointly run, a part and its whole, a successor)"
    )
