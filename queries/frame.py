"""Answers as tables of pandas, whatever question they answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd


def to_frame(answer: object, part: str | None = None) -> pd.DataFrame:
    """The answer of any question as a table of pandas.

    An answer that is a sequence has a row for each of its records, a single record is one row.
    `part` names a sequence inside a record (`to_frame(theme_answer(…), "members")`). The fields of
    a record within a record are columns with a dot between (`best.title`); sequences of words and
    numbers stay tuples, sequences of records too: ask for them by `part`, or make a table of one.
    Raises AttributeError for a part that the answer does not have.
    """
    import pandas as pd  # half a second that only this needs

    told = getattr(answer, part) if part else answer
    records = told if isinstance(told, Iterable) and not isinstance(told, str | Mapping) else [told]
    return pd.DataFrame([dict(_columns(record)) for record in records])


def _columns(record: object, before: str = "") -> Iterable[tuple[str, Any]]:
    """The fields of a record by name, those of records in it with their way."""
    if is_dataclass(record):
        for field in fields(record):
            value = getattr(record, field.name)
            if is_dataclass(value):
                yield from _columns(value, f"{before}{field.name}.")
            else:
                yield f"{before}{field.name}", value
    elif isinstance(record, Mapping):
        yield from ((f"{before}{name}", value) for name, value in record.items())
    else:
        yield f"{before}value", record
