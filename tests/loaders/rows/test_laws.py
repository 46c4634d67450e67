"""The laws that measures rest on as rows: one node a law."""

from __future__ import annotations

from dataclasses import replace

from graph.schema.rows import GraphRows
from loaders.catalogue.records import Law, LegalBasis
from loaders.load import rows_of
from tests.loaders.rows_made import changed, node, relationships
from tests.made_up import catalogue as made_up


def test_a_measure_is_under_the_law_that_its_page_names(made_up_rows: GraphRows) -> None:
    ((law, under),) = relationships(made_up_rows, "UNDER").items()
    assert (under["documents"], under["lines"]) == ([made_up.DOCUMENT], [207])
    assert (under["articles"], under["current"]) == (["第62条"], True)
    made = node(made_up_rows, law)
    assert (made["type"], made["name"], made["number"]) == ("Law", "雇用保険法", None)
    assert made["hub"], "paths do not run through it"


def test_one_law_is_one_node_whatever_its_pages_call_it() -> None:
    catalogue = made_up.catalogue()
    workstyle, loan = catalogue.appearances[3], catalogue.appearances[6]
    for page, law, line in ((workstyle, "里山整備法", 207), (loan, "里整法", 352)):
        catalogue = changed(
            catalogue,
            "appearances",
            page.id,
            legal_basis=[LegalBasis(law=law, name="里山の整備に関する法律", line=line)],
        )
    rows = rows_of(catalogue)
    assert [n.properties["name"] for n in rows.nodes if n.type == "Law"] == [
        "里山の整備に関する法律"
    ]
    (law_node,) = (n for n in rows.nodes if n.type == "Law")
    assert law_node.properties["aliases"] == ["里山整備法", "里整法"]
    starts = {r.start for r in rows.relationships if r.type == "UNDER"}
    assert starts == {workstyle.measure, loan.measure}


def test_the_law_of_the_catalogue_gives_id_and_number() -> None:
    law = Law(id="law:349AC0000000116", name="雇用保険法", number="昭和49年法律第116号")
    rows = rows_of(replace(made_up.catalogue(), laws=(law,)))
    assert list(relationships(rows, "UNDER")) == [law.id]
    assert node(rows, law.id)["number"] == law.number


def test_a_listed_law_answers_to_its_short_names_whoever_names_it() -> None:
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "appearances",
            made_up.catalogue().appearances[3].id,
            legal_basis=[LegalBasis(law="労働基準法", name="労働基準法", line=207)],
        )
    )
    (law,) = (n for n in rows.nodes if n.properties["name"] == "労働基準法")
    assert {"労働基準法", "労基法"} <= set(law.properties["known_as"])
    assert law.properties["aliases"] == [], "no page calls it so"
