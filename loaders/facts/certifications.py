"""Which certifications, recognised plans, declarations and registrations a page names."""

from __future__ import annotations

from collections.abc import Iterator

from loaders import vocabulary
from loaders.catalogue.records import CertificationMention
from loaders.text.lines import Flow, fold
from loaders.text.page import Page
from loaders.vocabulary.certifications import CertificationEntry
from loaders.vocabulary.matching import Squeezed
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_SHAPES = (
    _PATTERNS["recognised_plan"],
    _PATTERNS["plan_in_quotes"],
    _PATTERNS["plan_of_members"],
    _PATTERNS["certification_scheme"],
    _PATTERNS["certified_mark"],
    _PATTERNS["declaration"],
    _PATTERNS["chosen_as"],
    _PATTERNS["award"],
    _PATTERNS["registered_as"],
    _PATTERNS["register"],
)
_NO_NAME = _PATTERNS["no_name"]
_LEADING = _PATTERNS["leading"]
_MARK = _PATTERNS["mark"]
_OF_A_LAW = _PATTERNS["of_a_law"]
_RECOGNISED = _PATTERNS["recognised"]


def certifications(page: Page) -> list[CertificationMention]:
    """The certifications that the page names, each once, in order of place; `line` from 1.

    `name` is as printed; a certification of the vocabulary goes without a trailing 制度; an
    認定…計画 stands beside the …計画 that it came from.
    `loaders.vocabulary.certifications().get(name)` leads to the certification itself.
    """
    squeezed = Squeezed.of(page.flow.text)
    first: dict[tuple[str, bool], tuple[int, str]] = {}
    for entry, name, start in (*_from_vocabulary(squeezed.text), *_by_shape(squeezed.text)):
        end = min(start + len(name), len(squeezed.text))
        if _is_of_two_boxes(page.flow, *squeezed.span(start, end)):
            continue
        first.setdefault((entry, _RECOGNISED.match(name) is not None), (start, name))
    named = sorted(first.values())
    return [
        CertificationMention(name=name, line=page.flow.line_at(squeezed.span(start, start + 1)[0]))
        for start, name in named
        if not any(_says_shortly(name, longer) for _, longer in named)
    ]


def _is_of_two_boxes(flow: Flow, start: int, end: int) -> bool:
    """Whether an empty line runs through what would be a name, below lines that have none between
    them: the end of one box of a drawing and the beginning of another.
    """
    first, last = flow.line_at(start), flow.line_at(end - 1)
    return first + 1 < last and first - 1 in flow.numbers and first + 1 not in flow.numbers


def _says_shortly(name: str, longer: str) -> bool:
    """Whether a name that no vocabulary knows is the end of a longer one on the page (整備計画)."""
    known = vocabulary.certifications().get(name)
    return known is None and name != longer and longer.endswith(name)


def _from_vocabulary(text: str) -> Iterator[tuple[str, str, int]]:
    listed = vocabulary.certifications()
    for mention in listed.mentions(text):
        entry = listed.get(mention.name)
        if entry is not None and entry.noted:
            yield entry.name, _short(mention.printed, entry), mention.start


def _short(printed: str, entry: CertificationEntry) -> str:
    """The name in what is printed: 「…計画」認定制度 and …法に基づく…計画 say no more than the
    name; of plans of one name under several laws it is that name.
    """
    name, key = entry.name, fold(entry.name)
    if _MARK.search(printed):
        return printed
    if (without_law := _OF_A_LAW.sub("", printed)) in entry.implies:
        return without_law
    if fold(printed).lstrip("'").startswith(key) or fold(without_law) == key:
        return name
    return printed


def _by_shape(text: str) -> Iterator[tuple[str, str, int]]:
    listed = vocabulary.certifications()
    for shape in _SHAPES:
        for match in shape.finditer(text):
            name = _LEADING.sub("", match["name"])
            if not _NO_NAME.search(name) and not listed.mentions(match["name"]):
                yield fold(name), name, match.end("name") - len(name)
