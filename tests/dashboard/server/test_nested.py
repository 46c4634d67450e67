"""An address below a page leads to the page that says that it is none."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest

from dashboard.server.nested import NoPageBelow


def _sent(path: str, query: bytes = b"", kind: bytes = b"text/html") -> list[Any]:
    sent: list[Any] = []

    async def index(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"content-type", kind)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"<html>", "more_body": True})
        await send({"type": "http.response.body", "body": b"</html>"})

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "http", "path": path, "query_string": query}
    answering: Any = NoPageBelow(index)(scope, receive, send)
    with pytest.raises(StopIteration):
        answering.send(None)
    return sent


@pytest.mark.parametrize("path", ["/a/b", "/overview/x/y", "/a/b/", "/重なり/<b>"])
def test_a_page_below_a_page_leads_to_the_one_that_says_so(path: str) -> None:
    start, body = _sent(path, b"lang=en&id=x")
    assert start["status"] == 302 and body["body"] == b""
    to = urlsplit(urljoin(f"http://here{path}", dict(start["headers"])[b"location"].decode()))
    assert to.path == "/absent"
    assert parse_qs(to.query) == {"asked": [path.strip("/")], "lang": ["en"]}


@pytest.mark.parametrize("path", ["/", "/overview", "/overview/"])
def test_pages_are_let_through(path: str) -> None:
    assert b"".join(message.get("body", b"") for message in _sent(path)) == b"<html></html>"


def test_files_below_a_folder_are_let_through() -> None:
    assert _sent("/static/js/x.js", kind=b"text/javascript")[0]["status"] == 200
