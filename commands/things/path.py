"""`shisaku path`: how two things hang together."""

from __future__ import annotations

import click

from commands.lines import path_line
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from graph.errors import NotFound
from queries.search.paths import paths
from queries.search.search import resolve


@click.command("path")
@click.argument("start")
@click.argument("end")
@click.option("--max-length", default=4, show_default=True, type=click.IntRange(1, 8))
@click.option(
    "--hubs",
    is_flag=True,
    help="Walk through types that connect everything, too (size classes, documents …).",
)
@click.option("--limit", default=5, show_default=True, type=click.IntRange(1, 100))
@store_option
@json_option
def path_command(
    start: str, end: str, max_length: int, hubs: bool, limit: int, store: str | None, as_json_: bool
) -> None:
    """How two things (ids or names) hang together: the shortest paths between them."""
    with open_graph(store) as opened:
        answer = paths(opened, start, end, max_length, hubs, limit)
        if not answer and (thing := resolve(opened, start)).id == resolve(opened, end).id:
            raise NotFound(f"{start} and {end} are one thing, {thing.id}", None, "name two")
    if as_json_:
        click.echo(as_json(answer))
    else:
        click.echo("\n".join(path_line(path) for path in answer))
    if not answer:
        raise NotFound(
            f"no path of at most {max_length} steps between {start} and {end}",
            None,
            "allow more with --max-length, or --hubs",
        )
