"""The file of judged pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import DocumentError, VocabularyError
from loaders.resolution.by_hand import read_verdicts, unmatched

A, B = "appearance:paper-2021:0000000a", "appearance:paper-2025:0000000b"
ROW = (
    "- a: {a}\n  b: [{b}]\n  verdict: {verdict}\n  names: 沿岸藍染事業 ／ 青い工房\n  reason:"
    " {reason}\n"
)


def verdict_file(tmp_path: Path, *rows: dict[str, str]) -> Path:
    path = tmp_path / "resolution.yaml"
    fields = {"a": A, "b": B, "verdict": "same", "reason": "the same workshops, told by name"}
    path.write_text("".join(ROW.format(**{**fields, **row}) for row in rows), encoding="utf-8")
    return path


def test_the_bundled_file_holds_together() -> None:
    assert {row.verdict for row in read_verdicts()} == {
        "same",
        "different",
        "part_of",
        "successor_of",
    }


def test_an_empty_file_judges_nothing(tmp_path: Path) -> None:
    assert read_verdicts(verdict_file(tmp_path)) == ()


@pytest.mark.parametrize(
    "row", [{"a": "measure:0000000a"}, {"verdict": "alike"}, {"reason": "short"}]
)
def test_a_row_that_does_not_hold_together_is_refused(tmp_path: Path, row: dict[str, str]) -> None:
    with pytest.raises(
        VocabularyError, match="each pair settled by hand has a, b, verdict, names and reason"
    ):
        read_verdicts(verdict_file(tmp_path, row))


@pytest.mark.parametrize("rows", [[{}, {"a": B, "b": A, "verdict": "different"}], [{"b": A}]])
def test_a_pair_is_judged_once(tmp_path: Path, rows: list[dict[str, str]]) -> None:
    with pytest.raises(VocabularyError, match="judged twice"):
        read_verdicts(verdict_file(tmp_path, *rows))


def test_a_known_document_must_have_what_is_judged(tmp_path: Path) -> None:
    rows = read_verdicts(verdict_file(tmp_path, {}))
    with pytest.raises(DocumentError, match="paper-2025 has no appearance:paper-2025:0000000b"):
        unmatched(rows, {A}, {"paper-2021", "paper-2025"})


def test_a_document_that_is_another_of_its_family_need_not(tmp_path: Path) -> None:
    unmatched(read_verdicts(verdict_file(tmp_path, {})), {A}, {"paper-2021"})
