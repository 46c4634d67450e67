"""What the bonus page shows, as its address says it: the company, the next step looked at, the part
of the picture, what is chosen in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from dashboard.state import address
from dashboard.state.page_state import PageState
from graph.errors import NotFound, ProfileError
from graph.schema.size_classes import size_names
from queries.bonus.book import RuleBook
from queries.bonus.company import certification_of, company, names_told
from queries.bonus.profile import NUMBERS, Profile, count_of
from queries.search.search import nearest_names

VIEWS = ("points", "doors", "soft", "wage", "deeds")


@dataclass(frozen=True)
class Unknown:
    """What an address or a field says and nothing answers to, and what would."""

    said: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True)
class State:
    """`step`: the certification whose gain the picture shows (empty: the first of the ranking);
    `chosen`: the node whose card is shown.
    """

    profile: Profile = Profile()
    step: str = ""
    view: str = VIEWS[0]
    chosen: str = ""
    unknown: tuple[Unknown, ...] = field(default=())

    def told(self, **values: Any) -> State:
        """With other words or numbers of the company; the step looked at goes back to
        the best one.
        """
        return replace(self, profile=replace(self.profile, **values), step="", unknown=())


def current(book: RuleBook) -> State:
    """What this run shows; what makes no sense in the address is set aside and named."""
    state = _known(book, BONUS.current())
    BONUS.show(replace(state, unknown=()))
    return state


def _told(state: State) -> dict[str, str | list[str] | None]:
    """What the profile tells stands under the names of its fields."""
    told = {
        name: [str(each) for each in value] if isinstance(value, list) else str(value)
        for name, value in state.profile.told().items()
    }
    return {
        **dict.fromkeys(("size", "hold", "does", *NUMBERS)),
        **told,
        "step": state.step,
        "id": state.chosen,
        "view": state.view if state.view != VIEWS[0] else "",
    }


def _read() -> State:
    numbers, unknown = {}, []
    for name in NUMBERS:
        if said := address.read(name):
            try:
                numbers[name] = count_of(name, said)
            except ProfileError:
                unknown.append(Unknown(said, ("80" if NUMBERS[name] == "人" else "3000万円",)))
    lists = {
        name: tuple(dict.fromkeys(filter(None, address.read_list(name))))
        for name in ("size", "hold", "does")
    }
    view = address.read("view")
    if view and view not in VIEWS:
        unknown.append(Unknown(view, VIEWS))
    return State(
        Profile(**lists, **numbers),
        address.read("step"),
        view if view in VIEWS else VIEWS[0],
        address.read("id"),
        tuple(unknown),
    )


def _known(book: RuleBook, state: State) -> State:
    """The state without what the graph does not know; certifications by their names in the graph,
    without those that another one contains.
    """
    unknown = list(state.unknown)
    kept: dict[str, list[str]] = {"size": [], "hold": [], "does": []}
    for name in kept:
        for said in getattr(state.profile, name):
            try:
                company(book, Profile(**{name: (said,)}))
            except (NotFound, ProfileError):
                unknown.append(
                    Unknown(
                        said,
                        size_names()
                        if name == "size"
                        else tuple(nearest_names(said, names_told(book))),
                    )
                )
            else:
                found = None if name == "size" else certification_of(book, said)
                kept["hold" if found else "does" if name == "hold" else name].append(
                    book.certifications[found].name if found else said
                )
    held = [certification_of(book, name) for name in kept["hold"]]
    kept["hold"] = [
        name
        for name, own in zip(kept["hold"], held, strict=True)
        if not any(own in book.implied[other] for other in held if other and other != own)
    ]
    profile = replace(
        state.profile, **{name: tuple(dict.fromkeys(values)) for name, values in kept.items()}
    )
    step = certification_of(book, state.step.removeprefix("certification:")) if state.step else ""
    if step is None:
        unknown.append(Unknown(state.step, tuple(nearest_names(state.step, names_told(book)))))
    return replace(state, profile=profile, step=step or "", unknown=tuple(unknown))


BONUS = PageState("bonus", _read, _told)
change = BONUS.change
