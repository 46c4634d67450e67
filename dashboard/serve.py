"""Starts the dashboard on this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ShisakuError

APP = Path(__file__).with_name("app.py")
SETTINGS = Path(__file__).with_name("settings.yaml")
HOST = "localhost"
_TRIES = 50


def free_port(port: int) -> int:
    """The first port from `port` on that nothing listens on. Raises ShisakuError where none of fifty is free."""
    for candidate in range(port, min(port + _TRIES, 65536)):
        if not _taken(candidate):
            return candidate
    raise ShisakuError(f"ports {port} to {port + _TRIES - 1} are all taken", "shisaku serve", "name another with --port")


def _taken(port: int) -> bool:
    """Whether a server could not be had there, on any address that `localhost` stands for."""
    for family, _, _, _, where in socket.getaddrinfo(HOST, port, type=socket.SOCK_STREAM):
        with closing(socket.socket(family, socket.SOCK_STREAM)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(where)
            except OSError:
                return True
    return False


def command(port: int) -> list[str]:
    """The command that runs the application on a port."""
    settings: Mapping[str, Any] = yaml.safe_load(SETTINGS.read_text(encoding="utf-8"))
    options = [f"--{name}={str(value).lower() if isinstance(value, bool) else value}" for name, value in settings.items()]
    return [sys.executable, "-m", "streamlit", "run", str(APP), f"--server.address={HOST}", f"--server.port={port}", *options]


def environment(store: str) -> dict[str, str]:
    """The environment of the application: the store's address, and where our packages are."""
    root = str(APP.parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "SHISAKU_STORE": store, "PYTHONPATH": os.pathsep.join(paths)}


def serve(store: str, port: int) -> int:
    """Serves the graph at `store` until Ctrl-C, on `port` or the next free one, and says the address; gives the exit code.

    Raises ShisakuError where no port is free.
    """
    chosen = free_port(port)
    if chosen != port:
        print(f"port {port} is taken, using {chosen}", file=sys.stderr)
    for ending in (signal.SIGINT, signal.SIGTERM):  # SIGINT too: a job in the background is started with it ignored
        signal.signal(ending, _interrupted)
    server = subprocess.Popen(command(chosen), env=environment(store), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        if _answers(server, chosen):
            print(f"http://{HOST}:{chosen}   (Ctrl-C ends it)", flush=True)
        return server.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(server)


def _interrupted(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Waits until the application listens; False where it ended before."""
    while server.poll() is None:
        try:
            with socket.create_connection((HOST, port), timeout=1):
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
