"""The question `overlap`: which measures of different ministries do much the same for the same
companies?
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.overlap import things as overlap_things
from commands.overlap.files import FORMATS, write
from commands.overlap.learn_options import learn_options
from commands.overlap.listing_printing import brief_json, brief_lines, figures_json, note_left_out
from commands.overlap.marks import (
    briefs_of_status,
    overlaps_of_status,
    refuse_status,
    status_option,
)
from commands.overlap.printing import community_lines, matrix_lines, pair_lines
from commands.overlap.theme import answer_theme, asks_for_theme, theme_options
from commands.printing import as_json, counted, note
from graph.errors import NotFound
from graph.phrases.phrases import say
from graph.store import Store
from queries.overlap.brief import SORTS, Sort, brief_list, brief_pairs, every_pair
from queries.overlap.cards import overlaps, pair_cards
from queries.overlap.communities import communities
from queries.overlap.filter import PairFilter
from queries.overlap.grades import GRADES
from queries.overlap.headings import SheetName
from queries.overlap.left_out import YEARS
from queries.overlap.matrix import overlap_matrix
from queries.overlap.pairs import ScoredPair, left_out, scored_pairs, why_none
from queries.overlap.programme_pairs import Scope, belonging_together
from queries.overlap.shared_bodies import shared_bodies
from queries.overlap.things import Things

_TOP = 20


@click.command("overlap")
@click.argument("things", nargs=-1)
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
    "--history",
    is_flag=True,
    help=(
        "Also measures that another one carries on or has taken in, and those told last by a"
        f" document more than {YEARS} years older than the latest."
    ),
)
@click.option(
    "--scope",
    type=click.Choice(("company", "all")),
    help=(
        "With pairs of budget programmes: of those that support companies, or of any of them (in"
        " --all they stand anyhow), also in --matrix and --communities; of --theme: what belongs"
        " to it (default: all)."
    ),
)
@click.option(
    "--sort",
    type=click.Choice(SORTS),
    help=(
        "The highest score first (default; of pairs with programmes the highest grade, for their"
        " scores are cut otherwise), the most money of both, or the lowest execution of the"
        " two."
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
    type=click.Path(path_type=Path),
    help="Write a file (.csv or .xlsx) instead; of --learn: a folder for the weights.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    help="Of the file, where its name does not end in it.",
)
@status_option
@theme_options
@learn_options
@store_option
@json_option
def overlap_command(store: str | None, as_json_: bool, **options: Any) -> None:
    """Measures that do much the same for the same companies: scored pairs, best first; or all that
    the state does on a theme (--theme).

    One of THINGS (measure:…, programme:… with the number of its sheet, or a title) gives its pairs
    with measures and budget programmes, two give the card of that pair: why, terms, money,
    results, what is said of each other, contacts, history.
    """
    if options["learn"]:
        from commands.overlap.learning import show_learned  # it needs the loaders

        show_learned(options | {"as_json_": as_json_})
        return
    if asks_for_theme(options):
        answer_theme(store, as_json_, options)
        return
    _refuse(options | {"as_json_": as_json_})
    pair_filter, out = _filter(options), options["out"]
    with open_graph(store) as opened:
        if options["things"]:
            overlap_things.answer(opened, options, as_json_, _limit(options))
            return
        if out:
            _write(opened, pair_filter, options)
            _note_left_out(opened, pair_filter)
            return
        answer, things, lines = _answer(opened, pair_filter, options, as_json_)
        if as_json_ or things:
            click.echo(as_json(answer) if as_json_ else "\n".join(lines))
        _note_left_out(opened, pair_filter)
        if not things:
            if options["status"]:
                refuse_status(opened, pair_filter, options["status"], options["scope"])
            raise NotFound(
                why_none(opened, pair_filter),
                None,
                "ask for a lower --grade, or other offices or measures",
            )


def _write(store: Store, pair_filter: PairFilter, options: dict[str, Any]) -> None:
    things: Things = options["scope"] or "measures"
    sort: Sort = options["sort"] or "score"
    out = options["out"]
    shown: SheetName
    shown = "cells" if options["matrix"] else "communities" if options["grouped"] else "pairs"
    if shown == "pairs" and options["scope"]:
        shown = "brief"
    format_ = options["format_"] or out.suffix[1:].lower()
    write(store, pair_filter, _limit(options), out, format_, shown, things, sort)


def _answer(
    store: Store, pair_filter: PairFilter, options: dict[str, Any], as_json_: bool
) -> tuple[Any, Sequence[object], Iterator[str]]:
    """What the options ask for: as JSON has it, the things that there are none or some of, and the
    lines for people.
    """
    if options["matrix"]:
        matrix = overlap_matrix(store, pair_filter, options["scope"] or "measures")
        return matrix, matrix.cells, matrix_lines(matrix)
    if options["grouped"]:
        groups = communities(store, pair_filter, options["scope"] or "measures")
        bodies = shared_bodies(store)
        lines = community_lines(groups, bodies)
        return vars(groups) | {"bodies": bodies}, groups.communities, lines
    sort: Sort = options["sort"] or "score"
    scope: Scope | None = options["scope"]
    if options["every"] and not options["explain"]:
        scope = scope or "all"
    if scope:
        _note_apart(store, scope)
        if options["every"] and as_json_ and not options["sort"]:
            scored = every_pair(store, pair_filter, scope)
            return scored, scored, iter(())
        listed = brief_list(store, pair_filter, scope, sort)
        if options["status"]:
            listed = briefs_of_status(store, listed, options["status"])
        pairs = listed[: _limit(options)]
        return brief_json(pairs), pairs, brief_lines(pairs)
    if sort != "score":
        return _sorted(store, pair_filter, options, sort)
    if options["status"]:
        cards = overlaps_of_status(store, pair_filter, options["status"], _limit(options), sort)
    else:
        cards = overlaps(store, pair_filter, _limit(options))
    return cards, cards, pair_lines(cards, options["explain"])


def _sorted(
    store: Store, pair_filter: PairFilter, options: dict[str, Any], sort: Sort
) -> tuple[Any, Sequence[object], Iterator[str]]:
    """The pairs of measures by money or execution, with these figures of both."""
    brief = brief_pairs(store, scored_pairs(store, pair_filter), sort)
    if options["status"]:
        brief = briefs_of_status(store, brief, options["status"])
    brief = brief[: _limit(options)]
    cards = pair_cards(
        store, [ScoredPair(pair.a.id, pair.b.id, pair.score, pair.grade) for pair in brief]
    )
    told = [vars(card) | figures_json(pair) for card, pair in zip(cards, brief, strict=True)]
    return told, cards, pair_lines(cards, options["explain"], brief)


def _note_apart(store: Store, scope: Scope) -> None:
    if apart := belonging_together(store, scope):
        note(
            say(
                "not compared: {pairs} of a programme with a measure or another"
                " programme that is the same, a part of it, or paid by it",
                pairs=counted(apart, "pairs"),
            )
        )


def _limit(options: dict[str, Any]) -> int | None:
    top: int | None = options["top"]
    if options["every"] or (options["out"] and not top):
        return None
    return top or _TOP


def _note_left_out(store: Store, pair_filter: PairFilter) -> None:
    note_left_out(left_out(store, pair_filter), in_history=not pair_filter.with_history)


def _filter(options: dict[str, Any]) -> PairFilter:
    every = options["every"]
    return PairFilter(
        *_two(options["ministries"]),
        *_two(options["measures"]),
        pillar=options["pillar"],
        document=options["document"],
        grade=options["grade"] if options["grade"] is not None else 0 if every else 1,
        score=options["score"],
        mode="within" if options["within"] else "both" if every else "between",
        with_left_out=every,
        with_history=options["history"],
    )


def _two(names: tuple[str, ...]) -> tuple[str | None, str | None]:
    first, second = (*names, None, None)[:2]
    return first, second


def _refuse(options: dict[str, Any]) -> None:
    """Raises UsageError for options that do not go together."""
    names = (*options["ministries"], *options["measures"], options["pillar"], options["document"])
    out, of_pairs = options["out"], not (options["matrix"] or options["grouped"])
    wrong = {
        **overlap_things.refusals(options),
        "a name is empty: say which ministry, measure, pillar or document": any(
            name is not None and not name.strip() for name in names
        ),
        "--ministry can be given once or twice": len(options["ministries"]) > 2,
        "--measure can be given once or twice": len(options["measures"]) > 2,
        "--matrix and --communities are two questions: ask one": (
            options["matrix"] and options["grouped"]
        ),
        "--top and --all: say one": options["top"] and options["every"],
        "--top and --explain are of pairs, not of --matrix or --communities": (
            not of_pairs and not out and (options["top"] or options["explain"])
        ),
        "--catalogue is of --learn": options["catalogue"],
        "--anyway is of --learn": options["anyway"],
        "--status is of lists of pairs, not of files, --matrix, --communities or --all --json": (
            options["status"]
            and (out or not of_pairs or (options["every"] and options["as_json_"]))
        ),
        "--scope does not go with --explain": options["scope"] and options["explain"],
        "--sort is of lists of pairs, not of --matrix or --communities": (
            options["sort"] and not of_pairs and not out
        ),
        "--format is for a file: name it with --out": options["format_"] and not out,
        say(
            "--out names a file that ends in .csv or .xlsx, or say --format {formats}",
            formats=say(" or ").join(FORMATS),
        ): (out and not options["format_"] and out.suffix[1:].lower() not in FORMATS),
    }
    for what, is_so in wrong.items():
        if is_so:
            raise click.UsageError(what)
