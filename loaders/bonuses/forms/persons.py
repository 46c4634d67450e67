"""Points of a person: what adds to the score that eases residence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.bonuses.names import quotes
from loaders.catalogue.records import Alternative
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_PERSONS = _PATTERNS["persons"]
_SCORE = _PATTERNS["score"]
_SPECIAL = _PATTERNS["special"]
_SINCE = _PATTERNS["since"]
_ITEMS = _PATTERNS["items"]
_SCORED = _PATTERNS["scored"]
_LEVELS = _PATTERNS["levels"]
_AND = _PATTERNS["and"]
_OR = _PATTERNS["or"]
_PRIVILEGED = _PATTERNS["privileged"]
_REACHED = _PATTERNS["reached"]


def of_persons(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Points for a person's record: each item that counts, and what a sum of points opens."""
    page = "".join(clause.text for clause in clauses)
    if not _PERSONS.search(page):
        return
    yield from _of_a_level(clauses)
    for clause in clauses:
        for match in _SCORE.finditer(clause.text):
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
        if _SCORED.search(page) and (listed := _ITEMS.search(clause.text)):
            yield Draft(
                _any_item(quotes(listed["items"])),
                "immigration_points",
                clause.line_at(listed.start()),
            )
        for match in _REACHED.finditer(clause.text):
            yield Draft(
                _person(match["when"]), "other", clause.line_at(match.start("what")), match["what"]
            )


def _of_a_level(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """What a person must have 「一定の水準以上」 for privileges, which may stand in the sentence
    behind; how high the level is, is not stated.
    """
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        levels = _LEVELS.search(clause.text)
        if levels is None:
            continue
        for stating in (clause, following):
            if stating and (privileges := _PRIVILEGED.search(stating.text)):
                groups = [group.strip("、") for group in _AND.split(levels["items"])]
                requires = tuple(
                    tuple(Alternative(what=what, kind="person") for what in _OR.split(group))
                    for group in groups
                )
                yield Draft(
                    Condition(tuple(groups), "all", "person", requires),
                    "other",
                    stating.line_at(privileges.start()),
                    privileges["what"],
                    unstated=("amount",),
                )
                break


def _person(text: str) -> Condition:
    stated = phrase(text)
    alternative = stated.requires[0][0].model_copy(update={"kind": "person"})
    return Condition(stated.printed, "all", "person", ((alternative,),), stated.unreadable)


def _any_item(items: Sequence[str]) -> Condition:
    return Condition(
        tuple(items),
        "any",
        "person",
        (tuple(Alternative(what=item, kind="person") for item in items),),
    )
