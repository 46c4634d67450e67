"""Points of a person: what adds to the score that eases residence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.catalogue.records import Alternative

_PERSONS = re.compile(r"外国人|在留|高度人材|出入国")
_GIVEN = re.compile(
    r"(?P<who>[^。]{4,80}?(?:外国人|人材|者))(?:に対して|に対し|には)、?[^。"
    r"]{0,40}?(?P<points>\d+(?:点|ポイント))(?:を)?(?:加算|付与)"
)
_SPECIAL = re.compile(
    r"(?P<who>[^。、「」]{4,80}?(?:外国人|人材))に対して、?[^。\d]{0,12}?(?:特別加算|加算)"
)  # how many points is not said
_SINCE = re.compile(r"^[^、]*\d(?:年|月|日)(?:から|より)は?、")
_ITEMS = re.compile(r"(?P<items>(?:「[^」]{2,12}」、?){2,})[^。]{0,60}?(?:項目|特性)")
_SCORED = re.compile(r"ポイントを(?:加算|設け|付与)")
_LEVELS = re.compile(
    r"(?P<items>[^。、]{2,8}(?:又は[^。、]{2,8})?と、?[^。、]{2,8}?)が一定の水準以上(?:であれば|の者)"
)
_PRIVILEGED = re.compile(r"優遇措置を認め")
_REACHED = re.compile(
    r"(?P<when>ポイントの合計が[^。、"
    r"]{2,20}?(?:\(\d+点\))?(?:に達した|以上の|以上となった)場合)に?(?:は)?、(?P<what>[^。"
    r"]{2,30}?優遇措置)"
)


def of_persons(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Points for a person's record: each item that counts, and what a sum of points opens."""
    page = "".join(clause.text for clause in clauses)
    if not _PERSONS.search(page):
        return
    yield from _of_a_level(clauses)
    for clause in clauses:
        for match in _GIVEN.finditer(clause.text):
            yield Draft(
                _person(_SINCE.sub("", match["who"])),
                "immigration_points",
                clause.line_at(match.start("points")),
                match["points"],
                status=status_of(clause.text, *match.span("points")),
            )
        for match in _SPECIAL.finditer(clause.text):
            yield Draft(
                _person(match["who"]),
                "immigration_points",
                clause.line_at(match.start("who")),
                status=status_of(clause.text, *match.span("who")),
            )
        if _SCORED.search(page) and (match := _ITEMS.search(clause.text)):
            yield Draft(
                _items(re.findall(r"「([^」]+)」", match["items"])),
                "immigration_points",
                clause.line_at(match.start()),
            )
        for match in _REACHED.finditer(clause.text):
            yield Draft(
                _person(match["when"]), "other", clause.line_at(match.start("what")), match["what"]
            )


def _of_a_level(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """What a person must have 「一定の水準以上」 for privileges, which may stand in the sentence
    behind; how high the level is is not said.
    """
    for at, clause in enumerate(clauses):
        match = _LEVELS.search(clause.text)
        given = next((c for c in clauses[at : at + 2] if _PRIVILEGED.search(c.text)), None)
        if match and given:
            groups = [item.strip("、") for item in match["items"].split("と")]
            requires = tuple(
                tuple(Alternative(what=what, kind="person") for what in group.split("又は"))
                for group in groups
            )
            yield Draft(
                Condition(tuple(groups), "all", "person", requires),
                "other",
                given.line_at(_PRIVILEGED.search(given.text).start()),
                "優遇措置",
                unstated=("amount",),
            )


def _person(text: str) -> Condition:
    stated = phrase(text)
    alternative = stated.requires[0][0].model_copy(update={"kind": "person"})
    return Condition(stated.printed, "all", "person", ((alternative,),))


def _items(found: Sequence[str]) -> Condition:
    return Condition(
        tuple(found),
        "any",
        "person",
        (tuple(Alternative(what=item, kind="person") for item in found),),
    )
