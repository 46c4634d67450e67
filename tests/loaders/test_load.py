"""A catalogue as a graph over documents, and what does not hold together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import CatalogueError
from graph.opening import open_store
from graph.store import Store
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Appearance,
    Budget,
    Certification,
    Document,
    Item,
    Overlap,
)
from loaders.load import load, rows_of
from tests.loaders.rows_made import changed, node, relationships
from tests.made_up import catalogue as made_up

# --- two documents --------------------------------------------------------------------------------


def _told_again() -> Catalogue:
    """The equipment subsidy in an older document too: by another ministry, with the same
    supplementary sum.
    """
    catalogue = made_up.catalogue()
    older = Document.model_validate(
        catalogue.documents[0].model_dump() | {"id": "booklet-2023", "date": "2023-01-01"}
    )
    page = Appearance(
        id="appearance:booklet-2023:1",
        document="booklet-2023",
        measure=made_up.FORMER,
        line_start=1,
        line_end=9,
        title="設備補助金",
        ministries=[made_up.CAO],
        targets=["中小企業"],
        lines={"targets": [4]},
        budgets=[
            Budget(fiscal="R6補正", year=2024, kind="supplementary", yen=10_000_000_000, line=5)
        ],
    )
    catalogue = replace(
        catalogue,
        documents=(*catalogue.documents, older),
        appearances=(page, *catalogue.appearances),
    )
    return changed(
        catalogue,
        "measures",
        made_up.EQUIPMENT,
        appearances=[page.id, catalogue.measures[0].appearances[0]],
    )


def test_what_only_an_older_document_states_is_not_current() -> None:
    rows = rows_of(_told_again())
    offices = relationships(rows, "ADMINISTERED_BY", made_up.EQUIPMENT)
    assert {end: o["current"] for end, o in offices.items()} == {
        "ministry:経済産業省": True,
        "agency:中小企業庁": True,
        "ministry:内閣府": False,
    }
    small = relationships(rows, "TARGETS", made_up.EQUIPMENT)["sizeclass:中小企業"]
    assert (small["documents"], small["lines"], small["current"]) == (
        ["booklet-2023", made_up.DOCUMENT],
        [4, 53],
        True,
    )


def test_one_measures_sum_in_two_documents_is_one_budget() -> None:
    rows = rows_of(_told_again())
    drawn = [
        (r.start, r.end)
        for r in rows.relationships
        if r.type == "FUNDED_BY" and node(rows, r.end)["yen"] == 10_000_000_000
    ]
    assert len(drawn) == 2 and len({end for _, end in drawn}) == 1


# --- what does not hold together ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "record", "values", "says"),
    [
        (
            "measures",
            made_up.EQUIPMENT,
            {"ministries": ["魔法省"]},
            "measures.jsonl measure:00000001: names the ministry '魔法省'",
        ),
        (
            "measures",
            made_up.EQUIPMENT,
            {"bodies": ["魔法機構"]},
            "measures.jsonl measure:00000001: names the body '魔法機構'",
        ),
        (
            "measures",
            made_up.EQUIPMENT,
            {"appearances": ["appearance:none"]},
            "names the appearance",
        ),
        ("measures", made_up.EQUIPMENT, {"appearances": []}, "a measure without an appearance"),
        (
            "measures",
            made_up.EQUIPMENT,
            {"succeeds": ["measure:none"]},
            "names the measure 'measure:none'",
        ),
        (
            "appearances",
            f"appearance:{made_up.DOCUMENT}:00000001",
            {"agencies": ["魔法庁"]},
            "names the agency '魔法庁'",
        ),
        (
            "appearances",
            f"appearance:{made_up.DOCUMENT}:00000001",
            {"document": "none"},
            "names the document 'none'",
        ),
        (
            "appearances",
            f"appearance:{made_up.DOCUMENT}:00000001",
            {"measure": made_up.SALES},
            "is listed by measure:00000001 but names measure:00000002",
        ),
        (
            "rules",
            "rule:1",
            {"bonuses": ["bonus:none"]},
            "rules.jsonl rule:1: names the bonus 'bonus:none'",
        ),
        (
            "rules",
            "rule:1",
            {"raises": {"measure": "measure:none", "printed": "x"}},
            "rules.jsonl rule:1: names the measure",
        ),
        (
            "organisations",
            "agency:中小企業庁",
            {"parent": "魔法省"},
            "organisations.jsonl agency:中小企業庁: names the ministry '魔法省'",
        ),
        (
            "organisations",
            "body:日本貿易振興機構",
            {"supervising_ministries": ["魔法省"]},
            "names the ministry '魔法省'",
        ),
        (
            "certifications",
            "certification:くるみん",
            {"implies": ["ひよこ"]},
            "certifications.jsonl certification:くるみん: names the certification 'ひよこ'",
        ),
        (
            "certifications",
            "certification:くるみん",
            {"issuer": "魔法省"},
            "names the ministry '魔法省'",
        ),
        (
            "certifications",
            "certification:くるみん",
            {"co_issuers": ["魔法省"]},
            "names the ministry '魔法省'",
        ),
    ],
)
def test_a_name_that_leads_nowhere_is_an_error_with_file_and_id(
    file: str, record: str, values: dict[str, Any], says: str
) -> None:
    with pytest.raises(CatalogueError, match=says):
        rows_of(changed(made_up.catalogue(), file, record, **values))


def test_who_gives_a_certification_together_is_its_issuer_too() -> None:
    catalogue = changed(
        made_up.catalogue(),
        "certifications",
        "certification:DX認定",
        co_issuers=["厚生労働省", "日本貿易振興機構"],
    )
    issued = {
        row.end
        for row in rows_of(catalogue).relationships
        if row.type == "ISSUED_BY" and row.start == "certification:DX認定"
    }
    assert issued == {"ministry:経済産業省", "ministry:厚生労働省", "body:日本貿易振興機構"}


def test_a_record_that_is_there_twice_is_an_error() -> None:
    catalogue = made_up.catalogue()
    with pytest.raises(CatalogueError, match="measures.jsonl measure:00000001: is there twice"):
        rows_of(replace(catalogue, measures=(*catalogue.measures, catalogue.measures[0])))


def test_a_broken_or_empty_catalogue_leaves_the_old_graph(tmp_path: Path) -> None:
    with open_store(tmp_path / "graph.lbug") as store:
        load(made_up.catalogue(), store)
        before = store.read("MATCH (n) RETURN count(*) AS n")
        for broken in (
            Catalogue(),
            changed(made_up.catalogue(), "measures", made_up.SALES, ministries=["魔法省"]),
        ):
            with pytest.raises(CatalogueError):
                load(broken, store)
        assert store.read("MATCH (n) RETURN count(*) AS n") == before


# --- what later documents bring -------------------------------------------------------------------


def test_items_and_overlaps_find_their_places(tmp_path: Path) -> None:
    items = (
        Item(
            id="item:1",
            document=made_up.DOCUMENT,
            item_no="①",
            title="取組",
            line_start=1,
            line_end=2,
            ministries=[made_up.METI],
            lead_ministry=made_up.METI,
            measures=[made_up.FORMER],
        ),
        Item(
            id="item:2",
            document=made_up.DOCUMENT,
            item_no="②",
            title="続き",
            line_start=3,
            line_end=4,
            continues=["item:1"],
        ),
    )
    overlaps = (
        Overlap(
            a=made_up.MATCHING,
            b=made_up.SALES,
            score=0.5,
            grade=2,
            shared_bodies=["日本貿易振興機構"],
        ),
    )
    tier = Certification(
        id="certification:くるみんプラス",
        name="くるみんプラス",
        kind="certification",
        requires=["くるみん"],
    )
    catalogue = made_up.catalogue()
    catalogue = replace(
        catalogue, items=items, overlaps=overlaps, certifications=(*catalogue.certifications, tier)
    )
    catalogue = changed(
        catalogue, "measures", made_up.SALES, part_of=[made_up.MATCHING], succeeds=[made_up.FORMER]
    )
    with open_store(tmp_path / "graph.lbug") as store:
        load(catalogue, store)
        assert _ends(store, "COVERS") == [("item:1", made_up.EQUIPMENT)]
        assert _ends(store, "RESPONSIBLE") == [("item:1", "ministry:経済産業省")]
        assert _ends(store, "CONTINUES") == [("item:2", "item:1")]
        assert _ends(store, "OVERLAPS") == [(made_up.SALES, made_up.MATCHING)], "lower id first"
        assert _ends(store, "NEEDS") == [("certification:くるみんプラス", "certification:くるみん")]
        assert _ends(store, "PART_OF_MEASURE") == [(made_up.SALES, made_up.MATCHING)]
        assert _ends(store, "SUCCEEDS") == [(made_up.SALES, made_up.EQUIPMENT)]


def _ends(store: Store, kind: str) -> list[tuple[str, str]]:
    rows = store.read(
        "MATCH (a)-[r]->(b) WHERE r.type = $kind RETURN a.id AS first, b.id AS last ORDER BY first,"
        " last",
        kind=kind,
    )
    return [(row["first"], row["last"]) for row in rows]
