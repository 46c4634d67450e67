"""Digests by which a load sees what changed without reading the graph.

Ids are cut into ranges: one begins at every id whose own checksum says so, so that a range stays
where it is when ids come and go. For nodes, and for each relationship type by the start's id, every
range has a digest; all of them are kept on the run's node. Where many relationships start at a
node, ranges hold fewer ids.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import pickle
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice, zip_longest
from operator import attrgetter
from typing import Any

from graph.schema.rows import GraphRows, NodeRow

NODES = ""  # the stream of nodes; the others are called like their relationship type
# on average: for a changed row its range is read from the database, for an unchanged graph every
# range is hashed
_ROWS_A_RANGE = 32


@dataclass(frozen=True)
class Digests:
    """The digests of a graph, range by range."""

    streams: Mapping[str, Mapping[str, str]]
    """Stream → the id at which a range begins → digest of what lies in it; ranges without rows are
    left out."""

    @property
    def of_all(self) -> str:
        """The digest of everything."""
        return hashlib.sha256(self._text()).hexdigest()

    def packed(self) -> bytes:
        return zlib.compress(self._text(), 1)

    def _text(self) -> bytes:
        return json.dumps(self.streams, ensure_ascii=False, separators=(",", ":")).encode()

    def differing(self, other: Digests, stream: str) -> list[tuple[str, str | None]]:
        """The ranges (from, to; None: no end) in which the two do not hold the same rows of a
        stream; overlapping ones are joined.
        """
        mine, theirs = self.streams.get(stream, {}), other.streams.get(stream, {})
        return _joined(
            sorted([*_but_for(mine, theirs), *_but_for(theirs, mine)], key=lambda span: span[0])
        )


def unpacked(packed: bytes) -> Digests:
    """What `packed` gave."""
    return Digests(json.loads(zlib.decompress(packed)))


def digests_of(rows: GraphRows) -> Digests:
    """The digests of a graph. The rows are taken as they come: another order of properties may look
    like a change, which then proves none.
    """
    ids = [node.properties["id"] for node in rows.nodes]
    sums = [zlib.crc32(node_id.encode()) for node_id in ids]

    @cache
    def begins(ids_a_range: int) -> list[str]:
        return [
            "",
            *(
                node_id
                for node_id, checksum in zip(ids, sums, strict=True)
                if checksum % ids_a_range == 0
            ),
        ]

    streams = {
        NODES: {
            begin: _digest([n.properties for n in rows.nodes[low:high]])
            for begin, low, high in _cut(ids, begins(_ROWS_A_RANGE))
        }
    }
    for name, group in groupby(rows.relationships, key=attrgetter("type")):
        of_type = list(group)
        starts = [r.start for r in of_type]
        streams[name] = {
            begin: _digest(
                [
                    starts[low:high],
                    [r.end for r in of_type[low:high]],
                    [r.properties for r in of_type[low:high]],
                ]
            )
            for begin, low, high in _cut(
                starts, begins(_ids_a_range(len(starts) / len(set(starts))))
            )
        }
    return Digests(streams)


def _ids_a_range(rows_an_id: float) -> int:
    """A power of two, so that other begins of ranges are more or fewer of the same."""
    return 1 << max(0, round(math.log2(_ROWS_A_RANGE / rows_an_id)))


def node_digest(row: NodeRow) -> int:
    """What a node's `digest` says: its properties, whatever their order, those without a value
    aside.
    """
    properties = sorted(
        (name, value) for name, value in row.properties.items() if value is not None
    )
    return int.from_bytes(hashlib.sha256(_pickled(properties)).digest()[:8], "big", signed=True)


def _pickled(value: Any) -> bytes:
    """Bytes that depend on the value alone: pickle's format is documented and fixed, and without
    its memo it does not look at identities.
    """
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.fast = True
    pickler.dump(value)
    return out.getvalue()


def _digest(value: Any) -> str:
    return hashlib.sha256(_pickled(value)).hexdigest()[:16]


def _cut(keys: Sequence[str], begins: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Cuts sorted keys into their ranges: where each begins, and the places of its keys
    (from, to).
    """
    low = 0
    while low < len(keys):
        place = bisect_right(begins, keys[low])
        high = bisect_left(keys, begins[place], low) if place < len(begins) else len(keys)
        yield begins[place - 1], low, high
        low = high


def _but_for(
    ranges: Mapping[str, str], others: Mapping[str, str]
) -> Iterator[tuple[str, str | None]]:
    """The ranges whose rows are not the others'. Each reaches to where the next one with rows
    begins.
    """
    return (
        (begin, end)
        for begin, end in zip_longest(ranges, islice(ranges, 1, None))
        if others.get(begin) != ranges[begin]
    )


def _joined(ranges: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    joined: list[tuple[str, str | None]] = []
    for low, high in ranges:
        if joined and (joined[-1][1] is None or low <= joined[-1][1]):
            last = joined[-1]
            joined[-1] = last[0], None if last[1] is None or high is None else max(last[1], high)
        else:
            joined.append((low, high))
    return joined
