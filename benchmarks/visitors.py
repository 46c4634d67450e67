"""Visitors of the dashboard without a browser: each speaks to the server as Streamlit's pages do,
over a socket of its own, and counts a view as shown when the server has sent all of it.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from dashboard.serve import command, environment, free_port

_PORT = 8990
_PATIENCE = 120.0  # seconds until a view counts as never shown
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class View:
    """A page at an address."""

    page: str
    """its name"""
    query: str = ""
    """what stands after the question mark"""


@dataclass
class Seen:
    """What visitors have seen; more is added with +=."""

    seconds: dict[View, list[float]] = field(default_factory=dict)
    """how long each view took, by what it was"""
    failed: list[str] = field(default_factory=list)
    """what went wrong"""

    def __iadd__(self, other: Seen) -> Seen:
        for view, times in other.seconds.items():
            self.seconds.setdefault(view, []).extend(times)
        self.failed += other.failed
        return self

    @property
    def all(self) -> list[float]:
        """All times, sorted."""
        return sorted(each for times in self.seconds.values() for each in times)


@dataclass(frozen=True)
class Dashboard:
    """A dashboard that runs."""

    process: int
    """its process"""
    port: int
    """where it listens"""

    @property
    def megabytes(self) -> float:
        """The memory that it holds now."""
        lines = Path(f"/proc/{self.process}/status").read_text(encoding="ascii").splitlines()
        [kilobytes] = [line.split()[1] for line in lines if line.startswith("VmRSS")]
        return int(kilobytes) / 1024

    @property
    def processor_seconds(self) -> float:
        """The processor time that it has taken, its own and the system's for it."""
        after = Path(f"/proc/{self.process}/stat").read_text(encoding="ascii").rpartition(")")[2]
        own, system = after.split()[11:13]
        return (int(own) + int(system)) / _TICK


@contextmanager
def dashboard(store: str) -> Iterator[Dashboard]:
    """A dashboard on a graph, ended afterwards. Raises RuntimeError where it does not come up."""
    port = free_port(_PORT)
    running = subprocess.Popen(
        command(port), env=environment(store), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    )
    try:
        asyncio.run(_listening(port))
        yield Dashboard(running.pid, port)
    finally:
        running.terminate()
        running.wait()


async def _listening(port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            _, writer = await asyncio.open_connection("localhost", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise RuntimeError(f"no dashboard came up on port {port}")


def visits(port: int, walks: Sequence[Sequence[View]], pause: float = 0.0) -> Seen:
    """What visitors see who go through their walks at the same time, each with `pause` seconds
    after every view.
    """
    return asyncio.run(_all(port, walks, pause))


async def _all(port: int, walks: Sequence[Sequence[View]], pause: float) -> Seen:
    seen = Seen()
    await asyncio.gather(*(_visitor(port, walk, pause, seen) for walk in walks))
    return seen


async def _visitor(port: int, walk: Sequence[View], pause: float, seen: Seen) -> None:
    home = f"localhost:{port}"
    try:
        async with connect(
            f"ws://{home}/_stcore/stream",
            origin=Origin(f"http://{home}"),
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
        ) as socket:
            for view in walk:
                begun = time.perf_counter()
                await asyncio.wait_for(_shown(socket, view), _PATIENCE)
                seen.seconds.setdefault(view, []).append(time.perf_counter() - begun)
                await asyncio.sleep(pause)
    except (OSError, RuntimeError, TimeoutError) as error:
        seen.failed.append(f"{type(error).__name__}: {error}")


async def _shown(socket: ClientConnection, view: View) -> None:
    asked = BackMsg()
    asked.rerun_script.page_name = view.page
    asked.rerun_script.query_string = view.query
    await socket.send(asked.SerializeToString())
    while True:
        told = ForwardMsg.FromString(await socket.recv(decode=False))
        kind = told.WhichOneof("type")
        if kind == "delta" and told.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(f"{view}: {told.delta.new_element.exception.message}")
        if kind == "script_finished" and told.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return
