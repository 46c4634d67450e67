"""What a sheet says, live from its table: the graph holds no sentences."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from graph.errors import DocumentError
from graph.files.csv_row import row_of
from graph.files.sources import source_named
from graph.language.fold import fold
from graph.store import Store
from queries.documents import DocumentCounts, documents
from queries.overlap.statements import Statement

SOURCES_VARIABLE = "SHISAKU_SOURCES"
_SENTENCE = re.compile(r"[^。]+。?")
_SPEAKS = re.compile(
    r"類似|同種|重複|統合|統廃合|一本化|集約|役割分担|[棲す]み分け|連携|調整|整合|相乗|シナジー"
)
_LONGEST = 400  # letters that are quoted


def at_hand() -> bool:
    """Whether a folder of sources is named, so that sentences can be read from it."""
    return bool(os.environ.get(SOURCES_VARIABLE))


def quoted(
    store: Store, said: Iterable[Statement], names: Collection[str]
) -> tuple[Statement, ...]:
    """Each with the sentences that bear one of the names or speak of others, where the table is at
    hand and can be read.
    """
    known = {document.id: document for document in documents(store)}
    return tuple(replace(each, text=_text(each, known, names)) for each in said)


def _text(said: Statement, known: dict[str, DocumentCounts], names: Collection[str]) -> str | None:
    for source in said.sources:
        document = known.get(source.document)
        path = (
            source_named(document.file, document.sha256, document.text_sha256) if document else None
        )
        if said.column is None or path is None or not source.line:
            continue
        try:
            cell = row_of(path, source.line).get(said.column, "")
        except DocumentError:
            continue
        if text := _sentences(cell, names):
            return text
    return None


def _sentences(cell: str, names: Collection[str]) -> str:
    """Those of the cell that bear a name or speak of others, first those with a name; cut where
    they are long.
    """
    sentences = [each.strip() for each in _SENTENCE.findall(cell)]
    folded = {fold(name) for name in names}
    naming = [each for each in sentences if any(name in fold(each) for name in folded)]
    others = [each for each in sentences if each not in naming and _SPEAKS.search(each)]
    kept: list[str] = []
    length = 0
    for each in (*naming, *others):
        if kept and length + len(each) > _LONGEST:
            break
        kept.append(each if len(each) <= _LONGEST else _around(each, folded))
        length += len(each)
    return " ".join(sorted(kept, key=lambda each: cell.find(each[:20])))


def _around(sentence: str, folded: Collection[str]) -> str:
    """A part of a long sentence, where it first bears a name or speaks of others."""
    places = [fold(sentence).find(name) for name in folded]
    speaks = _SPEAKS.search(sentence)
    place = min(
        (place for place in (*places, speaks.start() if speaks else -1) if place >= 0), default=0
    )
    start = max(0, min(place - _LONGEST // 3, len(sentence) - _LONGEST))
    cut = sentence[start : start + _LONGEST]
    return ("…" if start else "") + cut + ("…" if start + _LONGEST < len(sentence) else "")
