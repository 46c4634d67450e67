"""What the overlap page shows, as its address says it: which pairs, of which offices, which tab,
which pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from graph.errors import NotFound
from queries.overlap.filter import Mode, PairFilter
from queries.overlap.matrix import MatrixCell, overlap_matrix
from queries.overlap.pairs import scored_pairs
from queries.search.search import resolve

TABS = ("pairs", "communities", "connectors", "remarks")
MODES: tuple[Mode, ...] = get_args(Mode)
GRADES = (1, 2, 3)
VALUES = ("count", "score")
MARKED = ("all", "open", "marked")
COLOURS = ("community", "ministry")
_PLAIN = {"tab": TABS, "mode": MODES, "value": VALUES, "marked": MARKED, "colour": COLOURS}


@dataclass(frozen=True)
class State:
    """`grade`, `score`: the lowest that are shown. `one`, `other`: offices whose pairs are listed,
    `pair`: the chosen one (ids, the lower first).

    `value`: what the heat map's cells say. `marked`: which remarks are shown: all, without what is
    marked as no overlap, marked ones alone. `community`, `measure`: what is looked at in the
    picture, `colour`: what its colours say. `wrong`: what in the address makes no sense and was
    left aside.
    """

    tab: str = TABS[0]
    mode: Mode = "between"
    grade: int = 1
    score: float = 0.0
    pillar: str = ""
    value: str = VALUES[0]
    one: str = ""
    other: str = ""
    marked: str = MARKED[0]
    page: int = 1
    pair: tuple[str, ...] = ()
    community: int = 0
    measure: str = ""
    colour: str = COLOURS[0]
    wrong: tuple[str, ...] = ()

    @property
    def asked(self) -> PairFilter:
        """The pairs that the controls ask for; `one` and `other` choose among them."""
        return PairFilter(
            pillar=self.pillar or None, grade=self.grade, score=self.score, mode=self.mode
        )


def current() -> State:
    """What this run shows."""
    state = OVERLAP.current()
    OVERLAP.show(replace(state, wrong=()))
    return state


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback. Other pairs begin on their first page."""
    anew = (
        {"page": 1}
        if set(values) & {"mode", "grade", "score", "pillar", "one", "other", "marked"}
        else {}
    )
    anew |= {"one": "", "other": ""} if "mode" in values else {}
    anew |= (
        {"community": 0, "measure": ""}
        if set(values) & {"mode", "grade", "score", "pillar"}
        else {}
    )
    OVERLAP.change(lambda before: replace(before, **{**anew, **values}))


def link(words: Words, state: State, **values: Any) -> str:
    """The address of this page with this state, some of it changed."""
    return address.link("overlap", words.language, **_told(replace(state, **values)))


def _told(state: State) -> dict[str, str | list[str]]:
    """The fields of a state; empty where they are as at first."""
    first = State()
    return {
        name: _as_told(value) if value != getattr(first, name) else ""
        for name, value in vars(state).items()
        if name != "wrong"
    }


def _as_told(value: Any) -> str | list[str]:
    return (
        list(value)
        if isinstance(value, tuple)
        else f"{value:g}"
        if isinstance(value, float)
        else str(value)
    )


def _read() -> State:
    wrong: list[str] = []
    found: dict[str, Any] = {
        name: _one_of(name, allowed, wrong) for name, allowed in _PLAIN.items()
    }
    found |= {
        "grade": _number("grade", 1, wrong, max(GRADES)),
        "page": _number("page", 1, wrong),
        "community": _number("community", 1, wrong),
        "score": _score(wrong),
    }
    found |= {
        name: _node(name, address.read(name), kinds, wrong)
        for name, kinds in (
            ("pillar", ("Pillar",)),
            ("one", ("Ministry", "Agency", "Body")),
            ("other", ("Ministry", "Agency", "Body")),
            ("measure", ("Measure",)),
        )
    }
    found["pair"] = _pair(wrong)
    return State(**{name: value for name, value in found.items() if value}, wrong=tuple(wrong))


def _one_of(name: str, allowed: Sequence[str], wrong: list[str]) -> str:
    asked = address.read(name)
    if asked and asked not in allowed:
        wrong.append(f"{name}={asked}")
    return asked if asked in allowed else ""


def _number(name: str, least: int, wrong: list[str], most: int = 10**6) -> int:
    asked = address.read(name)
    if asked and not (
        asked.isascii() and asked.isdigit() and len(asked) < 8 and least <= int(asked) <= most
    ):
        wrong.append(f"{name}={asked}")
        return 0
    return int(asked or 0)


def _score(wrong: list[str]) -> float:
    asked = address.read("score")
    try:
        score = float(asked or 0)
    except ValueError:
        score = -1.0
    if not 0 <= score <= 1:
        wrong.append(f"score={asked}")
        return 0.0
    return round(round(score / 0.05) * 0.05, 2)


def _node(name: str, asked: str, kinds: tuple[str, ...], wrong: list[str]) -> str:
    """The id that a node has now; an address may hold a former one, or a name."""
    try:
        return ask(resolve, asked, kinds).id if asked else ""
    except NotFound:
        wrong.append(f"{name}={asked}")
        return ""


def _pair(wrong: list[str]) -> tuple[str, ...]:
    """The two measures that the address names, if they are a scored pair."""
    asked = address.read_list("pair")
    found = sorted({_node("pair", measure, ("Measure",), []) for measure in asked} - {""})
    if len(asked) == len(found) == 2 and ask(
        scored_pairs, PairFilter(measure=found[0], second_measure=found[1], grade=0, mode="both")
    ):
        return tuple(found)
    if asked:
        wrong.append("&".join(f"pair={each}" for each in asked))
    return ()


OVERLAP = PageState("overlap", _read, _told)


def cells(state: State) -> tuple[MatrixCell, ...]:
    """The cells of the matrix that are chosen: that of two offices, all of one, or all."""
    chosen = [office for office in (state.one, state.other) if office]
    return tuple(
        cell
        for cell in ask(overlap_matrix, state.asked).cells
        if all(office in (cell.office_a, cell.office_b) for office in chosen)
        and (len(chosen) < 2 or state.one != state.other or cell.office_a == cell.office_b)
    )
