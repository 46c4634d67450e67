"""`shisaku load`: catalogue -> graph."""

from __future__ import annotations

import time
from pathlib import Path

import click

from commands.codes import type_word
from commands.options import store_option
from commands.printing import counted, note, table
from commands.weights_option import overlap_weights_option, scored_by, weights_of
from graph.garbage import nothing_collected
from graph.opening import open_store
from graph.phrases.phrases import say
from loaders.catalogue.files import read_catalogue
from loaders.load import load
from queries.overview.overview import overview
from queries.overview.pillars import documents_with_pillars, ministries_by_pillar


@click.command("load")
@click.option(
    "--catalogue",
    type=click.Path(path_type=Path),
    default=Path("catalogue"),
    show_default=True,
    help="The catalogue folder.",
)
@click.option(
    "--full",
    is_flag=True,
    help=(
        "On a server, look at everything and not only at what the catalogue changed: mends what"
        " somebody changed by hand."
    ),
)
@overlap_weights_option
@store_option
def load_command(
    catalogue: Path, full: bool, overlap_weights: Path | None, store: str | None
) -> None:
    """Load a catalogue into the graph and print what is in it."""
    if not catalogue.is_dir():
        raise click.BadParameter(
            f"there is no folder {catalogue}: run `shisaku extract`, or name another",
            param_hint="--catalogue",
        )
    weights = weights_of(overlap_weights)
    started = time.monotonic()
    with nothing_collected(), open_store(store) as opened:
        load(scored_by(weights, read_catalogue(catalogue)), opened, full=full, tell=note)
        note(
            say(
                "{uri}: loaded from {catalogue} in {monotonic:.1f} s",
                uri=opened.uri,
                catalogue=catalogue,
                monotonic=time.monotonic() - started,
            )
        )
        if kept := opened.status().kept:
            note(
                say(
                    "relationships of others hold {nodes} that the catalogue no longer"
                    " has: kept, without our labels",
                    nodes=counted(kept, "nodes"),
                )
            )
    with open_store(store) as opened:
        counts_by_type = overview(opened)
        cells = ministries_by_pillar(opened)
        document = next(iter(documents_with_pillars(opened)), None)
    click.echo(
        say("Nodes\n")
        + table(
            [(f"  {type_word(c.type)}", c.count) for c in counts_by_type.nodes if c.count],
            right=[1],
        )
    )
    click.echo(
        say("\nRelationships\n")
        + table(
            [(f"  {type_word(c.type)}", c.count) for c in counts_by_type.relationships if c.count],
            right=[1],
        )
    )
    if document is None:  # review sheets alone have no measures
        return
    pillars = sorted({(c.pillar, c.pillar_name) for c in cells})
    counts = {(c.ministry_name, c.pillar): c.measures for c in cells}
    offices = sorted(
        {c.ministry_name for c in cells},
        key=lambda name: (-sum(n for (m, _), n in counts.items() if m == name), name),
    )
    rows = [
        ["", *(name for _, name in pillars)],
        *([name, *(str(counts.get((name, p), "·")) for p, _ in pillars)] for name in offices),
    ]
    click.echo(
        say(
            "\nMeasures of {document} by ministry and pillar (those that only a"
            " body of the ministry runs are counted in)\n",
            document=document,
        )
        + table(rows, right=range(1, len(pillars) + 1))
    )
