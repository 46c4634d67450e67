"""The question `programme`: the card of a budget programme."""

from __future__ import annotations

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from commands.sheet_printing import programme_card_lines
from queries.programmes.card import programme_card


@click.command("programme")
@click.argument("programme")
@store_option
@json_option
def programme_command(programme: str, store: str | None, as_json_: bool) -> None:
    """What the review sheets say of a budget programme (its name, or the number of its sheet):
    offices, money of four years, laws, measures, recipients, findings, each with table and line.
    """
    with open_graph(store) as opened:
        card = programme_card(opened, programme)
    click.echo(as_json(card) if as_json_ else "\n".join(programme_card_lines(card)))
