"""Which certifications are known."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.bonus.company import certification_of
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.certifications import all_certifications


def test_a_certification_that_no_document_names_is_told_from_the_others(
    made_up_store: Store,
) -> None:
    known = all_certifications(made_up_store)
    assert len(known) == 6
    assert [certification.name for certification in known if not certification.in_documents] == [
        "SECURITY ACTION"
    ]


@pytest.mark.parametrize("name", ["くるみん認定企業", "くるみん認定事業者", "くるみん企業"])
def test_who_holds_a_certification_is_said_by_its_name(book: RuleBook, name: str) -> None:
    assert certification_of(book, name) == "certification:くるみん"
    assert certification_of(book, f"{name}会") is None
