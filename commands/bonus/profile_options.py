"""The options with which a company is described, and the profile that they come to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from commands.options import Command
from graph.errors import ProfileError
from graph.phrases.phrases import said
from graph.schema.size_classes import size_names
from queries.bonus.profile import (
    LISTS,
    MONEY,
    NUMBERS,
    Profile,
    count_of,
    joined,
    profile_of,
    read_profile,
)


def _count(context: click.Context, param: click.Parameter, typed: str | None) -> int | None:
    """A number of heads or yen as people write it."""
    if typed is None:
        return None
    try:
        return count_of(param.name or "", typed)
    except ProfileError as error:
        raise click.BadParameter(
            ", ".join(map(said, (error.what, error.todo or ""))), context, param
        ) from error


def profile_options(command: Command) -> Command:
    """--size, --hold, --does, the numbers, and --profile."""
    helps = {
        "employees": "Heads (80).",
        "capital": "Yen (3000万, 1億円).",
        "sales": "Yen (5億円).",
        "group_employees": "Heads of the whole group.",
        "payroll_rise": "Yen by which the payroll rises (給与等支給額の増加額), for --yen.",
        "training_cost": "Yen spent on training, for --yen.",
        "tax": "Yen of corporate or income tax before credits, for --yen.",
        "investment": "Yen invested (補助対象経費), for --yen.",
    }
    smallest, *larger = size_names()
    options: list[Callable[[Command], Command]] = [
        click.option(
            "--size",
            multiple=True,
            metavar="CLASS",
            help=f"{', '.join(larger)} or {smallest}.",
        ),
        click.option(
            "--hold",
            multiple=True,
            metavar="NAME",
            help="A certification, plan or declaration that is held; may stand several times.",
        ),
        click.option(
            "--does",
            multiple=True,
            metavar="WHAT",
            help="What is done, with its amount: 賃上げ+3%, 教育訓練費+10%, インボイス登録.",
        ),
        click.option(
            "--industry",
            multiple=True,
            metavar="WORD",
            help="Of the Japan Standard Industrial Classification: 食料品製造業, 小売業, E09.",
        ),
        click.option(
            "--kind",
            multiple=True,
            metavar="KIND",
            help="会社, 個人事業主, 協同組合, 農業法人, 医療法人, NPO法人, 社会福祉法人 …",
        ),
        click.option(
            "--size-for",
            multiple=True,
            metavar="MEASURE=CLASS",
            help="The size class at one measure alone: 賃上げ促進税制=中小企業.",
        ),
        *(
            click.option(
                f"--{name.replace('_', '-')}", callback=_count, metavar="NUMBER", help=helps[name]
            )
            for name in (*NUMBERS, *MONEY)
        ),
        click.option(
            "--profile",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            help="A YAML file with the same (docs/bonus.md); options add to it.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def typed_profile(options: dict[str, Any]) -> Profile:
    """The profile of these options, on top of that of --profile. Raises UsageError for an empty
    word, ProfileError for what cannot be read.
    """
    for name in LISTS:
        if any(not word.strip() for word in options[name]):
            raise click.UsageError(
                f"--{name.replace('_', '-')} is empty: name something, or leave it out"
            )
    typed = profile_of({name: options[name] for name in (*LISTS, *NUMBERS, *MONEY)})
    return joined(read_profile(options["profile"]), typed) if options["profile"] else typed
