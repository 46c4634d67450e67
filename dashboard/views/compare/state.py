"""What the page of a comparison shows, as its address says it: the two, or the words by which one
is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from graph.errors import NotFound
from queries.overlap.comparison import thing_of
from queries.programmes.ids import programme_id

SIDES = ("a", "b")


@dataclass(frozen=True)
class State:
    """What is shown; the address says all but `wrong`, under these names."""

    a: str = ""
    """measure:… or programme:… of the first; empty: none yet."""
    b: str = ""
    """The second."""
    qa: str = ""
    """Words by which the first is looked for."""
    qb: str = ""
    """Words by which the second is."""
    wrong: tuple[str, ...] = ()
    """What of the address makes no sense and was left aside."""

    def chosen(self, side: str) -> str:
        """The one of this side."""
        return self.a if side == "a" else self.b

    def words(self, side: str) -> str:
        """The words for this side."""
        return self.qa if side == "a" else self.qb


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback."""
    COMPARE.change(lambda before: replace(before, **values))


def link(words: Words, **values: str) -> str:
    """The address of this page for these two."""
    return address.link("compare", words.language, **values)


def _to_address(state: State) -> dict[str, str | list[str]]:
    return address.changed(state, State())


def _read() -> State:
    wrong: list[str] = []
    found = {}
    for side in SIDES:
        said = address.read(side).strip()
        found[side] = said
        if said:
            try:
                found[side] = programme_id(ask(thing_of, said))
            except NotFound:
                wrong.append(said)
                found[side] = ""
    return State(
        found["a"],
        found["b"],
        address.read("qa").strip(),
        address.read("qb").strip(),
        tuple(wrong),
    )


COMPARE = PageState("compare", _read, _to_address)
current = COMPARE.current
