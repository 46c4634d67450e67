"""Prerequisites: a certification that needs another, support only for those whose plan is
recognised or who raise wages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, any_of, called, phrase
from loaders.bonuses.draft import Draft
from loaders.bonuses.names import Name, names
from loaders.catalogue.records import Alternative
from loaders.text.glyphs import KEPT_CIRCLED
from loaders.vocabulary import certifications
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_AMONG = _PATTERNS["among"]
_GIVES = _PATTERNS["gives"]
_TOPIC = _PATTERNS["topic"]
_ONLY = _PATTERNS["only"]
_BASED = _PATTERNS["based"]
_WHOM = _PATTERNS["whom"]
_NEW_LAW = _PATTERNS["new_law"]
_BEFORE = _PATTERNS["before"]
_OPENS = _PATTERNS["opens"]
_BY_ONESELF = _PATTERNS["by_oneself"]
_BY_OTHERS = _PATTERNS["by_others"]
_IS_REQUIRED = _PATTERNS["is_required"]
_DECLARED = _PATTERNS["declared"]
_RECOGNISED_BEFORE = _PATTERNS["recognised_before"]
_WAGE = _PATTERNS["wage"]
_INVESTMENT = _PATTERNS["investment"]
_JOBS = _PATTERNS["jobs"]
_NUMBER = re.compile(f"[{KEPT_CIRCLED}]")


def prerequisites(
    clauses: Sequence[Clause], parts: Mapping[str, str], subject: Condition | None = None
) -> Iterator[Draft]:
    """Requirements, in the order of the page; `parts` are its numbered parts (see
    `credit_frames.numbered_parts`), `subject` is what it is about.
    """
    for clause in clauses:
        yield from _for_a_certification(clause, subject)
        yield from _for_support(clause, parts)
        yield from _by_nomination(clause)
        if wage := _WAGE.search(clause.text):
            yield Draft(
                phrase((wage["what"] or wage.group()).strip()),
                "requirement",
                clause.line_at(wage.start()),
            )
        if jobs := _JOBS.search(clause.text):
            yield Draft(phrase(jobs["what"]), "requirement", clause.line_at(jobs.start("what")))
        if invested := _INVESTMENT.search(clause.text):
            words = invested["what"] or invested["floor"] or invested["item"]
            yield Draft(phrase(words), "requirement", clause.line_at(invested.end() - len(words)))


def _for_a_certification(clause: Clause, subject: Condition | None) -> Iterator[Draft]:
    """「Aは、Bを受けた事業主のうち…認定」, 「Bを行った企業…を認定する（A）」; without A, what the
    page is about.
    """
    gives = _GIVES.search(clause.text)
    if gives is None:
        return
    named = names(clause.text)
    name = next((name for name in named if _AMONG.match(clause.text, name.end)), None)
    if name is None:
        return
    higher = next(
        (
            topic.printed
            for topic in named
            if topic.what != name.what and _TOPIC.match(clause.text, topic.end)
        ),
        _given(gives["what"] or gives["called"] or "", name, subject),
    )
    yield Draft(
        any_of([name]),
        "requirement",
        clause.line_at(name.start),
        raises=higher,
        programme=higher,
    )


def _given(printed: str, needed: Name, subject: Condition | None) -> str | None:
    """The certification that the words in a bracket name, else that which the page is about."""
    for name in names(printed):
        return name.what
    if subject is None or subject.kind != "certification":
        return None
    what = subject.requires[0][0].what
    return what if what != needed.what and certifications().get(what) else None


def _for_support(clause: Clause, parts: Mapping[str, str]) -> Iterator[Draft]:
    for name in names(clause.text):
        line = clause.line_at(name.start)
        if _is_required(clause.text, name):
            numbers = _NUMBER.findall(clause.text[: name.start])
            frame = parts.get(numbers[-1]) if numbers else None
            yield Draft(any_of([name]), "requirement", line, frame=frame)
        elif opens := _OPENS.match(clause.text, name.end):
            yield Draft(any_of([name]), "requirement", line, raises=opens["what"])
    for match in _NEW_LAW.finditer(clause.text):
        yield Draft(
            called(f"{match['law']}に基づく認定", "certification"),
            "requirement",
            clause.line_at(match.start()),
        )


def _by_nomination(clause: Clause) -> Iterator[Draft]:
    """Who may enter by himself (自薦), and who else is named by others (他薦)."""
    by_oneself = _BY_ONESELF.search(clause.text)
    if by_oneself is None or not (holders := names(by_oneself["who"])):
        return
    condition = any_of(holders)
    if by_others := _BY_OTHERS.search(clause.text):
        # a line of the page that begins within the words begins the body's name
        begins = [
            start - clause.offset - by_others.start()
            for start in clause.flow.starts
            if start - clause.offset < by_others.end("body")
        ]
        nomination = by_others["by"][max(0, *begins) :]
        condition = Condition(
            (*condition.printed, nomination),
            "any",
            condition.kind,
            ((*condition.requires[0], Alternative(what=nomination, kind="other")),),
        )
    yield Draft(condition, "requirement", clause.line_at(by_oneself.start()))


def _is_required(text: str, name: Name) -> bool:
    before = text[: name.start]
    recognised = certifications().get(name.what) is not None or _RECOGNISED_BEFORE.search(before)
    return bool(
        _ONLY.match(text, name.end)
        or _WHOM.search(before)
        or _BEFORE.search(before)
        or (_DECLARED.match(text, name.end) and _IS_REQUIRED.search(text))
        or (recognised and _BASED.match(text, name.end))
    )
