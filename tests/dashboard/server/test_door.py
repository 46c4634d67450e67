"""The door: under which names it answers, to whose pages, what is closed, and what every answer
bears.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import pytest

from dashboard.server.door import Door
from dashboard.server.hosts import VARIABLE, checked_names, is_ours, named
from graph.errors import ShisakuError

Headers = list[tuple[bytes, bytes]]


async def _behind(scope: Any, receive: Any, send: Any) -> None:
    """An application that says yes to everything, and bears a header that we replace."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    headers = [(b"x-frame-options", b"SAMEORIGIN"), (b"etag", b"1")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": b"yes"})


def _sent(headers: Headers, path: str = "/", kind: str = "http") -> list[MutableMapping[str, Any]]:
    """What is answered to a request."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": f"{kind}.connect" if kind == "websocket" else "http.request"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    answering: Any = Door(_behind)({"type": kind, "path": path, "headers": headers}, receive, send)
    with pytest.raises(StopIteration):  # nothing here waits; a browser's tests have a loop running
        answering.send(None)
    return sent


def _status(host: str, path: str = "/", origin: str = "") -> int:
    headers = [(b"host", host.encode("latin-1"))]
    headers += [(b"origin", origin.encode())] if origin else []
    status: int = _sent(headers, path)[0]["status"]
    return status


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8501", "LOCALHOST:1", "localhost.", "127.0.0.1:80", "[::1]:8501",
     "10.0.0.5", "graph.example.jp:8501"],
)  # fmt: skip
def test_it_answers_under_its_own_names(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "graph.example.jp,other.example")
    assert _status(host) == 200


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "localhost.evil.example", "evil.example:8501", "x@localhost",
     "localhost/x", "localhost:8501@evil.example", "127.0.0.1.evil.example", "localhost:x",
     "[::1", "example.jp", "localhost\xa0", "localhost; script-src *", "127.0.0.1, evil.example"],
)  # fmt: skip
def test_and_under_no_other(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "graph.example.jp")
    assert _status(host) == 421
    closed = _sent([(b"host", host.encode("latin-1"))], kind="websocket")
    assert [each["type"] for each in closed] == ["websocket.close"]


def test_two_host_headers_are_none() -> None:
    assert _sent([(b"host", b"localhost"), (b"host", b"localhost")])[0]["status"] == 421


def test_what_stands_in_no_header_is_put_in_none() -> None:
    policy = dict(_sent([(b"host", b"x; script-src *")])[0]["headers"])[b"content-security-policy"]
    assert b"*" not in policy
    assert b"connect-src 'self' blob:;" in policy


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("http://localhost:8501", 200),
        ("https://localhost:8501", 200),
        ("http://localhost:8502", 403),
        ("http://evil.example", 403),
        ("null", 403),
        ("http://[", 403),
    ],
)
def test_pages_of_elsewhere_are_not_answered(origin: str, status: int) -> None:
    assert _status("localhost:8501", origin=origin) == status
    headers = [(b"host", b"localhost:8501"), (b"origin", origin.encode())]
    opened = _sent(headers, kind="websocket")[0]["type"]
    assert opened == ("websocket.accept" if status == 200 else "websocket.close")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/_stcore/metrics", 404),
        ("/_stcore/agent", 404),
        ("/_stcore/agent/interact", 404),
        ("/_stcore/script-health-check", 404),
        ("/_stcore/health", 200),
        ("/_stcore/agents", 200),
    ],
)
def test_what_tells_of_the_server_is_closed(path: str, status: int) -> None:
    assert _status("localhost", path) == status


@pytest.mark.parametrize("path", ["/", "/_stcore/metrics"])
def test_every_answer_bears_the_headers_once(path: str) -> None:
    headers = _sent([(b"host", b"localhost:8501")], path)[0]["headers"]
    names = [name for name, _ in headers]
    assert len(names) == len(set(names))
    found = dict(headers)
    assert found[b"x-frame-options"] == b"DENY"
    assert found[b"x-content-type-options"] == b"nosniff"
    assert found[b"referrer-policy"] == b"no-referrer"
    assert b"camera=()" in found[b"permissions-policy"]
    policy = found[b"content-security-policy"].decode()
    allowed = {each.split()[0]: each.split()[1:] for each in policy.split("; ")}
    assert allowed["default-src"] == ["'none'"]
    assert allowed["frame-ancestors"] == ["'none'"]
    assert allowed["connect-src"] == [
        "'self'",
        "blob:",
        "ws://localhost:8501",
        "wss://localhost:8501",
    ]
    scripts = allowed["script-src"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "data:"} & set(scripts)
    assert any(each.startswith("'sha256-") for each in scripts)


def test_what_is_no_request_goes_through() -> None:
    assert _sent([], kind="lifespan")[0]["status"] == 200


def test_names_are_compared_in_small_letters_and_without_the_last_dot() -> None:
    assert checked_names([" Graph.Example.JP. ", "localhost"]) == ["graph.example.jp", "localhost"]
    assert is_ours("GRAPH.example.jp.:80", ["graph.example.jp"])


@pytest.mark.parametrize(
    "name", ["", "http://x.jp", "x.jp:80", "a..b", "*", "x y", "x,y", "a" * 64, "a." * 200 + "b"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ShisakuError, match="is no host name.*--host-name"):
        checked_names([name])


def test_an_address_to_listen_on_is_a_name_too_unless_it_is_digits() -> None:
    assert (named("0.0.0.0"), named("::1"), named("my.host")) == ([], [], ["my.host"])
