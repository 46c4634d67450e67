"""What brings a score up or down, what a record says the two share, and what new measures add."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Item
from loaders.overlap.profiles import profiles
from loaders.overlap.score import BEST, overlaps, with_new
from loaders.overlap.space import space_of
from loaders.overlap.weights import weights
from tests.loaders.overlap.scored import A, B, pair, score
from tests.made_up.measures import MAFF, METI, MHLW, catalogue, exporting, others

# --- what counts ----------------------------------------------------------------------------------


def test_the_same_activity_for_the_same_problem_scores_higher_than_another_activity():
    other = exporting("b", MAFF, activities={"保険": 1.0})
    assert (
        score(exporting("a", METI), exporting("b", MAFF)) > score(exporting("a", METI), other) > 0
    )


def test_the_same_activity_for_another_problem_is_nothing():
    assert score(exporting("a", METI), exporting("b", MAFF, problems={"観光": 1.0})) == 0


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ({"targets": ["中堅企業"]}, {"targets": ["小規模事業者"]}),
        ({"cap": 5_000_000_000}, {"cap": 6_000_000}),
        ({"beneficiaries": ["企業"]}, {"beneficiaries": ["学生"]}),
        ({"industries": ["建設業"]}, {"industries": ["食品産業"]}),
        ({"instruments": ["補助金"]}, {"instruments": ["税制"]}),
    ],
)
def test_what_serves_others_or_by_other_means_has_less_in_common_and_silence_takes_nothing(
    mine: dict, theirs: dict
):
    same, silent = (
        score(exporting("a", METI, **mine), exporting("b", MAFF, **mine)),
        score(exporting("a", METI, **mine), exporting("b", MAFF)),
    )
    assert score(exporting("a", METI, **mine), exporting("b", MAFF, **theirs)) < same == silent


def test_who_applies_is_not_who_benefits():
    bank = {"beneficiaries": ["企業"], "applicants": ["金融機関"]}
    assert score(
        exporting("a", METI, **bank),
        exporting("b", MAFF, beneficiaries=["企業"], applicants=["企業"]),
    ) == score(exporting("a", METI, **bank), exporting("b", MAFF, **bank))


@pytest.mark.parametrize(
    "shared",
    [{"bodies": ["日本貿易振興機構"]}, {"pillar": "５．海外展開"}, {"terms": {"越境EC": 1.0}}],
)
def test_body_pillar_and_terms_add_to_a_shared_problem(shared: dict):
    assert score(exporting("a", METI, **shared), exporting("b", MAFF, **shared)) > score(
        exporting("a", METI, **shared), exporting("b", MAFF)
    )


def test_a_policy_item_that_covers_both_adds_to_the_score_and_is_named():
    item = Item(
        id="item:1",
        document="made-up",
        item_no="①",
        title="試し",
        line_start=1,
        line_end=2,
        measures=[A, B],
    )
    measures = (exporting("a", METI), exporting("b", MAFF), *others(6, MHLW))
    without, covered = (
        pair(overlaps(catalogue(*measures))),
        pair(overlaps(catalogue(*measures, items=(item,)))),
    )
    assert covered.score > without.score and covered.shared_items == ["item:1"]


_FAIR, _OTHER = ({f"{word}{n}": 1.0 for n in range(40)} for word in ("展示", "養蜂"))


def test_one_shared_problem_and_activity_is_no_overlap_where_no_word_is_shared():
    alike, strange, silent = (
        pair(overlaps(catalogue(exporting("a", METI, words=_FAIR), other, *others(6, MHLW))))
        for other in (
            exporting("b", MAFF, words=_FAIR),
            exporting("b", MAFF, words=_OTHER),
            exporting("b", MAFF),
        )
    )
    assert alike.grade >= 2 and alike.taken_by == [] and silent.score == alike.score
    assert strange.score < 0.5 and strange.grade == 1 and strange.taken_by == ["word"]


def test_a_page_of_few_words_is_worth_less_and_one_that_has_none_says_nothing():
    long = {f"語{n}": 1.0 for n in range(weights().short.words)}
    short = dict(list(long.items())[: len(long) // 3])
    whole, cut, silent = (
        pair(
            overlaps(
                catalogue(
                    exporting("a", METI, words=words),
                    exporting("b", MAFF, words=words),
                    *others(6, MHLW),
                )
            )
        )
        for words in (long, short, {})
    )
    assert cut.score < whole.score == silent.score
    assert (whole.taken_by, cut.taken_by) == ([], ["length"])


def test_problems_of_one_field_are_near_each_other_and_others_are_not():
    abroad, sales, energy = (
        {"problems": {name: 1.0}, "activities": {}}
        for name in ("海外への進出・投資", "輸出・海外販路の開拓", "省エネルギー")
    )
    same, near, far = (
        score(exporting("a", METI, **abroad), exporting("b", MAFF, **other))
        for other in (abroad, sales, energy)
    )
    assert same > near > far == 0


def test_a_graded_pair_tells_what_its_score_is_made_of():
    found = overlaps(
        catalogue(
            exporting("a", METI, instruments=["補助金"], words=_FAIR),
            exporting("b", MAFF, instruments=["税制"], words=_FAIR | _OTHER),
            exporting("c", MHLW, activities={"保険": 1.0}, words=_OTHER),
            *others(6, MHLW),
        )
    )
    assert sum(bool(o.grade) for o in found) >= 2 and any(o.taken for o in found)
    for o in found:
        total = sum(part.weight * part.likeness for part in o.parts)
        assert o.score == pytest.approx(total - o.taken, abs=2e-4) if o.grade else not o.parts
        assert bool(o.taken_by) == (o.taken > 0)


def test_a_rare_problem_says_more_than_one_that_many_have():
    many = [exporting(f"m{n}", MHLW) for n in range(8)]
    mixed = {"problems": {"輸出": 1.0, "鋳造": 1.0}}
    first = exporting("a", METI, **mixed)
    assert score(first, exporting("b", MAFF, problems={"鋳造": 1.0}), *many) > score(
        first, exporting("b", MAFF), *many
    )


def test_what_both_have_is_listed_what_weighs_most_first():
    measures = {
        "problems": {"省エネ": 0.4, "輸出": 1.0},
        "terms": {"越境EC": 0.5, "見本市": 1.0},
        "targets": ["中小企業"],
        "beneficiaries": ["企業"],
        "applicants": ["企業"],
        "industries": ["食品産業"],
        "instruments": ["補助金"],
        "bodies": ["日本貿易振興機構"],
    }
    found = pair(
        overlaps(
            catalogue(
                exporting("a", METI, **measures),
                exporting("b", MAFF, **measures | {"targets": ["中小企業", "大企業"]}),
                *others(3, MHLW),
            )
        )
    )
    assert found.model_dump(exclude={"a", "b", "score", "within", "parts"}) == {
        "grade": 3,
        "shared_problems": ["輸出", "省エネ"],
        "shared_activities": ["展示会"],
        "shared_terms": ["見本市", "越境EC"],
        "shared_instruments": ["補助金"],
        "shared_beneficiaries": ["企業"],
        "shared_industries": ["食品産業"],
        "shared_targets": ["中小企業"],
        "shared_applicants": ["企業"],
        "shared_bodies": ["日本貿易振興機構"],
        "shared_items": [],
        "taken_by": ["size"],
        "taken": pytest.approx(0.5 * 0.5 * (1 - 0.5**0.5), abs=0.001),
    }


def test_a_pair_tells_no_problem_or_activity_that_one_of_the_two_only_touches_upon():
    touched, whole = (
        {"problems": {"省エネ": 1.0, "輸出": 0.3}, "activities": {"研修": 1.0, "展示会": 0.3}},
        {"problems": {"輸出": 1.0}, "activities": {"展示会": 1.0}},
    )
    found = pair(
        overlaps(
            catalogue(
                {"id": "a", "ministries": [METI]} | touched,
                {"id": "b", "ministries": [MAFF]} | whole,
                *others(6, MHLW),
            )
        )
    )
    assert found.score > 0 and (found.shared_problems, found.shared_activities) == ([], [])


# --- bad input ------------------------------------------------------------------------------------


def test_a_measure_without_terms_has_no_partners_and_stops_nothing():
    empty = {"id": "a", "ministries": [METI]}
    assert (
        overlaps(catalogue(empty, exporting("b", MAFF), exporting("c", METI), *others(3, MHLW)))[
            0
        ].a
        == B
    )


@pytest.mark.parametrize(
    "measures",
    [
        (),
        (exporting("a", METI),),
        ({"id": "a", "ministries": [METI]}, {"id": "b", "ministries": [MAFF]}),
    ],
)
def test_where_there_is_nothing_to_compare_there_are_no_pairs(measures: tuple[dict, ...]):
    assert overlaps(catalogue(*measures)) == ()


# --- how many -------------------------------------------------------------------------------------


def _crowd(count: int) -> list[dict]:
    """Measures of two ministries, each with the common problem a little and one of its own."""
    return [
        {
            "id": f"m{n:03}",
            "ministries": [(METI, MAFF)[n % 2]],
            "problems": {"輸出": 1 + n / 50, f"固有{n}": 2.0},
        }
        for n in range(count)
    ] + others(count, MHLW)


def test_of_pairs_without_a_grade_each_measure_keeps_its_best():
    found = overlaps(catalogue(*_crowd(2 * (BEST + 20))))
    assert {o.grade for o in found} == {0}
    # the weakest is among the best of none, and keeps its own best
    weakest = [o for o in found if "measure:m000" in (o.a, o.b)]
    assert len(weakest) == BEST and min(o.score for o in weakest) > 0


def test_graded_pairs_are_kept_however_many_a_measure_has():
    found = overlaps(
        catalogue(
            exporting("a", METI),
            *(exporting(f"b{n:03}", MAFF) for n in range(BEST + 20)),
            *others(60, MHLW),
        )
    )
    assert len([o for o in found if o.a == A]) == BEST + 20 and all(o.grade for o in found)


# --- new measures ---------------------------------------------------------------------------------


@pytest.mark.parametrize("new", [{"measure:m007"}, {"measure:m007", "measure:m008", "measure:z1"}])
def test_new_measures_scored_against_the_old_give_what_scoring_all_anew_gives_in_the_same_space(
    new: set[str],
):
    whole = catalogue(*_crowd(90), exporting("a", METI), exporting("b", MAFF))
    before = _without(whole, new)
    # what is held: the names that the space knows, and what each is worth
    space = space_of(profiles(whole), weights())
    anew = with_new(whole, (), {m.id for m in whole.measures}, space)
    assert (
        with_new(whole, with_new(before, (), {m.id for m in before.measures}, space), new, space)
        == anew
        == overlaps(whole)
    )


def _without(catalogue: Catalogue, ids: set[str]) -> Catalogue:
    return replace(
        catalogue,
        measures=tuple(m for m in catalogue.measures if m.id not in ids),
        appearances=tuple(a for a in catalogue.appearances if a.measure not in ids),
    )


def test_a_new_measure_that_makes_an_old_one_a_part_of_another_takes_their_pair_away():
    whole = catalogue(
        exporting("a", METI),
        exporting("b", MAFF, part_of=["measure:c"]),
        exporting("c", MHLW, part_of=[A]),
        *others(6, MHLW),
    )
    space, before = space_of(profiles(whole), weights()), _without(whole, {"measure:c"})
    scored = with_new(before, (), {m.id for m in before.measures}, space)
    assert pair(scored) and with_new(whole, scored, {"measure:c"}, space) == ()
