"""The names under which this server answers. A page of elsewhere can have its own name point to
this machine and would then be taken for ours (DNS rebinding): only names that are ours count.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from graph.bounds import quoted
from graph.errors import ShisakuError

VARIABLE = "SHISAKU_HOST_NAMES"  # of the environment: the names of `--host-name`, with commas
_HERE = "localhost"
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")  # between two dots of a name
_LONGEST = 253  # characters of a host name


def host_names() -> frozenset[str]:
    """The names that the environment gives this server."""
    return frozenset(filter(None, os.environ.get(VARIABLE, "").split(",")))


def named(address: str) -> list[str]:
    """The name in an address to listen on, where it is one and not digits."""
    return [] if _in_digits(address) else [address]


def checked_names(names: Iterable[str]) -> list[str]:
    """The names as they are compared. Raises ShisakuError for one that is no host name (an
    address with `http://` or a port, say).
    """
    return [_checked(name.strip().lower().rstrip(".")) for name in names]


def _checked(name: str) -> str:
    if len(name) > _LONGEST or not all(map(_LABEL.fullmatch, name.split("."))):
        raise ShisakuError(
            f"{quoted(name)} is no host name",
            "shisaku serve",
            "give --host-name a name alone, without http:// and port, e.g. graph.example.go.jp",
        )
    return name


def is_ours(host: str, names: Iterable[str] = ()) -> bool:
    """Whether a Host header (name and port) names this server: `localhost`, an address in digits
    (which nobody can have point elsewhere), or one of `names`.
    """
    name = _name(host)
    return name == _HERE or name in names or _in_digits(name)


def is_of_host(origin: str, host: str) -> bool:
    """Whether an Origin header is that of a page of the host itself."""
    try:
        return urlsplit(origin).netloc.lower() == host.lower()
    except ValueError:
        return False


def _name(host: str) -> str:
    try:
        split = urlsplit(f"//{host}")
        _ = split.port
    except ValueError:
        return ""
    if split.netloc != host or split.username is not None:
        return ""
    return (split.hostname or "").rstrip(".")


def _in_digits(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
