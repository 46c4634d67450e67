"""The names of the grades of a pair, in the terms of government auditors (US GAO, Fragmentation,
Overlap, and Duplication: An Evaluation and Management Guide, GAO-15-49SP): 0 none, 1 fragmentation
(the same specific problem by other activities), 2 overlap (similar goals and activities), 3
duplication (the same service to the same beneficiaries).
"""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml


class GradeNames(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    japanese: tuple[str, str, str, str]
    english: tuple[str, str, str, str]


NAMES = read_yaml(Path(__file__).with_suffix(".yaml"), GradeNames)
GRADES = dict(enumerate(NAMES.english))
