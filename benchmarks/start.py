"""Start: what `shisaku --version` and `shisaku find` take, against the bare import of what any of
them needs.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.results import Measured
from benchmarks.settings import CATALOGUE, Settings
from graph.opening import open_store
from loaders.catalogue.files import read_catalogue
from loaders.load import load

_TIMES = 9
# a small process in between starts the one that is measured: memory counts from the fork on, and
# this process is large
_MEASURED = """
import json, os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
seconds, kilobytes = used.ru_utime + used.ru_stime, used.ru_maxrss
print(json.dumps([os.waitstatus_to_exitcode(status), seconds, kilobytes / 1024]))
"""


@dataclass(frozen=True)
class Run:
    """A process that has ended."""

    seconds: float
    """processor time, its own and the system's for it"""
    megabytes: float
    """the most memory that it held"""


def start(settings: Settings) -> Iterator[Measured | str]:
    """Medians of some processes each, in turn, so that a busy moment of the machine meets all."""
    store = settings.folder / "start.lbug"
    with open_store(store) as opened:
        load(read_catalogue(CATALOGUE), opened)
    bare = "import click, ladybug"
    shisaku = [sys.executable, "-m", "shisaku"]
    commands: dict[str, list[str]] = {
        bare: [sys.executable, "-c", bare],
        "shisaku --version": [*shisaku, "--version"],
        "shisaku --help": [*shisaku, "--help"],
        "shisaku find くるみん": [*shisaku, "find", "くるみん", "--store", str(store)],
    }
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(_TIMES):
        for name, command in commands.items():
            runs[name].append(_run(command))
    medians = {name: _median(done) for name, done in runs.items()}
    yield "Processor time and the most memory of a process, from its start to its end."
    for name, median in medians.items():
        times = median.seconds / medians[bare].seconds
        room = median.megabytes / medians[bare].megabytes
        yield (
            name,
            median.seconds,
            f"{times:,.1f}×; {median.megabytes:,.0f} MB, {room:,.1f}×",
        )


def _run(command: Sequence[str]) -> Run:
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURED, *command],
        cwd=CATALOGUE.parent,
        stdout=subprocess.PIPE,
        check=True,
    )
    code, seconds, megabytes = json.loads(measured.stdout)
    if code:
        raise RuntimeError(f"{' '.join(command)} ended with {code}")
    return Run(seconds, megabytes)


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.megabytes for run in runs),
    )
