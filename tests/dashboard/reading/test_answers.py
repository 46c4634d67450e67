"""A question is asked once of one graph; a server is asked how it stands once a second."""

from __future__ import annotations

import pytest

from dashboard.reading import answers
from graph.store import StoreStatus


class Server:
    """A store that counts what it is asked."""

    def __init__(self) -> None:
        self.stamp = "first"
        self.asked = 0
        self.answered = 0

    def status(self) -> StoreStatus:
        self.asked += 1
        return StoreStatus("made up", self.stamp)


def count(store: Server, _name: str) -> int:
    store.answered += 1
    return store.answered


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    made = Server()
    monkeypatch.setenv("SHISAKU_STORE", f"bolt://made.up.{id(made)}:7687")
    monkeypatch.setattr(answers, "open_store", lambda _uri: made)
    monkeypatch.setattr(answers, "_stores", {})
    monkeypatch.setattr(answers, "_seen", {})
    return made


def test_a_question_is_asked_once_for_each_of_its_arguments(server: Server) -> None:
    assert [answers.ask(count, name) for name in ("a", "a", "b", "a")] == [1, 1, 2, 1]
    assert server.asked == 1  # within the second


def test_another_graph_is_asked_anew(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers.ask(count, "a") == 1
    server.stamp = "second"
    monkeypatch.setattr(answers, "_FRESH", -1.0)
    assert answers.ask(count, "a") == 2
    assert answers.store_status().stamp == "second"
