"""A page of a document, what on it could not be read, and the statements that its wrapped lines
make up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graph.bounds import PAGE, STATEMENT
from graph.errors import DocumentError
from loaders.text.glyphs import BULLETS, CIRCLED, NOTES
from loaders.text.lines import Flow, Line

# what opens a new statement: bullets, circled and bracketed numbers, notes, headings in brackets;
# matched on the line as printed, since `plain` makes ① a 1
_OPENS = re.compile(
    rf"^(?:[{BULLETS}{NOTES}]|[{CIRCLED}➀-➉]|[⑴-⒇]|[(（]\d{{1,2}}[)）]|[<【\[［＜(（〔]"
    rf"|\d{{1,2}}[.．)）]|(?:お?問合せ|お問い合わせ|TEL|E-?mail|URL|https?:))",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[。】」』>＞]$")


@dataclass(frozen=True)
class Problem:
    """Something a parser did not understand: `extract` prints it and ends non-zero (unless
    lenient).
    """

    document: str
    """The document's id."""
    line: int
    """The line (from 1) on which it stands."""
    what: str
    """What is wrong, in a few words."""


def has_room(group: Sequence[Line], line: Line) -> bool:
    """Whether a statement of these lines may go on with one more: none that people write is longer
    than STATEMENT characters.
    """
    return sum(len(each.text) for each in group) + len(line.text) <= STATEMENT


@dataclass(frozen=True)
class Page:
    """The lines of one page, and what of them its readers refused: `refuse` is the one thing by
    which a reader changes what it is given.
    """

    document: str
    """The document's id."""
    lines: tuple[Line, ...]
    """The printed lines and the empty ones between them, in the order of the text."""
    refused: list[Problem] = field(default_factory=list, compare=False, repr=False)
    """What `refuse` was given, in its order."""

    def __post_init__(self) -> None:
        size = sum(len(line.text) for line in self.lines)
        if size > PAGE:
            raise DocumentError(
                f"what begins here goes on for {size:,} characters (at most {PAGE:,}), too long for"
                " one entry",
                f"{self.document}:{self.start}",
                "look whether the next heading is missing or is printed otherwise",
            )

    @cached_property
    def _hash(self) -> int:
        return hash((self.document, self.lines))

    def __hash__(self) -> int:
        """Of document and lines, reckoned once: what is read of a page is kept by the page."""
        return self._hash

    def refuse(self, line: int, what: str) -> None:
        """A fact of the page that cannot be read is left out, and this says so: `what` is wrong on
        `line`. Said twice it is one problem. The family's parser reports it (loaders/documents).
        """
        problem = Problem(self.document, line, what)
        if problem not in self.refused:
            self.refused.append(problem)

    def part(self, lines: Sequence[Line]) -> Page:
        """Some of the page's lines as a page; what is refused there is refused on this page."""
        return Page(self.document, tuple(lines), self.refused)

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
                and has_room(groups[-1], line)
            ):
                groups[-1].append(line)
            else:
                groups.append([line])
        return tuple(Flow.of(group) for group in groups)
