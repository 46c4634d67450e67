"""The printed page on which a line of a document stands, for readers who hold the PDF."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.store import Store
from queries.cypher import ask


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
    """Document id -> its pages; documents that print no page numbers are left out."""
    rows = defaultdict(list)
    for row in ask(store, "page_spans"):
        rows[row["document"]].append((row["line_start"], row["line_end"], row["page"]))
    return {
        document: PageSpans(*(tuple(column) for column in zip(*spans, strict=True)))
        for document, spans in rows.items()
    }
