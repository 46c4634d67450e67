"""The documentation page of the catalogue, written from the records."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from loaders.catalogue.records import FILES, Record

_HEAD = """# The catalogue

Written from `loaders/catalogue/records/` by `loaders/catalogue/page.py`
(`python -m loaders.catalogue.page > docs/catalogue.md`); a test holds the two equal.

A catalogue is a folder of JSON Lines files, UTF-8, a record a line, sorted by id, the same from run
to run: a pure function of the documents. It holds names, numbers, dates and places, no sentence of
a document. Money is in yen (integers), lines count from 1 in the source file, dates are ISO. An
empty list, or null, means that the document does not say.
"""


def catalogue_page() -> str:
    """The page as Markdown: a table a file, then one for each kind of fact that records hold."""
    inner = [record for record in _parts() if record not in FILES.values()]
    lines = [_HEAD, "## Files\n"]
    for name, record in FILES.items():
        lines += [f"### `{name}.jsonl`: {record.__name__}\n", *_table(record)]
    lines.append("## What they hold\n")
    for record in inner:
        lines += [f"### {record.__name__}\n", *_table(record)]
    return "\n".join(lines).rstrip() + "\n"


def explanations(record: type) -> dict[str, str]:
    """Field -> the sentence that stands below it in the class, or in the record that it extends."""
    explained: dict[str, str] = {}
    for base in reversed(record.__mro__):
        if issubclass(base, Record):
            explained |= _own_explanations(base)
    return explained


def _own_explanations(record: type) -> dict[str, str]:
    (body,) = ast.parse(inspect.getsource(record)).body
    statements = body.body if isinstance(body, ast.ClassDef) else []
    explained = {}
    for field, text in pairwise(statements):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            explained[field.target.id] = " ".join(str(text.value.value).split())
    return explained


def _parts() -> Iterator[type[Record]]:
    """The records that the records of the files hold, each once, in the order of the files."""
    seen: dict[type[Record], None] = {}
    waiting = list(FILES.values())
    while waiting:
        record = waiting.pop(0)
        for field in record.model_fields.values():
            waiting += [held for held in _records_in(field.annotation) if held not in seen]
            seen |= dict.fromkeys(_records_in(field.annotation))
    yield from seen


def _records_in(annotation: object) -> list[type[Record]]:
    if inspect.isclass(annotation) and issubclass(annotation, Record):
        return [annotation]
    return [record for option in get_args(annotation) for record in _records_in(option)]


def _table(record: type[Record]) -> list[str]:
    explained = explanations(record)
    rows = [
        f"| `{name}` | {_type(field.annotation)} | {explained[name]} |"
        for name, field in record.model_fields.items()
    ]
    about = " ".join((record.__doc__ or "").split())
    return [f"{about}\n", "| field | type | what |", "|---|---|---|", *rows, ""]


def _type(annotation: object) -> str:
    """A type as people write it: `text`, `one of …`, `list of Budget`, `or null`."""
    options = get_args(annotation)
    if annotation is None or annotation is type(None):
        return "null"
    if not options:
        plain = {"str": "text", "int": "integer", "float": "number", "bool": "true or false"}
        name = _name(annotation)
        return plain.get(name) or f"[{name}](#{name.lower()})"
    if _name(annotation) == "Literal":
        return " · ".join(f"`{option}`" for option in options)
    if _name(annotation) == "list":
        return f"list of {_type(options[0])}"
    if _name(annotation) == "dict":
        return f"{_type(options[0])} → {_type(options[1])}"
    return " or ".join(_type(option) for option in options)


def _name(annotation: object) -> str:
    return getattr(annotation, "__name__", "") or re.sub(r"^.*\.", "", str(annotation))


if __name__ == "__main__":
    sys.stdout.write(catalogue_page())
