"""What each question is asked with: its path under `queries/` without the ending -> the sets of
parameters, made from what a graph holds: `each("Measure")` asks for some measures, one at a time,
as `$id`; `several("Measure")` for many at once as `$ids`; anything else is a function from a Known
to dicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from graph.schema.schema import schema

ALL = 20  # nodes of a type that all is asked about in a small graph, which has no more of most
SOME = 8  # nodes of a type that a question is asked about in a large one
FEW = 2  # and a function, which puts many questions
LARGE = 1_000  # nodes


@dataclass(frozen=True)
class Known:
    """What a graph holds: ids by type, sorted, of which up to `most` of a type are asked for."""

    ids: dict[str, list[str]]
    most: int

    @classmethod
    def of(cls, ids: dict[str, list[str]]) -> Known:
        """What a question is asked about."""
        known = cls(ids, ALL)
        return replace(known, most=SOME) if known.large else known

    @property
    def large(self) -> bool:
        """Whether there is much."""
        return sum(map(len, self.ids.values())) > LARGE

    def some(self, kind: str) -> list[str]:
        """Up to `most` ids of a type, from all over the list."""
        held = self.ids.get(kind, [])
        return held[:: max(1, len(held) // self.most)][: self.most]

    def for_functions(self) -> Known:
        """The same, with fewer ids of a type where the graph is large."""
        return replace(self, most=FEW) if self.large else self

    @property
    def documents(self) -> list[str]:
        return [each.removeprefix("document:") for each in self.ids["Document"]]


Params = Callable[[Known], Iterator[dict[str, Any]] | list[dict[str, Any]]]


def each(*kinds: str) -> Params:
    return lambda known: [{"id": one} for kind in kinds for one in known.some(kind)]


def several(*kinds: str) -> Params:
    return lambda known: [
        {"ids": [one for kind in kinds for one in known.ids.get(kind, [])]},
        {"ids": [one for kind in kinds for one in known.some(kind)]},
    ]


def hubs_or_not(known: Known) -> list[dict[str, Any]]:
    """Some of each type, with hubs and without."""
    return [
        {"id": one, "hubs": hubs}
        for kind in ANY
        for one in known.some(kind)[:2]
        for hubs in (False, True)
    ]


def from_these(known: Known) -> list[dict[str, Any]]:
    """Steps from some of each type, through hubs and not, to one that is a hub."""
    return [
        {"ids": known.some(kind), "hubs": hubs, "goal": known.ids["SizeClass"][0]}
        for kind in ANY
        for hubs in (False, True)
    ]


def two(known: Known, *kinds: str) -> list[dict[str, Any]]:
    """The last ones of these types, each with some of them."""
    last = {kind: known.ids.get(kind, [])[-2:] for kind in kinds}
    return [
        {"a": one, "b": other}
        for kind, ids in last.items()
        for one in ids
        for other in (*known.some(kind), *(each for of in last.values() for each in of))
        if one != other
    ]


def filters(known: Known) -> list[tuple[str, str, str]]:
    """Pillar, office and document: none of them, each by itself, and all at once."""
    pillars, offices, documents = (
        known.some("Pillar")[:1],
        known.some("Ministry")[:2],
        known.documents[:1],
    )
    return [
        ("", "", ""),
        *((pillar, "", "") for pillar in pillars),
        *(("", office, "") for office in offices),
        *(("", "", document) for document in documents),
        *product(pillars, offices[:1], documents),
    ]


ANY = tuple(schema().nodes)
ASKED: dict[str, Params] = {
    "programmes/findings": each("BudgetProgramme"),
    "changes/in_years": lambda _: [
        {"before": before, "after": after} for before, after in ((2030, 2031), (2029, 2030))
    ],
    "programmes/laws": each("BudgetProgramme"),
    "programmes/measures": each("BudgetProgramme"),
    "programmes/offices": each("BudgetProgramme"),
    "programmes/payments": each("Recipient"),
    "programmes/programme": each("BudgetProgramme"),
    "programmes/recipients": each("BudgetProgramme"),
    "programmes/related": each("BudgetProgramme"),
    "programmes/reviews": lambda known: [
        {"office": office, "asks": asks}
        for office in ("", *known.some("Ministry"), *known.some("Agency"))
        for asks in (["coordinate"], ["improve", "coordinate"])
    ],
    "programmes/under_law": each("Law"),
    "search/degrees": several("Certification", "Measure", "SizeClass"),
    "documents_of_measures": several("Measure"),
    "search/find": lambda known: [
        {
            "kinds": list(ANY),
            "words": words,
            "longest": words[-1],
            "joined": "".join(words),
            "joined_keys": "".join(words),
            "with_words": words == ["ろぼ"],
        }
        for words in (["海外"], ["支援", "事業"], ["くるみん"], ["ろぼ"])
    ],
    "bonus/certification_facts": each("Certification"),
    "policy_item/ministries": each("PolicyItem"),
    "policy_item/items": several("PolicyItem"),
    "policy_item/carried_on": several("PolicyItem"),
    "policy_item/carrying_on": several("PolicyItem"),
    "policy_item/covers": several("PolicyItem"),
    "policy_item/covering": each("Measure"),
    "policy_item/of_document": lambda known: [{"document": one} for one in known.ids["Document"]],
    "measure/relatives": several("Measure"),
    "measure/is_relative": several("Measure"),
    "money/of_document": lambda known: [{"document": one} for one in known.documents],
    "money/pages_without_money": lambda known: [{"document": one} for one in known.documents],
    "measure/measure": each("Measure"),
    "measure/appearances": each("Measure"),
    "measure/budgets": each("Measure"),
    "measure/is_led_to": each("Measure"),
    "measure/leads_to": each("Measure"),
    "measure/shared_budgets": lambda known: [{"id": one} for one in known.ids["Measure"][:60]],
    "overview/measures_of_cell": lambda known: [
        {"ministry": o, "pillar": p} for o in known.some("Ministry") for p in known.some("Pillar")
    ],
    "overview/ministries_by_pillar": lambda known: [{"document": one} for one in known.documents],
    "search/names": lambda known: [{"kinds": list(ANY)}, {"kinds": ["Measure"]}],
    "search/named": several(*ANY),
    "search/onward": from_these,
    "search/around_in": hubs_or_not,
    "search/around_out": hubs_or_not,
    "search/relations_in": hubs_or_not,
    "search/relations_out": hubs_or_not,
    "search/neighbours_in": lambda known: [
        {"id": one, "relation": relation, "kind": kind, "hubs": True, "most": 3}
        for at, relation, kind in (
            ("Certification", "NAMES", "Measure"),
            ("Ministry", "ADMINISTERED_BY", "Measure"),
        )
        for one in known.some(at)
    ],
    "search/neighbours_beside": lambda known: [
        {"id": one, "relation": "OVERLAPS", "kind": "Measure", "hubs": False, "most": 3}
        for one in known.some("Measure")
    ],
    "search/neighbours_out": lambda known: [
        {"id": one, "relation": relation, "kind": kind, "hubs": hubs, "most": 3}
        for relation, kind in (("ADMINISTERED_BY", "Ministry"), ("TARGETS", "SizeClass"))
        for one in known.some("Measure")
        for hubs in (False, True)
    ],
    "search/second_steps": lambda known: [
        {"id": one, "hubs": hubs, "goal": known.ids["SizeClass"][0]}
        for kind in ANY
        for one in known.some(kind)[:2]
        for hubs in (False, True)
    ],
    "search/node": each(*ANY),
    "search/node_relationships": each(*ANY),
    "search/relationships_among": several(*ANY),
    "search/resolve": lambda known: [
        {"ids": [*known.some("Measure")[:1], end], "key": end, "names": names, "part": part}
        for end, names, part in (
            ("nothing", ["nothing"], "nothing"),
            ("くるみん", ["くるみん", "certification:くるみん"], "くるみん"),
            ("ministry:経済産業省", ["jetro", "くるみん", "経済産業省"], ""),
        )
    ],
    "bonus/rule_book/measure_industries": several("BonusRule"),
    "bonus/rule_book/rule_gains": several("BonusRule"),
    "bonus/rule_book/rule_left_out": several("BonusRule"),
    "bonus/rule_book/rule_pages": several("BonusRule"),
    "bonus/rule_book/rule_places": several("BonusRule"),
    "bonus/rule_book/rule_plain_amounts": several("BonusRule"),
    "bonus/rule_book/rule_requirements": several("BonusRule"),
    "bonus/rule_book/rules": several("BonusRule"),
    "changes/measures": lambda known: [
        {"documents": known.documents},
        {"documents": known.documents[:1]},
    ],
    "changes/budgets": lambda known: [
        {"documents": known.documents},
        {"documents": known.documents[:1]},
    ],
    "changes/items": lambda known: [
        {"document": f"document:{document}", "ids": known.some("Measure")}
        for document in known.documents
    ],
    "changes/ministries": lambda known: [
        {"documents": known.documents},
        {"documents": known.documents[:1]},
    ],
    "overlap/all_pairs": lambda known: [
        {"grade": grade, "score": 0.0, "between": True, "within": within, "limit": 100}
        for grade in (0, 2)
        for within in (False, True)
    ],
    "overlap/pairs_of_thing": lambda known: [
        {"id": one, "grade": grade, "score": 0.0}
        for kind in ("Measure", "BudgetProgramme")
        for one in known.some(kind)
        for grade in (0, 2)
    ],
    "overlap/pairs_of_measure": lambda known: [
        {"grade": grade, "score": 0.0, "between": True, "within": True, "measure": one}
        for grade in (0, 2)
        for one in known.some("Measure")
    ],
    "overlap/bodies_of": several("Measure"),
    "overlap/laws_of": each("Measure", "BudgetProgramme"),
    "overlap/common_laws": lambda known: two(known, "Measure", "BudgetProgramme"),
    "overlap/facts": several("Measure"),
    "overlap/mentions_of": each("BudgetProgramme"),
    "overlap/ministries_of": several("Measure", "BudgetProgramme"),
    "overlap/money_of_programmes": several("BudgetProgramme"),
    "overlap/named_on_page": several("Measure"),
    "overlap/office_names": several("Ministry", "Agency", "Body"),
    "overlap/recipients_of": several("BudgetProgramme"),
    "overlap/same_programmes": several("Measure"),
    "overlap/same_things": each("Measure", "BudgetProgramme"),
    "overlap/scored": lambda known: two(known, "Measure", "BudgetProgramme"),
    "overlap/shared_words": lambda known: [
        {**params, "score": score}
        for params in several("Measure", "BudgetProgramme")(known)
        for score in (0.0, 0.5)
    ],
    "overlap/headings": lambda known: [{"words": words} for words in (["の"], ["取組", "事業"])],
    "overlap/items": several("Measure"),
    "overlap/marked_known": several("Measure", "BudgetProgramme"),
    "overlap/marked_pairs": several("Measure", "BudgetProgramme"),
    "overlap/marked_programmes": several("BudgetProgramme"),
    "overlap/money": several("Measure"),
    "overlap/offices": several("Measure"),
    "overlap/offices_of_programmes": several("BudgetProgramme"),
    "overlap/office": each("Ministry", "Agency", "Body"),
    "overlap/pairs": lambda known: [
        {
            "grade": grade,
            "score": 0.0,
            "between": True,
            "within": within,
            "measure": "",
            "second_measure": "",
            "document": document,
            "pillar": pillar,
            "office": office,
            "second_office": "",
            "left_out": known.some("Measure") if within else [],
            "limit": 100,
        }
        for grade in (0, 2)
        for within in (False, True)
        for pillar, office, document in filters(known)
    ],
    "overlap/programme_pairs": lambda known: [
        {
            "grade": grade,
            "score": 0.0,
            "between": True,
            "within": within,
            "measure": "",
            "office": office,
            "second_office": "",
            "left_out": [],
            "every": every,
        }
        for grade in (0, 2)
        for within in (False, True)
        for every in (False, True)
        for pillar, office, document in filters(known)
        if not (pillar or document)
    ],
    "overlap/shared": lambda known: [
        {**params, "score": score} for params in several("Measure")(known) for score in (0.0, 0.5)
    ],
    "overlap/sides": several("Measure"),
    "overlap/terms": each("Measure"),
}
