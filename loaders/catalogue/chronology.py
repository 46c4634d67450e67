"""When documents were made, so that the latest word on a measure can be told from earlier ones."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.catalogue.records import Appearance, Document


def dated(documents: Sequence[Document], appearances: Sequence[Appearance]) -> list[Document]:
    """The documents, those that print no date with the month that the budgets in them give.

    A proposal for a fiscal year is made in the December before it, and a supplementary budget in
    December of its year: a document is as old as the latest of those that it prints. One without
    any keeps an empty date, and so stands before all others.
    """
    return [
        (
            document
            if document.date
            else document.model_copy(update={"date": _latest(document, appearances)})
        )
        for document in documents
    ]


def _latest(document: Document, appearances: Sequence[Appearance]) -> str:
    budgets = [b for a in appearances if a.document == document.id for b in a.budgets]
    decembers = [
        b.year - (b.kind == "initial")
        for b in budgets
        if b.year is not None and b.kind in ("initial", "supplementary")
    ]
    return f"{max(decembers)}-12" if decembers else ""
