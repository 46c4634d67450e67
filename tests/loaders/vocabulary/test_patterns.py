"""Every pattern of a YAML file finds its example and not its counter-example."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from loaders.vocabulary.patterns import PatternEntry, Patterns, read_patterns
from tests.loaders.vocabulary import mutants
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


EACH_FILE = pytest.mark.parametrize(
    ("path", "patterns"),
    [pytest.param(*file, id=f"{file[0].parent.name}/{file[0].stem}") for file in FILES],
)


@EACH_FILE
def test_every_guard_is_shown_by_an_example(path: Path, patterns: Patterns) -> None:
    """Without any one `^`, `$` or look-around an example is lost or a counter-example found."""
    unseen = [
        f"{entry.name}: {shown}"
        for entry in patterns.entries
        for shown, mutant in mutants.without_a_guard(entry)
        if mutants.found(path, patterns, mutant) == (list(entry.example), [])
    ]
    assert unseen == []


@EACH_FILE
def test_every_alternative_finds_an_example(path: Path, patterns: Patterns) -> None:
    idle = [
        f"{entry.name}: {alternative}"
        for entry in patterns.entries
        for alternative, alone in mutants.alternatives(entry)
        if mutants.found(path, patterns, alone)[0] == []
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("pattern", "spans"),
    [
        (r"^a|b$", ["^", "$"]),
        (r"[^a$](?:b|\^)\$", []),
        (r"[\]^](?<!a(?=b))", ["(?=b)", "(?<!a(?=b))"]),
        (r"(?P<name>a)(?!b|$)", ["$", "(?!b|$)"]),
    ],
)
def test_guards_are_found_in_a_pattern(pattern: str, spans: list[str]) -> None:
    assert [pattern[start:end] for start, end in mutants.guards(pattern)] == spans


@EACH_FILE
def test_every_pattern_is_used(path: Path, patterns: Patterns) -> None:
    """By the module beside the file, or by a later pattern."""
    code = path.with_suffix(".py").read_text(encoding="utf-8")
    listed = path.read_text(encoding="utf-8")
    unused = [n for n in patterns if f'_PATTERNS["{n}"]' not in code and f"«{n}»" not in listed]
    assert unused == []


@pytest.mark.parametrize(
    ("example", "is_found"),
    [
        ("«上限3億円»まで", True),
        ("上限3«億円»", True),
        ("上限«3億円»", False),
        ("«上限3億円まで»", False),
        ("«上限3円»", False),
    ],
)
def test_marks_in_an_example_say_what_is_found(
    tmp_path: Path, example: str, is_found: bool
) -> None:
    (tmp_path / "sums.yaml").write_text(
        "- {name: sum, pattern: '上限\\d(億円)', example: [上限3億円], counterexample: [3億円]}\n",
        encoding="utf-8",
    )
    read = read_patterns(tmp_path / "sums.yaml")
    assert read.finds(read.entries[0], example) is is_found


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
