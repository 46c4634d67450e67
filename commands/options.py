"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from graph.errors import ProfileError
from queries.bonus.profile import count_of

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


def yen(context: click.Context, param: click.Parameter, typed: str | None) -> int | None:
    """A sum of yen as people write it; None where none was typed."""
    if typed is None:
        return None
    try:
        return count_of("capital", typed)
    except ProfileError:
        raise click.BadParameter(f"{typed!r} is no sum, e.g. 1億円", context, param) from None
