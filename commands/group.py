"""The commands by name: each is imported when it is asked for, so that one does not wait for what
the others need.
"""

from __future__ import annotations

import copy
import os
from importlib import import_module

import click

from commands.spoken_help import Context, click_speaks, in_language
from graph.phrases.language import speak, spoken, wanted
from graph.phrases.phrases import say

# name → what `shisaku --help` says of it, the beginning of what the command says of itself; its
# module bears its name
COMMANDS = {
    "bonus": "What a company of this profile unlocks",
    "calls": "Calls for subsidies in the state's portal (jGrants)",
    "cypher": "Ask the graph in Cypher, read-only",
    "demo": "Load the bundled catalogue into a graph of your own, once, and serve its dashboard",
    "diff": "What the second document tells otherwise than the first",
    "doctor": "What is installed, reachable and loaded",
    "export": "Write the whole graph for other programs",
    "extract": "Read documents, review sheets and saved calls into a catalogue",
    "fetch": "Where the review sheets of a year (rs 2024) can be downloaded",
    "find": "Find things by words",
    "law": "Measures and budget programmes of all ministries under one law",
    "load": "Load a catalogue into the graph",
    "marks": "What readers say of pairs",
    "mcp": "Serve the questions to an assistant",
    "money": "The money of budget programmes by ministry in one budget year",
    "overlap": "Measures that do much the same for the same companies",
    "paid": "Recipients that budget programmes of several ministries pay",
    "path": "How two things (ids or names) hang together",
    "programme": "What the review sheets say of a budget programme",
    "reviews": "What reviews of budget programmes ask for",
    "serve": "Serve the dashboard",
    "show": "Everything known of a measure (its id or title) or a policy item",
    "text": "Print the lines of a document as extract counts them",
}


class Commands(click.Group):
    """The group of COMMANDS."""

    context_class = Context

    # the arguments are called as click calls them

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click passes it
        """The names, in the order of --help."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # click passes it
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"commands.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return in_language(command, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed, in the language that it asks for wherever `--lang` stands in it."""
        speak(wanted(args, os.environ))
        if spoken() == "ja":
            click_speaks()
        return super().parse_args(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the name in the line of usage."""
        return [say(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """--help, in the language spoken."""
        option = copy.copy(super().get_help_option(ctx))
        if option:
            option.help = say("Show this message and exit.")
        return option

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the help, in the language spoken."""
        click.Group.format_help(in_language(self, ctx), ctx, formatter)

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # click passes it
        formatter: click.HelpFormatter,
    ) -> None:
        """Writes the names with their line, from the table alone."""
        with formatter.section(say("Commands")):
            formatter.write_dl([(name, say(f"{says}.")) for name, says in COMMANDS.items()])
