"""The question `reviews`: what reviews ask for of budget programmes, and what came of it."""

from __future__ import annotations

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from commands.programmes.reviews_printing import reviews_lines
from queries.programmes.reviews import ASKS, review_requests


@click.command("reviews")
@click.option(
    "--asks",
    type=click.Choice(ASKS),
    multiple=True,
    help="What is asked for; may stand several times [default: any].",
)
@click.option("--ministry", default="", metavar="OFFICE", help="A ministry or outer office alone.")
@click.option(
    "--top",
    type=click.IntRange(1, 10_000),
    default=40,
    show_default=True,
    help="Print so many reviews (JSON has all).",
)
@store_option
@json_option
def reviews_command(
    asks: tuple[str, ...], ministry: str, top: int, store: str | None, as_json_: bool
) -> None:
    """What reviews of budget programmes ask for (merging, ending, coordinating …), who says it, and
    what came of it in the next request and budget.
    """
    with open_graph(store) as opened:
        answer = review_requests(opened, asks, ministry)
    click.echo(as_json(answer) if as_json_ else "\n".join(reviews_lines(answer, top)))
