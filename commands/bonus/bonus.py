"""The questions about bonuses: what a company's profile unlocks, what to go for next, what a
certification unlocks, who gives on whose word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from commands.bonus.certification_printing import fact_lines
from commands.bonus.for_programme_printing import programme_lines
from commands.bonus.next_printing import next_lines
from commands.bonus.profile_options import profile_options, typed_profile
from commands.bonus.rule_printing import answer_lines, matrix_lines, tier_lines
from commands.bonus.together_printing import together_lines, unlocking_lines
from commands.bonus.yen_printing import amount_lines
from commands.call_text import NOT_READ, call_text
from commands.lines import path_line, rule_line
from commands.opening import open_graph
from commands.options import json_option, store_option
from commands.printing import as_json, counted, note, with_commas
from graph.bounds import quoted
from graph.errors import NotFound
from graph.phrases.phrases import say
from graph.store import Store
from queries.bonus.cheapest import cheapest
from queries.bonus.companies.answers import ask_companies
from queries.bonus.companies.columns import SHIPPED
from queries.bonus.company import company
from queries.bonus.dated import Calls, dated, programme_record
from queries.bonus.for_company import bonuses_for
from queries.bonus.for_programme import bonuses_for_programme
from queries.bonus.matrix import BonusCell, bonus_matrix, without_issuer
from queries.bonus.next import next_certifications
from queries.bonus.of_certification import bonus_tiers, bonuses_of
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import LISTS, MONEY, NUMBERS, Profile
from queries.bonus.records import (
    certification_record,
    company_record,
    matrix_records,
    next_records,
    together_record,
    unlocking_record,
)
from queries.bonus.rule_book.book import rule_book
from queries.bonus.together import bonuses_with
from queries.bonus.unnamed import in_no_document
from queries.bonus.who import who_asks
from queries.bonus.windows import call_windows, day_of, today
from queries.bonus.yen.amounts import amounts_for
from queries.bonus.yen.record import amount_records

_MODES = ("yen", "next", "with_", "unlock", "of", "for_", "matrix", "companies")
_ALONE = {
    "all_tiers": "of",
    "to": "of",
    "max_length": "of",
    "top": "next",
    "out": "companies",
    "mapping": "companies",
    "encoding": "companies",
    "lenient": "companies",
}


def _mapping(context: click.Context, param: click.Parameter, named: str | None) -> str | None:
    """A shipped mapping, or a file that is there."""
    if named is None or named in SHIPPED or Path(named).is_file():
        return named
    raise click.BadParameter(
        f"there is no file {quoted(named)}; shipped are {with_commas(SHIPPED)}", context, param
    )


@click.command("bonus")
@profile_options
@click.option(
    "--next",
    "next",
    is_flag=True,
    help="Rank the certifications that are not held by what they add.",
)
@click.option(
    "--with",
    "with_",
    multiple=True,
    metavar="NAME",
    help="What this certification adds; several: what they add together.",
)
@click.option(
    "--unlock",
    metavar="NAME",
    help="The fewest certifications that unlock this programme, measure or kind of benefit.",
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
    "--for",
    "for_",
    metavar="PROGRAMME",
    help="Instead of a profile: what gives points, rates or caps at a programme or measure.",
)
@click.option(
    "--yen",
    is_flag=True,
    help="What credits and subsidies come to for the numbers of the profile; with --for: at one.",
)
@click.option(
    "--on",
    metavar="DAY",
    help="Whether one can apply on this day (2025-04-01) [default: today].",
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
    callback=_mapping,
    help="With --companies: which column is what (YAML), or gbizinfo [default: plain].",
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="With --companies: of the CSV in [default: UTF-8, else cp932].",
)
@click.option(
    "--lenient",
    is_flag=True,
    help="With --companies: leave out rows that cannot be read instead of writing nothing.",
)
@store_option
@json_option
@click.pass_context
def bonus_command(
    context: click.Context, /, store: str | None, as_json_: bool, **options: Any
) -> None:
    """What a company of this profile unlocks: points, tax credit, cheaper loans, each with its
    condition, path and place.

    With no profile: what is open to everyone. See docs/bonus.md.
    """
    typed = {
        name
        for name in options
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    }
    mode = _mode(typed, options)
    profile = typed_profile(options)
    with open_graph(store) as opened:
        calls = _calls(opened, options, profile)
        match mode:
            case "yen":
                amounts = amounts_for(opened, profile, options["for_"])
                lines = partial(amount_lines, amounts, profile, calls)
                _print(as_json_, amount_records(amounts), lines)
            case "next":
                steps = next_certifications(opened, profile, calls.day)
                unnamed = in_no_document(book := rule_book(opened), company(book, profile))
                lines = partial(next_lines, steps, options["top"], calls, unnamed)
                _print(as_json_, [dated(step, calls) for step in next_records(steps)], lines)
            case "with_":
                together = bonuses_with(opened, profile, options["with_"])
                lines = partial(together_lines, together, calls)
                _print(as_json_, dated(together_record(together), calls), lines)
            case "unlock":
                ways = cheapest(opened, profile, options["unlock"])
                lines = partial(unlocking_lines, ways, calls)
                _print(as_json_, dated(unlocking_record(ways), calls), lines)
            case "of":
                _of(opened, options, calls, as_json_)
            case "for_":
                programme = bonuses_for_programme(opened, options["for_"])
                lines = partial(programme_lines, programme, calls)
                _print(as_json_, programme_record(programme, calls), lines)
            case "matrix":
                cells = bonus_matrix(opened)
                lines = partial(_matrix_lines, opened, cells)
                _print(as_json_, matrix_records(cells), lines)
            case "companies":
                _companies(opened, options, profile, as_json_)
            case _:
                answer = bonuses_for(opened, profile)
                lines = partial(answer_lines, answer, options["all"], calls)
                _print(as_json_, dated(company_record(answer), calls), lines)


def _calls(store: Store, options: dict[str, Any], profile: Profile) -> Calls:
    """The periods of all that rules raise, for the day that was asked for."""
    day = day_of(options["on"]) if options["on"] else today()
    return Calls(call_windows(store), day, who_asks(profile).is_person)


def _words(given: str | Sequence[str]) -> Sequence[str]:
    return (given,) if isinstance(given, str) else given


def _mode(typed: set[str], options: dict[str, Any]) -> str | None:
    """The one question that the options ask. Raises UsageError for options that do not
    go together, and for an empty name.
    """
    for name in ("with_", "unlock", "of", "for_", "to"):
        if name in typed and not all(map(str.strip, _words(options[name]))):
            raise click.UsageError(
                f"--{name.rstrip('_')} is empty: name something, or leave it out"
            )
    modes = [mode for mode in _MODES if mode in typed]
    if modes == ["yen", "for_"]:
        return "yen"
    if len(modes) > 1:
        first, second = (mode.rstrip("_") for mode in modes[:2])
        raise click.UsageError(f"--{first} and --{second} are two questions: ask one")
    mode = modes[0] if modes else None
    for name, needed in _ALONE.items():
        if name in typed and mode != needed:
            raise click.UsageError(f"--{name.replace('_', '-')} goes with --{needed}")
    if mode in ("of", "for_", "matrix") and (
        of_profile := sorted(typed & {*LISTS, "profile", *NUMBERS, *MONEY})
    ):
        raise click.UsageError(
            f"--{mode.rstrip('_')} takes no profile: leave out --{of_profile[0].replace('_', '-')}"
        )
    if "companies" in typed and "out" not in typed:
        raise click.UsageError("--companies needs --out FILE")
    if {"all_tiers", "to"} <= typed:
        raise click.UsageError("--all-tiers and --to are two questions: ask one")
    return mode


def _print(as_json_: bool, record: object, lines: Callable[[], list[str]]) -> None:
    click.echo(as_json(record) if as_json_ else "\n".join(lines()))


def _matrix_lines(store: Store, cells: Sequence[BonusCell]) -> list[str]:
    return matrix_lines(cells, without_issuer(rule_book(store)))


def _of(store: Store, options: dict[str, Any], calls: Calls, as_json_: bool) -> None:
    certification: str = options["of"]
    if options["to"]:
        paths = bonus_paths(store, certification, options["to"], options["max_length"])
        _print(as_json_, paths, lambda: [path_line(path) for path in paths])
        if not paths:
            raise NotFound(
                f"no path of at most {options['max_length']} steps from {certification} to"
                f" {options['to']}",
                None,
                "allow more with --max-length",
            )
    elif options["all_tiers"]:
        tiers = bonus_tiers(store, certification)
        _print(as_json_, tiers, lambda: tier_lines(tiers))
    else:
        bonuses = bonuses_of(store, certification)
        unnamed = "" if bonuses.in_documents else say(" (no document names it)")
        head = f"{bonuses.name}{unnamed}: {counted(len(bonuses.rules), 'rules')}"
        rules = [f"  {rule_line(rule)}   {call_text(rule, calls)}" for rule in bonuses.rules]
        facts = [f"  {line}" for line in fact_lines(bonuses.facts)]
        record = dated(certification_record(bonuses), calls)
        _print(as_json_, record, lambda: [head, say(NOT_READ), *facts, *rules])


def _companies(store: Store, options: dict[str, Any], every: Profile, as_json_: bool) -> None:
    table, out = options["companies"], options["out"]
    done = ask_companies(
        store,
        table,
        out,
        options["mapping"] or "plain",
        options["lenient"],
        every,
        options["encoding"],
    )
    if as_json_:
        click.echo(as_json(done))
    if done.not_read:
        note(
            say(
                "{table}: columns not read: {not_read}",
                table=table,
                not_read="、".join(done.not_read),
            )
        )
    for problem in done.problems:
        note(problem)
    left_out = (
        say(", {rows} left out", rows=counted(done.left_out, "rows")) if done.left_out else ""
    )
    others = (
        say(
            ", {names} of no known certification or industry passed over",
            names=counted(done.others, "names"),
        )
        if done.others
        else ""
    )
    note(
        say(
            "{out}: {rows} for {companies}{left_out}{others}",
            out=out,
            rows=counted(done.rows, "rows"),
            companies=counted(done.companies, "companies"),
            left_out=left_out,
            others=others,
        )
    )
