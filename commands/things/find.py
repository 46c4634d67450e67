"""`shisaku find`: things by words."""

from __future__ import annotations

import click

from commands.codes import type_word
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json, note, table, with_commas
from graph.bounds import quoted
from graph.errors import NotFound
from graph.phrases.phrases import say
from queries.search.search import find, near_names


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    help="Only nodes of this type (Measure, Certification, Body …).",
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@store_option
@json_option
def find_command(
    words: tuple[str, ...], kinds: tuple[str, ...], limit: int, store: str | None, as_json_: bool
) -> None:
    """Find things by words: all of them must stand in the name, an alias or a key term."""
    if not any(word.strip() for word in words):
        raise click.UsageError("no words to look for: say what to find, e.g. くるみん")
    with open_graph(store) as opened:
        hits = find(opened, " ".join(words), list(kinds) or None, None)
        near = [] if hits else near_names(opened, "".join(words), list(kinds) or None)
    shown = hits[:limit]
    if as_json_:
        click.echo(as_json(shown))
    elif shown:
        click.echo(table([(type_word(hit.type), hit.name, hit.id) for hit in shown]))
    if len(hits) > limit:
        note(
            say(
                "the first {limit:,} of {hits:,}; see more with --limit",
                limit=limit,
                hits=len(hits),
            )
        )
    if not hits:
        raise NotFound(
            f"nothing bears the words {quoted(' '.join(words))}",
            None,
            f"did you mean {with_commas(near)}?" if near else "try fewer or shorter words",
        )
