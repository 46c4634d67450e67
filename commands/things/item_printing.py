"""How a policy item is printed for people: what it covers, and what it carries on."""

from __future__ import annotations

from collections.abc import Iterator

from commands.codes import coded
from commands.lines import with_places
from commands.printing import padded, with_commas
from graph.phrases.phrases import say
from queries.policy_item.card import ItemCard
from queries.policy_item.chain import CoveredMeasure, ItemStep


def item_lines(card: ItemCard) -> Iterator[str]:
    """All that is known of a policy item."""
    yield f"{card.item_no} {card.title}   {card.id}"
    column = say(", column {column}", column=card.column) if card.column else ""
    yield say(
        "  in {document}{column}, lines {line_start}–{line_end}",
        document=card.document,
        column=column,
        line_start=card.line_start,
        line_end=card.line_end,
    )
    for ministry in card.ministries:
        lead = say(" (lead)") if ministry.lead else ""
        yield with_places(
            say("  ministry      {name}{lead}", name=ministry.name, lead=lead), ministry.sources
        )
    for measure in card.covers:
        yield say("  covers        {measure}", measure=_covered(measure))
    for figure in card.figures:
        year = say("FY{year} ", year=figure.year) if figure.year else ""
        name = f"{figure.name}  " if figure.name else ""
        yield with_places(
            f"  {padded(coded('figure', figure.what), 13)} {name}{year}"
            f"{figure.value:,.15g}{figure.unit}",
            [figure.source],
        )
    for name, steps in ((say("carries on"), card.earlier), (say("carried on by"), card.later)):
        for step in steps:
            yield f"  {'  ' * (step.steps - 1)}{padded(name, 13)} {step_line(step)}"
            for measure in step.covers:
                yield say(
                    "  {value}covers        {measure}",
                    value="  " * step.steps,
                    measure=_covered(measure),
                )


def step_line(step: ItemStep) -> str:
    """One policy item of a chain, with its place."""
    where = " ".join(part for part in (step.document, step.column, step.item_no) if part)
    return with_places(f"{where} {step.title}   {step.id}", [step.source])


def _covered(measure: CoveredMeasure) -> str:
    return with_places(
        say(
            "{title}   {id}   (told in {documents})",
            title=measure.title,
            id=measure.id,
            documents=with_commas(measure.documents),
        ),
        measure.sources,
    )
