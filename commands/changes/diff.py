"""The question `diff`: what changed from one document to another, or from the review sheets of one
year to those of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import click

from commands.changes.sheet_printing import sheet_diff_lines
from commands.codes import change_word, coded
from commands.lines import with_places
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json, counted, note, padded, with_commas
from graph.language.yen import yen_in_japanese
from graph.phrases.phrases import Phrases, say
from queries.changes.diff import Change, Diff, diff
from queries.changes.growth import Amount
from queries.changes.sheets import diff_of_sheets
from queries.measure.version import DocumentVersion

_RELATIONS = Phrases(
    {
        "part_of": "a part of",
        "has_part": "with the part",
        "succeeds": "succeeds",
        "succeeded_by": "succeeded by",
    }
)
_SHEETS = re.compile(r"(?:rs-?)?(20[0-9]{2})", re.IGNORECASE)  # rs-2024, or the year alone
_TOLD_AS = Phrases(
    {
        "item": "as the policy item",
        "part": "by its part",
        "whole": "by its whole",
        "pot": "as the pot",
    }
)


@click.command("diff")
@click.argument("before", metavar="DOCUMENT")
@click.argument("after", metavar="DOCUMENT")
@store_option
@json_option
def diff_command(before: str, after: str, store: str | None, as_json_: bool) -> None:
    """What the second document tells otherwise than the first: measures first told there, no longer
    told there, told otherwise (as an item, a part, a pot), renamed, under another title, moved,
    grown, shrunk. Of review sheets of two years (rs-2024 rs-2025): programmes new, ended, merged,
    split, numbered anew, renamed, moved.
    """
    years = [_SHEETS.fullmatch(name.strip()) for name in (before, after)]
    if years[0] and years[1]:
        with open_graph(store) as opened:
            sheets = diff_of_sheets(opened, int(years[0][1]), int(years[1][1]))
        if sheets.after < sheets.before:
            note(
                say(
                    "rs-{after} is the earlier of the two: what is new in it is older",
                    after=sheets.after,
                )
            )
        click.echo(as_json(sheets) if as_json_ else "\n".join(sheet_diff_lines(sheets)))
        return
    with open_graph(store) as opened:
        answer = diff(opened, before, after)
    if answer.backwards:
        note(
            say(
                "{after} is the earlier of the two: what is first told in it is older",
                after=answer.after,
            )
        )
    click.echo(as_json(answer) if as_json_ else "\n".join(_diff(answer)))


def _diff(answer: Diff) -> Iterator[str]:
    first, second, both = answer.measures
    yield (
        say(
            "{before}: {measures}; {after}: {measures_2}; in both: {both}",
            before=answer.before,
            measures=counted(first, "measures"),
            after=answer.after,
            measures_2=counted(second, "measures"),
            both=both,
        )
    )
    yield "  " + with_commas(f"{count} {change_word(k)}" for k, count in answer.counts.items())
    for change in answer.changes:
        kind = change_word(change.kind)
        yield f"{padded(kind, 19)}  {change.title}   {change.id}"
        yield from _says(change)
    if answer.uncompared:
        yield (
            say(
                "money that stands in both and cannot be compared (another kind, a"
                " part of a sum, one year): {measures}",
                measures=counted(len(answer.uncompared), "measures"),
            )
        )
        yield f"  {' '.join(answer.uncompared)}"


def _says(change: Change) -> Iterator[str]:
    money = change.money
    for side, amount in (
        (change.before, money.before if money else None),
        (change.after, money.after if money else None),
    ):
        if side:
            yield with_places(f"    {_side(change.kind, side, amount)}", side.sources)
    if money and not money.sure:
        yield say("    (the most that it can get; its own share is not printed)")
    for told in change.told_as:
        name = f"{told.name}   {told.id}" if told.id else told.name
        yield with_places(
            say("    there {told_as} {name}", told_as=_TOLD_AS[told.how], name=name), told.sources
        )
    named = {told.id for told in change.told_as}
    for relative in (relative for relative in change.relatives if relative.id not in named):
        yield f"    {_RELATIONS[relative.relation]} {relative.title}   {relative.id}"
    if change.elsewhere:
        yield say("    also told in {elsewhere}", elsewhere=with_commas(change.elsewhere))


def _side(kind: str, side: DocumentVersion, amount: Amount | None) -> str:
    if amount:
        year = say("FY{year}", year=amount.year) if amount.year else say("no year")
        yen = yen_in_japanese(amount.yen, of_budget=True)
        most = say("at most ") if amount.at_most else ""
        return f"{most}{yen} ({coded('kind', amount.kind)}, {year})"
    return "、".join(side.ministries) if kind in ("moved", "partners") else " / ".join(side.titles)
