"""Work that makes a million objects and keeps them, done without looking for garbage among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Inside, no garbage is looked for: where all that is made is kept to the end, looking again
    and again would be a tenth of an extraction and a third of a load.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()
