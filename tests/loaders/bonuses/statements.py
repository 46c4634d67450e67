"""Made-up documents, bonuses and measures that rules are made of."""

from __future__ import annotations

from loaders.catalogue.records import (
    Alternative,
    Appearance,
    Bonus,
    Document,
    Measure,
    Raises,
)

GROUP = [[Alternative(what="くるみん", kind="certification")]]


def document(name: str, date: str) -> Document:
    return Document(
        id=name,
        title=name,
        publisher="試し省",
        date=date,
        file=f"{name}.txt",
        sha256="0" * 64,
        lines=10,
        terms_of_use="public",
    )


def bonus(name: str, in_document: str, **changed: object) -> Bonus:
    fields = {
        "condition": ["くるみん"],
        "condition_mode": "all",
        "condition_kind": "certification",
        "benefit": "screening_points",
        "status": "in_force",
        "line": 1,
        "measure": "measure:0",
        "requires": GROUP,
        "raises": Raises(programme="補助金", printed="補助金"),
    }
    return Bonus.model_validate({**fields, "id": name, "document": in_document, **changed})


OLD = document("old", "2022-06")
NEW = document("new", "2025-02")


def pages_on(in_document: str, *measures: str) -> list[Appearance]:
    return [
        Appearance(
            id=f"appearance:{in_document}:{m}",
            document=in_document,
            measure=m,
            line_start=1,
            line_end=2,
            title=m,
        )
        for m in measures
    ]


def measure(name: str, *succeeds: str, part_of: tuple[str, ...] = ()) -> Measure:
    return Measure(
        id=name, title=name, appearances=[], succeeds=list(succeeds), part_of=list(part_of)
    )
