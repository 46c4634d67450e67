"""What the bonus page shows, as its address says it: the company, the next step looked at, the part
of the picture, what is chosen in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from dashboard.picture import pinned
from dashboard.picture.pinned import Pins
from dashboard.state import address
from dashboard.state.page_state import PageState
from graph.errors import NotFound, ProfileError
from graph.schema.company_kinds import company_kinds
from graph.schema.size_classes import size_names
from queries.bonus.company import certification_of, company, known_names
from queries.bonus.company_size import size_words
from queries.bonus.profile import LISTS, MONEY, NUMBERS, Profile, count_of
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.who import industry_names, kind_of
from queries.bonus.windows import day_of, today
from queries.search.search import nearest_names

VIEWS = ("points", "prerequisites", "soft", "wage", "deeds")
TABS = ("unlocked", "almost", "depends", "next", "yen", "matrix", "for")
_FORMER_VIEWS = {"doors": "prerequisites"}  # as addresses sent before name them


@dataclass(frozen=True)
class Unknown:
    """What an address or a field says and nothing answers to."""

    text: str
    """The words as they are written there."""
    near: tuple[str, ...] = ()
    """What would be understood."""


@dataclass(frozen=True)
class State:
    """The company, and what is looked at."""

    profile: Profile = field(default_factory=Profile)
    """The company as it describes itself."""
    step: str = ""
    """The certification whose gain the picture shows; empty: the best one."""
    view: str = VIEWS[0]
    """What the picture shows, one of VIEWS."""
    chosen: str = ""
    """The node whose card is shown."""
    tab: str = TABS[0]
    """Which table is shown, one of TABS."""
    wanted: str = ""
    """The programme whose bonuses are looked for: its name or id; the address says for."""
    on: str = ""
    """The day on which one would apply (2025-04-01); empty: today."""
    pins: Pins = ()
    """The boxes of the picture that stay where a reader put them."""
    unknown: tuple[Unknown, ...] = ()
    """What the address says and nothing answers to."""

    @property
    def day(self) -> date:
        """That day."""
        return day_of(self.on) if self.on else today()

    def with_profile(self, **values: Any) -> State:
        """With other words or numbers of the company; the step looked at goes back to
        the best one.
        """
        return replace(self, profile=replace(self.profile, **values), step="", unknown=())


def current(book: RuleBook) -> State:
    """What this run shows; what makes no sense in the address is set aside and named."""
    state = _known(book, BONUS.current())
    BONUS.show(replace(state, unknown=()))
    return state


def _to_address(state: State) -> dict[str, str | list[str] | None]:
    """The company stands under the names of its profile's fields."""
    company = {
        name: [str(word) for word in value] if isinstance(value, list) else str(value)
        for name, value in state.profile.as_dict().items()
    }
    return {
        **dict.fromkeys((*LISTS, *NUMBERS, *MONEY)),
        **company,
        "on": state.on,
        "step": state.step,
        "id": state.chosen,
        "view": state.view if state.view != VIEWS[0] else "",
        "tab": state.tab if state.tab != TABS[0] else "",
        "for": state.wanted,
        "pin": list(state.pins),
    }


def _read() -> State:
    fields: dict[str, Any] = {
        name: tuple(dict.fromkeys(filter(None, address.read_list(name)))) for name in LISTS
    }
    unknown = []
    for name in (*NUMBERS, *MONEY):
        if text := address.read(name):
            try:
                fields[name] = count_of(name, text)
            except ProfileError:
                unknown.append(Unknown(text, (example(name),)))
    on = address.read("on")
    try:
        on = day_of(on).isoformat() if on else ""
    except ProfileError:
        unknown.append(Unknown(on, (today().isoformat(),)))
        on = ""
    view = address.read("view")
    view = _FORMER_VIEWS.get(view, view)
    if view and view not in VIEWS:
        unknown.append(Unknown(view, VIEWS))
    wanted = address.read("for").strip()
    tab = address.read("tab")
    if tab and tab not in TABS:
        unknown.append(Unknown(tab, TABS))
    first = "for" if wanted else TABS[0]
    return State(
        Profile(**fields),
        address.read("step"),
        view if view in VIEWS else VIEWS[0],
        address.read("id"),
        tab if tab in TABS else first,
        wanted,
        on,
        pinned.read(address.read_list("pin")),
        tuple(unknown),
    )


def _known(book: RuleBook, state: State) -> State:
    """The state without what the graph does not know; certifications by their names in the graph,
    without those that another one contains.
    """
    unknown = list(state.unknown)
    kept: dict[str, list[str]] = {name: [] for name in LISTS}
    for name in LISTS:
        for text in getattr(state.profile, name):
            if _is_known(book, name, text):
                field_name, word = _as_held(book, name, text)
                kept[field_name].append(word)
            else:
                unknown.append(Unknown(text, _near(book, text, name)))
    kept["hold"] = _without_contained(book, kept["hold"])
    step = certification_of(book, state.step.removeprefix("certification:")) if state.step else ""
    if step is None:
        unknown.append(Unknown(state.step, _near(book, state.step)))
    fields: dict[str, Any] = {name: tuple(dict.fromkeys(words)) for name, words in kept.items()}
    profile = replace(state.profile, **fields)
    return replace(state, profile=profile, step=step or "", unknown=tuple(unknown))


def _is_known(book: RuleBook, name: str, text: str) -> bool:
    """Whether a company can be looked up by this one word in a field of its profile."""
    fields: dict[str, Any] = {name: (text,)}
    try:
        company(book, Profile(**fields))
    except (NotFound, ProfileError):
        return False
    return True


def _as_held(book: RuleBook, name: str, text: str) -> tuple[str, str]:
    """The field that a word belongs to, and the word as the graph has it: certifications are held,
    all that is no certification is done; a size class and a kind go by their names in answers.
    """
    if name == "kind":
        return name, company_kinds()[kind_of(text)].japanese
    if name == "size":
        return name, size_words(book, (text,))[0]
    certification = certification_of(book, text) if name in ("hold", "does") else None
    if certification:
        return "hold", book.certifications[certification].name
    return ("does" if name == "hold" else name), text


def _near(book: RuleBook, text: str, name: str = "hold") -> tuple[str, ...]:
    """What would be understood in a field instead of that text."""
    match name:
        case "size":
            return size_names()
        case "kind":
            return tuple(kind.japanese for kind in company_kinds().values())
        case "industry":
            return tuple(nearest_names(text, industry_names()))
        case _:
            return tuple(nearest_names(text, known_names(book)))


def example(name: str) -> str:
    """What a number of a company can look like where it is typed."""
    return "80" if NUMBERS.get(name) == "人" else "3000万円"


def _without_contained(book: RuleBook, names: list[str]) -> list[str]:
    """Names of certifications without those that another one of them contains."""
    ids = [certification_of(book, name) for name in names]
    contained = {
        below
        for certification in filter(None, ids)
        for below in book.implied[certification]
        if below != certification
    }
    return [
        name
        for name, certification in zip(names, ids, strict=True)
        if certification not in contained
    ]


BONUS = PageState("bonus", _read, _to_address)
change = BONUS.change
