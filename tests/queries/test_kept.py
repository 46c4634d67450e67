from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from graph.opening import open_store
from graph.schema.rows import graph_rows
from graph.schema.schema import schema
from graph.store import Store
from queries.kept import kept


@pytest.fixture
def store(tmp_path: Path) -> Store:
    with open_store(tmp_path / "graph.lbug") as opened:
        opened.replace(graph_rows(schema(), [], []))
        return open_store(tmp_path / "graph.lbug")


class Question:
    """Counts how often it is answered."""

    def __init__(self) -> None:
        self.answered: list[tuple[int, str]] = []
        self.ask = kept(self._ask)

    def _ask(self, store: Store, number: int = 0, *, name: str = "") -> tuple[int, str]:
        assert store.read("RETURN 1 AS one")
        if number < 0:
            raise ValueError(number)
        self.answered.append((number, name))
        return number, name


def test_a_question_is_answered_once_for_each_of_its_arguments(store: Store) -> None:
    question = Question()
    assert [question.ask(store, 1, name="a") for _ in range(3)] == [(1, "a")] * 3
    assert question.ask(store, 1, name="b") == (1, "b")
    assert question.ask(store) == (0, "")
    assert question.answered == [(1, "a"), (1, "b"), (0, "")]


def test_another_graph_is_asked_anew(store: Store) -> None:
    question = Question()
    question.ask(store, 1)
    store.replace(graph_rows(schema(), [], []))
    question.ask(store, 1)
    assert question.answered == [(1, ""), (1, "")]


def test_another_store_is_asked_for_itself(store: Store, tmp_path: Path) -> None:
    question = Question()
    question.ask(store, 1)
    with open_store(tmp_path / "other.lbug") as other:
        other.replace(graph_rows(schema(), [], []))
        question.ask(other, 1)
    assert len(question.answered) == 2


def test_an_error_is_not_kept(store: Store) -> None:
    question = Question()
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            question.ask(store, -1)
    assert question.ask(store, 1) == (1, "")


def test_the_answer_asked_for_longest_ago_goes_first(store: Store) -> None:
    question = Question()
    for number in (*range(8), 0, 8, 0, 1):  # with 8, that of 1 goes
        question.ask(store, number)
    assert [number for number, _ in question.answered] == [*range(9), 1]


def test_of_readers_at_once_one_answers(store: Store) -> None:
    question, at_once = Question(), Barrier(8)

    def asked(_: int) -> tuple[int, str]:
        at_once.wait()
        return question.ask(store, 5)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(asked, range(8))) == {(5, "")}
    assert question.answered == [(5, "")]
