"""Who may apply or receive directly, by the body of the page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate

from graph.schema.size_classes import size_names
from loaders.catalogue.records import Applicant, Scheme
from loaders.facts.prose import running_text
from loaders.text.glyphs import BULLETS, NOTES
from loaders.text.lines import Flow, plain
from loaders.text.page import Page
from loaders.vocabulary.applicants import Actor, actors
from loaders.vocabulary.patterns import patterns

_COMPANIES: frozenset[Applicant] = frozenset(
    {"企業", *size_names(), "個人事業主", "スタートアップ"}
)
_SERVED_KINDS: frozenset[Applicant] = _COMPANIES | frozenset(
    {"その他", "大学・研究機関", "外国人", "団体・組合", "金融機関"}
)
_PEOPLE_KINDS: frozenset[Applicant] = frozenset({"個人・労働者", "外国人", "学生"})
_GO_BETWEENS: frozenset[Applicant] = frozenset({"支援機関", "金融機関"})

_SIGNS = BULLETS + NOTES
_BEFORE = 24  # so many characters before a mention can change what it is
_LABELLED = 90  # so many characters after a label its names may stand

_PATTERNS = patterns(__file__)
_LABEL = _PATTERNS["label"]
_NEXT_LABEL = _PATTERNS["next_label"]
_LIST = _PATTERNS["list"]
_RECEIVES = _PATTERNS["receives"]
_SERVED = _PATTERNS["served"]
_ONLY_NEAR_BEFORE = _PATTERNS["only_near_before"]
_ONLY_NEAR = _PATTERNS["only_near"]
_ALSO = _PATTERNS["also"]
_BOXED = _PATTERNS["boxed"]
_OWN_DESK = _PATTERNS["own_desk"]
_IN_BRACKETS = _PATTERNS["in_brackets"]
_RATE = _PATTERNS["rate"]
_RATE_BEFORE = _PATTERNS["rate_before"]
_HOLDERS = _PATTERNS["holders"]
_BY_THE_BASIC_ACT = _PATTERNS["by_the_basic_act"]
_ANY_SIZE = _PATTERNS["any_size"]


@dataclass(frozen=True)
class _Statement:
    """A statement without blanks; `line_at` leads back from one of its characters to its line."""

    text: str
    """The statement without blanks."""
    flow: Flow
    """The statement as printed."""

    @classmethod
    def of(cls, flow: Flow) -> _Statement:
        return cls(_dense(flow.text), flow)

    @cached_property
    def _offsets(self) -> list[int]:
        """For each character of `text` its offset in the flow; most are never asked."""
        return [at for at, character in enumerate(self.flow.text) if not character.isspace()]

    def line_at(self, at: int) -> int:
        return self.flow.line_at(self._offsets[at])


@dataclass(frozen=True)
class _Named:
    """A kind of applicant that the page names."""

    kind: Applicant
    """Which kind of applicant."""
    line: int | None
    """The line (from 1) that names it; None: the title does."""
    holder: bool = False
    """Named as those who were recognised or put forward."""


def applicants(page: Page, title: str) -> list[Applicant]:
    """The kinds of those who may apply or receive directly, as the page's body tells it, each once.

    Where the body shows nobody in that part, the companies that it tells of with those of one list,
    then the people; nobody where it tells of none (whom the audience tag is for is told apart).
    """
    return list(dict.fromkeys(mention.kind for mention in _mentions(page, title)))


def with_receivers(kinds: Sequence[Applicant], scheme: Sequence[Scheme]) -> list[Applicant]:
    """The kinds of applicants, with those whom the scheme pays in the end: receivers who pay nobody
    but their like, and are no go-betweens.
    """
    pays_on = {step.payer for step in scheme if step.payer != step.receiver}
    paid = [step.receiver for step in scheme if step.receiver not in pays_on]
    received = _kinds(actor for name in paid for actor in actors(_dense(name)))
    return list(dict.fromkeys([*kinds, *(kind for kind in received if kind not in _GO_BETWEENS)]))


def applicant_lines(
    page: Page, title: str, title_line: int, kinds: Sequence[Applicant]
) -> list[int]:
    """A line for each of these kinds: where the page shows it as applying, else where it names it
    at all (the audience tag included).

    `title_line` for what only the title shows.
    """
    first: dict[Applicant, int] = {}
    for mention in _mentions(page, title):
        first.setdefault(mention.kind, title_line if mention.line is None else mention.line)
    for line in page.lines:
        for kind in _kinds(actors(_dense(line.plain))):
            first.setdefault(kind, line.number)
    return [first.get(kind, title_line) for kind in kinds]


def any_size(page: Page) -> list[int]:
    """The lines (from 1) that say that companies of every size apply (企業規模を問わず)."""
    statements = map(_Statement.of, running_text(page))
    return [
        statement.line_at(match.start())
        for statement in statements
        for match in _ANY_SIZE.finditer(statement.text)
    ]


@lru_cache(maxsize=2**9)  # of every page of a document the kinds are asked, later the lines
def _mentions(page: Page, title: str) -> list[_Named]:
    name = _dense(plain(title))
    body = [
        statement
        for flow in running_text(page)
        if (statement := _Statement.of(flow)).text and not _is_headline(statement.text, name)
    ]
    mentions = list(_labelled(body))
    if not _COMPANIES & {mention.kind for mention in mentions}:
        mentions += [*_receiving(body), *_titled(name)]
    else:
        mentions += _besides(body)
    mentions += _told_by_lines(page)
    for statement in body:
        if any_size := _ANY_SIZE.search(statement.text):
            mentions.append(_Named("企業", statement.line_at(any_size.start())))
    return _without_holders(mentions or _named(body))


def _is_headline(text: str, name: str) -> bool:
    """Whether a statement is no more than the measure's name, with what stands in brackets."""
    own = text.lstrip(_SIGNS)
    return own.startswith(name) and _IN_BRACKETS.fullmatch(own, len(name)) is not None


def _told_by_lines(page: Page) -> Iterator[_Named]:
    """Those whom the bracket of a box names, and those who have a desk of their own to ask."""
    above = ""
    for line in page.lines:
        if line.blank:
            continue
        text = _dense(line.plain)
        if "(" in text:
            box = _BOXED.fullmatch(text) or _BOXED.fullmatch(above + text)
            for match in (box, _OWN_DESK.search(text)):
                for actor in actors(match["whom"]) if match else ():
                    yield from (_Named(kind, line.number) for kind in actor.kinds)
        above = text


def _without_holders(mentions: Sequence[_Named]) -> list[_Named]:
    """The mentions; where some name companies by their size, 「認定企業」 is said of the same."""
    sized = any(mention.kind in _COMPANIES - {"企業"} for mention in mentions)
    return [m for m in mentions if not (sized and m.holder and m.kind == "企業")]


def _dense(text: str) -> str:
    return "".join(text.split())


def _labelled(body: Sequence[_Statement]) -> Iterator[_Named]:
    """Those whom a label names (補助対象者：…), be it in the label's own statement or
    in the next.
    """
    text = "\n".join(statement.text for statement in body)
    starts = [0, *accumulate(len(statement.text) + 1 for statement in body)]
    for label in _LABEL.finditer(text):
        cell = text[label.end() : label.end() + _LABELLED].split("。")[0]
        if stop := _NEXT_LABEL.search(cell):
            cell = cell[: stop.start()]
        for actor in actors(cell):
            at = label.end() + actor.start
            nth = bisect_right(starts, at) - 1
            line = body[nth].line_at(min(at - starts[nth], len(body[nth].text) - 1))
            yield from (_Named(kind, line) for kind in actor.kinds)


def _receiving(body: Iterable[_Statement]) -> Iterator[_Named]:
    """Those whom a sentence shows as applying, receiving or being supported."""
    for statement in body:
        for group in _lists(statement.text, actors(statement.text)):
            if _receives(statement.text, group):
                yield from _all_of(statement, group)


def _besides(body: Iterable[_Statement]) -> Iterator[_Named]:
    """Those of whom a statement beside the label says that they are eligible too."""
    for statement in body:
        for group in _lists(statement.text, actors(statement.text)):
            if _ALSO.match(statement.text, group[-1].end):
                yield from _all_of(statement, group)


def _all_of(statement: _Statement, group: Sequence[Actor]) -> Iterator[_Named]:
    for actor in group:
        holder = bool(_HOLDERS.search(statement.text[max(0, actor.start - _BEFORE) : actor.start]))
        yield from (_Named(kind, statement.line_at(actor.start), holder) for kind in actor.kinds)


def _receives(text: str, group: Sequence[Actor]) -> bool:
    start, end = group[0].start, group[-1].end
    before = text[max(0, start - _BEFORE) : start]
    if (
        _RATE.match(text, end)
        or _RATE_BEFORE.search(before)
        or _BY_THE_BASIC_ACT.search(text[start:end])
    ):
        return True  # whoever must be small by the Basic Act is meant by that act's name
    if _ONLY_NEAR.match(text, end) or _ONLY_NEAR_BEFORE.search(before):
        return False
    kinds = set(_kinds(group))
    # the two together are the law's name for those whom it supports
    by_law = {"中小企業", "小規模事業者"} <= kinds
    return (
        by_law
        or bool(_RECEIVES.match(text, end))
        or (kinds <= _SERVED_KINDS and bool(_SERVED.match(text, end)))
    )


def _titled(title: str) -> Iterator[_Named]:
    """The companies that a title names, unless as a partner or go-between."""
    for group in _lists(title, actors(title)):
        if not _ONLY_NEAR.match(title, group[-1].end):
            yield from (
                _Named(kind, None) for kind in _kinds(group) if kind in _COMPANIES - {"企業"}
            )


def _named(body: Iterable[_Statement]) -> list[_Named]:
    """The companies that the body names in whatever part, with the others of one list; where it
    names none, the people.
    """
    lists = [
        [*_all_of(statement, group)]
        for statement in body
        for group in _lists(statement.text, actors(statement.text))
        if not _ONLY_NEAR.match(statement.text, group[-1].end)
    ]
    with_companies = [
        mention
        for named in lists
        if _COMPANIES & {mention.kind for mention in named}
        for mention in named
    ]
    return with_companies or [
        mention for named in lists for mention in named if mention.kind in _PEOPLE_KINDS
    ]


def _lists(text: str, mentions: Sequence[Actor]) -> list[list[Actor]]:
    """The mentions, those that one list names (企業、大学及び自治体) taken together."""
    groups: list[list[Actor]] = []
    for mention in mentions:
        if groups and _LIST.fullmatch(text, groups[-1][-1].end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return groups


def _kinds(mentions: Iterable[Actor]) -> list[Applicant]:
    return [kind for mention in mentions for kind in mention.kinds]
