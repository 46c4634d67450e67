"""What readers say of pairs: how far they are with a pair, what they make of it, who, when."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    model_validator,
)

from queries.programmes.ids import programme_id

Status = Literal["unchecked", "checking", "checked"]
Verdict = Literal["agree", "not_overlap"]
# in both languages, as files for people have them
STATUSES: Mapping[Status, str] = {
    "unchecked": "未確認",
    "checking": "確認中",
    "checked": "確認済",
}
VERDICTS: Mapping[Verdict, str] = {"agree": "同意", "not_overlap": "重なりではない"}
LONGEST_NAME, LONGEST_TEXT = 80, 10_000  # characters
PairIds = tuple[str, str]
_ID = re.compile(r"(?:measure|programme):[^\s\x00-\x1f]+")


def _in_utc(at: datetime) -> datetime:
    return at.astimezone(UTC)


def _one_line(text: str) -> str:
    """Without what a terminal or a table would take for more than text."""
    cleaned = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return " ".join(cleaned.split())


def _without_controls(text: str) -> str:
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def _by_name(value: object) -> object:
    return programme_id(value) if isinstance(value, str) else value


def _id(value: str) -> str:
    if not _ID.fullmatch(value):
        raise ValueError("no id of a measure or programme (measure:…, programme:…)")
    return value


Id = Annotated[
    str,
    BeforeValidator(_by_name),
    AfterValidator(_id),
    Field(max_length=200),
]
Line = Annotated[str, AfterValidator(_one_line)]


class Mark(BaseModel):
    """What a reader says of a pair; nothing where all was taken back."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    a: Id
    """One of the two, `measure:…` or `programme:…`, as it was called then."""
    b: Id
    """The other one."""
    title_a: Annotated[Line, Field(max_length=1000)] = ""
    """The title of the one, as it was then."""
    title_b: Annotated[Line, Field(max_length=1000)] = ""
    """The title of the other, as it was then."""
    score: float = Field(default=0.0, ge=0, le=1)
    """The score of the pair, as it was then."""
    grade: int = Field(default=0, ge=0, le=3)
    """The grade that was printed for the pair then."""
    status: Status = "unchecked"
    """How far the reader is with the pair."""
    verdict: Verdict | None = None
    """What the reader makes of the pair; None: no verdict."""
    judged: int | None = Field(default=None, ge=0, le=3)
    """The grade that the reader gives it; None: none."""
    who: Annotated[Line, Field(max_length=LONGEST_NAME)] = ""
    """The name that the reader gives, or that of the login."""
    text: Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(_without_controls)] = ""
    """What was written."""
    at: Annotated[AwareDatetime, AfterValidator(_in_utc)]
    """When it was said (UTC)."""

    @model_validator(mode="before")
    @classmethod
    def _with_status(cls, given: Any) -> Any:
        """A mark of a file that knows no status yet: who judged has checked."""
        if not isinstance(given, dict) or given.get("status") is not None:
            return given
        judged = given.get("verdict") is not None or given.get("judged") is not None
        status = "checked" if judged else "checking" if given.get("text") else "unchecked"
        return {**given, "status": status}

    @model_validator(mode="after")
    def _of_two(self) -> Mark:
        if self.a == self.b:
            raise ValueError("both sides are one thing")
        return self

    @property
    def empty(self) -> bool:
        """Whether all that was said is taken back."""
        return self.status == "unchecked" and not self.judges and not self.text

    @property
    def judges(self) -> bool:
        """Whether it says what the pair is."""
        return self.verdict is not None or self.judged is not None

    @property
    def final_grade(self) -> int | None:
        """The grade that a checked pair has by its reader: the one that was given; else agreement
        means the printed one, and no overlap 0. None where it is not checked or not judged.
        """
        if self.status != "checked" or not self.judges:
            return None
        if self.judged is not None:
            return self.judged
        return self.grade if self.verdict == "agree" else 0


def pair_ids(a: str, b: str) -> PairIds:
    """What a pair is known by: the ids of its two, the lower first."""
    a, b = programme_id(a), programme_id(b)
    return (a, b) if a <= b else (b, a)


def histories(marks: Iterable[Mark], present: Mapping[str, str]) -> dict[PairIds, tuple[Mark, ...]]:
    """All that was said of each pair, the earliest first (of one time in the order of the file), by
    the ids that its two have now; `present`: former id -> id.
    """
    said: dict[PairIds, list[Mark]] = {}
    for mark in marks:
        ids = pair_ids(present.get(mark.a, mark.a), present.get(mark.b, mark.b))
        if ids[0] != ids[1]:
            said.setdefault(ids, []).append(mark)
    return {ids: tuple(sorted(of_pair, key=lambda m: m.at)) for ids, of_pair in said.items()}


def latest(said: Mapping[PairIds, Sequence[Mark]]) -> dict[PairIds, Mark]:
    """What is said of each pair now, without those of which all was taken back."""
    return {ids: of_pair[-1] for ids, of_pair in said.items() if not of_pair[-1].empty}


def status_of(mark: Mark | None) -> Status:
    """How far readers are with a pair of which this is said."""
    return mark.status if mark else "unchecked"


def last_by(who: str, said: Sequence[Mark]) -> Mark | None:
    """What the reader of this name said last; None where it said nothing."""
    return next((mark for mark in reversed(said) if mark.who == who), None)


def time_after(at: datetime, said: Sequence[Mark]) -> datetime:
    """The time of a mark that is made at `at` after all that was said of its pair: no earlier than
    the last of these, for a clock may be behind or may have been put back.
    """
    return max(at, *(mark.at for mark in said)) if said else at


def now() -> datetime:
    """The time of a mark that is made now, to the second."""
    return datetime.now(UTC).replace(microsecond=0)
