"""Which column of a table of companies says what (YAML): ours, gBizINFO's download of
certifications, or a file of the user's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from graph.errors import ProfileError
from graph.files.yaml_file import read_yaml

_SHIPPED = {
    "plain": Path(__file__).with_name("plain.yaml"),
    "gbizinfo": Path(__file__).with_name("gbizinfo.yaml"),
}


class Columns(BaseModel):
    """What each column is called, as its heading prints it.

    number: that of the company, the only one that must be named
    name: the company's name
    size: its size class
    hold: certifications; several columns may name one together (name, stage)
    does: what it does besides
    employees: heads
    capital: yen
    sales: yen a year
    group_employees: heads of the whole group
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: str
    name: str | None = None
    size: str | None = None
    hold: list[str] = []
    does: str | None = None
    employees: str | None = None
    capital: str | None = None
    sales: str | None = None
    group_employees: str | None = None


class TableMapping(BaseModel):
    """How a table is read.

    rows: one row a company, or one a certification of a company (in any order)
    encoding: of the file
    separators: what stands between several names in one cell
    unknown: whether a certification that the graph does not know is a problem (refuse), or is
        counted and passed over (ignore)
    columns: what each column is called
    optional: columns that may be missing
    names: what the table calls a certification → what the graph does
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: Literal["company", "certification"]
    encoding: str = "utf-8-sig"
    separators: str = Field(default="、；;|｜", min_length=1)
    unknown: Literal["refuse", "ignore"] = "refuse"
    columns: Columns
    optional: list[str] = []
    names: dict[str, str] = {}


def read_mapping(which: str) -> TableMapping:
    """The mapping of a shipped name (plain, gbizinfo) or of a YAML file. Raises ProfileError with
    the file and the place in it for one that does not hold together.
    """
    path = _SHIPPED.get(which, Path(which))
    if not path.exists():
        raise ProfileError("there is no such mapping", which, f"a file, or {' or '.join(_SHIPPED)}")
    return read_yaml(path, TableMapping, "see docs/bonus.md", ProfileError)
