"""Whom to ask: departments with their phones and e-mails (お問合せ先 …)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.catalogue.records import Contact
from loaders.facts.addresses import usual_form
from loaders.text.lines import Line
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_HEAD = _PATTERNS["head"]
_PHONE = _PATTERNS["phone"]
_TEN_DIGITS = _PATTERNS["ten_digits"]
_BESIDE_A_NUMBER = _PATTERNS["beside_a_number"]
_NEXT_DESK = _PATTERNS["next_desk"]
_MAIL = _PATTERNS["mail"]
_MAIL_BEGUN = _PATTERNS["mail_begun"]
_MAIL_REST = _PATTERNS["mail_rest"]
_PHONE_BEGUN = _PATTERNS["phone_begun"]
_NUMBER_SOON = _PATTERNS["number_soon"]
_OF_AN_OFFICE = _PATTERNS["of_an_office"]
_ITEM = _PATTERNS["item"]
_URL = _PATTERNS["url"]
_EXTENSION = _PATTERNS["extension"]
_OFFICE = _PATTERNS["office"]
_MORE = _PATTERNS["more"]
_DESKS_ABOVE = _PATTERNS["desks_above"]
_LABEL = _PATTERNS["label"]
_AIMED_AT = _PATTERNS["aimed_at"]
_DESK_IN_BRACKETS = _PATTERNS["desk_in_brackets"]
_WHERE_IT_SITS = _PATTERNS["where_it_sits"]
_FOR_WHAT = _PATTERNS["for_what"]
_AT_THE_END = _PATTERNS["at_the_end"]
_AT_THE_HEAD = _PATTERNS["at_the_head"]
_UNCLOSED = _PATTERNS["unclosed"]
_EMPTY = _PATTERNS["empty"]
_WHOLE_IN_BRACKETS = _PATTERNS["whole_in_brackets"]
_PAGE_NUMBER = _PATTERNS["page_number"]
_FROM_ITS_PAGES = _PATTERNS["from_its_pages"]
_EXTENSION_WORD = _PATTERNS["extension_word"]
_DASH = _PATTERNS["dash"]


@dataclass(frozen=True)
class ContactBlock:
    """One お問合せ先 of a page."""

    contacts: tuple[Contact, ...]
    """The desks that it names, in its order."""
    lines: tuple[Line, ...]
    """The lines that it takes up."""

    def unread(self) -> list[tuple[int, str]]:
        """Line and name of each desk beside which a number or an address is left unread."""
        return [(c.line, c.org) for c in self.contacts if _BESIDE_A_NUMBER.search(c.org)]


def _goes_on(line: Line, block: Sequence[Line], below: str) -> bool:
    """Whether the line still belongs to the block above it. `below`: the next line, empty where
    there is none.
    """
    text = line.plain
    if _MAIL_BEGUN.search(block[-1].plain) and _MAIL_REST.match(text):
        return True
    if _is_cut_in_its_phone(block[-1].plain, text) or _is_cut_in_its_phone(text, below):
        return True
    if len(text) > 120 or text.endswith("。"):
        return False
    if (
        _MORE.match(text)
        or _PHONE.search(text)
        or _MAIL.search(text)
        or (_EXTENSION_WORD.search(text) and _OFFICE.search(_org(text)))
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
    for pattern in (_URL, _MAIL, _PHONE, _TEN_DIGITS, _EXTENSION, _LABEL):
        text = pattern.sub(" ", text)
    if (opened := _UNCLOSED.search(text)) is not None:
        text = text[: opened.start()]
    while _EMPTY.search(text):
        text = _EMPTY.sub(" ", text)
    text = re.sub(r"\s+", " ", _AIMED_AT.sub("", text.strip(" ・、,/"))).strip(" ・、,/")
    in_brackets = _WHOLE_IN_BRACKETS.fullmatch(text)
    text = _WHERE_IT_SITS.sub(r"\1", in_brackets[1]) if in_brackets else _FOR_WHAT.sub("", text)
    text = _PAGE_NUMBER.sub("", text)
    text = _AT_THE_HEAD.sub("", _AT_THE_END.sub("", text))
    return _FROM_ITS_PAGES.sub("", text).strip()


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
    contacts: list[Contact] = []
    desks = ((desk, at) for text, at in _joined(block) for desk in _NEXT_DESK.split(text))
    for text, number in desks:
        text = _HEAD.sub("", text).strip()
        phones = [_DASH.sub("-", p) for p in _PHONE.findall(text)] + _TEN_DIGITS.findall(text)
        phones = list(dict.fromkeys(phones))
        emails = list(dict.fromkeys(re.sub(r"\s", "", m) for m in _MAIL.findall(text)))
        org = _org(text)
        # the desk's address stands on the line under its number, with or without the section's name
        its_address = (
            bool(contacts)
            and bool(emails)
            and not phones
            and not contacts[-1].emails
            and _OFFICE.search(org) is not None
        )
        if contacts and (not org or _MORE.match(text) or its_address):
            last = contacts[-1]
            contacts[-1] = last.model_copy(
                update={
                    "org": f"{last.org} {org}" if its_address else last.org,
                    "phones": [*last.phones, *(p for p in phones if p not in last.phones)],
                    "emails": [*last.emails, *(e for e in emails if e not in last.emails)],
                }
            )
        elif org or phones or emails:
            contacts.append(Contact(org=org, phones=phones, emails=emails, line=number))
    return contacts


def contact_blocks(lines: Sequence[Line]) -> list[ContactBlock]:
    """Every お問合せ先 among the lines, in their order."""
    printed = {line.number: line for line in lines}
    lines = [Line(line.number, usual_form(line.plain)) for line in lines]
    blocks = []
    for at, line in enumerate(lines):
        if _HEAD.match(line.plain):
            block = _block(lines, at)
            contacts = _contacts(block)
            if contacts and _DESKS_ABOVE.search(contacts[0].org):
                contacts = [c for c in contacts if c.phones or c.emails] + _desks(lines, block)
            blocks.append(
                ContactBlock(tuple(contacts), tuple(printed[line.number] for line in block))
            )
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
            desks.append(Contact(org=org, phones=[_DASH.sub("-", match.group())], line=line.number))
            at = match.end()
    return desks
