"""Phrases in the language spoken. The code has them in English; the YAML files here give the
Japanese of each, and are read when Japanese is spoken, and no sooner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from graph.language.counting import counted
from graph.phrases.language import spoken

FOLDER = Path(__file__).parent
MESSAGES = FOLDER / "errors.yaml"  # that are made up before they are looked for
SYSTEMS = FOLDER / "systems.yaml"  # what others say, that ours pass on
_COUNTED = "{number} "
_LEAST_WORDS = 2  # that a phrase has by itself when it is looked for in a part of a message


def say(english: str, /, **values: object) -> str:
    """The phrase in the language spoken, its {blanks} filled in; in English where the files of
    phrases have none.
    """
    phrase = phrases().get(english, english) if spoken() == "ja" else english
    return _SHOWN.vformat(phrase, (), values) if values else phrase


def said(message: str, language: str | None = None) -> str:
    """A message that is made up in English, in the language (that spoken, where none is given): it
    is looked for among the phrases as it stands, and among those of errors with their blanks filled
    in; what is none of them stays as it is.
    """
    if (language or spoken()) != "ja":
        return message
    return _in_japanese(message, whole=True)


class Phrases(Mapping[str, str]):
    """Phrases by their code, each in the language that is spoken when it is asked for."""

    def __init__(self, english: Mapping[str, str]) -> None:
        self._english = english

    def __getitem__(self, code: str) -> str:
        return say(self._english[code])

    def __iter__(self) -> Iterator[str]:
        return iter(self._english)

    def __len__(self) -> int:
        return len(self._english)


def _in_japanese(message: str, whole: bool) -> str:
    if message in phrases():
        return phrases()[message]
    for part, shape, japanese in _shapes():
        if (whole or part) and (match := shape.fullmatch(message)):
            parts = {
                name: _in_japanese(value, whole=False) for name, value in match.groupdict().items()
            }
            return _SHOWN.vformat(japanese, (), parts)
    return message


@cache
def phrases() -> Mapping[str, str]:
    """English → Japanese, over all files. Raises VocabularyError for a phrase that stands twice."""
    from graph.errors import VocabularyError  # read for Japanese alone: English waits for no YAML

    found: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        more = _read(path)
        if twice := sorted(set(found) & set(more)):
            raise VocabularyError(
                f"'{twice[0]}' stands in another file, too", str(path), "keep one of them"
            )
        found |= more
    return found


@cache
def _read(path: Path) -> dict[str, str]:
    from graph.files.yaml_file import read_yaml

    return read_yaml(path, dict[str, str], "give it as English: Japanese")


@cache
def _shapes() -> list[tuple[bool, re.Pattern[str], str]]:
    """Of each message with blanks whether a part of another may be it, its shape, and its Japanese;
    first those that leave least open.
    """
    found = []
    for english, japanese in (_read(MESSAGES) | _read(SYSTEMS)).items():
        parts = list(Formatter().parse(english))
        if any(name is not None for _, name, _, _ in parts):
            own = "".join(text for text, *_ in parts)
            part = len(own.split()) >= _LEAST_WORDS
            found.append((len(own), part, re.compile(_shape(parts), re.DOTALL), japanese))
    for english, japanese in phrases().items():
        if english.startswith(_COUNTED):
            things = english.removeprefix(_COUNTED)
            many, one = (re.escape(counted(n, things).split(" ", 1)[1]) for n in (2, 1))
            shape = re.compile(rf"(?P<number>[\d,]+) (?:{many}|{one})")
            found.append((len(things), True, shape, japanese))
    found.sort(key=lambda each: -each[0])
    return [each[1:] for each in found]


def _shape(parts: list[tuple[str, str | None, str | None, str | None]]) -> str:
    seen: set[str] = set()
    shape = ""
    for text, name, _, _ in parts:
        shape += re.escape(text)
        if name:
            shape += f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
            seen.add(name)
    return shape


def blanks(phrase: str) -> Iterator[str]:
    """The names of what is to be filled in, in their order."""
    return (name for _, name, _, _ in Formatter().parse(phrase) if name)


class _Shown(Formatter):
    """Fills in what is text already as it stands, whatever the phrase says of numbers."""

    def format_field(self, value: Any, format_spec: str) -> str:
        return (
            value if isinstance(value, str) and format_spec == "," else format(value, format_spec)
        )


_SHOWN = _Shown()
