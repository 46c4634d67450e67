"""The question `show`: a measure or a policy item, with all that is known of it."""

from __future__ import annotations

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from commands.things.item_printing import item_lines
from commands.things.measure_printing import measure_lines
from graph.errors import NotFound
from graph.store import Store
from queries.measure.card import MeasureCard, measure_card
from queries.policy_item.card import item_card, item_of_number
from queries.search.search import Hit, resolve

_SHOWN = ("Measure", "PolicyItem")
_ASKED_WITH = {  # what has a question of its own, and with which command
    "BudgetProgramme": "shisaku programme",
    "Law": "shisaku law",
    "Certification": "shisaku bonus --of",
    "Call": "shisaku calls --words",
}


@click.command("show")
@click.argument("item")
@store_option
@json_option
def show_command(item: str, store: str | None, as_json_: bool) -> None:
    """Everything known of a measure (its id or title) or a policy item (also followup-2024:⑫), each
    fact with document and line.
    """
    with open_graph(store) as opened:
        named = item_of_number(opened, item) or _named(opened, item)
        card = (
            measure_card(opened, named.id)
            if named.type == "Measure"
            else item_card(opened, named.id)
        )
    if as_json_:
        click.echo(as_json(card))
    else:
        lines = measure_lines(card) if isinstance(card, MeasureCard) else item_lines(card)
        click.echo("\n".join(lines))


def _named(store: Store, item: str) -> Hit:
    """The measure or policy item of that name. Raises NotFound, for what has a question of its own
    with that.
    """
    try:
        return resolve(store, item, _SHOWN)
    except NotFound:
        try:
            other = resolve(store, item, list(_ASKED_WITH))
        except NotFound:
            other = None
        if other is None:
            raise
    raise NotFound(
        f"{other.name} is no measure", other.id, f"`{_ASKED_WITH[other.type]} {other.id}` tells"
    )
