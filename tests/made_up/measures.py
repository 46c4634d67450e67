"""Made-up measures to compare, each as short as its test needs."""

from __future__ import annotations

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import (
    Appearance,
    Budget,
    Cap,
    Document,
    Item,
    Measure,
    Term,
)

METI, MAFF, MHLW = "経済産業省", "農林水産省", "厚生労働省"
_LISTS = ("problems", "activities", "terms")


def catalogue(*told: dict, items: tuple[Item, ...] = ()) -> Catalogue:
    """A catalogue of these measures: {id, ministries …} with problems, activities and terms as
    {name: weight}; `cap` in yen, `applicants`, the `pot` of its budget.
    """
    pages = [(measure(one), page(one)) for one in told]
    document = Document(
        id="made-up",
        title="試し",
        publisher="試し省",
        date="2025-02",
        file="made_up.txt",
        sha256="0" * 64,
        lines=9,
        terms_of_use="public domain",
    )
    return Catalogue(
        documents=(document,),
        measures=tuple(m for m, _ in pages),
        appearances=tuple(a for _, a in pages),
        items=items,
    )


def measure(told: dict) -> Measure:
    weighed = {
        name: [Term(term=term, weight=weight) for term, weight in told.get(name, {}).items()]
        for name in _LISTS
    }
    rest = {
        key: value
        for key, value in told.items()
        if key not in (*_LISTS, "id", "cap", "applicants", "pot")
    }
    return Measure(
        id=f"measure:{told['id']}",
        **{"title": told["id"]} | rest,
        appearances=[f"appearance:made-up:{told['id']}"],
        **weighed,
    )


def page(told: dict) -> Appearance:
    caps = [Cap(yen=told["cap"], printed="", line=1)] if "cap" in told else []
    budgets = [Budget(yen=1, part_of=True, pot=told["pot"], line=1)] if told.get("pot") else []
    return Appearance(
        id=f"appearance:made-up:{told['id']}",
        document="made-up",
        measure=f"measure:{told['id']}",
        line_start=1,
        line_end=9,
        title=told["id"],
        caps=caps,
        budgets=budgets,
        applicants=told.get("applicants", []),
    )


def exporting(name: str, *ministries: str, **more: object) -> dict:
    """A measure that takes firms to fairs abroad."""
    return {
        "id": name,
        "ministries": list(ministries),
        "problems": {"輸出": 1.0},
        "activities": {"展示会": 1.0},
        **more,
    }


def others(count: int, *ministries: str) -> list[dict]:
    """Measures that have nothing in common with any."""
    return [
        {
            "id": f"z{n}",
            "ministries": list(ministries),
            "problems": {f"課題{n}": 1.0},
            "activities": {f"活動{n}": 1.0},
        }
        for n in range(count)
    ]
