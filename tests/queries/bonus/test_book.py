"""The rule book of a store that several threads ask at once."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from commands.lines import rule_line
from graph.store import Store
from queries.bonus.records import rule_record
from queries.bonus.rule_book.book import RuleBook, ministries_behind, rule_book

THREADS = 8


class SlowStore:
    """A store that notes what it is asked, and takes its time over the first question."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.questions: list[str] = []

    def read(self, cypher: str, /, **params: Any) -> list[dict[str, Any]]:
        self.questions.append(cypher)
        if len(self.questions) == 1:
            time.sleep(0.05)
        return self._store.read(cypher, **params)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def test_threads_that_ask_at_once_get_one_book_that_is_read_once(bonus_store: Store) -> None:
    alone, shared = SlowStore(bonus_store), SlowStore(bonus_store)
    rule_book(alone)
    start = Barrier(THREADS)

    def ask() -> RuleBook:
        start.wait()
        return rule_book(shared)

    with ThreadPoolExecutor(THREADS) as threads:
        books = [future.result() for future in [threads.submit(ask) for _ in range(THREADS)]]
    assert len({id(book) for book in books}) == 1
    assert shared.questions == alone.questions


def test_threads_that_ask_several_stores_get_each_stores_own_book(bonus_store: Store) -> None:
    stores = [SlowStore(bonus_store) for _ in range(THREADS)]
    start = Barrier(THREADS * 2)

    def ask(store: SlowStore) -> RuleBook:
        start.wait()
        return rule_book(store)

    with ThreadPoolExecutor(THREADS * 2) as threads:
        books = list(threads.map(ask, stores * 2))
    assert all(books[n] is books[n + THREADS] for n in range(THREADS))
    assert len({id(book) for book in books}) == THREADS


def test_who_does_not_get_it_is_told_with_the_rule(book: RuleBook) -> None:
    rule = book.rules["rule:hourly"]
    [excluded] = rule.excluded
    assert (excluded.printed, excluded.source.line) == ("人を雇わない者", 12)
    assert rule_record(rule)["excluded"][0]["printed"] == "人を雇わない者"
    assert "(not: 人を雇わない者," in rule_line(rule)
    assert not book.rules["rule:points"].excluded


def test_who_supervises_a_body_stands_behind_what_the_body_alone_gives() -> None:
    def row(id_: str, kind: str, name: str, ministry: str | None) -> dict[str, str | None]:
        return {"id": id_, "issuer_type": kind, "issuer_name": name, "ministry": ministry}

    assert ministries_behind(
        [
            row("joint", "Ministry", "やまと省", None),
            row("joint", "Body", "港町取引所", "金の庁"),
            row("joint", "Agency", "里の庁", "里省"),
            row("alone", "Body", "港町取引所", "金の庁"),
        ]
    ) == {"joint": ("やまと省", "里省"), "alone": ("金の庁",)}
