"""How rules are said on the bonus page: what is asked for, what it gives, for what, and the lines
that state it, which open in place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from dashboard.reading import excerpt, naming
from dashboard.state import address
from dashboard.text import figures
from dashboard.text.words import Words
from dashboard.widgets.tables import Cell
from graph.errors import ProfileError
from graph.schema.benefits import benefit_classes
from graph.schema.rule_status import RULE_STATUSES
from queries.bonus.company_size import ContradictionError, Question
from queries.bonus.eligibility import Eligibility
from queries.bonus.profile import NUMBERS, count_of
from queries.bonus.rule_book.rules import Raised, Requirement, RuleCard
from queries.sources import Source

_AROUND = 3  # lines shown before and after one that states a rule


def rules(words: Words, number: int) -> str:
    """How many rules there are."""
    return words("bonus.rule" if number == 1 else "bonus.rules", n=number)


def contradiction(words: Words, wrong: ContradictionError) -> str:
    """What of a company's size cannot all be so."""
    size = words.name(wrong.size)
    conflict = words.name(wrong.conflict) if wrong.conflict else ""
    if not wrong.numbers:
        return words("bonus.contradiction.sizes", size=size, other=conflict)
    numbers = words.listed(
        [
            words(f"bonus.asked.{name}", detail=_number(words, name, value))
            for name, value in wrong.numbers.items()
        ]
    )
    return words("bonus.contradiction.numbers", numbers=numbers, size=size)


def _number(words: Words, name: str, value: int) -> str:
    """A number of a company with its unit."""
    return (
        figures.yen(words, value) if NUMBERS[name] == "円" else words("bonus.heads", n=f"{value:,}")
    )


def thing(words: Words, requirement: Requirement) -> str:
    """One thing that a rule asks for, with its amount."""
    if requirement.type == "Certification":
        return naming.node_name(words, requirement.id, requirement.name)
    return words.name(requirement.what) + requirement.name.removeprefix(requirement.what)


def alternatives(words: Words, group: Sequence[Requirement]) -> str:
    """Alternatives, each with 以上 where the page prints it."""
    return words("measure.any").join(
        (
            words("bonus.or_above", name=thing(words, requirement))
            if requirement.tier_or_above
            else thing(words, requirement)
        )
        for requirement in group
    )


def by(words: Words, eligibility: Eligibility) -> str:
    """What is held and does for a rule: プラチナくるみん → くるみん + 賃上げ 3%."""
    conditions = {
        requirement.id: thing(words, requirement) for requirement in eligibility.rule.requires
    }
    return eligibility.by_names(
        lambda node: conditions.get(node.id) or naming.node_name(words, node.id, node.name)
    )


def condition(words: Words, rule: RuleCard) -> str:
    """All that a rule asks for; of one that asks for nothing, of whom it is."""
    asked = words("measure.all").join(alternatives(words, group) for group in rule.groups)
    return asked or (words.name(rule.size_class) if rule.size_class else "")


def value(words: Words, rule: RuleCard) -> Cell:
    """What is stated of how much, and what is not; for which size class."""
    notes = [
        words("bonus.in_all") if rule.rank and rule.value else "",
        words.name(rule.size_class) if rule.size_class else "",
        *(words(f"bonus.unstated.{name}") for name in rule.unstated),
    ]
    # of what moves points or money a value could be stated
    could_be = benefit_classes()[rule.benefit] == "money"
    return Cell(
        stated(words, rule.value) or (words("bonus.no_value") if could_be else ""),
        value=rule.value or "",
        note=words.listed(list(filter(None, notes))),
    )


def stated(words: Words, printed: str | None) -> str | None:
    """A value as it is printed; in English a plain sum of yen as sums are written there."""
    if not printed or words.language == "ja" or not printed.endswith("円"):
        return printed
    try:
        return figures.yen(words, count_of("capital", printed))
    except ProfileError:  # more than a sum
        return printed


def benefit(words: Words, rule: RuleCard) -> str:
    """The kind of benefit that a rule gives."""
    return words.of("benefit", rule.benefit)


def raised(words: Words, rule: RuleCard) -> Cell:
    """What gets better, with a link to its page."""
    if not rule.raises:
        return Cell("")
    first = rule.raises[0]
    return Cell(
        words.listed([naming.node_name(words, better.id, better.name) for better in rule.raises]),
        page_of(words, first),
    )


def office(words: Words, name: str) -> str:
    """A ministry by its name in this language."""
    return naming.node_name(words, f"ministry:{name}", name)


def page_of(words: Words, better: Raised) -> str:
    """The address of the page on what gets better."""
    page = "measure" if better.type == "Measure" else "explorer"
    return address.link(page, words.language, id=better.id)


def status(words: Words, eligibility: Eligibility, numbers: dict[str, str]) -> Cell:
    """The rule's status; what keeps it from counting. `numbers`: rule → how it is called in the
    table.
    """
    besides = [
        alternatives(words, group)
        for group in eligibility.besides
        if group not in eligibility.missing
    ]
    either = [numbers[rule] for rule in eligibility.either if rule in numbers]
    notes = [
        (
            words("bonus.outranked", rule=numbers.get(eligibility.outranked_by, ""))
            if eligibility.outranked_by
            else ""
        ),
        (
            words("bonus.either", rules=words.listed(either))
            if either
            else words("bonus.either_other")
            if eligibility.either
            else ""
        ),
        aimed_at(words, eligibility.aimed_at),
        words("bonus.besides", asked=words.listed(besides)) if besides else "",
    ]
    return Cell(
        status_history(words, eligibility.rule), note=words.listed(list(filter(None, notes)))
    )


def status_history(words: Words, rule: RuleCard) -> str:
    """A rule's status; of one that is no longer restated and never was in force, that too."""
    return words.listed([words.of("status", name) for name in rule.status_history])


def not_in_force(words: Words, numbers: Mapping[tuple[str, ...], int]) -> str:
    """How many rules whose conditions are met are not in force, by their status."""

    def rank(item: tuple[tuple[str, ...], int]) -> list[int]:
        return [RULE_STATUSES.index(name) for name in item[0]]

    by_status = [
        f"{words.listed([words.of('status', name) for name in history])} {number}"
        for history, number in sorted(numbers.items(), key=rank)
    ]
    return words("bonus.later", n=sum(numbers.values()), by_status=words.listed(by_status))


def aimed_at(words: Words, sizes: Sequence[str]) -> str:
    """For whom a page is where that is not the company; empty where it is."""
    return (
        words("bonus.aimed_at", sizes=words.listed([words.name(size) for size in sizes]))
        if sizes
        else ""
    )


def question(words: Words, open_question: Question) -> str:
    """What of a company a rule depends on."""
    detail = words.name(open_question.detail) if open_question.detail else ""
    return words(f"bonus.asked.{open_question.of}", detail=detail).strip()


def sources(words: Words, rule: RuleCard) -> Cell:
    """The places that state a rule; it opens to the documents' titles, the lines themselves where
    they are at hand, and the pages of measures.
    """
    shown = "".join(
        _document(words, name, places) for name, places in _by_document(rule.sources).items()
    )
    pages = "".join(
        f'<div><a href="{escape(address.link("measure", words.language, id=measure))}"'
        f' target="_self">{escape(title)}</a></div>'
        for measure, title in rule.stated_on
    )
    return Cell(
        naming.places(words, rule.sources),
        value=" / ".join(
            f"{naming.document_title(name)} {naming.lines(words, of_document)}"
            for name, of_document in _by_document(rule.sources).items()
        ),
        below=shown + pages,
    )


def listed(words: Words, cards: Sequence[RuleCard]) -> str:
    """Rules as lines of HTML: what each gives, for what, and where it stands."""
    rows = []
    for rule in cards:
        what = raised(words, rule)
        gain = escape(" ".join(filter(None, [benefit(words, rule), stated(words, rule.value)])))
        name = (
            f'<a href="{escape(what.href)}" target="_self">{escape(what.text)}</a>'
            if what.href
            else escape(what.text)
        )
        rows.append(
            f"<div>{gain} → {name} <span"
            f' class="quiet">{escape(naming.places(words, rule.sources))}</span></div>'
        )
    return "".join(rows)


def _by_document(sources: Sequence[Source]) -> dict[str, list[Source]]:
    """Document -> its places."""
    found: dict[str, list[Source]] = {}
    for place in sources:
        found.setdefault(place.document, []).append(place)
    return found


def _document(words: Words, name: str, places: Sequence[Source]) -> str:
    path = excerpt.file_of(name)
    head = (
        f'<div class="quiet">{escape(naming.document_title(name))} ·'
        f" {escape(naming.lines(words, places))}</div>"
    )
    if path is None:
        return head
    used = sorted({place.line for place in places if place.line})
    body = "".join(
        excerpt.html(
            path,
            name,
            start - _AROUND,
            end + _AROUND,
            [line for line in used if start <= line <= end],
        )
        for start, end in _spans(used)
    )
    return head + body


def _spans(lines: Sequence[int]) -> list[tuple[int, int]]:
    """Lines that stand near each other as one span each, first and last."""
    spans: list[tuple[int, int]] = []
    for line in lines:
        if spans and line - spans[-1][1] <= 2 * _AROUND + 1:
            spans[-1] = (spans[-1][0], line)
        else:
            spans.append((line, line))
    return spans
