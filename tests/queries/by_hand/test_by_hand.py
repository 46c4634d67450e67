"""The page of questions to paste: every one answers, and the page shows what the bundled catalogue
gives. That both stores give the same rows is held by tests/graph/neo4j/test_same_answers.py.
"""

from __future__ import annotations

import re

import pytest

from graph.store import Store
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


def test_the_page_shows_them_with_the_answers_of_the_bundled_catalogue(store: Store) -> None:
    page = (ROOT / "docs" / "twenty-questions.md").read_text(encoding="utf-8")
    assert page == by_hand_page(store), (
        "shisaku load && python -m queries.by_hand.page > docs/twenty-questions.md"
    )
