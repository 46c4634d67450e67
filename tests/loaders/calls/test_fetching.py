"""Asking the interface of calls, against a server of this machine that answers as it does."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from commands.making import fetch as command
from graph.errors import DocumentError
from loaders.calls.fetching import DETAIL, LIST, Manners, fetched
from loaders.calls.read import read_calls
from loaders.calls.saved import saved_answers
from shisaku import cli
from tests.made_up.calls import answer, of_interface

Answer = tuple[int, dict[str, str], bytes]


class Portal:
    """What the server answers, and what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.slept: list[float] = []
        self.before: list[Answer] = []  # given first, one a request
        self.calls = {f"a0Wmade{n:05}": of_interface(n, f"網の補助金{n}") for n in (1, 2, 3)}
        self.found: Callable[[str], list[str]] = lambda _keyword: list(self.calls)
        self.base = ""
        self.stall = threading.Event()

    def manners(self, **other: Any) -> Manners:
        return Manners(base=self.base, sleep=self.slept.append, **other)

    def answer(self, path: str) -> Answer:
        self.asked.append(path)
        if self.before:
            return self.before.pop(0)
        parts = urlsplit(path)
        if parts.path == LIST:
            keys = self.found(parse_qs(parts.query)["keyword"][0])
            return _json(answer([{"id": key, "title": "網"} for key in keys]))
        entry = self.calls.get(parts.path.removeprefix(DETAIL))
        return _json(answer([entry])) if entry else (404, {}, b"")


def _json(value: Any) -> Answer:
    return 200, {"Content-Type": "application/json"}, json.dumps(value).encode()


@pytest.fixture
def portal() -> Iterator[Portal]:
    held = Portal()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, data = held.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if data == b"never":
                held.stall.wait(5)
            elif data:
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield held
    held.stall.set()
    server.shutdown()
    server.server_close()


def test_each_call_is_asked_for_once_with_a_pause_between(portal: Portal) -> None:
    portal.found = lambda keyword: ["a0Wmade00001", "a0Wmade00002"][: 2 if keyword == "網元" else 1]
    told: list[tuple[int, int]] = []
    saved = fetched(["網元", "網の"], True, portal.manners(), lambda *done: told.append(done))
    queries = [parse_qs(urlsplit(path).query) for path in portal.asked[:2]]
    assert queries[0] == {
        "keyword": ["網元"],
        "sort": ["created_date"],
        "order": ["DESC"],
        "acceptance": ["1"],
    }
    assert [path.removeprefix(DETAIL) for path in portal.asked[2:]] == [
        "a0Wmade00001",
        "a0Wmade00002",
    ]
    assert portal.slept == [0.5] * 3 and told == [(1, 2), (2, 2)]
    assert (saved["count"], saved["open"], saved["keywords"]) == (2, True, ["網元", "網の"])
    assert "application_form" not in saved["items"][0] and saved["items"][0]["detail"]


def test_a_busy_host_is_asked_again_after_longer_and_longer_pauses(portal: Portal) -> None:
    portal.before = [(429, {"Retry-After": "7"}, b""), (500, {}, b""), (503, {}, b"")]
    saved = fetched(["網元"], False, portal.manners(pause=0.0))
    assert saved["count"] == 3
    assert [pause for pause in portal.slept if pause] == [7.0, 2.0, 4.0]


def test_an_answer_that_is_cut_short_is_asked_for_again(portal: Portal) -> None:
    portal.before = [(200, {"Content-Length": "100"}, b'{"result": [')]
    assert fetched(["網元"], False, portal.manners())["count"] == 3
    portal.before = [(200, {"Content-Length": "100"}, b'{"result": [')] * 5
    with pytest.raises(DocumentError, match=r"IncompleteRead.*, 5 times"):
        fetched(["網元"], False, portal.manners())


def test_a_host_that_stays_busy_or_asks_for_ever_is_given_up(portal: Portal) -> None:
    portal.before = [(429, {"Retry-After": "99999"}, b"")] * 5
    with pytest.raises(DocumentError, match=r"answers 429, 5 times — nothing was written"):
        fetched(["網元"], False, portal.manners(pause=0.0))
    assert max(portal.slept) == 60.0 and len(portal.asked) == 5


@pytest.mark.parametrize(
    ("given", "what"),
    [
        ((200, {}, b'{"result": ['), "answers with broken JSON"),
        ((200, {}, b"\xff"), "answers with broken JSON"),
        ((200, {}, b"[" * 50_000), "answers with broken JSON"),
        ((200, {}, b'{"errors": []}'), "answers in another form"),
        ((200, {}, b'{"result": [{"title": "x"}]}'), "lists a call without an id"),
        ((404, {}, b""), "answers 404"),
        ((302, {"Location": "http://other.example/x"}, b""), "sends on to another host"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "answers 302"),
    ],
)
def test_another_answer_is_refused_at_once(portal: Portal, given: Answer, what: str) -> None:
    portal.before = [given]
    with pytest.raises(DocumentError, match=what):
        fetched(["網元"], False, portal.manners())
    assert len(portal.asked) == 1


def test_a_redirect_within_the_host_is_followed(portal: Portal) -> None:
    portal.before = [(302, {"Location": f"{LIST}?keyword=x"}, b"")]
    assert fetched(["網元"], False, portal.manners())["count"] == 3


def test_an_answer_about_another_number_of_calls_or_with_a_key_missing_is_refused(
    portal: Portal,
) -> None:
    del portal.calls["a0Wmade00001"]["subsidy_max_limit"]
    with pytest.raises(DocumentError, match="answers without subsidy_max_limit"):
        fetched(["網元"], False, portal.manners())


def test_slow_and_large_answers_are_given_up(portal: Portal) -> None:
    portal.before = [(200, {}, b"never")] * 5
    with pytest.raises(DocumentError, match=r"does not answer .* 5 times"):
        fetched(["網元"], False, portal.manners(wait=0.05))
    portal.stall.set()
    with pytest.raises(DocumentError, match="answers with more than 100 bytes"):
        fetched(["網元"], False, portal.manners(most=100))


@pytest.mark.parametrize(
    "base",
    ["ftp://host", "http://host", "https://", "https://me:secret@host", "file:///etc", "nothing"],
)
def test_an_address_that_is_none_is_refused(base: str) -> None:
    with pytest.raises(DocumentError, match="is no address of the interface"):
        fetched(["網元"], False, Manners(base=base))


@pytest.mark.parametrize("keyword", ["", "網", "網" * 256])
def test_a_keyword_that_the_interface_would_refuse_is_refused(keyword: str) -> None:
    with pytest.raises(DocumentError, match="is no keyword"):
        fetched([keyword], False, Manners())


def test_the_command_says_that_it_uses_the_network_and_saves_what_extract_reads(
    portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "Manners", lambda base: portal.manners() if base else None)
    out = tmp_path / "calls.json"
    asked = ["fetch", "jgrants", "--keyword", "網元", "--from", portal.base, "--out", str(out)]
    done = CliRunner().invoke(cli, asked)
    assert done.exit_code == 0, done.output
    assert f"asking {portal.base} over the network" in done.stderr
    assert f"{out}: 3 calls; then: shisaku extract {out}" in done.stderr
    answers, _, _ = saved_answers([out])
    read = read_calls(answers)
    assert [call.title for call in read.calls] == ["網の補助金1", "網の補助金2", "網の補助金3"]
    assert read.problems == () and read.calls[0].fetched_at.endswith("Z")
    portal.before = [(200, {}, b"{")]
    before = out.read_bytes()
    assert CliRunner().invoke(cli, asked).exit_code == 1
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["jgrants"], "--keyword WORD --out FILE.json"),
        (["jgrants", "--keyword", "網元", "--out", "x.txt"], "ends in .json"),
        (["jgrants", "2031", "--keyword", "網元", "--out", "x.json"], "YEAR is not for jgrants"),
        (["rs"], "say which year"),
        (["rs", "2024", "--open"], "--open is not for rs"),
    ],
)
def test_what_does_not_belong_together_is_said(arguments: list[str], what: str) -> None:
    done = CliRunner().invoke(cli, ["fetch", *arguments])
    assert done.exit_code == 2 and what in done.output
