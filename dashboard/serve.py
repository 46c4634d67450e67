"""Starts the dashboard on this machine."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import click

from dashboard.login_file import VARIABLE, checked_settings
from dashboard.server import hosts
from graph.errors import ShisakuError
from graph.files.yaml_file import read_yaml
from graph.phrases.phrases import say

SERVED = Path(__file__).with_name("server") / "served.py"
SETTINGS = Path(__file__).with_name("settings.yaml")
HOST = "localhost"
_TRIES = 50
# glibc's memory: it would keep what each thread gave back for that thread alone, a hundred MB
_MEMORY = {
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": str(128 << 10),
    "MALLOC_TRIM_THRESHOLD_": str(128 << 10),
}
Setting = str | int | float | bool  # what an option of Streamlit's is set to


def free_port(port: int, address: str = HOST) -> int:
    """The first port from `port` on that nothing listens on. Raises ShisakuError where none of
    fifty is free, and for an address that is not ours.
    """
    for candidate in range(port, min(port + _TRIES, 65536)):
        if not _taken(address, candidate):
            return candidate
    raise ShisakuError(
        f"ports {port} to {port + _TRIES - 1} are all taken",
        "shisaku serve",
        "name another with --port",
    )


def _taken(address: str, port: int) -> bool:
    """Whether a server could not be had there, on any of this machine's addresses that `address`
    stands for.
    """
    ours = 0
    for family, place in _addresses(address, port):
        try:
            with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(place)
        except OSError as error:
            # an address that this machine has not, as ::1 where IPv6 is off, is not taken
            if error.errno not in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                return True
        else:
            ours += 1
    if not ours:
        raise ShisakuError(
            f"{address} is no address of this machine",
            "shisaku serve",
            "name another with --address",
        )
    return False


def _addresses(address: str, port: int) -> list[tuple[int, Any]]:
    try:
        return [
            (family, place)
            for family, _, _, _, place in socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)
        ]
    except (OSError, UnicodeError):  # no such name
        return []


def read_settings(path: Path) -> dict[str, Setting]:
    """Streamlit's options by name. Raises VocabularyError for a file that does not hold them."""
    return read_yaml(path, dict[str, Setting], "give each option one value")


def command(port: int, address: str = HOST, login: Path | None = None) -> list[str]:
    """The command that runs the application on a port of an address; `login`: a file with the
    settings of the login that is asked for.
    """
    options = [
        f"--{name}={str(value).lower() if isinstance(value, bool) else value}"
        for name, value in read_settings(SETTINGS).items()
    ]
    if login:
        options.append(f"--secrets.files={login}")
    return [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(SERVED),
        f"--server.address={address}",
        f"--server.port={port}",
        *options,
    ]


def environment(store: str, names: Iterable[str] = (), login: Path | None = None) -> dict[str, str]:
    """The environment of the application: the store's address, the host names under which it
    answers, where our packages are, whether a login is asked for, and how memory is given back
    where nothing else is said.
    """
    root = str(Path(__file__).parents[1])
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {
        **_MEMORY,
        **os.environ,
        "SHISAKU_STORE": store,
        hosts.VARIABLE: ",".join(names),
        "PYTHONPATH": os.pathsep.join(paths),
        VARIABLE: str(login or ""),
    }


def serve(
    store: str,
    port: int,
    address: str = HOST,
    names: Iterable[str] = (),
    login: Path | None = None,
    ready: Callable[[str], None] | None = None,
) -> int:
    """Serves the graph at `store` until Ctrl-C, on `port` or the next free one, and says the
    address; gives the exit code.

    `address`: whom it answers; `0.0.0.0` is everyone who reaches this machine. `names`: host names
    under which it answers, besides `localhost` and addresses in digits. `login`: a file with the
    settings of the login that is asked for. `ready` is called with the address when it answers.
    Raises ShisakuError where no port is free, for an address that is not ours, for a name that is
    none, and for settings that lack something.
    """
    login = checked_settings(login) if login else None
    names = hosts.checked_names([*names, *hosts.host_names(), *hosts.named(address)])
    chosen = free_port(port, address)
    if chosen != port:
        click.echo(say("port {port} is taken, using {chosen}", port=port, chosen=chosen), err=True)
    # SIGINT too: a job in the background is started with it ignored
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _interrupted)
    server = subprocess.Popen(  # noqa: S603  our own command, and no shell
        command(chosen, address, login),
        env=environment(store, names, login),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        if _answers(server, address, chosen):
            where = f"http://{address}:{chosen}"
            click.echo(say("{where}   (Ctrl-C ends it)", where=where))
            if ready:
                ready(where)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(server)


def _interrupted(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _answers(server: subprocess.Popen[bytes], address: str, port: int) -> bool:
    """Waits until the application listens; False where it ended before."""
    while server.poll() is None:
        try:
            with socket.create_connection((address, port), timeout=1):
                return True
        except OSError:
            time.sleep(0.1)
    return False


def _end(server: subprocess.Popen[bytes]) -> None:
    """Asks the server to end, and ends it after five seconds."""
    if server.poll() is None:
        server.terminate()
        try:
            server.wait(5)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
