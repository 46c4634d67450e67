"""The closed lists of words that records use, and what every record is."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from graph.schema.size_classes import SizeClass

Applicant = Literal[
    "企業",
    SizeClass,
    "個人事業主",
    "スタートアップ",
    "団体・組合",
    "金融機関",
    "支援機関",
    "大学・研究機関",
    "地方公共団体",
    "個人・労働者",
    "外国人",
    "学生",
    "その他",
]
# how the ministries of a measure are known, the surest first
KnownBy = Literal["page", "other_page", "whole", "body", "publisher"]
Benefit = Literal[
    "screening_points",
    "procurement_points",
    "tax_credit_uplift",
    "low_interest_loan",
    "rate_uplift",
    "cap_uplift",
    "grant_uplift",
    "credit_guarantee",
    "immigration_points",
    "public_listing",
    "mark_use",
    "base",
    "requirement",
    "other",
]
ConditionKind = Literal["certification", "wage_raise", "plan", "declaration", "person", "other"]
Unstated = Literal["ranked", "amount", "condition", "frame"]


class Record(BaseModel):
    """A record is frozen and refuses unknown keys. Money is in yen (integers), lines count from 1
    in the source file, dates are ISO (2025-02-28). An empty list means that the document does not
    say.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Identified(Record):
    """A record with an id that carries its type; its file is sorted by it."""

    id: str
    """A pure function of what is printed."""
