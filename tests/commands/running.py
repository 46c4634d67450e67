"""The whole command line as a shell runs it: `main` itself, with what it prints and how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from graph.phrases.language import speak
from shisaku import main
from tests.paths import ROOT


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    returncode: int
    stdout: str
    stderr: str


def shisaku(
    *arguments: str | Path, cwd: Path = ROOT, environ: Mapping[str, str] | None = None
) -> Ran:
    """Runs it within this process, with these variables besides; any error but an ending is
    raised.
    """
    code: int | str | None = 0
    with (
        CliRunner(env=dict.fromkeys(_settings()) | (environ or {})).isolation() as (out, err, _),
        chdir(cwd),
        patch.object(sys, "argv", ["shisaku.py", *map(str, arguments)]),
        _as_main(main.__module__),  # usage names the program
    ):
        try:
            main()
        except SystemExit as ending:
            code = ending.code
        finally:
            speak("en")  # what one run speaks is no matter of the next
        sys.stdout.flush()
        sys.stderr.flush()
    assert code is None or isinstance(code, int), code
    return Ran(code or 0, out.getvalue().decode(), err.getvalue().decode())


def shisaku_process(*arguments: str | Path, cwd: Path) -> Ran:
    """Runs it as a process of its own, which takes a second to start."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "shisaku.py"), *map(str, arguments)],
        cwd=cwd,
        env={name: value for name, value in os.environ.items() if name not in _settings()}
        | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


@contextmanager
def _as_main(module: str) -> Iterator[None]:
    """Puts a module in the place of the one that was started; what is imported meanwhile stays."""
    started = sys.modules["__main__"]
    sys.modules["__main__"] = sys.modules[module]
    try:
        yield
    finally:
        sys.modules["__main__"] = started


def _settings() -> list[str]:
    """Variables that change what is asked or the language of the answer."""
    return [name for name in os.environ if name.startswith(("SHISAKU_", "LC_", "LANG"))]
