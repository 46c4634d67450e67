"""`shisaku doctor`: what is installed, reachable and loaded."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from commands.options import json_option, store_option
from commands.printing import as_json
from graph.bounds import DOCUMENT_BYTES, MESSAGE, cut
from graph.errors import ShisakuError
from graph.files.regular import regular_bytes
from graph.language.counting import counted
from graph.opening import open_store, seal_state
from graph.phrases.phrases import said
from loaders.catalogue.files import read_catalogue
from loaders.documents.description import read_description
from loaders.documents.families import families
from queries.overview.overview import overview

_OURS = "shisaku-graph"
_NAME = re.compile(r"[\w.-]+")  # at the head of a requirement


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    """What it is."""
    ok: bool
    """Whether it is as it should be."""
    says: str
    """How it is."""
    todo: str = ""
    """What to do where it is not as it should be."""
    needed: bool = True
    """Whether nothing works without it."""


def _python() -> Iterator[Finding]:
    yield Finding(
        "python",
        sys.version_info >= (3, 11),
        ".".join(map(str, sys.version_info[:3])),
        "install Python 3.11 or later",
    )
    for package in _packages():
        try:
            yield Finding(package, True, version(package))
        except PackageNotFoundError:
            yield Finding(package, False, "not installed", "run `make setup`")


def _packages() -> list[str]:
    """Ourselves and what pyproject.toml says that we require, extras apart; where we are not
    installed, we are the one that is missing.
    """
    try:
        required = requires(_OURS) or []
    except PackageNotFoundError:
        return [_OURS]
    return [
        _OURS,
        *(
            name.group()
            for requirement in required
            if "extra ==" not in requirement and (name := _NAME.match(requirement))
        ),
    ]


def _catalogue(folder: Path) -> Finding:
    try:
        catalogue = read_catalogue(folder)
    except ShisakuError as error:
        return Finding("catalogue", False, error.what, error.todo or "")
    return Finding(
        "catalogue",
        bool(catalogue.measures),
        f"{folder}: {counted(len(catalogue.measures), 'measures')} of"
        f" {counted(len(catalogue.documents), 'documents')}",
        "run `shisaku extract`",
    )


def _seal(uri: str | None) -> Iterator[Finding]:
    """Whether a graph in a file is still as it was loaded; one that was changed and is small
    enough is refused when it is opened, so that `graph` says it, too.
    """
    if (state := seal_state(uri)) is not None:
        yield Finding(
            "graph file",
            state == "whole",
            {
                "whole": "as it was loaded (its SHA-256 is the one that it bears)",
                "changed": "has changed since it was loaded (its SHA-256 is another)",
                "unsealed": "bears no SHA-256, so that nobody can tell whether it was changed",
            }[state],
            "load it again with `shisaku load`, or copy it anew",
            needed=state == "changed",
        )


def _store(uri: str | None) -> Iterator[Finding]:
    try:
        with open_store(uri) as opened:
            status = opened.status()
            counts = {c.type: c.count for c in overview(opened).nodes}
            yield Finding(
                "graph",
                counts.get("Measure", 0) > 0,
                f"{opened.uri} ({status.engine}): {sum(counts.values())} nodes,"
                f" {counts.get('Measure', 0)} measures",
                "run `shisaku load`",
            )
            if status.unfinished:
                yield Finding(
                    "load",
                    False,
                    f"one that began at {status.unfinished:%Y-%m-%d %H:%M %Z}"
                    f" {'is going on' if status.loading else 'was left unfinished'}: the graph is"
                    " neither the old nor the new one",
                    (
                        "wait for it to end"
                        if status.loading
                        else "run `shisaku load` again, which mends it"
                    ),
                )
            if status.begun:
                yield Finding(
                    "load",
                    True,
                    f"one that began at {status.begun:%Y-%m-%d %H:%M %Z} is under way: until it"
                    " writes, questions are answered from what was there before",
                    needed=False,
                )
            if status.kept:
                yield Finding(
                    "kept nodes",
                    True,
                    f"relationships of others hold {counted(status.kept, 'nodes')} that the"
                    " catalogue no longer has",
                    needed=False,
                )
    except ShisakuError as error:
        yield Finding(
            "graph", False, f"{error.where}: {error.what}", error.todo or "run `shisaku load`"
        )


def _sources() -> Iterator[Finding]:
    folder = os.environ.get("SHISAKU_SOURCES")
    if not folder:
        yield Finding(
            "sources", True, "SHISAKU_SOURCES is not set: excerpts are not shown", needed=False
        )
        return
    for family in families():
        described = read_description(family.folder / "document.yaml")
        path = Path(folder) / described.file
        try:
            read = hashlib.sha256(regular_bytes(path, DOCUMENT_BYTES)).hexdigest()
            wrong = "" if read == described.sha256 else " is another file"
        except FileNotFoundError:
            wrong = " is missing"
        except (OSError, ValueError) as error:  # no right to it, too long a name, a device, a NUL
            wrong = f" cannot be read: {getattr(error, 'strerror', None) or error}"
        yield Finding(
            f"source {described.id}",
            not wrong,
            f"{cut(str(path), MESSAGE)}{wrong}",
            f"put {described.file} there, or set SHISAKU_SOURCES to its folder",
            needed=False,
        )


def _browser() -> Finding:
    program = shutil.which("chromium")
    return Finding(
        "chromium",
        bool(program),
        program or "not installed",
        "apt-get install chromium fonts-noto-cjk (only the browser tests and screenshots need it)",
        needed=False,
    )


@click.command("doctor")
@click.option(
    "--catalogue", type=click.Path(path_type=Path), default=Path("catalogue"), show_default=True
)
@store_option
@json_option
def doctor_command(catalogue: Path, store: str | None, as_json_: bool) -> None:
    """What is installed, reachable and loaded; what is wrong and how to mend it."""
    findings = [
        *_python(),
        _catalogue(catalogue),
        *_store(store),
        *_seal(store),
        *_sources(),
        _browser(),
    ]
    if as_json_:
        click.echo(as_json(findings))
    else:
        for f in findings:
            click.echo(
                f"{'ok ' if f.ok else '!! ' if f.needed else '-  '} {said(f.what)}:"
                f" {said(f.says)}{f' — {said(f.todo)}' if not f.ok and f.todo else ''}"
            )
    if any(not f.ok and f.needed for f in findings):
        sys.exit(1)
