"""Measures, offices, certifications and rules as rows."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.schema.rows import GraphRows
from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Alternative,
    Contact,
    Item,
    NotFor,
    SizeLimit,
    SizeTest,
)
from loaders.load import rows_of
from tests.loaders.rows_made import changed, node, relationships
from tests.made_up import catalogue as made_up

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


def test_an_amount_of_yen_is_told_as_documents_write_it() -> None:
    asked = Alternative(what="投資額", kind="other", amount=1e8, unit="円")
    rows = rows_of(changed(made_up.catalogue(), "rules", "rule:2", requires=[[asked]]))
    condition = node(rows, "condition:投資額:1億円")
    assert (condition["name"], condition["amount"]) == ("投資額 1億円", 1e8)
    assert "投資額+1億円" in condition["known_as"]


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
