"""Asking the public interface of jGrants, politely: one request at a time with a pause, again where
it is busy, nothing beyond bounds, from no other host.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPException, IncompleteRead
from pathlib import Path
from typing import Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from graph.bounds import CALLS, CALLS_BYTES, quoted
from graph.errors import DocumentError
from graph.files.replace import replaced_files
from loaders.calls.keys import missing
from loaders.calls.read import PORTAL, PUBLISHER
from loaders.calls.values import code

API = "https://api.jgrants-portal.go.jp"
LIST, DETAIL = "/exp/v1/public/subsidies", "/exp/v1/public/subsidies/id/"
KEYWORD = range(2, 256)  # characters that the interface takes
_AGAIN = (408, 429, 500, 502, 503, 504)  # answers after which the same request may do
_TRIES = 5
_LONGEST_PAUSE = 60.0  # seconds, also where the host asks for more
_HTTP_LOCAL = ("localhost", "127.0.0.1", "::1")
_FILES = ("application_guidelines", "outline_of_grant", "application_form")  # whole documents
_PIECE = 2**16

Tell = Callable[[int, int], None]


@dataclass(frozen=True)
class Manners:
    """How the interface is asked."""

    base: str = API
    """The address of the host."""
    pause: float = 0.5
    """Seconds between requests."""
    back_off: float = 1.0
    """Seconds before a request is made again; twice as many each time."""
    wait: float = 30.0
    """Seconds without an answer, and for one whole answer."""
    most: int = CALLS_BYTES
    """Bytes of an answer."""
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    """What waits."""


def fetched(
    keywords: Sequence[str],
    open_only: bool,
    manners: Manners | None = None,
    tell: Tell = lambda _done, _of: None,
) -> dict[str, Any]:
    """The calls that bear one of the keywords, each once with its details, as an answer to be
    saved: {source, address, keywords, open, fetched_at, count, items}. `tell(done, of)` is called
    as details come.

    Raises DocumentError where the address or a keyword is none, the host does not answer, or
    answers otherwise than described; nothing is left half.
    """
    asked = Interface(manners or Manners())
    keys: dict[str, None] = {}
    for keyword in keywords:
        keys |= dict.fromkeys(asked.listed(keyword, open_only))
    if len(keys) > CALLS:
        _refuse(asked.manners.base, f"lists {len(keys):,} calls, more than {CALLS:,}")
    items = []
    for done, key in enumerate(keys, 1):
        items.append(asked.detail(key))
        tell(done, len(keys))
    return {
        "source": f"出典: jGrants（{PUBLISHER}） {PORTAL}",
        "address": asked.manners.base + LIST,
        "keywords": list(keywords),
        "open": open_only,
        "fetched_at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "count": len(items),
        "items": items,
    }


def save(answer: Mapping[str, Any], path: Path) -> None:
    """Writes an answer whole, or nothing. Raises DocumentError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced_files(path.parent, [path.name], DocumentError) as new:
        text = json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
        (new / path.name).write_text(text, encoding="utf-8")


class _SameHost(HTTPRedirectHandler):
    """Follows to the same host alone."""

    def redirect_request(
        self,
        req: Request,
        fp: Any,  # as urllib calls it
        code: int,
        msg: str,
        headers: Any,  # as urllib calls it
        newurl: str,
    ) -> Request | None:
        """The request at the new address, where that is one of the same host."""
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if (old.scheme, old.netloc) != (new.scheme, new.netloc):
            _refuse(req.full_url, f"sends on to another host, {quoted(new.netloc)}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Interface:
    """The interface at an address."""

    def __init__(self, manners: Manners) -> None:
        """Raises DocumentError for an address that is none: https, or http of this machine."""
        parts = urlsplit(manners.base)
        local = parts.scheme == "http" and parts.hostname in _HTTP_LOCAL
        if not parts.netloc or not (parts.scheme == "https" or local) or "@" in parts.netloc:
            raise DocumentError(
                "is no address of the interface", manners.base, f"https://…, e.g. {API}"
            )
        self.manners = manners
        self._opener = build_opener(_SameHost)
        self._asked = False

    def listed(self, keyword: str, open_only: bool) -> list[str]:
        """The keys of the calls that bear a keyword, the newest first."""
        if len(keyword) not in KEYWORD:
            raise DocumentError(
                f"{quoted(keyword)} is no keyword",
                "--keyword",
                f"{KEYWORD.start} to {KEYWORD.stop - 1} characters",
            )
        query = {
            "keyword": keyword,
            "sort": "created_date",
            "order": "DESC",
            "acceptance": "1" if open_only else "0",
        }
        where = f"{LIST}?{urlencode(query)}"
        return [self._key(where, entry) for entry in self._result(where)]

    def detail(self, key: str) -> dict[str, Any]:
        """A call with its details, without the documents that are in it."""
        where = DETAIL + quote(key, safe="")
        found = self._result(where)
        if len(found) != 1:
            _refuse(self.manners.base + where, f"answers with {len(found)} calls, not with one")
        if wanting := missing(found[0]):
            _refuse(self.manners.base + where, f"answers without {', '.join(wanting)}")
        return {name: value for name, value in found[0].items() if name not in _FILES}

    def _key(self, where: str, entry: Mapping[str, Any]) -> str:
        try:
            return code(entry.get("id"))
        except ValueError:
            _refuse(self.manners.base + where, "lists a call without an id")

    def _result(self, where: str) -> list[dict[str, Any]]:
        """The entries of the answer at an address."""
        address = self.manners.base + where
        try:
            answer = json.loads(self._asked_again(address))
        except (ValueError, RecursionError):
            _refuse(address, "answers with broken JSON")
        found = answer.get("result") if isinstance(answer, dict) else None
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            _refuse(address, "answers in another form: no list `result`")
        return found

    def _asked_again(self, address: str) -> bytes:
        """The answer; where the host is busy or the line breaks, the same request after a pause."""
        for tried in range(1, _TRIES + 1):
            if self._asked:
                self.manners.sleep(self.manners.pause)
            self._asked = True
            try:
                return self._read(address)
            except HTTPError as error:
                error.close()
                if error.code not in _AGAIN:
                    _refuse(address, f"answers {error.code}")
                why, asked = f"answers {error.code}", error.headers.get("Retry-After")
            except (URLError, HTTPException, TimeoutError, OSError) as error:
                why, asked = f"does not answer ({getattr(error, 'reason', error)})", None
            if tried < _TRIES:
                self.manners.sleep(self._pause(tried, asked))
        raise _error(address, f"{why}, {_TRIES} times")

    def _pause(self, tried: int, asked: str | None) -> float:
        """Seconds before the next try, at least as many as the host asks for."""
        own = self.manners.back_off * (1 << (tried - 1))
        wanted = float(asked) if asked and asked.isdecimal() and len(asked) < 6 else 0.0
        return min(max(own, wanted), _LONGEST_PAUSE)

    def _read(self, address: str) -> bytes:
        """An answer whole, within its time and size."""
        headers = {"Accept": "application/json", "User-Agent": "shisaku"}
        request = Request(address, headers=headers)  # noqa: S310  # the scheme is checked
        ends = time.monotonic() + self.manners.wait
        data = bytearray()
        with self._opener.open(request, timeout=self.manners.wait) as stream:
            while piece := stream.read1(_PIECE):
                data += piece
                if len(data) > self.manners.most:
                    _refuse(address, f"answers with more than {self.manners.most:,} bytes")
                if time.monotonic() > ends:
                    raise TimeoutError("too slow")
            if stream.length:  # bytes that were announced and did not come
                raise IncompleteRead(bytes(data), stream.length)
        return bytes(data)


def _error(where: str, what: str) -> DocumentError:
    return DocumentError(what, where, "nothing was written; try again later")


def _refuse(where: str, what: str) -> NoReturn:
    raise _error(where, what)
