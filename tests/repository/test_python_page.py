"""docs/python.md says what the public names are and what their examples print."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import shisaku
from docs import python_page
from tests.paths import ROOT

EXAMPLES = {path.stem: path for path in python_page.FOLDER.glob("[!_]*.py")}


def test_every_public_name_has_an_example_and_every_example_a_name() -> None:
    assert set(EXAMPLES) == set(shisaku.__all__)


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_uses_its_name_and_imports_public_names_alone(name: str) -> None:
    tree = ast.parse(EXAMPLES[name].read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "shisaku"
        for alias in node.names
    }
    assert name in imported <= set(shisaku.__all__)


def test_the_page_is_what_the_examples_print(
    bundled_graph: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SHISAKU_STORE", str(bundled_graph))
    written = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    assert written == python_page.python_page(), "shisaku load && python -m docs.python_page"
