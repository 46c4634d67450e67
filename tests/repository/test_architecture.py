"""The rooms of the house and what they import: one table (rooms.yaml) holds every room, no circle
runs round rooms or files, no page leans on another, no file grows too long.

A new room is a line in the table: its folder and the rooms that it imports.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

import pytest

from docs import rooms_picture
from docs.rooms_picture import PACKAGES, PICTURE, files, floors, import_statements, imports, svg
from graph.files.yaml_file import read_yaml
from tests.paths import ROOT, TESTS

TABLE = read_yaml(TESTS / "repository" / "rooms.yaml", dict[str, list[str]])
# imports point one way: dashboard → queries → graph ← loaders; `serve` starts the dashboard
PACKAGE_MAY = {
    "graph": set(),
    "loaders": {"graph"},
    "queries": {"graph"},
    "dashboard": {"graph", "queries"},
    "commands": {"graph", "loaders", "queries", "dashboard"},
}
PAGES = "dashboard/views/"
MOST_ROOMS, MOST_FLOORS = 16, 6  # of queries/
LONGEST = 400  # lines of a file of the product
WIDEST = 100  # characters of a line of it
YAML_READER = "graph/files/yaml_file.py"
Node = TypeVar("Node", bound=Hashable)


@cache
def rooms() -> Mapping[str, set[str]]:
    return imports()


def product() -> dict[str, Path]:
    """Every Python file of the product, by its path."""
    paths = [ROOT / "shisaku.py", *(p for name in PACKAGES for p in (ROOT / name).rglob("*.py"))]
    return {path.relative_to(ROOT).as_posix(): path for path in sorted(paths)}


def imported_packages(file: Path) -> set[tuple[str, int]]:
    """The packages that a file imports, wherever in it, each with its line."""
    nodes = import_statements(file)
    names = {(a.name, n.lineno) for n in nodes if isinstance(n, ast.Import) for a in n.names} | {
        (n.module, n.lineno) for n in nodes if isinstance(n, ast.ImportFrom) and n.module
    }
    return {(name.split(".")[0], line) for name, line in names}


def circle(arrows: Mapping[Node, set[Node]]) -> list[Node]:
    """Nodes that lead from one to the next and back to the first; none if there is no circle."""
    done: set[Node] = set()

    def walk(node: Node, above: list[Node]) -> list[Node]:
        if node in above:
            return [*above[above.index(node) :], node]
        if node not in done:
            for target in sorted(arrows.get(node, ()), key=str):
                if round_trip := walk(target, [*above, node]):
                    return round_trip
            done.add(node)
        return []

    return next((round_trip for node in arrows if (round_trip := walk(node, []))), [])


def test_every_room_is_in_the_table_and_no_other() -> None:
    assert (set(rooms()) - set(TABLE), set(TABLE) - set(rooms())) == (set(), set())
    assert list(TABLE) == sorted(TABLE), "in alphabetical order"


@pytest.mark.parametrize("room", TABLE)
def test_a_room_imports_what_the_table_says(room: str) -> None:
    said, imported = TABLE[room], rooms().get(room, set())
    assert imported - set(said) == set(), "it imports what the table does not say"
    assert set(said) - imported == set(), "the table says what it does not import"
    assert said == sorted(set(said)), "in alphabetical order, each once"


@pytest.mark.parametrize("package", PACKAGE_MAY)
def test_packages_import_one_way(package: str) -> None:
    may = {package, *PACKAGE_MAY[package]}
    assert {
        room: others
        for room, targets in rooms().items()
        if room.split("/")[0] == package
        and (others := {target for target in targets if target.split("/")[0] not in may})
    } == {}


def test_nothing_imports_the_commands_the_front_door_or_the_tests() -> None:
    assert [
        f"{name}:{line} {package}"
        for name, path in product().items()
        if not name.startswith(("commands/", "shisaku.py"))
        for package, line in imported_packages(path)
        if package in {"commands", "shisaku", "tests", "benchmarks", "docs"}
    ] == []


def test_no_circle_runs_round_rooms_or_files() -> None:
    assert circle(rooms()) == []
    assert circle(files()) == []


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["b", "c", "b"]
    assert circle({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_page_imports_another_page() -> None:
    arrows = {
        (room, target)
        for room, targets in rooms().items()
        if room.startswith(PAGES)
        for target in targets
        if target.startswith(PAGES)
    }
    assert arrows == set()


def test_the_questions_have_few_rooms_on_few_floors() -> None:
    queries = {
        room: {target for target in targets if target.split("/")[0] == "queries"}
        for room, targets in rooms().items()
        if room.split("/")[0] == "queries"
    }
    assert len(queries) <= MOST_ROOMS and max(floors(queries).values()) < MOST_FLOORS


def test_the_picture_of_the_rooms_is_drawn_from_the_imports() -> None:
    assert PICTURE.read_text(encoding="utf-8") == svg(rooms()), "python -m docs.rooms_picture"


def test_a_file_that_imports_from_below_its_folder_and_what_imports_it_stand_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms_picture, "PACKAGES", ("a",))
    (tmp_path / "a" / "b").mkdir(parents=True)
    for path, text in {
        "a/__init__": "",
        "a/base": "",
        "a/door": "from a.b import inside",
        "a/above": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a.door",
        "a/b/__init__": "",
        "a/b/inside": "from a.base import thing",
    }.items():
        (tmp_path / f"{path}.py").write_text(text, encoding="utf-8")
    assert imports(tmp_path) == {
        "a": set(),
        "a/above": {"a/door"},
        "a/b": {"a"},
        "a/door": {"a/b"},
    }


def test_no_file_is_too_long() -> None:
    lines = {name: len(path.read_text("utf-8").splitlines()) for name, path in product().items()}
    assert {name: count for name, count in lines.items() if count > LONGEST} == {}


def test_no_line_is_too_wide() -> None:
    """Ruff lets a line pass that has no blank: patterns break between alternatives."""
    wide = [
        f"{name}:{number}"
        for name, path in product().items()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > WIDEST
    ]
    assert wide == []


def test_yaml_is_read_in_one_way() -> None:
    """Through graph/files/yaml_file.py, which refuses a key that stands twice and names the place
    of what is wrong.
    """
    elsewhere = [
        f"{name}:{line}"
        for name, path in product().items()
        if name != YAML_READER
        for package, line in imported_packages(path)
        if package == "yaml"
    ]
    assert elsewhere == []
