"""Answers small enough to read: a page of a list with its totals, nothing that is empty, places as
document:line, addresses of the dashboard.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, TypeVar
from urllib.parse import urlencode

from graph.bounds import cut
from graph.errors import NotFound
from queries.sources import Source, places

Answer = dict[str, Any]
T = TypeVar("T")
DASHBOARD = "http://localhost:8501"
LARGEST = 16_000  # characters of an answer; a page of the longest rows has some 9,000
_LISTED = 12  # of a list within an item
_PLACES = 4  # of a fact
_TEXT = 400  # characters of a text


@dataclass(frozen=True)
class Addresses:
    """Where the dashboard shows what an answer tells."""

    dashboard: str = DASHBOARD
    """The address of the dashboard, without a slash behind it."""

    def page(self, name: str, **values: str | Sequence[str] | None) -> str:
        """The address of a page in the state that the values say."""
        kept = {key: value for key, value in values.items() if value}
        return f"{self.dashboard}/{name}" + (f"?{urlencode(kept, doseq=True)}" if kept else "")

    def node(self, node_id: str) -> str:
        """The address at which a thing is shown."""
        kind = node_id.partition(":")[0]
        named = {"measure": "measure", "budgetprogramme": "programmes", "recipient": "recipients"}
        if kind == "law":
            return self.page("programmes", law=node_id)
        return self.page(named.get(kind, "explorer"), id=node_id)


class _Whole(list[Any]):
    """The rows of a page, each made small: none of them is left out."""


def paged(
    found: Sequence[T], page: int, size: int, shown: Callable[[T], Any], what: str = "items"
) -> Answer:
    """A page (from 1) of what was found: {total, page, pages, items}, each item made `small`.
    Raises NotFound for a page that is not there.
    """
    pages = max(1, -(-len(found) // size))
    if page > pages:
        raise NotFound(f"there is no page {page}", None, f"ask for page 1 to {pages}")
    first = (page - 1) * size
    return {
        "total": len(found),
        "page": page,
        "pages": pages,
        what: _Whole(small(shown(each)) for each in found[first : first + size]),
    }


def small(value: Any) -> Any:
    """The value as JSON takes it: no key that says nothing, long lists and texts cut with how much
    is left, places as document:line.
    """
    if isinstance(value, _Whole):
        return value
    if isinstance(value, Source):
        return places([value])
    if is_dataclass(value) and not isinstance(value, type):
        value = {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Mapping):
        if set(value) == {"document", "line"}:
            return places([Source(value["document"], value["line"])])
        kept = ((key, small(each)) for key, each in value.items())
        return {str(key): each for key, each in kept if _says(each)}
    if isinstance(value, list | tuple | set | frozenset):
        return _list(sorted(value) if isinstance(value, set | frozenset) else value)
    return cut(value, _TEXT) if isinstance(value, str) else value


def _says(value: Any) -> bool:
    return value not in (None, "", [], {}) or isinstance(value, _Whole)


def _list(values: Iterable[Any]) -> list[Any]:
    each = [small(value) for value in values]
    sources = [one for one in each if isinstance(one, str) and ":" in one]
    most = _PLACES if each and len(sources) == len(each) else _LISTED
    return each if len(each) <= most else [*each[:most], f"… {len(each) - most} more"]


def text(answer: Answer) -> str:
    """The answer as JSON on one line. Raises NotFound where it is too large to be read."""
    said = json.dumps(small(answer), ensure_ascii=False, separators=(",", ":"))
    if len(said) > LARGEST:
        raise NotFound(
            f"the answer has {len(said):,} characters, more than {LARGEST:,}",
            None,
            "ask for less: one ministry, one measure, more words",
        )
    return said
