"""Bonuses on the bundled catalogue: what must hold whatever the rules are."""

from __future__ import annotations

from itertools import pairwise

import pytest

from graph.store import Store
from queries.bonus.company import certification_of
from queries.bonus.for_company import bonuses_by
from queries.bonus.matrix import bonus_matrix
from queries.bonus.next import next_by
from queries.bonus.of_certification import bonus_tiers
from queries.bonus.paths import bonus_paths
from queries.bonus.profile import Profile
from queries.bonus.records import company_record
from queries.bonus.rule_book.book import RuleBook, rule_book

PROFILES = [
    Profile(),
    Profile(("中小企業",), ("くるみん", "DX認定"), ("賃上げ+3%",)),
    Profile(("大企業",), ("プラチナくるみん",), ("賃上げ+7%", "教育訓練費+10%")),
    Profile(hold=("えるぼし2段階目",), employees=80, capital=30_000_000),
    Profile(("小規模事業者",), ("事業継続力強化計画",), ("インボイス登録",), employees=4),
]


@pytest.fixture(scope="module")
def store(bundled_store: Store) -> Store:
    return bundled_store


@pytest.fixture(scope="module")
def book(store: Store) -> RuleBook:
    return rule_book(store)


@pytest.mark.parametrize(
    "profile", PROFILES, ids=lambda p: " ".join((*p.size, *p.hold)) or "nothing"
)
def test_every_rule_is_in_one_place_with_a_line_that_states_it(
    book: RuleBook, profile: Profile
) -> None:
    leaving_out = [
        rule for rule in book.rules.values() if rule.benefit == "requirement" and not rule.requires
    ]
    answer = bonuses_by(book, profile)
    assert leaving_out and all(rule.excluded for rule in leaving_out)
    assert len(answer.unlocked) + len(answer.almost) + len(answer.depends) + len(
        answer.further
    ) + len(answer.other_size) == len(book.rules) - len(leaving_out)
    assert all(rule["sources"] and rule["path"] for rule in company_record(answer)["unlocked"])


@pytest.mark.parametrize(
    "profile", PROFILES, ids=lambda p: " ".join((*p.size, *p.hold)) or "nothing"
)
def test_what_a_certification_adds_is_what_holding_it_unlocks_besides(
    book: RuleBook, profile: Profile
) -> None:
    before = {result.rule.id for result in bonuses_by(book, profile).unlocked}
    steps = next_by(book, profile)
    assert {step.certification.id for step in steps} == set(book.certifications) - bonuses_by(
        book, profile
    ).company.holdings.held
    for step in steps[:12]:
        held = Profile(
            profile.size,
            (*profile.hold, step.certification.name),
            profile.does,
            **profile.numbers(),
        )
        assert {result.rule.id for result in step.adds} == {
            result.rule.id
            for result in bonuses_by(book, held).unlocked
            if result.outranked_by is None
        } - before
        assert (
            not {rule.id for rule in step.needs} & bonuses_by(book, profile).company.holdings.held
        )


def test_a_higher_tier_counts_for_all_that_a_lower_one_does_in_every_size(store: Store) -> None:
    for family in ("くるみん", "えるぼし"):
        tiers = [tier for tier in bonus_tiers(store, family) if tier.tier]
        assert [tier.tier for tier in tiers] == list(range(1, len(tiers) + 1))
        for lower, higher in pairwise(tiers):
            for below, above in zip(lower.sizes, higher.sizes, strict=True):
                assert {rule.id for rule in below.rules} <= {rule.id for rule in above.rules} and {
                    rule.id for rule in above.adds
                }.isdisjoint(rule.id for rule in below.rules)


@pytest.mark.parametrize(
    ("size", "enough", "too_little"),
    [
        (
            "中小企業",
            ("くるみん", "えるぼし2段階目", "プラチナえるぼし"),
            ("トライくるみん", "えるぼし1段階目"),
        ),
        ("中堅企業", ("プラチナくるみん", "えるぼし3段階目"), ("くるみん", "えるぼし2段階目")),
        ("大企業", ("プラチナくるみん", "プラチナえるぼし"), ("くるみん", "えるぼし3段階目")),
    ],
)
def test_the_wage_taxs_uplift_for_certified_companies_asks_each_size_for_another_tier(
    book: RuleBook, size: str, enough: tuple[str, ...], too_little: tuple[str, ...]
) -> None:
    def uplifts(name: str) -> list[str | None]:
        return [
            result.rule.value
            for result in bonuses_by(
                book,
                Profile((size,), (name,), ("賃上げ+1.5%" if size == "中小企業" else "賃上げ+3%",)),
            ).unlocked
            if result.rule.benefit == "tax_credit_uplift"
            and result.rule.size_class == size
            and result.rule.status == "in_force"
            and (result.rule.value or "").endswith("%")  # not what is carried over
        ]

    assert not any(
        result.rule.benefit == "tax_credit_uplift"
        for result in bonuses_by(book, Profile((size,), (enough[0],))).unlocked
    ), "without a rise of wages there is no tax credit to lift"
    assert [uplifts(name) for name in enough] == [["5%"]] * len(enough) and [
        uplifts(name) for name in too_little
    ] == [[]] * len(too_little)


def test_the_labour_ministrys_certifications_raise_what_the_economy_ministry_gives(
    store: Store,
) -> None:
    cells = bonus_matrix(store)
    assert (cells[0].issuer, cells[0].raised) == ("厚生労働省", "経済産業省") and all(
        cell.issuer != cell.raised for cell in cells
    )
    assert {"公共調達"} <= {cell.raised for cell in cells if cell.issuer == "厚生労働省"}
    assert not any(
        cell.raised.partition("の")[0] in {rule.issuer for rule in cells}
        for cell in cells
        if cell.kind == "Programme"
    ), "a ministry's programme is the ministry's"


def test_a_large_company_gets_nothing_that_is_for_small_ones_and_is_told_where_it_says_so(
    book: RuleBook,
) -> None:
    everything = Profile(
        ("大企業",),
        ("プラチナくるみん", "プラチナえるぼし", "DX認定", "パートナーシップ構築宣言"),
        ("賃上げ+7%", "最低賃金+50円", "最低賃金近傍+30%", "インボイス登録"),
    )
    answer = bonuses_by(book, everything)
    closed = {measure for measure, opening in book.open_to.items() if "大企業" not in opening.sizes}
    shown = [
        result.rule.raises
        for result in (*answer.unlocked, *answer.almost, *answer.depends, *answer.further)
        if not result.rule.size_class
    ]
    assert [raises for raises in shown if raises and {each.id for each in raises} <= closed] == []
    assert answer.other_size and all(
        result.outside and result.outside.sources for result in answer.other_size
    )


def test_a_small_scale_business_is_not_given_what_a_note_keeps_from_it(book: RuleBook) -> None:
    left_out = [rule for rule in book.rules.values() if rule.left_out]
    assert left_out and all(
        size == "小規模事業者" for rule in left_out for size, _ in rule.left_out
    )
    answer = bonuses_by(book, Profile(("小規模事業者",), does=("最低賃金近傍+30%",)))
    assert {
        result.rule.id
        for result in answer.other_size
        if result.outside and result.outside.why == "left_out"
    } == {rule.id for rule in left_out}


@pytest.mark.parametrize(
    ("sales", "can"),
    [(999_999_999, False), (10**9, True), (10**10 - 1, True), (10**10, False), (None, True)],
)
def test_the_declaration_of_ten_billion_is_for_sales_of_one_to_ten(
    book: RuleBook, sales: int | None, can: bool
) -> None:
    step = next(
        rule
        for rule in next_by(book, Profile(("中小企業",), sales=sales))
        if rule.certification.name == "100億宣言"
    )
    assert step.worthwhile is can


def test_the_first_path_from_a_certification_to_public_procurement_is_a_rule(store: Store) -> None:
    assert [node.type for node in bonus_paths(store, "くるみん", "公共調達", limit=1)[0].nodes] == [
        "Certification",
        "BonusRule",
        "Programme",
    ]


def test_a_higher_cap_and_the_higher_rate_of_a_special_case_are_a_choice(book: RuleBook) -> None:
    does = ("賃上げ+6%", "最低賃金水準+50円", "最低賃金近傍+30%")
    answer = {
        result.rule.id: result
        for result in bonuses_by(book, Profile(("中小企業",), does=does, employees=300)).unlocked
    }
    choices = {rule: result.either for rule, result in answer.items() if result.either}
    assert {
        frozenset(answer[rule].rule.benefit for rule in (one, *others))
        for one, others in choices.items()
    } == {frozenset({"cap_uplift", "rate_uplift"})}
    assert len(choices) == 4 and all(
        one in choices[other] for one, others in choices.items() for other in others
    )


def test_whom_a_special_case_leaves_out_is_asked_for_the_requirement_itself(book: RuleBook) -> None:
    answer = bonuses_by(book, Profile(("小規模事業者",), does=("最低賃金近傍+30%",)))
    spared = {
        result.rule.id
        for result in answer.other_size
        if result.outside
        and result.outside.why == "left_out"
        and result.rule.benefit == "requirement"
    }
    assert len(spared) == 1 and not any(
        result.rule.benefit == "requirement" for result in answer.unlocked
    )
    assert [
        [way.what for way in result.missing[0]]
        for result in answer.almost
        if result.rule.benefit == "requirement" and result.rule.size_class == "小規模事業者"
    ] == [["最低賃金水準"]]


def test_who_holds_a_certification_misses_none_of_what_was_needed_for_it(book: RuleBook) -> None:
    for held in ("くるみん", "プラチナえるぼし"):
        answer = bonuses_by(book, Profile(("中小企業",), (held,)))
        certification = certification_of(book, held)
        assert certification is not None
        before = book.needed_before(certification)
        assert before and not {
            way.id
            for result in (*answer.almost, *answer.further)
            for ways in result.missing
            for way in ways
        } & set(before)


def test_what_a_measure_of_one_trade_gives_is_for_that_trade(book: RuleBook) -> None:
    confined = {
        rule.id
        for rule in book.rules.values()
        if rule.holder_industries == ("農林水産業",) and rule.status == "in_force"
    }
    assert confined

    def others(*trade: str) -> set[str]:
        answer = bonuses_by(book, Profile(("中小企業",), industry=trade))
        return {result.rule.id for result in answer.other_size} & confined

    assert others("01") == set()
    assert others("39") == confined
    assert others() == set(), "a company that does not tell its trade is not turned away"


def test_a_step_for_one_trade_alone_comes_after_steps_for_all(book: RuleBook) -> None:
    steps = [step for step in next_by(book, Profile(("中小企業",))) if step.worthwhile]
    worths = [step.gains[0].worth for step in steps]
    assert "trade" in worths and worths[0] != "trade"
    first = worths.index("trade")
    assert {"stated", "money", "prerequisite", "soft"}.isdisjoint(worths[first:])
