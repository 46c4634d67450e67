"""The question `paid`: who is paid by programmes of several ministries."""

from __future__ import annotations

import click

from commands.opening import open_graph
from commands.options import json_option, store_option, yen
from commands.printing import as_json
from commands.programmes.sheet_printing import paid_lines
from queries.programmes.paid import paid


@click.command("paid")
@click.option(
    "--ministries",
    type=click.IntRange(1, 50),
    default=2,
    show_default=True,
    help="By programmes of at least so many ministries.",
)
@click.option(
    "--least",
    metavar="YEN",
    default="0円",
    callback=yen,
    help="At least so much in all (1億円) [default: any sum].",
)
@click.option(
    "--top",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    help="Print so many of each kind (JSON has all).",
)
@store_option
@json_option
def paid_command(ministries: int, least: int, top: int, store: str | None, as_json_: bool) -> None:
    """Recipients that budget programmes of several ministries pay, how much and through which;
    municipalities, universities and ministries apart.
    """
    with open_graph(store) as opened:
        answer = paid(opened, ministries, least)
    click.echo(as_json(answer) if as_json_ else "\n".join(paid_lines(answer, top)))
