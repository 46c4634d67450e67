"""What the page of a theme shows, as its address says it: the theme, the ministries, the range, the
year, the order of the ministries, the pages of its lists.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, get_args

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.checked import number, one_of
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from queries.overlap.programme_pairs import Scope
from queries.themes.known import theme_ministries, theme_years

MOST = 2  # ministries
SCOPES: tuple[Scope, ...] = tuple(reversed(get_args(Scope)))
SORTS = (
    "ministry",
    "programmes",
    "joint",
    "measures",
    "initial",
    "supplementary",
    "available",
    "executed",
    "execution",
    "mentioning",
)
_PAGES = {"programmes", "measures", "pairs"}


@dataclass(frozen=True)
class State:
    """What is shown; the address says all but `wrong`, under these names."""

    q: str = ""
    """The theme, or words; empty: none is chosen yet."""
    ministry: tuple[str, ...] = ()
    """Up to two ministries (their names); empty: all."""
    scope: Scope = "all"
    """All, or what is for companies."""
    year: int = 0
    """The budget year; 0: the latest that is executed."""
    sort: str = "available"
    """By which of SORTS the ministries are ordered."""
    programmes: int = 1
    """The page of the list of programmes."""
    measures: int = 1
    """The page of the list of measures."""
    pairs: int = 1
    """The page of the list of pairs."""
    wrong: tuple[str, ...] = ()
    """What of the address makes no sense and was left aside."""

    @property
    def asked(self) -> tuple[Any, ...]:
        """What `theme_answer` is asked with, after the store."""
        return (self.q, *(*self.ministry, None, None)[:MOST], self.scope, self.year or None)


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback. What is asked anew begins on the first
    pages.
    """
    anew = {} if set(values) <= {*_PAGES, "sort"} else dict.fromkeys(_PAGES, 1)
    THEME.change(lambda before: replace(before, **{**anew, **values}))


def link(words: Words, state: State, **values: Any) -> str:
    """The address of this page with this state, some of it changed."""
    return address.link("theme", words.language, **_to_address(replace(state, **values)))


def _to_address(state: State) -> dict[str, str | list[str]]:
    return address.changed(state, State())


def _read() -> State:
    wrong: list[str] = []
    known = ask(theme_ministries)
    asked = tuple(dict.fromkeys(address.read_list("ministry")))
    kept = tuple(name for name in asked if name in known)[:MOST]
    wrong += [f"ministry={name}" for name in asked if name not in kept]
    years = {str(year) for year in ask(theme_years)}
    fields: dict[str, Any] = {
        "q": address.read("q").strip(),
        "ministry": kept,
        "scope": one_of("scope", SCOPES, wrong),
        "year": int(one_of("year", years, wrong) or 0),
        "sort": one_of("sort", SORTS, wrong),
    }
    fields |= {name: number(name, 1, wrong) for name in sorted(_PAGES)}
    return State(**{name: value for name, value in fields.items() if value}, wrong=tuple(wrong))


THEME = PageState("theme", _read, _to_address)


def current() -> State:
    """What this run shows."""
    state = THEME.current()
    THEME.show(replace(state, wrong=()))
    return state
