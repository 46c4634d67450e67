"""`python -m benchmarks`: measures every part, or those named with --only, and writes their
sections of RESULTS.md.
"""

from __future__ import annotations

import argparse
import os
import signal
import tempfile
from functools import partial
from pathlib import Path

from benchmarks.parts import PARTS
from benchmarks.results import RESULTS, put, section
from benchmarks.settings import Settings


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--only",
        nargs="+",
        choices=PARTS,
        default=list(PARTS),
        metavar="PART",
        help=f"of {', '.join(PARTS)}; the sections of the others stay",
    )
    parser.add_argument(
        "--sources",
        type=Path,
        default=Path(os.environ.get("SHISAKU_SOURCES", "../shared/seeds")),
        help="folder of the source documents",
    )
    parser.add_argument(
        "--size",
        type=int,
        default=100_000,
        help="how many measures, companies … generated inputs hold (default 100,000)",
    )
    parser.add_argument(
        "--minutes", type=float, default=10.0, help="how long the soak goes on (default 10)"
    )
    parser.add_argument(
        "--dry", action="store_true", help="print the figures, leave RESULTS.md as it is"
    )
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, _ended)
    for name in options.only:
        part = PARTS[name]
        print(f"\n{part.title}", flush=True)
        with tempfile.TemporaryDirectory(prefix="shisaku-bench-") as folder:
            settings = Settings(options.sources, Path(folder), options.size, options.minutes)
            write = (
                None
                if options.dry
                else partial(put, [other.title for other in PARTS.values()], part.title)
            )
            if section(part.figures(settings), write) and not options.dry:
                print(f"written to {RESULTS.name}")


def _ended(number: int, _: object) -> None:
    """A run that is told to end takes its servers, processes and files with it."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    main()
