"""What is announced for companies of a size, or for more programmes than those told of before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.text.lines import plain
from loaders.vocabulary.bonus_words import SIZE_CLASS, size_class_named
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class=SIZE_CLASS)
_CARRIED = _PATTERNS["carried"]
_LIKEWISE = _PATTERNS["likewise"]
_SIZED_FRAME = _PATTERNS["sized_frame"]
_OF_TAX = _PATTERNS["of_tax"]
_USABLE = _PATTERNS["usable"]
_RELAXED = _PATTERNS["relaxed"]
_WHOEVER = Condition((), "all", "other", ())


def for_a_size(clauses: Sequence[Clause], title: str) -> Iterator[Draft]:
    """A credit carried over and a frame with its rate, on the page of the measure of that title."""
    for clause in clauses:
        yield from _carried_over(clause)
        yield from _sized_frames(clause, title)


def likewise(clauses: Sequence[Clause], told: Sequence[Draft]) -> Iterator[Draft]:
    """「同様の措置を…の補助金においても拡大していく」: the points of the sentence before, planned;
    `told`: what the sentences of the page tell in other forms.
    """
    points = [draft for draft in told if draft.benefit == "screening_points"]
    for clause in clauses:
        for match in _LIKEWISE.finditer(clause.text):
            line = clause.line_at(match.start("raises"))
            above = [draft for draft in points if draft.line < line]
            if above:
                alike = max(above, key=lambda draft: draft.line)
                yield Draft(
                    alike.condition, alike.benefit, line, raises=match["raises"], status="planned"
                )


def usable(clauses: Sequence[Clause], told: Sequence[Draft]) -> Iterator[Draft]:
    """「整備計画の認定事業者に対して…する場合、…交付金を活用可能」: what is open to whoever has the
    plan that the page asks for; `told`: what it tells in other forms.
    """
    doors = (draft for draft in told if draft.benefit == "requirement")
    plan = next((door.condition for door in doors if door.condition.kind == "plan"), None)
    for clause in clauses if plan else ():
        for match in _USABLE.finditer(clause.text):
            if plan:
                yield Draft(
                    plan, "other", clause.line_at(match.start("what")), raises=match["what"]
                )


def relaxed(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「退職した者も給付対象とする要件緩和」: who gets it now, too."""
    for clause in clauses:
        for match in _RELAXED.finditer(clause.text):
            condition = replace(phrase(match["who"]), kind="person")
            yield Draft(
                condition,
                "other",
                clause.line_at(match.start("what")),
                match["what"],
                status=status_of(clause.text, *match.span("what")),
            )


def _carried_over(clause: Clause) -> Iterator[Draft]:
    """「中小企業を対象に、…賃上げ後押しに向け、…５年間の繰越控除措置を創設」."""
    for match in _CARRIED.finditer(clause.text):
        yield Draft(
            phrase(match["when"]) if match["when"] else _WHOEVER,
            "tax_credit_uplift",
            clause.line_at(match.start("value")),
            match["value"],
            size_class=size_class_named(match["who"]),
            status=status_of(clause.text, *match.span("value")),
        )


def _sized_frames(clause: Clause, title: str) -> Iterator[Draft]:
    """「中堅企業枠を創設(税額控除率６％)」."""
    tax = _OF_TAX.match(plain(title))
    for match in _SIZED_FRAME.finditer(clause.text):
        yield Draft(
            _WHOEVER,
            "tax_credit_uplift" if match["tax"] else "rate_uplift",
            clause.line_at(match.start("value")),
            " ".join(match["value"].split()),
            "level",
            raises=tax["name"] if tax else None,
            size_class=size_class_named(match["size"]),
            status=status_of(clause.text, *match.span("value")),
        )
