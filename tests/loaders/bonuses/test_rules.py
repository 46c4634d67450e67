"""The same bonus over documents and years, once."""

from __future__ import annotations

import pytest

from graph.errors import CatalogueError
from loaders.bonuses import rules
from loaders.catalogue.records import (
    Alternative,
    Bonus,
    Item,
    Measure,
    Raises,
)
from tests.loaders.bonuses.statements import GROUP, NEW, OLD, bonus, document, pages_on


def test_one_rule_for_what_two_documents_state_and_the_latest_counts() -> None:
    [rule] = rules(
        [bonus("b2", "new", value="10点"), bonus("b1", "old", value="5点", status="planned")],
        [NEW, OLD],
    )
    assert (rule.bonuses, rule.value, rule.status, rule.since, rule.as_of, rule.ended) == (
        ["b1", "b2"],
        "10点",
        "in_force",
        "2022-06",
        "2025-02",
        None,
    )


def test_values_of_one_document_are_rules_of_their_own() -> None:
    assert {
        rule.value
        for rule in rules(
            [bonus("b1", "new", value="5点"), bonus("b2", "new", value="10点")], [NEW]
        )
    } == {"5点", "10点"}


@pytest.mark.parametrize(
    "changed",
    [
        {"benefit": "cap_uplift"},
        {"size_class": "中小企業"},
        {"raises": Raises(measure="measure:7", printed="あ")},
        {"raises": Raises(programme="補助金", frame="大きな窯", printed="補助金 大きな窯")},
        {"requires": [[Alternative(what="くるみん", kind="certification", tier_or_above=True)]]},
    ],
)
def test_another_benefit_size_target_or_tier_is_another_rule(changed: dict[str, object]) -> None:
    assert len(rules([bonus("b1", "new"), bonus("b2", "new", **changed)], [NEW])) == 2


def test_what_a_later_page_of_the_same_measure_leaves_out_is_not_restated() -> None:
    made = rules([bonus("b1", "old"), bonus("b2", "new", benefit="cap_uplift")], [OLD, NEW])
    assert {rule.benefit: rule.status for rule in made} == {
        "screening_points": "not_restated",
        "cap_uplift": "in_force",
    }
    assert {rule.benefit: rule.last_status for rule in made} == {
        "screening_points": "in_force",
        "cap_uplift": None,
    }, "how it was stated last"


def test_a_later_document_that_does_not_speak_of_the_measure_says_nothing_about_it() -> None:
    made = rules(
        [bonus("b1", "old"), bonus("b2", "new", measure="measure:5", benefit="cap_uplift")],
        [OLD, NEW],
    )
    assert {rule.status for rule in made} == {"in_force"}


def test_a_later_page_of_the_measure_that_states_no_bonus_at_all_does_not_restate_it() -> None:
    pages = [*pages_on("old", "measure:0", "measure:1"), *pages_on("new", "measure:0", "measure:1")]
    assert [rule.status for rule in rules([bonus("b1", "old")], [OLD, NEW], pages)] == [
        "not_restated"
    ]


def test_what_an_item_states_is_not_restated_where_a_later_item_carries_it_on() -> None:
    def item(name: str, in_document: str, *continues: str) -> Item:
        return Item(
            id=name,
            document=in_document,
            item_no="①",
            title=name,
            line_start=1,
            line_end=2,
            continues=list(continues),
        )

    chain = [
        item("item:old", "old"),
        item("item:between", "old", "item:old"),
        item("item:new", "new", "item:between"),
    ]
    pages = [*pages_on("old", "measure:1"), *pages_on("new", "measure:1")]
    assert [
        rule.status
        for rule in rules([bonus("b1", "old", measure="item:old")], [OLD, NEW], pages, chain)
    ] == ["not_restated"]
    assert [
        rule.status
        for rule in rules([bonus("b1", "old", measure="item:old")], [OLD, NEW], pages, chain[:2])
    ] == ["ended"]


def test_a_document_of_another_scope_takes_back_what_its_own_page_leaves_out_and_no_more() -> None:
    leaflet_of_one = [
        *pages_on("old", "measure:0", "measure:1", "measure:2", "measure:3"),
        *pages_on("new", "measure:0"),
    ]
    stated = [
        bonus(f"b{number}", "old", measure=f"measure:{number}", benefit=benefit)
        for number, benefit in enumerate(("screening_points", "cap_uplift"))
    ]
    assert {rule.benefit: rule.status for rule in rules(stated, [OLD, NEW], leaflet_of_one)} == {
        "screening_points": "not_restated",
        "cap_uplift": "in_force",
    }


def test_what_is_restated_for_more_certifications_is_one_rule() -> None:
    wider = [
        [Alternative(what=name, kind="certification") for name in ("くるみん", "トライくるみん")]
    ]
    [rule] = rules(
        [bonus("b1", "old"), bonus("b2", "new", requires=wider, condition_mode="any")], [OLD, NEW]
    )
    assert (rule.bonuses, rule.since, rule.status, rule.requires) == (
        ["b1", "b2"],
        "2022-06",
        "in_force",
        wider,
    )


def test_what_is_restated_by_size_class_is_a_statement_of_each() -> None:
    sizes = [
        bonus(f"b{n}", "new", size_class=size, value=value)
        for n, size, value in ((2, "中小企業", "10%"), (3, "大企業", "5%"))
    ]
    made = rules([bonus("b1", "old"), *sizes], [OLD, NEW])
    assert {(rule.size_class, tuple(rule.bonuses), rule.since) for rule in made} == {
        ("中小企業", ("b1", "b2"), "2022-06"),
        ("大企業", ("b1", "b3"), "2022-06"),
    }


def test_what_one_page_says_of_a_certification_and_another_by_tier_and_size_is_one_gain() -> None:
    loose = bonus(
        "b1",
        "new",
        benefit="tax_credit_uplift",
        requires=[[Alternative(what="えるぼし", kind="certification")]],
    )
    closer = bonus(
        "b2",
        "new",
        benefit="tax_credit_uplift",
        size_class="大企業",
        value="4%",
        requires=[[Alternative(what="プラチナえるぼし", kind="certification")]],
    )
    assert [(rule.size_class, rule.bonuses) for rule in rules([loose, closer], [NEW])] == [
        ("大企業", ["b1", "b2"])
    ]
    of_another = closer.model_copy(update={"requires": GROUP})
    assert len(rules([loose, of_another], [NEW])) == 2


def test_what_asks_for_so_much_is_what_another_page_calls_large() -> None:
    raised = {
        "benefit": "cap_uplift",
        "value": "3億円",
        "raises": Raises(measure="measure:0", printed="窯"),
        "condition_kind": "wage_raise",
    }
    large = bonus(
        "b1",
        "new",
        **raised,
        unstated=["amount"],
        requires=[[Alternative(what="賃上げ", kind="wage_raise")]],
    )
    in_numbers = bonus(
        "b2",
        "new",
        **raised,
        requires=[[Alternative(what="賃上げ", kind="wage_raise", amount=6, unit="%")]],
    )
    for line in (1, 9):  # wherever the page that says less stands
        [rule] = rules(
            [large.model_copy(update={"line": line}), in_numbers.model_copy(update={"line": 5})],
            [NEW],
        )
        assert (rule.bonuses, rule.unstated, rule.requires) == (
            ["b1", "b2"],
            [],
            in_numbers.requires,
        )
    assert len(rules([large.model_copy(update={"value": "2億円"}), in_numbers], [NEW])) == 2


def test_a_plan_for_those_whom_a_later_document_knows_by_a_mark_is_restated() -> None:
    planned = bonus(
        "b1",
        "old",
        benefit="tax_credit_uplift",
        status="planned",
        requires=[[Alternative(what="子育て支援・女性活躍", kind="other")]],
    )
    [rule] = rules(
        [planned, bonus("b2", "new", benefit="tax_credit_uplift", value="4%")], [OLD, NEW]
    )
    assert (rule.status, rule.since, rule.bonuses) == ("in_force", "2022-06", ["b1", "b2"])


def test_what_asks_for_less_than_before_is_another_rule() -> None:
    before = [[Alternative(what=name, kind="certification") for name in ("くるみん", "えるぼし")]]
    assert len(rules([bonus("b1", "old", requires=before), bonus("b2", "new")], [OLD, NEW])) == 2


def test_a_condition_in_words_is_the_same_with_other_particles() -> None:
    in_words = [
        [[Alternative(what=what, kind="other")]]
        for what in ("藍を育てる工房において働く人", "藍を育てる工房等に働く人")
    ]
    assert (
        len(
            rules(
                [
                    bonus("b1", "old", requires=in_words[0]),
                    bonus("b2", "new", requires=in_words[1]),
                ],
                [OLD, NEW],
            )
        )
        == 1
    )


def test_ids_do_not_hang_on_the_order() -> None:
    statements = [bonus("b1", "new"), bonus("b2", "new", benefit="cap_uplift")]
    assert rules(statements, [NEW]) == rules(statements[::-1], [NEW])


def test_a_bonus_of_no_known_document_is_refused() -> None:
    with pytest.raises(CatalogueError, match="unknown document other"):
        rules([bonus("b1", "other")], [NEW])


def test_what_the_same_page_says_to_be_so_further_down_is_overtaken() -> None:
    higher = [[Alternative(what="プラチナくるみん", kind="certification")]]
    other = [[Alternative(what="DX認定", kind="certification")]]
    considered = bonus("b1", "new", status="considered")
    for requires, status in ((higher, "ended"), (other, "considered")):
        done = bonus("b2", "new", line=7, requires=requires)
        made = {rule.bonuses[0]: rule for rule in rules([considered, done], [NEW])}
        assert made["b1"].status == status
        assert made["b2"].status == "in_force"
    before = bonus("b2", "new", line=7, requires=higher)
    made = {
        rule.bonuses[0]: rule
        for rule in rules([considered.model_copy(update={"line": 9}), before], [NEW])
    }
    assert made["b1"].status == "considered", "what is considered after it goes further"


IN_WORDS = "窯元を帯同して里山に移住する場合"


@pytest.mark.parametrize(
    ("later_words", "relation", "one"),
    [
        ("18歳未満の弟子を帯同して里山に移住する場合", {"succeeds": ["measure:0"]}, True),
        ("18歳未満の弟子を帯同して里山に移住する場合", {"part_of": ["measure:0"]}, True),
        ("18歳未満の弟子を帯同して里山に移住する場合", {}, False),
        ("港町で発酵設備を導入する場合", {"succeeds": ["measure:0"]}, False),
    ],
)
def test_one_bonus_under_the_name_of_a_measure_that_carries_it_on_is_one_rule(
    later_words: str, relation: dict[str, list[str]], one: bool
) -> None:
    def told(name: str, in_document: str, of: str, words: str) -> Bonus:
        return bonus(
            name,
            in_document,
            measure=of,
            benefit="grant_uplift",
            condition=[words],
            condition_kind="other",
            requires=[[Alternative(what=words, kind="other")]],
            raises=Raises(measure=of, printed=of),
        )

    made = rules(
        [told("b1", "old", "measure:0", IN_WORDS), told("b2", "new", "measure:2", later_words)],
        [OLD, NEW],
        measures=[Measure(id="measure:2", title="二", appearances=[], **relation)],
    )
    expected = [["b1", "b2"]] if one else [["b1"], ["b2"]]
    assert sorted(rule.bonuses for rule in made) == expected


def test_what_is_said_of_a_frame_is_what_another_place_says_of_the_measure() -> None:
    whole = Raises(measure="measure:1", printed="窯の補助金")
    part = Raises(measure="measure:1", frame="大窯型", printed="窯の補助金 大窯型")
    one, other = bonus("a", "2024", raises=whole), bonus("b", "2024", raises=part, line=9)
    [rule] = rules([one, other], [document("2024", "2024-05")])
    assert (rule.bonuses, rule.raises) == (["a", "b"], part)
    dearer = other.model_copy(update={"value": "9億円"})
    assert len(rules([one, dearer], [document("2024", "2024-05")])) == 2
