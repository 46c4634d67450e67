"""Files of the sources, where SHISAKU_SOURCES names the folder that holds them."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "SHISAKU_SOURCES"


def source_named(file: str) -> Path | None:
    """The file of that name, or None where the folder is not named or neither it nor a folder right
    beneath holds it.

    Of a PDF it is the text that was taken out of it, which stands beside it (`shisaku text NAME.pdf
    > NAME.pdf.txt`).
    """
    folder = os.environ.get(VARIABLE)
    if not folder:
        return None
    name = Path(file).name
    return _within(Path(folder), f"{name}.txt" if name.lower().endswith(".pdf") else name)


def _within(folder: Path, name: str) -> Path | None:
    if (path := folder / name).is_file() or not folder.is_dir():
        return path if path.is_file() else None
    beneath = (each / name for each in sorted(folder.iterdir()) if each.is_dir())
    return next((path for path in beneath if path.is_file()), None)
