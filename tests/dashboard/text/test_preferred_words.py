"""One word stands for one thing in all texts of the interface, and in what the schema calls types."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml

from dashboard.text.words import TEXTS, all_texts
from graph.schema.schema import schema

ENTRIES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    TEXTS.with_name("preferred_words.yaml").read_text(encoding="utf-8")
)
LISTED = [(language, entry) for language, entries in ENTRIES.items() for entry in entries]
_TO_FILL_IN = re.compile(r"\{\w+\}")


def _said(language: str) -> Iterator[tuple[str, str]]:
    """Where something is said, and what, without the names of what is filled in."""
    for key, text in all_texts().items():
        yield key, _TO_FILL_IN.sub("{}", text[language])
    for types in (schema().nodes, schema().relationships):
        for name, kind in types.items():
            yield name, kind.japanese if language == "ja" else kind.english


@pytest.mark.parametrize(("language", "entry"), LISTED, ids=lambda value: str(value)[:40])
def test_no_text_says_what_another_word_stands_for(language: str, entry: dict[str, str]) -> None:
    avoided = re.compile(entry["avoided"])
    found = [(key, said) for key, said in _said(language) if avoided.search(said)]
    assert found == [], f"say {entry['preferred']}"


@pytest.mark.parametrize(("language", "entry"), LISTED, ids=lambda value: str(value)[:40])
def test_each_pattern_finds_its_example_and_not_its_counterexample(
    language: str, entry: dict[str, str]
) -> None:
    assert language in ("ja", "en")
    assert re.search(entry["avoided"], entry["example"])
    assert not re.search(entry["avoided"], entry["counterexample"])
    assert not re.search(entry["avoided"], entry["preferred"])
