"""Help and errors of use in the language spoken: click's own words, and ours of commands and
options.
"""

from __future__ import annotations

import copy
import importlib
import inspect
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

from commands.printing import width
from graph.phrases.language import LANGUAGES, spoken
from graph.phrases.phrases import said, say

Command = TypeVar("Command", bound=click.Command)
AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])

_OF_CLICK = ("core", "decorators", "exceptions", "formatting", "parser", "types")
_OPENS, _CLOSES = "「『（［", "、。」』）］・；：，"  # what no line ends with, and none begins with
_HANGING = 4  # columns that are left for what no line begins with
# a Latin word or what stands in back-quotes, one other character, or blanks
_PIECE = re.compile(r"`[^`]*`|[!-~]+|\s+|[^!-~\s]")


def lang_option(command: AnyCommand) -> AnyCommand:
    """`--lang`, before a command and after it: Commands reads it from what was typed."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help="The language of all that is said (default: SHISAKU_LANG, else that of the locale).",
    )(command)


def click_speaks() -> None:
    """Lets click say its own words as phrases: it has them all through gettext's `_`."""
    for name in _OF_CLICK:
        module = importlib.import_module(f"click.{name}")
        for function, ours in (("_", _one), ("ngettext", _one_or_many)):
            if hasattr(module, function):
                setattr(module, function, ours)


def _one(text: str) -> str:
    return say(text)


def _one_or_many(one: str, many: str, number: int) -> str:
    return say(one if number == 1 else many)


class Context(click.Context):
    """One whose help is wrapped by the columns of a terminal."""


class Columns(click.HelpFormatter):
    """Wraps by columns where Japanese is spoken: its characters take two, and a line may end
    after any of them.
    """

    def write_text(self, text: str) -> None:
        """Paragraphs, wrapped and indented."""
        if spoken() == "en":
            super().write_text(text)
            return
        indent = " " * self.current_indent
        paragraphs = [
            "\n".join(f"{indent}{line}" for line in wrapped(part, self.width - len(indent)))
            for part in text.split("\n\n")
        ]
        self.write("\n\n".join(paragraphs) + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Terms and what they are, in two columns."""
        if spoken() == "en":
            super().write_dl(rows, col_max, col_spacing)
            return
        rows = list(rows)
        first = min(max(width(term) for term, _ in rows), col_max) + col_spacing
        indent = " " * self.current_indent
        room = max(self.width - first - len(indent), 10)
        for term, says in rows:
            lines = wrapped(says, room)
            if width(term) > first - col_spacing or not lines:
                self.write(f"{indent}{term}\n")
            else:
                blanks = " " * (first - width(term))
                self.write(f"{indent}{term}{blanks}{lines.pop(0)}\n")
            for line in lines:
                self.write(f"{indent}{' ' * first}{line}\n")


Context.formatter_class = Columns


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns, broken between Japanese characters or at
    blanks; one Latin word may be longer.
    """
    lines, line = [], ""
    columns -= _HANGING
    for piece in _PIECE.findall(" ".join(text.split())):
        over = width(line) + width(piece) > columns
        if over and line.strip() and piece[0] not in _CLOSES:
            kept = line[-1:] if line[-1:] in _OPENS else ""
            lines.append(line.removesuffix(kept).rstrip())
            line = kept
        line += piece if line or piece.strip() else ""
    return [*lines, line.rstrip()] if line.strip() else lines


def in_language(command: Command, context: click.Context) -> Command:
    """The command with `--lang` besides its own options, its texts in the language spoken."""
    ours = copy.copy(command)
    ours.context_class = Context
    ours.params = [copy.copy(param) for param in command.params]
    if not any(param.name == "lang" for param in ours.params):
        lang_option(ours)
    for param in ours.params:
        if isinstance(param.type, click.Path):
            param.type = _named(param.type)
    if spoken() == "en":
        return ours
    ours.options_metavar = say("[OPTIONS]")
    if ours.help:
        paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(ours.help))
        ours.help = "\n\n".join(said(" ".join(part.split())) for part in paragraphs)
    for param in ours.params:
        if isinstance(param, click.Option) and param.help:
            param.help = said(" ".join(param.help.split()))
        if not isinstance(param.type, click.Choice) and not getattr(param, "is_flag", False):
            param.metavar = _metavar(param, context)
    return ours


def _named(kind: click.Path) -> click.Path:
    """The kind of path with the name that its errors say: click gives it one as it is made, in the
    language spoken when its command was imported.
    """
    ours = copy.copy(kind)
    if kind.file_okay != kind.dir_okay:
        ours.name = say("file" if kind.file_okay else "directory")
    else:
        ours.name = say("path")
    return ours


def _metavar(param: click.Parameter, context: click.Context) -> str:
    shown = param.make_metavar(context)
    word = shown.strip("[].")
    return shown.replace(word, say(word))
