"""What tables for people say for status, verdict, grade and time, as marks say it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from queries.overlap.marks import STATUSES, VERDICTS

# beside the codes and their Japanese words: those of the page and the documentation, in small
# letters
_CODES: Mapping[str, Mapping[str, str]] = {
    "status": {
        **{japanese: code for code, japanese in STATUSES.items()},
        "being checked": "checking",
        "確認済み": "checked",
    },
    "verdict": {
        **{japanese: code for code, japanese in VERDICTS.items()},
        "agreed": "agree",
        "同意(重なる)": "agree",
        "重なる": "agree",
        "not an overlap": "not_overlap",
        "not overlap": "not_overlap",
        "no overlap": "not_overlap",
        "重なりでない": "not_overlap",
        "重ならない": "not_overlap",
    },
}
_SIGNS = "✓✕✎ "
# a day, and a time of it without a zone: as spreadsheets write them
_DAY = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d*)?)?)?"
)


def as_said(column: str, cell: str) -> str:
    """A cell of a column as a mark has it; as it is where it is none of its words. A day is its
    first moment, a time without a zone one in UTC.
    """
    if column not in (*_CODES, "judged", "at"):
        return cell
    plain = unicodedata.normalize("NFKC", cell).strip()
    if column == "at":
        return _time(plain) or cell
    if column == "judged":
        return plain
    word = " ".join(plain.strip(_SIGNS).lower().replace("_", " ").split())
    codes = _CODES[column]
    return codes.get(word) or (code if (code := word.replace(" ", "_")) in codes.values() else cell)


def _time(plain: str) -> str:
    if not (written := _DAY.fullmatch(plain)):
        return ""
    year, month, day, hour, minute, second = (int(part or 0) for part in written.groups())
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
