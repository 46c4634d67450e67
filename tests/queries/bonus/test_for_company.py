"""What a company unlocks, what is one step away, and what hangs on what is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.errors import NotFound, ProfileError
from graph.store import Store
from queries.bonus.company import certification_of
from queries.bonus.company_size import Question
from queries.bonus.for_company import bonuses_by, bonuses_for
from queries.bonus.profile import Profile
from queries.bonus.records import company_record
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import RuleCard
from queries.sources import Source
from tests.made_up import bonuses as made_up_bonuses
from tests.queries.bonus.asking import almost, unlocked


def test_what_is_held_unlocks_by_benefit_and_status_with_path_and_place(bonus_store: Store) -> None:
    answer = bonuses_for(
        bonus_store, Profile(("中小企業",), ("DX認定",), ("賃上げ+3%",), employees=10)
    )
    assert [(result.rule.id, result.rule.status) for result in answer.unlocked] == [
        ("rule:wage low", "in_force"),
        ("rule:any rise", "in_force"),
        ("rule:twenty heads", "in_force"),
        ("rule:either", "in_force"),
        ("rule:loan", "planned"),
        ("rule:gone", "not_restated"),
        ("rule:mark", "in_force"),
    ]
    either = next(result for result in answer.unlocked if result.rule.id == "rule:either")
    assert [(n.id, n.type) for n in either.path] == [
        ("certification:DX認定", "Certification"),
        ("rule:either", "BonusRule"),
        ("programme:公共調達", "Programme"),
    ]
    assert (either.by, either.rule.sources) == ("DX認定", (Source("booklet-2025", 3),))


def test_one_missing_thing_is_one_step_with_its_alternatives_two_are_further(
    book: RuleBook,
) -> None:
    answer = bonuses_by(book, Profile(("中小企業",), does=("賃上げ+3%",)))
    assert almost(answer)["either"] == ["DX認定", "くるみん"]
    assert almost(answer)["both"] == ["経営力向上計画"]
    nothing = bonuses_by(book, Profile(("中小企業",)))
    assert "both" not in almost(nothing) and len(nothing.further) == 3, (
        "both; and two that ask for one thing and hang on the heads besides"
    )


def test_every_rule_is_in_one_place(book: RuleBook) -> None:
    for profile in (
        Profile(),
        Profile(("大企業",), ("プラチナくるみん",)),
        Profile(("小規模事業者",), does=("インボイス登録",)),
        Profile(employees=80, capital=3_000_000),
    ):
        answer = bonuses_by(book, profile)
        assert len(answer.unlocked) + len(answer.almost) + len(answer.depends) + len(
            answer.further
        ) + len(answer.other_size) == len(book.rules)


def test_who_is_left_out_of_a_programme_unlocks_nothing(book: RuleBook) -> None:
    rule = replace(book.rules["rule:any rise"], id="rule:left out", requires=())
    for benefit, is_listed in (("requirement", False), ("mark_use", True)):
        alone = replace(
            book,
            rules={rule.id: replace(rule, benefit=benefit)},
        )
        answer = bonuses_by(alone, Profile(("中小企業",)))
        assert [result.rule.id for result in answer.unlocked] == [rule.id] * is_listed


def test_a_higher_tier_meets_what_asks_for_a_lower_one_and_the_path_says_so(book: RuleBook) -> None:
    answer = bonuses_by(book, Profile(("中小企業",), ("プラチナくるみん",)))
    assert {"points", "platinum", "either", "uplift"} <= unlocked(answer)
    points = next(result for result in answer.unlocked if result.rule.id == "rule:points")
    assert points.by == "プラチナくるみん → くるみん" and [n.name for n in points.path[:2]] == [
        "プラチナくるみん",
        "くるみん",
    ]
    assert "points" not in unlocked(bonuses_by(book, Profile(hold=("トライくるみん",)))), (
        "not the other way round"
    )


@pytest.mark.parametrize(
    ("does", "met"),
    [
        ("賃上げ+6%", {"wage low", "wage high", "any rise"}),
        ("賃上げ5.9％", {"wage low", "any rise"}),
        ("賃上げ+3%以上", {"wage low", "any rise"}),
        ("賃上げ", {"any rise"}),
        ("最低賃金+50円", {"hourly"}),
        ("最低賃金+49円", set()),
    ],
)
def test_an_amount_meets_what_asks_for_as_much_or_less_in_the_same_unit(
    book: RuleBook, does: str, met: set[str]
) -> None:
    assert unlocked(bonuses_by(book, Profile(does=(does,)))) == met


def test_of_rules_that_do_not_add_up_the_better_rank_counts(book: RuleBook) -> None:
    answer = {
        result.rule.id: result.outranked_by
        for result in bonuses_by(book, Profile(does=("賃上げ+6%",))).unlocked
    }
    assert (answer["rule:wage low"], answer["rule:wage high"]) == ("rule:wage high", None)
    assert [
        result.outranked_by for result in bonuses_by(book, Profile(does=("賃上げ+3%",))).unlocked
    ] == [
        None,
        None,
    ]


def test_one_ladder_of_prerequisites_for_the_companys_size_locks_a_rule_until_a_rung_is_met(
    book: RuleBook,
) -> None:
    rungs = {
        f"rule:{name} door": replace(
            book.rules[f"rule:{name}"],
            id=f"rule:{name} door",
            benefit="requirement",
            size_class="中小企業",
            exclusive_group="rungs",
        )
        for name in ("wage low", "wage high")
    }
    with_ladder = replace(book, rules={**book.rules, **rungs})
    held = Profile(("中小企業",), ("くるみん",))
    answer = bonuses_by(with_ladder, held)
    assert (
        "uplift" in unlocked(bonuses_by(book, held))
        and "uplift" not in unlocked(answer)
        and almost(answer)["uplift"] == ["賃上げ 3%"]
    )
    assert "uplift" in unlocked(bonuses_by(with_ladder, replace(held, does=("賃上げ+3%",))))
    assert "uplift" not in almost(bonuses_by(with_ladder, Profile(("中小企業",)))), (
        "the certification and the rise are two steps"
    )
    assert almost(answer)["wage low"] == ["賃上げ 3%"], "what a rule asks for itself is asked once"
    assert "uplift large" in unlocked(
        bonuses_by(with_ladder, Profile(("大企業",), ("プラチナくるみん",)))
    ), "the ladder is for another size"


def test_prerequisites_that_are_for_no_size_are_said_beside_the_rule(book: RuleBook) -> None:
    apart = replace(book, needs={})

    def besides(*hold: str) -> list[list[str]]:
        points = next(
            result
            for result in bonuses_by(apart, Profile(("中小企業",), hold)).unlocked
            if result.rule.id == "rule:points"
        )
        return [[asked.name for asked in ways] for ways in points.besides]

    assert (
        besides("くるみん") == [["経営力向上計画"]] and besides("くるみん", "経営力向上計画") == []
    )


def test_who_holds_a_certification_has_met_what_is_needed_before_it_and_the_path_says_so(
    book: RuleBook,
) -> None:
    answer = bonuses_by(book, Profile(("中小企業",), ("プラチナくるみん",)))
    door = next(result for result in answer.unlocked if result.rule.id == "rule:door")
    assert (
        door.by == "プラチナくるみん → 経営力向上計画"
        and not next(
            result for result in answer.unlocked if result.rule.id == "rule:points"
        ).besides
    )
    assert almost(answer)["both"] == ["賃上げ 3%"] and answer.profile.hold == ("プラチナくるみん",)


def test_rules_of_one_group_that_has_no_ranks_are_a_choice_also_where_one_hangs_on_a_number(
    book: RuleBook,
) -> None:
    rate, cap = (
        replace(book.rules[name], exclusive_group="special")
        for name in ("rule:any rise", "rule:twenty heads")
    )
    grouped = replace(book, rules={**book.rules, rate.id: rate, cap.id: cap})

    def choices(employees: int | None) -> dict[str, tuple[str, ...]]:
        answer = bonuses_by(
            grouped, Profile(("中小企業",), ("DX認定",), ("賃上げ",), employees=employees)
        )
        return {
            result.rule.id: result.either
            for result in (*answer.unlocked, *answer.depends)
            if result.either
        }

    assert (
        choices(10) == choices(None) == {rate.id: (cap.id,), cap.id: (rate.id,)}
        and choices(21) == {}
    )
    assert not any(
        result.outranked_by
        for result in bonuses_by(
            grouped, Profile(("中小企業",), ("DX認定",), ("賃上げ",), employees=10)
        ).unlocked
    )


def test_a_deed_goes_by_its_other_names_and_meets_what_it_is_a_way_of(book: RuleBook) -> None:
    rise, invoice = book.rules["rule:any rise"], book.rules["rule:micro"]
    asked = replace(
        rise.requires[0],
        id="condition:対応",
        what="インボイス対応",
        name="インボイス対応",
        met_by=("インボイス登録",),
    )
    named = replace(
        invoice, requires=(replace(invoice.requires[0], aliases=("適格請求書発行事業者",)),)
    )
    more = replace(
        book, rules={**book.rules, rise.id: replace(rise, requires=(asked,)), invoice.id: named}
    )
    assert unlocked(
        bonuses_by(more, Profile(("小規模事業者",), (), ("適格請求書発行事業者",)))
    ) == {"any rise", "micro"}
    assert unlocked(bonuses_by(more, Profile(("小規模事業者",), (), ("インボイス対応",)))) == {
        "any rise"
    }


def test_a_class_that_the_numbers_exclude_wherever_it_is_told_is_no_question(
    book: RuleBook,
) -> None:
    left_out = replace(
        book,
        rules={
            **book.rules,
            "rule:points": replace(book.rules["rule:points"], left_out=(("小規模事業者", ()),)),
        },
    )

    def at(employees: int | None) -> tuple[Question, ...]:
        answer = bonuses_by(left_out, Profile(("中小企業",), ("くるみん",), employees=employees))
        return next(
            result
            for result in (*answer.unlocked, *answer.depends)
            if result.rule.id == "rule:points"
        ).depends

    assert at(300) == () and at(None) == (Question("size", "小規模事業者"),)
    assert at(10) == (Question("whom", "その他の業種"),), "the trade settles what ten heads are"


@pytest.mark.parametrize(
    ("of_door", "of_rule", "asked"),
    [
        (None, None, True),
        (None, "登り窯枠", True),
        ("登り窯枠", "登り窯枠", True),
        ("穴窯枠", "登り窯枠", False),
        ("穴窯枠", None, False),
    ],
)
def test_what_a_frame_asks_for_is_asked_of_that_frame_alone(
    book: RuleBook, of_door: str | None, of_rule: str | None, asked: bool
) -> None:
    def in_frame(name: str, frame: str | None) -> RuleCard:
        return replace(
            book.rules[name],
            raises=tuple(replace(raised, frame=frame) for raised in book.rules[name].raises),
        )

    framed = replace(
        book,
        needs={},
        rules={
            **book.rules,
            "rule:door": in_frame("rule:door", of_door),
            "rule:points": in_frame("rule:points", of_rule),
        },
    )
    points = next(
        result
        for result in bonuses_by(framed, Profile(("中小企業",), ("くるみん",))).unlocked
        if result.rule.id == "rule:points"
    )
    assert bool(points.besides) is asked


def test_what_a_rule_asks_for_itself_in_one_of_a_prerequisites_ways_is_none(book: RuleBook) -> None:
    door, way = book.rules["rule:door"], book.rules["rule:points"].requires[0]
    either = replace(
        book,
        rules={
            **book.rules,
            "rule:door": replace(
                door, requires=(*door.requires, replace(way, group=door.requires[0].group))
            ),
        },
    )
    points = next(
        result
        for result in bonuses_by(either, Profile(("中小企業",))).almost
        if result.rule.id == "rule:points"
    )
    assert [[asked.name for asked in ways] for ways in points.missing] == [
        ["くるみん"]
    ] and not points.besides


def test_the_entry_to_a_ladder_for_no_size_is_asked_of_its_own_rungs_alone(book: RuleBook) -> None:
    entry = replace(book.rules["rule:door"], exclusive_group="ladder", rank=2)
    laddered = replace(book, rules={**book.rules, "rule:door": entry})
    assert not next(
        result
        for result in bonuses_by(laddered, Profile(("中小企業",), ("くるみん",))).unlocked
        if result.rule.id == "rule:points"
    ).besides


def test_an_empty_profile_gives_what_is_open_to_every_size_for_one_step(book: RuleBook) -> None:
    answer = bonuses_by(book, Profile())
    assert not answer.unlocked and set(almost(answer)) == {
        result.name for result in made_up_bonuses.RULES
    } - {
        "both",
        "uplift",
        "uplift large",
        "micro",
        "twenty heads",
    }


def test_contradictions_are_refused(book: RuleBook) -> None:
    with pytest.raises(ProfileError, match="not 大企業 and 小規模事業者 at once"):
        bonuses_by(book, Profile(("大企業", "小規模事業者")))
    assert (
        bonuses_by(book, Profile(("中小企業", "小規模事業者"))).company.size.name == "小規模事業者"
    )
    with pytest.raises(ProfileError, match="employees 21人 is not 小規模事業者 anywhere"):
        bonuses_by(book, Profile(("小規模事業者",), employees=21))


def test_what_is_unknown_gets_the_nearest_known_ones(book: RuleBook) -> None:
    with pytest.raises(NotFound, match="did you mean くるみん"):
        bonuses_by(book, Profile(hold=("くるみ",)))
    with pytest.raises(NotFound, match="one of 小規模事業者"):
        bonuses_by(book, Profile(("零細",)))
    with pytest.raises(ProfileError, match="rules ask for 賃上げ in %"):
        bonuses_by(book, Profile(does=("賃上げ+3円",)))


def test_a_certification_that_no_document_names_is_told_so(book: RuleBook) -> None:
    assert bonuses_by(book, Profile(hold=("security action",))).not_named == ("SECURITY ACTION",)


def test_the_record_has_the_catalogues_keys(book: RuleBook) -> None:
    record = company_record(bonuses_by(book, Profile(("中小企業",), ("くるみん",))))
    catalogue = next(
        r for r in made_up_bonuses.catalogue().rules if r.id == "rule:uplift"
    ).model_dump()
    (told,) = (
        rule
        for rule in [*record["unlocked"], *(each["rule"] for each in record["depends"])]
        if rule["id"] == "rule:uplift"
    )
    assert set(catalogue) <= set(told) and {"title", "path", "sources", "stated_on"} <= set(told)
    assert {key: told[key] for key in set(catalogue) - {"raises"}} == {
        key: value for key, value in catalogue.items() if key != "raises"
    }
    assert (told["raises"]["measure"], told["raises"]["title"]) == (
        made_up_bonuses.TAX,
        "地域拠点税制",
    )
    assert all(set(each) == {"rule", "missing"} and each["missing"] for each in record["almost"])


@pytest.mark.parametrize("typed", ["クルミン", "くる・みん", "くるみん2025", "ｸﾙﾐﾝ（令和６年度）"])
def test_a_certification_is_held_however_it_is_typed(book: RuleBook, typed: str) -> None:
    assert certification_of(book, typed) == certification_of(book, "くるみん") is not None
    answer = bonuses_by(book, Profile(hold=(typed,)))
    assert answer.unlocked == bonuses_by(book, Profile(hold=("くるみん",))).unlocked
