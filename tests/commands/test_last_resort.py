"""Whatever goes wrong ends in one line that says what to do, or quietly where nobody listens."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from commands.last_resort import in_one_line
from commands.plain_text import PlainText
from graph.bounds import MESSAGE
from graph.errors import StoreError
from tests.paths import ROOT


def run(command: str, *, text: str = "", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command line in a shell, in which $S is the program."""
    return subprocess.run(
        ["sh", "-c", command],
        cwd=ROOT,
        env={**os.environ, "S": f"{sys.executable} -m shisaku", **environment},
        input=text.encode(),
        capture_output=True,
        check=False,
        timeout=300,
    )


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_text("試しの行\n" * 20_000, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StoreError("is gone", "x.lbug", "load it"), "x.lbug: is gone — load it"),
        (OSError(28, "No space left on device"), "No space left on device — check the path"),
        (PermissionError(13, "Permission denied", "/x"), "/x: Permission denied — check"),
        (MemoryError(), "memory ran out — ask for less"),
        (RecursionError(), "too deep in one another"),
        (
            UnicodeEncodeError("cp932", "a\U0001f600", 1, 2, ""),
            "(cp932) lacks a character (U+1F600)",
        ),
        (UnicodeDecodeError("utf-8", b"\xff", 0, 1, ""), "is not utf-8 — save it as UTF-8"),
        (ValueError("two\nlines"), "ValueError: two lines — a fault of this program"),
        (KeyError(), "KeyError — a fault of this program"),
        (ValueError("x" * 10**6), "ValueError: xxx"),
    ],
)
def test_an_error_is_one_bounded_line_that_says_what_to_do(error: Exception, said: str) -> None:
    line = in_one_line(error)
    assert said in line and "\n" not in line and len(line) <= MESSAGE


@pytest.mark.processes
def test_a_full_disk_is_said_in_one_line(document: Path) -> None:
    for command in (f"$S text {document} > /dev/full", "$S --help > /dev/full"):
        done = run(command)
        assert done.returncode == 1
        assert done.stderr.decode() == (
            "shisaku: No space left on device — check the path, its rights and the space left\n"
        )


@pytest.mark.processes
def test_what_cannot_be_said_is_not_said(document: Path, tmp_path: Path) -> None:
    assert run(f"$S text {document} > /dev/full 2> /dev/full").returncode == 1
    for closed in (">&-", "2>&-", "<&-", ">&- 2>&-"):
        done = run(f"$S text {tmp_path}/none.txt {closed}")
        assert done.returncode in (1, 2) and b"Traceback" not in done.stderr + done.stdout
    assert run(f"$S text {document} >&-").stderr == b""


@pytest.mark.processes
def test_a_reader_that_goes_away_ends_it_without_a_word(document: Path) -> None:
    done = run(f"$S text {document} | head -1")
    assert (done.stdout.decode(), done.stderr) == ("試しの行\n", b"")


@pytest.mark.processes
@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "ascii:strict", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "latin-1"},
        {"PYTHONIOENCODING": "cp932"},
        {"PYTHONIOENCODING": "utf-16"},
    ],
)
def test_every_encoding_gives_the_text_or_one_line(
    document: Path, settings: dict[str, str]
) -> None:
    done = run(f"$S text {document}", **settings)
    if done.returncode:
        said = done.stderr.decode("ascii")
        assert said.startswith("shisaku: ") and "set PYTHONIOENCODING=utf-8" in said
        assert said.count("\n") == 1
    else:
        assert done.stderr == b"" and len(done.stdout) > 80_000
    refused = run(f"$S text {document.parent}/無い.txt", **settings)
    assert refused.returncode == 2 and b"Traceback" not in refused.stderr


_INTERRUPTED = """
import os, signal, sys
import click, shisaku
signal.signal(signal.SIGINT, signal.default_int_handler)
@click.command("text")
@click.argument("path")
def ended(path):
    print("begun")
    os.kill(os.getpid(), getattr(signal, path))
    signal.pause()
shisaku.cli.get_command = lambda *_: ended
shisaku.main()
"""


@pytest.mark.processes
@pytest.mark.parametrize(("ending", "code"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_an_interrupt_is_quiet(ending: str, code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED, "text", ending],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=300,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (code, b"begun\n", b"")


def test_a_terminal_gets_no_control_characters_and_json_stays_what_it_is() -> None:
    out = io.StringIO()
    stream = PlainText(out)
    stream.write("青\t\x1b[31m赤\x9b2J\x07\r\x7f\u202e\u2066\n")
    assert out.getvalue() == "青\t\\u001b[31m赤\\u009b2J\\u0007\\u000d\\u007f\\u202e\\u2066\n"
    stream.write("試しの行　Ａ–①")
    assert out.getvalue().endswith("試しの行　Ａ–①")
    assert stream.getvalue() == out.getvalue()


def _interrupted_import(folder: Path, *how: str, sent: signal.Handlers) -> tuple[int, str]:
    """How a program ends that gets a Ctrl-C while the first package is imported."""
    (folder / "click.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, *how],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        preexec_fn=partial(signal.signal, signal.SIGINT, sent),
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.processes
def test_an_interrupt_is_quiet_before_anything_has_begun(tmp_path: Path) -> None:
    for how in (["-m", "shisaku", "find", "x"], ["shisaku.py", "--help"]):
        assert _interrupted_import(tmp_path, *how, sent=signal.SIG_DFL) == (130, "")


@pytest.mark.processes
def test_in_the_background_there_is_no_interrupt(tmp_path: Path) -> None:
    code, said = _interrupted_import(tmp_path, "-m", "shisaku", sent=signal.SIG_IGN)
    assert code == 1 and "click" in said  # which is an empty one


@pytest.mark.processes
def test_a_program_that_imports_us_keeps_its_own_answer(tmp_path: Path) -> None:
    _, said = _interrupted_import(tmp_path, "-c", "import shisaku", sent=signal.SIG_DFL)
    assert "KeyboardInterrupt" in said
