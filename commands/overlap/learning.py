"""`shisaku overlap --learn`: weights and cuts from a file of graded pairs, beside the package's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from commands.printing import as_json, counted, note, table, with_commas
from commands.typed import typed_beside
from graph.errors import ShisakuError
from graph.phrases.phrases import say
from loaders.catalogue.files import read_catalogue
from loaders.overlap.learning.agreement import Agreement, Right
from loaders.overlap.learning.graded_pairs import GradedFile, read_graded
from loaders.overlap.learning.learn import Learned, learn
from loaders.overlap.own_weights import KINDS, NAMES, Kind, write_weights

_SHOWN = 5  # lines that are lost
_WITH = {"learn", "catalogue", "out", "anyway", "store", "as_json_"}


def show_learned(options: dict[str, Any]) -> None:
    """Prints what a file of graded pairs teaches, and writes the weights where --out says. Raises
    UsageError for options that do not go with --learn.
    """
    if beside := typed_beside(_WITH):
        raise click.UsageError(
            "--learn goes with --catalogue, --out, --anyway and --json, not with"
            f" {', '.join(beside)}"
        )
    folder = options["catalogue"] or Path("catalogue")
    if not folder.is_dir():
        raise click.BadParameter(
            f"there is no folder {folder}: run `shisaku extract`, or name another",
            param_hint="--catalogue",
        )
    graded = read_graded(options["learn"])  # before the catalogue, which takes seconds
    catalogue = read_catalogue(folder)
    told = graded.within(catalogue)
    kinds = [kind for kind in KINDS if any(pair.kind == kind for pair in told.pairs)]
    places = _places(options["out"], kinds)
    _note_left_out(told)
    learned = _learned(catalogue, told, kinds)
    click.echo(
        as_json([_plain(each) for each in learned])
        if options["as_json_"]
        else "\n\n".join("\n".join(_lines(each)) for each in learned)
    )
    for each in learned:
        if each.kind in places and each.worse and not options["anyway"]:
            note(
                say(
                    "{places}: not written, for what is learned grades worse than what is"
                    " shipped (cross-validated) — grade more pairs, or say --anyway",
                    places=places[each.kind],
                )
            )
        elif each.kind in places:
            places[each.kind].parent.mkdir(parents=True, exist_ok=True)
            write_weights(each.weights, places[each.kind], each.pairs)
            note(say("{places}: written", places=places[each.kind]))


def _learned(catalogue: Any, told: GradedFile, kinds: list[Kind]) -> list[Learned]:
    """What each kind teaches; raises ShisakuError where none has pairs enough."""
    learned: list[Learned] = []
    refused: list[ShisakuError] = []
    for kind in kinds:
        try:
            learned.append(learn(catalogue, told.pairs, kind))
        except ShisakuError as error:
            refused.append(error)
    if not learned:
        raise refused[0] if refused else ShisakuError("holds no pair to learn from", None)
    for each in refused:
        note(str(each))
    return learned


def _places(out: Path | None, kinds: list[Kind]) -> dict[Kind, Path]:
    """Where the weights of each kind are to be written."""
    if out is None:
        return {}
    if out.suffix.lower() not in (".yaml", ".yml"):
        return {kind: out / NAMES[kind] for kind in kinds}
    of_file: Kind = "programmes" if out.name == NAMES["programmes"] else "measures"
    if kinds != [of_file]:
        raise click.UsageError(
            f"--out {out.name} is a file for pairs of {of_file}, and there are pairs of"
            f" {' and '.join(kinds) or 'none'}: name a folder"
        )
    return {of_file: out}


def _note_left_out(told: GradedFile) -> None:
    if told.joint:
        note(say("left out: {pairs} that are run as one", pairs=counted(told.joint, "pairs")))
    if told.again:
        note(
            say(
                "graded again by a later line, which counts: {pairs}",
                pairs=counted(told.again, "pairs"),
            )
        )
    for line in told.lost[:_SHOWN]:
        note(say("left out: {line}", line=line))
    if (more := len(told.lost) - _SHOWN) > 0:
        note(say("left out: … and {lines} more", lines=counted(more, "lines")))


def _plain(learned: Learned) -> dict[str, Any]:
    return {
        **vars(learned),
        "weights": learned.weights.model_dump(mode="json"),
        "worse": learned.worse,
    }


def _lines(learned: Learned) -> Iterator[str]:
    grades = with_commas(
        say("{n} of grade {grade}", n=n, grade=grade)
        for grade, n in enumerate(learned.by_grade)
        if n
    )
    yield say(
        "Pairs of {kind}: {pairs} ({grades})", kind=learned.kind, pairs=learned.pairs, grades=grades
    )
    rows = [
        (f"  {kind}", change.what, f"{change.before:g}", f"{change.after:g}", _moved(change))
        for kind, changes in ((say("weight"), learned.signals), (say("grade from"), learned.cuts))
        for change in changes
    ]
    yield table([("", "", say("shipped"), say("learned"), ""), *rows], right=(2, 3))
    yield from (say("  left as it is: {why}", why=why) for why in learned.kept)
    figures = (
        (say("shipped"), learned.shipped),
        (say("learned, on these pairs"), learned.learned),
        (say("learned, cross-validated"), learned.cross_validated),
    )
    heads = (
        "",
        "AP(≥1)",
        "AP(≥2)",
        say("kappa"),
        say("1 or more: right"),
        say("found"),
        say("2 or more: right"),
        say("found"),
    )
    yield table([heads, *((f"  {name}", *_figures(of)) for name, of in figures)], right=range(1, 8))
    if learned.worse:
        yield (
            say(
                "  On pairs of things that it was not learned from what is learned grades worse"
                " than what is shipped: keep that, or grade more pairs."
            )
        )


def _moved(change: Any) -> str:
    by = change.after - change.before
    return f"{by:+.3f}" if by else ""


def _figures(of: Agreement) -> tuple[str, ...]:
    def of_right(right: Right) -> tuple[str, str]:
        return _share(right.precision), _share(right.recall)

    return (
        f"{of.ap_fragmentation:.2f}",
        f"{of.ap_overlap:.2f}",
        f"{of.kappa:.2f}",
        *of_right(of.fragmentation),
        *of_right(of.overlap),
    )


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.0%}"
