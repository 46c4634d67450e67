"""The command `mcp`: the questions as tools for assistants, over stdio."""

from __future__ import annotations

import sys
from urllib.parse import urlsplit

import click

from commands.assistants.answers import DASHBOARD, Addresses
from commands.opening import open_graph
from commands.options import store_option
from commands.printing import note
from graph.bounds import quoted
from graph.errors import ShisakuError
from graph.phrases.phrases import say

_PACKAGE = {"mcp", "mcp_types"}


def _address(context: click.Context, param: click.Parameter, typed: str) -> str:
    parts = urlsplit(typed)
    if parts.scheme not in ("http", "https") or not parts.netloc or "@" in parts.netloc:
        raise click.BadParameter(f"{quoted(typed)} is no address, e.g. {DASHBOARD}", context, param)
    return typed.rstrip("/")


@click.command("mcp")
@click.option(
    "--dashboard",
    metavar="URL",
    default=DASHBOARD,
    show_default=True,
    callback=_address,
    help="The address of the dashboard, for links in answers.",
)
@store_option
def mcp_command(dashboard: str, store: str | None) -> None:
    """Serve the questions to an assistant (Claude Desktop, VS Code …) as tools of the Model Context
    Protocol, read-only, over stdin and stdout. See docs/assistants.md.
    """
    try:
        from commands.assistants.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _PACKAGE:
            raise
        raise ShisakuError(
            "the package mcp is not installed",
            None,
            "pip install 'shisaku[assistants]', or run `make setup` again",
        ) from None
    with open_graph(store) as opened:
        made = server(opened, Addresses(dashboard))
        if sys.stdin.isatty():
            note(
                say("waiting for an assistant on stdin; docs/assistants.md says how to set one up")
            )
        made.run("stdio")
