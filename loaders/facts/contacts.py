"""Whom to ask: departments with their phones and e-mails (お問合せ先 …)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.catalogue.records import Contact
from loaders.text.glyphs import CIRCLED, ITEMS, NOTES, RINGS
from loaders.text.lines import Line

HEAD = re.compile(r"^お?(?:問合せ|問い合わせ|問い合せ)先?:?|^お?問合せ先")
_PHONE = re.compile(r"(?<![\d-])0\d{1,4}[-‐‑–−ー―]\d{1,4}[-‐‑–−ー―]\d{3,4}(?!\d)")
_MAIL = re.compile(
    r"[A-Za-z0-9_.+-]+\s?@\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:[a-z]{2,}|[A-Z]{2,})"
)
_MAIL_BEGUN = re.compile(
    r"(?:E-?mail|メール)\s*:\s*[A-Za-z0-9_.+-]*$|[A-Za-z0-9_.+-]+@(?![A-Za-z0-9.-]*\.(?:jp|com|org|net|info)$)[A-Za-z0-9.-]*$"
)
_PHONE_BEGUN = re.compile(r"(?<![\d-])0\d{0,3}(?:[-‐‑–−ー―]\d{0,4}){0,2}$")
_NUMBER_SOON = re.compile(
    r"^(?P<name>[^。:●⚫✓■]{0,24}?)[(（]?\s*(?:0\d{1,4}[-‐‑–−ー―]\d|E-?mail)", re.IGNORECASE
)
_OF_AN_OFFICE = re.compile(r"[省庁局部課室]|機構|法人|グループ")
_ITEM = re.compile(rf"^(?:[{ITEMS}{RINGS}{NOTES}•<＜【\[{CIRCLED}]|\d{{1,2}}[.．])")
_URL = re.compile(r"https?://\S*")
_EXTENSION = re.compile(r"[(（]?内線[:\s)）]*[\d、,~～-]+[)）]?|[(（]\d{3,5}[)）]")
_OFFICE = re.compile(
    r"(?:課|室|局|部|係|グループ|チーム|センター|窓口|事務局|担当|班|付|本部)(?:\s*[(（][^()（）]*[)）])?$"
)
_MORE = re.compile(r"^(?:E-?mail|メール|TEL|電話|URL|[(（]内線|[(（]0\d|https?:)", re.IGNORECASE)
_DESKS_ABOVE = re.compile(r"上記|右記|左記|下記")
_LABEL = re.compile(r"(?:TEL|電話(?:番号)?|E-?mail|メール|URL|FAX)\s*:?", re.IGNORECASE)
_AIMED_AT = re.compile(
    r"^(?:[(（][^()（）]*(?:分野|向け|関係|について)[)）]|【[^】省庁局課室]*】|[(（]\d[)）](?:の事業)?:)\s*|[(（]\d[)）]の事業:"
)
_DESK_IN_BRACKETS = re.compile(r"^【[^】]*[省庁局課室][^】]*】")
_WHERE_IT_SITS = re.compile(
    r"^[^()（）]+[(（]([^()（）]*[省庁局課室])内[)）]$"
)  # 税制担当(○○省 △△課内)
_FOR_WHAT = re.compile(r"\s*[(（]?【[^】]*】?\s*[)）]?$")
_AT_THE_END = re.compile(
    r"\s*受付時間.*$|(?:まで|へ)(?:ご|お)?(?:確認|連絡|相談|問合せ).*$|へ(?:\s.*)?$|[(（\s]+$"
)
_AT_THE_HEAD = re.compile(
    r"^(?:詳し[^。]*?については|[^。]*?(?:お?申し?込み?|お?問い?合わ?せ|ご?相談)は、?)"
)
_UNCLOSED = re.compile(r"[(（]\s*[(（][^()（）]*[)）][^\w]*(?:[(（].*)?$")
_EMPTY = re.compile(r"[(（【\[]\s*[、,/]*\s*[)）】\]]")


@dataclass(frozen=True)
class ContactBlock:
    """The lines of one お問合せ先 and what they give. `text` is the block without numbers and
    addresses.
    """

    contacts: tuple[Contact, ...]
    lines: tuple[Line, ...]


def _goes_on(line: Line, block: Sequence[Line], below: str) -> bool:
    """Whether the line still belongs to the block above it. `below`: the next line, empty where
    there is none.
    """
    text = line.plain
    if _MAIL_BEGUN.search(block[-1].plain) and re.match(r"[A-Za-z0-9_.+@-]+(?:\s|$)", text):
        return True
    if _is_cut_in_its_phone(block[-1].plain, text) or _is_cut_in_its_phone(text, below):
        return True
    if len(text) > 120 or text.endswith("。"):
        return False
    if (
        _MORE.match(text)
        or _PHONE.search(text)
        or _MAIL.search(text)
        or ("内線" in text and _OFFICE.search(_org(text)))
    ):
        return True
    # the head line named a ministry or bureau and the number comes with a department on the next
    # line
    without_number = not any(_PHONE.search(x.plain) or _MAIL.search(x.plain) for x in block)
    if without_number and _OFFICE.search(text) and _OFFICE.search(block[-1].plain):
        return True
    return not _ITEM.match(text) and _is_cut_in_its_name(text, below, without_number)


def _is_cut_in_its_name(text: str, following: str, awaited: bool) -> bool:
    """Whether a desk's name begun on one line ends, with its number, on the next. `awaited`: no
    number came yet.
    """
    rest = _NUMBER_SOON.match(following)
    if rest is None or len(text) > 60:
        return False
    return awaited or bool(_OF_AN_OFFICE.search(text)) or len(rest["name"]) <= 5


def _is_cut_in_its_phone(text: str, following: str) -> bool:
    """Whether a number begun at the end of one line (03-0000-00) ends at the head of the next."""
    begun = _PHONE_BEGUN.search(text)
    return (
        begun is not None
        and _digits(begun.group()) < 10
        and _PHONE.match(begun.group() + following) is not None
        and re.match(r"[\d-]", following) is not None
    )


def _digits(text: str) -> int:
    return sum(c.isdigit() for c in text)


def _block(lines: Sequence[Line], at: int) -> list[Line]:
    block = [lines[at]]
    gap = False
    for i, line in enumerate(lines[at + 1 :], at + 1):
        if line.blank:
            gap = True
            continue
        if not _goes_on(line, block, lines[i + 1].plain if i + 1 < len(lines) else "") or (
            gap and not (_MORE.match(line.plain) or _PHONE.search(line.plain))
        ):
            break
        block.append(line)
        gap = False
    return block


def _org(text: str) -> str:
    """The name of the desk, rid of numbers, addresses and the words before and between them."""
    for pattern in (_URL, _MAIL, _PHONE, _EXTENSION, _LABEL):
        text = pattern.sub(" ", text)
    if (opened := _UNCLOSED.search(text)) is not None:
        text = text[: opened.start()]
    while _EMPTY.search(text):
        text = _EMPTY.sub(" ", text)
    text = re.sub(r"\s+", " ", _AIMED_AT.sub("", text.strip(" ・、,/"))).strip(" ・、,/")
    desk = re.fullmatch(r"【(.*[省庁局課室].*)】", text)
    text = re.sub(
        r"\s+\d{1,3}$",
        "",
        _WHERE_IT_SITS.sub(r"\1", desk.group(1)) if desk else _FOR_WHAT.sub("", text),
    )
    text = _AT_THE_HEAD.sub("", _AT_THE_END.sub("", text))
    return re.sub(r"の各?(?:HP|ホームページ)から$", "", text).strip()


def _joined(block: Sequence[Line]) -> list[tuple[str, int]]:
    """The lines of a block; an address or a department cut by the wrap is put together again."""
    rows: list[tuple[str, int]] = []
    for line in block:
        text = line.plain
        if rows:
            before, number = rows[-1]
            if _MAIL_BEGUN.search(before) or _is_cut_in_its_phone(before, text):
                rows[-1] = (before + text, number)
                continue
            if (
                not _PHONE.search(before)
                and not _MAIL.search(before)
                and not _MORE.match(text)
                and not _DESK_IN_BRACKETS.match(text)
            ):
                rows[-1] = (f"{before} {text}", number)
                continue
        rows.append((text, line.number))
    return rows


def _contacts(block: Sequence[Line]) -> list[Contact]:
    found: list[Contact] = []
    for text, number in _joined(block):
        text = HEAD.sub("", text).strip()
        phones = list(dict.fromkeys(re.sub(r"[‐‑–−ー―]", "-", p) for p in _PHONE.findall(text)))
        emails = list(dict.fromkeys(re.sub(r"\s", "", m) for m in _MAIL.findall(text)))
        org = _org(text)
        # the desk's address stands on the line under its number, with or without the section's name
        its_address = (
            bool(found)
            and bool(emails)
            and not phones
            and not found[-1].emails
            and _OFFICE.search(org) is not None
        )
        if found and (not org or _MORE.match(text) or its_address):
            last = found[-1]
            found[-1] = last.model_copy(
                update={
                    "org": f"{last.org} {org}" if its_address else last.org,
                    "phones": [*last.phones, *(p for p in phones if p not in last.phones)],
                    "emails": [*last.emails, *(e for e in emails if e not in last.emails)],
                }
            )
        elif org or phones or emails:
            found.append(Contact(org=org, phones=phones, emails=emails, line=number))
    return found


def contact_blocks(lines: Sequence[Line]) -> list[ContactBlock]:
    """Every お問合せ先 among the lines, in their order."""
    blocks = []
    for at, line in enumerate(lines):
        if HEAD.match(line.plain):
            block = _block(lines, at)
            contacts = _contacts(block)
            if contacts and _DESKS_ABOVE.search(contacts[0].org):
                contacts = [c for c in contacts if c.phones or c.emails] + _desks(lines, block)
            blocks.append(ContactBlock(tuple(contacts), tuple(block)))
    return blocks


def _desks(lines: Sequence[Line], block: Sequence[Line]) -> list[Contact]:
    """The desks that a block points to (上記窓口): what stands before each number elsewhere among
    the lines.
    """
    inside = {line.number for line in block}
    desks = []
    for line in lines:
        if line.number in inside or not _PHONE.search(line.plain):
            continue
        at = 0
        for match in _PHONE.finditer(line.plain):
            org = line.plain[at : match.start()].strip(" :、,()（）")
            desks.append(
                Contact(
                    org=org, phones=[re.sub(r"[‐‑–−ー―]", "-", match.group())], line=line.number
                )
            )
            at = match.end()
    return desks
