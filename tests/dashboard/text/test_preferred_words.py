"""One word stands for one thing in all texts of the interface, in the names of types, in headings
of files, and in the Japanese of the command line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dashboard.text.preferred import PreferredWord, preferred_words
from dashboard.text.words import LANGUAGES, all_texts
from graph.phrases.phrases import phrases
from graph.schema.schema import schema
from queries.overlap import headings as of_overlap
from queries.themes import headings as of_theme

LISTED = [
    pytest.param(language, word, id=f"{language} {word.preferred}")
    for language, words in preferred_words().items()
    for word in words
]
_TO_FILL_IN = re.compile(r"\{\w+\}")


def _said(language: str) -> Iterator[tuple[str, str]]:
    """Where something is said, and what, without the names of what is filled in."""
    for key, text in all_texts().items():
        yield key, _TO_FILL_IN.sub("{}", text[language])
    for types in (schema().nodes, schema().relationships):
        for name, kind in types.items():
            yield name, kind.japanese if language == "ja" else kind.english
    yield from _headings(language)
    if language == "ja":
        for english, japanese in phrases().items():
            yield english, _TO_FILL_IN.sub("{}", japanese)


def _headings(language: str) -> Iterator[tuple[str, str]]:
    """The headings and words of files, with their names."""
    overlap, theme = of_overlap.headings(language), of_theme.headings(language)
    yield from overlap.sheets.items()
    yield from overlap.columns.items()
    for group in (overlap.aspects, overlap.asked, theme.sheets, theme.columns, theme.words):
        yield from group.items()


@pytest.mark.parametrize(("language", "word"), LISTED)
def test_no_text_says_what_another_word_stands_for(language: str, word: PreferredWord) -> None:
    avoided = re.compile(word.avoided)
    found = [(key, said) for key, said in _said(language) if avoided.search(said)]
    assert found == [], f"say {word.preferred}"


@pytest.mark.parametrize(("language", "word"), LISTED)
def test_each_pattern_finds_its_example_and_not_its_counterexample(
    language: str, word: PreferredWord
) -> None:
    assert language in LANGUAGES
    assert re.search(word.avoided, word.example)
    assert not re.search(word.avoided, word.counterexample)
    assert not re.search(word.avoided, word.preferred)


@pytest.mark.parametrize(
    ("language", "other"),
    [("ja", "(?<![A-Za-z])[a-z]{3,}"), ("en", "[\u3040-\u30ff\u4e00-\u9fff]")],
)
def test_no_heading_of_a_file_is_in_the_other_language(language: str, other: str) -> None:
    found = [said for _, said in _headings(language) if re.search(other, said)]
    assert found == []
