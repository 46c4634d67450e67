"""The bonus page's picture: what is held → the rule → what gets better, in three columns that stay
where they are whatever a company holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from dashboard.picture import component, network
from dashboard.picture.labels import box, wrapped
from dashboard.picture.layers import Column, Point, layered
from dashboard.picture.pinned import Pins
from dashboard.picture.source_line import source_line
from dashboard.reading import naming
from dashboard.text.words import LANGUAGES, Words
from dashboard.views.bonus import wording
from dashboard.views.bonus.form import ladders_of
from dashboard.views.bonus.unlocked import ACCESS, COLOURS, UnlockedRules, most_open
from dashboard.views.bonus.view import View
from queries.bonus.rule_book.book import RuleBook
from queries.bonus.rule_book.rules import Requirement, RuleCard

# full-width characters in a line of a label, and lines, by what the node is
_LIMITS = {"asked": (11.5, 3), "bundle": (10.5, 3), "raised": (14.5, 3)}
_GAPS = (10.0, 132.0)  # pixels between boxes above each other, and between columns
# how much smaller than written labels may become; pixels between which the picture's height is
_SCALE, _HEIGHTS = 0.89, (420, 2700)
# their outlines, as the graph's certifications, rules and measures have them elsewhere
_SHAPES = {"asked": "hexagon", "bundle": "tag", "raised": "box"}
_TO = " → "  # what stands between two nodes in the id of an edge


def _joined(
    shown: View,
) -> tuple[
    dict[tuple[str, str], list[tuple[RuleCard, Requirement]]], dict[tuple[str, str], list[RuleCard]]
]:
    """What each line stands for: (thing, bundle) → rules with what of them is asked for there;
    (bundle, raised) → rules.
    """
    into: dict[tuple[str, str], list[tuple[RuleCard, Requirement]]] = defaultdict(list)
    out: dict[tuple[str, str], list[RuleCard]] = defaultdict(list)
    node_of = {requirement: node for node, ids in shown.requirements.items() for requirement in ids}
    for bundle, rules in shown.bundles.items():
        for rule in rules:
            for requirement in rule.requires:
                into[node_of[requirement.id], bundle].append((rule, requirement))
            for raised in rule.raises:
                out[bundle, raised.id].append(rule)
    return into, out


def _texts(words: Words, book: RuleBook, shown: View) -> dict[str, tuple[str, str]]:
    """Each node's kind and what stands on it."""
    what = {
        requirement.id: requirement.what
        for ways in book.conditions.values()
        for requirement in ways
    }
    texts = {
        node: (
            "asked",
            (
                naming.node_name(words, node, book.certifications[node].name)
                if node in book.certifications
                else words.name(what[node])
            ),
        )
        for node in shown.requirements
    }
    texts |= {node: ("bundle", gain(words, rules)) for node, rules in shown.bundles.items()}
    texts |= {
        node: ("raised", naming.node_name(words, node, name))
        for node, (_, name) in shown.raised.items()
    }
    return texts


def _labels(texts: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    return {node: wrapped(text, *_LIMITS[kind]) for node, (kind, text) in texts.items()}


def gain(words: Words, rules: Sequence[RuleCard]) -> str:
    """What rules of one kind of benefit give: with value and size where they are the same for all,
    with their number where they are several.
    """
    values, sizes = {rule.value for rule in rules}, {rule.size_class for rule in rules}
    value, size = (
        values.pop() if len(values) == 1 else None,
        sizes.pop() if len(sizes) == 1 else None,
    )
    number = words("bonus.rules", n=len(rules)) if len(rules) > 1 else ""
    return " ".join(
        filter(
            None,
            (
                words.of("benefit", rules[0].benefit),
                wording.stated(words, value),
                f"[{words.name(size)}]" if size else "",
                number,
            ),
        )
    )


def _places(book: RuleBook, shown: View) -> dict[str, Point]:
    """Where the nodes stand, with room for their labels in every language, so that another language
    moves nothing.
    """
    labels = [_labels(_texts(Words(language), book, shown)) for language in LANGUAGES]
    boxes = {}
    for node in labels[0]:
        sizes = [box(in_language[node]) for in_language in labels]
        boxes[node] = (max(width for width, _ in sizes), max(height for _, height in sizes))
    ladders = [
        [tier.id for tier in reversed(tiers) if tier.id in shown.requirements]
        for tiers in ladders_of(book).values()
        if any(tier.id in shown.requirements for tier in tiers)
    ]
    on_ladders = {tier for ladder in ladders for tier in ladder}
    columns = [
        Column([*ladders, *([node] for node in shown.requirements if node not in on_ladders)]),
        Column([[node] for node in shown.bundles]),
        Column([[node] for node in shown.raised]),
    ]
    into, out = _joined(shown)
    return layered(columns, [*into, *out], boxes, _GAPS)


def data(
    words: Words, view: str, shown: View, unlocked: UnlockedRules, chosen: str, pins: Pins = ()
) -> dict[str, Any]:
    """The picture as the component takes it; its name and height change with the view alone."""
    places, access = _places(unlocked.book, shown), _access(unlocked, shown)
    drawn = network.network(_nodes(words, shown, unlocked, places, access), _edges(shown, unlocked))
    return component.data(
        words,
        drawn,
        name=f"bonus {view}",
        selected=chosen or None,
        pins=pins,
        root=min(shown.requirements, key=lambda node: ACCESS.index(access[node]), default=""),
        file=f"shisaku-bonus-{view}",
        groups=access,
        legend=[
            component.Entry(name, words.of("bonus.access", name), COLOURS[name]) for name in ACCESS
        ],
        about=component.About(
            f"{words('bonus.title')} – {words(f'bonus.view.{view}')}", _stated(words, shown)
        ),
    ) | {"height": _height(places)}


def _stated(words: Words, shown: View) -> str:
    """The product and the documents that state the rules, those with most first."""
    rules = chain.from_iterable(shown.bundles.values())
    return source_line(
        words, chain.from_iterable({place.document for place in rule.sources} for rule in rules)
    )


def _access(unlocked: UnlockedRules, shown: View) -> dict[str, str]:
    """Each node's access: of a rule or what it raises that of the rule most open."""
    access = {node: _held(unlocked, node, ids) for node, ids in shown.requirements.items()}
    for node in (*shown.bundles, *shown.raised):
        access[node] = most_open(unlocked.access[rule.id] for rule in shown.rules_at(node))
    return access


def _nodes(
    words: Words,
    shown: View,
    unlocked: UnlockedRules,
    places: Mapping[str, Point],
    access: Mapping[str, str],
) -> list[network.Node]:
    texts = _texts(words, unlocked.book, shown)
    labels = _labels(texts)
    chosen = {
        node
        for node, ids in shown.requirements.items()
        if set(ids) & {*unlocked.company.holdings.certifications}
    }
    return [
        network.Node(
            node,
            labels[node],
            f"{texts[node][1]}\n{words.of('bonus.access', access[node])}",
            COLOURS[access[node]],
            _SHAPES[texts[node][0]],
            places[node],
            strong=node in chosen,
            tone="faint" if access[node] in ("locked", "other") else "bright",
        )
        for node in (*shown.requirements, *shown.bundles, *shown.raised)
    ]


def _edges(shown: View, unlocked: UnlockedRules) -> list[network.Edge]:
    """The lines, those with a colour of their own last, so that they lie above the others."""
    into, out = _joined(shown)
    edges = [
        _edge(
            source,
            target,
            most_open(_access_of_line(unlocked, rule, requirement) for rule, requirement in ways),
            [rule for rule, _ in ways],
        )
        for (source, target), ways in into.items()
    ]
    edges += [
        _edge(source, target, most_open(unlocked.access[rule.id] for rule in rules), rules)
        for (source, target), rules in out.items()
    ]
    return sorted(edges, key=lambda edge: (edge.colour is not None, edge.id))


def _height(places: Mapping[str, Point]) -> int:
    """As high as it takes to read the labels, in pixels."""
    tall = max((y for _, y in places.values()), default=0.0) - min(
        (y for _, y in places.values()), default=0.0
    )
    return min(max(round(tall * _SCALE) + 90, _HEIGHTS[0]), _HEIGHTS[1])


def _held(unlocked: UnlockedRules, node: str, ids: Sequence[str]) -> str:
    """The access of a thing asked for: whether it is held, or comes with the next step."""
    if node in unlocked.book.certifications:
        if node in unlocked.company.holdings.held:
            return "unlocked"
        return "step" if node in unlocked.after.holdings.held else "locked"
    return most_open(
        unlocked.access_by(requirement)
        for ways in unlocked.book.conditions.values()
        for requirement in ways
        if requirement.id in ids
    )


def _access_of_line(unlocked: UnlockedRules, rule: RuleCard, requirement: Requirement) -> str:
    """The access of the line from one thing asked for to a rule: open only where that thing is
    there, or comes with the step, and the rule is.
    """
    met, of_rule = unlocked.access_by(requirement), unlocked.access[rule.id]
    if met == "unlocked" and of_rule in ("unlocked", "depends"):
        return of_rule
    return "step" if met != "locked" and of_rule == "step" else "locked"


def _edge(source: str, target: str, access: str, rules: Sequence[RuleCard]) -> network.Edge:
    return network.Edge(
        f"{source}{_TO}{target}",
        source,
        target,
        "\n".join(dict.fromkeys(rule.name for rule in rules)),
        dashed=all(rule.status != "in_force" for rule in rules),
        colour=COLOURS[access] if access in ("unlocked", "step", "depends") else None,
        curved=True,
    )


def bundle_of(edge: str) -> str:
    """The node of the rules that an edge of the picture comes from or goes to."""
    return next(end for end in edge.split(_TO) if end.startswith("rule:"))
