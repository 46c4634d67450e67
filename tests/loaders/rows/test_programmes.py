"""Budget programmes as rows: offices, laws, recipients, findings, and the measures they pay for."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.errors import CatalogueError
from graph.schema.rows import GraphRows
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records.programmes import PaysFor
from loaders.load import rows_of
from tests.loaders.rows_made import changed, node, relationships
from tests.made_up import catalogue as made_up
from tests.made_up import programmes
from tests.made_up.review_sheets import HARBOUR, WORKSHOP

WORKSHOP_NODE, HARBOUR_NODE = "budgetprogramme:7", "budgetprogramme:12"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return programmes.catalogue(tmp_path_factory.mktemp("sheets"))


@pytest.fixture(scope="module")
def rows(catalogue: Catalogue) -> GraphRows:
    return rows_of(catalogue)


def test_a_programme_is_found_by_its_names_and_the_number_of_its_sheet(rows: GraphRows) -> None:
    workshop = node(rows, WORKSHOP_NODE)
    assert (workshop["name"], workshop["sheet_number"]) == (WORKSHOP["name"], 7)
    assert "programme:7" in workshop["known_as"] and workshop["sheets"] == [2031]
    money = json.loads(workshop["money"])
    assert [(row["year"], row["initial"], row["executed"]) for row in money][:2] == [
        (2031, 500_000_000, None),
        (2030, 400_000_000, 390_000_000),
    ]


def test_the_money_of_each_year_is_a_relationship_with_its_row(rows: GraphRows) -> None:
    money = relationships(rows, "BUDGETED", WORKSHOP_NODE)
    told = {end: (b["initial"], b["executed"], b["documents"]) for end, b in money.items()}
    assert told["fiscalyear:2031"] == (500_000_000, None, ["rs-2031-2-1"])
    assert told["fiscalyear:2030"] == (400_000_000, 390_000_000, ["rs-2031-2-1"])
    year = node(rows, "fiscalyear:2030")
    assert (year["year"], year["name"], year["hub"]) == (2030, "2030年度", True)


def test_offices_are_those_that_answer_and_those_that_do_so_too(rows: GraphRows) -> None:
    offices = relationships(rows, "ADMINISTERED_BY", WORKSHOP_NODE)
    assert {name: (o["lead"], o["known_by"]) for name, o in offices.items()} == {
        "ministry:経済産業省": (True, "sheet"),
        "agency:中小企業庁": (True, "sheet"),
        "ministry:農林水産省": (False, "sheet"),
    }
    assert all(o["documents"][0].startswith("rs-2031-1-") and o["lines"] for o in offices.values())


def test_programmes_and_measures_hang_on_the_same_laws(rows: GraphRows) -> None:
    under = relationships(rows, "UNDER", WORKSHOP_NODE)
    (law,) = under
    assert node(rows, law)["name"] == "発酵振興法" and node(rows, law)["hub"]
    assert under[law]["documents"] == ["rs-2031-1-3"] and under[law]["articles"]
    assert law in relationships(rows, "UNDER", HARBOUR_NODE)


def test_whom_it_paid_is_told_block_by_block(rows: GraphRows) -> None:
    paid = {
        node(rows, end)["name"]: (p["yen"], p["block"], p["direct"])
        for end, p in relationships(rows, "PAID", WORKSHOP_NODE).items()
    }
    assert paid == {
        "一般社団法人発酵会": (300_000_000, "A", True),
        "株式会社里山": (50_000_000, "B", False),
    }


def test_findings_tell_who_and_whether_they_speak_of_overlap(rows: GraphRows) -> None:
    found = [node(rows, end) for end in relationships(rows, "FOUND", WORKSHOP_NODE)]
    assert {(f["by"], f["verdict"], f["outcome"], f["on_overlap"]) for f in found} == {
        ("external", None, None, True),
        ("team", "事業内容の一部改善", "縮減", False),
    }


def test_programmes_name_each_other_and_pay_for_measures(rows: GraphRows) -> None:
    related = relationships(rows, "RELATED_PROGRAMME", WORKSHOP_NODE)
    assert {end: r["relation"] for end, r in related.items()} == {HARBOUR_NODE: "merged_into"}
    pays = relationships(rows, "PAYS_FOR", WORKSHOP_NODE)
    assert {end: (p["kind"], p["why"]) for end, p in pays.items()} == {
        made_up.LOAN: ("funds", ["named_in_text"])
    }
    assert node(rows, HARBOUR_NODE)["name"] == HARBOUR["name"]


@pytest.mark.parametrize("file", ["recipients", "laws", "measures"])
def test_what_the_catalogue_does_not_have_is_an_error(catalogue: Catalogue, file: str) -> None:
    if file == "measures":
        pays = [PaysFor(measure="measure:gone", kind="same", score=1.0)]
        broken = changed(catalogue, "programmes", "programme:7", pays_for=pays)
    else:
        broken = replace(catalogue, **{file: ()})
    with pytest.raises(CatalogueError, match="which the catalogue does not have"):
        rows_of(broken)
