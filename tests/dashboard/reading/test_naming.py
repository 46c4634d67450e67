"""What things are called, and in which order they stand."""

from __future__ import annotations

from dashboard.reading.naming import by_number


def test_pillars_stand_in_the_order_of_their_numbers() -> None:
    assert sorted(["（１０）再生", "（２）立地", "（１）転換"], key=by_number) == [
        "（１）転換",
        "（２）立地",
        "（１０）再生",
    ]
    assert sorted(["６．GX", "１．設備"], key=by_number) == ["１．設備", "６．GX"]
