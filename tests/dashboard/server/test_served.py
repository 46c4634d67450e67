"""The running server: a page of elsewhere gets nothing, and nothing is asked of other machines."""

from __future__ import annotations

import http.client
import sys
from pathlib import Path
from subprocess import run
from urllib.parse import urlsplit

import pytest

from tests.dashboard.conftest import WATCHED

pytestmark = pytest.mark.browser  # shares the server of the browser's tests


def _asked(server: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


def test_a_socket_of_another_page_is_refused_and_no_service_asked_who_we_are(
    server: str, asked_elsewhere: Path
) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
    }
    path = "/_stcore/stream"
    assert _asked(server, path, **upgrade, Origin="http://evil.example").status == 403
    assert _asked(server, path, **upgrade, Host="evil.example").status == 403
    assert _asked(server, path, **upgrade, Origin=server).status == 101
    assert _asked(server, "/_stcore/health", Origin="http://evil.example").status == 403
    assert not asked_elsewhere.exists()


@pytest.mark.parametrize("path", ["/", "/bonus", "/static/none.js", "/_stcore/host-config"])
def test_every_answer_bears_the_policy(server: str, path: str) -> None:
    answer = _asked(server, path)
    assert "default-src 'none'" in (answer.getheader("Content-Security-Policy") or "")
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Access-Control-Allow-Origin") is None


def test_the_watch_sees_what_it_is_there_for(tmp_path: Path) -> None:
    told = {"SHISAKU_WATCHED": str(tmp_path / "asked"), "PYTHONPATH": str(WATCHED)}
    call = "import socket; socket.getaddrinfo({!r}, 80)"
    for host in ("localhost", "no.such.name.invalid"):
        run([sys.executable, "-c", call.format(host)], env=told, capture_output=True, check=False)
    assert (tmp_path / "asked").read_text(encoding="utf-8").split()[-1] == "no.such.name.invalid"
    assert len((tmp_path / "asked").read_text(encoding="utf-8").splitlines()) == 1
