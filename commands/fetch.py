"""The command `fetch`: where published files are, and taking them."""

from __future__ import annotations

from pathlib import Path

import click

from commands.options import fiscal_year
from commands.printing import counted, note, table, with_commas
from graph.phrases.phrases import say
from loaders.review_sheets.fetching import published_year, take


@click.command("fetch")
@click.argument("what", type=click.Choice(["rs"]))
@click.argument("year", callback=fiscal_year)
@click.option(
    "--from",
    "sources",
    multiple=True,
    metavar="FILE|FOLDER|URL",
    help="Take the files from here, each checked by its digest; may stand several times.",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder to put them in [default: rs-YEAR].",
)
def fetch_command(what: str, year: int, sources: tuple[str, ...], out: Path | None) -> None:
    """Where the review sheets of a year (rs 2024) can be downloaded; with --from the files are
    taken and checked. Nothing else of this program uses the network.
    """
    published = published_year(year)
    if not sources:
        rows = [(each.name, f"{each.bytes:,}", each.sha256[:16]) for each in published.files]
        click.echo(published.site)
        click.echo(table([(say("file"), say("bytes"), say("sha256 begins")), *rows], right=[1]))
        click.echo(
            say(
                "Then: shisaku fetch {what} {year} --from FOLDER, or extract them as they are",
                what=what,
                year=year,
            )
        )
        return
    folder = out or Path(f"{what}-{year}")
    names = take(year, sources, folder)
    missing = [each.name for each in published.files if each.name not in names]
    note(say("{folder}: {files} as published", folder=folder, files=counted(len(names), "files")))
    if missing:
        note(say("not there: {missing}", missing=with_commas(missing)))
