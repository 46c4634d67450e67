"""The text of a PDF, taken out in a process of its own: a small file can ask for more memory or
time than there is, or end the process that reads it.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

from graph.bounds import PDF_MEMORY, PDF_SECONDS
from graph.errors import DocumentError

_ROOT = str(Path(__file__).parents[2])
_CHILD = (
    "import sys; sys.path[:] = {path!r};"
    " from loaders.text.pdf_apart import answer; answer({memory}, {seconds})"
)
_REFUSED = 3  # what the child leaves with where it says what is wrong
_PATIENCE = 5  # times as many seconds as of the processor, where others use it too
_SAVE = "give a PDF of one document, or save it anew"


def pdf_text_apart(data: bytes, where: str) -> str:
    """The text of all pages as `loaders.text.pdf.pdf_text` gives it.

    Raises DocumentError as that does, and for a PDF that takes more than PDF_MEMORY bytes or
    PDF_SECONDS seconds, or ends its reader.
    """
    told = _CHILD.format(path=[_ROOT, *sys.path], memory=PDF_MEMORY, seconds=PDF_SECONDS)
    child = [sys.executable, "-I", "-S", "-c", told]
    try:
        done = subprocess.run(  # noqa: S603  our own command, and no shell
            child,
            input=data,
            capture_output=True,
            timeout=_PATIENCE * PDF_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(where) from error
    if done.returncode == 0:
        return done.stdout.decode()
    if done.returncode == _REFUSED:
        what, todo = json.loads(done.stdout)
        raise DocumentError(what, where, todo)
    if done.returncode == -signal.SIGXCPU:
        raise _too_slow(where)
    raise DocumentError(
        f"the PDF needs more memory than {PDF_MEMORY >> 20:,} MiB, or ends its reader", where, _SAVE
    )


def _too_slow(where: str) -> DocumentError:
    return DocumentError(f"the PDF takes more than {PDF_SECONDS} seconds to read", where, _SAVE)


def answer(memory: int, seconds: int) -> None:
    """What the child does: the PDF from stdin, its text to stdout, or what is wrong with it, within
    so many bytes and seconds of the processor.
    """
    _limit(memory, seconds)
    from loaders.text.pdf import pdf_text  # of no use to who asks

    try:
        text = pdf_text(sys.stdin.buffer.read(), "")
    except DocumentError as error:
        sys.stdout.write(json.dumps([error.what, error.todo]))
        sys.exit(_REFUSED)
    sys.stdout.buffer.write(text.encode())


def _limit(memory: int, seconds: int) -> None:
    """Confines this process to that memory and time, where the system can."""
    try:
        import resource
    except ImportError:  # Windows has none: the time limit of who asks remains
        return
    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))
