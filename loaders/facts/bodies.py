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
from loaders.facts.roles import shown_role
from loaders.text.lines import fold, plain
from loaders.text.page import Page
from loaders.vocabulary.bodies import Body, Role
from loaders.vocabulary.law_mentions import laws
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
_DOES_THE_WORK = _PATTERNS["does_the_work"]
_BY_LAW = _PATTERNS["by_law"]
_DEFINED = _PATTERNS["defined"]
_EVENT = _PATTERNS["event"]
_OWNS = _PATTERNS["owns"]
_IN_ANOTHER_NAME = _PATTERNS["in_another_name"]
_NAMES_ONE = _PATTERNS["names_one"]
_AS_A_PLACE = _PATTERNS["as_a_place"]
_OF_A_PLACE = _PATTERNS["of_a_place"]
# kinds that a measure itself can be: a counter, a place (not a corporation)
_PLACES = ("public_office", "support_centre")


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
    role: Role | None
    """What the text there shows the body to do; None where it shows nothing."""
    usual: Role
    """What the body does where the page shows nothing."""


def bodies(page: Page, title: str = "") -> list[BodyMention]:
    """The bodies that a careful reader notes on the page, each once, in order of place; `name` as
    printed, `line` from 1. `title` is the measure's: what is a counter or place by that very name
    is the measure itself, unless the text shows it at work.

    `loaders.vocabulary.bodies().get(name)` leads to the body itself. Generic words (金融機関,
    都道府県) are left out where they act no part, and so are those who may only apply.
    """
    squeezed, name = Squeezed.of(page.flow.text), Squeezed.of(plain(title)).text
    sightings = [
        *_from_vocabulary(squeezed.text, name),
        *_regional_offices(squeezed.text),
        *_with_legal_form(squeezed.text, name),
    ]
    best = _one_each(sightings)
    noted = [
        BodyMention(
            name=s.printed,
            role=_role(s, sightings),
            line=page.flow.line_at(squeezed.span(s.start, s.start + 1)[0]),
        )
        for s in best
    ]
    known = {s.entry for s in best}
    noted += [m for m in _by_shape(page, name) if not _stands_for(m.name, known)]
    return sorted(noted, key=lambda m: (m.line, m.name))


def _role(best: _Sighting, sightings: Iterable[_Sighting]) -> Role:
    """What the body does: as the place of its best name shows, else the first that shows it."""
    shown = (
        s.role
        for s in (best, *sightings)
        if s.entry == best.entry and s.where is not _Where.CONTACT and s.role
    )
    return next(shown, "contact" if best.where is _Where.CONTACT else best.usual)


def _is_the_measure(text: str, start: int, end: int, title: str) -> bool:
    """Whether the name is no more than the measure's, printed as its title, or a part of it."""
    name = text[start:end]
    if title and title in name:  # its branch or edition (地域版…)
        return True
    return name in title and text.startswith(title, max(0, start - title.find(name)))


def _of_another_law(body: Body, text: str, start: int) -> bool:
    """Whether another law than the body's own recognises those of its short name."""
    by_law = _BY_LAW.search(text, max(0, start - 50), start)
    if body.recognised_by is None or by_law is None:
        return False
    own = {m.formal for m in laws().mentions(body.recognised_by)}
    return not own & {m.formal for m in laws().mentions(by_law["law"])}


def _from_vocabulary(text: str, title: str) -> Iterator[_Sighting]:
    listed = vocabulary.bodies()
    mentions = listed.mentions(text)
    at = {m.start: m for m in mentions}
    inside: set[int] = set()
    others = {
        m.name
        for m in mentions
        if (body := listed.get(m.name)) and _of_another_law(body, text, m.start)
    }
    # what the page defines under the measure's name is the measure
    others |= {m.name for m in mentions if m.printed in title and _DEFINED.match(text, m.end)}
    in_laws = {at for law in laws().mentions(text) for at in range(law.start, law.end)}
    for mention in mentions:
        if mention.start in inside or mention.start in in_laws:
            continue
        body = listed.get(mention.name)
        if body is None or body.noted == "never" or body.name in others:
            continue
        start, end, within = _whole_name(text, mention, at)
        inside |= within
        where = _where(text, start, end)
        if not _is_noted(body.noted, text, start, end) or (
            body.kind == "generic" and (_in_a_row(text, start, end) or _NAMES_ONE.match(text, end))
        ):
            continue
        fullness = (
            (2 if mention.printed.startswith(body.name) else 1)
            if within
            else int(start < mention.start)
        )
        if body.kind in _PLACES and _is_the_measure(text, start, end, title):
            continue
        yield _Sighting(
            body.name,
            text[start:end],
            start,
            fullness,
            where,
            _shown(body, text, start, end, where, title),
            body.usual_role,
        )


def _shown(body: Body, text: str, start: int, end: int, where: _Where, title: str) -> Role | None:
    """What the text shows a body of the vocabulary to do. Who lends, guarantees, awards or advises
    does that where it only says that he acts; whose name the title bears carries the measure out.
    """
    if where is _Where.GRANT:
        return "implements"
    role = shown_role(text, start, end, title)
    if role == "implements" and body.usual_role != "other":
        role = body.usual_role
    if role is None and text[start:end] in title and body.kind != "generic":
        return "implements"
    return "other" if role is None and _IN_ANOTHER_NAME.match(text, end) else role


def _whole_name(text: str, mention: Mention, at: dict[int, Mention]) -> tuple[int, int, set[int]]:
    """The span of a name with its legal form and the other name in brackets; and where names inside
    the brackets begin.
    """
    start, end = mention.start, mention.end
    if mention.kind == "chamber" and (place := _OF_A_PLACE.search(text, max(0, start - 5), start)):
        start = place.start("place")
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
                shown_role(text, mention.start, mention.end),
                "implements",
            )


def _with_legal_form(text: str, title: str) -> Iterator[_Sighting]:
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
                shown_role(text, *match.span(), title),
                "other",
            )


def _where(text: str, start: int, end: int) -> _Where:
    if _GRANT.match(text[end : end + 20]):
        return _Where.GRANT
    if _ASK.search(text[max(0, start - 70) : start]) or _PHONE_SOON.match(text[end : end + 60]):
        return _Where.CONTACT
    return _Where.PART if _GOES_ON.match(text[end : end + 3]) else _Where.PROSE


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


def _by_shape(page: Page, title: str) -> Iterator[BodyMention]:
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
            if _EVENT.match(text, match.end()) or _OWNS.match(text, match.end()):
                continue
            if _is_the_measure(text, *match.span("name"), title):
                continue
            short = match.groupdict().get("short") or ""
            known = by_name.get(fold(name))
            if known is None or (short and known.name == name):
                line = known.line if known else statement.line_at(match.start("name"))
                by_name[fold(name)] = BodyMention(
                    name=name + short,
                    role=_shown_by_shape(text, match, title) or _by_name(name),
                    line=line,
                )
    yield from (
        m for key, m in by_name.items() if not any(_same_body(key, name) for name in by_name)
    )


def _shown_by_shape(text: str, match: re.Match[str], title: str) -> Role | None:
    """What the text shows such a body to do; a circle of members in which something is done is only
    its place.
    """
    if not _DOES_THE_WORK.search(match["name"]) and _AS_A_PLACE.match(text, match.end()):
        return None
    return shown_role(text, *match.span(), title)


def _by_name(name: str) -> Role:
    """What a body does by its name alone."""
    if _ASKS_FOR_ADVICE.search(name):
        return "advises"
    return "implements" if _DOES_THE_WORK.search(name) else "other"


def _same_body(name: str, better: str) -> bool:
    """Whether `better` is the better form of a name: longer at its head, or rid of one character
    that ran into it.
    """
    longer = better.endswith(name) and len(better) > len(name) + 1
    return longer or (name.endswith(better) and len(name) == len(better) + 1)


def _stands_for(name: str, entries: set[str]) -> bool:
    return any(m.name in entries for m in vocabulary.bodies().mentions(name))
