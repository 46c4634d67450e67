"""Amounts as plain records, for JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from queries.bonus.yen.worked import Amount, Worked

Record = dict[str, Any]


def amount_records(amounts: Iterable[Amount]) -> list[Record]:
    """[{kind, measure, title, frame, band, size_class, without, now, ways: [{by, rule, worked}]}],
    each sum {steps: [{kind, by, share, yen, years, sources}], yen, needs}; yen null where something
    is needed, `gain` what `now` is more than `without`.
    """
    return [
        {
            "kind": amount.kind,
            "measure": amount.measure,
            "title": amount.title,
            "frame": amount.frame,
            "band": amount.band,
            "size_class": amount.size_class,
            "without": _worked(amount.without),
            "now": _worked(amount.now),
            "gain": amount.gain,
            "ways": [
                {"by": way.by, "rule": way.rule, "worked": _worked(way.worked)}
                for way in amount.ways
            ],
        }
        for amount in amounts
    ]


def _worked(worked: Worked | None) -> Record | None:
    if worked is None:
        return None
    return {
        "steps": [
            asdict(step) | {"share": None if step.share is None else round(float(step.share), 6)}
            for step in worked.steps
        ],
        "yen": worked.yen,
        "needs": list(worked.needs),
    }
