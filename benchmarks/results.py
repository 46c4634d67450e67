"""RESULTS.md: one section a part, written anew where the part was run, kept where it was not."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Callable, Iterable
from pathlib import Path

Measured = tuple[
    str, float | None, str
    # what, seconds (None: the figure stands in what is said of it), what is said of it: a ratio, a
    # count, an aim
]
RESULTS = Path(__file__).with_name("RESULTS.md")
_HEAD = (
    "# Speed\n\nWritten by `make bench`. What stands in one section was measured in one run, side"
    " by side. Ratios carry over to other machines, times do not.\n\n"
)
_COLUMNS = "| what | time | |\n|---|---:|---:|"
_SECTION = re.compile(r"^## (.+)\n\n", re.MULTILINE)


def section(
    figures: Iterable[Measured | str], so_far: Callable[[str], object] | None = None
) -> str:
    """The text of a section: a table of what was measured; a string among the figures is a
    paragraph (or a `###` heading), after which a new table begins. Each is printed as it comes, and
    `so_far` is given the text up to it, so that a run that is cut off loses nothing. Empty where
    there are no figures.
    """
    lines = [f"{os.cpu_count()} cores, Python {platform.python_version()}.", ""]
    for figure in figures:
        print(_printed(figure), flush=True)
        if isinstance(figure, str):
            lines += ["", figure, ""] if lines[-1] else [figure, ""]
        else:
            what, taken, says = figure
            lines += [
                *([] if lines[-1] else [_COLUMNS]),
                f"| {what} | {readable(taken)} | {says} |",
            ]
        if so_far:
            so_far(_text(lines))
    return _text(lines) if len(lines) > 2 else ""


def _text(lines: list[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def readable(seconds: float | None) -> str:
    """A time as people write it: ms below ten seconds, seconds above."""
    if seconds is None:
        return ""
    return f"{seconds * 1000:,.1f} ms" if seconds < 10 else f"{seconds:,.1f} s"


def _printed(figure: Measured | str) -> str:
    return (
        figure
        if isinstance(figure, str)
        else f"{figure[0]:80} {readable(figure[1]):>14}  {figure[2]}"
    )


def sections(text: str) -> dict[str, str]:
    """Title -> text of every section of a RESULTS.md."""
    _, *rest = _SECTION.split(text)
    return dict(zip(rest[::2], (body.rstrip() + "\n" for body in rest[1::2]), strict=True))


def written(order: Iterable[str], known: dict[str, str]) -> str:
    """A RESULTS.md of the sections that are known, in this order; what is not in the order (a part
    that was dropped) goes.
    """
    return _HEAD + "\n".join(f"## {title}\n\n{known[title]}" for title in order if title in known)


def put(order: Iterable[str], title: str, text: str) -> None:
    """Puts one section into RESULTS.md in place of the earlier one."""
    known = sections(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    RESULTS.write_text(written(order, known | {title: text}), encoding="utf-8")
