"""The picture of the rooms in docs/architecture.md, drawn from the imports of the code:
`python -m docs.rooms_picture` writes docs/pictures/rooms.svg; a test holds the two equal.

A room is a folder with an `__init__.py`. It stands one floor above the highest room that it
imports; what a fact passes on its way from a page to the screen is marked.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import networkx as nx

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "pictures" / "rooms.svg"
PACKAGES = ("graph", "loaders", "queries", "dashboard", "commands")
# the way of a fact from a page to a pixel, room by room
WAY = (
    "loaders/text",
    "loaders/facts",
    "loaders/documents",
    "loaders/resolution",
    "loaders/catalogue",
    "loaders/rows",
    "graph/embedded",
    "queries/measure",
    "dashboard/views/measure",
)
_COLOURS = {
    "graph": "#dbe9f6",
    "loaders": "#e3f1dc",
    "queries": "#fdf0d2",
    "dashboard": "#f6dfe3",
    "commands": "#e8e3f4",
}
_WIDTH, _HEIGHT, _GAP, _FLOOR = 164, 28, 8, 122
_MARGIN = 24
_FONT = 'font-family="sans-serif" font-size="12"'
_ACROSS = 2  # boxes in a row of a floor; a floor of more has several rows
Place = tuple[float, float]  # the left upper corner of a box


def files(root: Path = ROOT) -> dict[Path, set[Path]]:
    """File -> the files of ours that it imports (under TYPE_CHECKING and in functions, too), both
    relative and without their ending.
    """
    return {
        file.relative_to(root).with_suffix(""): {
            target for name in _modules(file) if (target := _file(name, root))
        }
        for package in PACKAGES
        for file in sorted((root / package).rglob("*.py"))
    }


def imports(root: Path = ROOT) -> dict[str, set[str]]:
    """Room -> the other rooms that its files import.

    Where a folder and one below it import each other, the files of the upper one that import from
    below (one that opens a store of either kind, one that lists the families of documents), be it
    through another file of their folder, count as rooms by themselves: they stand above both.
    """
    imported = files(root)
    room_of = {file: file.parent for file in imported}
    split = _around_others(imported)
    more = True
    while more:
        doors = {
            file
            for file, room in room_of.items()
            if room == file.parent in split
            and any(_stands_above(file, room_of[target]) for target in imported[file])
        }
        more = bool(doors)
        room_of |= {file: file for file in doors}
    rooms: dict[str, set[str]] = {}
    for file, targets in imported.items():
        room = room_of[file]
        others = {room_of[target].as_posix() for target in targets if room_of[target] != room}
        rooms.setdefault(room.as_posix(), set()).update(others)
    return rooms


def _around_others(imported: Mapping[Path, set[Path]]) -> set[Path]:
    """The folders that import and are imported by folders below them, over any number of steps."""
    folders = nx.DiGraph(
        (file.parent, target.parent)
        for file, targets in imported.items()
        for target in targets
        if file.parent != target.parent
    )
    return {
        folder
        for circle in nx.strongly_connected_components(folders)
        for folder in circle
        if any(folder in other.parents for other in circle)
    }


def statements(source: str) -> Iterator[ast.stmt]:
    """The statements of a module, wherever in it (expressions, which hold none, are not walked)."""
    blocks: list[ast.AST] = [ast.parse(source)]
    while blocks:
        block = blocks.pop()
        for field in ("body", "handlers", "cases", "orelse", "finalbody"):
            for inner in getattr(block, field, ()):
                blocks.append(inner)
                if isinstance(inner, ast.stmt):
                    yield inner


@cache
def import_statements(file: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """The imports of a file, wherever in it."""
    return tuple(
        each
        for each in statements(file.read_text(encoding="utf-8"))
        if isinstance(each, ast.Import | ast.ImportFrom)
    )


def _modules(file: Path) -> set[str]:
    """The dotted names that a file imports, names out of modules too."""
    names = set()
    for node in import_statements(file):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return {name for name in names if name.split(".")[0] in PACKAGES}


def _file(name: str, root: Path) -> Path | None:
    """The file of ours that a dotted name stands in, relative, without its ending."""
    steps = name.split(".")
    for count in range(len(steps), 0, -1):
        path = Path(*steps[:count])
        if (root / path).with_suffix(".py").is_file():
            return path
        if (root / path / "__init__.py").is_file():
            return path / "__init__"
    return None


def _stands_above(file: Path, room: Path) -> bool:
    """Whether a room lies below the folder of a file, or is a file of it that counts as a room."""
    return file.parent in room.parents


def floors(rooms: Mapping[str, set[str]]) -> dict[str, int]:
    """Room -> its floor: 0 where it imports no other, else one above the highest that it imports.

    Raises ValueError for rooms that import each other in a circle.
    """
    height: dict[str, int] = {}

    def floor(room: str, above: tuple[str, ...]) -> int:
        if room in above:
            raise ValueError(f"rooms import each other: {' → '.join((*above, room))}")
        if room not in height:
            below = [floor(other, (*above, room)) for other in rooms[room]]
            height[room] = max(below, default=-1) + 1
        return height[room]

    for room in rooms:
        floor(room, ())
    return height


def svg(rooms: Mapping[str, set[str]]) -> str:
    """The picture: a column a package, floors from the bottom up. An arrow that other arrows lead
    round to as well is left out (Aho, Garey & Ullman 1972).
    """
    places = _places(rooms)
    wide = _MARGIN + max(left for left, _ in places.values()) + _WIDTH
    tall = _MARGIN + max(top for _, top in places.values()) + _HEIGHT
    heads = [
        f'<text x="{left + _WIDTH / 2:g}" y="{_MARGIN:g}" text-anchor="middle" font-weight="bold"'
        f' fill="#1f2933">{package}</text>'
        for package, left in _middles(places).items()
    ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {tall:g}" {_FONT}>',
            "<title>Rooms of Shisaku Graph and what they import</title>",
            f'<rect width="{wide:g}" height="{tall:g}" fill="#ffffff"/>',
            *heads,
            *_arrows(rooms, places),
            *(_box(room, *place) for room, place in places.items()),
            "</svg>\n",
        ]
    )


def _places(rooms: Mapping[str, set[str]]) -> dict[str, Place]:
    """Room -> the left upper corner of its box; a package's rooms stand on floors of their own."""
    columns: dict[str, dict[int, list[str]]] = {}
    for package in PACKAGES:
        inside = {
            room: {other for other in imported if other.split("/")[0] == package}
            for room, imported in rooms.items()
            if room.split("/")[0] == package
        }
        rows: dict[int, list[str]] = defaultdict(list)
        for room, floor in sorted(floors(inside).items()):
            rows[floor].append(room)
        columns[package] = rows
    tallest = max(len(rows) for rows in columns.values())
    places: dict[str, Place] = {}
    left = float(_MARGIN)
    for rows in columns.values():
        across = min(_ACROSS, max(map(len, rows.values())))
        for floor, names in rows.items():
            for at, room in enumerate(names):
                shift = (across - min(across, len(names))) / 2
                top = _MARGIN * 2 + (tallest - 1 - floor) * _FLOOR + at // across * (_HEIGHT + 6)
                places[room] = (left + (shift + at % across) * (_WIDTH + _GAP), top)
        left += across * (_WIDTH + _GAP) + _MARGIN
    return places


def _middles(places: Mapping[str, Place]) -> dict[str, float]:
    """Package -> where a box in the middle of its column begins."""
    lefts: dict[str, list[float]] = defaultdict(list)
    for room, (left, _) in places.items():
        lefts[room.split("/")[0]].append(left)
    return {package: (min(found) + max(found)) / 2 for package, found in lefts.items()}


def _arrows(rooms: Mapping[str, set[str]], places: Mapping[str, Place]) -> Iterable[str]:
    graph = nx.DiGraph((room, other) for room, imported in rooms.items() for other in imported)
    for room, other in sorted(nx.transitive_reduction(graph).edges):
        yield _line(places[room], places[other], "#7b8794", 0.8, 0.6)
    for earlier, later in pairwise(WAY):
        yield _line(places[later], places[earlier], "#d9480f", 2.5, 0.95)


def _line(above: Place, below: Place, colour: str, wide: float, dense: float) -> str:
    half = _WIDTH / 2
    start, end = (above[0] + half, above[1] + _HEIGHT), (below[0] + half, below[1])
    if end[1] < start[1]:
        start, end = (above[0] + half, above[1]), (below[0] + half, below[1] + _HEIGHT)
    return (
        f'<line x1="{start[0]:g}" y1="{start[1]:g}" x2="{end[0]:g}" y2="{end[1]:g}"'
        f' stroke="{colour}" stroke-width="{wide:g}" opacity="{dense:g}"/>'
    )


def _box(room: str, left: float, top: float) -> str:
    package, _, rest = room.partition("/")
    marked = room in WAY
    return (
        f'<g><rect x="{left:g}" y="{top:g}" width="{_WIDTH}" height="{_HEIGHT}" rx="5"'
        f' fill="{_COLOURS[package]}" stroke="{"#d9480f" if marked else "#52606d"}"'
        f' stroke-width="{2 if marked else 1}"/>'
        f'<text x="{left + _WIDTH / 2:g}" y="{top + 18:g}" text-anchor="middle" fill="#1f2933">'
        f"{escape(rest or f'{package}/')}</text>"
        f"<title>{escape(room)}</title></g>"
    )


if __name__ == "__main__":
    PICTURE.write_text(svg(imports()), encoding="utf-8")
