"""The names of the grades of a pair, in the terms of government auditors (US GAO, Fragmentation, Overlap, and Duplication: An Evaluation and Management
Guide, GAO-15-49SP): 0 none, 1 fragmentation (the same specific problem by other activities), 2 overlap (similar goals and activities), 3 duplication
(the same service to the same beneficiaries).
"""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict


class GradeNames(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    japanese: tuple[str, str, str, str]
    english: tuple[str, str, str, str]


NAMES = GradeNames.model_validate(yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")))
GRADES = dict(enumerate(NAMES.english))
