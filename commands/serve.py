"""`shisaku serve`: the dashboard."""

from __future__ import annotations

import sys

import click

from commands.options import store_option
from graph.opening import store_uri


@click.command("serve")
@click.option(
    "--port",
    default=8501,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The next free one is taken where it is not free.",
)
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

    sys.exit(serve(store_uri(store), port, address))
