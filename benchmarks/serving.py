"""A dashboard or a rival's page, served while it is measured."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen


@contextmanager
def served(
    command: Sequence[str | Path], environment: Mapping[str, str], address: str, patience: float
) -> Iterator[str]:
    """The address (http://host:port) once the Streamlit server of the command answers there, or
    after so many seconds.
    """
    server = subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL)
    try:
        until = time.monotonic() + patience
        while time.monotonic() < until:
            try:
                urlopen(f"{address}/_stcore/health", timeout=2).close()
                break
            except (URLError, OSError):
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(10)
