"""What is looked for as an example where nobody has said what to look for."""

from __future__ import annotations

EXAMPLES = (
    "くるみん",
    "えるぼし",
    "DX認定",
    "JETRO",
    "賃上げ",
)  # the first that the graph holds counts
