"""docs/python.md, written from the public names of `shisaku` and an example of each:
`shisaku load && python -m docs.python_page` writes it; a test holds it to what the examples print.

An example is a file of docs/examples/ that runs by itself on the loaded graph and prints
something.
"""

from __future__ import annotations

import contextlib
import inspect
import io
from pathlib import Path

import shisaku
from loaders.catalogue.page import explanations

FOLDER = Path(__file__).parent / "examples"
PAGE = Path(__file__).with_name("python.md")
_HEAD = """# In Python

Written from the public names of `shisaku.py` and `docs/examples/` by `docs/python_page.py`
(`shisaku load && python -m docs.python_page`); a test runs every example and holds the page to what
it prints.

Every answer is a frozen dataclass with typed fields; money is in yen, lines count from 1, and what
is cited carries its `sources` (document, line). An error is a `graph.errors.ShisakuError` that says
what, where and what to do.
"""


def python_page() -> str:
    """The page as Markdown: each name with its signature, what it gives, an example and its output.

    Reads the graph that `SHISAKU_STORE` names. Raises FileNotFoundError for a name without example.
    """
    return "\n".join([_HEAD, *(_part(name) for name in sorted(shisaku.__all__, key=str.casefold))])


def _part(name: str) -> str:
    value = getattr(shisaku, name)
    code = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    about = inspect.cleandoc(value.__doc__ or "")
    if inspect.isclass(value):
        about += _fields(value)
    return (
        f"## `{name}`\n\n```python\n{_signature(name, value)}\n```\n\n{about}\n\n"
        f"```python\n{code}```\n\n```\n{output_of(code)}```\n"
    )


def _fields(value: type) -> str:
    explained = explanations(value)
    return "\n" * bool(explained) + "".join(
        f"\n- `{field}`: {text}" for field, text in explained.items()
    )


def _signature(name: str, value: object) -> str:
    if not callable(value):
        raise TypeError(f"{name} is neither a function nor a class")
    parameters = [
        str(parameter.replace(annotation=inspect.Parameter.empty)).split("=")[0]
        + (f": {parameter.annotation}")
        + _default(parameter.default)
        for parameter in inspect.signature(value).parameters.values()
    ]
    returns = inspect.signature(value).return_annotation
    given = f" -> {returns}" if inspect.isfunction(value) else ""
    return f"{name}({', '.join(parameters)}){given}"


def _default(value: object) -> str:
    if value is inspect.Parameter.empty:
        return ""
    plain = isinstance(value, str | int | float | tuple | type(None))
    return f" = {value!r}" if plain else f" = {type(value).__name__}()"


def output_of(code: str) -> str:
    """What an example prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "example", "exec"), {"__name__": "example"})  # noqa: S102 - our own file
    return printed.getvalue()


if __name__ == "__main__":
    PAGE.write_text(python_page(), encoding="utf-8")
