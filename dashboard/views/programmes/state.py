"""What the page of budget programmes shows, as its address says it: the filters, the page of the
list, the programme that is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, get_args

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.checked import number, one_of
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from queries.programmes.listing import Order, ProgrammeFilter, all_programmes

Bounds = tuple[float | None, float | None]  # at least, and below
_OKU = 10**8
SIZES: dict[str, Bounds] = {  # yen
    "0-1oku": (None, _OKU),
    "1-10oku": (_OKU, 10 * _OKU),
    "10-100oku": (10 * _OKU, 100 * _OKU),
    "100-1000oku": (100 * _OKU, 1000 * _OKU),
    "1000oku-": (1000 * _OKU, None),
}
UNKNOWN = "unknown"
EXECUTIONS: dict[str, Bounds] = {  # shares of what could be spent
    "0-30": (None, 0.3),
    "30-50": (0.3, 0.5),
    "50-80": (0.5, 0.8),
    "80-95": (0.8, 0.95),
    "95-": (0.95, None),
    UNKNOWN: (None, None),
}
ONLY = ("companies", "overlap")
ORDERS: tuple[Order, ...] = get_args(Order)


@dataclass(frozen=True)
class State:
    """What is shown; the address says all but `wrong`, under these names. Empty: any."""

    words: str = ""
    """What is searched for."""
    office: str = ""
    """The ministry or agency (id)."""
    law: str = ""
    """The law (id)."""
    method: str = ""
    """The way in which it is carried out."""
    size: str = ""
    """One of SIZES."""
    executed: str = ""
    """One of EXECUTIONS."""
    verdict: str = ""
    """The verdict, as printed."""
    only: tuple[str, ...] = ()
    """Some of ONLY."""
    order: Order = "budget"
    """What comes first."""
    page: int = 1
    """The page of the list."""
    id: str = ""
    """The programme that is shown instead of the list."""
    wrong: tuple[str, ...] = ()
    """What of the address makes no sense and was left aside."""

    @property
    def filter(self) -> ProgrammeFilter:
        """The programmes that the controls ask for."""
        least, below = SIZES.get(self.size, (None, None))
        executed_from, executed_below = EXECUTIONS.get(self.executed, (None, None))
        return ProgrammeFilter(
            words=self.words,
            office=self.office or None,
            law=self.law or None,
            method=self.method or None,
            least=None if least is None else int(least),
            below=None if below is None else int(below),
            executed_from=executed_from,
            executed_below=executed_below,
            execution_unknown=self.executed == UNKNOWN,
            verdict=self.verdict or None,
            on_overlap="overlap" in self.only,
            supports_companies="companies" in self.only,
        )


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback. Other programmes begin on the first
    page.
    """
    anew = {} if set(values) <= {"page", "id"} else {"page": 1}
    PROGRAMMES.change(lambda before: replace(before, **{**anew, **values}))


def clear() -> None:
    """Takes all filters away, for a callback."""
    PROGRAMMES.change(lambda before: State(order=before.order))


def choose(programme: str) -> None:
    """Shows a programme, for a callback; an empty text: the list."""
    change(id=programme)


def link(words: Words, state: State, **values: Any) -> str:
    """The address of this page with this state, some of it changed."""
    return address.link("programmes", words.language, **_to_address(replace(state, **values)))


def _to_address(state: State) -> dict[str, str | list[str]]:
    return address.changed(state, State())


def _read() -> State:
    programmes = ask(all_programmes)
    wrong: list[str] = []
    allowed: dict[str, set[str]] = {
        "office": {office.id for each in programmes for office in each.offices},
        "law": {law for each in programmes for law, _ in each.laws},
        "method": {method for each in programmes for method in each.methods},
        "verdict": {each.verdict for each in programmes if each.verdict},
        "size": set(SIZES),
        "executed": set(EXECUTIONS),
        "order": set(ORDERS),
    }
    fields: dict[str, Any] = {name: one_of(name, held, wrong) for name, held in allowed.items()}
    asked = address.read_list("only")
    wrong += [f"only={each}" for each in asked if each not in ONLY]
    fields |= {
        "words": address.read("words"),
        "only": tuple(each for each in ONLY if each in asked),
        "page": number("page", 1, wrong),
        "id": address.read("id"),
    }
    return State(**{name: value for name, value in fields.items() if value}, wrong=tuple(wrong))


PROGRAMMES = PageState("programmes", _read, _to_address)


def current() -> State:
    """What this run shows."""
    state = PROGRAMMES.current()
    PROGRAMMES.show(replace(state, wrong=()))
    return state
