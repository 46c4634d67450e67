"""Telling a query that only reads from one that would do more.

A store opened read-only refuses to change the graph, but LadybugDB still lets a query write files
(COPY … TO), read any file (LOAD FROM) and fetch extensions (INSTALL), and Neo4j lets it fetch
addresses (LOAD CSV) and call procedures. So only reading clauses pass.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import TypeVar

from graph.bounds import QUERY_ROWS, QUOTED, cut, quoted
from graph.errors import StoreError

_ASKED_AGAIN = 512  # texts of queries of which the answer is kept: taking one apart costs 0.2 ms
Row = TypeVar("Row")
_OPENS = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN"})
_REFUSED = frozenset(
    [
        "ALTER",
        "ANALYZE",
        "ATTACH",
        "BEGIN",
        "CALL",
        "CHECKPOINT",
        "COMMENT",
        "COMMIT",
        "COPY",
        "CREATE",
        "DELETE",
        "DETACH",
        "DROP",
        "EXPLAIN",
        "EXPORT",
        "FORCE",
        "FOREACH",
        "IMPORT",
        "INSERT",
        "INSTALL",
        "LOAD",
        "MERGE",
        "PROFILE",
        "REMOVE",
        "ROLLBACK",
        "SET",
        "UNINSTALL",
        "UPDATE",
        "USE",
    ]
)
# what stands behind a name, and never behind the word that begins a clause
_AFTER_A_NAME = frozenset(",)]}.:=<>|&")
# and what does behind a name where an expression began before it
_AFTER_AN_OPERAND = _OPENS | frozenset(
    [
        *("WHERE", "ORDER", "SKIP", "LIMIT", "UNION", "ASC", "DESC", "ASCENDING", "DESCENDING"),
        *("AND", "OR", "XOR", "IN", "IS", "CONTAINS", "STARTS", "ENDS", "AS", *"+-*/%^"),
    ]
)
# behind these an expression begins, so that AS itself is a name there
_BEFORE_AN_EXPRESSION = frozenset(
    [
        *("AND", "AS", "BY", "CASE", "CONTAINS", "DISTINCT", "ELSE", "IN", "LIMIT", "NOT", "OR"),
        *("RETURN", "SKIP", "THEN", "UNWIND", "WHEN", "WHERE", "WITH", "XOR", *"([{,=<>+-/%^|"),
    ]
)
# what stands before the dot of functions that only reckon; those of other names may do anything
_RECKONING = frozenset(
    [*("date", "time", "datetime", "localtime", "localdatetime", "duration"), "point", "vector"]
)
_HALF = re.compile(r"[\ud800-\udfff]")  # which no encoding can write
_LONE_RETURN = re.compile(r"\r(?!\n)")  # ends a comment for one engine, and not for another
_ESCAPED = re.compile(
    r"\\u+[0-9A-Fa-f]{4}"
)  # Neo4j puts the character in before it parses, so that '\u0027 would close a string
_TOKEN = re.compile(
    r"""
    (?P<aside>//[^\n]*|/\*.*?\*/|[\s\ufeff]+)  # a mark alone hangs LadybugDB
  | (?P<quoted>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`)
  | (?P<name>[.:$]\s*\w+)                 # a property, label or parameter may be called anything
  | (?P<word>\w+)
  | (?P<end>;)
  | (?P<open>/\*.*|['"`].*)                # a comment or quote that nothing closes
  | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


@lru_cache(_ASKED_AGAIN)
def without_label(cypher: str, label: str) -> str:
    """The query with that label taken out of its patterns (:label&(A|B) becomes :A|B); what is
    quoted or commented stays.
    """
    tokens = [(m.lastgroup, m.group()) for m in _TOKEN.finditer(cypher)]
    kept, at = [], 0
    while at < len(tokens):
        kind, text = tokens[at]
        at += 1
        if kind != "name" or not re.fullmatch(rf":\s*{label}", text):
            kept.append(text)
        elif [one for _, one in tokens[at : at + 2]] == ["&", "("]:
            end = tokens.index(("other", ")"), at)
            kept += [":", *(one for _, one in tokens[at + 2 : end])]
            at = end + 1
    return "".join(kept)


def check_reading(cypher: str, parameters: Collection[str] = ()) -> None:
    """Raises StoreError unless the query is one statement made of reading clauses, and those that
    it names are among `parameters`.
    """
    _check(cypher, frozenset(parameters))


@lru_cache(_ASKED_AGAIN)
def _check(cypher: str, parameters: frozenset[str]) -> None:
    if lone := _HALF.search(cypher):
        raise StoreError(
            f"the query is no text: half a character (U+{ord(lone[0]):04X})", todo="type it anew"
        )
    if escaped := _ESCAPED.search(cypher):
        raise StoreError(
            f"{escaped[0]} is refused: an escape can hide what a query does",
            todo="write the character itself, or give it as a parameter",
        )
    if _LONE_RETURN.search(cypher):
        raise StoreError(
            "a carriage return alone is refused: it can hide what a query does",
            todo="end lines with a line feed",
        )
    tokens = [(m.lastgroup, m.group()) for m in _TOKEN.finditer(cypher) if m.lastgroup != "aside"]
    if opened := next((text for kind, text in tokens if kind == "open"), None):
        raise StoreError(
            f"{'a comment' if opened[0] == '/' else 'a quote'} is not closed: {quoted(opened)}",
            todo="close it",
        )
    _check_functions(tokens)
    while tokens and tokens[-1][0] == "end":
        tokens.pop()
    if not tokens:
        raise StoreError(
            "the query is empty", todo='try "MATCH (n) RETURN n.type AS type, count(*) AS n"'
        )
    if any(kind == "end" for kind, _ in tokens):
        raise StoreError("more than one statement", todo="ask one question at a time")
    first = tokens[0][1].upper()
    if tokens[0][0] == "word" and first not in _OPENS | _REFUSED:
        raise StoreError(
            f"a query does not begin with {tokens[0][1]}",
            todo="begin with MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN",
        )
    if refused := next((word for word in _clauses(tokens) if word in _REFUSED), None):
        raise StoreError(
            f"{refused} is refused: the graph is read-only",
            todo=(
                "ask with MATCH … RETURN; change the catalogue and load it again (a name stands in"
                f" backticks: `{refused.lower()}`)"
            ),
        )
    named = [text[1:].strip() for kind, text in tokens if kind == "name" and text.startswith("$")]
    if missing := next(
        (name for name in named if name not in parameters), None
    ):  # LadybugDB would take it for null
        raise StoreError(f"the parameter ${missing} has no value", todo="give it one")


def _check_functions(tokens: Sequence[tuple[str | None, str]]) -> None:
    """Raises StoreError for a function of a name with dots (apoc.cypher.runFirstColumnSingle) that
    may do more than reckon, and for one in backticks, which could be any.
    """
    for place in range(len(tokens) - 1):
        if tokens[place + 1][1] != "(":
            continue
        parts = _dotted(tokens, place)
        quoted_part = any(part.startswith("`") for part in parts)
        if quoted_part or (len(parts) > 1 and parts[0].lower() not in _RECKONING):
            raise StoreError(
                "a function of this name is refused: the graph is read-only",
                cut(".".join(parts), QUOTED),
                "ask with functions of Cypher itself",
            )


def _dotted(tokens: Sequence[tuple[str | None, str]], last: int) -> list[str]:
    """The parts of the name that ends with the token at `last` (date, truncate); none where it is
    no name.
    """
    parts: list[str] = []
    for place in range(last, -1, -1):
        text = tokens[place][1]
        if text == ".":
            continue
        if text.startswith("."):
            parts.insert(0, text[1:].strip())
        elif re.fullmatch(r"\w+|`[^`]*`", text):
            parts.insert(0, text)
            if not place or tokens[place - 1][1] != ".":
                break
        else:
            break
    return parts


def first_rows(rows: Iterable[Row], most: int | None, where: str) -> list[Row]:
    """The first `most` rows; all if None, of which there may be QUERY_ROWS. Raises StoreError for
    more.
    """
    if most is not None:
        return list(islice(rows, most))
    taken = list(islice(rows, QUERY_ROWS + 1))
    if len(taken) > QUERY_ROWS:
        raise StoreError(
            f"the answer has more than {QUERY_ROWS:,} rows", where, "ask for less, with LIMIT"
        )
    return taken


@lru_cache(_ASKED_AGAIN)
def at_most(cypher: str, rows: int) -> str:
    """The query, giving so many rows at most where that can be said behind it, or by a smaller
    LIMIT in place of its own: not behind a UNION, whose parts have a LIMIT each.
    """
    depth, said, tokens = 0, set(), list(_TOKEN.finditer(cypher))
    for match in tokens:
        if match.lastgroup == "other":
            depth += (match.group() in "([{") - (match.group() in ")]}")
        elif match.lastgroup == "word" and not depth:
            said.add(match.group().upper())
            said -= {"LIMIT"} if match.group().upper() in _OPENS else set()
    kept = [match for match in tokens if match.lastgroup not in ("aside", "end")]
    if "RETURN" not in said or "UNION" in said:
        return cypher
    if "LIMIT" not in said:
        return f"{cypher[: kept[-1].end()]} LIMIT {rows}"
    limit, last = kept[-2:]
    if limit.group().upper() == "LIMIT" and last.group().isdigit():
        return f"{cypher[: last.start()]}{min(int(last.group()), rows)}"
    return cypher


def one_column_each(columns: Sequence[str]) -> None:
    """Raises StoreError where two columns of an answer are called the same: a row would keep the
    last of them without a word.
    """
    if twice := next((name for i, name in enumerate(columns) if name in columns[:i]), None):
        raise StoreError(
            f"two columns are called {quoted(twice)}", todo=f"name them apart: RETURN … AS {twice}2"
        )


def _clauses(tokens: Sequence[tuple[str | None, str]]) -> Iterator[str]:
    """The words that may begin a clause, in capitals: not those that are surely names."""
    is_alias = False
    for i, (kind, text) in enumerate(tokens):
        before, after = tokens[i - 1] if i else None, tokens[i + 1] if i + 1 < len(tokens) else None
        as_name, is_alias = is_alias, False
        if kind != "word":
            continue
        if (
            text.upper() == "AS"
            and not as_name
            and before
            and (before[1].upper() not in _BEFORE_AN_EXPRESSION)
        ):
            is_alias = True
            continue
        operand = as_name or (before and before[1].upper() in _BEFORE_AN_EXPRESSION)
        named = before is not None and (
            after is None
            or after[1][0] in _AFTER_A_NAME
            or (operand and after[1].upper() in _AFTER_AN_OPERAND)
        )
        if not named:
            yield text.upper()
