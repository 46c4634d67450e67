"""`shisaku extract`: documents -> catalogue."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

import click

from commands.printing import counted, note, with_commas
from commands.weights_option import overlap_weights_option, scored_by, weights_of
from graph.errors import ShisakuError
from graph.garbage import nothing_collected
from graph.phrases.phrases import said, say
from loaders.catalogue.files import differences_by_file, write_catalogue
from loaders.catalogue.packed import is_packed
from loaders.documents.families import families
from loaders.extract import Extraction, Tick, extract, silent
from queries.documents import is_about_one_call

PROBLEMS_SHOWN = 40
DOUBTS_SHOWN = 10


def _progress() -> Tick:
    """A line that counts pages, on a terminal only."""
    if not sys.stderr.isatty():
        return silent

    def tick(document: str, done: int, of: int) -> None:
        bar = "█" * (24 * done // of)
        click.echo(
            f"\r{document} {bar:<24} {done}/{of}" + ("\n" if done == of else ""), err=True, nl=False
        )

    return tick


def _sources(paths: tuple[Path, ...]) -> list[Path]:
    if paths:
        return list(paths)
    if named := os.environ.get("SHISAKU_SOURCES"):
        if not Path(named).exists():
            raise click.UsageError(f"SHISAKU_SOURCES names {named}, and there is no such folder")
        return [Path(named)]
    raise click.UsageError("name the source documents (files or a folder), or set SHISAKU_SOURCES")


def _report(extraction: Extraction) -> None:
    catalogue = extraction.catalogue
    for document in catalogue.documents:
        if is_about_one_call(document.found):
            continue  # the calls of all answers are counted together
        read, stated = (
            with_commas(counted(value, key.replace("_", " ")) for key, value in counts.items())
            for counts in (document.found, document.states)
        )
        note(
            say(
                "{id} ({file}): found {read}; states {stated}",
                id=document.id,
                file=document.file,
                read=read,
                stated=stated or say("nothing"),
            )
        )
    for path in extraction.skipped:
        note(
            say(
                "skipped: {path} (no family reads it, or the document.yaml beside it"
                " names another file)",
                path=path,
            )
        )
    note(
        say("corrections: {values}", values=counted(len(extraction.corrected), "values"))
        + "".join(
            f"\n  {c.document}:{c.line} {c.field}: {_short(c.before)} → {_short(c.after)}"
            for c in extraction.corrected
        )
    )
    if (how := extraction.resolution) and how.by_score + how.by_hand + len(how.undecided):
        note(
            say(
                "one measure over documents: {appearances} are {measures}; pairs"
                " settled by score: {by_score}, by hand: {by_hand}, alike but left"
                " apart: {undecided}",
                appearances=counted(len(catalogue.appearances), "appearances"),
                measures=counted(len(how.measures), "measures"),
                by_score=how.by_score,
                by_hand=how.by_hand,
                undecided=len(how.undecided),
            )
        )
    if extraction.joins_in_doubt:
        note(
            say(
                "programmes and measures of names alike, left apart: {joins_in_doubt}"
                " (read both, and settle what is sure in joins.yaml)",
                joins_in_doubt=len(extraction.joins_in_doubt),
            )
            + "".join(f"\n  {line}" for line in extraction.joins_in_doubt[:DOUBTS_SHOWN])
        )
    for what in (*extraction.of_calls, *extraction.unknown):
        note(said(what))
    for problem in extraction.problems[:PROBLEMS_SHOWN]:
        note(
            say(
                "problem: {document}:{line} {what}",
                document=problem.document,
                line=problem.line,
                what=said(problem.what),
            )
        )
    if (more := len(extraction.problems) - PROBLEMS_SHOWN) > 0:
        note(say("problem: … and {more} more", more=more))


def _short(value: object) -> str:
    return "、".join(value) if isinstance(value, list) and value else str(value or say("nothing"))


@click.command("extract")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("catalogue"),
    show_default=True,
    help="The catalogue folder.",
)
@click.option(
    "--family",
    type=click.Choice([family.name for family in families()]),
    help="What a document is that is none of the known ones.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing: compare with the catalogue that is there, and fail on a difference.",
)
@click.option(
    "--lenient", is_flag=True, help="Write the catalogue in spite of what was not understood."
)
@click.option(
    "--programmes",
    type=click.Choice(["all", "support"]),
    default="all",
    show_default=True,
    help="Of the budget programmes of review sheets all, or those that support companies or pay"
    " for a measure.",
)
@click.option(
    "--pack", is_flag=True, help="Write the files of review sheets packed: a tenth as large."
)
@overlap_weights_option
@click.option("--no-corrections", is_flag=True, help="Leave corrections.yaml aside.")
@nothing_collected()
def extract_command(
    paths: tuple[Path, ...],
    out: Path,
    family: str | None,
    check: bool,
    lenient: bool,
    programmes: str,
    pack: bool,
    overlap_weights: Path | None,
    no_corrections: bool,
) -> None:
    """Read documents, review sheets and saved calls into a catalogue: texts, PDFs, ZIPs or CSVs
    of the RS System, answers of jGrants (JSON), folders of them, or a folder with a document.yaml
    of your own. Answers alone are joined to the catalogue that --out holds, which stays else.
    """
    weights = weights_of(overlap_weights)
    extraction = extract(
        _sources(paths),
        family,
        not no_corrections,
        _progress(),
        processes=os.cpu_count() or 1,
        support_only=programmes == "support",
        onto=out,
    )
    extraction = replace(extraction, catalogue=scored_by(weights, extraction.catalogue))
    _report(extraction)
    if extraction.problems and not lenient:
        first = extraction.problems[0]
        raise ShisakuError(
            f"{counted(len(extraction.problems), 'problems')}, the first: {first.what}",
            f"{first.document}:{first.line}",
            "nothing was written; mend the document or its corrections.yaml, or write all the same"
            " with --lenient",
        )
    if check:
        different = differences_by_file(extraction.catalogue, out)
        for line in chain.from_iterable(different.values()):
            note(said(line))
        if different:
            raise ShisakuError(
                "the catalogue differs from what the documents give in"
                f" {counted(len(different), 'files')}",
                str(out),
                "write it again without --check",
            )
        note(say("{out}: the same, byte for byte", out=out))
        return
    written = extraction.catalogue
    write_catalogue(written, out, pack or (extraction.kept and is_packed(out)))
    paying = "".join(
        say(", {told}", told=counted(number, what))
        for number, what in (
            (len(written.programmes), "programmes"),
            (len(written.calls), "calls"),
        )
        if number
    )
    note(
        say(
            "{out}: {measures}, {bonuses}, {rules}{paying} written",
            out=out,
            measures=counted(len(written.measures), "measures"),
            bonuses=counted(len(written.bonuses), "bonuses"),
            rules=counted(len(written.rules), "rules"),
            paying=paying,
        )
    )
