"""What was typed of a command's options, whatever their defaults are."""

from __future__ import annotations

from collections.abc import Collection

import click
from click.core import ParameterSource


def typed_beside(allowed: Collection[str]) -> list[str]:
    """What of the command that runs was typed besides these parameters, as people type it: --grade,
    also with the value 0, or THINGS.
    """
    context = click.get_current_context()
    return [
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name
        for param in context.command.params
        if param.name
        and param.name not in allowed
        and context.get_parameter_source(param.name) is ParameterSource.COMMANDLINE
        and context.params.get(param.name) not in (None, ())  # no THINGS at all
    ]
