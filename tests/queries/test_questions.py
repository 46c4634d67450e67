"""The .cypher files keep to what both engines speak."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.reading import check_reading
from graph.schema.schema import EVERY_NODE, schema
from tests.paths import ROOT

FOLDER = ROOT / "queries"
FILES = [path for path in sorted(FOLDER.rglob("*.cypher")) if path.parent.name != "by_hand"]
NAMES = {path: path.relative_to(FOLDER).with_suffix("").as_posix() for path in FILES}
# what only one of the two engines has
ONE_ENGINE = re.compile(
    r"\b(?:label|labels|type|id|elementId|startNode|endNode|shortestPath|offset|list_\w+|CALL"
    r"|split|string_\w+|substring|SHORTEST|TRAIL)\s*\(|\[\s*\w+\s+IN\b",
    re.IGNORECASE,
)


def test_there_are_questions() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_a_question_says_what_it_asks_reads_only_and_orders_its_rows(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("// "), "the first line is the question"
    check_reading(text, set(re.findall(r"\$(\w+)", text)))
    assert not ONE_ENGINE.search(text)
    assert (
        "ORDER BY" in text
        or text.count("count(") == 1
        or "{id: $id}" in text
        or "n.id = $id" in text
    ), "rows come in one order"


@pytest.mark.parametrize("path", FILES, ids=NAMES.get)
def test_a_question_names_only_declared_types(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    named = set(re.findall(r"[(\[]\w*:(\w+)", text))
    assert named <= {EVERY_NODE, *schema().nodes, *schema().relationships}


def test_every_question_is_asked_by_a_function() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.py"))
    assert [name for name in NAMES.values() if f'"{name}"' not in sources] == []


def test_words_stand_beside_the_function_that_reads_them() -> None:
    readers = {
        path: {file.read_text(encoding="utf-8") for file in path.parent.glob("*.py")}
        for path in FOLDER.rglob("*.yaml")
    }
    stray = [
        path.name
        for path, texts in readers.items()
        if not path.with_suffix(".py").exists() and not any(path.name in text for text in texts)
    ]
    assert stray == []


def test_a_question_stands_beside_the_function_that_asks_it() -> None:
    named = {
        path: re.findall(r'"(\w+(?:/\w+)+)"', path.read_text(encoding="utf-8"))
        for path in FOLDER.rglob("*.py")
    }
    stray = {
        (path.name, name)
        for path, names in named.items()
        for name in names
        if name in NAMES.values()
        and (FOLDER / name).parent not in (path.parent, *path.parent.parents)
    }
    assert stray == set()
