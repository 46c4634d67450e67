"""Which budget programmes are compared with each other and with measures, what brings them together
and which are one thing.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from loaders.catalogue.records import Overlap, Term
from loaders.catalogue.records.programmes import PaysFor, Programme, RelatedProgramme
from loaders.overlap.apart import apart
from loaders.overlap.programmes import (
    BEST_OF_ALL,
    programme_overlaps,
    with_topics,
)
from loaders.overlap.score import BEST, overlaps
from loaders.overlap.weights import programme_weights
from tests.made_up.measures import MAFF, METI, MHLW, catalogue, exporting, others

MEASURE = "measure:a"


def programme(number: int, ministry: str, *words: str, **told) -> Programme:
    weighed = {
        kind: [Term(term=name, weight=1.0) for name in told.pop(kind, ())]
        for kind in ("problems", "activities")
    }
    return Programme(
        **{"id": f"programme:{number}", "name": f"事業{number}"} | told,
        sheets=[2031],
        ministries=[ministry],
        words=dict.fromkeys(words, 1.0),
        **weighed,
    )


def found(
    *programmes: Programme, measures: tuple[dict, ...] = ()
) -> dict[tuple[str, str], Overlap]:
    compared = replace(
        catalogue(*measures, *others(3, MHLW)),
        programmes=(*programmes, *(programme(900 + n, MHLW, f"別{n}") for n in range(6))),
    )
    return {(o.a, o.b): o for o in programme_overlaps(compared)}


SHEEP = ("羊毛", "紡ぐ", "染色")


def test_programmes_that_speak_of_the_same_are_a_pair_of_their_ids_also_inside_a_ministry():
    pairs = found(
        programme(1, METI, *SHEEP), programme(2, MAFF, *SHEEP), programme(3, METI, *SHEEP)
    )
    assert {pair: o.within for pair, o in pairs.items()} == {
        ("programme:1", "programme:2"): [],
        ("programme:1", "programme:3"): [METI],
        ("programme:2", "programme:3"): [],
    }
    assert pairs["programme:1", "programme:2"].shared_terms == sorted(SHEEP)


def test_a_measure_and_a_programme_are_a_pair_the_measure_first():
    sheep = exporting("a", METI) | {"words": dict.fromkeys(SHEEP, 1.0)}
    pairs = found(programme(1, MAFF, *SHEEP), measures=(sheep,))
    assert pairs[MEASURE, "programme:1"].score >= 0.4


def test_the_same_activity_for_the_same_problem_brings_more_than_words_alone():
    told = {"problems": ["省エネルギー"], "activities": ["診断"]}
    words = found(programme(1, METI, *SHEEP), programme(2, MAFF, *SHEEP, "牧場"))
    both = found(programme(1, METI, *SHEEP, **told), programme(2, MAFF, *SHEEP, "牧場", **told))
    first = ("programme:1", "programme:2")
    assert both[first].score > words[first].score + 0.3
    assert both[first].shared_problems == ["省エネルギー"]
    assert both[first].shared_activities == ["診断"]
    assert both[first].grade == 3 > words[first].grade


def test_a_word_that_all_say_brings_less_than_a_rare_one():
    common = [programme(n, MHLW, "羊毛") for n in range(10, 13)]
    wool = found(programme(1, METI, "羊毛", "灯台"), programme(2, MAFF, "羊毛", "塩田"), *common)
    rare = found(programme(1, METI, "染色", "灯台"), programme(2, MAFF, "染色", "塩田"), *common)
    first = ("programme:1", "programme:2")
    assert wool[first].score < rare[first].score


@pytest.mark.parametrize(
    "related", ["parent", "child", "fund", "fund_of", "operating_grant", "operating_grant_of"]
)
def test_a_part_its_whole_and_its_purse_are_no_pair(related: str):
    names = RelatedProgramme(
        sheet=2031, line=3, programme="programme:2", name="事業2", relation=related
    )
    assert not found(programme(1, METI, *SHEEP, related=[names]), programme(2, MAFF, *SHEEP))


@pytest.mark.parametrize("related", ["merged_into", "other"])
def test_one_that_is_to_be_merged_or_merely_named_is_a_pair(related: str):
    names = RelatedProgramme(
        sheet=2031, line=3, programme="programme:2", name="事業2", relation=related
    )
    assert found(programme(1, METI, *SHEEP, related=[names]), programme(2, MAFF, *SHEEP))


def test_one_programme_in_two_accounts_is_no_pair():
    assert not found(
        programme(1, METI, *SHEEP, name="羊毛 基金"), programme(2, MAFF, *SHEEP, name="羊毛基金")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("羊毛染色職人育成事業", "羊毛染色職人育成支援事業費補助金"),
        ("羊毛染色職人育成事業（令和5年度補正）", "羊毛染色職人育成事業（令和6年度補正予算）"),
    ],
)
def test_names_that_differ_in_the_sort_of_money_or_the_year_alone_are_one_thing(
    one: str, other: str
):
    two = programme(1, METI, *SHEEP, name=one), programme(2, MAFF, *SHEEP, name=other)
    assert not found(*two)
    names = RelatedProgramme(
        sheet=2031, line=3, programme="programme:2", name=other, relation="other"
    )
    assert found(two[0].model_copy(update={"related": [names]}), two[1]), "a sheet speaks of both"
    assert found(two[0], programme(2, MAFF, *SHEEP, name="羊毛紡績職人育成事業"))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("牧羊地域の羊毛染色産業転換整備推進交付金", True),
        ("新しい牧羊交付金（牧羊地域の羊毛染色産業転換整備推進型）", True),
        ("新しい牧羊交付金（牧羊地域の港湾転換整備推進型）", False),
        ("羊毛染色産業転換整備推進交付金", False),
    ],
)
def test_a_grant_is_one_with_the_measure_of_its_name_whoever_leads_it(name: str, is_one: bool):
    sheep = exporting("a", METI) | {
        "words": dict.fromkeys(SHEEP, 1.0),
        "title": "牧羊地域の羊毛染色産業転換整備推進補助金",
    }
    assert bool(found(programme(1, MAFF, *SHEEP, name=name), measures=(sheep,))) is not is_one


def test_a_part_that_bears_the_name_of_another_programme_is_no_pair_with_it():
    whole = programme(1, METI, *SHEEP, name="牧羊推進事業（うち羊毛染色事業）")
    assert not found(whole, programme(2, MAFF, *SHEEP, name="羊毛染色事業"))
    assert found(whole, programme(2, MAFF, *SHEEP, name="牧羊推進事業"))


def test_what_is_run_jointly_under_much_the_same_name_is_no_pair():
    joint = programme(1, METI, *SHEEP, name="羊毛整備費（被災地）", co_ministries=[MAFF])
    assert not found(joint, programme(2, MAFF, *SHEEP, name="羊毛整備費"))
    assert found(joint, programme(2, MAFF, *SHEEP, name="紡績整備費"))
    assert found(joint, programme(2, MHLW, *SHEEP, name="羊毛整備費"))


def test_what_a_programme_pays_for_and_what_the_body_of_a_grant_does_is_no_pair():
    pays = [PaysFor(measure=MEASURE, kind="funds", score=0.9)]
    sheep = exporting("a", METI) | {"words": dict.fromkeys(SHEEP, 1.0)}
    assert not found(programme(1, METI, *SHEEP, pays_for=pays), measures=(sheep,))
    grant = programme(1, METI, *SHEEP, name="独立行政法人羊毛機構運営費交付金")
    assert found(grant, measures=(sheep,))
    assert not found(grant, measures=(sheep | {"bodies": ["羊毛機構"]},))


def test_what_belongs_together_does_so_both_ways():
    pays = [PaysFor(measure=MEASURE, kind="same", score=0.9)]
    told = replace(catalogue(exporting("a", METI)), programmes=(programme(1, METI, pays_for=pays),))
    assert apart(told) == {
        MEASURE: frozenset({"programme:1"}),
        "programme:1": frozenset({MEASURE}),
    }


def test_of_those_that_companies_can_use_more_pairs_are_kept():
    many = [programme(n, MAFF, *SHEEP, f"牧{n}") for n in range(2, 2 + BEST + 9)]
    one = programme(1, METI, *SHEEP)
    others_of = [p for p in found(one, *many) if "programme:1" in p]
    usable = [p.model_copy(update={"supports_companies": True}) for p in (one, *many)]
    assert len(others_of) >= BEST_OF_ALL
    assert len([p for p in found(*usable) if "programme:1" in p]) == len(many)


def test_one_that_a_sheet_names_is_a_pair_however_many_are_more_alike():
    near = [programme(n, MAFF, *SHEEP) for n in range(2, 2 + 3 * BEST_OF_ALL)]
    far = programme(99, MAFF, "羊毛", "灯台", "塩田")
    names = RelatedProgramme(
        sheet=2031, line=3, programme="programme:99", name="事業99", relation="other"
    )
    pair = ("programme:1", "programme:99")
    more = [programme(200 + n, METI, "灯台", "塩田", f"港{n}") for n in range(3 * BEST_OF_ALL)]
    assert pair not in found(programme(1, METI, *SHEEP), *near, far, *more)
    assert pair in found(programme(1, METI, *SHEEP, related=[names]), *near, far, *more)


def test_the_order_of_programmes_changes_nothing():
    many = [programme(n, (METI, MAFF)[n % 2], *SHEEP) for n in range(1, 4 * BEST_OF_ALL)]
    assert found(*many) == found(*reversed(many))


def test_a_graded_pair_with_a_programme_tells_what_its_score_is_made_of():
    pairs = found(
        programme(1, METI, *SHEEP, problems=["輸出"], activities=["展示会"]),
        programme(2, MAFF, *SHEEP, problems=["輸出"], activities=["展示会"]),
        programme(3, MAFF, "羊毛", "灯台"),
    ).values()
    assert {part.of for o in pairs for part in o.parts} == {
        "word",
        "problem × word",
        "problem × activity",
    }
    for o in pairs:
        total = sum(part.weight * part.likeness for part in o.parts)
        assert not o.grade or o.score == pytest.approx(total, abs=2e-4)


def test_programmes_change_nothing_between_measures():
    told = catalogue(exporting("a", METI), exporting("b", MAFF), *others(3, MHLW))
    assert overlaps(replace(told, programmes=(programme(1, METI, *SHEEP),))) == overlaps(told)
    assert programme_overlaps(told) == ()


def test_a_programme_gets_topics_and_words_of_its_name_purpose_and_outline():
    (read,) = with_topics(
        [programme(1, METI, name="省エネルギー診断事業")], {"programme:1": "工場\n工場\n工場の窯"}
    )
    assert [topic.term for topic in read.problems] == ["省エネルギー"]
    assert [topic.term for topic in read.activities] == ["診断"]
    assert read.words["工場"] == 1.69  # lines that several sheets repeat count once


@pytest.mark.processes
def test_many_programmes_are_read_alike_by_several_processes():
    many = [programme(n, METI, name=f"省エネルギー診断{n}") for n in range(600)]
    texts = {p.id: "工場の窯を診断する" for p in many[::2]}
    assert with_topics(many, texts, processes=2) == with_topics(many, texts)


def test_the_weights_of_programmes_hold_together():
    assert sum(signal.weight for signal in programme_weights().signals) == pytest.approx(1)
