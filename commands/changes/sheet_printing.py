"""How it is printed what changed between the review sheets of two years."""

from __future__ import annotations

from collections.abc import Iterator

from commands.codes import change_word, coded
from commands.lines import with_places
from commands.printing import counted, padded, with_commas
from graph.language.yen import about_in_japanese
from graph.phrases.phrases import Phrases, say
from queries.changes.sheets import SheetChange, SheetDiff, SheetSide

_HOW = Phrases(
    {
        "merged_into": "merged into",
        "merged_from": "made from",
        "split_into": "split into",
        "split_from": "split off",
    }
)


def sheet_diff_lines(answer: SheetDiff) -> Iterator[str]:
    """How many there are and changed, then each change with its rows."""
    first, second, both = answer.programmes
    yield (
        say(
            "rs-{before}: {programmes}; rs-{after}: {programmes_2}; in both: {both:,}",
            before=answer.before,
            programmes=counted(first, "programmes"),
            after=answer.after,
            programmes_2=counted(second, "programmes"),
            both=both,
        )
    )
    yield "  " + with_commas(f"{count:,} {change_word(k)}" for k, count in answer.counts.items())
    for change in answer.changes:
        side = change.after or change.before
        name = side.name if side else ""
        kind = change_word(change.kind)
        yield f"{padded(kind, 14)}{name}   {change.id}"
        yield from _says(answer, change)


def _says(answer: SheetDiff, change: SheetChange) -> Iterator[str]:
    for year, side in ((answer.before, change.before), (answer.after, change.after)):
        if side:
            yield with_places(f"    {year}: {_side(side)}", side.sources)
    for each in change.relatives:
        yield with_places(f"    {_HOW[each.how]} {each.name}   {each.id}", each.sources)
    if change.kind == "ended" and change.ends:
        yield say("    planned to end in {ends}", ends=change.ends)
    if change.why:
        yield say(
            "    known by {why}", why=say(" and ").join(coded("known", why) for why in change.why)
        ).replace("_", " ")


def _side(side: SheetSide) -> str:
    initial = "?" if side.initial is None else about_in_japanese(side.initial)
    return say(
        "sheet {number}  {name} ({ministry}), initial {initial}",
        number=side.number,
        name=side.name,
        ministry=side.ministry or say("not told"),
        initial=initial,
    )
