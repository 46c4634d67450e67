"""How names are read aloud."""

from __future__ import annotations

from graph.language.search_key import search_key
from graph.store import Store
from loaders.text.readings import readings
from queries.search.search import find
from tests.made_up import catalogue as made_up


def test_a_name_with_kanji_has_its_kana() -> None:
    names = ["省力化投資補助金", "くるみん", "", "ＤＸ認定"]
    first, second = [search_key(reading) for reading in readings(names)]
    assert first == search_key("しょうりょくかとうしほじょきん")
    assert second.endswith(search_key("にんてい"))


def test_a_measure_is_found_by_its_kana(made_up_store: Store) -> None:
    assert made_up.EQUIPMENT in [hit.id for hit in find(made_up_store, "せつびほじょきん")]
