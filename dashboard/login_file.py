"""The file with the settings of a login (docs/security.md), read before the dashboard starts."""

from __future__ import annotations

import stat
import tomllib
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import ShisakuError

VARIABLE = "SHISAKU_LOGIN"  # set where a login is asked for
_BACK = "/oauth2callback"  # where Streamlit awaits the provider's answer
_NEEDED = ("client_id", "client_secret", "server_metadata_url")
_SECRET = 32  # characters that sign who is logged in


def checked_settings(path: Path) -> Path:
    """The file of a login's settings (TOML, a table `auth` as Streamlit's st.login reads it), when
    all that is needed stands in it. Raises ShisakuError that says what does not.
    """
    if find_spec("authlib") is None:
        raise ShisakuError(
            "a login needs Authlib", str(path), "install it: pip install 'shisaku-graph[login]'"
        )
    try:
        text = path.read_text(encoding="utf-8")
        readable_by_others = path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH)
        auth = tomllib.loads(text).get("auth")
    except (OSError, ValueError) as error:
        raise ShisakuError(
            f"the login's settings cannot be read ({error})", str(path), "see docs/security.md"
        ) from error
    if problem := _problem(auth):
        raise ShisakuError(problem, str(path), "see docs/security.md")
    if readable_by_others:
        raise ShisakuError(
            "others on this machine can read the login's secrets", str(path), "chmod 600 it"
        )
    return path.resolve()


def _problem(auth: object) -> str | None:
    """What is wrong with the table `auth`, in a few words; None where nothing is."""
    if not isinstance(auth, dict):
        return "there is no table [auth]"
    if missing := [
        key for key in ("redirect_uri", "cookie_secret", *_NEEDED) if not _is_text(auth, key)
    ]:
        return f"[auth] lacks {', '.join(missing)}"
    if len(auth["cookie_secret"]) < _SECRET:
        return f"cookie_secret has fewer than {_SECRET} characters"
    if urlsplit(auth["redirect_uri"]).path != _BACK:
        return f"redirect_uri must be the dashboard's address with {_BACK}"
    return None


def _is_text(auth: dict[str, object], key: str) -> bool:
    return isinstance(auth.get(key), str) and bool(auth[key])
