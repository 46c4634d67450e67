"""Shisaku Graph: Japan's support measures for companies as one graph. The front door: the command
line, and what a notebook imports. What is asked for is imported then, and no sooner.
"""

from __future__ import annotations

from commands import interrupts  # isort: split

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from commands.group import Commands
from commands.last_resort import in_one_line
from commands.plain_text import plain_text
from commands.spoken_help import lang_option
from graph.phrases.phrases import said

if TYPE_CHECKING:
    from graph.export.network import as_networkx
    from graph.opening import open_store
    from queries.bonus.for_company import bonuses_for
    from queries.bonus.matrix import bonus_matrix
    from queries.bonus.next import next_certifications
    from queries.bonus.of_certification import bonus_tiers, bonuses_of
    from queries.bonus.paths import bonus_paths
    from queries.bonus.profile import Profile
    from queries.bonus.yen.amounts import amounts_for
    from queries.changes.diff import diff
    from queries.frame import to_frame
    from queries.measure.card import measure_card
    from queries.overlap.cards import overlaps
    from queries.overlap.communities import communities
    from queries.overlap.filter import PairFilter
    from queries.overlap.matrix import overlap_matrix
    from queries.overlap.shared_bodies import shared_bodies
    from queries.overview.overview import overview
    from queries.overview.pillars import ministries_by_pillar
    from queries.policy_item.card import item_card
    from queries.programmes.money import money_by_office
    from queries.programmes.ranked import ranked_programmes
    from queries.programmes.reviews import review_requests
    from queries.search.nodes import neighbourhood
    from queries.search.paths import paths
    from queries.search.search import find
    from queries.themes.answer import theme_answer

# the same names for the running program, with the modules that they are fetched from when asked for
_MODULES = {
    "PairFilter": "queries.overlap.filter",
    "Profile": "queries.bonus.profile",
    "amounts_for": "queries.bonus.yen.amounts",
    "as_networkx": "graph.export.network",
    "bonus_matrix": "queries.bonus.matrix",
    "bonus_paths": "queries.bonus.paths",
    "bonus_tiers": "queries.bonus.of_certification",
    "bonuses_for": "queries.bonus.for_company",
    "bonuses_of": "queries.bonus.of_certification",
    "communities": "queries.overlap.communities",
    "diff": "queries.changes.diff",
    "find": "queries.search.search",
    "item_card": "queries.policy_item.card",
    "measure_card": "queries.measure.card",
    "ministries_by_pillar": "queries.overview.pillars",
    "money_by_office": "queries.programmes.money",
    "neighbourhood": "queries.search.nodes",
    "next_certifications": "queries.bonus.next",
    "open_store": "graph.opening",
    "overlap_matrix": "queries.overlap.matrix",
    "overlaps": "queries.overlap.cards",
    "overview": "queries.overview.overview",
    "paths": "queries.search.paths",
    "ranked_programmes": "queries.programmes.ranked",
    "review_requests": "queries.programmes.reviews",
    "shared_bodies": "queries.overlap.shared_bodies",
    "theme_answer": "queries.themes.answer",
    "to_frame": "queries.frame",
}
__all__ = [
    "PairFilter",
    "Profile",
    "amounts_for",
    "as_networkx",
    "bonus_matrix",
    "bonus_paths",
    "bonus_tiers",
    "bonuses_for",
    "bonuses_of",
    "communities",
    "diff",
    "find",
    "item_card",
    "measure_card",
    "ministries_by_pillar",
    "money_by_office",
    "neighbourhood",
    "next_certifications",
    "open_store",
    "overlap_matrix",
    "overlaps",
    "overview",
    "paths",
    "ranked_programmes",
    "review_requests",
    "shared_bodies",
    "theme_answer",
    "to_frame",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        return _version()
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES[name]), name)


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # 30 ms that only this needs

    try:
        return version("shisaku-graph")
    except PackageNotFoundError:  # run from a tree that is not installed
        return "0"


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"{context.find_root().info_name}, version {_version()}")
        context.exit()


@click.command(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.option("--debug", is_flag=True, help="Show where an error comes from (a traceback).")
@lang_option
@click.pass_context
def cli(context: click.Context, /, debug: bool) -> None:
    """Japan's support measures for companies (施策) as one graph.

    Exit code 0: done; 1: a problem was found; 2: used wrongly.
    """
    context.ensure_object(dict)["debug"] = debug


def main() -> None:
    """Runs the command line; an error that reaches here is one line on stderr that says what and
    what to do about it, with --debug its traceback besides. Ctrl-C and a closed pipe end it without
    a word.
    """
    state: dict[str, bool] = {}
    streams = sys.stdout, sys.stderr
    code = 1
    try:
        interrupts.is_raised()
        end_quietly()
        sys.stdout, sys.stderr = plain_text(streams[0]), plain_text(streams[1])
        code = cli(obj=state, standalone_mode=False) or 0
        if sys.stdout:
            sys.stdout.flush()  # what is kept back would be lost on a full disk without a word
    except click.ClickException as error:
        code = error.exit_code
        vars(error)["message"] = said(error.message)  # what `show` prints
        _say(error.show)
    except (KeyboardInterrupt, click.Abort):
        code = interrupts.INTERRUPTED
    except BrokenPipeError:  # the reader of a pipe went away
        pass
    except Exception as error:  # noqa: BLE001  # the last resort: nobody above would say it better
        if state.get("debug"):
            _say(partial(traceback.print_exception, error))
        _say(partial(click.echo, f"shisaku: {in_one_line(error)}", err=True))
    finally:
        sys.stdout, sys.stderr = streams
        _let_go()
        interrupts.ends_at_once()
    sys.exit(code)


def end_quietly() -> None:
    """Lets a SIGTERM end the process as an exit does, so that it clears away what it has begun."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _ended)


def _ended(number: int, _frame: object) -> None:
    sys.exit(128 + number)


def _say(say: Callable[[], object]) -> None:
    """Says something on stderr, if that can be written to."""
    with suppress(OSError, ValueError):
        say()
        if sys.stderr:
            sys.stderr.flush()


def _let_go() -> None:
    """Writes what is kept back; where that cannot be, it is thrown away, for Python would try again
    at its end and complain.
    """
    for stream in filter(None, (sys.stdout, sys.stderr)):  # what is closed is None
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
