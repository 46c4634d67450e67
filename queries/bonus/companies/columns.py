"""Which column of a table of companies says what (YAML): ours, gBizINFO's download of
certifications, or a file of the user's.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from graph.errors import ProfileError
from graph.files.yaml_file import read_yaml

SHIPPED = {  # by the name that --mapping takes
    "plain": Path(__file__).with_name("plain.yaml"),
    "gbizinfo": Path(__file__).with_name("gbizinfo.yaml"),
    "josei_katsuyaku": Path(__file__).with_name("josei_katsuyaku.yaml"),
}


class Columns(BaseModel):
    """What each column is called, as its heading prints it."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    number: str | list[str]
    """The number of the company, the only column that must be named (a list: see name)."""
    name: str | list[str] | None = None
    """The name of the company; of several columns of one meaning the first that says something
    counts, and they may not contradict one another."""
    size: str | list[str] | None = None
    """Its size class."""
    hold: list[str] = []
    """Certifications; several columns may name one together (name, stage)."""
    does: str | list[str] | None = None
    """What it does besides."""
    industry: str | list[str] | None = None
    """Its industries, as a profile names them (graph/schema/industry_classes.yaml)."""
    kind: str | list[str] | None = None
    """What kind of company it is (graph/schema/company_kinds.yaml)."""
    employees: str | list[str] | None = None
    """How many it employs, or a band (301～500人)."""
    capital: str | list[str] | None = None
    """Its capital in yen."""
    sales: str | list[str] | None = None
    """Its sales in yen a year."""
    group_employees: str | list[str] | None = None
    """How many the whole group employs."""


class Mark(BaseModel):
    """A column that tells of one certification whether it is held."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    column: str
    """What it is called, as its heading prints it."""
    certification: str
    """What a mark (○) in it says is held; a stage in it (3段階目, ★★) is that of this."""


class TableMapping(BaseModel):
    """How a table is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    rows: Literal["company", "certification"]
    """One row a company, or one a certification of a company (in any order)."""
    encoding: str | None = None
    """The encoding of the file; None: that of its byte order mark, else UTF-8, else cp932."""
    separators: str = Field(default="、；;|｜，,／/・\n\r", min_length=1)
    """What stands between several names in one cell; a name that the graph knows is not cut, nor is
    a number.
    """
    nothing: list[str] = [
        *(
            "なし",
            "無し",
            "無",
            "ない",
            "該当なし",
            "該当無し",
            "特になし",
            "未取得",
            "不明",
            "非公開",
            "非公表",
            "未回答",
            "none",
            "n/a",
            "-",
            "×",
        )
    ]
    """What a cell says that tells nothing, as one that is empty."""
    unknown: Literal["refuse", "ignore"] = "refuse"
    """Whether a certification that the graph does not know is a problem (refuse), or is counted and
    passed over (ignore).
    """
    unknown_industry: Literal["refuse", "ignore"] = "refuse"
    """Whether a word that is no industry is a problem (refuse), or is counted and passed over
    (ignore).
    """
    no_industry: list[str] = ["その他", "分類不能の産業", "不明"]
    """What the cell of an industry says that names none, besides `nothing`."""
    columns: Columns
    """What each column is called."""
    marks: list[Mark] = []
    """Columns that tell of one certification each, by a mark or a stage; in a table with one row a
    company.
    """
    held: list[str] = [
        "○",
        "〇",
        "◯",
        "◎",
        "●",
        "✓",
        "✔",
        "レ",
        "有",
        "有り",
        "あり",
        "はい",
        "済",
        "取得",
        "取得済",
        "1",
        "true",
        "yes",
        "y",
    ]
    """What a cell of a mark says where the certification is held."""
    not_held: list[str] = [
        "✕",
        "☓",
        "x",
        "無",
        "いいえ",
        "0",
        "false",
        "no",
        "n",
        "－",
        "―",
        "ー",
        "/",
    ]
    """What it says where it is not, besides `nothing`."""
    own_numbers: bool = True
    """Whether a company may go by a number of one's own; what has the length of a 法人番号, or
    misses it by one digit, is checked all the same.
    """
    optional: list[str] = []
    """Columns that may be missing."""
    names: dict[str, str] = {}
    """What the table calls a certification → what the graph does."""

    @model_validator(mode="after")
    def _marks_are_of_a_company(self) -> TableMapping:
        if self.marks and self.rows != "company":
            raise ValueError("marks stand in a table with one row a company (rows: company)")
        return self


def read_mapping(which: str) -> TableMapping:
    """The mapping of a shipped name (plain, gbizinfo) or of a YAML file. Raises ProfileError with
    the file and the place in it for one that does not hold together.
    """
    path = SHIPPED.get(which, Path(which))
    if not path.exists():
        raise ProfileError("there is no such mapping", which, f"a file, or {' or '.join(SHIPPED)}")
    return read_yaml(path, TableMapping, "see docs/bonus.md", ProfileError)
