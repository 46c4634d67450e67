"""What the interface says, in Japanese and English, read from `texts.yaml` and from the file of
each subject of its own (`…_texts.yaml`) beside it; what the command line says as well is named
there by its English (`{say: Ministry}`) and stands in graph/phrases; kinds of budgets come from
graph/schema/budget_kinds.yaml, vocabulary words from queries/english.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from pydantic import JsonValue

from graph.bounds import quoted
from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from graph.phrases.phrases import phrases
from graph.schema.budget_kinds import budget_kinds
from queries.english import in_english

LANGUAGES = ("ja", "en")
TEXTS = Path(__file__).with_name("texts.yaml")
_SHARED = "say"
Text = dict[str, str]  # language → what is shown


def read_texts(path: Path) -> dict[str, Text]:
    """The texts by dotted key (`overview.title`), each in every language.

    Raises VocabularyError for a file that is no YAML, for a key that lacks a language, and for one
    whose languages differ in what is to be filled in.
    """
    return dict(_texts_below("", read_yaml(path, dict[str, JsonValue], "give it ja and en"), path))


@cache
def all_texts() -> dict[str, Text]:
    """The texts of all files. Raises VocabularyError as `read_texts` does, and for a key that
    stands in two.
    """
    texts = read_texts(TEXTS)
    for path in sorted(TEXTS.parent.glob("*_texts.yaml")):
        more = read_texts(path)
        if twice := sorted(set(texts) & set(more)):
            raise VocabularyError(
                f"'{twice[0]}' stands in another file, too", str(path), "keep one of them"
            )
        texts |= more
    return texts


def _texts_below(
    group: str, entries: Mapping[str, JsonValue], path: Path
) -> Iterator[tuple[str, Text]]:
    """The texts of a group and of the groups in it, with their keys."""
    for name, entry in entries.items():
        key = f"{group}.{name}" if group else name
        if not isinstance(entry, dict):
            raise VocabularyError(f"'{key}' is no text", str(path), "give it ja and en")
        if set(entry) == {_SHARED} and isinstance(english := entry[_SHARED], str):
            yield key, _shared(key, english, path)
        elif set(entry) & set(LANGUAGES):
            yield key, _text(key, entry, path)
        else:
            yield from _texts_below(key, entry, path)


def _shared(key: str, english: str, path: Path) -> Text:
    """What the command line says, too: its Japanese stands with the phrases in graph/phrases, with
    a small letter at the beginning where there is none with a capital.
    """
    ours = phrases()
    japanese = ours.get(english) or ours.get(english[:1].lower() + english[1:])
    if japanese is None:
        raise VocabularyError(
            f"{quoted(key)} says {quoted(english)}, which is no phrase",
            str(path),
            "give it ja and en, or add the phrase to graph/phrases",
        )
    return {"ja": japanese, "en": english}


def _text(key: str, entry: Mapping[str, JsonValue], path: Path) -> Text:
    text = {
        language: printed
        for language, printed in entry.items()
        if isinstance(printed, str) and printed
    }
    if set(text) != set(LANGUAGES) or set(entry) != set(LANGUAGES):
        raise VocabularyError(
            f"'{key}' is not there in every language", str(path), "give it ja and en"
        )
    if len({frozenset(_blanks(printed)) for printed in text.values()}) > 1:
        raise VocabularyError(
            f"'{key}' is filled in differently in its languages",
            str(path),
            "use the same names in braces",
        )
    return text


def _blanks(text: str) -> Iterator[str]:
    """The names in a text that are to be filled in."""
    return (name for _, name, _, _ in Formatter().parse(text) if name)


@cache
def _texts() -> dict[str, Text]:
    kinds = {
        f"kind.{kind.name}": {"ja": kind.japanese, "en": kind.english}
        for kind in budget_kinds().values()
    }
    return all_texts() | kinds


@dataclass(frozen=True)
class Words:
    """The interface's words in one language: `words("overview.title")`, `words("found", n=3)`."""

    language: str
    """One of LANGUAGES."""

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

    def listed(self, items: list[str]) -> str:
        """The items in one line, with this language's comma between them."""
        return ("、" if self.language == "ja" else ", ").join(items)
