"""The answer on a theme as tables for a spreadsheet: the question, the ministries, the members, the
pairs, the recipients; in a language (ja or en).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.files.csv_file import Value
from graph.files.spreadsheets import Sheet
from graph.schema.budget_kinds import budget_kinds
from queries.money.rule import Total
from queries.overlap.grades import NAMES
from queries.themes.headings import headings
from queries.themes.members import Reason
from queries.themes.records import ThemeAnswer, ThemeMember, ThemeMinistry

_YEN = ("initial", "supplementary", "available", "executed", "execution")


def sheets_of(answer: ThemeAnswer, language: str) -> list[Sheet]:
    """All of them, the question first."""
    return [
        question_sheet(answer, language),
        ministries_sheet(answer, language),
        members_sheet(answer, language),
        pairs_sheet(answer, language),
        recipients_sheet(answer, language),
    ]


def question_sheet(answer: ThemeAnswer, language: str) -> Sheet:
    """What was asked, and what it comes to."""
    heads, total = headings(language), answer.total
    words = heads.words
    rows: list[Sequence[Value]] = [
        (words["asked"], answer.asked),
        (words["meaning"], "、".join(answer.themes)),
        (words["year"], answer.year),
        (words["programmes"], total.money.programmes),
        (words["measures"], total.measures),
        *((heads.columns[name], getattr(total.money, name)) for name in _YEN),
        (words["not_told"], total.money.not_told),
        (words["moved"], total.money.moved),
        (heads.columns["mentioning"], total.mentioning.programmes),
        (heads.columns["mentioning_available"], total.mentioning.available),
        (words["measures_mentioning"], total.measures_mentioning),
        (words["all_pairs"], len(answer.pairs)),
        (words["between"], answer.between),
        (words["recipients"], len(answer.recipients)),
        (words["touched"], len(answer.touched)),
        (words["note"], ""),
    ]
    return Sheet(heads.sheets["question"], heads.of("what", "value"), rows)


def ministries_sheet(answer: ThemeAnswer, language: str) -> Sheet:
    """A row a ministry, and all together."""
    heads = headings(language)
    columns = heads.of(
        "ministry",
        "programmes",
        "joint",
        "measures",
        *_YEN,
        "mentioning",
        "mentioning_available",
        "own",
        "pots",
    )
    rows = [
        _ministry(row, row.ministry or heads.words["none"], language) for row in answer.ministries
    ]
    total = _ministry(answer.total, heads.words["total"], language)
    return Sheet(heads.sheets["ministries"], columns, [*rows, total])


def _ministry(row: ThemeMinistry, name: str, language: str) -> list[Value]:
    return [
        name,
        row.money.programmes,
        row.joint,
        row.measures,
        *(getattr(row.money, column) for column in _YEN),
        row.mentioning.programmes,
        row.mentioning.available,
        _printed(row.printed, "own", language),
        _printed(row.printed, "pots", language),
    ]


def _printed(totals: Iterable[Total], which: str, language: str) -> str:
    """Each kind of budget and fiscal year with its sum in yen: no two of them may be added."""
    return "、".join(
        f"{total.year or ''} {_kind(total, language)} {yen:,}".strip()
        for total in totals
        if (yen := getattr(total, which)) is not None
    )


def _kind(total: Total, language: str) -> str:
    kind = budget_kinds()[total.kind]
    return kind.japanese if language == "ja" else kind.english.lower()


def members_sheet(answer: ThemeAnswer, language: str) -> Sheet:
    """A row a programme or measure, in their order."""
    columns = headings(language).of(
        "kind",
        "name",
        "ministries",
        "core",
        "why",
        *_YEN,
        "own",
        "pots",
        "companies",
        "paid_by",
        "id",
    )
    return Sheet(
        headings(language).sheets["members"],
        columns,
        [_member(member, language) for member in answer.members],
    )


def _member(member: ThemeMember, language: str) -> list[Value]:
    return [
        headings(language).words[member.kind],
        member.name,
        "、".join(member.ministries),
        "○" if member.core else "",
        "、".join(_reason(reason, language) for reason in member.why),
        *(getattr(member.year, name) if member.year else None for name in _YEN),
        _printed(member.printed, "own", language),
        _printed(member.printed, "pots", language),
        "○" if member.for_companies else "",
        "、".join(member.paid_by),
        member.id,
    ]


def _reason(reason: Reason, language: str) -> str:
    return f"{headings(language).words[reason.kind]}: {reason.what}"


def pairs_sheet(answer: ThemeAnswer, language: str) -> Sheet:
    """A row a pair, in their order."""
    columns = headings(language).of(
        "grade",
        "grade_name",
        "score",
        "within",
        "a",
        "a_ministries",
        "b",
        "b_ministries",
        "a_id",
        "b_id",
    )
    rows: list[list[Value]] = [
        [
            pair.grade,
            NAMES.of(language)[pair.grade],
            pair.score,
            "○" if pair.within else "",
            pair.a_name,
            "、".join(pair.a_ministries),
            pair.b_name,
            "、".join(pair.b_ministries),
            pair.a,
            pair.b,
        ]
        for pair in answer.pairs
    ]
    return Sheet(headings(language).sheets["pairs"], columns, rows)


def recipients_sheet(answer: ThemeAnswer, language: str) -> Sheet:
    """A row a recipient, who was paid most first."""
    columns = headings(language).of("recipient", "year", "yen", "programmes", "ministries", "id")
    rows: list[list[Value]] = [
        [
            each.name,
            each.sheet - 1,
            each.yen,
            len(each.programmes),
            "、".join(each.ministries),
            each.id,
        ]
        for each in answer.recipients
    ]
    return Sheet(headings(language).sheets["recipients"], columns, rows)
