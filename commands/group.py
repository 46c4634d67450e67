"""The commands by name: each is imported when it is asked for, so that one does not wait for what
the others need.
"""

from __future__ import annotations

from importlib import import_module

import click

# name → what `shisaku --help` says of it, the beginning of what the command says of itself; its
# module bears its name
COMMANDS = {
    "bonus": "What a company of this profile unlocks",
    "calls": "Calls for subsidies in the state's portal (jGrants)",
    "cypher": "Ask the graph in Cypher, read-only",
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

    # the arguments are called as click calls them

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click passes it
        """The names, in the order of --help."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002  # click passes it
        cmd_name: str,
    ) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"commands.{cmd_name}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002  # click passes it
        formatter: click.HelpFormatter,
    ) -> None:
        """Writes the names with their line, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, f"{says}.") for name, says in COMMANDS.items()])
