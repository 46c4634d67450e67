"""One side of a pair: a measure with what counts when two are compared, each fact with
its places.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph.language.fold import fold
from graph.language.yen import yen_in_english, yen_in_japanese
from graph.store import Store
from queries.cypher import ask_of_many
from queries.english import in_english
from queries.measure.relatives import Relative, relatives_of
from queries.money.rule import Draw, of_one_year
from queries.sources import Source, sources

# what two measures are compared in, in the order in which a reader wants it; `caps`: the highest
# sum that one applicant can get
ASPECTS = (
    "problems",
    "activities",
    "terms",
    "instruments",
    "beneficiaries",
    "targets",
    "industries",
    "applicants",
    "caps",
    "bodies",
    "items",
    "pillar",
    "ministries",
    "agencies",
)
_RELATIONSHIPS = {
    ("USES", "Instrument"): "instruments",
    ("SERVES", "Beneficiary"): "beneficiaries",
    ("SERVES", "Industry"): "industries",
    ("TARGETS", "SizeClass"): "targets",
    ("IN_PILLAR", "Pillar"): "pillar",
    ("ABOUT", "Term"): "terms",
    ("IMPLEMENTS", "Body"): "bodies",
    ("ADMINISTERED_BY", "Ministry"): "ministries",
    ("ADMINISTERED_BY", "Agency"): "agencies",
}


@dataclass(frozen=True)
class SideFact:
    """Something that a measure is tied to."""

    id: str
    """The id of that node."""
    name: str
    """Its name, as printed."""
    english: str
    """Its official or vocabulary name, as printed where it has none."""
    sources: tuple[Source, ...]
    """The lines that state it."""
    weight: float | None = None
    """How much a term weighs; None for all else."""
    derived: bool = False
    """Whether it is a ministry, not printed, that supervises the body that the page names."""
    supervised: bool = False
    """Whether it is a body that a ministry supervises."""


@dataclass(frozen=True)
class Side:
    """A measure of a pair, as its latest appearance has it."""

    id: str
    """The measure's id."""
    title: str
    """The measure's title."""
    document: str
    """The document's id."""
    date: str
    """The document's date, ISO."""
    page: int | None
    """The number of the page, as printed."""
    line_start: int
    """The line on which it begins, from 1."""
    line_end: int
    """The line on which it ends."""
    facts: dict[str, tuple[SideFact, ...]]
    """For each of ASPECTS that is known of it, its facts: the lead ministry first, terms by weight,
    problems and activities (those that weigh most, derived from the whole page) likewise, else by
    id.
    """
    draws: tuple[Draw, ...]
    """The budgets that it draws on, of each kind those of the latest fiscal year."""
    succeeded_by: tuple[str, ...]
    """Titles of the measures that carry it on."""

    def named(self, kind: str, names: Iterable[str]) -> tuple[SideFact, ...]:
        """In that respect (of ASPECTS) the facts of these names, in their order; of what several
        documents print alike, the first.
        """
        known = {fold(fact.name): fact for fact in reversed(self.facts.get(kind, ()))}
        return tuple(known[fold(name)] for name in names if fold(name) in known)


def sides(store: Store, measures: Sequence[str]) -> dict[str, Side]:
    """Measure id -> that side, for ids of measures."""
    ids = sorted(set(measures))
    facts: dict[str, dict[str, list[SideFact]]] = {measure: defaultdict(list) for measure in ids}
    for row in sorted(
        ask_of_many(store, "overlap/facts", ids),
        key=lambda row: (-(row["weight"] or 0), not row["lead"]),
    ):
        facts[row["measure"]][_RELATIONSHIPS[row["relationship"], row["type"]]].append(_fact(row))
    for row in ask_of_many(store, "overlap/items", ids):
        name = f"{row['number']} {row['title']}"
        facts[row["measure"]]["items"].append(
            SideFact(row["id"], name, name, sources(row["documents"], row["lines"]))
        )
    draws: dict[str, list[Draw]] = defaultdict(list)
    for row in ask_of_many(store, "overlap/money", ids):
        draws[row["measure"]].append(Draw.of(row))
    relatives = relatives_of(store, ids)
    pages = {row["measure"]: row for row in reversed(ask_of_many(store, "overlap/sides", ids))}
    return {
        measure: _side(row, facts[measure], of_one_year(draws[measure]), relatives.get(measure, ()))
        for measure, row in pages.items()
    }


def _fact(row: dict[str, Any]) -> SideFact:
    return SideFact(
        row["id"],
        row["name"],
        row["english"] or in_english(row["name"]),
        sources(row["documents"], row["lines"]),
        row["weight"],
        row["derived"],
        row["supervised"],
    )


def _side(
    row: dict[str, Any],
    facts: dict[str, list[SideFact]],
    draws: tuple[Draw, ...],
    relatives: Sequence[Relative],
) -> Side:
    facts |= {
        "problems": list(_derived(row, "problems")),
        "activities": list(_derived(row, "activities")),
        "applicants": list(_applicants(row)),
        "caps": list(_highest_cap(row)),
    }
    return Side(
        row["measure"],
        row["title"],
        row["document"],
        row["date"],
        row["page"],
        row["line_start"],
        row["line_end"],
        {aspect: tuple(facts[aspect]) for aspect in ASPECTS if facts.get(aspect)},
        draws,
        tuple(relative.title for relative in relatives if relative.relation == "succeeded_by"),
    )


def _derived(row: dict[str, Any], kind: str) -> Iterator[SideFact]:
    """Each with the line that first shows it; the graph keeps the weightiest alone, so that lines
    of lighter ones stay behind. Else where the page begins.
    """
    lines = json.loads(row["field_lines"]).get(kind) or [row["line_start"]] * len(row[kind])
    for name, line in zip(row[kind], lines, strict=False):
        yield SideFact(f"{kind}:{name}", name, in_english(name), (Source(row["document"], line),))


def _applicants(row: dict[str, Any]) -> Iterator[SideFact]:
    """Each on its own line where the page has as many lines, else on all lines of the field."""
    lines = json.loads(row["field_lines"]).get("applicants") or [row["line_start"]]
    for place, name in enumerate(row["applicants"]):
        places = lines[place : place + 1] if len(lines) == len(row["applicants"]) else lines
        yield SideFact(
            f"applicant:{name}",
            name,
            in_english(name),
            tuple(Source(row["document"], line) for line in places),
        )


def _highest_cap(row: dict[str, Any]) -> Iterator[SideFact]:
    """The highest limit that the page prints, with uplifts, if it prints one."""
    if caps := json.loads(row["caps"]):
        highest = max(caps, key=lambda cap: (cap["yen"], -cap["line"]))
        yield SideFact(
            f"cap:{highest['yen']}",
            yen_in_japanese(highest["yen"]),
            yen_in_english(highest["yen"]),
            (Source(row["document"], highest["line"]),),
        )
