"""Finding things by words, and the one thing that a name means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph.errors import NotFound
from graph.opening import open_store
from graph.schema.rows import NodeRow, graph_rows
from graph.schema.schema import schema
from graph.store import Store
from queries.search.search import find, near_names, resolve
from tests.made_up import catalogue as made_up


def names(
    store: Store, words: str, kinds: Sequence[str] | None = None, limit: int | None = 20
) -> list[tuple[str, str]]:
    return [(hit.name, hit.why) for hit in find(store, words, kinds, limit)]


def test_the_whole_name_goes_first_then_its_beginning_then_within_then_elsewhere(
    made_up_store: Store,
) -> None:
    assert names(made_up_store, "くるみん") == [
        ("くるみん", "title"),
        ("くるみん認定制度", "start"),
        ("トライくるみん", "within"),
        ("プラチナくるみん", "within"),
    ]
    assert names(made_up_store, "JETRO") == [
        ("日本貿易振興機構", "alias"),
        ("海外販路開拓支援", "other"),
        ("海外人材マッチング", "other"),
    ]


@pytest.mark.parametrize("words", ["ｊｅｔｒｏ", "Jetro", " ＪＥＴＲＯ "])
def test_width_and_case_do_not_count(made_up_store: Store, words: str) -> None:
    assert names(made_up_store, words)[0] == ("日本貿易振興機構", "alias")


@pytest.mark.parametrize(
    "words",
    ["クルミン", "ｸﾙﾐﾝ", "くる\u00adみん", "く・る・み・ん", "\u200bくるみん\ufe0f", "クルミーン"],
)
def test_kana_marks_and_what_shows_nothing_do_not_count(made_up_store: Store, words: str) -> None:
    assert names(made_up_store, words)[:2] == [("くるみん", "title"), ("くるみん認定制度", "start")]
    assert resolve(made_up_store, words).id == "certification:くるみん"


def test_another_form_of_a_kanji_is_found(made_up_store: Store) -> None:
    assert names(made_up_store, "經濟産業省")[0] == ("経済産業省", "title")
    assert resolve(made_up_store, "經濟産業省").id == "ministry:経済産業省"


@pytest.mark.parametrize(
    "name", ["くるみん2025", "くるみん（2025年度）", "クルミン２０２４年", "くるみん令和７年度"]
)
def test_a_certification_answers_with_the_year_for_which_it_was_given(
    made_up_store: Store, name: str
) -> None:
    assert resolve(made_up_store, name).id == "certification:くるみん"
    with pytest.raises(NotFound, match="did you mean"):
        resolve(made_up_store, "海外販路開拓支援2025")  # of a measure it is another one


def test_what_is_near_is_said_by_name(made_up_store: Store) -> None:
    assert near_names(made_up_store, "クルミソ")[0] == "くるみん"
    assert near_names(made_up_store, "くるみみん", ["Certification"])[0] == "くるみん"
    assert near_names(made_up_store, "zzzz") == []


def test_all_words_must_stand(made_up_store: Store) -> None:
    assert names(made_up_store, "海外 人材") == [("海外人材マッチング", "start")]
    assert names(made_up_store, "設備　補助") == [("ものづくり設備補助金", "within")]
    assert names(made_up_store, "設備 輸出") == []


def test_a_search_reaches_everything_that_has_a_name_and_kinds_confine_it(
    made_up_store: Store,
) -> None:
    kinds = {
        hit.type
        for word in (
            "経",
            "中小",
            "設備",
            "補助",
            "職業",
            "公共",
            "製造",
            "企業",
            "試し",
            "賃上げ",
            "くるみん",
            "機構",
            "雇用保険",
        )
        for hit in find(made_up_store, word)
    }
    elsewhere = {"PolicyItem", "BudgetProgramme", "Recipient", "Call"}  # in tests of their own
    assert kinds == {n.name for n in schema().nodes.values() if n.searchable} - elsewhere
    assert {hit.type for hit in find(made_up_store, "くるみん", ["Measure"])} == {"Measure"}
    with pytest.raises(NotFound, match="nothing of the type Bureau"):
        find(made_up_store, "くるみん", ["Bureau"])


def test_limits_and_nothing_to_look_for(made_up_store: Store) -> None:
    assert len(find(made_up_store, "くるみん", limit=2)) == 2
    assert find(made_up_store, "くるみん", limit=0) == ()
    assert find(made_up_store, "くるみん", limit=None) == find(made_up_store, "くるみん")
    with pytest.raises(NotFound, match="no words"):
        find(made_up_store, " 　")


@pytest.mark.parametrize("words", ["'", "\\", "_", ".*", "') RETURN 1 //", "`", "$words"])
def test_odd_characters_are_only_characters(made_up_store: Store, words: str) -> None:
    assert find(made_up_store, words) == ()
    assert names(made_up_store, "%") == [("賃上げ 3%", "within")]


# --- one thing ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "node"),
    [
        ("くるみん", "certification:くるみん"),
        ("kurumin", "certification:くるみん"),
        ("経産省", "ministry:経済産業省"),
        ("中小企業庁", "agency:中小企業庁"),
        ("ジェトロ", "body:日本貿易振興機構"),
        ("ｓｅｃｕｒｉｔｙ ａｃｔｉｏｎ", "certification:SECURITY ACTION"),
        (made_up.EQUIPMENT, made_up.EQUIPMENT),
        (made_up.FORMER, made_up.EQUIPMENT),
        ("もの設備補助", made_up.EQUIPMENT),
        (made_up.DOCUMENT, f"document:{made_up.DOCUMENT}"),
        ("rule:1", "rule:1"),
        ("Ministry of Economy, Trade and Industry", "ministry:経済産業省"),
    ],
)
def test_a_name_means_one_thing(made_up_store: Store, name: str, node: str) -> None:
    assert resolve(made_up_store, name).id == node


def test_what_nothing_answers_to_is_refused_with_the_nearest_names(made_up_store: Store) -> None:
    with pytest.raises(
        NotFound,
        match=(
            "nothing answers to 'くるみ' — did you mean くるみん, トライくるみん,"
            r" プラチナくるみん\?"
        ),
    ):
        resolve(made_up_store, "くるみ")
    with pytest.raises(NotFound, match="shisaku find"):
        resolve(made_up_store, "zzzzzzzz")
    with pytest.raises(NotFound):
        resolve(made_up_store, "")


@pytest.mark.parametrize("name", ["nosuch", "urukmin", "ん", "補産"])
def test_what_is_only_spelt_with_the_same_letters_is_not_near(
    made_up_store: Store, name: str
) -> None:
    with pytest.raises(NotFound, match="look for it with `shisaku find`"):
        resolve(made_up_store, name)


@pytest.mark.parametrize(
    ("name", "near"),
    [("kurumni", "くるみん"), ("海外販路拡大支援", "海外販路開拓支援"), ("経産", "経済産業省")],
)
def test_what_is_spelt_a_little_otherwise_is_near(
    made_up_store: Store, name: str, near: str
) -> None:
    with pytest.raises(NotFound, match=f"did you mean {near}"):
        resolve(made_up_store, name)


def test_an_id_answers_without_its_type_and_so_does_a_former_one(made_up_store: Store) -> None:
    for id_ in (made_up.EQUIPMENT, made_up.FORMER):
        assert resolve(made_up_store, id_.removeprefix("measure:")).id == made_up.EQUIPMENT


def test_kinds_confine_what_a_name_means(made_up_store: Store) -> None:
    with pytest.raises(NotFound):
        resolve(made_up_store, "くるみん", ["Measure"])


def _store(path: Path, *nodes: tuple[str, str, str, list[str]]) -> Store:
    store = open_store(path)
    rows = [
        NodeRow(
            kind,
            {"id": i, "name": name, "folded": name, "known_as": known, "words": "\n".join(known)},
        )
        for kind, i, name, known in nodes
    ]
    store.replace(graph_rows(schema(), rows, []))
    return store


def test_of_several_the_one_of_that_very_name_then_the_type_declared_first(tmp_path: Path) -> None:
    with _store(
        tmp_path / "g",
        ("Department", "department:a", "特許庁", ["特許庁"]),
        ("Agency", "agency:a", "特許庁", ["特許庁"]),
        ("Measure", "measure:a", "DX 認定", ["dx認定"]),
        ("Certification", "certification:a", "DX認定", ["dx認定"]),
    ) as store:
        assert resolve(store, "特許庁").id == "agency:a"
        assert resolve(store, "DX認定").id == "certification:a"
        assert resolve(store, "dx認定").id == "measure:a"


def test_two_of_one_type_are_told_apart_by_id(tmp_path: Path) -> None:
    with _store(
        tmp_path / "g",
        ("Measure", "measure:a", "相談", ["相談"]),
        ("Measure", "measure:b", "相談", ["相談"]),
    ) as store:
        with pytest.raises(
            NotFound, match=r"may mean 2 things — say which: 相談 \(measure:a\), 相談 \(measure:b\)"
        ):
            resolve(store, "相談")
        assert resolve(store, "measure:b").id == "measure:b"
