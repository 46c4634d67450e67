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
from loaders.text.glyphs import ITEMS, RINGS
from loaders.text.lines import fold
from loaders.text.page import Page
from loaders.vocabulary.bodies import Role
from loaders.vocabulary.matching import Mention, Squeezed

_LEGAL_FORM = (
    r"(?:独立行政法人|国立研究開発法人|国立大学法人|認可法人|特殊法人|(?:一般|公益)?(?:社団|財団)法人|株式会社"
    r"|\((?:独|国研|株|一社|一財|公社|公財|社|財)\))"
)
_FORM_BEFORE = re.compile(_LEGAL_FORM + r"$")
_FORM = re.compile(_LEGAL_FORM)
# a body that the vocabulary does not know, but whose legal form is printed
_FORMED = re.compile(
    r"(?:独立行政法人|国立研究開発法人|(?:一般|公益)(?:社団|財団)法人|\((?:独|国研|一社|一財|公社|公財)\))"
    r"(?P<name>[一-龥ァ-ヶー々・]{2,22}?(?:機構|研究所|協会|センター|振興会|事業団|基金|会議所|連合会|財団|会館|学会|公庫|博物館))(?![一-龥])"
)
# a council, forum or centre with a proper name; what stands before it is no longer than a name
_NAMED = re.compile(
    r"(?P<name>(?:『?「[^「」]{1,12}」[一-龥の]{0,8}』?)?[一-龥ァ-ヶーA-Za-z々・]{4,24}(?:協議会|フォーラム|センター|ガーデン|相談窓口|相談デスク))"
    r"(?P<short>\([A-Z][A-Za-z\-]{2,10}\))?(?=[」』]?(?:[のをがはに、"
    r"等(】]|では|でも(?:ご)?相談|により|と連携|ウェブ|$))"
)
_OPENED = re.compile(
    r"(?:窓口|拠点|施設)(?:である|となる|として)?「(?P<name>[^「」、。]{5,20})」を"
)
# compounds that are no name: one of several, a part of an office, something to be built
_NO_NAME = re.compile(
    r"^年度|^(?:同|各|本|当該|全国|地域|総合|専門|無料|関係|現地|海外|物流|データ|コール|相談|サポート|ワンストップ|ビジネス|イベント|交流|支援)*"
    r"(?:センター|フォーラム|協議会|ガーデン|相談窓口|相談デスク)$|^(?:同|各|本|当該)|都道府県|市町村"
)
_UNDER_CONTRACT = re.compile(
    r"^.{2,8}?(?:委託|補助)事業(?=.{4})"
)  # 経済産業省委託事業… is no part of the name
_STARTS_AS_LIST = re.compile(r"^[・ー]+|^[一-龥]{1,3}・(?=[一-龥]{2,3}(?:連携|民)[^・]*$)")

_SIGNS = ITEMS + RINGS
_ASK = re.compile(
    rf"お?(?:問い?合わ?せ(?:先|窓口)?|相談(?:先|窓口)】?)[:：]?[^。{_SIGNS}]{{0,45}}$"
)
_PHONE_SOON = re.compile(
    rf"^[^。{_SIGNS}:]{{0,40}}?\(?0\d{{1,4}}[-‐‑–−]\d{{1,4}}[-‐‑–−]\d{{3,4}}|^[^。{_SIGNS}:]{{0,30}}?E-?mail"
)
_GRANT = re.compile(r"^(?:\([^)]*\))?(?:運営費|施設整備費|事業費)(?:交付金|補助金)")
_GOES_ON = re.compile(r"(?!等)[一-龥ァ-ヶーA-Za-z]{2}")
# a kind of body that is only one of several in a row (自治体、地域金融機関、大学等が…)
_IN_A_ROW = (
    re.compile(r"[一-龥ァ-ヶー]、$"),
    re.compile(rf"^等?、[^。、{_SIGNS}]{{2,14}}(?:、|等|の)"),
)
_MAY_APPLY = re.compile(
    r"(?:中小企業(?:者|等)?|事業者|研究機関等?|組合)、"
    rf"[^。{_SIGNS}]{{0,12}}$|(?:対象(?:者|要件)?|については)[:：]?[^。{_SIGNS}]{{0,12}}$"
)
_ARE_TARGETS = re.compile(rf"^[^。{_SIGNS}]{{0,14}}(?:等が対象|を対象|も対象)")
_ACTS_AFTER = re.compile(
    r"^(?:等)?(?:\([^)]*\))?(?:が(?!有する)|は|では|による|により|において|にて|に(?:事業を)?委託|と連携|へ委託|で(?:支給|実施|受付)|を通じ)"
)
_ACTS_BEFORE = re.compile(
    rf"実施主体[:：]?[^。{_SIGNS}]{{0,10}}$|国[(、・][^。{_SIGNS}]{{0,4}}$|最寄り?の$"
)
# where a ministry's office is a counter, a place or a partner, the ministry itself is at work
_NOT_AT_WORK = re.compile(r"^(?:の窓口)?への来訪|^を中心に設置|^(?:等)?と連携")
_ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        ("advises", rf"^[^。({_SIGNS}]{{0,12}}による(?:助言|相談|アドバイス)"),
        ("guarantees", rf"^[^。{_SIGNS}]{{0,8}}(?:債務保証|信用保証|保証)"),
        ("finances", rf"^[^。{_SIGNS}]{{0,22}}(?:融資|貸付|貸し?付け|出資|ファンド|資金)"),
        ("certifies", rf"^[^。{_SIGNS}]{{0,14}}(?:認定|選定|審査)"),
        ("operates", rf"^が?[^。{_SIGNS}]{{0,6}}運営"),
        ("advises", rf"^[^。{_SIGNS}]{{0,24}}(?:相談|助言|専門家|アドバイス|診断|伴走)"),
        ("implements", r"^(?:等)?(?:が|による|により|では|にて|に委託|へ委託)"),
    )
)


class _Where(IntEnum):
    """Where on the page a name stands, the best place to read it first."""

    PROSE = 0
    CONTACT = 1
    PART = 2  # of another name: INPIT外国出願…, JETRO事務所
    GRANT = 3


@dataclass(frozen=True)
class _Seen:
    """One name in the squeezed page: what it stands for, how it is printed in full, where, and what
    stands around it.
    """

    entry: str
    printed: str
    start: int
    # how much of the name is printed: 0 the name or a short one, 1 with its legal form or turned
    # round, 2 with the short one in brackets
    fullness: int
    where: _Where
    role: Role


def bodies(page: Page) -> list[BodyMention]:
    """The bodies that a careful reader notes on the page, each once, in order of place; `name` as
    printed, `line` from 1.

    `loaders.vocabulary.bodies().get(name)` leads to the body itself. Generic words (金融機関,
    都道府県) are left out where they act no part, and so are those who may only apply.
    """
    squeezed = Squeezed(page.flow.text)
    seen = [
        *_from_vocabulary(squeezed.text),
        *_regional_offices(squeezed.text),
        *_with_legal_form(squeezed.text),
    ]
    best = _one_each(seen)
    found = [
        BodyMention(
            name=s.printed,
            role=s.role,
            line=page.flow.line_at(squeezed.span(s.start, s.start + 1)[0]),
        )
        for s in best
    ]
    known = {s.entry for s in best}
    found += [m for m in _by_shape(page) if not _stands_for(m.name, known)]
    return sorted(found, key=lambda m: (m.line, m.name))


def _from_vocabulary(text: str) -> Iterator[_Seen]:
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
        yield _Seen(
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
    other = at.get(begin)
    if other and other.name == mention.name and text[other.end : other.end + 1] == ")":
        return start, other.end + 1, {begin}
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


def _regional_offices(text: str) -> Iterator[_Seen]:
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
            yield _Seen(
                mention.name,
                mention.printed,
                mention.start,
                0,
                where,
                "contact" if where is _Where.CONTACT else "implements",
            )


def _with_legal_form(text: str) -> Iterator[_Seen]:
    """Bodies that no vocabulary knows yet, told by their printed legal form."""
    listed = vocabulary.bodies()
    for match in _FORMED.finditer(text):
        if not listed.mentions(match.group()):
            where = _where(text, *match.span())
            yield _Seen(
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


def _one_each(seen: Iterable[_Seen]) -> list[_Seen]:
    """One name a body: running text before contacts, the fuller name before a short one, then the
    first; and no name that is only a part of a more special one on the page (ハローワーク beside
    新卒応援ハローワーク).
    """
    best: dict[str, _Seen] = {}
    for s in sorted(seen, key=lambda s: (s.where, -s.fullness, s.start)):
        best.setdefault(s.entry, s)
    return [
        s
        for s in best.values()
        if not any(s.entry != other and other.endswith(s.entry) for other in best)
    ]


def _by_shape(page: Page) -> Iterator[BodyMention]:
    """Councils, forums, centres and counters that no vocabulary knows, told by the shape of their
    names; not the page's own heading.
    """
    found: dict[str, BodyMention] = {}
    for statement in page.statements:
        text = statement.text
        for match in (*_OPENED.finditer(text), *_NAMED.finditer(text)):
            name = _UNDER_CONTRACT.sub("", _STARTS_AS_LIST.sub("", match["name"]))
            if _NO_NAME.search(name) or _where(text, *match.span()) is _Where.CONTACT:
                continue
            short = match.groupdict().get("short") or ""
            known = found.get(fold(name))
            if known is None or (short and known.name == name):
                line = known.line if known else statement.line_at(match.start("name"))
                found[fold(name)] = BodyMention(
                    name=name + short,
                    role=_role(
                        text, match.end(), _Where.PROSE, "advises" if "相談" in name else "other"
                    ),
                    line=line,
                )
    yield from (m for key, m in found.items() if not any(_same_body(key, other) for other in found))


def _same_body(name: str, other: str) -> bool:
    """Whether `other` is the better form of a name: longer at its head, or rid of one character
    that ran into it.
    """
    longer = other.endswith(name) and len(other) > len(name) + 1
    return longer or (name.endswith(other) and len(name) == len(other) + 1)


def _stands_for(name: str, entries: set[str]) -> bool:
    return any(m.name in entries for m in vocabulary.bodies().mentions(name))
