"""docs/catalogue.md says what the records are."""

from __future__ import annotations

import pytest

from loaders.catalogue import page, records
from loaders.catalogue.records import Record
from tests.paths import ROOT


def test_the_page_is_todays() -> None:
    written = (ROOT / "docs" / "catalogue.md").read_text(encoding="utf-8")
    assert written == page.catalogue_page(), "python -m loaders.catalogue.page > docs/catalogue.md"


@pytest.mark.parametrize("name", [name for name in records.__all__ if name[0].isupper()])
def test_every_field_of_a_record_is_explained(name: str) -> None:
    record = getattr(records, name)
    if isinstance(record, type) and issubclass(record, Record):
        explained = page.explanations(record)
        assert set(record.model_fields) <= set(explained)
        assert all(text.endswith(".") for text in explained.values())
