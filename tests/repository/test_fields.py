"""Every field of a record is explained by a string below it; no other style is in use."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from docs.rooms_picture import statements
from tests.paths import ROOT

ROOMS = ("graph", "loaders", "queries", "dashboard", "commands")
BASES = frozenset({"BaseModel", "NamedTuple", "TypedDict"})


def name_of(node: ast.expr) -> str:
    """`dataclass` of `@dataclasses.dataclass(frozen=True)`, `Model` of `Model[T]`."""
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.attr if isinstance(node, ast.Attribute) else ast.unparse(node)


def classes_of(source: str) -> list[ast.ClassDef]:
    return [each for each in statements(source) if isinstance(each, ast.ClassDef)]


def records(classes: list[ast.ClassDef]) -> list[ast.ClassDef]:
    """The classes that are dataclasses, models or named tuples, directly or as heirs of one."""
    heirs = set(BASES)
    while more := {
        heir.name for heir in classes if heirs & {name_of(base) for base in heir.bases}
    }.difference(heirs):
        heirs |= more
    return [
        record
        for record in classes
        if record.name in heirs
        or any(name_of(mark) == "dataclass" for mark in record.decorator_list)
    ]


def unexplained(record: ast.ClassDef) -> Iterator[str]:
    """The fields of a record without a string below."""
    for field, below in zip(record.body, [*record.body[1:], None], strict=True):
        if not isinstance(field, ast.AnnAssign) or name_of(field.annotation) == "ClassVar":
            continue
        match below:
            case ast.Expr(value=ast.Constant(value=str(text))) if text.strip():
                continue
        yield ast.unparse(field.target)


def test_every_field_of_a_record_is_explained_by_a_string_below_it() -> None:
    classes = {
        path: classes_of(path.read_text(encoding="utf-8"))
        for path in (ROOT / "shisaku.py", *(p for room in ROOMS for p in files_of(room)))
    }
    known = records([record for of_file in classes.values() for record in of_file])
    missing = [
        f"{path.relative_to(ROOT)}: {record.name}.{field}"
        for path, of_file in classes.items()
        for record in of_file
        if record in known
        for field in unexplained(record)
    ]
    assert len(known) > 200
    assert missing == []


def files_of(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize(
    ("source", "missing"),
    [
        ("@dataclass\nclass A:\n    x: int\n    '''What.'''\n    y: int  # what", ["y"]),
        ("@dataclasses.dataclass(frozen=True)\nclass A:\n    # what\n    x: int", ["x"]),
        ("class A(NamedTuple):\n    '''x: what.'''\n    x: int", ["x"]),
        ("class A(BaseModel):\n    pass\nclass B(A):\n    x: int\n    ''", ["x"]),
        ("class B(Generic[T], A[T]):\n    x: int\nclass A(BaseModel):\n    pass", ["x"]),
        ("@dataclass\nclass A:\n    X: ClassVar[int] = 1", []),
        ("class A:\n    x: int", []),
    ],
)
def test_other_styles_and_bare_fields_are_found(source: str, missing: list[str]) -> None:
    assert [field for record in records(classes_of(source)) for field in unexplained(record)] == (
        missing
    )
