"""Whether one can apply on the day of the page: how the calls of what a rule raises stand, and as
of which document a rule is.
"""

from __future__ import annotations

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.views.bonus.state import State
from dashboard.widgets.tables import Cell
from queries.bonus.dated import Calls
from queries.bonus.rule_book.rules import RuleCard
from queries.bonus.who import who_asks
from queries.bonus.windows import OnDay, call_windows


def on(state: State) -> Calls:
    """The periods of what rules raise, on the day and for the company of the page."""
    return Calls(ask(call_windows), state.day, who_asks(state.profile).is_person)


def head(words: Words, calls: Calls) -> str:
    """On which day an answer is, and that 公募要領 were not read."""
    return words("bonus.call.head", day=figures.day(words, calls.day.isoformat()))


def call(words: Words, rule: RuleCard, calls: Calls) -> Cell:
    """How the calls of what a rule raises stand, and as of which document it is."""
    return Cell(
        on_day(words, calls.of(rule)),
        note=words("bonus.call.as_of", day=figures.day(words, rule.as_of)),
    )


def on_day(words: Words, told: OnDay) -> str:
    """How periods stand on a day; where the page that says so is told apart by its day: where."""
    if told.state == "open" and told.day is None:
        where = naming.places(words, [told.source] if told.source else [])
        return words("bonus.call.always", where=where)
    return words(f"bonus.call.{told.state}", day=figures.day(words, told.day))
