"""How much an embedded graph may take: one of a few thousand nodes needs far less, and LadybugDB's
own defaults are 80 % of memory and 8 TB of address space.
"""

from __future__ import annotations

BUFFER = 256 << 20  # bytes of memory for pages
ADDRESS_SPACE = 16 << 30  # bytes
