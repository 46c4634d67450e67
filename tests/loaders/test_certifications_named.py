"""Which certifications the documents name."""

from __future__ import annotations

import pytest

from loaders.organisations import certification_records


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("専門家の助けで早期経営改善\n計画を作る窯元", "早期経営改善計画"),
        ("里の経営力向上計画を持つ窯元", "経営力向上計画"),
        ("窯の経営を改善する計画", None),
    ],
)
def test_a_name_that_a_text_prints_anywhere_is_named(text: str, named: str | None) -> None:
    plain = {record.name for record in certification_records([], []) if record.in_documents}
    told = {record.name for record in certification_records([], [], [text]) if record.in_documents}
    assert plain == set()
    assert (named in told) if named else told == set()
