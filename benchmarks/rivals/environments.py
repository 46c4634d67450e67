"""An environment of its own for each library, made once with pip from its pinned file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent
_FOLDER = _ROOT / "build" / "rivals"


def python_of(name: str) -> Path:
    """The interpreter of `<name>.txt`'s environment; made anew where the file has changed. Raises
    CalledProcessError where pip cannot get a package.
    """
    pinned = Path(__file__).with_name(f"{name}.txt")
    folder = _FOLDER / name
    python, mark = folder / "bin" / "python", folder / pinned.name
    if not mark.exists() or mark.read_bytes() != pinned.read_bytes():
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run(
            [
                python,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--require-hashes",
                "-r",
                pinned,
            ],
            check=True,
        )
        shutil.copy(pinned, mark)
    return python
