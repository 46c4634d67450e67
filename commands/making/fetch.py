"""The command `fetch`: where published files are, and taking them; calls of the state's portal."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from commands.options import fiscal_year
from commands.printing import counted, note, table, with_commas
from commands.typed import typed_beside
from graph.phrases.phrases import say
from loaders.calls.fetching import API, Manners, fetched, save
from loaders.review_sheets.fetching import published_year, take

_OF_RS = {"what", "year", "sources", "out"}
_OF_JGRANTS = {"what", "keywords", "open_only", "sources", "out"}


@click.command("fetch")
@click.argument("what", type=click.Choice(["rs", "jgrants"]))
@click.argument("year", callback=fiscal_year, required=False)
@click.option(
    "--keyword",
    "keywords",
    multiple=True,
    metavar="WORD",
    help="Of jgrants: calls that bear the word; may stand several times.",
)
@click.option("--open", "open_only", is_flag=True, help="Of jgrants: only those that are open now.")
@click.option(
    "--from",
    "sources",
    multiple=True,
    metavar="FILE|FOLDER|URL",
    help="Of rs: take the files from here, each checked by its digest; may stand several times."
    f" Of jgrants: another address of its interface [default: {API}].",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    help="Of rs: the folder to put them in [default: rs-YEAR]. Of jgrants: the file to save"
    " the answer in.",
)
def fetch_command(
    what: str,
    year: int | None,
    keywords: tuple[str, ...],
    open_only: bool,
    sources: tuple[str, ...],
    out: Path | None,
) -> None:
    """Where the review sheets of a year (rs 2024) can be downloaded; with --from the files are
    taken and checked. Or calls for subsidies (jgrants --keyword WORD --out FILE), asked of the
    public interface of the portal over the network. Nothing else of this program uses it.
    """
    if strange := typed_beside(_OF_RS if what == "rs" else _OF_JGRANTS):
        raise click.UsageError(f"{with_commas(strange)} is not for {what}")
    if what == "jgrants":
        _jgrants(keywords, open_only, sources, out)
    elif year is None:
        raise click.UsageError("say which year, e.g. shisaku fetch rs 2024")
    else:
        _review_sheets(year, sources, out)


def _review_sheets(year: int, sources: tuple[str, ...], out: Path | None) -> None:
    published = published_year(year)
    if not sources:
        rows = [(each.name, f"{each.bytes:,}", each.sha256[:16]) for each in published.files]
        click.echo(published.site)
        click.echo(table([(say("file"), say("bytes"), say("sha256 begins")), *rows], right=[1]))
        click.echo(
            say(
                "Then: shisaku fetch {what} {year} --from FOLDER, or extract them as they are",
                what="rs",
                year=year,
            )
        )
        return
    folder = out or Path(f"rs-{year}")
    names = take(year, sources, folder)
    missing = [each.name for each in published.files if each.name not in names]
    note(say("{folder}: {files} as published", folder=folder, files=counted(len(names), "files")))
    if missing:
        note(say("not there: {missing}", missing=with_commas(missing)))


def _jgrants(
    keywords: tuple[str, ...], open_only: bool, sources: tuple[str, ...], out: Path | None
) -> None:
    if not keywords or out is None:
        raise click.UsageError("say what for and where to: --keyword WORD --out FILE.json")
    if out.suffix.lower() != ".json":
        raise click.UsageError(f"--out {out}: name a file that ends in .json")
    if len(sources) > 1:
        raise click.UsageError("--from: one address of the interface")
    manners = Manners(base=sources[0].rstrip("/")) if sources else Manners()
    note(say("asking {base} over the network, one request at a time", base=manners.base))
    answer = fetched(keywords, open_only, manners, _tell)
    save(answer, out)
    calls = counted(answer["count"], "calls")
    note(say("{out}: {calls}; then: shisaku extract {out}", out=out, calls=calls))


def _tell(done: int, of: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done}/{of}" + ("\n" if done == of else ""), err=True, nl=False)
