"""Memory under load is told as flat or as grown."""

from __future__ import annotations

import pytest

from benchmarks.soak import grown


@pytest.mark.parametrize(
    ("held", "said", "flat"),
    [
        ([670.0, 780.0, 880.0, 988.0], "780 → 988 MB, 1.27×", False),
        ([600.0, 700.0, 710.0, 720.0], "700 → 720 MB, 1.03×", True),
        ([600.0, 700.0, 690.0], "700 → 690 MB, 0.99×", True),
        ([600.0], "600 → 600 MB, 1.00×", True),
    ],
)
def test_memory_at_the_end_is_told_beside_that_of_half_way(
    held: list[float], said: str, flat: bool
) -> None:
    what, taken, told = grown(held)
    assert (what, taken) == ("memory, half-way and at the end", None)
    assert told.startswith(said)
    assert told.endswith("aim missed") is not flat
