"""Made-up appearances with their pages, as the parsers of several documents would give them."""

from __future__ import annotations

from loaders.catalogue.ids import appearance_id, measure_id
from loaders.catalogue.records import Appearance, Document
from loaders.resolution.evidence import NamedAppearance
from loaders.text.lines import Line
from loaders.text.page import Page

METI, MAFF, MLIT = "経済産業省", "農林水産省", "国土交通省"
OLD, MIDDLE, NEW = "paper-2021", "paper-2023", "paper-2025"


def document(name: str, date: str = "") -> Document:
    return Document(
        id=name,
        title=name,
        publisher="試し省",
        date=date or f"{name[-4:]}-03",
        file=f"{name}.txt",
        sha256="0" * 64,
        lines=900,
        terms_of_use="public",
    )


DOCUMENTS = (document(OLD), document(MIDDLE), document(NEW))


def named(
    where: str,
    title: str,
    text: str = "",
    ministries: tuple[str, ...] = (METI,),
    start: int = 1,
    **facts: object,
) -> NamedAppearance:
    """One measure as the document `where` tells it: its title, then the text, a line each, from
    line `start`.
    """
    lines = tuple(
        Line(start + n, line) for n, line in enumerate([title, *(text.split("\n") if text else [])])
    )
    lead = ministries[0] if ministries else None
    given = {
        "id": appearance_id(where, title, lead),
        "document": where,
        "measure": measure_id(title, lead),
        "line_start": start,
        "line_end": lines[-1].number,
        "title": title,
        "ministries": list(ministries),
    }
    return NamedAppearance(Appearance.model_validate({**given, **facts}), Page(where, lines))
