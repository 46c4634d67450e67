"""What the values of an entry say: times in Japan, sums, shares, areas, industries, heads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from graph.bounds import CALL_RATE, CALL_TEXT, LARGEST_NUMBER, quoted
from graph.language.fold import fold, plain
from graph.schema.industry_classes import industry_sections
from loaders.catalogue.records.calls import CallRate, HeadLimit
from loaders.text.shares import SHARE, read_share, rounded
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_SHARE = re.compile(SHARE)
_JAPAN = timedelta(hours=9)
_YEARS = range(1990, 2200)
Refuse = Callable[[str], None]


def read_values(values: Mapping[str, Any], refuse: Refuse) -> dict[str, Any]:
    """The fields of a Call that the values tell, those that are there; `refuse` is given what of
    them cannot be read.
    """
    fields: dict[str, Any] = {}
    for name, read in _READERS.items():
        if name in values:
            try:
                fields |= read(values[name])
            except ValueError as error:
                refuse(f"{name}: {error}")
    if (fields.get("opens") or "") > (fields.get("closes") or "9"):
        refuse(f"opens: {fields['opens']} is after its last day, {fields['closes']}")
    return fields


def text(value: Any, most: int = CALL_TEXT) -> str:
    """A text in one form of each character, blanks in it made one. Raises ValueError for what is
    none or is too long.
    """
    if not isinstance(value, str):
        raise ValueError(f"{quoted(value)} is no text")  # noqa: TRY004  # one error for all values
    if len(value) > most:
        raise ValueError(f"has {len(value):,} characters, more than {most:,}")
    return " ".join(plain(value).split())


def code(value: Any) -> str:
    """The number of a call. Raises ValueError for what is none."""
    read = text(value)
    if not _PATTERNS["code"].fullmatch(read):
        raise ValueError(f"{quoted(value)} is no number of a call")
    return read


def _moment(value: Any) -> datetime | None:
    """A moment in Japan; None where none is told."""
    if value is None or value == "":
        return None
    match = _PATTERNS["instant"].fullmatch(text(value))
    if match is None:
        raise ValueError(f"{quoted(value)} is no time in UTC, as 2026-08-19T05:00Z")
    try:
        moment = datetime.fromisoformat(match["moment"])
    except ValueError:
        raise ValueError(f"{quoted(value)} is no day") from None
    if moment.year not in _YEARS:
        raise ValueError(f"{quoted(value)} is no year of a call")
    return moment + _JAPAN


def _opens(value: Any) -> dict[str, Any]:
    moment = _moment(value)
    if moment is None:
        return {"opens": None, "opens_at": None}
    return {"opens": moment.date().isoformat(), "opens_at": f"{moment:%H:%M}"}


def _last(value: Any) -> tuple[str, str] | None:
    """The last day and its time: midnight is the end of the day before."""
    moment = _moment(value)
    if moment is None:
        return None
    if (moment.hour, moment.minute) == (0, 0):
        return (moment - timedelta(days=1)).date().isoformat(), "24:00"
    return moment.date().isoformat(), f"{moment:%H:%M}"


def _closes(value: Any) -> dict[str, Any]:
    day, clock = _last(value) or (None, None)
    return {"closes": day, "closes_at": clock}


def _project_ends(value: Any) -> dict[str, Any]:
    return {"project_ends": (_last(value) or (None,))[0]}


def _cap(value: Any) -> dict[str, Any]:
    """0 and null: none is stated; nor is one where the field is filled with nines."""
    if isinstance(value, bool) or not (value is None or isinstance(value, int)):
        raise ValueError(f"{quoted(value)} is no sum of yen")
    if value is not None and not 0 <= value < LARGEST_NUMBER:
        raise ValueError(f"{quoted(value)} is no sum that is paid")
    return {"cap": None if not value or _PATTERNS["filled"].fullmatch(str(value)) else value}


def _rates(value: Any) -> dict[str, Any]:
    """Every share once, in their order, and 定額; of what is printed like one and is none nothing
    is known.
    """
    printed = text(value or "", CALL_RATE)
    rates: dict[float | None, CallRate] = {}
    for match in _SHARE.finditer(printed):
        if (share := read_share(printed, match.start())) is not None:
            value_of = rounded(share)
            rates.setdefault(value_of, CallRate(printed=match[0], value=value_of))
    if fixed := _PATTERNS["fixed"].search(printed):
        rates[None] = CallRate(printed=fixed[0])
    return {"rates": list(rates.values())}


def _listed(value: Any) -> list[str]:
    return [part for part in (p.strip() for p in text(value or "").split("/")) if part]


def _areas(value: Any) -> dict[str, Any]:
    areas = list(dict.fromkeys(_listed(value)))
    for area in areas:
        if not _PATTERNS["area"].fullmatch(area):
            raise ValueError(f"{quoted(area)} is no prefecture, region or the whole country")
    return {"areas": areas}


def _industries(value: Any) -> dict[str, Any]:
    """By the names of the classification; all of them are no limit."""
    known = {fold(section.name): section.name for section in industry_sections()}
    found = []
    for name in dict.fromkeys(_listed(value)):
        if (section := known.get(fold(name))) is None:
            raise ValueError(f"{quoted(name)} is no division of the classification of industries")
        found.append(section)
    return {"industries": [] if len(found) == len(known) else found}


def _purposes(value: Any) -> dict[str, Any]:
    return {"purposes": list(dict.fromkeys(_listed(value)))}


def _employees(value: Any) -> dict[str, Any]:
    printed = text(value or "")
    if not printed or _PATTERNS["no_limit_of_heads"].fullmatch(printed):
        return {"employees": None}
    match = _PATTERNS["heads"].fullmatch(printed)
    if match is None:
        raise ValueError(f"{quoted(value)} is no number of employees")
    op = "<=" if match["side"] == "以下" else ">="
    return {"employees": HeadLimit(op=op, amount=int(match["amount"].replace(",", "")))}


def _url(value: Any) -> dict[str, Any]:
    if value is None or value == "":
        return {"url": None}
    read = text(value)
    if not _PATTERNS["link"].fullmatch(read):
        raise ValueError(f"{quoted(value)} is no https address")
    return {"url": read}


def _scheme(value: Any) -> dict[str, Any]:
    return {"scheme": text(value or "") or None}


_READERS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "opens": _opens,
    "closes": _closes,
    "project_ends": _project_ends,
    "cap": _cap,
    "rate": _rates,
    "areas": _areas,
    "industries": _industries,
    "employees": _employees,
    "purposes": _purposes,
    "scheme": _scheme,
    "url": _url,
}
