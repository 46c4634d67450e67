"""What the overlap page shows, as its address says it: which pairs, of which offices, which tab,
which pair.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from dashboard.picture import pinned
from dashboard.picture.pinned import Pins
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.checked import number, one_of
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from graph.errors import NotFound
from queries.overlap.brief import SORTS, Sort
from queries.overlap.comparison import thing_of
from queries.overlap.filter import Mode, PairFilter
from queries.overlap.matrix import MatrixCell, overlap_matrix
from queries.overlap.pairs import scored_pairs
from queries.programmes.ids import programme_id
from queries.search.search import resolve

TABS = ("pairs", "communities", "connectors", "remarks")
MODES: tuple[Mode, ...] = get_args(Mode)
GRADES = (1, 2, 3)
VALUES = ("count", "score")
MARKED = ("all", "unchecked", "checking", "checked", "open", "marked")
COLOURS = ("ministry", "community")
# whether also measures that are carried on by others or that no document of the last years tells
TOLD = ("current", "history")
# measures alone, or also budget programmes that support companies, or all of them
THINGS: tuple[Literal["measures", "company", "all"], ...] = ("measures", "company", "all")
_MEASURE = "measure:"
_FILTERS = {"mode", "grade", "score", "pillar", "things", "told"}
_CHOICES = {
    "tab": TABS,
    "mode": MODES,
    "things": THINGS,
    "told": TOLD,
    "sort": SORTS,
    "value": VALUES,
    "marked": MARKED,
    "colour": COLOURS,
}


@dataclass(frozen=True)
class State:
    """What is shown; nodes by id. The address says all but `wrong`, under these names."""

    tab: str = TABS[0]
    """Which tab is open, one of TABS."""
    mode: Mode = "between"
    """Which measures are compared."""
    things: Literal["measures", "company", "all"] = THINGS[0]
    """Of which pairs are listed, one of THINGS."""
    sort: Sort = SORTS[0]
    """In what order."""
    grade: int = 1
    """The lowest grade that is shown."""
    score: float = 0.0
    """The lowest score that is shown, 0 to 1."""
    pillar: str = ""
    """The pillar of one of the two measures; empty: any."""
    told: str = TOLD[0]
    """Whether also history, one of TOLD."""
    value: str = VALUES[0]
    """What the heat map's cells say."""
    one: str = ""
    """An office whose pairs are listed; empty: any."""
    other: str = ""
    """The office of the other measure; empty: any."""
    marked: str = MARKED[0]
    """Which pairs are shown: all, those that readers are so far with, those not marked as no
    overlap, or marked ones alone.
    """
    page: int = 1
    """The page of the list."""
    pair: tuple[str, ...] = ()
    """The measures of the chosen pair, the lower id first."""
    community: int = 0
    """The one that the picture shows, by number; 0: all."""
    measure: str = ""
    """The measure that is chosen in the picture."""
    colour: str = COLOURS[0]
    """What the picture's colours say."""
    pin: Pins = ()
    """The boxes of the picture that stay where a reader put them."""
    wrong: tuple[str, ...] = ()
    """What of the address makes no sense and was left aside."""

    @property
    def pair_filter(self) -> PairFilter:
        """The pairs that the controls ask for; `one` and `other` choose among them."""
        return PairFilter(
            pillar=self.pillar or None,
            grade=self.grade,
            score=self.score,
            mode=self.mode,
            with_history=self.told == "history",
        )


def current() -> State:
    """What this run shows."""
    state = OVERLAP.current()
    OVERLAP.show(replace(state, wrong=()))
    return state


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback. Other pairs begin on their first page."""
    anew: dict[str, Any] = {}
    if set(values) & {*_FILTERS, "one", "other", "marked", "sort"}:
        anew |= {"page": 1}
    if set(values) & _FILTERS:
        anew |= {"community": 0, "measure": "", "pin": ()}
    if "community" in values:
        anew |= {"pin": ()}
    if {"mode", "things"} & set(values):
        anew |= {"one": "", "other": ""}
    OVERLAP.change(lambda before: replace(before, **{**anew, **values}))


def link(words: Words, state: State, **values: Any) -> str:
    """The address of this page with this state, some of it changed."""
    return address.link("overlap", words.language, **_to_address(replace(state, **values)))


def _to_address(state: State) -> dict[str, str | list[str]]:
    return address.changed(state, State())


def _read() -> State:
    wrong: list[str] = []
    fields: dict[str, Any] = {
        name: one_of(name, allowed, wrong) for name, allowed in _CHOICES.items()
    }
    fields |= {
        "grade": number("grade", 1, wrong, max(GRADES)),
        "page": number("page", 1, wrong),
        "community": number("community", 1, wrong),
        "score": _score(wrong),
    }
    fields |= {
        name: _node(name, address.read(name), kinds, wrong)
        for name, kinds in (
            ("pillar", ("Pillar",)),
            ("one", ("Ministry", "Agency", "Body")),
            ("other", ("Ministry", "Agency", "Body")),
            ("measure", ("Measure",)),
        )
    }
    fields["pair"] = _pair(wrong)
    fields["pin"] = pinned.read(address.read_list("pin"))
    return State(**{name: value for name, value in fields.items() if value}, wrong=tuple(wrong))


def _score(wrong: list[str]) -> float:
    text = address.read("score")
    try:
        score = float(text or 0)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        wrong.append(f"score={text}")
        return 0.0
    return round(round(score / 0.05) * 0.05, 2)


def _node(name: str, text: str, kinds: tuple[str, ...], wrong: list[str]) -> str:
    """The id that a node has now; an address may hold a former one, or a name."""
    try:
        return ask(resolve, text, kinds).id if text else ""
    except NotFound:
        wrong.append(f"{name}={text}")
        return ""


def _pair(wrong: list[str]) -> tuple[str, ...]:
    """The two things that the address names: measures, which are a scored pair, or with a budget
    programme on a side any.
    """
    named = address.read_list("pair")
    nodes = sorted({_thing(name) for name in named} - {""}, key=_measures_first)
    if len(named) == len(nodes) == 2:
        things = tuple(map(programme_id, nodes))
        a, b = things
        if not b.startswith(_MEASURE) or ask(
            scored_pairs, PairFilter(measure=a, second_measure=b, grade=0, mode="both")
        ):
            return things
    if named:
        wrong.append("&".join(f"pair={name}" for name in named))
    return ()


def _measures_first(node: str) -> tuple[bool, str]:
    return not node.startswith(_MEASURE), node


def _thing(name: str) -> str:
    try:
        return ask(thing_of, name)
    except NotFound:
        return ""


def of_measures(pair: tuple[str, ...]) -> bool:
    """Whether both are measures."""
    return all(each.startswith(_MEASURE) for each in pair)


OVERLAP = PageState("overlap", _read, _to_address)


def cells(state: State) -> tuple[MatrixCell, ...]:
    """The cells of the matrix that are chosen: that of two offices, all of one, or all."""
    chosen = [office for office in (state.one, state.other) if office]
    return tuple(
        cell
        for cell in ask(overlap_matrix, state.pair_filter).cells
        if all(office in (cell.office_a, cell.office_b) for office in chosen)
        and (len(chosen) < 2 or state.one != state.other or cell.office_a == cell.office_b)
    )
