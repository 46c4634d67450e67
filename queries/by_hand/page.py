"""The page of questions to paste, written from `by_hand/*.cypher` and what a graph answers.

A file begins with its question, a comment line in Japanese and one in English; the query has no
parameters.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.opening import open_store
from graph.store import Store

_FOLDER = Path(__file__).parent
_SHOWN = 4  # rows of an answer
_MARKS, _ESCAPED = re.compile(r"([\\|*~<`])"), r"\\\1"  # what Markdown would take for its own
_HEAD = """# Twenty questions to paste

Each query runs as it stands in Neo4j Browser, in `shisaku cypher "…"` (with Neo4j and with the
embedded graph), and as `shisaku cypher --file queries/by_hand/NAME.cypher`.
[The graph's types](graph.md) say what else can be asked. Shown are the first rows that the bundled
catalogue gives.

Written from `queries/by_hand/` by `queries/by_hand/page.py`
(`shisaku load && python -m queries.by_hand.page > docs/twenty-questions.md`); a test holds the page
to it.

To write one that both engines speak: MATCH, OPTIONAL MATCH, WHERE, WITH, `EXISTS { MATCH … }`, CASE
and aggregates; ask for a relationship's type as `r.type`; give every node a label; take lists whole
(the place of the first element is 0 in Neo4j, 1 in the embedded graph); end ORDER BY with what
tells rows apart.
"""


@dataclass(frozen=True)
class ByHand:
    """A question of the page."""

    name: str
    """The name of its file, without the ending."""
    japanese: str
    """The question in Japanese."""
    english: str
    """The same question in English."""
    cypher: str
    """The query without its heading."""


def questions_by_hand() -> tuple[ByHand, ...]:
    """The questions in the order of their file names."""
    return tuple(_question(path) for path in sorted(_FOLDER.glob("*.cypher")))


def _question(path: Path) -> ByHand:
    japanese, english, cypher = path.read_text(encoding="utf-8").split("\n", 2)
    return ByHand(
        path.stem, japanese.removeprefix("// "), english.removeprefix("// "), cypher.strip()
    )


def by_hand_page(store: Store) -> str:
    """The page as Markdown: each question, its query and the first rows of the answer."""
    return "\n".join(
        [
            _HEAD,
            *(
                _section(number, question, store.read(question.cypher))
                for number, question in enumerate(questions_by_hand(), 1)
            ),
        ]
    )


def _section(number: int, question: ByHand, rows: list[dict[str, Any]]) -> str:
    columns = list(rows[0]) if rows else []
    table = [
        _line(columns),
        "|---" * len(columns) + "|",
        *(_line(row.values()) for row in rows[:_SHOWN]),
    ]
    more = [f"\n… {len(rows)} rows"] if len(rows) > _SHOWN else []
    return "\n".join(
        [
            f"## {number}. {question.english}\n",
            f"{question.japanese}（`{question.name}`）\n",
            f"```cypher\n{question.cypher}\n```\n",
            *table,
            *more,
            "",
        ]
    )


def _line(values: Any) -> str:
    return f"| {' | '.join(_MARKS.sub(_ESCAPED, _cell(value)) for value in values)} |"


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return "" if value is None else value if isinstance(value, str) else json.dumps(value)


if __name__ == "__main__":
    with open_store() as opened:
        sys.stdout.write(by_hand_page(opened))
