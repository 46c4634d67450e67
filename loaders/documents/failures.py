"""A parser that fails on a page it was not made for: one error that names the place, not a
traceback.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from graph.errors import DocumentError, ShisakuError


@contextmanager
def blamed_on(document: str, line: int | None = None) -> Iterator[None]:
    """Whatever unexpected goes wrong inside becomes a DocumentError at that document and line (from
    1; None: no line is known), whose `__cause__` is what went wrong. Errors of ours pass as they
    are.
    """
    try:
        yield
    except ShisakuError:
        raise
    except Exception as error:
        raise DocumentError(
            f"its parser failed here ({type(error).__name__}: {error})",
            document if line is None else f"{document}:{line}",
            "mend these lines, or report it with what --debug shows",
        ) from error
