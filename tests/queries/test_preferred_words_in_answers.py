"""The Japanese of sentences and of headings in files says what the interface says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dashboard.text.preferred import preferred_words
from tests.paths import ROOT

FILES = [
    *sorted((ROOT / "queries").glob("*/headings.yaml")),
    ROOT / "queries" / "overlap" / "sentences.yaml",
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_no_line_says_what_another_word_stands_for(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    said = [line for line in lines if not line.startswith("#")]
    found = [
        (word.preferred, line)
        for word in preferred_words()["ja"]
        for line in said
        if re.search(word.avoided, line)
    ]
    assert found == []
