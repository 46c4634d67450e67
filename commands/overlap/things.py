"""`shisaku overlap THING` and `THING THING`: the pairs of one measure or budget programme, and the
card of two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from commands.overlap.card_printing import card_lines
from commands.overlap.listing_printing import brief_json, brief_lines, note_left_out
from commands.printing import as_json
from commands.typed import typed_beside
from graph.errors import NotFound
from graph.phrases.phrases import say
from graph.store import Store
from queries.overlap.brief import Sort, pairs_of
from queries.overlap.comparison import comparison

_PAIR = 2
_WITH_TWO = {"things", "store", "as_json_"}
_WITH_ONE = {*_WITH_TWO, "grade", "score", "top", "every", "sort"}


def refusals(options: Mapping[str, Any]) -> dict[str, Any]:
    """What of the options does not go together with things -> whether that is so."""
    things = options["things"]
    beside = typed_beside(_WITH_TWO if len(things) == _PAIR else _WITH_ONE) if things else []
    typed = ", ".join(beside)
    return {
        "name one thing for its pairs or two for their card, as measure:… or programme:…": (
            len(things) > _PAIR
        ),
        "a name is empty: say which measures or programmes": any(
            not thing.strip() for thing in things
        ),
        say(
            "{typed}: the pairs of one thing take --grade, --score, --top, --all,"
            " --sort and --json",
            typed=typed,
        ): len(things) == 1 and beside,
        say(
            "{typed}: the card of two things takes no other option than --store and --json",
            typed=typed,
        ): (len(things) == _PAIR and beside),
    }


def answer(store: Store, options: Mapping[str, Any], as_json_: bool, top: int | None) -> None:
    """Prints the pairs of one, or the card of two. Raises NotFound for what is neither a measure
    nor a programme, and where one has no such pair.
    """
    things = options["things"]
    if len(things) == _PAIR:
        card = comparison(store, *things)
        _print(as_json(card) if as_json_ else card_lines(card))
        return
    grade = options["grade"]
    least = grade if grade is not None else 0 if options["every"] else 1
    sort: Sort = options["sort"] or "score"
    pairs, apart = pairs_of(
        store, things[0], least, options["score"], sort, with_left_out=options["every"]
    )
    note_left_out(apart)
    if not pairs:
        raise NotFound(
            f"no pair of {things[0]} has grade {least} and score {options['score']:g} or more",
            None,
            "ask for a lower --grade (0 has all that are scored)",
        )
    _print(as_json(brief_json(pairs[:top])) if as_json_ else brief_lines(pairs[:top]))


def _print(lines: str | Iterator[str]) -> None:
    click.echo(lines if isinstance(lines, str) else "\n".join(lines))
