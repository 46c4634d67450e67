"""The answers of README.ja.md: those of README.md, line for line, in Japanese.
`SHISAKU_STORE=… python -m docs.readme_in_japanese` writes them, and the table of figures; the
commands are run twice, and of the Japanese answer the lines are taken that README.md has in
English.
"""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

from docs.reading_figures import figures, in_japanese, with_table

ROOT = Path(__file__).parent.parent
ENGLISH, JAPANESE = ROOT / "README.md", ROOT / "README.ja.md"
_TOLD = re.compile(r"```\n\$ \.venv/bin/shisaku (.*?)\n(.*?)\n```", re.DOTALL)
_NOTEBOOK = re.compile(r"```python\n.*?```", re.DOTALL)


def answered(command: str, language: str) -> list[str]:
    """The lines that a command prints. Raises CalledProcessError where it fails."""
    run = subprocess.run(  # noqa: S603  # the commands that README.md shows
        [sys.executable, "-m", "shisaku", "--lang", language, *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.splitlines()


def in_japanese_too(english: str) -> list[str]:
    """Each command of README.md with the lines of its answer in Japanese. Raises ValueError for a
    line of README.md that the command does not print.
    """
    blocks = []
    for command, answer in _TOLD.findall(english):
        lines, others = answered(command, "en"), answered(command, "ja")
        left = list(range(len(lines)))
        chosen = []
        for line in answer.splitlines():
            place = next((at for at in left if lines[at] == line), None)
            if place is None:
                raise ValueError(f"README.md: `{command}` does not print this line now: {line}")
            left = [at for at in left if at != place] + [place]  # what stands twice, its own first
            chosen.append(others[place])
        blocks.append("\n".join(["```", f"$ .venv/bin/shisaku {command}", *chosen, "```"]))
    return blocks


def written(japanese: str, english: str) -> str:
    """README.ja.md with the answers, the notebook and the figures of README.md."""
    blocks = iter([*in_japanese_too(english)])
    text = _TOLD.sub(lambda _: next(blocks), japanese)
    text = _NOTEBOOK.sub(lambda _: _NOTEBOOK.findall(english)[0], text)
    return with_table(text, in_japanese(figures()), language="ja")


if __name__ == "__main__":
    JAPANESE.write_text(
        written(JAPANESE.read_text(encoding="utf-8"), ENGLISH.read_text(encoding="utf-8")),
        encoding="utf-8",
    )
