"""Documents, the appearances of measures in them, and policy items."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from loaders.catalogue.records import Appearance, Document, Item, Record
from loaders.rows.collecting import Collector
from loaders.rows.references import References

_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)


def add_documents(collector: Collector, references: References) -> None:
    """Every document, appearance and policy item, and where each is found."""
    for document in references.catalogue.documents:
        _add_document(collector, document)
    for appearance in references.catalogue.appearances:
        _add_appearance(collector, references, appearance)
    for item in references.catalogue.items:
        _add_item(collector, references, item)
    for item in references.catalogue.items:
        for earlier in item.continues:
            collector.relationship(
                "CONTINUES",
                collector.id_of("PolicyItem", item.id),
                collector.id_of(
                    "PolicyItem", references.item(earlier, f"items.jsonl {item.id}").id
                ),
            )


def _add_document(collector: Collector, document: Document) -> None:
    collector.node(
        "Document",
        document.id,
        document.title,
        known_as=[document.id],
        title=document.title,
        publisher=document.publisher,
        date=document.date,
        url=document.url,
        file=document.file,
        sha256=document.sha256,
        text_sha256=document.text_sha256,
        line_count=document.lines,
        states=as_json(document.states),
        found=as_json(document.found),
        terms_of_use=document.terms_of_use,
        refused=as_json([one.model_dump() for one in document.refused]),
        page_starts=as_json([one.model_dump() for one in document.page_starts]),
        mended=as_json([one.model_dump() for one in document.mended]),
    )


def _add_appearance(collector: Collector, references: References, appearance: Appearance) -> None:
    where = f"appearances.jsonl {appearance.id}"
    document = references.document(appearance.document, where)
    references.measure(appearance.measure, where)
    node = collector.node(
        "Appearance",
        appearance.id,
        appearance.title,
        **_facts_shown(collector, appearance),
        field_lines=as_json(appearance.lines),
    )
    collector.relationship(
        "FOUND_IN",
        node,
        collector.id_of("Document", document.id),
        line_start=appearance.line_start,
        line_end=appearance.line_end,
    )


def _facts_shown(collector: Collector, appearance: Appearance) -> dict[str, Any]:
    """The fields that the declaration keeps on the node itself: lists of records as JSON."""
    return {
        declared.name: (_records_as_json(value) if declared.type == "json" else value)
        for declared in collector.properties("Appearance")
        if (value := getattr(appearance, declared.name, None)) is not None
    }


def _add_item(collector: Collector, references: References, item: Item) -> None:
    where = f"items.jsonl {item.id}"
    document = references.document(item.document, where)
    node = collector.node(
        "PolicyItem",
        item.id,
        item.title,
        title=item.title,
        item_no=item.item_no,
        column_name=item.column,
        line_start=item.line_start,
        line_end=item.line_end,
        figures=as_json([figure.model_dump() for figure in item.figures]),
    )
    place = [(document.id, item.line_start)]
    collector.relationship(
        "FOUND_IN",
        node,
        collector.id_of("Document", document.id),
        line_start=item.line_start,
        line_end=item.line_end,
    )
    for name in item.ministries:
        ministry = references.known_organisation(name, "ministry", where)
        collector.stated(
            "RESPONSIBLE",
            node,
            collector.id_of("Ministry", ministry.id),
            place,
            lead=name == item.lead_ministry,
        )
    for measure_id in item.measures:
        collector.stated(
            "COVERS",
            node,
            collector.id_of("Measure", references.measure(measure_id, where).id),
            place,
        )


def as_json(value: dict[str, Any] | list[Any]) -> str:
    """JSON text with keys in order, so that the same facts give the same text."""
    return _JSON.encode(value)


def _records_as_json(records: Sequence[Record]) -> str:
    return as_json([record.model_dump() for record in records])
