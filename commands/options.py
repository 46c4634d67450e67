"""Options that several commands share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click

from graph.bounds import quoted
from graph.errors import ProfileError
from queries.bonus.profile import count_of

Command = Callable[..., Any]
_YEAR = re.compile(r"(?:(20\d\d)|(?:令和|[RrＲ])[ 　]*(元|\d{1,2}))(?:年度?)?")
_REIWA = 2018  # the year before its first


def store_option(command: Command) -> Command:
    return click.option(
        "--store",
        metavar="URI",
        help="The graph to ask (default: SHISAKU_STORE, else .shisaku/graph.lbug).",
    )(command)


def port_option(command: Command) -> Command:
    return click.option(
        "--port",
        default=8501,
        show_default=True,
        type=click.IntRange(1, 65535),
        help="The next free one is taken where it is not free.",
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
        raise click.BadParameter(f"{quoted(typed)} is no sum, e.g. 1億円", context, param) from None


def fiscal_year(context: click.Context, param: click.Parameter, typed: str | None) -> int | None:
    """A fiscal year as people write it: 2023年度, 令和5年度, R5; None where none was typed."""
    if typed is None:
        return None
    match = _YEAR.fullmatch(typed.strip())
    if match is None:
        raise click.BadParameter(f"{quoted(typed)} is no year, e.g. 2023, 令和5", context, param)
    western, reiwa = match.groups()
    return int(western) if western else _REIWA + (1 if reiwa == "元" else int(reiwa))
