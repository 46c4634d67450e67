"""The printed page on which a line of a document stands, for readers who hold the PDF."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask

_LAST = 1_000  # lines that the last page may have


@dataclass(frozen=True)
class PageSpans:
    """What is known of the pages of one document, from what stands on them."""

    starts: tuple[int, ...]
    """The first lines of its measures, from 1, upwards."""
    ends: tuple[int, ...]
    """The last line of each."""
    pages: tuple[int, ...]
    """The printed page of each."""

    def page_of(self, line: int) -> int | None:
        """The page of a line: of the measure that it belongs to, or of those before and after it
        where these stand on one page. None where that is not certain.
        """
        after = bisect_right(self.starts, line)
        before = after - 1
        if before < 0:
            return None
        if line <= self.ends[before]:
            return self.pages[before]
        between = after < len(self.pages) and self.pages[after] == self.pages[before]
        return self.pages[before] if between else None


def page_spans(store: Store) -> Mapping[str, PageSpans]:
    """Document id -> its pages: as the document prints them where that is known, else as its
    measures tell; documents that print no page numbers are left out.
    """
    rows = defaultdict(list)
    for row in ask(store, "page_spans"):
        rows[row["document"]].append((row["line_start"], row["line_end"], row["page"]))
    for row in ask(store, "page_starts"):
        if starts := json.loads(row["page_starts"] or "[]"):
            ends = [*(start["line"] - 1 for start in starts[1:]), starts[-1]["line"] + _LAST]
            rows[row["id"].partition(":")[2]] = [
                (start["line"], end, start["page"]) for start, end in zip(starts, ends, strict=True)
            ]
    return {
        document: PageSpans(*(tuple(column) for column in zip(*spans, strict=True)))
        for document, spans in rows.items()
    }
