"""The bonus page's picture: what is held → the rule → what gets better, in three columns that stay
where they are whatever a company holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.picture import network
from dashboard.picture.labels import box, wrapped
from dashboard.picture.layers import Column, Point, layered
from dashboard.reading import naming
from dashboard.text.words import LANGUAGES, Words
from dashboard.views.bonus import wording as bonus_said
from dashboard.views.bonus.form import ladders_of
from dashboard.views.bonus.unlocked import COLOURS, LIGHTS, Lights, brightest
from graph.language.fold import fold
from graph.schema.benefits import benefit_classes
from queries.bonus.book import RuleBook
from queries.bonus.rules import Requirement, RuleCard

_LIMITS = {
    "asked": (12.5, 2),
    "bundle": (11.0, 3),
    "raised": (19.0, 2),
}  # full-width characters in a line, lines
_SCALE, _HEIGHTS = 0.74, (420, 1200)  # how much smaller than written labels may become; pixels
# of its size, below which the picture is shown in part: down to there what is lit is seen at a
# glance, labels can be read by zooming in
_LEAST = 0.45


@dataclass(frozen=True)
class Part:
    """What one view shows. `asked`: things asked for, by the id of their node (a certification; of
    what is no certification its first condition); `bundles`: rules that ask for the same and give
    the same kind of benefit, by the first one's id; `raised`: (type, name) by id.
    """

    asked: Mapping[str, tuple[str, ...]]
    bundles: Mapping[str, tuple[RuleCard, ...]]
    raised: Mapping[str, tuple[str, str]]

    def holder(self, node: str) -> str:
        """The node that stands for a rule or a condition in the picture."""
        of_rule = next(
            (
                first
                for first, rules in self.bundles.items()
                if any(rule.id == node for rule in rules)
            ),
            node,
        )
        return next((first for first, ids in self.asked.items() if node in ids), of_rule)

    def rules_at(self, node: str) -> tuple[RuleCard, ...]:
        """The rules that go through a node of the picture."""
        every = [rule for rules in self.bundles.values() for rule in rules]
        ids = self.asked.get(node, (node,))
        return self.bundles.get(node) or tuple(
            rule
            for rule in every
            if any(asked.id in ids for asked in rule.requires)
            or any(raised.id == node for raised in rule.raises)
        )


def view_of(rule: RuleCard) -> str:
    """In which view a rule stands: by whether it asks for a certification, and by what it gives."""
    if any(asked.type == "Certification" for asked in rule.requires):
        return {"money": "points", "door": "doors", "soft": "soft"}[benefit_classes()[rule.benefit]]
    return "wage" if any(asked.kind == "wage_raise" for asked in rule.requires) else "deeds"


def part(book: RuleBook, view: str) -> Part:
    """What a view shows: it hangs on the rules of the graph alone, never on the company."""
    rules = sorted(
        (rule for rule in book.rules.values() if view_of(rule) == view), key=lambda rule: rule.id
    )
    by_what: dict[tuple[str, str], list[str]] = defaultdict(list)
    bundles: dict[object, list[RuleCard]] = defaultdict(list)
    for rule in rules:
        for asked in rule.requires:
            by_what[_thing(asked)].append(asked.id)
        bundles[
            frozenset((asked.group, _thing(asked)) for asked in rule.requires), rule.benefit
        ].append(rule)
    asked_for = {min(ids): tuple(sorted(set(ids))) for ids in by_what.values()}
    for tiers in ladders_of(
        book
    ).values():  # a ladder is shown whole where one of its steps is asked for
        if any(tier.id in asked_for for tier in tiers):
            asked_for |= {tier.id: (tier.id,) for tier in tiers if tier.in_documents}
    return Part(
        asked_for,
        {each[0].id: tuple(each) for each in bundles.values()},
        {raised.id: (raised.type, raised.name) for rule in rules for raised in rule.raises},
    )


def _thing(asked: Requirement) -> tuple[str, str]:
    return asked.type, asked.id if asked.type == "Certification" else fold(asked.what)


def _joined(
    shown: Part,
) -> tuple[
    dict[tuple[str, str], list[tuple[RuleCard, Requirement]]], dict[tuple[str, str], list[RuleCard]]
]:
    """What each line stands for: (asked, bundle) → rules with what of them is asked for there;
    (bundle, raised) → rules.
    """
    into: dict[tuple[str, str], list[tuple[RuleCard, Requirement]]] = defaultdict(list)
    out: dict[tuple[str, str], list[RuleCard]] = defaultdict(list)
    node_of = {each: node for node, ids in shown.asked.items() for each in ids}
    for bundle, rules in shown.bundles.items():
        for rule in rules:
            for asked in rule.requires:
                into[node_of[asked.id], bundle].append((rule, asked))
            for raised in rule.raises:
                out[bundle, raised.id].append(rule)
    return into, out


def _texts(words: Words, book: RuleBook, shown: Part) -> dict[str, tuple[str, str]]:
    """Each node's kind and what stands on it."""
    what = {asked.id: asked.what for ways in book.conditions.values() for asked in ways}
    texts = {
        node: (
            "asked",
            (
                naming.node_name(words, node, book.certifications[node].name)
                if node in book.certifications
                else words.name(what[node])
            ),
        )
        for node in shown.asked
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
                bonus_said.stated(words, value),
                f"[{words.name(size)}]" if size else "",
                number,
            ),
        )
    )


def _places(book: RuleBook, shown: Part) -> dict[str, Point]:
    """Where the nodes stand, with room for their labels in every language, so that another language
    moves nothing.
    """
    every = [_labels(_texts(Words(language), book, shown)) for language in LANGUAGES]
    boxes = {
        node: (max(box(each[node])[0] for each in every), max(box(each[node])[1] for each in every))
        for node in every[0]
    }
    ladders = [
        [tier.id for tier in reversed(tiers) if tier.id in shown.asked]
        for tiers in ladders_of(book).values()
        if any(tier.id in shown.asked for tier in tiers)
    ]
    on_ladders = {tier for ladder in ladders for tier in ladder}
    columns = [
        Column([*ladders, *([node] for node in shown.asked if node not in on_ladders)]),
        Column([[node] for node in shown.bundles], lanes=2),
        Column([[node] for node in shown.raised]),
    ]
    into, out = _joined(shown)
    return layered(columns, [*into, *out], boxes)


def data(words: Words, view: str, shown: Part, lit: Lights, chosen: str) -> dict[str, Any]:
    """The picture as the component takes it; its name and height change with the view alone."""
    places, texts = _places(lit.book, shown), _texts(words, lit.book, shown)
    labels = _labels(texts)
    into, out = _joined(shown)
    light = {
        node: brightest(lit.of[rule.id] for rule in rules) for node, rules in shown.bundles.items()
    }
    light |= {
        node: brightest(lit.of[rule.id] for rule in shown.rules_at(node)) for node in shown.raised
    }
    light |= {node: _held(lit, node, ids) for node, ids in shown.asked.items()}
    own = {node for node, ids in shown.asked.items() if set(ids) & {*lit.company.own}}
    nodes = [
        _node(
            words, node, labels[node], texts[node][1], places[node], light[node], strong=node in own
        )
        for node in (*shown.asked, *shown.bundles, *shown.raised)
    ]
    edges = [
        _edge(
            words,
            f"{a} → {b}",
            a,
            b,
            brightest(_step_in(lit, rule, asked) for rule, asked in ways),
            [rule for rule, _ in ways],
        )
        for (a, b), ways in into.items()
    ]
    edges += [
        _edge(words, f"{a} → {b}", a, b, brightest(lit.of[rule.id] for rule in rules), rules)
        for (a, b), rules in out.items()
    ]
    return {
        **network.as_data(
            network.network(
                nodes, sorted(edges, key=lambda edge: (edge.colour is not None, edge.id))
            )
        ),
        "picture": f"bonus {view}",
        "selected": chosen or None,
        "root": min(shown.asked, key=lambda node: LIGHTS.index(light[node]), default=""),
        "least": _LEAST,
        "height": _height(places),
        "file": f"shisaku-bonus-{view}",
        "words": (
            {
                name: words(f"picture.{name}")
                for name in ("picture", "nearer", "farther", "fit", "png")
            }
            | {"outside": words("picture.outside", n="{n}")}
        ),
    }


def _height(places: Mapping[str, Point]) -> int:
    """As high as it takes to read the labels, in pixels."""
    tall = max((y for _, y in places.values()), default=0.0) - min(
        (y for _, y in places.values()), default=0.0
    )
    return min(max(round(tall * _SCALE) + 90, _HEIGHTS[0]), _HEIGHTS[1])


def _held(lit: Lights, node: str, ids: Sequence[str]) -> str:
    if node in lit.book.certifications:
        return (
            "unlocked"
            if node in lit.company.held
            else "step"
            if node in lit.after.held
            else "locked"
        )
    return brightest(
        lit.of_asked(asked)
        for ways in lit.book.conditions.values()
        for asked in ways
        if asked.id in ids
    )


def _step_in(lit: Lights, rule: RuleCard, asked: Requirement) -> str:
    """The light of the line from one thing asked for to a rule: bright only where that thing is
    there, or comes with the step, and the rule is.
    """
    met, of_rule = lit.of_asked(asked), lit.of[rule.id]
    return (
        of_rule
        if met == "unlocked" and of_rule in ("unlocked", "depends")
        else "step"
        if met != "locked" and of_rule == "step"
        else "locked"
    )


def _node(
    words: Words, node: str, label: str, text: str, place: Point, light: str, strong: bool
) -> network.Node:
    tip = f"{text}\n{words.of('bonus.light', light)}"
    return network.Node(
        node,
        label,
        tip,
        COLOURS[light],
        node.startswith("certification:"),
        place,
        strong,
        "faint" if light in ("locked", "other") else "lit",
    )


def _edge(
    words: Words, name: str, source: str, target: str, light: str, rules: Sequence[RuleCard]
) -> network.Edge:
    past = all(rule.status != "in_force" for rule in rules)
    tip = "\n".join(dict.fromkeys(rule.name for rule in rules))
    return network.Edge(
        name,
        source,
        target,
        tip,
        dashed=past,
        colour=COLOURS[light] if light in ("unlocked", "step", "depends") else None,
        curved=True,
    )
