"""The one family of errors: what happened, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from graph.bounds import MESSAGE, cut


class ShisakuError(Exception):
    """A problem that the user can act on; printed as one line, never as a traceback.

    Parameters
    ----------
    what : what is wrong, in a few words.
    where : file, document or store, with the line (from 1) where one is known.
    todo : what the user can do about it.
    """

    def __init__(self, what: str, where: str | None = None, todo: str | None = None) -> None:
        self.what = cut(what, MESSAGE)
        self.where = where and cut(where, MESSAGE)
        self.todo = todo and cut(todo, MESSAGE)
        super().__init__(str(self))

    def __str__(self) -> str:
        return self.line()

    def line(self, said: Callable[[str], str] = str) -> str:
        """The error in one line, each of its parts as `said` has it."""
        line = said(self.what)
        if self.where:
            line = f"{said(self.where)}: {line}"
        return " ".join((f"{line} — {said(self.todo)}" if self.todo else line).split())


class DocumentError(ShisakuError):
    """A source document that cannot be read, or that says what no parser understands."""


class VocabularyError(ShisakuError):
    """A vocabulary, correction or document description (YAML) that does not hold together."""


class CatalogueError(ShisakuError):
    """A catalogue folder that is missing, broken or inconsistent."""


class StoreError(ShisakuError):
    """A graph store that is missing, busy, unreachable or of another make."""


class ProfileError(ShisakuError):
    """A company's profile, or a table of companies, that cannot be read or that
    contradicts itself.
    """


class NotFound(ShisakuError):  # noqa: N818  # what a question says, no failure
    """A name or id that nothing in the graph answers to."""
