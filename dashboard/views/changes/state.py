"""What the page of changes shows, as its address says it: the two that are compared, kinds of
change, a ministry.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from dashboard.reading import naming
from dashboard.reading.answers import ask
from dashboard.state import address
from dashboard.state.checked import number
from dashboard.state.page_state import PageState
from dashboard.text.words import Words
from queries.changes.diff import KINDS
from queries.changes.sheets import SHEET_KINDS
from queries.changes.years import sheet_years

KINDS_OF_SHEETS = (*SHEET_KINDS, "grown", "shrunk")
_SHEETS = "rs-"


@dataclass(frozen=True)
class State:
    """What is shown; the address says all but `wrong`, under these names."""

    before: str = ""
    """Id of the first document, or rs-2024 for the sheets of a year."""
    after: str = ""
    """The second, of the same sort."""
    kind: tuple[str, ...] = ()
    """The kinds that are shown; none: all."""
    ministry: str = ""
    """The ministry; empty: all."""
    q: str = ""
    """Words that a row contains."""
    sort: str = ""
    """By which column the rows are sorted, with - before it from the last; empty: by kind."""
    page: int = 1
    """The page of the list."""
    wrong: tuple[str, ...] = ()
    """What of the address makes no sense and was left aside."""

    @property
    def years(self) -> tuple[int, int] | None:
        """The years of the sheets that are compared; None where documents are."""
        return (year_of(self.before), year_of(self.after)) if is_year(self.before) else None


def is_year(name: str) -> bool:
    """Whether the sheets of a year are meant."""
    return name.startswith(_SHEETS)


def year_of(name: str) -> int:
    """The year of rs-2024."""
    return int(name.removeprefix(_SHEETS))


def choices() -> list[str]:
    """What can be compared: documents that tell of measures, by date, then years of sheets where
    there are two.
    """
    dated = [
        (held.date, held.id)
        for held in naming.documents().values()
        if not naming.is_review_sheet(held.id)
    ]
    years = ask(sheet_years)
    return [id_ for _, id_ in sorted(dated)] + (
        [f"{_SHEETS}{year}" for year in years] if len(years) > 1 else []
    )


def alike(name: str) -> list[str]:
    """What can be compared with it: documents with documents, years with years."""
    return [each for each in choices() if is_year(each) == is_year(name) and each != name]


def change(**values: Any) -> None:
    """Changes the state and its address, for a callback; the two stay of one sort."""
    anew: dict[str, Any] = {} if "page" in values else {"page": 1}
    CHANGES.change(lambda before: _of_one_sort(replace(before, **anew, **values)))


def swapped(state: State) -> State:
    """The two the other way round."""
    return replace(state, before=state.after, after=state.before, kind=(), page=1)


def _of_one_sort(state: State) -> State:
    others = alike(state.before)
    if state.after in others:
        return state
    return replace(state, after=others[-1] if others else "", kind=())


def _first_two() -> tuple[str, str]:
    """The two documents that tell of most measures, in their order; else the last two years."""
    known = choices()
    told = {
        held.id: int(held.found.get("measures") or 0)
        for held in naming.documents().values()
        if held.id in known
    }
    if len(told) > 1:
        most = sorted(told, key=lambda each: -told[each])[:2]
        first, second = sorted(most, key=known.index)
        return first, second
    return (known[-2], known[-1]) if len(known) > 1 and is_year(known[-2]) else ("", "")


def link(words: Words, state: State, **values: Any) -> str:
    """The address of this page with this state, some of it changed."""
    return address.link("changes", words.language, **_to_address(replace(state, **values)))


def _to_address(state: State) -> dict[str, str | list[str]]:
    return address.changed(state, State())


def _read() -> State:
    wrong: list[str] = []
    known = choices()
    before, after = address.read("before"), address.read("after")
    for name, value in (("before", before), ("after", after)):
        if value and value not in known:
            wrong.append(f"{name}={value}")
    before = before if before in known else ""
    after = after if after in known else ""
    if before and after and after not in alike(before):
        wrong.append(f"after={after}")
        after = ""
    first = _first_two()
    if not before and not after:
        before, after = first
    elif not before:
        others = alike(after)
        before = first[0] if first[0] in others else (others[:1] or [""])[0]
    elif not after:
        others = alike(before)
        after = first[1] if first[1] in others else (others[-1:] or [""])[0]
    kinds = KINDS_OF_SHEETS if is_year(before) else KINDS
    asked = tuple(dict.fromkeys(address.read_list("kind")))
    wrong += [f"kind={each}" for each in asked if each not in kinds]
    return State(
        before,
        after,
        tuple(each for each in asked if each in kinds),
        address.read("ministry"),
        address.read("q").strip(),
        address.read("sort"),
        number("page", 1, wrong) or 1,
        tuple(wrong),
    )


CHANGES = PageState("changes", _read, _to_address)
current = CHANGES.current
