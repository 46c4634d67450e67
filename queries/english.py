"""English words for the Japanese vocabulary that the graph holds without one (offices and
certifications carry their own).
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from graph.schema.size_classes import size_classes

NAMES = Path(__file__).with_name("english.yaml")
_NUMBERED = re.compile(r"(\d+)[．.]\s*(.+)")  # a pillar: ２．人材確保


def read_names(path: Path) -> dict[str, str]:
    """Japanese vocabulary words with their English ones, over all groups of the file.

    Raises VocabularyError for a word without English, or with two.
    """
    names: dict[str, str] = {}
    for group, words in read_yaml(path, dict[str, dict[str, str | None]]).items():
        for japanese, english in words.items():
            if not english:
                raise VocabularyError(f"'{japanese}' ({group}) has no English", str(path), "add it")
            if names.setdefault(japanese, english) != english:
                raise VocabularyError(f"'{japanese}' has two English words", str(path), "keep one")
    return names


@cache
def _names() -> dict[str, str]:
    return read_names(NAMES) | {size.name: size.english for size in size_classes()}


def in_english(printed: str) -> str:
    """The English word for a vocabulary word or a numbered pillar; what has none stays
    as printed.
    """
    if numbered := _NUMBERED.fullmatch(printed):
        return f"{int(numbered[1])}. {in_english(numbered[2])}"
    return _names().get(printed, printed)
