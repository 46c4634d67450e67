"""How readers' marks on pairs are printed for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commands.printing import counted, table, with_commas
from graph.phrases.phrases import say
from queries.overlap.marks import STATUSES, VERDICTS, Mark
from queries.overlap.marks_exchange import Merged
from queries.overlap.progress import Counted, Progress


def progress_lines(answer: Progress) -> Iterator[str]:
    """All pairs in one line, then one for each two ministries."""
    total = answer.total
    done = f"{total.checked / total.pairs:.0%}" if total.pairs else "–"
    yield (
        f"{counted(total.pairs, 'pairs')}: {STATUSES['checked']} {total.checked} ({done}),"
        f" {STATUSES['checking']} {total.checking}, {STATUSES['unchecked']} {total.unchecked};"
        f" {VERDICTS['agree']} {total.agree}, {VERDICTS['not_overlap']} {total.not_overlap}"
    )
    if answer.by_offices:
        heads = ("", "", say("pairs"), *STATUSES.values(), *VERDICTS.values())
        rows = [
            (of_two.office_a.name, of_two.office_b.name, *_figures(of_two.counted))
            for of_two in answer.by_offices
        ]
        yield table([heads, *rows], right=range(2, len(heads)))


def _figures(of: Counted) -> tuple[int, ...]:
    return of.pairs, of.unchecked, of.checking, of.checked, of.agree, of.not_overlap


def mark_lines(marks: Sequence[Mark]) -> Iterator[str]:
    """Status, verdict, author and time of each mark, then its pair, then what was written."""
    for mark in marks:
        said = [STATUSES[mark.status]]
        said += [VERDICTS[mark.verdict]] if mark.verdict else []
        said += [say("grade {judged}", judged=mark.judged)] if mark.judged is not None else []
        yield say(
            "{said}  ({who}, {at:%Y-%m-%d %H:%M} UTC)",
            said="  ".join(said),
            who=mark.who or "–",
            at=mark.at,
        )
        yield f"     {mark.title_a} ({mark.a}) ⇄ {mark.title_b} ({mark.b})"
        yield from (f"     {line}" for line in mark.text.splitlines())


def merged_lines(merged: Merged, unknown: Sequence[str]) -> Iterator[str]:
    """What came of marks that were taken in; ids in them that the graph does not know."""
    yield (
        say(
            "{new} new, {older} older than what stands (kept as history), {known}"
            " known already, {lines} refused",
            new=merged.new,
            older=merged.older,
            known=merged.known,
            lines=counted(len(merged.refused), "lines"),
        )
    )
    if unknown:
        yield say(
            "the graph does not know (kept all the same): {unknown}", unknown=with_commas(unknown)
        )
