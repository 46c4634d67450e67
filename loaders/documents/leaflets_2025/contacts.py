"""The desk of a leaflet: phones, addresses, and the name that stands by them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.catalogue.records import BodyMention, Contact
from loaders.documents.leaflets_2025.pages import close_digits
from loaders.facts.addresses import usual_form
from loaders.text.lines import Line
from loaders.vocabulary.ministries import ministries

_DASH = r"[-‐‑–−ー―]"
_PHONE = re.compile(rf"(?<![\d-])0\d{{1,3}}{_DASH}\d{{1,4}}{_DASH}\d{{3,4}}(?!\d)")
_MAIL = re.compile(r"[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_WORDS = re.compile(
    r"TEL|電話(?:番号)?|メール|E-?mail|(?:IP|ＩＰ)電話(?:など|等)からの|受付時間.*$|でご?相談受付中[!！]?|\(コールバック[^()]*\)",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?:センター|事務局|ダイヤル|窓口|本部|協議会|公庫|[課室局庁])(?:連絡先)?$")
_NAMED_IN = re.compile(
    r"(?:お?問い?合わ?せ(?:先)?[)）】]?は?、?)?"
    r"(?P<name>[^、。【】()（）\s]{0,24}?(?:センター|事務局|ダイヤル|本部|[課室]))(?:連絡先|まで|へ|\s|[:：(（]|$)"
)
_NUMBERLESS = re.compile(r"^(?P<name>\S{2,20}事務局)\s*\(")
_ASK_AT = re.compile(r"お?問い?合わ?せは、?(?P<name>\S{2,24}?(?:センター|事務局|窓口))まで")
_ASK_ABOUT = re.compile(r"^(?P<name>\S{2,24}に関するお?問い?合わ?せ)は$")
_SET_UP = re.compile(r"\S{3,}(?:事務局|センター)$")
_HEAD = re.compile(r"^[【(（]?お?問い?合わ?せ先?[)）】]?[:：]?\s*")
_ABOVE = 7  # lines above a number in which its desk may be named


def desks(lines: Sequence[Line]) -> list[Contact]:
    """Every number and address with the desk that it is of, numbers of one desk together, in the
    order of the lines.
    """
    printed = [Line(line.number, usual_form(line.plain)) for line in lines if not line.blank]
    contacts: list[Contact] = []
    for at, line in enumerate(printed):
        text = close_digits(line.plain)
        phones = [re.sub(_DASH, "-", phone) for phone in _PHONE.findall(text)]
        emails = _MAIL.findall(text)
        if phones or emails:
            _add(
                contacts,
                Contact(
                    org=_own(text) or _above(printed, at) or _below(printed, at),
                    phones=phones,
                    emails=emails,
                    line=line.number,
                ),
            )
        elif match := _NUMBERLESS.match(text):
            _add(contacts, Contact(org=match["name"], line=line.number))
    return _with_names(contacts)


def _with_names(contacts: Sequence[Contact]) -> list[Contact]:
    """A number or address that no name stands by is the leaflet's own desk's: the next that has a
    name, or the last.
    """
    named = [desk for desk in contacts if desk.org]
    result: list[Contact] = []
    for desk in contacts:
        home = next(
            (later for later in named if later.line > desk.line), named[-1] if named else desk
        )
        _add(result, desk if desk.org else desk.model_copy(update={"org": home.org}))
    return result


def _add(contacts: list[Contact], new: Contact) -> None:
    """A further number of a desk goes to the desk."""
    for i, old in enumerate(contacts):
        if old.org == new.org:
            contacts[i] = old.model_copy(
                update={
                    "phones": list(dict.fromkeys([*old.phones, *new.phones])),
                    "emails": list(dict.fromkeys([*old.emails, *new.emails])),
                }
            )
            return
    contacts.append(new)


def _own(text: str) -> str:
    """The name of the desk on the number's own line."""
    bare = _HEAD.sub("", _WORDS.sub(" ", _MAIL.sub(" ", _PHONE.sub(" ", text))))
    bare = re.sub(r"\s*[(（:：/、]\s*$|[)）]\s*$", "", re.sub(r"\s+", " ", bare).strip()).strip(
        " (（:：/、)）"
    )
    bare = re.sub(r"連絡先$", "", bare)
    return bare if _NAME.search(bare) else ""


def _above(printed: Sequence[Line], at: int) -> str:
    """The nearest name of a desk over the number; one that is cut in two is put together."""
    for i in range(at - 1, max(-1, at - 1 - _ABOVE), -1):
        text = printed[i].plain
        if i < at - 1 and _PHONE.search(
            close_digits(text)
        ):  # what stands over another number is that number's
            return ""
        if (match := _NAMED_IN.search(text)) and len(text) < 60:
            name = _HEAD.sub("", match["name"])
            before = printed[i - 1].plain if i else ""
            joined = (
                match.start() == 0
                and 2 <= len(before) <= 10
                and printed[i - 1].number == printed[i].number - 1
                and not re.search(r"[。は]$", before)
            )
            return before + name if joined else name
    return ""


def _below(printed: Sequence[Line], at: int) -> str:
    """The desk, or else what one may ask there, that the lines right under a number name."""
    under = [
        line.plain
        for line in printed[at + 1 : at + 1 + _ABOVE]
        if not _PHONE.search(close_digits(line.plain))
    ]
    for pattern in (_ASK_AT, _ASK_ABOUT):
        for text in under:
            if match := pattern.search(text):
                return match["name"]
    return ""


def desk_bodies(contacts: Sequence[Contact]) -> list[BodyMention]:
    """The offices that a scheme has set up for itself (…補助金事務局, …サポートセンター) as bodies
    to ask.
    """
    return [
        BodyMention(name=desk.org, role="contact", line=desk.line)
        for desk in contacts
        if _SET_UP.search(desk.org)
    ]


def offices(contacts: Sequence[Contact]) -> list[tuple[str, int]]:
    """The ministries and outer offices that the desks are of, with their lines."""
    return [
        (mention.name, desk.line)
        for desk in contacts
        for mention in ministries().find(desk.org)
        if mention.kind in ("ministry", "agency")
    ]
