"""What stands over neighbours of one relation, and what their relations are called."""

from __future__ import annotations

from dashboard.reading import naming
from dashboard.text.words import Words, all_texts
from dashboard.views.explorer.parts import By, Group
from queries.search.nodes import PictureEdge, PictureNode


def heading(words: Words, by: By, count: int) -> str:
    """A relation as a heading over so many neighbours: これを求める加点・優遇."""
    name, outward, kind = by
    key = f"explorer_heading.{name}.{'out' if outward else 'in'}"
    of_kind = naming.type_name(words, kind)
    if key not in all_texts():
        return f"{naming.relation(words, name)} {of_kind}"
    alone = count == 1 and "({kind})" in all_texts()[key]["en"]
    text = words(key, kind=of_kind if words.language == "ja" or alone else _several(of_kind))
    return text[:1].upper() + text[1:]


def counted(words: Words, group: Group) -> str:
    """The heading of a group with its number."""
    text = heading(words, group.by, group.count)
    return words("explorer_picture.counted", heading=text, n=f"{group.count:,}")


def _several(english: str) -> str:
    """An English noun in the plural: agencies, size classes."""
    if english.endswith("y") and english[-2:-1] not in "aeiou":
        return f"{english[:-1]}ies"
    return f"{english}es" if english.endswith("s") else f"{english}s"


def relation_line(words: Words, edge: PictureEdge, nodes: dict[str, PictureNode]) -> str:
    """A relationship in a line: くるみん → 認定者 → 厚生労働省."""
    source, target = (
        naming.node_name(words, end, nodes[end].name) for end in (edge.source, edge.target)
    )
    return words(
        "explorer_picture.relation",
        source=source,
        relation=naming.type_name(words, edge.type),
        target=target,
    )
