"""`shisaku marks`: what readers say of pairs, how far they are, and their marks as files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.overlap.marks_printing import mark_lines, merged_lines, progress_lines
from commands.printing import as_json, counted, note
from graph.bounds import quoted
from graph.errors import NotFound, ShisakuError
from graph.files.replace import replaced_file
from graph.opening import is_server
from graph.phrases.phrases import say
from graph.store import Store
from queries.measure.former_ids import former_ids
from queries.overlap.brief import BriefPair, Sort, every_pair, sorted_pairs
from queries.overlap.cards import PairCard, pair_cards
from queries.overlap.filter import PairFilter
from queries.overlap.marks import STATUSES, Mark, Status, pair_ids, status_of
from queries.overlap.marks_as_pairs import as_pairs
from queries.overlap.marks_completed import completed, known_of
from queries.overlap.marks_exchange import as_csv, as_jsonl, ids_in, offered, take_in
from queries.overlap.marks_file import CurrentMarks, current, path_of
from queries.overlap.pairs import scored_pairs
from queries.overlap.programme_pairs import Scope, programme_pairs
from queries.overlap.progress import of_status, progress

_SHOWN = 10  # damaged or refused lines


def status_option(command: Any) -> Any:
    """--status, in either language."""
    return click.option(
        "--status",
        callback=_status,
        metavar="STATUS",
        help="Those that readers are so far with: "
        + ", ".join(f"{japanese} ({code})" for code, japanese in STATUSES.items())
        + ".",
    )(command)


def _status(context: click.Context, param: click.Parameter, typed: str | None) -> Status | None:
    for code, japanese in STATUSES.items():
        if typed in (code, japanese):
            return code
    if typed is not None:
        raise click.BadParameter(
            f"{quoted(typed)} is none of {', '.join(STATUSES.values())}", context, param
        )
    return None


def overlaps_of_status(
    store: Store, pair_filter: PairFilter, status: Status, limit: int | None, sort: Sort = "score"
) -> tuple[PairCard, ...]:
    """The pairs that a filter lets through and readers are so far with, sorted, at most `limit`.
    Raises NotFound as `scored_pairs` does, ShisakuError where the marks cannot be read.
    """
    marks = _current(store)
    chosen = of_status(scored_pairs(store, pair_filter), marks.by_pair, status)
    return pair_cards(store, sorted_pairs(store, chosen, sort)[:limit])


def refuse_status(
    store: Store, pair_filter: PairFilter, status: Status, scope: Scope | None
) -> None:
    """Raises NotFound where a filter lets pairs through, but readers are so far with none of
    them.
    """
    pairs = every_pair(store, pair_filter, scope) if scope else scored_pairs(store, pair_filter)
    if not pairs:
        return
    if len(pairs) == 1:
        of = say("the one pair that is asked for is not")
    else:
        of = say("none of the {pairs} that are asked for is", pairs=counted(len(pairs), "pairs"))
    raise NotFound(
        f"{of} {STATUSES[status]} ({status})",
        None,
        "ask for another --status; `shisaku marks` tells how far readers are",
    )


def briefs_of_status(
    store: Store, pairs: Sequence[BriefPair], status: Status
) -> tuple[BriefPair, ...]:
    """Of pairs in brief those that readers are so far with, in their order. Raises ShisakuError
    where the marks cannot be read.
    """
    marks = _current(store).by_pair
    return tuple(
        pair for pair in pairs if status_of(marks.get(pair_ids(pair.a.id, pair.b.id))) == status
    )


def _current(store: Store) -> CurrentMarks:
    """The marks that hold; lines that are none are said to be skipped."""
    marks = current(path_of(store.uri), former_ids(store))
    if marks.error:
        raise ShisakuError(marks.error)
    _note(marks.damaged, say("skipped"))
    return marks


@click.command("marks")
@status_option
@click.option("--list", "listed", is_flag=True, help="The marks that hold now, the latest first.")
@click.option("--history", is_flag=True, help="With --list: what was said earlier, too.")
@click.option(
    "--grade",
    type=click.IntRange(0, 3),
    default=1,
    show_default=True,
    help="Progress with the pairs of this grade or higher.",
)
@click.option(
    "--programmes",
    is_flag=True,
    help="Progress also with the pairs with budget programmes that support companies.",
)
@click.option(
    "--export",
    "export_",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write all marks, also earlier ones, to a file (.jsonl, .csv).",
)
@click.option(
    "--import",
    "import_",
    type=click.Path(path_type=Path),
    help="Take in the marks of a file (.jsonl, .csv): by their times, none is lost.",
)
@click.option(
    "--pairs",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the pairs that are checked, with their grades, for `shisaku overlap --learn`.",
)
@store_option
@json_option
def marks_command(store: str | None, as_json_: bool, **options: Any) -> None:
    """What readers say of pairs: 未確認, 確認中 or 確認済 by ministries; lists, files."""
    _refuse(options)
    with open_graph(store) as opened:
        if options["import_"]:
            path, present = path_of(opened.uri), former_ids(opened)
            offer = offered(options["import_"])
            ids = ids_in(offer.marks, present)
            known = known_of(opened, ids)
            merged = take_in(path, completed(offer, present, known), present)
            unknown = tuple(id_ for id_ in ids if id_ not in known.titles)
            lines = merged_lines(merged, unknown)
            click.echo(
                as_json(
                    {
                        **vars(merged),
                        "refused": [str(line) for line in merged.refused],
                        "unknown": unknown,
                    }
                )
                if as_json_
                else "\n".join(lines)
            )
            _note(merged.refused, say("refused"))
            if merged.refused and not offer.marks:
                raise click.exceptions.Exit(1)
            return
        marks = _current(opened)
        if options["export_"]:
            _not_onto(options["export_"], opened)
            _export(options["export_"], marks)
        elif options["pairs"]:
            _not_onto(options["pairs"], opened)
            _pairs(opened, options["pairs"], marks)
        elif options["listed"] or options["status"]:
            chosen = _chosen(marks, options["status"], options["history"])
            rows = [mark.model_dump(mode="json") for mark in chosen]
            click.echo(
                as_json(rows) if as_json_ else "\n".join(mark_lines(chosen)) or say("no mark")
            )
        else:
            every = list(scored_pairs(opened, PairFilter(grade=options["grade"])))
            if options["programmes"]:
                every += programme_pairs(opened, PairFilter(grade=options["grade"]))
            answer = progress(opened, every, marks.by_pair)
            click.echo(as_json(answer) if as_json_ else "\n".join(progress_lines(answer)))


def _refuse(options: dict[str, Any]) -> None:
    """Raises UsageError for options that do not go together."""
    asked = [f"--{name.strip('_')}" for name in ("export_", "import_", "pairs") if options[name]]
    if options["listed"] or options["status"]:
        asked.append("--list or --status")
    if len(asked) > 1:
        raise click.UsageError(f"{asked[0]} and {asked[1]} are two things: ask one")
    if options["history"] and not options["listed"]:
        raise click.UsageError("--history is of --list")
    if options["export_"] and options["export_"].suffix.lower() not in (".jsonl", ".csv"):
        raise click.UsageError("--export names a file that ends in .jsonl or .csv")


def _chosen(marks: CurrentMarks, status: Status | None, history: bool) -> list[Mark]:
    every: Iterator[Mark] = iter(marks.by_pair.values())
    if history:
        every = (mark for said in marks.histories.values() for mark in said)
    chosen = [mark for mark in every if status in (None, mark.status)]
    return sorted(chosen, key=lambda mark: (mark.at, mark.a, mark.b), reverse=True)


def _not_onto(out: Path, store: Store) -> None:
    """Raises ShisakuError where writing `out` would take the place of the marks or the graph."""
    own = {"the marks": path_of(store.uri)}
    if not is_server(store.uri):
        own["the graph"] = Path(store.uri)
    for what, path in own.items():
        if out.resolve() == path.resolve() or (
            out.exists() and path.exists() and out.samefile(path)
        ):
            raise ShisakuError(
                f"is the file of {what} itself, which would be lost",
                str(out),
                "name another file; nothing was written",
            )


def _export(out: Path, marks: CurrentMarks) -> None:
    every = sorted(
        (mark for said in marks.histories.values() for mark in said),
        key=lambda mark: mark.at,
    )
    with replaced_file(out) as new:
        new.write_bytes(as_csv(every) if out.suffix.lower() == ".csv" else as_jsonl(every))
    on = counted(len(marks.histories), "pairs")
    note(
        say("{out}: written ({marks} on {on})", out=out, marks=counted(len(every), "marks"), on=on)
    )


def _pairs(store: Store, out: Path, marks: CurrentMarks) -> None:
    graded = as_pairs(store, marks.by_pair)
    with replaced_file(out) as new:
        new.write_bytes(graded.as_jsonl())
    note(
        say(
            "{out}: written ({pairs} that are checked and judged; {marks} settle none)",
            out=out,
            pairs=counted(len(graded.pairs), "pairs"),
            marks=counted(graded.unsettled, "marks"),
        )
    )
    if graded.unknown:
        note(
            say(
                "left out, for the graph does not know them: {unknown}",
                unknown=", ".join(graded.unknown),
            )
        )


def _note(lines: Sequence[object], what: str) -> None:
    for line in lines[:_SHOWN]:
        note(f"{what}: {line}")
    if (more := len(lines) - _SHOWN) > 0:
        note(say("{what}: … and {lines} more", what=what, lines=counted(more, "lines")))
