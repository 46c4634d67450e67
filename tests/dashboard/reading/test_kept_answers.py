from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from dashboard.reading.kept_answers import KeptAnswers, bytes_of

_KB = 1 << 10


class Question:
    """Counts how often it is answered; its answers take some 10 kB each."""

    def __init__(self) -> None:
        self.answered: list[int] = []

    def ask(self, kept: KeptAnswers, number: int) -> object:
        def answer() -> bytes:
            self.answered.append(number)
            if number < 0:
                raise ValueError(number)
            return bytes(10 * _KB) + bytes([number])

        return kept.get(number, answer)


def test_what_is_asked_again_is_answered_once() -> None:
    question, kept = Question(), KeptAnswers(100 * _KB)
    assert question.ask(kept, 1) is question.ask(kept, 1)
    assert question.answered == [1]


def test_answers_stay_within_their_bytes_whatever_is_asked() -> None:
    question, kept = Question(), KeptAnswers(100 * _KB)
    most = 0
    for number in range(200):
        question.ask(kept, number)
        most = max(most, kept.bytes)
    assert 80 * _KB < most <= 100 * _KB


def test_the_answer_asked_for_longest_ago_goes_first() -> None:
    question, kept = Question(), KeptAnswers(35 * _KB)  # three
    for number in (1, 2, 3, 1, 4, 1, 2):  # with 4, that of 2 goes
        question.ask(kept, number)
    assert question.answered == [1, 2, 3, 4, 2]


def test_an_answer_larger_than_all_may_be_is_kept_alone() -> None:
    question, kept = Question(), KeptAnswers(_KB)
    for number in (1, 1, 2, 2):
        question.ask(kept, number)
    assert question.answered == [1, 2]
    assert 10 * _KB < kept.bytes < 11 * _KB


def test_an_error_is_not_kept() -> None:
    question, kept = Question(), KeptAnswers(100 * _KB)
    for _ in range(2):
        with pytest.raises(ValueError, match="-1"):
            question.ask(kept, -1)
    assert question.answered == [-1, -1]
    assert kept.bytes == 0


def test_of_many_at_once_one_answers() -> None:
    question, kept, at_once = Question(), KeptAnswers(100 * _KB), Barrier(8)

    def asked(_: int) -> object:
        at_once.wait()
        return question.ask(kept, 5)

    with ThreadPoolExecutor(8) as pool:
        assert len({id(answer) for answer in pool.map(asked, range(8))}) == 1
    assert question.answered == [5]


def test_nobody_waits_for_another_questions_answer() -> None:
    kept, done = KeptAnswers(100 * _KB), Event()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(kept.get, "slow", lambda: done.wait(10))
        assert kept.get("quick", lambda: "answer") == "answer"
        done.set()
        assert slow.result() is True


def test_each_part_is_weighed_once_and_classes_not_at_all() -> None:
    text = "x" * 1000
    one = bytes_of([text])
    assert 1000 < one < 1200
    assert bytes_of([text, text]) < one + 100
    assert bytes_of([Question]) < 200
    assert bytes_of({"a": [text], "b": ("y" * 1000,)}) > 2000


def test_many_parts_are_weighed_by_some_of_them() -> None:
    rows = [{"name": f"row {number}", "yen": [number] * 50} for number in range(5000)]
    one = bytes_of(rows[:1]) - bytes_of([])
    assert 0.7 < bytes_of(rows) / (5000 * one) < 1.3
