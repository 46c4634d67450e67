"""What the interface says, in Japanese and English, read from `texts.yaml`; vocabulary words come
from queries/english.yaml.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import VocabularyError
from queries.english import in_english

LANGUAGES = ("ja", "en")
TEXTS = Path(__file__).with_name("texts.yaml")


def read_texts(path: Path) -> dict[str, dict[str, str]]:
    """The texts by dotted key (`overview.title`), each in every language.

    Raises VocabularyError for a key that lacks a language, or whose languages differ in what is to
    be filled in.
    """
    texts: dict[str, dict[str, str]] = {}
    _gather(yaml.safe_load(path.read_text(encoding="utf-8")), "", texts, path)
    return texts


def _gather(branch: Any, key: str, texts: dict[str, dict[str, str]], path: Path) -> None:
    if not isinstance(branch, dict):
        raise VocabularyError(f"'{key}' is no text", str(path), "give it ja and en")
    if not set(branch) & set(LANGUAGES):
        for part, below in branch.items():
            _gather(below, f"{key}.{part}" if key else str(part), texts, path)
        return
    if set(branch) != set(LANGUAGES) or not all(
        isinstance(text, str) and text for text in branch.values()
    ):
        raise VocabularyError(
            f"'{key}' is not there in every language", str(path), "give it ja and en"
        )
    blanks = [_blanks(text) for text in branch.values()]
    if any(found != blanks[0] for found in blanks):
        raise VocabularyError(
            f"'{key}' is filled in differently in its languages", str(path), "use the same {names}"
        )
    texts[key] = branch


def _blanks(text: str) -> set[str]:
    from string import Formatter

    return {name for _, name, _, _ in Formatter().parse(text) if name}


@cache
def _texts() -> dict[str, dict[str, str]]:
    return read_texts(TEXTS)


@dataclass(frozen=True)
class Words:
    """The interface's words in one language: `words("overview.title")`, `words("found", n=3)`."""

    language: str

    def __call__(self, key: str, **values: object) -> str:
        return _texts()[key][self.language].format(**values)

    def of(self, group: str, code: str | None) -> str:
        """The word for a code of the catalogue (`of("kind", "initial")`); the code itself where
        none is written.
        """
        if code is None:
            return ""
        text = _texts().get(f"{group}.{code}")
        return text[self.language] if text else code

    def name(self, printed: str) -> str:
        """A vocabulary word or office in this language; what has no English name stays
        as printed.
        """
        return printed if self.language == "ja" else in_english(printed)

    def listed(self, parts: list[str]) -> str:
        return ("、" if self.language == "ja" else ", ").join(parts)
