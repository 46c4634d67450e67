"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

Command = Callable[..., Any]


def store_option(command: Command) -> Command:
    return click.option(
        "--store",
        metavar="URI",
        help="The graph to ask (default: SHISAKU_STORE, else .shisaku/graph.lbug).",
    )(command)


def json_option(command: Command) -> Command:
    return click.option("--json", "as_json_", is_flag=True, help="Print the answer as JSON.")(
        command
    )
