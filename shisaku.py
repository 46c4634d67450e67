"""Shisaku Graph: Japan's support measures for companies as one graph. The front door: the command
line, and what a notebook imports.
"""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version

import click

from commands.bonus import bonus_command
from commands.cypher import cypher_command
from commands.diff import diff_command
from commands.doctor import doctor_command
from commands.export import export_command
from commands.extract import extract_command
from commands.find import find_command
from commands.load import load_command
from commands.overlap import overlap_command
from commands.path import path_command
from commands.serve import serve_command
from commands.show import show_command
from commands.text import text_command
from graph.errors import ShisakuError
from graph.export.network import as_networkx
from graph.opening import open_store
from queries.bonus.for_company import bonuses_for
from queries.bonus.matrix import bonus_matrix
from queries.bonus.next import next_certifications
from queries.bonus.of_certification import bonus_tiers, bonuses_of
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import Profile
from queries.changes.diff import diff
from queries.measure.card import measure_card
from queries.measure.policy_items import item_card
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import Asked
from queries.overview.overview import ministries_by_pillar, overview
from queries.overview.shared_bodies import shared_bodies
from queries.search.nodes import neighbourhood
from queries.search.paths import paths
from queries.search.search import find

__all__ = [
    "Asked",
    "Profile",
    "as_networkx",
    "bonus_matrix",
    "bonus_paths",
    "bonus_tiers",
    "bonuses_for",
    "bonuses_of",
    "communities",
    "diff",
    "find",
    "item_card",
    "measure_card",
    "ministries_by_pillar",
    "neighbourhood",
    "next_certifications",
    "open_store",
    "overlap_matrix",
    "overlaps",
    "overview",
    "paths",
    "shared_bodies",
]

try:
    __version__ = version("shisaku-graph")
except PackageNotFoundError:  # run from a tree that is not installed
    __version__ = "0"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__)
def cli() -> None:
    """Japan's support measures for companies (施策) as one graph.

    Exit code 0: done; 1: a problem was found; 2: used wrongly.
    """


for command in (
    extract_command,
    text_command,
    load_command,
    find_command,
    show_command,
    path_command,
    diff_command,
    bonus_command,
    overlap_command,
    cypher_command,
    export_command,
    serve_command,
    doctor_command,
):
    cli.add_command(command)


def main() -> None:
    """Runs the command line; an error that the user can act on is one line on stderr."""
    try:
        cli(standalone_mode=True)
    except ShisakuError as error:
        click.echo(f"shisaku: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:  # the reader of a pipe went away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


if __name__ == "__main__":
    main()
