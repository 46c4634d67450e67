"""The arguments of tools that ask for a company: who it is."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from commands.assistants import arguments as a
from commands.assistants.answers import Answer
from graph.errors import NotFound
from queries.bonus.profile import Profile

Question = TypeVar("Question", bound=Callable[..., Answer])


def profile_of(
    size: a.Size = "",
    holds: a.Held = [],  # noqa: B006  # never changed
    does: a.Does = [],  # noqa: B006  # never changed
    employees: a.Employees = None,
    capital: a.Capital = None,
    sales: a.Sales = None,
    industry: a.Industry = [],  # noqa: B006  # never changed
) -> Profile:
    """The company of these arguments. Raises NotFound for an empty name."""
    if any(not word.strip() for word in (*holds, *does, *industry)):
        raise NotFound("a name is empty", None, "leave it out, or say which")
    return Profile(
        size=(size,) if size.strip() else (),
        hold=tuple(holds),
        does=tuple(does),
        employees=employees,
        capital=capital,
        sales=sales,
        industry=tuple(industry),
    )


def of_a_company(question: Question) -> Callable[..., Answer]:
    """The question, a method that takes a profile first, asked with the arguments of `profile_of`
    in its place.
    """
    of_company = inspect.signature(profile_of, eval_str=True).parameters
    itself, _, *others = inspect.signature(question, eval_str=True).parameters.values()

    @wraps(question)
    def asked(self: Any, **arguments: Any) -> Answer:
        company = {name: arguments.pop(name) for name in of_company if name in arguments}
        return question(self, profile_of(**company), **arguments)

    signature = inspect.Signature([itself, *of_company.values(), *others])
    vars(asked)["__signature__"] = signature  # what the server reads of a tool
    return asked
