"""The door: each request passes it before Streamlit sees it, each answer on its way out."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from dashboard.server.headers import headers
from dashboard.server.hosts import host_names, is_of_host, is_ours

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

# what Streamlit would tell of itself, and do for programs
_CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")
_POLICY_VIOLATION = 1008  # a code of websockets


class Door:
    """Refuses a request under a name that is not ours, one that a page of elsewhere makes, and one
    for a closed address; puts our headers on every answer.
    """

    def __init__(self, app: Application) -> None:
        self._app = app
        self._names = host_names()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        host = _header(scope, b"host")
        send = _with_headers(send, host if is_ours(host, self._names) else "")
        refused = self._refused(scope, host)
        if refused is None:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await _answer(send, *refused)

    def _refused(self, scope: Scope, host: str) -> tuple[int, str] | None:
        """The status and the words of a refusal; None for a request that passes."""
        if not is_ours(host, self._names):
            return 421, "This server does not answer under this name (shisaku serve --host-name)."
        origin = _header(scope, b"origin")
        if origin and not is_of_host(origin, host):
            return 403, "Pages of other servers are not answered."
        if any(_is_below(scope["path"], closed) for closed in _CLOSED):
            return 404, "There is nothing here."
        return None


def _is_below(path: str, closed: str) -> bool:
    return path == closed or path.startswith(f"{closed}/")


def _header(scope: Scope, name: bytes) -> str:
    """The value of a header that stands once; an empty one where it does not."""
    values = [value for key, value in scope["headers"] if key == name]
    return values[0].decode("latin-1") if len(values) == 1 else ""


def _with_headers(send: Send, host: str) -> Send:
    ours = [(name.lower().encode(), value.encode()) for name, value in headers(host).items()]
    replaced = {name for name, _ in ours}

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [
                (name, value)
                for name, value in message.get("headers", ())
                if name.lower() not in replaced
            ]
            message = {**message, "headers": kept + ours}
        await send(message)

    return sent


async def _answer(send: Send, status: int, words: str) -> None:
    body = f"{words}\n".encode()
    await send(
        {
            "type": "http.response.start",
            "status": status,
            "headers": [
                (b"content-type", b"text/plain; charset=utf-8"),
                (b"content-length", str(len(body)).encode()),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})
