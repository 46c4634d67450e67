"""`shisaku demo`: the bundled catalogue in a graph of the user's own, and its dashboard."""

from __future__ import annotations

import hashlib
import os
import sys
import webbrowser
from pathlib import Path

import click

from commands.options import port_option, store_option
from commands.printing import note
from dashboard.serve import serve
from graph.opening import is_server, open_store
from graph.phrases.phrases import say
from loaders.catalogue.bundled import bundled_catalogue
from loaders.catalogue.files import read_catalogue
from loaders.load import load


@click.command("demo")
@port_option
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
@store_option
def demo_command(port: int, no_browser: bool, store: str | None) -> None:
    """Load the bundled catalogue into a graph of your own, once, and serve its dashboard. The graph
    is --store, else a file in your folder of data.
    """
    catalogue = bundled_catalogue()
    uri = store or str(own_graph(catalogue))
    if is_server(uri) or not Path(uri).exists():
        note(say("{uri}: loading the bundled catalogue, once, some 20 seconds …", uri=uri))
        if not is_server(uri):
            Path(uri).parent.mkdir(parents=True, exist_ok=True)
        with open_store(uri) as opened:
            load(read_catalogue(catalogue), opened, tell=note)
    sys.exit(serve(uri, port, ready=None if no_browser else _open))


def own_graph(catalogue: Path) -> Path:
    """The user's file for this very catalogue: another one gets another file."""
    digest = hashlib.sha256()
    for file in sorted(catalogue.iterdir()):
        digest.update(f"{file.name} {file.stat().st_size}\n".encode())
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "shisaku-graph" / f"demo-{digest.hexdigest()[:8]}.lbug"


def _open(address: str) -> None:
    webbrowser.open(address)
