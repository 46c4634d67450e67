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
@click.option(
    "--login",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Ask visitors to log in: a file with the settings of an OpenID Connect provider"
    " (docs/security.md).",
)
@click.option(
    "--host-name",
    "names",
    multiple=True,
    metavar="NAME",
    help="A name under which others reach it, e.g. graph.example.go.jp; may be repeated. It answers"
    " under localhost, addresses in digits and these alone.",
)
@store_option
def serve_command(
    port: int, address: str, login: Path | None, names: tuple[str, ...], store: str | None
) -> None:
    """Serve the dashboard."""
    from dashboard.serve import serve

    if store and not is_server(store) and not Path(store).exists():
        raise no_graph(store)
    sys.exit(serve(store_uri(store), port, address, names, login))
