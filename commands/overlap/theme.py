"""The question `overlap --theme`: all that the state does on a theme, and which of it is alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from commands.opening import open_graph
from commands.options import fiscal_year
from commands.overlap.files import FORMATS
from commands.overlap.theme_printing import known_lines, theme_lines
from commands.printing import as_json, counted, note, with_commas
from commands.typed import typed_beside
from graph.bounds import quoted
from graph.files.csv_file import csv_bytes
from graph.files.replace import replaced_file
from graph.files.spreadsheets import xlsx_bytes
from graph.phrases.language import spoken
from graph.phrases.phrases import say
from queries.themes.answer import theme_answer
from queries.themes.known import known_theme_list
from queries.themes.records import ThemeAnswer
from queries.themes.tables import members_sheet, sheets_of

_TOP = 10
_MOST_OFFICES = 2
# what --theme takes besides; all else is of pairs
_WITH_THEME = {
    "ministries": "--ministry",
    "scope": "--scope",
    "top": "--top",
    "out": "--out",
    "format_": "--format",
}
_BESIDES = {"theme", "themes", "year", "store", "as_json_", *_WITH_THEME}


def _words(context: click.Context, param: click.Parameter, typed: str | None) -> str | None:
    """The words of a theme; what looks like the next option is none."""
    if typed is not None and typed.startswith("-"):
        raise click.BadParameter(
            f"{quoted(typed)} is no theme: say which, e.g. --theme 人材育成", context, param
        )
    return typed


def theme_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that ask for a theme."""
    for option in (
        click.option(
            "--year",
            metavar="YEAR",
            callback=fiscal_year,
            help="Of --theme: the budget year, 2023 or 令和5 [default: the latest executed one].",
        ),
        click.option("--themes", is_flag=True, help="The themes that have a name."),
        click.option(
            "--theme",
            metavar="WORDS",
            callback=_words,
            help=(
                "All that the state does on a theme (人材育成, 輸出 …, or words that must all"
                " hold): programmes and measures by ministry, money, recipients, pairs among them;"
                " with --ministry once or twice, --scope (default: all), --year, --top, --out."
            ),
        ),
    ):
        command = option(command)
    return command


def asks_for_theme(options: dict[str, Any]) -> bool:
    """Whether the options ask for a theme. Raises UsageError for those that do not go together."""
    theme, listed = options["theme"], options["themes"]
    if theme is None and not listed:
        if options["year"] is not None:
            raise click.UsageError("--year is of --theme")
        return False
    others = typed_beside(_BESIDES)
    wrong = {
        "--theme is empty: say which, e.g. --theme 人材育成 (--themes lists them)": (
            theme is not None and not theme.strip()
        ),
        "--theme and --themes are two questions: ask one": theme is not None and listed,
        say(
            "{others}: not of --theme, which takes {values}, --year and --json",
            others=with_commas(others),
            values=with_commas(_WITH_THEME.values()),
        ): others,
        "--themes takes --json alone": listed
        and any(options[key] for key in (*_WITH_THEME, "year")),
        "a name is empty: say which ministry": any(
            not name.strip() for name in options["ministries"]
        ),
        "--ministry can be given once or twice": len(options["ministries"]) > _MOST_OFFICES,
        "--format is for a file: name it with --out": options["format_"] and not options["out"],
        say(
            "--out names a file that ends in .csv or .xlsx, or say --format {formats}",
            formats=" or ".join(FORMATS),
        ): (options["out"] and _format(options) not in FORMATS),
    }
    for what, is_so in wrong.items():
        if is_so:
            raise click.UsageError(what)
    return True


def answer_theme(store: str | None, as_json_: bool, options: dict[str, Any]) -> None:
    """Prints or writes the answer."""
    with open_graph(store) as opened:
        if options["themes"]:
            known = known_theme_list(opened)
            click.echo(as_json(known) if as_json_ else "\n".join(known_lines(known)))
            return
        first, second = (*options["ministries"], None, None)[:_MOST_OFFICES]
        answer = theme_answer(
            opened,
            options["theme"],
            first,
            second,
            options["scope"] or "all",
            options["year"],
        )
    if options["out"]:
        _write(answer, options["out"], _format(options))
        return
    top = options["top"] or _TOP
    click.echo(as_json(answer) if as_json_ else "\n".join(theme_lines(answer, top)))


def _format(options: dict[str, Any]) -> str:
    """csv or xlsx, as --format or the file's name says."""
    chosen: str = options["format_"] or options["out"].suffix[1:].lower()
    return chosen


def _write(answer: ThemeAnswer, out: Path, format_: str) -> None:
    """The members as CSV, or a workbook of the whole answer."""
    members = members_sheet(answer, spoken())
    data = (
        xlsx_bytes(sheets_of(answer, spoken()))
        if format_ == "xlsx"
        else csv_bytes(members.headings, members.rows)
    )
    with replaced_file(out) as new:
        new.write_bytes(data)
    counts = [counted(len(members.rows), "members")]
    if format_ == "xlsx":
        counts += [
            counted(len(answer.ministries), "ministries"),
            counted(len(answer.pairs), "pairs"),
            counted(len(answer.recipients), "recipients"),
        ]
    note(say("{out}: written ({counts})", out=out, counts=with_commas(counts)))
