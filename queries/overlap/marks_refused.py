"""Lines of a file that are no mark, and why, in plain words of both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from queries.overlap.marks import LONGEST_NAME, LONGEST_TEXT, STATUSES, VERDICTS

_DAY = "2026-11-02, 2026-11-02T09:00:00Z"


@dataclass(frozen=True)
class Why:
    """Why a line is no mark."""

    english: str
    """In English."""
    japanese: str
    """In Japanese."""


@dataclass(frozen=True)
class NoMark:
    """A line of a file that is no mark."""

    file: str
    """The file."""
    line: int
    """The number of the line, from 1."""
    why: Why
    """Why it is none."""

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: is no mark: {self.why.english}"

    @property
    def japanese(self) -> str:
        """The same in Japanese."""
        return f"{self.file} {self.line}行目：{self.why.japanese}"


TO_COME = Why("its time is yet to come", "日時が未来です")


def too_long(kib: int) -> Why:
    """A line that is longer than so many KiB."""
    return Why(f"longer than {kib} KiB", f"{kib} KiB を超えています")


def other_cells(cells: int, columns: int) -> Why:
    """A row with more or fewer cells than the table has columns."""
    return Why(
        f"{cells} cells, not {columns}", f"セルが {cells} 個あります（列は {columns} 個です）"
    )


_OF_ALL: Mapping[str, Why] = {
    "json_invalid": Why("the line is no JSON", "JSON として読めません"),
    "model_type": Why("the line is no JSON object", "JSON のオブジェクトではありません"),
    "model_attributes_type": Why("the line is no JSON object", "JSON のオブジェクトではありません"),
    "value_error": Why("both sides are one thing", "二つの側が同じものです"),
}
_ID = Why(
    "no id of a measure or programme (measure:…, programme:…)",
    "施策・予算事業の id（measure:…、programme:…）ではありません",
)
_OF_FIELD: Mapping[str, Why] = {
    "a": _ID,
    "b": _ID,
    "status": Why(
        f"none of {', '.join(STATUSES.values())} ({', '.join(STATUSES)})",
        f"{'・'.join(STATUSES.values())}のどれでもありません",
    ),
    "verdict": Why(
        f"none of {', '.join(VERDICTS.values())} ({', '.join(VERDICTS)})",
        f"{'・'.join(VERDICTS.values())}のどれでもありません",
    ),
    "judged": Why("no grade (0, 1, 2 or 3)", "段階（0〜3）ではありません"),
    "grade": Why("no grade (0, 1, 2 or 3)", "段階（0〜3）ではありません"),
    "score": Why("no score (0 to 1)", "得点（0〜1）ではありません"),
    "at": Why(f"no time ({_DAY})", f"日時（{_DAY}）ではありません"),
    "who": Why(
        f"no name of at most {LONGEST_NAME} characters",
        f"{LONGEST_NAME} 字以内の名前ではありません",
    ),
    "text": Why(
        f"no text of at most {LONGEST_TEXT} characters",
        f"{LONGEST_TEXT} 字以内の文ではありません",
    ),
}
_TITLE = Why("no title of at most 1000 characters", "1000 字以内の題名ではありません")
_MISSING = Why("is missing", "ありません")
_UNKNOWN = Why("is nothing that marks say", "記録にない項目です")
_SHOWN = 40  # characters of what is written


def why_not(error: ValidationError) -> Why:
    """The first thing that is wrong with what should be a mark."""
    first = error.errors(include_url=False)[0]
    kind, place = first["type"], ".".join(map(str, first["loc"]))
    if not place:
        return _OF_ALL.get(kind, _OF_ALL["model_type"])
    why = {"missing": _MISSING, "extra_forbidden": _UNKNOWN}.get(kind)
    if why:
        return Why(f"{place}: {why.english}", f"{place}：{why.japanese}")
    why = _OF_FIELD.get(place, _TITLE)
    written = _written(first["input"])
    return Why(f"{place}: {why.english}: {written}", f"{place}：{why.japanese}：{written}")


def _written(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
