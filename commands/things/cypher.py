"""`shisaku cypher`: a question of the user's own."""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import Any

import click

from commands.opening import is_empty
from commands.options import json_option, store_option
from commands.printing import counted, note, table
from graph.bounds import QUERY_BYTES, quoted
from graph.errors import StoreError
from graph.files.regular import regular_bytes
from graph.opening import open_store
from graph.phrases.phrases import say
from graph.store import no_graph

_NAME = re.compile(r"[A-Za-z_]\w*")
_WIDEST = 60  # characters of a value in the table


@click.command("cypher")
@click.argument("query", required=False)
@click.option(
    "--file",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take the query from a file.",
)
@click.option(
    "--param",
    "assignments",
    multiple=True,
    metavar="NAME=VALUE",
    help='A value for $NAME: JSON (5, true, ["a"]), else text. Repeatable.',
)
@click.option(
    "--limit",
    default=100,
    show_default=True,
    type=click.IntRange(1),
    help="Fetch so many rows at most.",
)
@store_option
@json_option
def cypher_command(
    query: str | None,
    path: Path | None,
    assignments: tuple[str, ...],
    limit: int,
    store: str | None,
    as_json_: bool,
) -> None:
    """Ask the graph in Cypher, read-only (-: the query comes from stdin). docs/graph.md lists types
    and properties.

    The table cuts long values; --json has them whole.
    """
    if (query is None) == (path is None):
        raise click.UsageError('give a query ("MATCH …", or - for stdin) or --file, one of the two')
    text = _from_file(path) if path else sys.stdin.read() if query == "-" else str(query)
    params = _params(assignments)
    _check_text([text, params])
    with open_store(store) as opened:
        rows = opened.read_first(limit + 1, text, **params)
        if is_empty(opened):  # on a server, what others keep there may be asked for all the same
            note(str(no_graph(opened.uri)))
    shown = rows[:limit]
    if as_json_:
        click.echo(
            json.dumps(_plain(shown), ensure_ascii=False, indent=1, default=str)
        )  # a date, too
    elif shown:
        click.echo(_table(shown))
    if len(rows) > limit:
        note(
            say(
                "the first {rows}; there are more: see them with --limit",
                rows=counted(limit, "rows"),
            )
        )
    elif not rows:
        note(say("no rows"))


def _from_file(path: Path) -> str:
    try:
        return regular_bytes(path, QUERY_BYTES).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise StoreError(
            f"cannot be read as text ({why})", str(path), "name a file that holds one query"
        ) from error


def _check_text(query: Any) -> None:
    try:
        json.dumps(query, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise StoreError(
            "the query or a parameter is no text (UTF-8)", todo="type it anew"
        ) from error


def _params(assignments: tuple[str, ...]) -> dict[str, Any]:
    params: dict[str, Any] = {}
    for assignment in assignments:
        name, mark, value = assignment.partition("=")
        if not mark or not _NAME.fullmatch(name):
            raise click.BadParameter(
                f"{quoted(assignment)} is not NAME=VALUE", param_hint="--param"
            )
        if name in params:
            raise click.BadParameter(f"{name} is given twice", param_hint="--param")
        params[name] = _value(value)
    return params


def _value(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=str)  # NaN and Infinity are text: no JSON
    except ValueError:
        return text


def _plain(value: Any) -> Any:
    """The value without numbers that JSON has none of: NaN and the infinite ones are null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _plain(v) for key, v in value.items()}
    return [_plain(v) for v in value] if isinstance(value, list | tuple) else value


def _table(rows: list[dict[str, Any]]) -> str:
    columns = list(rows[0])
    numbers = [
        i
        for i, name in enumerate(columns)
        if all(
            isinstance(row[name], int | float | None) and not isinstance(row[name], bool)
            for row in rows
        )
    ]
    return table(
        [columns, *([_cell(row[name]) for name in columns] for row in rows)], right=numbers
    )


def _cell(value: Any) -> str:
    """A value on one line: lists of plain values one after the other, anything deeper as JSON."""
    if value is None or isinstance(value, str | int | float):
        text = (
            "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        )
    elif isinstance(value, list) and not any(isinstance(v, dict | list) for v in value):
        text = "、".join(_cell(v) for v in value)
    else:
        text = json.dumps(value, ensure_ascii=False, default=str)
    text = " ".join(text.split())
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"
