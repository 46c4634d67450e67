"""The picture of the communities: all of them with the names of their best-connected measures, or
one with all of its measures by ministry.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

from dashboard.picture import component, network
from dashboard.picture.labels import LINE, PIXELS, box, width, wrapped
from dashboard.picture.network import Colour
from dashboard.picture.panels import Group, Point, fits, laid
from dashboard.picture.source_line import of_measures
from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.views.overlap import colours
from dashboard.views.overlap.colours import GROUP, MORE
from dashboard.views.overlap.state import State
from queries.overlap.communities import Communities, Community, Member
from queries.overlap.offices import Office
from queries.overlap.pairs import ScoredPair

MOST = 400  # measures; more cannot be drawn quickly, nor read
BRIDGES = 15  # measures that are marked as holding communities together
_ALL_COLUMNS, _COLUMNS = 4, 3  # of all communities, of one
_MOST_EACH, _LEAST_EACH = 4, 2  # measures of a community where all are shown
_WIDE = {_ALL_COLUMNS: 186.0, _COLUMNS: 236.0}  # pixels of a box, by the number of columns
_PADDED = 20.0  # pixels of a box that its label does not take
_LINES = {_ALL_COLUMNS: 2, _COLUMNS: 3}  # of a label
_OVER = "over|"  # what begins the ids of the headings of ministries
_OTHER = "other"  # the group of measures of no ministry
_WAY = "way "  # what begins the id of a piece of line that is no pair
_JOINED = "~"  # what stands between two measures in the id of an edge
_INK = {"light": "#1F2933", "dark": "#E6E6E6"}
_MARK = {"light": "#0B5FA5", "dark": "#6CB8F0"}


def group_of(node: str) -> int:
    """The community that a node of the picture stands for; 0 for a measure."""
    number = node.removeprefix(MORE).removeprefix(GROUP)
    return int(number) if number != node and number.isdecimal() else 0


def ends(edge: str) -> tuple[str, ...]:
    """The ids of the two measures that an edge of the picture joins; none for a piece of line."""
    return () if edge.startswith(_WAY) else tuple(edge.split(_JOINED))


def chosen_of(state: State, alike: Communities) -> Community | None:
    """The community that is shown alone; None: all of them."""
    return next((group for group in alike.communities if group.number == state.community), None)


def data(words: Words, state: State, alike: Communities) -> dict[str, Any]:
    """The picture as the component takes it: of the chosen community, or of all."""
    drawing = _Drawing(words, state, alike)
    chosen = drawing.chosen
    return component.data(
        words,
        network.network(drawing.nodes(), drawing.edges(), drawing.joints),
        name=f"{state.pair_filter}|{state.community}",
        selected=state.measure or None,
        pins=state.pin,
        root=drawing.root,
        file=f"shisaku-overlap-{state.community or 'communities'}",
        title=words("overlap.network"),
        groups=colours.groups(state, drawing.members),
        legend=colours.legend(words, state, alike, drawing.members),
        about=component.About(
            colours.group_name(words, chosen) if chosen else words("overlap.network"),
            of_measures(words),
        ),
    ) | {"relations": drawing.relations(), "left_out": drawing.left_out}


class _Drawing:
    """The boxes of a picture, where they stand, and the lines between them."""

    def __init__(self, words: Words, state: State, alike: Communities) -> None:
        self._words, self._state, self._alike = words, state, alike
        self.chosen = chosen_of(state, alike)
        self.joints: dict[str, Point] = {}
        """The ends of pieces of line that are no boxes, by id."""
        self._columns = _COLUMNS if self.chosen else _ALL_COLUMNS
        self._bridges = {member.id for member in alike.bridges[:BRIDGES]}
        self._written: dict[str, str] = {}
        """What stands on the headings, by id."""
        self.members, groups = self._grouped()
        self.root = groups[0].heading if groups else ""
        self._pairs = [
            pair for pair in alike.pairs if pair.a in self.members and pair.b in self.members
        ]
        self._nets = _nets(self._lasting())
        self._sizes = self._sized()
        self._panels = laid(groups, self._sizes, self._columns, self._nets)

    def _grouped(self) -> tuple[dict[str, Member], list[Group]]:
        """The measures that are drawn, and their groups; where all communities are shown as many
        of each as let all of it be read at once.
        """
        if self.chosen:
            self.members = {member.id: member for member in self.chosen.members[:MOST]}
            return self.members, self._by_ministry()
        for each in range(_MOST_EACH, _LEAST_EACH - 1, -1):
            best = {group.number: _best(group.members, each) for group in self._alike.communities}
            self.members = {member.id: member for own in best.values() for member in own}
            groups = self._by_community(best)
            if fits(groups, self._sized(), self._columns):
                break
        return self.members, groups

    def _by_ministry(self) -> list[Group]:
        """The measures of one community by their first ministry, that with most first."""
        by: dict[str, list[str]] = defaultdict(list)
        names: dict[str, str] = {}
        for member in self.members.values():
            office = member.ministries[0] if member.ministries else None
            key = office.id if office else _OTHER
            names[key] = (
                naming.in_language(self._words, office.name, office.english)
                if office
                else self._words("picture_panels.no_ministry")
            )
            by[key].append(member.id)
        groups = []
        for key in sorted(by, key=lambda key: (-len(by[key]), key)):
            heading, again = f"{_OVER}{key}", f"{_OVER}{key}+"
            self._written[heading] = self._words(
                "picture_panels.counted", name=names[key], n=len(by[key])
            )
            for more in range(_COLUMNS):
                self._written[again + "+" * more] = self._words(
                    "picture_panels.again", name=names[key]
                )
            groups.append(Group(heading, by[key], again))
        return groups

    def _by_community(self, best: Mapping[int, Sequence[Member]]) -> list[Group]:
        """All communities, each with its best-connected measures."""
        self._written = {}
        groups = []
        for community in self._alike.communities:
            heading, more = f"{GROUP}{community.number}", f"{MORE}{community.number}"
            members = [member.id for member in best[community.number]]
            self._written[heading] = self._words(
                "picture_panels.counted",
                name=colours.group_name(self._words, community),
                n=len(community.members),
            )
            if rest := len(community.members) - len(members):
                self._written[more] = self._words("picture_panels.more", n=rest)
                members.append(more)
            groups.append(Group(heading, members))
        return groups

    def _lasting(self) -> list[ScoredPair]:
        """The pairs that always have a line: of one community each measure's strongest, of all
        those between communities.
        """
        if not self.chosen:
            of = {member.id: member.community for member in self.members.values()}
            return [pair for pair in self._pairs if of[pair.a] != of[pair.b]]
        joined: set[str] = set()
        strongest = []
        for pair in self._pairs:  # the highest score first
            if not {pair.a, pair.b} <= joined:
                joined |= {pair.a, pair.b}
                strongest.append(pair)
        return strongest

    def _sized(self) -> dict[str, tuple[float, float]]:
        """Width and height of every box and heading."""
        sizes = {}
        for member in self.members:
            wide, tall = box(self._label(member))
            sizes[member] = (max(wide, _WIDE[self._columns]), tall)
        for node in self._written:
            rows = self._heading(node).split("\n")
            sizes[node] = (max(map(width, rows)) * PIXELS + 4, len(rows) * LINE + 4)
        return sizes

    def _label(self, member: str) -> str:
        mark = "◆ " if member in self._bridges else ""
        limit = (_WIDE[self._columns] - _PADDED) / PIXELS
        return wrapped(mark + self.members[member].title, limit, _LINES[self._columns])

    def _heading(self, node: str) -> str:
        return wrapped(self._written[node], _WIDE[self._columns] / PIXELS - 0.5, 3)

    @property
    def left_out(self) -> int:
        """How many measures there is no box for."""
        groups = [self.chosen] if self.chosen else self._alike.communities
        return sum(len(group.members) for group in groups) - len(self.members)

    # --- boxes

    def nodes(self) -> list[network.Node]:
        """The measures, and what is written over and below them."""
        offices = {office: place for place, office in enumerate(colours.ministries(self._alike))}
        return [
            *(self._measure(member, offices) for member in self.members.values()),
            *(self._text(node) for node in self._written if node in self._panels.places),
        ]

    def _measure(self, member: Member, offices: dict[Office, int]) -> network.Node:
        words, bridge = self._words, member.id in self._bridges
        names = [naming.in_language(words, each.name, each.english) for each in member.ministries]
        tip = [
            member.title,
            words.listed(names),
            words("overlap.of_community", n=member.community),
            words("overlap.bridge") if bridge else "",
        ]
        return network.Node(
            member.id,
            self._label(member.id),
            "\n".join(filter(None, tip)),
            *colours.look_of(self._state, member, offices),
            self._panels.places[member.id],
            strong=bridge,
            name=member.title,
            room=self._sizes[member.id],
        )

    def _text(self, node: str) -> network.Node:
        """A heading, or the offer of the rest; that of a community opens it."""
        opens = group_of(node) > 0
        return network.Node(
            node,
            self._heading(node),
            self._words("overlap.open_community") if opens else "",
            _INK,
            "text",
            self._panels.places[node],
            size=float(PIXELS),
            name=self._written[node],
            role="more" if opens else "heading",
            left=True,
            room=self._sizes[node],
        )

    # --- lines

    def edges(self) -> list[network.Edge]:
        """The lines that are always there, then those of the chosen measure."""
        marked = self._of_chosen()
        lines: dict[str, network.Edge] = {}
        for hub, pairs in self._nets.items():
            for end, pair in pairs.items():
                if _id(pair) not in marked:
                    self._line(lines, hub, end, pair, hub)
        for pair in marked.values():
            end = pair.b if pair.a == self._state.measure else pair.a
            self._line(lines, self._state.measure, end, pair, "", _MARK)
        return list(lines.values())

    def _of_chosen(self) -> dict[str, ScoredPair]:
        chosen = self._state.measure
        return {_id(pair): pair for pair in self._pairs if chosen in (pair.a, pair.b)}

    def _line(
        self,
        lines: dict[str, network.Edge],
        start: str,
        end: str,
        pair: ScoredPair,
        net: str,
        tone: Colour | None = None,
    ) -> None:
        """A pair's line: pieces of line that several may share, and the last piece, which is it. A
        click on a piece of one pair alone is one on that pair, on a shared one on where they start.
        """
        stops = [start, *map(self._joint, self._panels.way(start, end, net)), end]
        stops = [stop for stop, after in pairwise([*stops, ""]) if stop != after]
        across = self.members[pair.a].community != self.members[pair.b].community
        grade = f"{pair.grade} {self._words(f'grade.{pair.grade}')}"
        names = f"{self.members[pair.a].title}\n⇄ {self.members[pair.b].title}"
        tip = f"{names}\n{grade} · {pair.score:.2f}"
        for a, b in pairwise(stops[:-1]):
            way = f"{_WAY}{net}|{a}|{b}"
            said, leads_to = (
                (self.members[start].title, start) if way in lines else (tip, _id(pair))
            )
            lines[way] = network.Edge(
                way,
                a,
                b,
                said,
                role="way",
                leads_to=leads_to,
                dashed=across,
                colour=tone,
                arrow=False,
            )
        lines[_id(pair)] = network.Edge(
            _id(pair),
            stops[-2],
            end,
            tip,
            relation=grade,
            dashed=across,
            colour=tone,
            width=round(0.8 + 4 * pair.score**2, 2),
            arrow=False,
        )

    def _joint(self, stop: Point) -> str:
        joint = f"joint {stop[0]:g} {stop[1]:g}"
        self.joints[joint] = stop
        return joint

    def relations(self) -> list[dict[str, str]]:
        """All pairs among the measures that are shown, for the cards in the picture."""
        return [
            {
                "id": _id(pair),
                "from": pair.a,
                "to": pair.b,
                "relation": f"{pair.grade}",
                "said": f"{pair.grade} {self._words(f'grade.{pair.grade}')}",
                "arrows": "",
            }
            for pair in self._pairs
        ]


def _id(pair: ScoredPair) -> str:
    return f"{pair.a}{_JOINED}{pair.b}"


def _nets(pairs: Iterable[ScoredPair]) -> dict[str, dict[str, ScoredPair]]:
    """The pairs by the one of the two measures that more of them are of, then by the other."""
    held = list(pairs)
    counted = Counter(chain.from_iterable((pair.a, pair.b) for pair in held))
    nets: dict[str, dict[str, ScoredPair]] = defaultdict(dict)
    for pair in held:
        hub, end = sorted((pair.a, pair.b), key=lambda one: (-counted[one], one))
        nets[hub][end] = pair
    return nets


def _best(members: Sequence[Member], each: int) -> tuple[Member, ...]:
    """So many of a community: the best-connected one, then those that lead most to other
    communities, then the next best-connected.
    """
    rest = sorted(members[1:], key=lambda member: -member.betweenness if member.touches else 0.0)
    return (*members[:1], *rest[: each - 1])
