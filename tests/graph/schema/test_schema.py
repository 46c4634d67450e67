"""The declaration of types: what it says, what it refuses, and what is written from it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from graph.embedded.ddl import create_statements
from graph.errors import VocabularyError
from graph.schema import schema as declaration
from graph.schema.page import schema_page
from graph.schema.rule_status import RULE_STATUSES
from graph.schema.schema import Colour, read_schema, schema
from tests.paths import ROOT

DECLARED = Path(declaration.__file__).with_name("schema.yaml")

# DESIGN's table of relationships, ends and own properties
DESIGN = {
    "ADMINISTERED_BY": (
        "Measure-Ministry Measure-Agency BudgetProgramme-Ministry BudgetProgramme-Agency",
        "lead derived known_by",
    ),
    "PART_OF": ("Agency-Ministry Department-Ministry Department-Agency Department-Body", ""),
    "CONTACT": ("Measure-Department", "phones emails"),
    "IMPLEMENTS": ("Body-Measure", "role"),
    "SUPERVISED_BY": ("Body-Ministry", ""),
    "TARGETS": ("Measure-SizeClass", ""),
    "OPEN_TO": ("Measure-SizeClass", ""),
    "COUNTS_AS": ("Measure-SizeClass", "way whom law of op amount unit"),
    "CONTAINS": ("SizeClass-SizeClass", ""),
    "USES": ("Measure-Instrument", ""),
    "SERVES": ("Measure-Beneficiary Measure-Industry", ""),
    "IN_PILLAR": ("Measure-Pillar", ""),
    "APPEARS_AS": ("Measure-Appearance", ""),
    "FOUND_IN": (
        "Appearance-Document PolicyItem-Document BonusRule-Document Call-Document",
        "line_start line_end",
    ),
    "COVERS": ("PolicyItem-Measure", ""),
    "RESPONSIBLE": ("PolicyItem-Ministry", "lead"),
    "CONTINUES": ("PolicyItem-PolicyItem", ""),
    "FUNDED_BY": (
        "Appearance-Budget",
        "yen kind fiscal year pot part_of share proposed previous_yen",
    ),
    "WITHIN": ("Budget-Budget", ""),
    "ABOUT": ("Measure-Term", "weight"),
    "UNDER": ("Measure-Law BudgetProgramme-Law", "articles"),
    "PAYS_FOR": ("BudgetProgramme-Measure", "kind score why"),
    "PAID": ("BudgetProgramme-Recipient", "yen sheet block direct contracts"),
    "BUDGETED": (
        "BudgetProgramme-FiscalYear",
        "initial supplementary carried_over reserve available executed carried_on requested",
    ),
    "IS": ("Recipient-Body", ""),
    "CALL_OF": ("Call-Measure Call-BudgetProgramme", "score why"),
    "FOUND": ("BudgetProgramme-Finding", ""),
    "RELATED_PROGRAMME": ("BudgetProgramme-BudgetProgramme", "relation"),
    "MENTIONS": (
        "BudgetProgramme-BudgetProgramme BudgetProgramme-Measure BudgetProgramme-Ministry",
        "heading by review year says",
    ),
    "NAMES": ("Measure-Certification", ""),
    "DESCRIBES": ("Measure-Certification", ""),
    "ISSUED_BY": ("Certification-Ministry Certification-Agency Certification-Body", ""),
    "IMPLIES": ("Certification-Certification", ""),
    "NEEDS": ("Certification-Certification", ""),
    "REQUIRES": ("BonusRule-Certification BonusRule-Condition", "group tier_or_above"),
    "STATED_ON": ("BonusRule-Measure", ""),
    "RAISES": ("BonusRule-Measure BonusRule-Programme", "printed frame"),
    "NOT_FOR": ("BonusRule-SizeClass", ""),
    "LIMITED_TO": ("BonusRule-SizeClass", ""),
    "OVERLAPS": (
        "Measure-Measure Measure-BudgetProgramme BudgetProgramme-BudgetProgramme",
        (
            "score grade within shared_problems shared_activities shared_terms shared_instruments"
            " shared_beneficiaries shared_industries shared_targets shared_applicants shared_bodies"
            " shared_items parts taken_by taken"
        ),
    ),
    "SUCCEEDS": ("Measure-Measure", ""),
    "PART_OF_MEASURE": ("Measure-Measure", ""),
    "RELATED": ("Measure-Measure", "relation"),
}


def test_the_relationships_are_those_of_the_design() -> None:
    common = {"type", "documents", "lines", "current"}
    declared = {
        name: (
            " ".join(f"{a}-{b}" for a, b in r.joins),
            " ".join(p.name for p in r.properties if p.name not in common),
        )
        for name, r in schema().relationships.items()
    }
    assert declared == DESIGN


def test_what_documents_state_carries_places_and_what_may_lapse_carries_current() -> None:
    for relationship in schema().relationships.values():
        names = {p.name for p in relationship.properties}
        assert relationship.stated == {"documents", "lines"}.issubset(names)
        assert relationship.current == ("current" in names)
    assert all(
        r.current
        for r in schema().relationships.values()
        if r.stated and r.joins[0][0] in ("Measure", "Body")
    )


def test_what_connects_everything_is_a_hub() -> None:
    assert {n.name for n in schema().nodes.values() if n.hub_from == 0} == {
        "SizeClass",
        "Instrument",
        "Document",
        "Pillar",
        "Law",
        "FiscalYear",
    }
    assert schema().nodes["Term"].hub_from > 1, "only common terms"
    assert schema().nodes["Measure"].hub_from is None


def test_types_of_one_colour_share_an_outline_and_no_others_have_it() -> None:
    looks = {(node.colour, node.shape) for node in schema().nodes.values()}
    assert len(looks) == len({colour for colour, _ in looks}) == len({shape for _, shape in looks})
    assert len(looks) <= 8


def test_how_types_are_drawn_makes_no_other_graph_of_it() -> None:
    measure = replace(schema().nodes["Measure"], shape="tag", colour=Colour("#000000", "#FFFFFF"))
    drawn = replace(schema(), nodes={**schema().nodes, "Measure": measure})
    assert drawn.digest == schema().digest
    named = replace(schema().nodes["Measure"], english="Scheme")
    assert replace(schema(), nodes={**schema().nodes, "Measure": named}).digest != drawn.digest


def test_a_property_says_how_it_is_shown() -> None:
    budget = {p.name: p for p in schema().nodes["Budget"].properties}
    rule = {p.name: p for p in schema().nodes["BonusRule"].properties}
    assert budget["yen"].written == "yen"
    assert rule["since"].written == "date"
    assert (budget["kind"].codes, rule["last_status"].codes) == ("kind", "status")
    assert [name for name, p in budget.items() if p.listed] == [
        "kind",
        "fiscal",
        "year",
        "yen",
        "pot",
    ]
    assert not any(p.listed for p in (*schema().every_node, *schema().every_searchable_node)), (
        "a card says them in its head, or they are for searching"
    )


def test_the_statuses_of_a_rule_are_those_of_the_type() -> None:
    status = next(p for p in schema().nodes["BonusRule"].properties if p.name == "status")
    assert status.about.replace(" or ", ", ").split(", ") == list(RULE_STATUSES)


def test_an_id_says_its_type() -> None:
    assert schema().type_of("ministry:経済産業省") == "Ministry"
    assert schema().type_of("pillar:package-2025:１．設備投資") == "Pillar"
    with pytest.raises(KeyError):
        schema().type_of("nothing:1")


def test_there_is_a_table_for_every_type() -> None:
    statements = [s for s in create_statements(schema()) if s.startswith("CREATE ")]
    assert len(statements) == len(schema().nodes) + len(schema().relationships)
    assert (
        "CREATE NODE TABLE `Pillar` (`id` STRING, `type` STRING, `name` STRING, `hub` BOOLEAN,"
        " `folded` STRING, `known_as` STRING[], `words` STRING, `document` STRING, PRIMARY KEY"
        " (`id`))" in statements
    )
    assert (
        "CREATE REL TABLE `SERVES` (FROM `Measure` TO `Beneficiary`, FROM `Measure` TO `Industry`,"
        " `type` STRING, `documents` STRING[], `lines` INT64[], `current` BOOLEAN)" in statements
    )


def test_the_tables_of_many_nodes_alone_have_an_index() -> None:
    statements = create_statements(schema(), {"Measure"})
    before = {
        table.split("`")[1]: index
        for index, table in pairwise(statements)
        if table.startswith("CREATE NODE")
    }
    assert len(before) == len(schema().nodes)
    assert [name for name, index in before.items() if index.endswith("=true")] == ["Measure"]


def test_the_documentation_page_is_the_declaration() -> None:
    assert (ROOT / "docs" / "graph.md").read_text(encoding="utf-8") == schema_page(schema()), (
        "python -m graph.schema.page > docs/graph.md"
    )


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("relationships", "CONTACT", "joins"), {"Measure": ["Bureau"]}, "Bureau"),
        (("nodes", "Measure", "prefix"), "ministry", "share the prefix"),
        (("nodes", "Measure", "colour"), {"light": "blue", "dark": "#000000"}, "no colour"),
        (("nodes", "Measure", "shape"), "star", "none of box, pill"),
        (("nodes", "Measure", "hub"), "sometimes", "sometimes"),
        (("nodes", "Measure", "properties"), {"title": ["text", "of a type that is none"]}, "type"),
        (("nodes", "Measure", "properties"), {"name": ["string", "which every node has"]}, "twice"),
        (
            ("nodes", "Measure", "properties"),
            {"tier": ["string", "a number elsewhere"]},
            "elsewhere",
        ),
        (
            ("nodes", "Measure", "properties"),
            {"a`b": ["string", "would break out of its quotes"]},
            "fit name",
        ),
        (("nodes", "Measure", "properties"), {"a": ["string", "b", "shown"]}, "'shown' is no mark"),
        (("nodes", "Measure", "properties"), {"a": ["string", "b", "code:"]}, "'code:' is no mark"),
        (("nodes", "Measure", "properties"), {"a": ["int", "b", "date"]}, "with string alone"),
        (("nodes", "Measure", "properties"), {"a": ["float", "b", "yen"]}, "with int alone"),
        (("nodes", "Measure", "properties"), {"a": ["ints", "b", "code:c"]}, "with string alone"),
        (("nodes", "Measure", "size"), 3, "size"),
        (("nodes", "Measure", "prefix"), None, "prefix"),
    ],
)
def test_a_declaration_that_does_not_hold_together_is_refused(
    tmp_path: Path, path: tuple[str, ...], value: object, says: str
) -> None:
    raw = yaml.load(DECLARED.read_text(encoding="utf-8"), yaml.CSafeLoader)
    entry = raw
    for key in path[:-1]:
        entry = entry[key]
    entry[path[-1]] = value
    changed = tmp_path / "schema.yaml"
    changed.write_text(
        yaml.dump(raw, Dumper=yaml.CSafeDumper, allow_unicode=True), encoding="utf-8"
    )
    with pytest.raises(VocabularyError, match=says):
        read_schema(changed)


def test_a_file_that_is_no_declaration_is_refused(tmp_path: Path) -> None:
    for text in ("", "nodes: [", "- a\n- b\n"):
        (tmp_path / "schema.yaml").write_text(text, encoding="utf-8")
        with pytest.raises(VocabularyError, match="schema.yaml"):
            read_schema(tmp_path / "schema.yaml")
