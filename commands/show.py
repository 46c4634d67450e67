"""The question `show`: a measure or a policy item, with all that is known of it."""

from __future__ import annotations

import click

from commands.item_printing import item_lines
from commands.measure_printing import measure_lines
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from queries.measure.card import MeasureCard, measure_card
from queries.policy_item.card import item_card, item_of_number
from queries.search.search import resolve


@click.command("show")
@click.argument("item")
@store_option
@json_option
def show_command(item: str, store: str | None, as_json_: bool) -> None:
    """Everything known of a measure (its id or title) or a policy item (also followup-2024:⑫), each
    fact with document and line.
    """
    with open_graph(store) as opened:
        named = item_of_number(opened, item) or resolve(opened, item, ["Measure", "PolicyItem"])
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
