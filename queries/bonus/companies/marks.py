"""Columns that tell of one certification each whether it is held, by a mark (○) or by its stage."""

from __future__ import annotations

from collections.abc import Callable

from graph.bounds import quoted
from graph.errors import ProfileError
from graph.language.search_key import search_key
from queries.bonus.companies.columns import Mark, TableMapping

_STARS = str.maketrans("☆", "★")


class Marks:
    """The cells of a mapping's columns of marks, read."""

    def __init__(self, mapping: TableMapping, is_known: Callable[[str], bool]) -> None:
        self._columns = mapping.marks
        self._held = set(map(search_key, mapping.held))
        self._not_held = {"", *map(search_key, (*mapping.nothing, *mapping.not_held))}
        self._names, self._is_known = mapping.names, is_known

    def certifications(self, cells: tuple[str, ...]) -> list[str]:
        """The certifications that the cells of a row (in the order of the columns) say are held.
        Raises ProfileError with the column for a cell that says neither yes nor no nor a stage.
        """
        held = (
            self._certification(column, cell)
            for column, cell in zip(self._columns, cells, strict=True)
        )
        return [name for name in held if name]

    def _certification(self, column: Mark, cell: str) -> str | None:
        key = search_key(cell)
        if key in self._not_held:
            return None
        if key in self._held:
            return column.certification
        stage = cell.strip().translate(_STARS)
        called = (
            self._names.get(cell.strip(), ""),
            stage,
            f"{column.certification}{stage}",
            f"{column.certification}{stage.removesuffix('認定')}",
        )
        if name := next((name for name in called if name and self._is_known(name)), None):
            return name
        raise ProfileError(
            f"column {quoted(column.column)} says {quoted(cell.strip())} of {column.certification},"
            " which is neither a mark nor a stage of it",
            todo="correct it, or name it under held, not_held or names in the mapping",
        )
