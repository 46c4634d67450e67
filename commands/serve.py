"""`shisaku serve`: the dashboard."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from commands.options import port_option, store_option
from graph.opening import is_server, store_uri
from graph.store import no_graph


@click.command("serve")
@port_option
@click.option(
    "--address",
    default="localhost",
    show_default=True,
    help="Where to listen; 0.0.0.0: everyone who reaches this machine (in a container, say).",
)
@store_option
def serve_command(port: int, address: str, store: str | None) -> None:
    """Serve the dashboard."""
    from dashboard.serve import serve

    if store and not is_server(store) and not Path(store).exists():
        raise no_graph(store)
    sys.exit(serve(store_uri(store), port, address))
