"""How a policy item is printed for people: what it covers, and what it carries on."""

from __future__ import annotations

from collections.abc import Iterator

from commands.lines import with_places
from queries.policy_item.card import ItemCard
from queries.policy_item.chain import CoveredMeasure, ItemStep


def item_lines(card: ItemCard) -> Iterator[str]:
    """All that is known of a policy item."""
    yield f"{card.item_no} {card.title}   {card.id}"
    column = f", column {card.column}" if card.column else ""
    yield f"  in {card.document}{column}, lines {card.line_start}–{card.line_end}"
    for ministry in card.ministries:
        lead = " (lead)" if ministry.lead else ""
        yield with_places(f"  ministry      {ministry.name}{lead}", ministry.sources)
    for measure in card.covers:
        yield f"  covers        {_covered(measure)}"
    for figure in card.figures:
        year = f"FY{figure.year} " if figure.year else ""
        name = f"{figure.name}  " if figure.name else ""
        yield with_places(
            f"  {figure.what:13} {name}{year}{figure.value:,.15g}{figure.unit}", [figure.source]
        )
    for name, steps in (("carries on", card.earlier), ("carried on by", card.later)):
        for step in steps:
            yield f"  {'  ' * (step.steps - 1)}{name:13} {step_line(step)}"
            for measure in step.covers:
                yield f"  {'  ' * step.steps}covers        {_covered(measure)}"


def step_line(step: ItemStep) -> str:
    """One policy item of a chain, with its place."""
    where = " ".join(part for part in (step.document, step.column, step.item_no) if part)
    return with_places(f"{where} {step.title}   {step.id}", [step.source])


def _covered(measure: CoveredMeasure) -> str:
    return with_places(
        f"{measure.title}   {measure.id}   (told in {', '.join(measure.documents)})",
        measure.sources,
    )
