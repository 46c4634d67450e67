"""The explorer's picture: what each opened thing leads to, by relation under headings, on sheets
that stay where they are when more is opened.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Any

from pyvis.network import Network

from dashboard.picture import component, network
from dashboard.picture.labels import box, width, wrapped
from dashboard.picture.palette import colour_of
from dashboard.picture.sheets import IN_LINE, WIDE, Laid, Point, Sheet, in_lines, laid
from dashboard.picture.sheets import Group as Placed
from dashboard.picture.source_line import source_line
from dashboard.reading import naming
from dashboard.text.words import LANGUAGES, Words
from dashboard.views.explorer import headings
from dashboard.views.explorer.parts import Group, Part, Subgraph, leads, other_end
from dashboard.views.explorer.state import State
from graph.schema.schema import schema
from queries.search.nodes import PictureEdge, PictureNode

_HEADING, _LETTERS = 21.0, 13.0  # full-width characters in a line of a heading; its letters' size
_MORE, _OVER, _SHEET = "more|", "heading|", "sheet|"  # what begins the ids of what is no thing
WAY = "way "  # what begins the id of a piece of line that is no relationship
_MARKED = 1.8  # pixels of the width of lines that are there for what is chosen


@dataclass(frozen=True)
class _Text:
    """What stands on a box or heading in the languages, the read one first."""

    label: str
    """In the language that is read, lines broken."""
    size: tuple[float, float]
    """Width and height that hold it in every language, so that another language moves nothing."""


def picture_name(state: State) -> str:
    """Changes where the picture is laid out anew; the language is no reason to."""
    return "|".join((str(state.opened[0]), str(state.hops), str(state.hubs), state.goal))


def label(words: Words, node: PictureNode, wide: float = WIDE) -> str:
    """A thing's name in lines, in a box of so many pixels."""
    return in_lines(naming.node_name(words, node.id, node.name), wide)


def room(node: PictureNode, wide: float = WIDE) -> tuple[float, float]:
    """Width and height of a thing's box: all are of one width, but for a word that is longer."""
    sizes = [box(label(Words(language), node, wide)) for language in LANGUAGES]
    return max(wide, *(one for one, _ in sizes)), max(tall for _, tall in sizes)


def of_more(node: str) -> str:
    """The opening of whose relation a node of the picture offers more; empty for any other."""
    return node.removeprefix(_MORE).rpartition("|")[0] if node.startswith(_MORE) else ""


def is_thing(node: str) -> bool:
    """Whether a node of the picture is a thing of the graph."""
    return not node.startswith((_MORE, _OVER, _SHEET))


def data(words: Words, state: State, shown: Subgraph) -> dict[str, Any]:
    """The picture as the component takes it."""
    sheets, texts = _sheets(words, shown)
    sizes = {node: room(shown.nodes[node]) for node in shown.nodes}
    sizes |= {node: text.size for node, text in texts.items()}
    laid_out = laid(sheets, sizes)
    things = [
        thing(words, shown.nodes[node], laid_out.places[node], node in _opened(state))
        for node in shown.nodes
        if node in laid_out.places
    ]
    taken_up = {f"{_MORE}{group.key}" for group in shown.groups if not group.rest}
    others = [
        _written(node, text, laid_out.places[node])
        for node, text in texts.items()
        if node not in taken_up
    ]
    lines = _Lines(words, state, shown, laid_out)
    drawn = network.network([*things, *others], lines.all(), lines.joints)
    return taken(words, state, shown, drawn)


def taken(words: Words, state: State, shown: Subgraph, drawn: Network) -> dict[str, Any]:
    """A network of things as the component takes it, with its legend, title and relationships."""
    name = naming.node_name(words, state.root, shown.nodes[state.root].name)
    about = component.About(
        words("explorer_picture.around_title", name=name), _source_line(words, shown.edges.values())
    )
    return component.data(
        words,
        drawn,
        name=picture_name(state),
        selected=state.edge if state.edge in shown.edges else state.chosen,
        root=state.root,
        file=file_name(shown, state),
        title=about.title,
        legend=legend(words, shown.nodes.values()),
        about=about,
        acts=("expand",),
        opened={opening.node for opening in state.opened[1:]},
        pins=state.pins,
    ) | {"relations": [_relation(words, edge) for edge in shown.edges.values()]}


def _relation(words: Words, edge: PictureEdge) -> dict[str, str]:
    return {
        "id": edge.id,
        "from": edge.source,
        "to": edge.target,
        "relation": edge.type,
        "said": naming.relation(words, edge.type),
    }


def legend(words: Words, nodes: Iterable[PictureNode]) -> list[component.Entry]:
    """The types of the things in a picture, in the order of the schema."""
    present = {node.type for node in nodes}
    return [
        component.Entry(
            name,
            naming.type_name(words, name),
            colour_of(name),
            declared.shape,
        )
        for name, declared in schema().nodes.items()
        if name in present
    ]


def file_name(shown: Subgraph, state: State) -> str:
    """A name for saved pictures, from what they are about."""
    name = shown.nodes[state.root].name
    return f"shisaku-{''.join(character for character in name if character.isalnum())[:40]}"


def thing(
    words: Words, node: PictureNode, place: Point, opened: bool, wide: float = WIDE
) -> network.Node:
    """A thing as it is drawn, in a box of so many pixels."""
    name = naming.node_name(words, node.id, node.name)
    tip = (
        f"{name}\n{naming.type_name(words, node.type)} ·"
        f" {words('picture.neighbours', n=node.neighbours)}"
    )
    return network.Node(
        node.id,
        label(words, node, wide),
        tip,
        colour_of(node.type),
        schema().nodes[node.type].shape,
        place,
        strong=opened,
        group=node.type,
        name=name,
        room=room(node, wide),
    )


def _opened(state: State) -> set[str]:
    return {opening.node for opening in state.opened}


def _source_line(words: Words, edges: Iterable[PictureEdge]) -> str:
    """The product and the documents that state the relationships, those with most first."""
    stated = [{source.document for source in edge.sources} for edge in edges]
    return source_line(words, chain.from_iterable(stated))


# --- sheets -------------------------------------------------------------------------------------


def _sheets(words: Words, shown: Subgraph) -> tuple[list[Sheet], dict[str, _Text]]:
    """The sheets, and what is written on them besides the things."""
    sheets, texts, placed = [], {}, set[str]()
    for number, part in enumerate(shown.parts):
        head, origin = part.opening.node, ""
        if head in placed:
            if not part.groups:
                continue
            origin, head = head, f"{_SHEET}{number}|{part.opening}"
            texts[head] = _text(words, lambda words, part=part: _over(words, shown, part), IN_LINE)
        placed |= {head, *(member for group in part.groups for member in group.members)}
        groups = []
        for group in part.groups:
            over, more = f"{_OVER}{group.key}", f"{_MORE}{group.key}"
            texts[over] = _text(
                words, lambda words, group=group: headings.counted(words, group), _HEADING
            )
            if group.offered:
                texts[more] = _text(
                    words,
                    lambda words, group=group: words("explorer_picture.more", n=f"{group.rest:,}"),
                    _HEADING,
                )
            members = [*group.members, *([more] if group.offered else [])]
            groups.append(Placed(over, members, frozenset({more})))
        sheets.append(Sheet(head, groups, origin))
    return sheets, texts


def _over(words: Words, shown: Subgraph, part: Part) -> str:
    """What stands over a sheet of neighbours of a thing that stands elsewhere."""
    if part.groups[0].second:
        return words("explorer_picture.further")
    node = shown.nodes[part.opening.node]
    key = "from_part" if part.opening.page > 1 else "from"
    return words(f"explorer_picture.{key}", name=naming.node_name(words, node.id, node.name))


def _text(words: Words, said: Any, limit: float) -> _Text:
    """A text in lines, with the room that it takes in all languages."""
    lines = {language: wrapped(said(Words(language)), limit, 2) for language in LANGUAGES}
    rows = [line for text in lines.values() for line in text.split("\n")]
    tall = max(text.count("\n") + 1 for text in lines.values())
    wide = max(map(width, lines[words.language].split("\n"))) if rows else 0
    return _Text(lines[words.language], (wide * _LETTERS + 4, tall * _LETTERS * 1.25 + 4))


def _written(node: str, text: _Text, place: Point) -> network.Node:
    more = node.startswith(_MORE)
    return network.Node(
        node,
        text.label,
        "",
        {"light": "#1F2933", "dark": "#E6E6E6"},
        "text",
        place,
        size=_LETTERS,
        role="more" if more else "heading",
        left=True,
        room=text.size,
    )


# --- lines --------------------------------------------------------------------------------------


class _Lines:
    """The lines of a picture: along the gutters, each relationship with the piece at its end."""

    def __init__(self, words: Words, state: State, shown: Subgraph, laid_out: Laid) -> None:
        self._words, self._state, self._shown, self._laid = words, state, shown, laid_out
        self.joints: dict[str, Point] = {}
        """The ends of pieces that are no boxes, by id."""

    def all(self) -> list[network.Edge]:
        """The lines of all groups, then those of what is chosen."""
        lines = {line.id: line for line in (*self._of_groups(), *self._ways())}
        for line in self._of_chosen(set(lines)):
            lines.setdefault(line.id, line)
        return list(lines.values())

    def _ways(self) -> Iterator[network.Edge]:
        for a, b in self._laid.pieces:
            yield self._way(a, b)

    def _way(self, a: Point | str, b: Point | str) -> network.Edge:
        start, end = self._end(a), self._end(b)
        return network.Edge(f"{WAY}{start}|{end}", start, end, "", role="way", arrow=False)

    def _end(self, stop: Point | str) -> str:
        if isinstance(stop, str):
            return stop
        joint = f"joint {stop[0]:g} {stop[1]:g}"
        self.joints[joint] = stop
        return joint

    def _of_groups(self) -> Iterator[network.Edge]:
        for part in self._shown.parts:
            for group in part.groups:
                for member in group.members:
                    stem = self._laid.stems.get(member)
                    if stem and (edge := self._edge_to(group, member)):
                        yield self._line(edge, stem, member)

    def _edge_to(self, group: Group, member: str) -> PictureEdge | None:
        """The relationship that a member stands in its group for."""
        name, outward, _ = group.by
        return next(
            (
                edge
                for edge in self._shown.of_node[member]
                if edge.type == name
                and leads(edge, member, not outward)
                and (group.second or other_end(edge, member) == group.owner)
            ),
            None,
        )

    def _of_chosen(self, drawn: set[str]) -> Iterator[network.Edge]:
        """The relationships of the chosen thing, and the chosen one, that have no line yet."""
        chosen = self._state.chosen
        wanted = [*self._shown.of_node.get(chosen, ())]
        if self._state.edge in self._shown.edges:
            wanted.append(self._shown.edges[self._state.edge])
        for edge in wanted:
            if edge.id in drawn or edge.source == edge.target:
                continue
            start = chosen if chosen in (edge.source, edge.target) else edge.source
            end = other_end(edge, start)
            if start not in self._laid.places or end not in self._laid.places:
                continue
            tone: dict[str, Any] = {
                "colour": colour_of(self._shown.nodes[start].type),
                "width": _MARKED,
            }
            stops = self._laid.between(start, end)
            for a, b in pairwise(stops[:-1]):
                yield replace(self._way(a, b), **tone)
            yield replace(self._line(edge, stops[-2], end), **tone)

    def _line(self, edge: PictureEdge, stop: Point | str, end: str) -> network.Edge:
        """The last piece of a relationship's line, with its arrow."""
        inner = self._end(stop)
        source, target = (inner, end) if edge.target == end else (end, inner)
        return line(self._words, edge, self._shown, source, target)


def line(
    words: Words, edge: PictureEdge, shown: Subgraph, source: str, target: str, **more: Any
) -> network.Edge:
    """A relationship as it is drawn between two ends."""
    return network.Edge(
        edge.id,
        source,
        target,
        headings.relation_line(words, edge, shown.nodes),
        relation=edge.type,
        label=naming.relation(words, edge.type),
        dashed=bool(edge.properties.get("derived")) or edge.properties.get("current") is False,
        **more,
    )


def among(shown: Subgraph, drawn: Sequence[dict[str, Any]]) -> int:
    """How many relationships among the things have no line of their own."""
    return len(shown.edges.keys() - {edge["id"] for edge in drawn})
