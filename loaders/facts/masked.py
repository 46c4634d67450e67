"""A page with what only names something blotted out: a word in an organisation's name, in the
printed frame, in another programme's name or in a success story says nothing of the measure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from loaders import vocabulary
from loaders.text.lines import Flow, Line, fold, plain
from loaders.text.page import Page
from loaders.vocabulary.matching import Matcher, Name, Squeezed
from loaders.vocabulary.patterns import patterns

BLOT = "〓"  # printers' mark for a character that is not there: no letter, no blank, no bracket

_PATTERNS = patterns(__file__)
_ORGANISATION = _PATTERNS["organisation"]
_DEPARTMENT = _PATTERNS["department"]
_TEMPLATE = _PATTERNS["template"]
_SECTION = _PATTERNS["section"]
_PROGRAMME = _PATTERNS["programme"]
_NAMED_AS_PROGRAMME = _PATTERNS["named_as_programme"]
_STORY = _PATTERNS["story"]
_STORY_WITHIN = _PATTERNS["story_within"]
_STORY_TOLD = _PATTERNS["story_told"]
_STORY_ENDS = _PATTERNS["story_ends"]
_BULLET = _PATTERNS["bullet"]
# kinds of bodies whose names are the words by which readers know them (商工会, 地域金融機関)
_WORDS_THEMSELVES = ("generic", "local_government", "chamber")
_LONGEST_STORY = 12  # lines
_SHORTEST_TITLE = 6  # a shorter title is a word of the language too

Span = tuple[int, int]


def masked(page: Page, own: Sequence[str], titles: Sequence[str] = ()) -> Page:
    """The page without the words of organisations' names, of the printed frame, of other
    programmes' names and of success stories: each of their characters is a `BLOT`.

    `own` are the measure's own names, `titles` those of all measures that may be named. Lines keep
    their numbers and lengths; what is refused there is refused on the page.
    """
    return page.part(_masked(page, tuple(own), tuple(titles), organisations=True))


def masked_but_organisations(page: Page, own: Sequence[str], titles: Sequence[str] = ()) -> Page:
    """As `masked`, for those who read the names of organisations themselves."""
    return page.part(_masked(page, tuple(own), tuple(titles), organisations=False))


def masked_name(title: str) -> str:
    """A measure's name (`plain`) without the words of organisations' names."""
    flow = Flow.of([Line(1, title)])
    return _blotted(flow.text, _organisations(flow, [title]))


@lru_cache(maxsize=2**10)  # every page of a document is asked for when it is read and afterwards
def _masked(
    page: Page, own: tuple[str, ...], titles: tuple[str, ...], *, organisations: bool
) -> tuple[Line, ...]:
    spans = [*_frame(page), *_stories(page), *_programmes(page.flow, own, titles)]
    if organisations:
        spans += [*_organisations(page.flow, own), *_departments(page)]
    text, starts = _blotted(page.flow.text, spans), page.flow.starts
    ends = [start - 1 for start in (*starts, len(text) + 1)][1:]
    lines = zip(page.flow.numbers, starts, ends, strict=True)
    blotted = {number: text[start:end] for number, start, end in lines}
    return tuple(_line(line, blotted.get(line.number, "")) for line in page.lines)


def _line(line: Line, blotted: str) -> Line:
    """The line with that for its `plain` text; its first character stays as printed, since a
    circled number shows there that an item begins.
    """
    if line.blank or blotted == line.plain:
        return line
    first = line.text.strip()[0]
    rest = blotted[len(plain(first)) :]
    return Line(line.number, blotted if blotted.startswith(BLOT) else first + rest)


def _blotted(text: str, spans: Iterable[Span]) -> str:
    characters = list(text)
    for start, end in spans:
        characters[start:end] = [c if c.isspace() else BLOT for c in characters[start:end]]
    return "".join(characters)


def _organisations(flow: Flow, own: Sequence[str]) -> Iterator[Span]:
    """Names of organisations: those of the vocabularies, and by their shape those that no measure's
    own name holds (…コンソーシアム, which is the measure).
    """
    for mention in vocabulary.bodies().mentions(flow.text):
        if mention.kind not in _WORDS_THEMSELVES:
            yield mention.start, mention.end
    for office in vocabulary.ministries().find(flow.text):
        yield office.start, office.end
    squeezed = Squeezed.of(flow.text)
    for match in _ORGANISATION.finditer(squeezed.text):
        known = vocabulary.bodies().get(match.group())
        if known and known.kind in _WORDS_THEMSELVES:
            continue
        if any(fold(match.group()) in fold(title) for title in own):
            continue
        start, end = squeezed.span(*match.span())
        yield _without_cell_before(flow, start, end), end


def _without_cell_before(flow: Flow, start: int, end: int) -> int:
    """Where a name begins that is read over a line's end: a line that holds nothing but its first
    letters is another cell or label.
    """
    head, wrapped, _ = flow.text[start:end].partition("\n")
    return start + len(head) + 1 if wrapped and start in flow.starts else start


def _programmes(flow: Flow, own: Sequence[str], titles: tuple[str, ...]) -> Iterator[Span]:
    """Names of other programmes: in quotes, or titles of other measures within a sentence (one that
    begins a line heads a part of the page).
    """
    squeezed = Squeezed.of(flow.text)
    for match in _PROGRAMME.finditer(squeezed.text):
        if not _is_own(match["name"], own):
            yield squeezed.span(*match.span("words"))
    for mention in _titles(titles).mentions(flow.text) if titles else ():
        line_start = flow.text.rfind("\n", 0, mention.start) + 1
        heads = _BULLET.fullmatch(flow.text, line_start, mention.start) is not None
        if not heads and not _is_own(mention.printed, own):
            kind = _NAMED_AS_PROGRAMME.search(flow.text, mention.start, mention.end)
            yield mention.start, kind.start() if kind else mention.end


def _is_own(name: str, own: Iterable[str]) -> bool:
    return any(fold(name) in fold(title) or fold(title) in fold(name) for title in own)


@lru_cache(maxsize=8)
def _titles(titles: tuple[str, ...]) -> Matcher:
    return Matcher(
        Name(title, title, "measure")
        for title in titles
        if len(fold(title)) >= _SHORTEST_TITLE and _NAMED_AS_PROGRAMME.search(plain(title))
    )


def _printed(page: Page) -> Iterator[tuple[int, str]]:
    """Each printed line with its offset in the flow."""
    printed = [line.plain for line in page.lines if not line.blank]
    return zip(page.flow.starts, printed, strict=True)


def _frame(page: Page) -> Iterator[Span]:
    for at, text in _printed(page):
        if _SECTION.fullmatch(text):
            yield at, at + len(text)
        for match in _TEMPLATE.finditer(text):
            yield at + match.start(), at + match.end()


def _departments(page: Page) -> Iterator[Span]:
    for at, text in _printed(page):
        if _DEPARTMENT.fullmatch(text):
            yield at, at + len(text)


def _stories(page: Page) -> Iterator[Span]:
    """The lines under a heading of a success story, up to the next heading or item; of a line
    within which one begins (港を直す。【導入事例】…) what stands from there on, and all of one that
    begins with it (導入事例：…).
    """
    left = 0
    for at, text in _printed(page):
        if _STORY.fullmatch(text) or _STORY_TOLD.match(text):
            left = _LONGEST_STORY
        elif within := _STORY_WITHIN.search(text):
            left = _LONGEST_STORY
            yield at + within.start(), at + len(text)
            continue
        elif _STORY_ENDS.match(text):
            left = 0
        elif left:
            left -= 1
        if left:
            yield at, at + len(text)
