"""A page of a document, the problems met on it, and the statements that its wrapped
lines make up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.text.glyphs import BULLETS, CIRCLED, NOTES
from loaders.text.lines import Flow, Line

# what opens a new statement: bullets, circled and bracketed numbers, notes, headings in brackets;
# matched on the line as
# printed, since `plain` makes ① a 1
_OPENS = re.compile(
    rf"^(?:[{BULLETS}{NOTES}]|[{CIRCLED}➀-➉]|[⑴-⒇]|[(（]\d{{1,2}}[)）]|[<【\[［＜(（〔]|\d{{1,2}}[.．)）]|(?:お?問合せ|お問い合わせ|TEL|E-?mail|URL|https?:))",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[。】」』>＞]$")


@dataclass(frozen=True)
class Problem:
    """Something a parser did not understand: `extract` prints it and ends non-zero (unless
    lenient).
    """

    document: str
    line: int
    what: str


@dataclass(frozen=True)
class Page:
    """The lines of one page. `document` is the document's id."""

    document: str
    lines: tuple[Line, ...]

    @property
    def start(self) -> int:
        return self.lines[0].number

    @property
    def end(self) -> int:
        return self.lines[-1].number

    @cached_property
    def flow(self) -> Flow:
        """The page as one run of text with lines kept apart by a line feed."""
        return Flow.of(self.lines, "\n")

    @cached_property
    def statements(self) -> tuple[Flow, ...]:
        """Everything on the page, cut where a bullet, a heading or a full stop shows that a new
        statement begins; wrapped lines joined.

        `loaders.facts.prose.running_text` gives the running text alone, without contacts, labels
        and addresses.
        """
        groups: list[list[Line]] = []
        for line in self.lines:
            if line.blank:
                continue
            if (
                groups
                and not _OPENS.match(line.text.strip())
                and not _CLOSES.search(groups[-1][-1].plain)
            ):
                groups[-1].append(line)
            else:
                groups.append([line])
        return tuple(Flow.of(group) for group in groups)
