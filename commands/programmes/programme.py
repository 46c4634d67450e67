"""The question `programme`: the card of a budget programme."""

from __future__ import annotations

from dataclasses import asdict

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json, note
from commands.programmes.sheet_printing import programme_card_lines
from graph.files.sources import VARIABLE
from graph.phrases.phrases import say
from queries.programmes.card import programme_card
from queries.programmes.prose import prose


@click.command("programme")
@click.argument("programme")
@store_option
@json_option
def programme_command(programme: str, store: str | None, as_json_: bool) -> None:
    """What the review sheets say of a budget programme (its name, or the number of its sheet):
    offices, money of four years, laws, measures, recipients, findings, each with table and line;
    purpose and outline live from the sheet where SHISAKU_SOURCES names its folder.
    """
    with open_graph(store) as opened:
        card = programme_card(opened, programme)
        printed = prose(opened, card)
    if as_json_:
        click.echo(as_json({**asdict(card), "prose": printed}))
        return
    click.echo("\n".join(programme_card_lines(card, printed)))
    if not printed:
        note(
            say(
                "purpose and outline: name the folder of the sheets in {variable}",
                variable=VARIABLE,
            )
        )
