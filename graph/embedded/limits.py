"""How much memory and address space an embedded graph takes, by what is in it: LadybugDB's own
defaults are 80 % of memory and 8 TB of address space, and a pool that is too small ends a load.
"""

from __future__ import annotations

import os

LEAST = 256 << 20  # bytes of a pool for pages
BATCH = 1_000_000  # nodes and relationships that are written to the file at once
_OF_A_ROW = 1280  # bytes of the pool that a node or relationship takes until it is in the file
_OF_A_FILE = 8  # pages in memory are as much larger than in the file
# queries of which a connection keeps the plan: one takes 2 MB, most of it of the pool, which gives
# little of it back, so that more of them fill it for thousands of questions
MOST_PLANS = 16
# who are answered at once: LadybugDB has a thread a processor for all of them
MOST_READERS = min(max(4, os.cpu_count() or 1), 8)
_OF_A_PLAN = 2 << 20  # bytes of the pool that a plan takes, most of them less
_ADDRESS_SPACE = 16 << 30  # bytes
_UNKNOWN = 4 << 30  # bytes of memory, on a system that does not tell


def memory() -> int:
    """Bytes of memory of the machine."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):  # Windows has no sysconf
        return _UNKNOWN


def pool_to_build(rows: int) -> int:
    """Bytes of memory for the pages of a graph of so many nodes and relationships while it is
    built, at most half of the machine's.
    """
    return _within(LEAST + _OF_A_ROW * min(rows, 2 * BATCH), memory() // 2)


def pool_to_read(size: int) -> int:
    """Bytes of memory for the pages of a graph in a file of `size` bytes and the plans of those who
    read it, at most a quarter of the machine's; taken as pages are read and queries asked.
    """
    return _within(_OF_A_FILE * size + MOST_READERS * MOST_PLANS * _OF_A_PLAN, memory() // 4)


def address_space(size: int) -> int:
    """Bytes of address space for a file of `size` bytes or for one that is built: a power of two,
    as LadybugDB asks for.
    """
    return max(_ADDRESS_SPACE, 1 << (4 * size).bit_length())


def threads() -> int:
    """How many threads fill a graph, or answer those who read it (each query has one; with one for
    all, the least question waits until the longest is answered): as many as there are processors.
    """
    return os.cpu_count() or 1


def _within(wanted: int, most: int) -> int:
    return max(LEAST, min(wanted, most))
