"""Ladders of wage rises: the first rung is what is required, each further one brings more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graph.schema.size_classes import SizeClass
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.catalogue.records import Benefit, Status
from loaders.text.amounts import MONEY
from loaders.text.lines import Flow
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, money=MONEY)
_RUNG = _PATTERNS["rung"]
_RAISED = _PATTERNS["raised"]
_STEP = _PATTERNS["step"]
_HEADING = _PATTERNS["heading"]
_REACH = 40  # characters: what a course is about stands right below its name


@dataclass(frozen=True)
class Rung:
    """One step of a ladder."""

    condition: Condition
    """What must hold."""
    value: str
    """What it gives, as printed."""
    line: int
    """Where it stands (from 1)."""
    status: Status = "in_force"
    """Whether it is in force, planned or only considered."""


def climbed(
    rungs: Iterable[Rung],
    gain: Benefit,
    size_class: SizeClass | None = None,
    frame: str | None = None,
) -> Iterator[Draft]:
    """What a ladder comes to: its first rung the base, each further one the gain; who climbs higher
    gets that rung's alone.
    """
    steps = list(rungs)
    for at, rung in enumerate(steps):
        yield Draft(
            rung.condition,
            gain if at else "base",
            rung.line,
            rung.value,
            size_class=size_class,
            frame=frame,
            status=rung.status,
            exclusive_group=f"{size_class or ''}{steps[0].condition.printed[0]}…",
            rank=len(steps) - at,
        )


def with_first_rung(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a page; a gain in a tax for a wage rise of which the text does not say how much
    asks for the first rung of its size class's ladder: below it there is no credit at all.
    """
    listed = list(drafts)
    rungs = [
        (draft.size_class, way)
        for draft in listed
        if draft.benefit == "base"
        for group in draft.condition.requires
        for way in group
        if way.amount is not None
    ]
    for draft in listed:
        if draft.benefit != "tax_credit_uplift" or draft.leaves_open:
            yield draft
            continue
        first = {way.what: way for size, way in reversed(rungs) if size == draft.size_class}
        requires = tuple(
            tuple(first.get(way.what, way) if way.amount is None else way for way in group)
            for group in draft.condition.requires
        )
        yield replace(draft, condition=replace(draft.condition, requires=requires))


def in_tables(flow: Flow) -> Iterator[Draft]:
    """「３％以上４％未満：4万円 … ６％以上：7万円」 beside what is raised
    (賃金規定を３％以上増額改定).
    """
    raised, rungs = _RAISED.search(flow.text), list(_RUNG.finditer(flow.text))
    if raised is not None and len(rungs) > 1:
        heading = _HEADING.search(flow.text, max(0, raised.start() - _REACH), raised.start())
        yield from climbed(
            (
                Rung(
                    phrase(f"{raised['what']}{rung['band']}{raised['how']}"),
                    _spaced(rung["value"]),
                    flow.line_at(rung.start()),
                )
                for rung in rungs
            ),
            "grant_uplift",
            frame=heading["frame"] if heading else None,
        )


def in_sentences(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「賃金…率が２％以上４％未満の場合は…円を、４％以上の場合は…円」, of what the sentences before
    say is raised (賃金規定を…増額改定).
    """
    raised = None
    for clause in clauses:
        raised = _RAISED.search(clause.text) or raised
        steps = list(_STEP.finditer(clause.text))
        of = next((step["of"] for step in steps if step["of"]), None)
        if of is not None and len(steps) > 1:
            yield from climbed(
                (
                    Rung(
                        _meant(phrase((step["of"] or "") + step["band"], about=of), raised),
                        _spaced(step["value"]),
                        clause.line_at(step.start("band")),
                        status_of(clause.text, *step.span("band")),
                    )
                    for step in steps
                ),
                "grant_uplift",
            )


def _meant(condition: Condition, raised: re.Match[str] | None) -> Condition:
    """The condition, with what is raised by its name where the text has named it."""
    if raised is None:
        return condition
    name = phrase(raised.group()).requires[0][0]
    return replace(
        condition,
        requires=tuple(
            tuple(
                way.model_copy(update={"what": name.what}) if way.kind == name.kind else way
                for way in ways
            )
            for ways in condition.requires
        ),
    )


def _spaced(printed: str) -> str:
    return " ".join(printed.split())
