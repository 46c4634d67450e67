"""Which certifications are known."""

from __future__ import annotations

from graph.store import Store
from queries.bonus.rule_book.certifications import all_certifications


def test_a_certification_that_no_document_names_is_told_from_the_others(
    made_up_store: Store,
) -> None:
    known = all_certifications(made_up_store)
    assert len(known) == 6
    assert [certification.name for certification in known if not certification.in_documents] == [
        "SECURITY ACTION"
    ]
