"""Where a login is asked for, no page is shown without it, and who is logged in has a name."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from dashboard.login_file import checked_settings
from dashboard.serve import command, environment
from graph.errors import ShisakuError
from graph.opening import open_store
from loaders.load import load
from tests.dashboard.browsing import expect, go
from tests.dashboard.conftest import own_port, serving
from tests.dashboard.login_provider import CLIENT, PERSON, provider
from tests.made_up import overlaps as made_up_overlaps
from tests.made_up.catalogue import SALES

SETTINGS = """[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secret}"
client_id = "{client}"
client_secret = "a secret of the tests"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
"""
SECRET = "0123456789abcdef0123456789abcdef"


def written(folder: Path, text: str) -> Path:
    path = folder / "login.toml"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o600)
    return path


def settings(address: str = "http://localhost:8501", issuer: str = "http://localhost:1") -> str:
    return SETTINGS.format(address=address, issuer=issuer, secret=SECRET, client=CLIENT)


def test_settings_that_hold_all_are_given_to_streamlit(tmp_path: Path) -> None:
    path = written(tmp_path, settings())
    assert checked_settings(path) == path
    assert f"--secrets.files={path}" in command(8501, login=path)
    assert environment("x", login=path)["SHISAKU_LOGIN"] and not environment("x")["SHISAKU_LOGIN"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", r"no table \[auth\]"),
        ("auth = 1", r"no table \[auth\]"),
        ("[auth", "cannot be read"),
        (settings().replace("client_id", "client"), "lacks client_id"),
        (settings().replace(f'"{CLIENT}"', "5"), "lacks client_id"),
        (settings().replace(SECRET, "short"), "fewer than 32"),
        (settings().replace("/oauth2callback", "/"), "with /oauth2callback"),
    ],
)
def test_settings_that_lack_something_are_refused(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(ShisakuError, match=what):
        checked_settings(written(tmp_path, text))


def test_secrets_that_others_can_read_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, settings())
    path.chmod(0o644)
    with pytest.raises(ShisakuError, match="chmod 600"):
        checked_settings(path)


@pytest.mark.browser
@pytest.mark.server
def test_pages_are_shown_to_who_is_logged_in_alone(
    chromium: Any, sources: str, tmp_path: Path
) -> None:
    with open_store(tmp_path / "graph.lbug") as opened:
        load(made_up_overlaps.catalogue(), opened)
    port = own_port()
    with provider(port + 1) as issuer:
        file = written(tmp_path, settings(f"http://localhost:{port}", issuer))
        with serving(str(tmp_path / "graph.lbug"), sources, port=port, login=file) as server:
            page = chromium.new_context(locale="ja-JP").new_page()
            go(page, server, "overlap?lang=ja")
            expect(page.get_by_role("button", name="ログイン")).to_be_visible()
            expect(page.locator("[data-testid=stMain] table, .picture")).to_have_count(0)
            page.get_by_role("button", name="ログイン").click()
            expect(page.get_by_role("button", name="ログアウト")).to_be_visible()
            pair = urlencode({"pair": [SALES, made_up_overlaps.FAIR]}, doseq=True)
            go(page, server, f"overlap?lang=ja&{pair}")
            expect(page.get_by_role("textbox", name="お名前")).to_have_value(PERSON["name"])
            page.get_by_role("button", name="ログアウト").click()
            expect(page.get_by_role("button", name="ログイン")).to_be_visible()
            page.context.close()
