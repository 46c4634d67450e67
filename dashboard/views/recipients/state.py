"""What the page of recipients shows, as its address says it: the filters, the page of the list, the
recipient that is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.checked import number, one_of
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from queries.programmes.paid import GROUPS, paid_recipients

LEAST = (1, 2, 3, 5)


@dataclass(frozen=True)
class State:
    """What is shown; the address says all but `wrong`, under these names."""

    words: str = ""
    """What is searched for."""
    group: str = GROUPS[0]
    """One of GROUPS: companies and bodies, public recipients of one kind, or others."""
    least: int = 1
    """By how many ministries a recipient is paid, at least."""
    ministry: str = ""
    """The ministry (its name) that pays; empty: any."""
    page: int = 1
    """The page of the list."""
    id: str = ""
    """The recipient that is shown instead of the list."""
    wrong: tuple[str, ...] = ()
    """What of the address makes no sense and was left aside."""


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback. Other recipients begin on the first
    page.
    """
    anew = {} if set(values) <= {"page", "id"} else {"page": 1}
    RECIPIENTS.change(lambda before: replace(before, **{**anew, **values}))


def choose(recipient: str) -> None:
    """Shows a recipient, for a callback; an empty text: the list."""
    change(id=recipient)


def link(words: Words, state: State, **values: Any) -> str:
    """The address of this page with this state, some of it changed."""
    return address.link("recipients", words.language, **_to_address(replace(state, **values)))


def _to_address(state: State) -> dict[str, str | list[str]]:
    return address.changed(state, State())


def _read() -> State:
    wrong: list[str] = []
    ministries = {name for each in ask(paid_recipients) for name, _ in each.ministries}
    fields: dict[str, Any] = {
        "words": address.read("words"),
        "group": one_of("group", GROUPS, wrong),
        "least": number("least", 1, wrong, max(LEAST)),
        "ministry": one_of("ministry", ministries, wrong),
        "page": number("page", 1, wrong),
        "id": address.read("id"),
    }
    return State(**{name: value for name, value in fields.items() if value}, wrong=tuple(wrong))


RECIPIENTS = PageState("recipients", _read, _to_address)


def current() -> State:
    """What this run shows."""
    state = RECIPIENTS.current()
    RECIPIENTS.show(replace(state, wrong=()))
    return state
