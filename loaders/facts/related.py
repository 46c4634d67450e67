"""Other measures and programmes that a page names: those that it is a part of, and those that it
mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from loaders.catalogue.records import Related
from loaders.text.lines import Flow, Line, fold
from loaders.text.page import Page
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_VERSION = _PATTERNS["version"]
_PARENT = _PATTERNS["parent"]
_QUOTED = _PATTERNS["quoted"]
_BRACKETED = _PATTERNS["bracketed"]
_POT = _PATTERNS["pot"]
_BEFORE_POT = _PATTERNS["before_pot"]
_OF_A_BODY = _PATTERNS["of_a_body"]
_PART = _PATTERNS["part"]
_COMPOSED = _PATTERNS["composed"]
_BETWEEN_PARTS = _PATTERNS["between_parts"]
_JOINED = _PATTERNS["joined"]
_NUMBERED = _PATTERNS["numbered"]
_BEGINS_A_NAME = _PATTERNS["begins_a_name"]
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_ONE_OF = _PATTERNS["one_of"]
_FORMER = _PATTERNS["former"]
_SUCCEEDED = _PATTERNS["succeeded"]
_SHORTEST = 5  # a folded title shorter than this is a word of the language too


def related(page: Page, titles: Sequence[str], own_title: str) -> list[Related]:
    """What else the page names, each once, in the order of the lines; `relation` is `has_part`,
    `part_of`, `succeeds` or `mentions`.

    `titles` are those of all measures of the booklet, `own_title` that of the page. A measure is
    named by its title; a programme that is none of them as printed. `measure` stays empty: ids are
    known only when every page has been read.
    """
    flow = Flow.of(page.lines)
    if not flow.text:
        return []
    by_name: dict[str, Related] = {}
    for named in (
        *_parts(page, own_title),
        *_parent(flow, own_title),
        *_one_of_several(flow, own_title),
        *_pots(flow, own_title),
        *_succeeded(flow, own_title),
        *_titled(flow, titles, own_title),
        *_printed(flow, own_title),
    ):
        name = fold(named.name)
        if not any(name in earlier or earlier in name for earlier in by_name):
            by_name[name] = named
    return sorted(by_name.values(), key=lambda r: (r.line, r.name))


def _parts(page: Page, own_title: str) -> Iterator[Related]:
    """The programmes that the page lists as parts, each numbered on a line of its own or on two,
    from (1) on; one of them may bear the name of the whole.
    """
    listed: dict[int, Related] = {}
    printed = [line for line in page.lines if not line.blank]
    for at, line in enumerate(printed):
        if match := _numbered(line, printed[at + 1] if at + 1 < len(printed) else None):
            number = int(match["number"] or _ROMAN.get(match["roman"], 0))
            listed.setdefault(
                number, Related(name=match["name"], relation="has_part", line=line.number)
            )
    if {1, 2} <= listed.keys():
        yield from (part for part in listed.values() if not _is_named(part.name, own_title))


def _numbered(line: Line, following: Line | None) -> re.Match[str] | None:
    """The numbered programme on the line, or on it and the next."""
    match = _NUMBERED.fullmatch(line.plain)
    if match or following is None or not _BEGINS_A_NAME.fullmatch(line.plain):
        return match
    goes_on = not following.plain.startswith("(")
    return _NUMBERED.fullmatch(line.plain + following.plain) if goes_on else None


def _parent(flow: Flow, own_title: str) -> Iterator[Related]:
    """「Aのうち B」: the measure B is a part of A."""
    if match := _PARENT.match(own_title):
        name = match["whole"].strip().rstrip("(（")
        text, offsets = _folded(flow)
        at = text.find(fold(name))
        yield Related(
            name=name, relation="part_of", line=flow.line_at(offsets[at] if at >= 0 else 0)
        )


def _one_of_several(flow: Flow, own_title: str) -> Iterator[Related]:
    """「Aの一つであるB」: B is a part of A, whichever of the two the measure is."""
    for match in _ONE_OF.finditer(flow.text):
        for name, own, relation in (("part", "whole", "has_part"), ("whole", "part", "part_of")):
            if _is_own(match[own], own_title) and not _is_own(match[name], own_title):
                yield Related(
                    name=match[name], relation=relation, line=flow.line_at(match.start(name))
                )


def _pots(flow: Flow, own_title: str) -> Iterator[Related]:
    """「…事業 27.9億円の内数」: the measure is paid from a programme of that name. The grant that
    runs a body is no programme.
    """
    for match in _POT.finditer(flow.text):
        name = _JOINED.sub("", _BEFORE_POT.sub("", match["name"]))
        if len(name) >= _SHORTEST and not _OF_A_BODY.search(name) and not _is_own(name, own_title):
            yield Related(
                name=name, relation="part_of", line=flow.line_at(match.end("name") - len(name))
            )


def _titled(flow: Flow, titles: Sequence[str], own_title: str) -> Iterator[Related]:
    """Titles of the booklet in the page's text, with or without the version or bracket at their
    end; the longest name takes the place. Those in a list of what the measure consists of are its
    parts.
    """
    text, offsets = _folded(flow)
    names = _names(tuple(titles))
    taken = (
        [m.span() for m in re.finditer(re.escape(fold(own_title)), text)] if fold(own_title) else []
    )
    found: list[tuple[int, int, str]] = []
    for folded, title in names:
        for match in re.finditer(re.escape(folded), text) if folded in text else ():
            at, end = match.span()
            if any(start < end and at < stop for start, stop in taken):
                continue
            taken.append((at, end))
            if not _is_own(title, own_title):
                found.append((at, end, title))
    parts = _listed(text, found)
    for at, end, title in found:
        is_part = _PART.match(text[end:].replace("'", "」", 1))
        yield Related(
            name=title,
            relation="has_part" if at in parts else "part_of" if is_part else "mentions",
            line=flow.line_at(offsets[at]),
        )


def _listed(text: str, found: Sequence[tuple[int, int, str]]) -> set[int]:
    """Where those of the titles begin that a list of the measure's parts names one by one."""
    parts: set[int] = set()
    for lead in _COMPOSED.finditer(text):
        at = lead.end()
        for start, end, _ in sorted(found):
            if start >= at and _BETWEEN_PARTS.fullmatch(text, at, start):
                parts.add(start)
                at = end
    return parts


@lru_cache(maxsize=4)
def _names(titles: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each way to write a title, folded, with the title; the longest first."""
    forms = {
        fold(form): title for title in titles for form in (_VERSION.sub("", title).strip(), title)
    }
    return tuple(
        sorted(
            ((form, title) for form, title in forms.items() if len(form) >= _SHORTEST),
            key=lambda named: (-len(named[0]), named[0]),
        )
    )


def _succeeded(flow: Flow, own_title: str) -> Iterator[Related]:
    """What the measure was called before, or has come from, as the page says."""
    for pattern in (_FORMER, _SUCCEEDED):
        for match in pattern.finditer(flow.text):
            group = next(group for group, name in match.groupdict().items() if name)
            if not _is_own(match[group], own_title):
                yield Related(
                    name=match[group], relation="succeeds", line=flow.line_at(match.start(group))
                )


def _printed(flow: Flow, own_title: str) -> Iterator[Related]:
    """Names of programmes in quotes or brackets."""
    for match in _QUOTED.finditer(flow.text):
        if not _is_own(match["name"], own_title):
            relation = "part_of" if _PART.match("」" + match["after"]) else "mentions"
            yield Related(
                name=match["name"], relation=relation, line=flow.line_at(match.start("name"))
            )
    for match in _BRACKETED.finditer(flow.text):
        if not _is_own(match["name"], own_title):
            yield Related(
                name=match["name"], relation="mentions", line=flow.line_at(match.start("name"))
            )


def _is_own(name: str, own_title: str) -> bool:
    """Whether the name is the page's own, or a piece of it."""
    return fold(name) in fold(own_title) or _is_named(name, own_title)


def _is_named(name: str, own_title: str) -> bool:
    """Whether the name is the page's own, with or without the version at its end."""
    return fold(name) in (fold(own_title), fold(_VERSION.sub("", own_title).strip()))


_fold_one = lru_cache(maxsize=8192)(fold)


def _folded(flow: Flow) -> tuple[str, list[int]]:
    """The flow's text folded, and for each character of it its offset in the flow."""
    characters = [_fold_one(character) for character in flow.text]
    offsets = [at for at, folded in enumerate(characters) for _ in folded]
    return "".join(characters), offsets
