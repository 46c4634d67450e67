"""Writes down to which machines a process turns, this one apart: found by Python where this folder
is in PYTHONPATH, and at work where SHISAKU_WATCHED names a file.
"""

import os
import sys
from pathlib import Path
from typing import Any

_HERE = ("localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "", None)
_FILE = os.environ.get("SHISAKU_WATCHED", "")


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        host = arguments[0]
    else:
        return
    if host not in _HERE:
        with Path(_FILE).open("a", encoding="utf-8") as file:
            file.write(f"{event} {host}\n")


if _FILE:
    sys.addaudithook(_watch)
