"""What the state does on a theme: what belongs to it, its money, pairs and recipients."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph.errors import NotFound, VocabularyError
from graph.opening import open_store
from graph.store import Store
from loaders.load import load
from loaders.overlap.topics import activities, problems
from queries.themes.answer import _graded, theme_answer
from queries.themes.common import refuse_common
from queries.themes.known import known_theme_list, near_themes, theme_ministries, theme_years
from queries.themes.members import Reason, belonging
from queries.themes.money import of_programmes
from queries.themes.records import ThemeAnswer
from queries.themes.tables import members_sheet, pairs_sheet, sheets_of
from queries.themes.themes import TooCommon, meant, of_topic, read_themes, themes
from queries.themes.things import as_in_names, things
from tests.made_up import catalogue as made_up
from tests.made_up import themes as made
from tests.made_up.themes import EXPORTS, JOINT, MAFF, METI, NAMED, OKU, PASSING, SAYING, STUDIO


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(tmp_path_factory.mktemp("themes") / "graph.lbug") as opened:
        load(made.catalogue(), opened)
        yield opened


def ids(answer: ThemeAnswer) -> set[str]:
    return {member.id for member in answer.members}


def why(answer: ThemeAnswer, id_: str) -> list[Reason]:
    return list(next(member.why for member in answer.members if member.id == id_))


def test_a_word_belongs_by_name_or_by_being_said_again(store: Store) -> None:
    glass = theme_answer(store, "ガラス")
    assert ids(glass) == {NAMED, SAYING}
    assert why(glass, NAMED) == [Reason("name", "ガラス"), Reason("said", "ガラス")]
    assert why(glass, SAYING) == [Reason("said", "ガラス")]


def test_hiragana_width_and_case_do_not_count(store: Store) -> None:
    for typed in ("がらす", "ｶﾞﾗｽ", " ガラス "):
        assert ids(theme_answer(store, typed)) == {NAMED, SAYING}


def test_several_words_must_all_hold(store: Store) -> None:
    both = theme_answer(store, "ガラス 輸出")
    assert ids(both) == {NAMED}
    assert both.themes == ("ガラス", "輸出")
    assert Reason("problem", EXPORTS) in why(both, NAMED)


def test_a_problem_told_in_passing_is_counted_and_no_member(store: Store) -> None:
    exports = theme_answer(store, "輸出")
    assert PASSING not in ids(exports) and PASSING in exports.touched
    assert ids(exports) >= {NAMED, JOINT, made_up.SALES}
    assert why(exports, JOINT) == [Reason("name", "輸出"), Reason("said", "輸出")]
    assert Reason("term", "輸出") in why(exports, made_up.SALES)


def test_a_theme_answers_to_its_other_names_and_its_english_one(store: Store) -> None:
    asked = theme_answer(store, "輸出")
    for name in ("exports", "Exports", "輸出促進"):
        assert theme_answer(store, name).themes == asked.themes == ("輸出",)
        assert theme_answer(store, name).members == asked.members


def test_a_problem_is_a_theme_by_its_name(store: Store) -> None:
    assert theme_answer(store, EXPORTS).themes == (EXPORTS,)
    assert NAMED in ids(theme_answer(store, EXPORTS))


def test_programmes_count_once_and_for_the_ministry_in_the_lead(store: Store) -> None:
    answer = theme_answer(store, "輸出")
    assert (answer.year, answer.years) == (2030, (2030,))
    assert (answer.total.money.programmes, answer.total.joint) == (2, 1)
    assert answer.total.money.available == 6 * OKU
    rows = {row.ministry: row for row in answer.ministries}
    assert rows[METI].money.available == 5 * OKU and rows[METI].joint == 1
    assert rows[MAFF].money.available == OKU and rows[MAFF].joint == 0
    assert sum(row.money.available or 0 for row in rows.values()) == 6 * OKU


def test_a_rate_is_of_the_programmes_of_which_both_sums_are_told(store: Store) -> None:
    money = theme_answer(store, "輸出").total.money
    assert (money.executed, money.execution, money.not_told) == (4 * OKU, 0.8, 1)


def test_what_says_the_theme_again_and_again_is_in_no_sum_of_its_subject(store: Store) -> None:
    answer = theme_answer(store, "ガラス")
    total, of_maff = answer.total, answer.ministries[1]
    assert (total.money.available, total.mentioning.available) == (5 * OKU, 2 * OKU)
    assert (total.money.programmes, total.mentioning.programmes) == (1, 1)
    assert (of_maff.ministry, of_maff.money.programmes) == (MAFF, 0)
    assert of_maff.mentioning.available == 2 * OKU
    assert [(member.id, member.core) for member in answer.members] == [
        (NAMED, True),
        (SAYING, False),
    ]


def test_what_bears_the_theme_in_its_name_is_of_the_core() -> None:
    known = things_saying({"many": ["硝子"], "named 硝子": []})
    belongs = belonging(known, meant("硝子", (), ()))
    assert set(belongs.members) == {"many", "named 硝子"}
    assert belongs.core == {"named 硝子"}


def test_all_of_several_themes_must_be_the_subject_of_the_core(store: Store) -> None:
    known = things(store)
    assert SAYING not in belonging(known, meant("ガラス 産業", (), ())).core
    assert NAMED in belonging(known, meant("ガラス 輸出", (), ())).core


def test_a_problem_of_a_measure_is_its_subject_where_it_weighs_most(store: Store) -> None:
    known = things(store)
    belongs = belonging(known, meant(EXPORTS, known.problems, known.activities))
    weightiest = {
        id_
        for id_, thing in known.by_id.items()
        if thing.kind == "measure" and thing.problems[:1] == (EXPORTS,)
    }
    assert weightiest and weightiest <= belongs.core


def test_what_stood_in_the_budget_of_another_is_in_no_rate() -> None:
    def programme(available: int, executed: int | None) -> SimpleNamespace:
        row = {"available": available, "executed": executed, "initial": 0, "supplementary": 0}
        return SimpleNamespace(row=lambda year: row)

    money = of_programmes([programme(4, 3), programme(0, 9), programme(0, 0)], 2030)
    assert (money.execution, money.executed, money.moved) == (0.75, 12, 1)
    alone = of_programmes([programme(0, 9), programme(5, None)], 2030)
    assert (alone.execution, alone.moved, alone.not_told) == (None, 1, 1)


def test_what_a_measure_prints_is_never_added_to_the_programme_that_pays_it(store: Store) -> None:
    answer = theme_answer(store, "輸出")
    sales = next(member for member in answer.members if member.id == made_up.SALES)
    assert sales.paid_by == (NAMED,) and answer.total.paid_for == 1
    assert sales.printed and sales.year is None
    assert answer.total.money.available == 6 * OKU
    assert any(total.year != 2030 for total in answer.total.printed)
    assert not theme_answer(store, "輸出", year=2030).total.printed


def test_pairs_are_of_members_between_ministries_first(store: Store) -> None:
    answer = theme_answer(store, "輸出")
    found = [(pair.a, pair.b, pair.grade) for pair in answer.pairs]
    assert found.index((NAMED, JOINT, 2)) < found.index((made_up.SALES, JOINT, 1))
    assert [pair.within for pair in answer.pairs] == sorted(pair.within for pair in answer.pairs)
    assert (made_up.SALES, JOINT, 1) in found
    assert all(pair.a in ids(answer) and pair.b in ids(answer) for pair in answer.pairs)
    assert answer.between == sum(not pair.within for pair in answer.pairs)


def test_recipients_are_of_members_and_of_what_they_paid_themselves(store: Store) -> None:
    (studio,) = theme_answer(store, "輸出").recipients
    assert (studio.id, studio.yen, studio.sheet) == (STUDIO, 4 * OKU, 2031)
    assert set(studio.programmes) == {NAMED, JOINT}
    assert theme_answer(store, "ガラス", MAFF).recipients == ()  # it no more than mentions it
    (of_glass,) = theme_answer(store, "ガラス").recipients
    assert of_glass.yen == 3 * OKU


def test_offices_and_scope_confine_the_members_and_the_pairs(store: Store) -> None:
    of_maff = theme_answer(store, "輸出", MAFF)
    assert ids(of_maff) & {NAMED, JOINT} == {JOINT}
    assert all(MAFF in (*pair.a_ministries, *pair.b_ministries) for pair in of_maff.pairs)
    both = theme_answer(store, "輸出", METI, MAFF)
    assert ids(both) >= {NAMED, JOINT}
    assert (NAMED, JOINT) in [(pair.a, pair.b) for pair in both.pairs]
    assert JOINT not in ids(theme_answer(store, "輸出", scope="company"))


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (("",), "no theme to look for"),
        (("そんなテーマ",), r"nothing belongs to the theme 'そんなテーマ'.*--themes"),
        (("輸出促進策",), "did you mean 輸出"),
        (("ガラス", "厚生労働省"), "run by that office — ask for 経済産業省、農林水産省"),
        (("ガラス", METI, "経産省"), "are one thing"),
        (("ガラス", "そんな省"), "nothing answers to"),
        (("統計", None, None, "company"), "--scope all"),
        (("ガラス", None, None, "all", 1999), "no review sheet tells of the money of 1999"),
    ],
)
def test_what_cannot_be_answered_is_one_line_that_says_what_to_do(
    store: Store, asked: tuple, says: str
) -> None:
    with pytest.raises(NotFound, match=says) as refused:
        theme_answer(store, *asked)
    assert "\n" not in str(refused.value)


def test_a_word_made_of_two_is_said_where_both_are_unless_many_say_one_of_them() -> None:
    said = {"a": ["人材", "育成"], "b": ["人材"], "c": ["事業", "承継"]}
    known = things_saying(said | {id_: ["事業"] for id_ in "defgh"})
    assert known.that_say("人材育成") == known.that_say("人材の育成") == {"a"}
    assert known.that_say("事業承継") == set()
    assert known.that_say("事業承継", with_common=True) == {"c"}


def test_a_longer_word_is_one_that_begins_with_it_but_no_decoy() -> None:
    known = things_saying({"a": ["輸出額"], "b": ["輸出入"], "c": ["再輸出"], "d": ["輸出"]})
    assert known.that_say("輸出", decoys=["輸出入"]) == {"a", "d"}


def things_saying(said: dict[str, list[str]]):
    """Things that say these words, among forty that say nothing."""
    from queries.themes.things import Thing, Things

    saying = {
        word: frozenset(i for i in said if word in said[i]) for ws in said.values() for word in ws
    }
    by_id = {
        id_: Thing(id_, id_, "programme", id_, id_, (), (), (), (), False)
        for id_ in [*said, *map(str, range(40))]
    }
    return Things(by_id, saying, tuple(sorted(saying)), {}, (), ())


def test_words_that_more_than_a_tenth_of_all_say_are_refused() -> None:
    said = {f"s{number}": ["事業"] for number in range(101)}
    known = things_saying(said)
    asked = meant("事業", (), ())
    with pytest.raises(TooCommon, match="'事業' is said by 101 of all 141 .*more than a tenth"):
        refuse_common(known, "事業", asked, belonging(known, asked))
    few = things_saying(dict(list(said.items())[:100]))
    refuse_common(few, "事業", asked, belonging(few, asked))
    (named,) = meant("輸出", (), ())
    of_exports = things_saying({id_: ["輸出"] for id_ in said})
    refuse_common(of_exports, "輸出", [named], belonging(of_exports, [named]))


@pytest.mark.parametrize("typed", ["の", "ノ", "ガラス の"])
def test_a_single_kana_is_no_theme(typed: str) -> None:
    with pytest.raises(TooCommon, match="is a single kana"):
        meant(typed, (), ())


def test_of_latin_letters_alone_only_what_is_spelt_nearly_alike_is_near(store: Store) -> None:
    assert near_themes(store, "abc") == () and near_themes(store, "exprots") == ("輸出",)


def test_latin_words_stand_in_a_name_by_themselves() -> None:
    assert as_in_names("AI").search("生成ai事業") and not as_in_names("AI").search("air 事業")


def test_the_themes_that_have_a_name_are_counted(store: Store) -> None:
    listed = {one.name: one for one in known_theme_list(store)}
    assert listed["輸出"].programmes == 2 and listed["輸出"].measures
    assert "人材育成" not in listed  # nothing belongs to it here
    assert all(one.programmes + one.measures + one.mentioning for one in listed.values())
    assert (listed["輸出"].kind, listed[EXPORTS].kind) == ("theme", "problem")
    assert near_themes(store, "輸出促進策")[0] == "輸出" and near_themes(store, "ぬ") == ()
    assert {METI, MAFF} <= set(theme_ministries(store)) and theme_years(store) == (2030,)


def test_every_problem_and_activity_of_the_file_is_one_of_ours() -> None:
    named = {name for theme in themes() for name in (*theme.problems, *theme.activities)}
    assert named - {topic.name for topic in (*problems(), *activities())} == set()
    assert all(theme.why and theme.english and theme.problems for theme in themes())


def test_a_field_of_several_problems_is_a_theme_of_just_these() -> None:
    """But for 海外展開, which leaves the market abroad of what is made here to 輸出."""
    of_field: dict[str, set[str]] = defaultdict(set)
    for problem in problems():
        for field in problem.fields:
            of_field[field].add(problem.name)
    narrower = {"海外展開"}
    themes_of = {name: theme for theme in themes() for name in (theme.name, *theme.also)}
    both = of_field.keys() & themes_of.keys() - narrower
    assert len(both) > 10
    assert {name: set(themes_of[name].problems) for name in both} == {
        name: of_field[name] for name in both
    }
    assert all(set(themes_of[name].problems) < of_field[name] for name in narrower)


def test_an_error_of_the_pairs_is_not_taken_for_none_scored(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise NotFound("nothing answers to this")

    monkeypatch.setattr("queries.themes.answer.scored_pairs", broken)
    with pytest.raises(NotFound, match="nothing answers to this"):
        _graded.__wrapped__(store, "between")


def test_english_names_of_themes_begin_alike() -> None:
    topics = [of_topic(one.name) for one in problems()]
    topics += [of_topic(one.name, activity=True) for one in activities()]
    for theme in (*themes(), *topics):
        first = theme.english.partition(" ")[0]
        assert first.islower() or first.isupper(), theme.english


def test_two_themes_that_answer_to_one_name_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "themes.yaml"
    file.write_text(
        "- {name: 工芸, words: [工芸]}\n- {name: 硝子, also: [工芸], words: [硝子]}\n", "utf-8"
    )
    with pytest.raises(VocabularyError, match="工芸 and 硝子 both answer to 工芸"):
        read_themes(file)


def test_a_graph_without_sheets_has_measures_alone(store_of_overlaps: Store) -> None:
    answer = theme_answer(store_of_overlaps, "輸出")
    assert answer.year is None and answer.total.money.programmes == 0
    assert answer.total.measures and answer.recipients == ()


def test_a_graph_without_scored_pairs_has_none(store_of_programmes: Store) -> None:
    answer = theme_answer(store_of_programmes, "設備")
    assert answer.members and answer.pairs == () and answer.between == 0


def test_tables_have_the_question_first_and_no_sheet_too_many_columns(store: Store) -> None:
    answer = theme_answer(store, "輸出")
    sheets = sheets_of(answer, "ja")
    assert sheets[0].rows[0][1] == "輸出"
    assert all(len(row) == len(sheet.headings) <= 15 for sheet in sheets for row in sheet.rows)
    assert len(members_sheet(answer, "ja").rows) == len(answer.members)
    assert [2, "重なり"] in [list(row[:2]) for row in pairs_sheet(answer, "ja").rows]
    assert sheets[1].rows[-1][4:8] == [6 * OKU, 0, 6 * OKU, 4 * OKU]


def test_all_of_several_themes_is_what_belongs_to_each(store: Store) -> None:
    known = things(store)
    asked = meant("ガラス 輸出", known.problems, known.activities)
    each = [set(belonging(known, [one]).members) for one in asked]
    assert set(belonging(known, asked).members) == set.intersection(*each)
