"""What a declaration file says, taken from it key by key."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.bounds import quoted


class UnfitError(Exception):
    """The file does not hold together; what is wrong, with the place in it."""


class Entry:
    """A mapping of the file, from which keys are taken one by one. Raises UnfitError for what
    is of another kind, and at `end` for keys that nobody took.
    """

    def __init__(self, where: str, value: object) -> None:
        if not isinstance(value, dict):
            raise UnfitError(f"{where}: {quoted(value)} is no mapping")
        self._where, self._left = where, dict(value)

    def text(self, key: str) -> str:
        value = self._left.pop(key, None)
        if not isinstance(value, str):
            raise UnfitError(f"{self._where}: {key}: {quoted(value)} is no text")
        return value

    def one_of(self, key: str, choices: Collection[str]) -> str:
        value = self.text(key)
        if value not in choices:
            raise UnfitError(
                f"{self._where}: {key}: {quoted(value)} is none of {', '.join(choices)}"
            )
        return value

    def mark(self, key: str) -> bool:
        value = self._left.pop(key, False)
        if not isinstance(value, bool):
            raise UnfitError(f"{self._where}: {key}: {quoted(value)} is neither true nor false")
        return value

    def entry(self, key: str) -> Entry:
        return Entry(f"{self._where}: {key}", self._left.pop(key, None))

    def entries(self) -> Iterable[tuple[str, Entry]]:
        return [(str(name), Entry(str(name), value)) for name, value in self._left.items()]

    def lists(self) -> Iterable[tuple[str, list[str]]]:
        for name, value in self._left.items():
            if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
                raise UnfitError(f"{self._where}: {name}: {quoted(value)} is no list of texts")
            yield str(name), value

    def hub_from(self) -> int | None:
        mark = self._left.pop("hub", None)
        if mark is None:
            return None
        if mark == "always":
            return 0
        if isinstance(mark, int) and not isinstance(mark, bool) and mark > 0:
            return mark
        raise UnfitError(
            f"{self._where}: hub: {quoted(mark)} is neither `always` nor a number above 0"
        )

    def end(self) -> None:
        if self._left:
            raise UnfitError(f"{self._where}: {next(iter(self._left))} is no key that is known")
