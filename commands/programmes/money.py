"""The question `money`: the money of budget programmes by office, and which ones spend little."""

from __future__ import annotations

import re
from typing import get_args

import click

from commands.opening import open_graph
from commands.options import fiscal_year, json_option, store_option, yen
from commands.printing import as_json
from commands.programmes.money_printing import money_lines, ranked_lines
from graph.bounds import quoted
from queries.programmes.money import By, money_by_office
from queries.programmes.ranked import Order, ranked_programmes

_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?)\s*[%％]?")


def _share(context: click.Context, param: click.Parameter, typed: str | None) -> float | None:
    """A percentage as people write it: 50, 50%."""
    if typed is None:
        return None
    match = _PERCENT.fullmatch(typed.strip())
    if match is None:
        raise click.BadParameter(f"{quoted(typed)} is no percentage, e.g. 50%", context, param)
    return float(match[1]) / 100


@click.command("money")
@click.option(
    "--year",
    metavar="YEAR",
    callback=fiscal_year,
    help="Budget year, 2023 or 令和5 [default: the latest one that is executed].",
)
@click.option("--ministry", default="", metavar="OFFICE", help="A ministry or outer office alone.")
@click.option(
    "--account",
    default="",
    metavar="NAME",
    help="What stands in 一般会計, 特別会計 or an account with that in its name.",
)
@click.option(
    "--by",
    type=click.Choice(get_args(By)),
    default="ministry",
    show_default=True,
    help="Add up by ministry, outer office or bureau.",
)
@click.option(
    "--programmes",
    "order",
    type=click.Choice(get_args(Order)),
    help="List programmes: most money first, lowest execution rate first, most carried over first.",
)
@click.option(
    "--under",
    metavar="PERCENT",
    callback=_share,
    help="List programmes with an execution rate below that (50%) [default order: execution].",
)
@click.option(
    "--least",
    metavar="YEN",
    callback=yen,
    help="List programmes that could spend at least so much (1億円).",
)
@click.option(
    "--top",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="Print so many programmes (JSON has all).",
)
@store_option
@json_option
def money_command(
    year: int | None,
    ministry: str,
    account: str,
    by: By,
    order: Order | None,
    under: float | None,
    least: int | None,
    top: int,
    store: str | None,
    as_json_: bool,
) -> None:
    """The money of budget programmes by ministry in one budget year: what could be spent, was
    executed and is carried over; or the programmes, by size or low execution.
    """
    listing = order or ("execution" if under is not None else "size" if least is not None else None)
    with open_graph(store) as opened:
        if listing:
            ranked = ranked_programmes(
                opened,
                listing,
                year=year,
                office=ministry,
                account=account,
                under=under,
                least=least,
            )
            click.echo(as_json(ranked) if as_json_ else "\n".join(ranked_lines(ranked, top)))
        else:
            answer = money_by_office(opened, year, ministry, by, account)
            click.echo(as_json(answer) if as_json_ else "\n".join(money_lines(answer)))
