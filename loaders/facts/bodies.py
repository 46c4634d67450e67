"""Which bodies a page names beside the ministries (JETRO, 信用保証協会, ハローワーク …), and what
each does there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from loaders import vocabulary
from loaders.catalogue.records import BodyMention
from loaders.text.lines import fold
from loaders.text.page import Page
from loaders.vocabulary.bodies import Role
from loaders.vocabulary.matching import Mention, Squeezed
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_FORM_BEFORE = _PATTERNS["form_before"]
_FORM = _PATTERNS["legal_form"]
_FORMED = _PATTERNS["formed"]
_NAMED = _PATTERNS["named"]
_OPENED = _PATTERNS["opened"]
_NO_NAME = _PATTERNS["no_name"]
_UNDER_CONTRACT = _PATTERNS["under_contract"]
_STARTS_AS_LIST = _PATTERNS["starts_as_list"]
_ASK = _PATTERNS["ask"]
_PHONE_SOON = _PATTERNS["phone_soon"]
_GRANT = _PATTERNS["grant"]
_GOES_ON = _PATTERNS["goes_on"]
# a kind of body that is only one of several in a row (自治体、地域金融機関、大学等が…)
_IN_A_ROW = (_PATTERNS["before_in_a_row"], _PATTERNS["after_in_a_row"])
_MAY_APPLY = _PATTERNS["may_apply"]
_ARE_TARGETS = _PATTERNS["are_targets"]
_ACTS_AFTER = _PATTERNS["acts_after"]
_ACTS_BEFORE = _PATTERNS["acts_before"]
_NOT_AT_WORK = _PATTERNS["not_at_work"]
_ASKS_FOR_ADVICE = _PATTERNS["asks_for_advice"]
# what a body does, by the first of these that stands behind its name
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("advises", _PATTERNS["advises_itself"]),
    ("guarantees", _PATTERNS["guarantees"]),
    ("finances", _PATTERNS["finances"]),
    ("certifies", _PATTERNS["certifies"]),
    ("operates", _PATTERNS["operates"]),
    ("advises", _PATTERNS["advises"]),
    ("implements", _PATTERNS["implements"]),
)


class _Where(IntEnum):
    """Where on the page a name stands, the best place to read it first."""

    PROSE = 0
    CONTACT = 1
    PART = 2  # of another name: INPIT外国出願…, JETRO事務所
    GRANT = 3


@dataclass(frozen=True)
class _Sighting:
    """A body's name in the squeezed page."""

    entry: str
    """The body's name in the vocabulary."""
    printed: str
    """The name with its legal form and the other name in brackets."""
    start: int
    """Offset in the squeezed text."""
    fullness: int
    """How much of the name is printed: 0 the name or a short one, 1 with its legal form or turned
    round, 2 with the short one in brackets.
    """
    where: _Where
    """Where on the page it stands."""
    role: Role
    """What the body does there."""


def bodies(page: Page) -> list[BodyMention]:
    """The bodies that a careful reader notes on the page, each once, in order of place; `name` as
    printed, `line` from 1.

    `loaders.vocabulary.bodies().get(name)` leads to the body itself. Generic words (金融機関,
    都道府県) are left out where they act no part, and so are those who may only apply.
    """
    squeezed = Squeezed(page.flow.text)
    sightings = [
        *_from_vocabulary(squeezed.text),
        *_regional_offices(squeezed.text),
        *_with_legal_form(squeezed.text),
    ]
    best = _one_each(sightings)
    noted = [
        BodyMention(
            name=s.printed,
            role=s.role,
            line=page.flow.line_at(squeezed.span(s.start, s.start + 1)[0]),
        )
        for s in best
    ]
    known = {s.entry for s in best}
    noted += [m for m in _by_shape(page) if not _stands_for(m.name, known)]
    return sorted(noted, key=lambda m: (m.line, m.name))


def _from_vocabulary(text: str) -> Iterator[_Sighting]:
    listed = vocabulary.bodies()
    mentions = listed.mentions(text)
    at = {m.start: m for m in mentions}
    inside: set[int] = set()
    for mention in mentions:
        if mention.start in inside:
            continue
        body = listed.get(mention.name)
        if body is None or body.noted == "never":
            continue
        start, end, within = _whole_name(text, mention, at)
        inside |= within
        where = _where(text, start, end)
        if not _is_noted(body.noted, text, start, end) or (
            body.kind == "generic" and _in_a_row(text, start, end)
        ):
            continue
        fullness = (
            (2 if mention.printed.startswith(body.name) else 1)
            if within
            else int(start < mention.start)
        )
        yield _Sighting(
            body.name,
            text[start:end],
            start,
            fullness,
            where,
            _role(text, end, where, body.usual_role),
        )


def _whole_name(text: str, mention: Mention, at: dict[int, Mention]) -> tuple[int, int, set[int]]:
    """The span of a name with its legal form and the other name in brackets; and where names inside
    the brackets begin.
    """
    start, end = mention.start, mention.end
    if form := _FORM_BEFORE.search(text, max(0, start - 10), start):
        start = form.start()
    if text[end : end + 1] != "(":
        return start, end, set()
    form = _FORM.match(text, end + 1)
    begin = form.end() if form else end + 1
    second = at.get(begin)
    if second and second.name == mention.name and text[second.end : second.end + 1] == ")":
        return start, second.end + 1, {begin}
    return start, end, set()


def _is_noted(rule: str, text: str, start: int, end: int) -> bool:
    if rule == "acting":
        return bool(_ACTS_AFTER.match(text[end : end + 30]))
    if rule == "partner":
        return not (
            _MAY_APPLY.search(text[max(0, start - 40) : start])
            or _ARE_TARGETS.match(text[end : end + 30])
        )
    return True


def _in_a_row(text: str, start: int, end: int) -> bool:
    before, after = _IN_A_ROW
    return bool(before.search(text[max(0, start - 4) : start]) or after.match(text[end : end + 20]))


def _regional_offices(text: str) -> Iterator[_Sighting]:
    """Regional offices of the ministries, named in full and at work
    (国（都道府県労働局）で支給事務を実施) or to be asked.
    """
    for mention in vocabulary.ministries().find(text):
        if mention.kind != "regional" or mention.printed != mention.name:
            continue
        before, after = (
            text[max(0, mention.start - 40) : mention.start],
            text[mention.end : mention.end + 30],
        )
        where = _where(text, mention.start, mention.end)
        if _NOT_AT_WORK.match(after):
            continue
        if where is _Where.CONTACT or _ACTS_BEFORE.search(before) or _ACTS_AFTER.match(after):
            yield _Sighting(
                mention.name,
                mention.printed,
                mention.start,
                0,
                where,
                "contact" if where is _Where.CONTACT else "implements",
            )


def _with_legal_form(text: str) -> Iterator[_Sighting]:
    """Bodies that no vocabulary knows yet, told by their printed legal form."""
    listed = vocabulary.bodies()
    for match in _FORMED.finditer(text):
        if not listed.mentions(match.group()):
            where = _where(text, *match.span())
            yield _Sighting(
                match["name"],
                match.group(),
                match.start(),
                1,
                where,
                _role(text, match.end(), where, "other"),
            )


def _where(text: str, start: int, end: int) -> _Where:
    if _GRANT.match(text[end : end + 20]):
        return _Where.GRANT
    if _ASK.search(text[max(0, start - 70) : start]) or _PHONE_SOON.match(text[end : end + 60]):
        return _Where.CONTACT
    return _Where.PART if _GOES_ON.match(text[end : end + 3]) else _Where.PROSE


def _role(text: str, end: int, where: _Where, usual: Role) -> Role:
    if where is _Where.CONTACT:
        return "contact"
    after = text[end : end + 40]
    return next((role for role, sign in _ROLES if sign.match(after)), usual)


def _one_each(sightings: Iterable[_Sighting]) -> list[_Sighting]:
    """One name a body: running text before contacts, the fuller name before a short one, then the
    first; and no name that is only a part of a more special one on the page (ハローワーク beside
    新卒応援ハローワーク).
    """
    best: dict[str, _Sighting] = {}
    for s in sorted(sightings, key=lambda s: (s.where, -s.fullness, s.start)):
        best.setdefault(s.entry, s)
    return [
        s
        for s in best.values()
        if not any(s.entry != entry and entry.endswith(s.entry) for entry in best)
    ]


def _by_shape(page: Page) -> Iterator[BodyMention]:
    """Councils, forums, centres and counters that no vocabulary knows, told by the shape of their
    names; not the page's own heading.
    """
    by_name: dict[str, BodyMention] = {}
    for statement in page.statements:
        text = statement.text
        for match in (*_OPENED.finditer(text), *_NAMED.finditer(text)):
            name = _UNDER_CONTRACT.sub("", _STARTS_AS_LIST.sub("", match["name"]))
            if _NO_NAME.search(name) or _where(text, *match.span()) is _Where.CONTACT:
                continue
            short = match.groupdict().get("short") or ""
            known = by_name.get(fold(name))
            if known is None or (short and known.name == name):
                line = known.line if known else statement.line_at(match.start("name"))
                by_name[fold(name)] = BodyMention(
                    name=name + short,
                    role=_role(
                        text,
                        match.end(),
                        _Where.PROSE,
                        "advises" if _ASKS_FOR_ADVICE.search(name) else "other",
                    ),
                    line=line,
                )
    yield from (
        m for key, m in by_name.items() if not any(_same_body(key, name) for name in by_name)
    )


def _same_body(name: str, better: str) -> bool:
    """Whether `better` is the better form of a name: longer at its head, or rid of one character
    that ran into it.
    """
    longer = better.endswith(name) and len(better) > len(name) + 1
    return longer or (name.endswith(better) and len(name) == len(better) + 1)


def _stands_for(name: str, entries: set[str]) -> bool:
    return any(m.name in entries for m in vocabulary.bodies().mentions(name))
