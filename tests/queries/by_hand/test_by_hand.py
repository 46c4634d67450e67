"""The page of questions to paste: every one answers, on both stores alike, and the page shows what
the bundled catalogue gives.
"""

from __future__ import annotations

import re

import pytest

from graph.store import Store
from loaders.catalogue.files import Catalogue
from loaders.load import load
from queries.by_hand.page import ByHand, by_hand_page, questions_by_hand
from tests.paths import ROOT

QUESTIONS = questions_by_hand()


@pytest.fixture(scope="module")
def store(bundled_store: Store) -> Store:
    return bundled_store


def test_there_are_twenty_each_asked_in_two_languages() -> None:
    assert len(QUESTIONS) == 20
    for question in QUESTIONS:
        assert (
            question.english.endswith(("?", ".)"))
            and re.search("[ぁ-ん]", question.japanese)
            and "//" not in question.cypher
        ), question.name


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_it_can_be_pasted_anywhere_and_answers(question: ByHand, store: Store) -> None:
    assert "$" not in question.cypher and re.search(r"LIMIT \d+$", question.cypher)
    assert store.read(question.cypher)


@pytest.mark.neo4j
def test_both_stores_give_the_same_rows(
    store: Store, neo4j_store: Store, bundled: Catalogue
) -> None:
    load(bundled, neo4j_store)
    assert [
        question.name
        for question in QUESTIONS
        if neo4j_store.read(question.cypher) != store.read(question.cypher)
    ] == []


def test_the_page_shows_them_with_the_answers_of_the_bundled_catalogue(store: Store) -> None:
    page = (ROOT / "docs" / "twenty-questions.md").read_text(encoding="utf-8")
    assert page == by_hand_page(store), (
        "shisaku load && python -m queries.by_hand.page > docs/twenty-questions.md"
    )
