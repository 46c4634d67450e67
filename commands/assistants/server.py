"""The tools behind the Model Context Protocol: what each is called, and how it answers and fails.
Imported where assistants are served alone: the package `mcp` need not be there.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations
from pydantic import ValidationError

from commands.assistants.about_companies import AboutCompanies
from commands.assistants.about_the_state import AboutTheState
from commands.assistants.answers import Addresses, Answer, text
from graph.bounds import quoted
from graph.errors import NotFound, ShisakuError
from graph.phrases.phrases import said
from graph.store import Store

NAME = "shisaku-graph"
INSTRUCTIONS = """日本の企業支援施策・予算事業・認定・公募のグラフに、読み取り専用で質問します。
まず find で名前と ID を確かめ、出典（資料:行、公募は jGrants）と address を添えて答えてください。
金額は円。書かれていないことは空のままです。推測しないでください。
Read-only questions about Japan's support measures, budget programmes, certifications and calls.
Find names and ids first; cite the sources (document:line) and addresses. Sums are in yen; what is
not there is not known: do not guess."""
# tool → its title in Japanese and English; the order in which they are listed
TITLES = {
    "find": "さがす / Find",
    "measure": "施策 / Measure",
    "programme": "予算事業 / Budget programme",
    "bonuses": "企業の加点・優遇 / What a company unlocks",
    "next_certification": "次に取る認定 / Next certification",
    "points_for": "加点の条件 / What gives points",
    "overlap": "府省庁の重なり / Overlap of ministries",
    "theme": "テーマ / Theme",
    "money": "予算と執行 / Money",
    "law": "法令 / Law",
    "changes": "年の流れ / Changes",
    "calls": "公募 / Calls",
}
_READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


class Questions(MCPServer[Any]):
    """A server that refuses what is no argument of a tool, where the package passes it over, and
    says what is wrong with one as we say all else.
    """

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Any = None) -> Any:
        """The tool's answer. Raises ToolError for an unknown tool and for wrong arguments."""
        taken = {
            tool.name: tool.parameters["properties"] for tool in self._tool_manager.list_tools()
        }
        try:
            if name not in taken:
                raise NotFound(f"there is no tool {quoted(name)}", None, _one_of(taken))
            for strange in arguments.keys() - taken[name].keys():
                raise NotFound(
                    f"there is no argument {quoted(strange)}", None, _one_of(taken[name])
                )
            return await super().call_tool(name, arguments, context)
        except ShisakuError as error:
            raise ToolError(error.line(said)) from None
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            first = error.__cause__.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise ToolError(f"{place}: {said(first['msg'])}") from None


def _one_of(names: Iterable[str]) -> str:
    return f"one of {', '.join(names)}"


def server(store: Store, addresses: Addresses | None = None) -> MCPServer[Any]:
    """A server that asks the store; the addresses in answers are those of the dashboard."""
    held = addresses or Addresses()
    questions = AboutTheState(store, held), AboutCompanies(store, held)
    made = Questions(NAME, instructions=INSTRUCTIONS, log_level="WARNING")
    for name, title in TITLES.items():
        question = next(getattr(each, name) for each in questions if hasattr(each, name))
        made.add_tool(
            _answering(question),
            name=name,
            title=title,
            description=inspect.getdoc(question),
            annotations=_READ_ONLY,
            structured_output=False,
        )
    return made


def _answering(question: Callable[..., Answer]) -> Callable[..., str]:
    """The question with its answer as text, and with what is wrong said to the assistant."""

    @wraps(question)
    def answered(**arguments: Any) -> str:
        try:
            return text(question(**arguments))
        except ShisakuError as error:
            raise ToolError(error.line(said)) from None

    signature = inspect.signature(question, eval_str=True)
    told: Any = answered  # inspect and the package read what stands here of it
    told.__signature__ = signature.replace(return_annotation=str)
    told.__annotations__ = {
        **{name: each.annotation for name, each in signature.parameters.items()},
        "return": str,
    }
    return answered
