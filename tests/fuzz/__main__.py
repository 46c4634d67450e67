"""`python -m tests.fuzz [DOOR …] [--seconds N]`: tries each door with new inputs for so long. The
smallest input that ends badly is printed; what was mended goes into found.yaml, for good.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.targets import DOORS, Door

SECONDS = 300
_ROUND = 100  # inputs of one seed


def tried(door: Door, seconds: float) -> int:
    """Tries the door for so long; gives the number of inputs. Raises what an input does that none
    may do, with the smallest such input in its notes.
    """
    count, end = 0, time.monotonic() + seconds

    def take(given_input: object) -> None:
        nonlocal count
        count += 1
        door.take(given_input)

    while time.monotonic() < end:
        once = settings(
            max_examples=_ROUND,
            deadline=None,
            database=None,
            derandomize=False,
            phases=[Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        )(given(door.given)(take))
        seed(random.getrandbits(64))(once)()
    return count


def main(arguments: list[str] | None = None) -> int:
    """Tries the doors; gives 1 where one failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("doors", nargs="*", metavar="DOOR", help=", ".join(DOORS))
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for each door")
    options = parser.parse_args(arguments)
    if unknown := sorted(set(options.doors) - set(DOORS)):
        parser.error(f"no such door: {', '.join(unknown)} (there are {', '.join(DOORS)})")
    failed = 0
    for name in options.doors or DOORS:
        try:
            count = tried(DOORS[name], options.seconds)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt | SystemExit):
                raise
            failed += 1
            print(f"{name}: FAILED")
            traceback.print_exc()
        else:
            print(f"{name}: {count:,} inputs in {options.seconds:g} s, each read or refused")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
