"""`shisaku text`: the lines that facts point to."""

from __future__ import annotations

from pathlib import Path

import click

from loaders.text.source import read_source


@click.command("text")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
def text_command(path: Path) -> None:
    """Print the lines of a document as extract counts them (of a PDF: the text that is taken out of
    it).
    """
    click.echo(read_source(path).text, nl=False)
