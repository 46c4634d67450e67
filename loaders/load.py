"""Catalogue -> graph: the rows of every subject, checked, and put into a store in place of what was
there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import CatalogueError
from graph.garbage import nothing_collected
from graph.schema.rows import GraphRows
from graph.store import Store, Tell, silent
from loaders.rows.bonuses import add_rules
from loaders.rows.budgets import add_budgets
from loaders.rows.calls import add_calls
from loaders.rows.certifications import add_certifications
from loaders.rows.collecting import Collector
from loaders.rows.documents import add_documents
from loaders.rows.laws import add_laws
from loaders.rows.measures import add_measures
from loaders.rows.organisations import add_organisations
from loaders.rows.overlaps import add_overlaps
from loaders.rows.programmes import add_programmes
from loaders.rows.references import References

if TYPE_CHECKING:
    from loaders.catalogue.files import Catalogue


@nothing_collected()
def rows_of(catalogue: Catalogue) -> GraphRows:
    """The graph that a catalogue comes to. Raises CatalogueError (file and id) where one record
    names another that is not there.
    """
    if not (catalogue.measures or catalogue.programmes or catalogue.calls):
        raise CatalogueError(
            "there is no measure, budget programme or call in it",
            "measures.jsonl",
            "extract the documents, or name another catalogue",
        )
    references, collector = References(catalogue), Collector()
    for add in (
        add_organisations,
        add_certifications,
        add_measures,
        add_laws,
        add_documents,
        add_budgets,
        add_rules,
        add_programmes,
        add_overlaps,
        add_calls,
    ):
        add(collector, references)
    return collector.rows()


@nothing_collected()
def load(
    catalogue: Catalogue, store: Store, *, full: bool = False, tell: Tell = silent
) -> GraphRows:
    """Replaces what the store holds by the catalogue's graph and gives its rows (`full`, `tell`:
    see graph.store.Store.replace).

    Raises CatalogueError as `rows_of`, and StoreError where the store cannot be replaced; the old
    graph stays then.
    """
    rows = rows_of(catalogue)
    store.replace(rows, full=full, tell=tell)
    return rows
