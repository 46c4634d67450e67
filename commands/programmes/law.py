"""The question `law`: what stands under one law."""

from __future__ import annotations

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json
from commands.programmes.sheet_printing import law_lines
from queries.programmes.law import under_law


@click.command("law")
@click.argument("law")
@store_option
@json_option
def law_command(law: str, store: str | None, as_json_: bool) -> None:
    """Measures and budget programmes of all ministries under one law (its name or id)."""
    with open_graph(store) as opened:
        answer = under_law(opened, law)
    click.echo(as_json(answer) if as_json_ else "\n".join(law_lines(answer)))
