"""Which column of a table of companies says what (YAML): ours, gBizINFO's download of
certifications, or a file of the user's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from graph.errors import ProfileError

_SHIPPED = {
    "plain": Path(__file__).with_name("plain.yaml"),
    "gbizinfo": Path(__file__).with_name("gbizinfo.yaml"),
}


class Columns(BaseModel):
    """What each column is called, as its heading prints it. A certification may be told by several
    columns (name, stage).
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
    """How a table is read. `rows`: one row a company, or one a certification of a company (in any
    order); `separators`: what stands between several names in one cell; `unknown`: whether a
    certification that the graph does not know is a problem, or is counted and passed over; `names`:
    what the table calls a certification → what the graph does; `optional`: columns that may be
    missing.
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
    the place for one that does not hold together.
    """
    path = _SHIPPED.get(which, Path(which))
    try:
        return TableMapping.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProfileError(
            f"cannot be read as YAML: {error}",
            str(path),
            f"name a file, or one of {', '.join(_SHIPPED)}",
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise ProfileError(
            f"{'.'.join(map(str, first['loc'])) or 'the mapping'}: {first['msg']}",
            str(path),
            "see docs/bonus.md",
        ) from error
