"""What the tools take: each argument with its type, its bounds and what it says in Japanese and
English.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from graph.bounds import LARGEST_NUMBER, WORD

Page = Annotated[int, Field(ge=1, le=10_000, description="ページ（1から） / page, from 1")]
Words = Annotated[
    str,
    Field(
        min_length=1,
        max_length=WORD,
        description="語（空白で区切るとすべてを含むもの） / words, all of which must stand there",
    ),
]
AnyWords = Annotated[
    str, Field(max_length=WORD, description="公募名などの語 / words in names; empty: any")
]
MeasureName = Annotated[
    str,
    Field(min_length=1, max_length=WORD, description="施策名か ID / name or id of a measure"),
]
AnyMeasure = Annotated[
    str,
    Field(max_length=WORD, description="施策か予算事業の名・ID / measure or programme; empty: any"),
]
ProgrammeName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=WORD,
        description="予算事業名かシート番号 / name of a budget programme, or number of its sheet",
    ),
]
RaisedName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=WORD,
        description="補助金・施策・制度の名 / subsidy, measure or scheme (公共調達 …)",
    ),
]
LawName = Annotated[
    str, Field(min_length=1, max_length=WORD, description="法令名か ID / name or id of a law")
]
DocumentName = Annotated[
    str,
    Field(
        min_length=1,
        max_length=WORD,
        description="資料の ID（package-2025、rs-2024 など） / id of a document",
    ),
]
Ministry = Annotated[
    str, Field(max_length=WORD, description="府省庁か外局の名 / ministry or agency; empty: any")
]
Theme = Annotated[
    str,
    Field(max_length=WORD, description="テーマ（人材育成、輸出 など） / theme; empty: any"),
]
Year = Annotated[
    int,
    Field(ge=0, le=2200, description="予算年度（0：執行済みの最新） / budget year; 0: latest"),
]
Grade = Annotated[
    int,
    Field(ge=1, le=3, description="1 断片化、2 重なり、3 重複 / at least this grade of overlap"),
]
Day = Annotated[
    str,
    Field(max_length=40, description="日付（2026-09-01、令和8年9月1日） / day; empty: today"),
]
Area = Annotated[
    str, Field(max_length=40, description="都道府県 / prefecture (東京都); empty: any")
]
OpenOnly = Annotated[bool, Field(description="公募中だけ / only those that are open on the day")]
Kind = Literal[
    "any",
    "Measure",
    "BudgetProgramme",
    "Certification",
    "Ministry",
    "Agency",
    "Body",
    "Law",
    "Recipient",
    "Call",
]
Kinds = Annotated[Kind, Field(description="種類 / type of thing")]
Language = Annotated[Literal["ja", "en"], Field(description="説明の言語 / language of sentences")]
By = Annotated[
    Literal["ministry", "agency", "bureau"],
    Field(description="集計の単位 / add up by ministry, outer office or bureau"),
]

Name = Annotated[str, Field(max_length=WORD)]
Size = Annotated[
    str,
    Field(max_length=WORD, description="企業規模（中小企業 など） / size class; empty: none"),
]
Held = Annotated[
    list[Name],
    Field(max_length=50, description="持つ認定・計画・宣言 / certifications, plans held"),
]
Does = Annotated[
    list[Name],
    Field(max_length=50, description="すること（賃上げ+3% など） / what it does (賃上げ+3%)"),
]
Industry = Annotated[
    list[Name], Field(max_length=20, description="業種（標準産業分類の語） / industries")
]
_Count = Field(ge=0, le=LARGEST_NUMBER)
Employees = Annotated[int | None, _Count, Field(description="常時使用する従業員数 / employees")]
Capital = Annotated[int | None, _Count, Field(description="資本金（円） / capital in yen")]
Sales = Annotated[int | None, _Count, Field(description="売上高（円） / sales in yen a year")]
