"""Imports point one way: dashboard → queries → graph ← loaders."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.paths import ROOT

OURS = {"graph", "loaders", "queries", "dashboard", "commands", "shisaku", "tests", "benchmarks"}
MAY = {
    "graph": set(),
    "loaders": {"graph"},
    "queries": {"graph"},
    "dashboard": {"graph", "queries"},
}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module)
    return {name.split(".")[0] for name in names} & OURS


@pytest.mark.parametrize("package", sorted(MAY))
def test_a_package_imports_only_what_it_may(package: str):
    wrong = {
        str(path.relative_to(ROOT)): imported(path) - MAY[package] - {package}
        for path in (ROOT / package).rglob("*.py")
    }
    assert {path: names for path, names in wrong.items() if names} == {}
