"""The commands by name: each is imported when it is asked for, so that one does not wait for what
the others need.
"""

from __future__ import annotations

import copy
import os
from importlib import import_module
from typing import NamedTuple

import click

from commands.printing import note
from commands.spoken_help import Context, click_speaks, in_language
from graph.bounds import quoted
from graph.phrases.language import VARIABLE, not_spoken, speak, spoken, wanted
from graph.phrases.phrases import say


class Listed(NamedTuple):
    """A command as the group knows it before it is imported."""

    room: str
    """The folder of `commands` in which the module of its name stands."""
    says: str
    """What `shisaku --help` says of it: the beginning of what the command says of itself."""


COMMANDS = {
    "bonus": Listed("bonus", "What a company of this profile unlocks"),
    "calls": Listed("calls", "Calls for subsidies in the state's portal (jGrants)"),
    "cypher": Listed("things", "Ask the graph in Cypher, read-only"),
    "demo": Listed(
        "serving",
        "Load the bundled catalogue into a graph of your own, once, and serve its dashboard",
    ),
    "diff": Listed("changes", "What the second document tells otherwise than the first"),
    "doctor": Listed("making", "What is installed, reachable and loaded"),
    "export": Listed("making", "Write the whole graph for other programs"),
    "extract": Listed("making", "Read documents, review sheets and saved calls into a catalogue"),
    "fetch": Listed("making", "Where the review sheets of a year (rs 2024) can be downloaded"),
    "find": Listed("things", "Find things by words"),
    "law": Listed("programmes", "Measures and budget programmes of all ministries under one law"),
    "load": Listed("making", "Load a catalogue into the graph"),
    "marks": Listed("overlap", "What readers say of pairs"),
    "mcp": Listed("serving", "Serve the questions to an assistant"),
    "money": Listed("programmes", "The money of budget programmes by ministry in one budget year"),
    "overlap": Listed("overlap", "Measures that do much the same for the same companies"),
    "paid": Listed("programmes", "Recipients that budget programmes of several ministries pay"),
    "path": Listed("things", "How two things (ids or names) hang together"),
    "programme": Listed("programmes", "What the review sheets say of a budget programme"),
    "reviews": Listed("programmes", "What reviews of budget programmes ask for"),
    "serve": Listed("serving", "Serve the dashboard"),
    "show": Listed("things", "Everything known of a measure (its id or title) or a policy item"),
    "text": Listed("making", "Print the lines of a document as extract counts them"),
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
        module = import_module(f"commands.{COMMANDS[cmd_name].room}.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return in_language(command, ctx)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was typed, in the language that it asks for wherever `--lang` stands in it."""
        speak(wanted(args, os.environ))
        asked_by_option = any(word.partition("=")[0] == "--lang" for word in args)
        if (other := not_spoken(os.environ)) and not asked_by_option:
            note(f"{VARIABLE}: {quoted(other)} is not spoken, but ja (日本語) and en (English)")
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
            formatter.write_dl(
                [(name, say(f"{listed.says}.")) for name, listed in COMMANDS.items()]
            )
