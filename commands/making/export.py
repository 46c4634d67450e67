"""`shisaku export`: the graph for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import open_graph
from commands.options import store_option
from commands.printing import note
from graph.export.files import FORMATS, export
from graph.neo4j.bulk import ARGUMENTS
from graph.phrases.phrases import say


@click.command("export")
@click.option("--format", "format_", type=click.Choice(FORMATS), required=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="The file (csv, neo4j-admin: the folder) to write.",
)
@store_option
def export_command(format_: str, out: Path, store: str | None) -> None:
    """Write the whole graph for other programs."""
    with open_graph(store) as opened:
        export(opened, format_, out)
    to_do = say("; what to do next stands at the head of {out}", out=out / ARGUMENTS)
    note(say("{out}: written{to_do}", out=out, to_do=to_do if format_ == "neo4j-admin" else ""))
