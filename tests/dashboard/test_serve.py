"""`serve` says its address, gives way to a taken port, and ends cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from dashboard.serve import command, environment, free_port, read_settings
from graph.errors import ShisakuError, VocabularyError
from tests.commands.running import shisaku
from tests.dashboard.browsing import PATIENCE


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) != port


def test_no_port_at_all_is_an_error() -> None:
    with pytest.raises(ShisakuError, match="--port"):
        free_port(65536)


def test_it_may_listen_for_others_but_only_on_an_address_of_this_machine() -> None:
    assert {"--server.address=0.0.0.0", "--browser.serverAddress=localhost"} <= set(
        command(8501, "0.0.0.0")
    )
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port, "0.0.0.0") != port
    for address in ("192.0.2.1", "no.such.name.invalid", "a..b"):
        with pytest.raises(ShisakuError, match="is no address of this machine"):
            free_port(8501, address)


def test_streamlit_is_told_to_send_nothing_and_to_stay_on_this_machine() -> None:
    options = command(8501)
    assert {
        "--browser.gatherUsageStats=false",
        "--server.headless=true",
        "--server.address=localhost",
        "--server.port=8501",
    } <= set(options)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("server.headless: [true", "is no YAML"),
        ("server.headless: true\nserver.headless: false", "stands twice"),
        ("server: {headless: true}", "server.*give each option one value"),
    ],
)
def test_settings_that_are_none_are_refused_with_their_place(
    tmp_path: Path, text: str, what: str
) -> None:
    file = tmp_path / "settings.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=rf"settings.yaml: .*{what}"):
        read_settings(file)


def test_the_store_travels_in_the_environment() -> None:
    assert environment("some/graph")["SHISAKU_STORE"] == "some/graph"


def test_memory_is_given_back_as_the_reader_says_else_as_we_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("MALLOC_ARENA_MAX", raising=False)
    assert environment("x")["MALLOC_ARENA_MAX"] == "2"
    monkeypatch.setenv("MALLOC_ARENA_MAX", "7")
    assert environment("x")["MALLOC_ARENA_MAX"] == "7"


@pytest.fixture
def served(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """A server of its own process group, of which nothing is left afterwards; the parameter says
    what SIGINT does where it starts.
    """
    code = (
        f"import sys; from dashboard.serve import serve; sys.exit(serve({str(tmp_path / 'none')!r},"
        " 8650))"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path.cwd(),
        start_new_session=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, request.param),
    )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.communicate()


@pytest.mark.parametrize(
    ("served", "sent"),
    [
        (signal.SIG_DFL, signal.SIGINT),
        (signal.SIG_DFL, signal.SIGTERM),
        (signal.SIG_IGN, signal.SIGINT),
    ],
    ids=["Ctrl-C", "terminate", "interrupted in the background"],
    indirect=["served"],
)
def test_it_says_where_it_is_and_ends_when_told(
    served: subprocess.Popen[str], sent: signal.Signals
) -> None:
    assert served.stdout is not None
    line = served.stdout.readline()
    assert line.startswith("http://localhost:")
    port = int(line.split()[0].rpartition(":")[2])
    served.send_signal(sent)
    _, complaints = served.communicate(timeout=PATIENCE)
    assert served.returncode == 0
    assert "Traceback" not in complaints
    assert free_port(port) == port


def test_host_names_travel_in_the_environment_and_wrong_ones_are_said() -> None:
    assert environment("x", ["a.example", "b.example"])["SHISAKU_HOST_NAMES"] == (
        "a.example,b.example"
    )
    done = shisaku("serve", "--host-name", "http://a.example", "--port", "8650")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "'http://a.example' is no host name" in done.stderr and "--host-name" in done.stderr
