"""The question `overlap`: which measures of different ministries do much the same for the same
companies?
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.overlap_files import FORMATS, write
from commands.overlap_printing import community_lines, matrix_lines, pair_lines
from commands.printing import as_json, counted, note
from graph.errors import NotFound
from graph.store import Store
from queries.overlap.cards import overlaps
from queries.overlap.communities import communities
from queries.overlap.grades import GRADES
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import Asked, left_out, scored_pairs, why_none
from queries.overview.shared_bodies import shared_bodies

_TOP = 20


@click.command("overlap")
@click.option(
    "--ministry",
    "ministries",
    multiple=True,
    help="One: its pairs with any other; two: the pairs of the two (also agencies, bodies).",
)
@click.option(
    "--measure",
    "measures",
    multiple=True,
    help="The pairs of this measure (id or title); two: that pair.",
)
@click.option("--pillar", help="One of the two stands in this pillar.")
@click.option("--document", help="Both are told last by this document, e.g. package-2025.")
@click.option(
    "--grade",
    type=click.IntRange(0, 3),
    help="This grade or higher: "
    + ", ".join(f"{grade} {name}" for grade, name in GRADES.items())
    + " (default: 1; with --all: 0).",
)
@click.option("--score", default=0.0, type=click.FloatRange(0, 1), help="This score or higher.")
@click.option(
    "--within",
    is_flag=True,
    help="Agencies and bodies inside one ministry instead of different ministries.",
)
@click.option(
    "--top",
    type=click.IntRange(1),
    help=f"So many pairs, the highest scores first (default: {_TOP}; in a file: all).",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help=(
        "Every scored pair, between ministries and (unless --within) inside one, also of superseded"
        " measures and of headings; with --json as {a, b, score, grade}."
    ),
)
@click.option(
    "--explain",
    is_flag=True,
    help="What both have, what differs, the money, and one sentence, in Japanese and English.",
)
@click.option("--matrix", is_flag=True, help="Ministry × ministry: pairs, sum of scores, money.")
@click.option(
    "--communities",
    "grouped",
    is_flag=True,
    help="Communities of measures that are alike, and what holds them together.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a file (.csv or .xlsx) instead.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="Of the file, where its name does not end in it.",
)
@store_option
@json_option
def overlap_command(store: str | None, as_json_: bool, **given: Any) -> None:
    """Measures that do much the same for the same companies: scored pairs, best first."""
    _refuse(given)
    asked, every, out, top = _asked(given), given["every"], given["out"], given["top"]
    limit = None if every or (out and not top) else top or _TOP
    with open_graph(store) as opened:
        if out:
            shown = "cells" if given["matrix"] else "communities" if given["grouped"] else "pairs"
            write(opened, asked, limit, out, given["format_"] or out.suffix[1:].lower(), shown)
            _say_left_out(opened, asked)
            return
        if given["matrix"]:
            answer: Any = overlap_matrix(opened, asked)
            there, lines = answer.cells, matrix_lines(answer)
        elif given["grouped"]:
            found, bodies = communities(opened, asked), shared_bodies(opened)
            answer, there, lines = (
                vars(found) | {"bodies": bodies},
                found.communities,
                community_lines(found, bodies),
            )
        elif every and as_json_ and not given["explain"]:
            answer = there = scored_pairs(opened, asked)
            lines = iter(())
        else:
            answer = there = overlaps(opened, asked, limit)
            lines = pair_lines(there, given["explain"])
        if as_json_ or there:
            click.echo(as_json(answer) if as_json_ else "\n".join(lines))
        _say_left_out(opened, asked)
        if not there:
            raise NotFound(
                why_none(opened, asked),
                None,
                "ask for a lower --grade, or other offices or measures",
            )


def _say_left_out(store: Store, asked: Asked) -> None:
    apart = left_out(store, asked)
    told = [
        f"{counted(apart.superseded, 'pairs')} of a measure that another one carries on or has"
        " taken in"
    ] * bool(apart.superseded) + [f"{counted(apart.heading, 'pairs')} of a mere heading"] * bool(
        apart.heading
    )
    if told:
        note(f"left out: {', '.join(told)} (they are in --all)")


def _asked(given: dict[str, Any]) -> Asked:
    every = given["every"]
    return Asked(
        *_two(given["ministries"]),
        *_two(given["measures"]),
        pillar=given["pillar"],
        document=given["document"],
        grade=given["grade"] if given["grade"] is not None else 0 if every else 1,
        score=given["score"],
        mode="within" if given["within"] else "both" if every else "between",
        standing=not every,
    )


def _two(names: tuple[str, ...]) -> tuple[str | None, str | None]:
    return (*names, None, None)[:2]  # type: ignore[return-value]


def _refuse(given: dict[str, Any]) -> None:
    """Raises UsageError for options that do not go together."""
    names = (*given["ministries"], *given["measures"], given["pillar"], given["document"])
    out, of_pairs = given["out"], not (given["matrix"] or given["grouped"])
    wrong = {
        "a name is empty: say which ministry, measure, pillar or document": any(
            name is not None and not name.strip() for name in names
        ),
        "--ministry can be given once or twice": len(given["ministries"]) > 2,
        "--measure can be given once or twice": len(given["measures"]) > 2,
        "--matrix and --communities are two questions: ask one": (
            given["matrix"] and given["grouped"]
        ),
        "--top and --all: say one": given["top"] and given["every"],
        "--top and --explain are of pairs, not of --matrix or --communities": (
            not of_pairs and not out and (given["top"] or given["explain"])
        ),
        "--format is for a file: name it with --out": given["format_"] and not out,
        f"--out names a file that ends in .csv or .xlsx, or say --format {' or '.join(FORMATS)}": (
            out and not given["format_"] and out.suffix[1:].lower() not in FORMATS
        ),
    }
    for what, so in wrong.items():
        if so:
            raise click.UsageError(what)
