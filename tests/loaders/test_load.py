"""What a catalogue comes to as a graph. The catalogue is tests/made_up/catalogue.py."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graph.errors import CatalogueError
from graph.opening import open_store
from graph.schema.rows import GraphRows
from graph.store import Store
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Appearance,
    Budget,
    Certification,
    Contact,
    Document,
    Item,
    NotFor,
    Overlap,
    Record,
    SizeLimit,
    SizeTest,
)
from loaders.load import load, rows_of
from tests.made_up import catalogue as made_up


def relationships(
    rows: GraphRows, kind: str, start: str | None = None
) -> dict[str, dict[str, Any]]:
    """End id -> properties."""
    return {
        r.end: dict(r.properties)
        for r in rows.relationships
        if r.type == kind and start in (None, r.start)
    }


def node(rows: GraphRows, node_id: str) -> dict[str, Any]:
    return next(dict(n.properties) for n in rows.nodes if n.id == node_id)


def changed(catalogue: Catalogue, file: str, record_id: str, **values: Any) -> Catalogue:
    """The catalogue with other values in one record."""
    return replace(
        catalogue,
        **{
            file: tuple(
                _copy(r, values) if r.id == record_id else r for r in getattr(catalogue, file)
            )
        },
    )


def _copy(record: Record, values: dict[str, Any]) -> Record:
    return type(record).model_validate(record.model_dump() | values)


# --- who and what ---------------------------------------------------------------------------------


def test_the_same_catalogue_gives_the_same_rows_in_whatever_order(made_up_rows: GraphRows) -> None:
    catalogue = made_up.catalogue()
    turned = Catalogue(
        **{name: tuple(reversed(records)) for name, records in vars(catalogue).items()}
    )
    assert rows_of(turned) == made_up_rows


def test_a_joint_measure_has_the_marked_ministry_as_its_lead(made_up_rows: GraphRows) -> None:
    offices = relationships(made_up_rows, "ADMINISTERED_BY", made_up.MATCHING)
    assert {end: (o["lead"], o["derived"]) for end, o in offices.items()} == {
        "ministry:経済産業省": (False, False),
        "ministry:厚生労働省": (True, False),
    }


def test_a_page_that_names_only_a_body_belongs_to_who_supervises_it(
    made_up_rows: GraphRows,
) -> None:
    (office,) = relationships(made_up_rows, "ADMINISTERED_BY", made_up.SALES).values()
    assert (office["derived"], office["lead"], office["documents"], office["lines"]) == (
        True,
        False,
        [made_up.DOCUMENT],
        [110],
    ), "where the body stands"


def test_every_fact_leads_to_a_line(made_up_rows: GraphRows) -> None:
    stated = [r for r in made_up_rows.relationships if "lines" in r.properties]
    assert len(stated) > 50
    assert all(
        r.properties["lines"]
        and min(r.properties["lines"]) > 0
        and set(r.properties["documents"]) == {made_up.DOCUMENT}
        for r in stated
    )
    assert relationships(made_up_rows, "TARGETS", made_up.EQUIPMENT)["sizeclass:中小企業"][
        "lines"
    ] == [53]


def test_a_department_is_part_of_whose_name_it_begins_with(made_up_rows: GraphRows) -> None:
    assert list(relationships(made_up_rows, "PART_OF", "department:中小企業庁技術課")) == [
        "agency:中小企業庁"
    ]
    assert list(relationships(made_up_rows, "PART_OF", "department:日本貿易振興機構企画課")) == [
        "body:日本貿易振興機構"
    ]


def test_departments_that_name_no_office_are_kept_apart_by_page_and_are_nobodys_part() -> None:
    catalogue = changed(
        made_up.catalogue(),
        "appearances",
        f"appearance:{made_up.DOCUMENT}:{made_up.REGION_TAX[-8:]}",
        contacts=[Contact(org="職業課", line=340)],
    )
    rows = rows_of(catalogue)
    same_name = {
        n.id for n in rows.nodes if n.type == "Department" and n.properties["name"] == "職業課"
    }
    assert same_name == {"department:厚生労働省:職業課", "department:内閣府:職業課"}
    assert not any(relationships(rows, "PART_OF", each) for each in same_name)


def test_a_legal_form_does_not_hide_whose_department_it_is() -> None:
    catalogue = changed(
        made_up.catalogue(),
        "appearances",
        f"appearance:{made_up.DOCUMENT}:{made_up.SALES[-8:]}",
        contacts=[Contact(org="独立行政法人 日本貿易振興機構（ジェトロ）海外課", line=140)],
    )
    rows = rows_of(catalogue)
    (department,) = relationships(rows, "CONTACT", made_up.SALES)
    assert list(relationships(rows, "PART_OF", department)) == ["body:日本貿易振興機構"]


def test_a_body_is_one_node_however_it_is_printed_and_an_unlisted_one_has_its_own(
    made_up_rows: GraphRows,
) -> None:
    served = [
        (r.start, r.end, r.properties["role"])
        for r in made_up_rows.relationships
        if r.type == "IMPLEMENTS"
    ]
    assert served == [
        ("body:地域金融機関", made_up.MATCHING, "finances"),
        ("body:日本政策金融公庫", made_up.LOAN, "finances"),
        ("body:日本貿易振興機構", made_up.SALES, "implements"),
        ("body:日本貿易振興機構", made_up.MATCHING, "operates"),
    ]


def test_a_certification_is_described_by_its_own_page_and_named_by_others(
    made_up_rows: GraphRows,
) -> None:
    assert list(relationships(made_up_rows, "DESCRIBES")) == ["certification:くるみん"]
    assert set(relationships(made_up_rows, "NAMES", made_up.EQUIPMENT)) == {
        "certification:くるみん",
        "certification:経営力向上計画",
    }


@pytest.mark.parametrize(
    ("title", "own"),
    [
        ("くるみん認定制度", True),
        ("「くるみん」の認定について", True),
        ("くるみん・えるぼし認定", False),
        ("くるみん認定企業への優遇", False),
        ("くるみん", True),
        ("くるみん（次世代法）", True),
        ("えるぼし", False),
    ],
)
def test_a_page_is_a_certifications_own_where_its_title_says_no_more(title: str, own: bool) -> None:
    appearance = f"appearance:{made_up.DOCUMENT}:{made_up.KURUMIN_PAGE[-8:]}"
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "measures",
            made_up.KURUMIN_PAGE,
            title=title,
            appearances=[appearance],
        )
    )
    assert bool(relationships(rows, "DESCRIBES")) == own


def test_related_measures_are_joined_and_unknown_names_stay_on_the_page(
    made_up_rows: GraphRows,
) -> None:
    related = relationships(made_up_rows, "RELATED", made_up.EQUIPMENT)
    assert {end: r["relation"] for end, r in related.items()} == {made_up.SALES: "併用可"}
    assert (
        "どこにもない事業"
        in node(made_up_rows, f"appearance:{made_up.DOCUMENT}:00000001")["related"]
    )


def test_rules_ask_for_certifications_and_conditions_group_by_group(
    made_up_rows: GraphRows,
) -> None:
    asked = relationships(made_up_rows, "REQUIRES", "rule:2")
    assert {end: r["group"] for end, r in asked.items()} == {
        "condition:賃上げ:3%": 1,
        "certification:経営力向上計画": 2,
    }
    assert relationships(made_up_rows, "REQUIRES", "rule:1")["certification:くるみん"][
        "tier_or_above"
    ]
    assert list(relationships(made_up_rows, "RAISES", "rule:3")) == ["programme:公共調達"]
    assert list(relationships(made_up_rows, "LIMITED_TO", "rule:2")) == ["sizeclass:中小企業"]


def test_a_condition_is_found_by_what_a_person_types(made_up_rows: GraphRows) -> None:
    condition = node(made_up_rows, "condition:賃上げ:3%")
    assert (condition["what"], condition["amount"], condition["unit"]) == ("賃上げ", 3.0, "%")
    assert {"賃上げ+3%", "賃上げ3%", "賃金引上げ3%", "賃上げ"} <= set(condition["known_as"])


def test_a_rule_says_what_its_document_leaves_open_and_for_how_many_heads_it_is() -> None:
    limit = SizeLimit(of="employees", op="<=", amount=5, unit="人")
    rows = rows_of(
        changed(made_up.catalogue(), "rules", "rule:2", unstated=["amount"], limits=[limit])
    )
    assert (node(rows, "rule:2")["unstated"], json.loads(node(rows, "rule:2")["limits"])) == (
        ["amount"],
        [limit.model_dump()],
    )


def test_who_is_of_which_size_class_is_told_limit_by_limit() -> None:
    both = [
        SizeLimit(of="employees", op="<=", amount=900, unit="人"),
        SizeLimit(of="group_employees", op="<=", amount=3000, unit="人"),
    ]
    tests = [
        SizeTest(size_class="大企業", line=60),
        SizeTest(size_class="中堅企業", limits=both, line=61),
        SizeTest(
            size_class="中小企業",
            whom="法人",
            limits=[SizeLimit(of="capital", op="<=", amount=2e8, unit="円")],
            line=62,
        ),
        SizeTest(size_class="中小企業", law="中小企業基本法", line=63),
    ]
    page = made_up.catalogue().appearances[0]
    rows = rows_of(changed(made_up.catalogue(), "appearances", page.id, size_tests=tests))
    told = [
        (
            r.end,
            r.properties["way"],
            r.properties["whom"],
            r.properties["law"],
            r.properties.get("of"),
            r.properties.get("amount"),
            r.properties["lines"],
            r.properties["current"],
        )
        for r in rows.relationships
        if r.type == "COUNTS_AS"
    ]
    assert sorted(told, key=str) == sorted(
        [
            ("sizeclass:大企業", 1, None, None, None, None, [60], True),
            ("sizeclass:中堅企業", 1, None, None, "employees", 900.0, [61], True),
            ("sizeclass:中堅企業", 1, None, None, "group_employees", 3000.0, [61], True),
            ("sizeclass:中小企業", 1, "法人", None, "capital", 2e8, [62], True),
            ("sizeclass:中小企業", 2, None, "中小企業基本法", None, None, [63], True),
        ],
        key=str,
    )


@pytest.mark.parametrize(
    ("applicants", "open_to"),
    [
        (["中小企業", "中堅企業"], {"sizeclass:中小企業": [56], "sizeclass:中堅企業": [57]}),
        (["企業", "中小企業"], {}),
        (["大学・研究機関"], {}),
    ],
)
def test_a_measure_is_open_to_the_sizes_that_its_page_tells_as_applying(
    applicants: list[str], open_to: dict[str, list[int]]
) -> None:
    page = made_up.catalogue().appearances[0]
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "appearances",
            page.id,
            applicants=applicants,
            lines=page.lines | {"applicants": [56, 57][: len(applicants)]},
        )
    )
    assert {
        end: r["lines"] for end, r in relationships(rows, "OPEN_TO", page.measure).items()
    } == open_to


def test_a_measure_whose_page_says_so_is_open_to_every_size() -> None:
    page = made_up.catalogue().appearances[0]
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "appearances",
            page.id,
            applicants=["企業"],
            lines=page.lines | {"any_size": [58]},
        )
    )
    assert {end: r["lines"] for end, r in relationships(rows, "OPEN_TO", page.measure).items()} == {
        f"sizeclass:{name}": [58] for name in ("大企業", "中堅企業", "中小企業", "小規模事業者")
    }


def test_a_rule_is_not_for_the_sizes_that_its_latest_document_leaves_out() -> None:
    bonus = next(r for r in made_up.catalogue().rules if r.id == "rule:2").bonuses[-1]
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "bonuses",
            bonus,
            not_for=[NotFor(size_class="小規模事業者", line=66)],
        )
    )
    assert {end: r["lines"] for end, r in relationships(rows, "NOT_FOR", "rule:2").items()} == {
        "sizeclass:小規模事業者": [66]
    }


def test_a_rule_without_a_precise_form_asks_for_what_is_printed() -> None:
    rows = rows_of(changed(made_up.catalogue(), "rules", "rule:2", requires=[]))
    assert {end: r["group"] for end, r in relationships(rows, "REQUIRES", "rule:2").items()} == {
        "condition:賃上げ3%": 1,
        "condition:経営力向上計画": 2,
    }


def test_a_rule_that_only_a_policy_item_states_is_in_the_document_and_on_no_measure() -> None:
    item = Item(
        id="item:1", document=made_up.DOCUMENT, item_no="①", title="取組", line_start=1, line_end=2
    )
    rows = rows_of(
        changed(replace(made_up.catalogue(), items=(item,)), "bonuses", "bonus:2", measure="item:1")
    )
    assert relationships(rows, "STATED_ON", "rule:2") == {}
    assert list(relationships(rows, "FOUND_IN", "rule:2")) == [f"document:{made_up.DOCUMENT}"]


def test_each_means_has_the_line_that_shows_it_where_the_page_tells_one_for_each() -> None:
    page = made_up.catalogue().appearances[0]
    for lines, places in (
        ([60, 61], [[60], [61]]),
        ([60, 61, 62], [[60, 61, 62]] * 2),
        ([], [[page.line_start]] * 2),
    ):
        told = changed(
            made_up.catalogue(), "appearances", page.id, lines={**page.lines, "instruments": lines}
        )
        used = relationships(
            rows_of(changed(told, "measures", made_up.EQUIPMENT, instruments=["補助金", "税制"])),
            "USES",
            made_up.EQUIPMENT,
        )
        assert [used[f"instrument:{name}"]["lines"] for name in ("補助金", "税制")] == places


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


# --- which sums are one ---------------------------------------------------------------------------


def budgets_of(*sums: dict[str, Any]) -> list[tuple[int, int]]:
    """(yen, pages that draw on it) of the budgets that these sums come to, one a page, the made-up
    sums aside.
    """
    catalogue = made_up.catalogue()
    pages = [
        a.model_copy(
            update={"budgets": [Budget(line=a.line_start, **sums[i])] if i < len(sums) else []}
        )
        for i, a in enumerate(catalogue.appearances)
    ]
    rows = rows_of(replace(catalogue, appearances=tuple(pages)))
    ends = [r.end for r in rows.relationships if r.type == "FUNDED_BY"]
    return sorted((node(rows, end)["yen"], ends.count(end)) for end in set(ends))


GRANT = {"pot": "JETRO交付金", "part_of": True, "kind": "initial", "year": 2025}


def test_each_page_keeps_what_it_prints_of_a_pot_that_another_page_tells_more_exactly() -> None:
    rounded = Budget(line=55, yen=26_300_000_000, part_of=True, pot="日本貿易振興機構運営費交付金")
    exact = Budget(line=105, yen=26_320_000_000, fiscal="R7当初", **GRANT)
    catalogue = made_up.catalogue()
    pages = [
        a.model_copy(update={"budgets": budgets})
        for a, budgets in zip(
            catalogue.appearances, ([rounded], [exact], [], [], [], [], []), strict=True
        )
    ]
    rows = rows_of(replace(catalogue, appearances=tuple(pages)))
    (pot, first), (same, second) = [
        (r.end, r.properties) for r in rows.relationships if r.type == "FUNDED_BY"
    ]
    assert pot == same and node(rows, pot)["yen"] == 26_320_000_000
    assert (first["yen"], first["fiscal"], first["kind"], first["pot"]) == (
        26_300_000_000,
        None,
        None,
        "日本貿易振興機構運営費交付金",
    )
    assert (second["yen"], second["fiscal"], second["year"], second["kind"]) == (
        26_320_000_000,
        "R7当初",
        2025,
        "initial",
    )


def test_a_part_of_a_pot_that_the_page_does_not_name_is_not_taken_for_a_pot_of_the_same_sum() -> (
    None
):
    assert budgets_of(
        GRANT | {"yen": 26_300_000_000}, GRANT | {"yen": 26_300_000_000, "pot": None}
    ) == [(26_300_000_000, 1), (26_300_000_000, 1)]


def test_one_pot_is_one_budget_however_many_pages_draw_on_it() -> None:
    assert budgets_of(
        GRANT | {"yen": 26_300_000_000},
        GRANT | {"yen": 26_300_000_000},
        GRANT | {"yen": 26_300_000_000},
    ) == [(26_300_000_000, 3)]


def test_a_pot_is_one_however_its_body_is_called_its_sum_rounded_and_its_year_left_out() -> None:
    other = {
        "pot": "独立行政法人日本貿易振興機構運営費交付金",
        "part_of": True,
        "kind": "initial",
        "yen": 26_300_000_000,
    }
    assert budgets_of(GRANT | {"yen": 26_320_000_000}, other) == [(26_320_000_000, 2)]


@pytest.mark.parametrize(
    "other",
    [
        {"yen": 26_400_000_000},
        {"yen": 26_300_000_000, "year": 2024},
        {"yen": 26_300_000_000, "kind": "supplementary"},
        {"yen": 26_300_000_000, "pot": "別の交付金"},
        {"yen": 26_300_000_000, "pot": None},
    ],
)
def test_sums_that_differ_in_anything_printed_are_two_budgets(other: dict[str, Any]) -> None:
    assert len(budgets_of(GRANT | {"yen": 26_300_000_000}, GRANT | other)) == 2


def test_a_sum_that_could_be_either_of_two_is_neither() -> None:
    pot = {"pot": "基金", "yen": 10**9}
    assert len(budgets_of(pot | {"kind": "initial"}, pot | {"kind": "supplementary"}, pot)) == 3


def test_two_equal_sums_of_one_page_without_a_pot_are_two() -> None:
    twice = [Budget(yen=10**9, kind="initial", line=5), Budget(yen=10**9, kind="initial", line=6)]
    rows = rows_of(
        changed(
            made_up.catalogue(),
            "appearances",
            f"appearance:{made_up.DOCUMENT}:00000006",
            budgets=twice,
        )
    )
    assert len([n for n in rows.nodes if n.type == "Budget" and n.properties["yen"] == 10**9]) == 2


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
    ],
)
def test_a_name_that_leads_nowhere_is_an_error_with_file_and_id(
    file: str, record: str, values: dict[str, Any], says: str
) -> None:
    with pytest.raises(CatalogueError, match=says):
        rows_of(changed(made_up.catalogue(), file, record, **values))


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
