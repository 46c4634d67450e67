"""The question `calls`: which calls for subsidies are open."""

from __future__ import annotations

from datetime import date

import click

from commands.call_text import call_lines
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from graph.errors import ProfileError
from graph.phrases.phrases import said
from queries.bonus.windows import day_of, today
from queries.calls.calls import calls_on
from queries.search.search import resolve


def _day(context: click.Context, param: click.Parameter, typed: str | None) -> date:
    try:
        return today() if typed is None else day_of(typed)
    except ProfileError as error:
        raise click.BadParameter(error.line(said), context, param) from None


@click.command("calls")
@click.option("--open", "open_only", is_flag=True, help="Only those that are open on the day.")
@click.option(
    "--on",
    metavar="DAY",
    callback=_day,
    help="The day (2026-09-01, R8.9.1) [default: today].",
)
@click.option(
    "--measure", metavar="M", help="Only those of a measure or budget programme (name or id)."
)
@click.option("--words", default="", metavar="WORDS", help="Only those whose names bear the words.")
@click.option(
    "--area", metavar="PREFECTURE", help="Only those for companies of a prefecture (東京都)."
)
@click.option(
    "--top",
    type=click.IntRange(1, 10_000),
    default=20,
    show_default=True,
    help="Print so many (JSON has all).",
)
@store_option
@json_option
def calls_command(
    open_only: bool,
    on: date,
    measure: str | None,
    words: str,
    area: str | None,
    top: int,
    store: str | None,
    as_json_: bool,
) -> None:
    """Calls for subsidies in the state's portal (jGrants) as they stand on a day: the last day, the
    most that is paid, where, and of which measure. The portal names no ministry.
    """
    with open_graph(store) as opened:
        of = resolve(opened, measure, ["Measure", "BudgetProgramme"]).id if measure else None
        answer = calls_on(opened, on, open_only=open_only, of=of, words=words, area=area)
    click.echo(as_json(answer) if as_json_ else "\n".join(call_lines(answer, top)))
