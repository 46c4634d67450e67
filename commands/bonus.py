"""The questions about bonuses: what a company's profile unlocks, what to go for next, what a
certification unlocks, who gives on whose word.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from commands.bonus_printing import answer_lines, matrix_lines, next_lines, tier_lines
from commands.lines import path_line, rule_line
from commands.opening import open_graph
from commands.options import Command, json_option, store_option
from commands.printing import as_json, counted, note
from graph.errors import NotFound, ProfileError
from graph.schema.size_classes import size_names
from graph.store import Store
from queries.bonus.book import rule_book
from queries.bonus.companies.answers import ask_companies
from queries.bonus.for_company import bonuses_for
from queries.bonus.matrix import bonus_matrix, without_issuer
from queries.bonus.next import next_certifications
from queries.bonus.of_certification import bonus_tiers, bonuses_of
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import (
    NUMBERS,
    Profile,
    count_of,
    joined,
    profile_of,
    read_profile,
)
from queries.bonus.records import company_record, matrix_records, next_records

_MODES = ("next", "of", "matrix", "companies")
_ALONE = {
    "all_tiers": "of",
    "to": "of",
    "max_length": "of",
    "top": "next",
    "out": "companies",
    "mapping": "companies",
    "lenient": "companies",
}


class Count(click.ParamType):
    """A number of heads or yen as people write it."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        try:
            return count_of(param.name if param and param.name else "employees", value)
        except ProfileError as error:
            self.fail(f"{error.what}, {error.todo}", param, ctx)


def profile_options(command: Command) -> Command:
    """--size, --hold, --does, the numbers, and --profile."""
    helps = {
        "employees": "Heads (80).",
        "capital": "Yen (3000万, 1億円).",
        "sales": "Yen (5億円).",
        "group_employees": "Heads of the whole group.",
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
        *(
            click.option(
                f"--{name.replace('_', '-')}", type=Count(), metavar="NUMBER", help=helps[name]
            )
            for name in NUMBERS
        ),
        click.option(
            "--profile",
            type=click.Path(dir_okay=False, path_type=Path),
            help="A YAML file with the same (docs/bonus.md); options add to it.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@click.command("bonus")
@profile_options
@click.option(
    "--next",
    "next",
    is_flag=True,
    help="Rank the certifications that are not held by what they add.",
)
@click.option(
    "--top",
    type=click.IntRange(1, 1000),
    default=5,
    show_default=True,
    help="With --next: print so many (JSON has all).",
)
@click.option(
    "--of", metavar="NAME", help="Instead of a profile: the rules that a certification counts for."
)
@click.option(
    "--all-tiers",
    is_flag=True,
    help="With --of: tier by tier, size class by size class, what each step adds.",
)
@click.option("--to", metavar="NAME", help="With --of: all paths to this programme or measure.")
@click.option(
    "--max-length",
    type=click.IntRange(1, 8),
    default=6,
    show_default=True,
    help="With --to: at most so many steps.",
)
@click.option(
    "--all",
    "all",
    is_flag=True,
    help=(
        "Print also what is more than one step away, and what is for companies of other sizes, with"
        " why."
    ),
)
@click.option(
    "--matrix",
    is_flag=True,
    help="Certifications of one ministry that raise measures of another, or programmes.",
)
@click.option(
    "--companies",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV of companies in; with --out.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --companies: a CSV out, one row a company and bonus.",
)
@click.option(
    "--mapping",
    metavar="FILE",
    help="With --companies: which column is what (YAML), or gbizinfo [default: plain].",
)
@click.option(
    "--lenient",
    is_flag=True,
    help="With --companies: leave out rows that cannot be read instead of writing nothing.",
)
@store_option
@json_option
@click.pass_context
def bonus_command(context: click.Context, store: str | None, as_json_: bool, **asked: Any) -> None:
    """What a company of this profile unlocks: points, tax credit, cheaper loans, each with its
    condition, path and place.

    With no profile: what is open to everyone. See docs/bonus.md.
    """
    given = {
        name
        for name in asked
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    }
    mode = _mode(given)
    profile = _profile(asked)
    with open_graph(store) as opened:
        match mode:
            case "next":
                _print(
                    as_json_,
                    steps := next_certifications(opened, profile),
                    next_records,
                    lambda: next_lines(steps, asked["top"]),
                )
            case "of":
                _of(opened, asked, as_json_)
            case "matrix":
                _print(
                    as_json_,
                    cells := bonus_matrix(opened),
                    matrix_records,
                    lambda: matrix_lines(cells, without_issuer(rule_book(opened))),
                )
            case "companies":
                _companies(opened, asked, profile, as_json_)
            case _:
                _print(
                    as_json_,
                    found := bonuses_for(opened, profile),
                    company_record,
                    lambda: answer_lines(found, asked["all"]),
                )


def _mode(given: set[str]) -> str | None:
    """The one question that the options ask. Raises UsageError for options that do not
    go together.
    """
    modes = [mode for mode in _MODES if mode in given]
    if len(modes) > 1:
        raise click.UsageError(f"--{modes[0]} and --{modes[1]} are two questions: ask one")
    mode = modes[0] if modes else None
    for name, needed in _ALONE.items():
        if name in given and mode != needed:
            raise click.UsageError(f"--{name.replace('_', '-')} goes with --{needed}")
    if mode in ("of", "matrix") and (
        told := sorted(given & {"size", "hold", "does", "profile", *NUMBERS})
    ):
        raise click.UsageError(
            f"--{mode} takes no profile: leave out --{told[0].replace('_', '-')}"
        )
    if "companies" in given and "out" not in given:
        raise click.UsageError("--companies needs --out FILE")
    if {"all_tiers", "to"} <= given:
        raise click.UsageError("--all-tiers and --to are two questions: ask one")
    return mode


def _profile(asked: dict[str, Any]) -> Profile:
    for name in ("size", "hold", "does"):
        if any(not word.strip() for word in asked[name]):
            raise click.UsageError(f"--{name} is empty: name something, or leave it out")
    told = profile_of({name: asked[name] for name in ("size", "hold", "does", *NUMBERS)})
    return joined(read_profile(asked["profile"]), told) if asked["profile"] else told


def _print(
    as_json_: bool, found: Any, records: Callable[[Any], Any], lines: Callable[[], list[str]]
) -> None:
    click.echo(as_json(records(found)) if as_json_ else "\n".join(lines()))


def _of(store: Store, asked: dict[str, Any], as_json_: bool) -> None:
    if asked["to"]:
        paths = bonus_paths(store, asked["of"], asked["to"], asked["max_length"])
        _print(as_json_, paths, lambda found: found, lambda: [path_line(path) for path in paths])
        if not paths:
            raise NotFound(
                f"no path of at most {asked['max_length']} steps from {asked['of']} to"
                f" {asked['to']}",
                None,
                "allow more with --max-length",
            )
    elif asked["all_tiers"]:
        _print(
            as_json_,
            tiers := bonus_tiers(store, asked["of"]),
            lambda found: found,
            lambda: tier_lines(tiers),
        )
    else:
        found = bonuses_of(store, asked["of"])
        head = (
            f"{found.name}{'' if found.in_documents else ' (no document names it)'}:"
            f" {counted(len(found.rules), 'rules')}"
        )
        _print(
            as_json_,
            found,
            lambda found: found,
            lambda: [head, *(f"  {rule_line(rule)}" for rule in found.rules)],
        )


def _companies(store: Store, asked: dict[str, Any], every: Profile, as_json_: bool) -> None:
    done = ask_companies(
        store,
        asked["companies"],
        asked["out"],
        asked["mapping"] or "plain",
        asked["lenient"],
        every,
    )
    if as_json_:
        click.echo(as_json(done))
    if done.not_read:
        note(f"{asked['companies']}: columns not read: {'、'.join(done.not_read)}")
    for problem in done.problems:
        note(problem)
    left_out = f", {counted(done.left_out, 'rows')} left out" if done.left_out else ""
    others = (
        f", {counted(done.others, 'names')} of no certification of the graph passed over"
        if done.others
        else ""
    )
    note(
        f"{asked['out']}: {counted(done.rows, 'rows')} for"
        f" {counted(done.companies, 'companies')}{left_out}{others}"
    )
