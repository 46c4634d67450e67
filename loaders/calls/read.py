"""Saved answers -> documents and calls; the same call in several answers is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from graph.language.counting import counted
from loaders.calls.saved import SavedAnswer, SavedEntry
from loaders.calls.titles import Kind, kind_of
from loaders.calls.values import code, read_values, text
from loaders.catalogue.records.calls import Call, ToldAt
from loaders.catalogue.records.documents import Document
from loaders.text.page import Problem

TITLE = "補助金の公募（jGrants の回答）"
PUBLISHER = "デジタル庁"
PORTAL = "https://www.jgrants-portal.go.jp/"
TERMS = f"出典: jGrants（デジタル庁） {PORTAL}"
_LEFT_OUT: dict[Kind, str] = {
    "follow_up_form": "follow-up forms",
    "exercise": "exercises",
}
_NAMED = 6  # of those that are left out, in a line


@dataclass(frozen=True)
class _Told:
    """What one entry tells."""

    kind: Kind
    """What it is, by its title."""
    code: str
    """The number of the call."""
    title: str
    """Its title."""
    fetched_at: str
    """When it was saved; empty where that is not told."""
    at: ToldAt
    """Where it stands."""
    fields: dict[str, Any]
    """Fields of the Call that it tells."""


@dataclass(frozen=True)
class ReadCalls:
    """What saved answers give."""

    documents: tuple[Document, ...]
    """The answers."""
    calls: tuple[Call, ...]
    """The calls, by id."""
    left_out: tuple[str, ...]
    """What was left out and why, a line each, with counts."""
    problems: tuple[Problem, ...]
    """What could not be read, and counts that do not hold."""


def read_calls(answers: Sequence[SavedAnswer]) -> ReadCalls:
    """The calls of answers, each once: what the answer that was saved last tells of it holds, and
    what only another one tells. Follow-up forms and exercises are left out, with a count.
    """
    problems: list[Problem] = []
    told: list[_Told] = []
    documents = []
    for answer in answers:
        of_answer = list(_told(answer, problems))
        told += of_answer
        documents.append(_document(answer, of_answer))
        if answer.stated is not None and answer.stated != len(answer.entries):
            problems.append(
                Problem(
                    answer.id,
                    answer.lines,
                    f"{counted(len(answer.entries), 'calls')} read up to the last line, the answer"
                    f" states {answer.stated:,}",
                )
            )
    by_code: dict[str, list[_Told]] = {}
    for each in sorted(told, key=lambda each: each.fetched_at, reverse=True):
        by_code.setdefault(each.code, []).append(each)
    kept = {number: of_one for number, of_one in by_code.items() if of_one[0].kind == "call"}
    calls = sorted((_call(of_one) for of_one in kept.values()), key=lambda call: call.id)
    return ReadCalls(
        tuple(documents),
        tuple(calls),
        tuple(_left_out(told, by_code)),
        tuple(problems),
    )


def _told(answer: SavedAnswer, problems: list[Problem]) -> Iterator[_Told]:
    for entry in answer.entries:
        try:
            yield _entry(answer, entry, problems)
        except ValueError as error:
            problems.append(Problem(answer.id, entry.line, f"no call: {error}"))


def _entry(answer: SavedAnswer, entry: SavedEntry, problems: list[Problem]) -> _Told:
    number = code(entry.values["code"])

    def refuse(what: str) -> None:
        problems.append(Problem(answer.id, entry.line, f"{number}: {what}"))

    title = text(entry.values["title"])
    if not title:
        raise ValueError(f"{number} has no title")
    return _Told(
        kind_of(title),
        number,
        title,
        str(entry.values.get("fetched_at") or answer.fetched_at or ""),
        ToldAt(document=answer.id, line=entry.line),
        read_values(entry.values, refuse),
    )


def _call(told: Sequence[_Told]) -> Call:
    """One call of what entries tell of it, the latest first."""
    fields: dict[str, Any] = {}
    for each in told:
        for name, value in each.fields.items():
            if name not in fields or (fields[name] in (None, []) and name in _ADDED):
                fields[name] = value
    first = told[0]
    return Call(
        id=f"call:{first.code}",
        code=first.code,
        title=first.title,
        fetched_at=first.fetched_at,
        told=list(dict.fromkeys(each.at for each in told)),
        **fields,
    )


# what an older answer adds where the latest says nothing of it; of the others nothing said is what
# holds (no cap, no limit)
_ADDED = frozenset({"scheme", "rates", "purposes", "url", "project_ends"})


def _document(answer: SavedAnswer, told: Sequence[_Told]) -> Document:
    kinds = [each.kind for each in told]
    found: dict[str, int | str] = {"calls": len(answer.entries)}
    for kind, name in _LEFT_OUT.items():
        if count := kinds.count(kind):
            found[f"left_out_{name.replace('-', '_').replace(' ', '_')}"] = count
    fetched = max((each.fetched_at for each in told), default=answer.fetched_at or "")
    return Document(
        id=answer.id,
        title=TITLE,
        publisher=PUBLISHER,
        date=fetched[:10],
        url=PORTAL,
        file=answer.path.name,
        sha256=answer.sha256,
        lines=answer.lines,
        states={} if answer.stated is None else {"calls": answer.stated},
        found=found,
        terms_of_use=TERMS,
    )


def _left_out(told: Sequence[_Told], by_code: dict[str, list[_Told]]) -> Iterator[str]:
    firsts = [of_one[0] for of_one in by_code.values()]
    for kind, name in _LEFT_OUT.items():
        of_kind = sorted(each.code for each in firsts if each.kind == kind)
        if of_kind:
            yield (
                f"left out: {counted(len(of_kind), name)} ({_some(of_kind)}), no calls of their own"
            )
    calls = sum(each.kind == "call" for each in firsts)
    yield (
        f"calls: {counted(len(told), 'entries')} read are {counted(calls, 'calls')} and"
        f" {len(firsts) - calls} left out; {len(told) - len(firsts)} told of one more than once"
    )


def _some(codes: Iterable[str]) -> str:
    listed = list(codes)
    more = f" and {len(listed) - _NAMED} more" if len(listed) > _NAMED else ""
    return ", ".join(listed[:_NAMED]) + more
