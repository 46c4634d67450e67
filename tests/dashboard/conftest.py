"""A dashboard on a free port with the made-up graph, and a browser to look at it with."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from streamlit.components.v2 import manifest_scanner

from dashboard.serve import command, environment, free_port
from tests.dashboard.browsing import PATIENCE
from tests.made_up.catalogue import TEXT

CHROMIUM = Path("/usr/bin/chromium")
# What of Chromium is switched off. The list stands in place of Playwright's, of which it keeps what
# opens connections or waits; the address bar of a new version is a page by itself, which costs as
# much as the page that is looked at.
WITHOUT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "Translate",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(WITHOUT)}",
]
SIZE = {"width": 1400, "height": 900}
# each worker looks for a free port among its own: a dashboard takes a second or two to listen on
# it, in which another worker would think it free, and be answered by the wrong one
_FIRST_PORT, _PORTS = 8700, 50
WATCHED = Path(__file__).with_name("watched")  # tells of calls to other machines


@pytest.fixture(scope="session")
def store(made_up_graph: Path) -> str:
    """The address of a graph that holds the made-up catalogue."""
    return str(made_up_graph)


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with the made-up document: its 400 lines say their own number."""
    folder = tmp_path_factory.mktemp("sources")
    (folder / "made_up.txt").write_text(TEXT, encoding="utf-8")
    return str(folder)


@pytest.fixture(scope="session")
def asked_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file in which the running dashboard writes down to which other machines it turns."""
    return tmp_path_factory.mktemp("watched") / "asked"


@pytest.fixture(scope="session")
def server(store: str, sources: str, asked_elsewhere: Path) -> Iterator[str]:
    """The address of a running dashboard; fails where it turned to another machine."""
    with serving(store, sources, asked_elsewhere) as address:
        yield address
    assert not asked_elsewhere.exists(), asked_elsewhere.read_text(encoding="utf-8")


def own_port() -> int:
    """A free port among those of this worker."""
    return free_port(_FIRST_PORT + _PORTS * int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:]))


@contextmanager
def serving(
    store: str,
    sources: str,
    asked_elsewhere: Path | None = None,
    port: int | None = None,
    login: Path | None = None,
) -> Iterator[str]:
    """A dashboard that runs on a graph and a folder of sources; gives its address."""
    port = port or own_port()
    told = environment(store, login=login)
    running = subprocess.Popen(
        command(port, login=login),
        env={
            **told,
            "SHISAKU_SOURCES": sources,
            "SHISAKU_WATCHED": str(asked_elsewhere or ""),
            "PYTHONPATH": os.pathsep.join([str(WATCHED), told["PYTHONPATH"]]),
        },
        stdout=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        _wait(running, f"{address}/_stcore/health")
        yield address
    finally:
        running.terminate()
        running.wait(PATIENCE)


def _wait(running: subprocess.Popen[bytes], health: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        try:
            with urlopen(health, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not come up at {health}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright; without them the test skips and says how to get
    them, under CI it fails.
    """
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("the Python package playwright is missing: pip install 'shisaku-graph[test]'")
    if not CHROMIUM.exists():
        _missing(f"{CHROMIUM} is missing: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


def _missing(what: str) -> None:
    if os.environ.get("CI") == "true":
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="session", autouse=True)
def _manifests_read_once() -> Iterator[None]:
    """Whenever AppTest runs a page, Streamlit reads the metadata of all installed packages, which
    takes longer than the page.
    """
    with pytest.MonkeyPatch.context() as patch:
        scan = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", scan)
        yield


@pytest.fixture(autouse=True)
def _main_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest leaves the page as the process's main module, which child processes of later tests
    would run.
    """
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def window(chromium: Any) -> Iterator[Any]:
    """A browser's window, which keeps what a server's pages fetch: each test opens a page of its
    own in it.
    """
    context = chromium.new_context(
        viewport=SIZE, locale="ja-JP", color_scheme="light", accept_downloads=True
    )
    context.set_default_timeout(PATIENCE * 1000)
    yield context
    context.close()


@pytest.fixture
def page(window: Any, server: str) -> Iterator[Any]:
    """A fresh page at 1400 × 900 that reaches this machine only; it fails the test where another
    host was asked for, or something that the content security policy does not allow.
    """
    asked: set[str] = set()
    barred: list[str] = []
    opened = window.new_page()
    opened.on(
        "console",
        lambda said: barred.append(said.text) if "Content Security Policy" in said.text else None,
    )
    opened.on("request", lambda request: asked.add(request.url))
    opened.on("websocket", lambda socket: asked.add(socket.url))
    yield opened
    opened.close()
    home = urlsplit(server).netloc
    others = {
        url
        for url in asked
        if urlsplit(url).scheme not in ("data", "blob", "file") and urlsplit(url).netloc != home
    }
    assert asked, "the page asked for nothing at all"
    assert not others, f"other hosts were asked: {others}"
    assert not barred, f"the content security policy barred: {barred}"
