"""The names of the grades of a pair, in the terms of government auditors (US GAO, Fragmentation,
Overlap, and Duplication: An Evaluation and Management Guide, GAO-15-49SP): 0 none, 1 fragmentation
(the same specific problem by other activities), 2 overlap (similar goals and activities), 3
duplication (the same service to the same beneficiaries).
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml

TEXTS = Path(__file__).with_suffix(".yaml")


class GradeNames(BaseModel):
    """The names of the grades 0 to 3."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    japanese: tuple[str, str, str, str]
    """The names in Japanese, from grade 0."""
    english: tuple[str, str, str, str]
    """The names in English, from grade 0."""

    def of(self, language: str) -> tuple[str, str, str, str]:
        """The names in a language: ja, any other is taken for English."""
        return self.japanese if language == "ja" else self.english


def read_grades(path: Path) -> GradeNames:
    """The names of a file; raises VocabularyError where a language has not four."""
    return read_yaml(path, GradeNames, "name the grades 0 to 3 in both languages")


NAMES = read_grades(TEXTS)
GRADES = dict(enumerate(NAMES.english))  # grade -> its English name
