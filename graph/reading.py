"""Telling a query that only reads from one that would do more.

A store opened read-only refuses to change the graph, but LadybugDB still lets a query write files
(COPY … TO), read any file (LOAD FROM) and fetch extensions (INSTALL), and Neo4j lets it fetch
addresses (LOAD CSV) and call procedures. So only reading clauses pass.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from graph.errors import StoreError

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
_ESCAPED = re.compile(
    r"\\u+[0-9A-Fa-f]{4}"
)  # Neo4j puts the character in before it parses, so that '\u0027 would close a string
_TOKEN = re.compile(
    r"""
    (?P<aside>//[^\n]*|/\*.*?\*/|\s+)
  | (?P<quoted>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`)
  | (?P<name>[.:$]\s*\w+)                 # a property, label or parameter may be called anything
  | (?P<word>\w+)
  | (?P<end>;)
  | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


def without_label(cypher: str, label: str) -> str:
    """The query with that label taken out of its patterns; what is quoted or commented stays."""
    return "".join(
        "" if m.lastgroup == "name" and re.fullmatch(rf":\s*{label}", m.group()) else m.group()
        for m in _TOKEN.finditer(cypher)
    )


def check_reading(cypher: str, parameters: Collection[str] = ()) -> None:
    """Raises StoreError unless the query is one statement made of reading clauses, and those that
    it names are among `parameters`.
    """
    if escaped := _ESCAPED.search(cypher):
        raise StoreError(
            f"{escaped[0]} is refused: an escape can hide what a query does",
            todo="write the character itself, or give it as a parameter",
        )
    tokens = [(m.lastgroup, m.group()) for m in _TOKEN.finditer(cypher) if m.lastgroup != "aside"]
    while tokens and tokens[-1][0] == "end":
        tokens.pop()
    if not tokens:
        raise StoreError(
            "the query is empty", todo='try "MATCH (n) RETURN n.type AS type, count(*) AS n"'
        )
    if any(kind == "end" for kind, _ in tokens):
        raise StoreError("more than one statement", todo="ask one question at a time")
    words = [text.upper() for kind, text in tokens if kind == "word"]
    if tokens[0][0] == "word" and words[0] not in _OPENS | _REFUSED:
        raise StoreError(
            f"a query does not begin with {tokens[0][1]}",
            todo="begin with MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN",
        )
    if refused := next((word for word in words if word in _REFUSED), None):
        raise StoreError(
            f"{refused} is refused: the graph is read-only",
            todo="ask with MATCH … RETURN; change the catalogue and load it again",
        )
    named = [text[1:].strip() for kind, text in tokens if kind == "name" and text.startswith("$")]
    if missing := next(
        (name for name in named if name not in parameters), None
    ):  # LadybugDB would take it for null
        raise StoreError(f"the parameter ${missing} has no value", todo="give it one")
