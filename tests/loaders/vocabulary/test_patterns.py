"""Every pattern of a YAML file finds its example and not its counter-example."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.vocabulary.patterns import PatternEntry, Patterns, read_patterns
from tests.paths import ROOT

GOOD = """
- name: sum
  pattern: '\\d+«unit»'
  words: {unit: [億円, 万円]}
  example: [上限3億円]
  counterexample: [上限3円]
- name: limit
  pattern: ['上限«sum»', '«sum»まで']
  at: start
  example: [上限3億円, 3万円まで]
  counterexample: [補助上限3億円]
"""


def files() -> Iterator[tuple[Path, Patterns]]:
    """The pattern files: each stands beside the module that reads it."""
    for path in sorted((ROOT / "loaders").rglob("*.py")):
        if re.search(r"\bpatterns\(__file__", path.read_text(encoding="utf-8")):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            yield path.with_suffix(".yaml"), importlib.import_module(name)._PATTERNS


FILES = list(files())
ENTRIES = [
    pytest.param(patterns, entry, id=f"{path.parent.name}/{path.stem}/{entry.name}")
    for path, patterns in FILES
    for entry in patterns.entries
]


def test_there_are_pattern_files() -> None:
    assert ENTRIES


@pytest.mark.parametrize(("patterns", "entry"), ENTRIES)
def test_a_pattern_finds_its_examples_and_not_its_counterexamples(
    patterns: Patterns, entry: PatternEntry
) -> None:
    assert [text for text in entry.example if not patterns.finds(entry, text)] == []
    assert [text for text in entry.counterexample if patterns.finds(entry, text)] == []


@pytest.mark.parametrize(
    ("path", "patterns"), [pytest.param(*file, id=file[0].stem) for file in FILES]
)
def test_every_pattern_is_used(path: Path, patterns: Patterns) -> None:
    """By the module beside the file, or by a later pattern."""
    code = path.with_suffix(".py").read_text(encoding="utf-8")
    listed = path.read_text(encoding="utf-8")
    unused = [n for n in patterns if f'_PATTERNS["{n}"]' not in code and f"«{n}»" not in listed]
    assert unused == []


# --- reading ----------------------------------------------------------------------------------


def test_a_pattern_is_put_together_from_words_and_earlier_patterns(tmp_path: Path) -> None:
    (tmp_path / "sums.yaml").write_text(GOOD, encoding="utf-8")
    read = read_patterns(tmp_path / "sums.yaml")
    assert list(read) == ["sum", "limit"]
    assert read["limit"].fullmatch("12万円まで") and not read["limit"].fullmatch("12円まで")


def test_within_a_character_class_words_and_signs_are_characters(tmp_path: Path) -> None:
    (tmp_path / "runs.yaml").write_text(
        "- name: run\n  pattern: '[^。«stop»«items»]{2,9}(?=[«items»])'\n"
        "  words: {stop: [、, ・]}\n"
        "  example: [支援■]\n  counterexample: [支、援■, 支■援, 支●■]\n",
        encoding="utf-8",
    )
    read = read_patterns(tmp_path / "runs.yaml")
    (entry,) = read.entries
    assert read.finds(entry, "支援●") and not read.finds(entry, "支・援●")
    assert not any(read.finds(entry, text) for text in entry.counterexample)


@pytest.mark.parametrize(
    ("was", "now", "says"),
    [
        ("«unit»", "«coin»", "sum: «coin» is neither a list of its words nor a pattern before it"),
        (r"\d+«unit»", "(", "is no pattern"),
        ("example: [上限3億円]", "example: []", "example"),
        ("counterexample: [上限3円]", "", "counterexample"),
        ("at: start", "at: end", "at"),
    ],
)
def test_a_broken_file_is_refused_with_the_entry(
    tmp_path: Path, was: str, now: str, says: str
) -> None:
    (tmp_path / "sums.yaml").write_text(GOOD.replace(was, now, 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match="sums.yaml") as error:
        read_patterns(tmp_path / "sums.yaml")
    assert says in str(error.value)
