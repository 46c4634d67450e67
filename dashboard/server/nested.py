"""Addresses below a page (`/overlap/x`), which are none: Streamlit answers them with its index
page, which then looks for the server below itself, in vain and without end.
"""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

from dashboard.server.door import Application, Message, Receive, Scope, Send

ABSENT = "absent"  # no page is called so
ASKED = "asked"  # of the address: what was asked for
_LONGEST = 200  # characters of a path that are said again


class NoPageBelow:
    """Sends whoever asks for such an address to the one that says that it is none."""

    def __init__(self, app: Application) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "/" not in scope["path"].strip("/"):
            await self._app(scope, receive, send)
            return
        instead = False

        async def sent(message: Message) -> None:
            nonlocal instead
            if message["type"] == "http.response.start" and _is_page(message):
                instead = True
                await send(_elsewhere(scope["path"], scope["query_string"]))
            elif not instead:
                await send(message)
            elif not message.get("more_body"):
                await send({"type": "http.response.body", "body": b""})

        await self._app(scope, receive, sent)


def _is_page(message: Message) -> bool:
    """Whether an answer is Streamlit's index page: below a page no other is HTML."""
    kinds = [value for name, value in message.get("headers", ()) if name.lower() == b"content-type"]
    return message["status"] == 200 and any(kind.startswith(b"text/html") for kind in kinds)


def _elsewhere(path: str, query: bytes) -> Message:
    """Relative, for a server in front may show us below a path of its own."""
    language = parse_qs(query.decode("latin-1")).get("lang", [])[:1]
    said = {ASKED: path.strip("/")[:_LONGEST], "lang": language}
    up = "../" * path.lstrip("/").count("/")
    where = f"{up}{ABSENT}?{urlencode(said, doseq=True)}"
    return {
        "type": "http.response.start",
        "status": 302,
        "headers": [(b"location", where.encode("ascii")), (b"content-length", b"0")],
    }
