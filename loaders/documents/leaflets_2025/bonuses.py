"""What a leaflet gives on top to those who do more: a higher cap or rate for a wage rise, a
registration, a size of turnover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from graph.schema.size_classes import SizeClass, size_names
from loaders.bonuses import drafts
from loaders.bonuses.clauses import clauses, with_circles
from loaders.bonuses.conditions import any_of, phrase
from loaders.bonuses.draft import Draft
from loaders.bonuses.forms import holders, openings
from loaders.bonuses.names import names
from loaders.catalogue.records import Benefit, Cap, Excluded
from loaders.documents.leaflets_2025.loans import lent
from loaders.documents.leaflets_2025.notes import (
    Meaning,
    condition_of,
    meanings,
    meant,
    numbered_note,
)
from loaders.facts.size_tests import band
from loaders.text.compact import Compact
from loaders.text.glyphs import NOTES, as_printed
from loaders.text.lines import Line
from loaders.text.neighbours import with_before
from loaders.text.page import Page
from loaders.vocabulary.bonus_words import size_class_of

_MONEY = r"[\d.,]+(?:億|千|百|万)+円"
_RATE = r"\d{1,2}/\d{1,2}"
# …特例の要件 … 補助上限額に…円を上乗せ
_ADDED = re.compile(
    r"(?P<when>[^、。※]{2,24}特例)の要件を満たす場合は、"
    rf"[^。]{{0,12}}補助上限額?に(?P<value>{_MONEY})を上乗せ"
)
# …事業者は、…円の補助上限上乗せ
_FOR_HOLDERS = re.compile(
    rf"(?P<when>[^、。※]{{4,60}}?(?:事業者|企業))は、(?:一律に)?(?P<value>{_MONEY})の補助上限上乗せ"
)
# ※…場合、補助上限を…円に引き上げ
_RAISED_TO = re.compile(
    r"※(?P<when>[^※。、]{4,40}?場合)、?"
    rf"補助(?P<what>上限|率)を(?P<value>{_MONEY}|{_RATE})に引き?上げ"
)
# ※1:800万円を上限に、…場合200万円を加算
_MORE = re.compile(
    rf"※(?P<number>\d?):?{_MONEY}を上限に、(?P<when>[^※。、]{{4,40}}?場合)(?P<value>{_MONEY})を加算"
)
# 補助率が2/3にアップする【…特例】の適用要件
_GOES_UP = re.compile(rf"補助率が(?P<value>{_RATE})にアップする【(?P<name>[^【】]{{3,20}})】")
# 中小企業:1/2 … の事業者(※2):2/3
_NOTED_RATE = re.compile(rf"(?P<name>[^:。、()※\d]{{3,20}}?)\(※(?P<number>\d)\):(?P<value>{_RATE})")
_SIZE_BEFORE = re.compile(rf"({'|'.join(size_names())}):\d/\d[^:]{{0,24}}$")
# ・2/3※2 with a note ※2 … ; the first of two rates is what all get
_STARRED_RATE = re.compile(rf"{_RATE}[・、](?P<value>{_RATE})※(?P<number>\d)")
_STARRED_SUM = re.compile(rf"(?P<value>{_MONEY})※(?P<number>\d)")
# 150万円※ ※…と併用申請する場合は、それぞれの補助上限に加算
_COMBINED = re.compile(
    rf"(?P<value>{_MONEY})※+(?P<when>(?P<frames>[^※。]{{4,60}}?)と併用申請する場合)は、それぞれの補助上限に加算"
)
_TABLES_APART = 12  # lines between the caps of two tables
# 400万円までの部分は2/5、それを超える400万円の部分は…
_BY_PART = re.compile(
    rf"{_MONEY}[^、。]{{0,4}}の部分は{_RATE}(?:、{_MONEY}[^、。]{{0,4}}の部分は{_RATE})*"
)
_FITS = re.compile(r"を満たす場合|に該当する場合")
_POINTS = re.compile(r"審査のポイント|審査(?:項目|基準)|加点項目")
_BRACKET = re.compile(r"\((?P<list>[^()]{6,90}?)等\)")
_WAGES = re.compile(r"賃上げ率|賃上げ")


def uplifts(page: Page, title: str, limits: Sequence[Cap]) -> list[Draft]:
    """Every telling of an uplift on the leaflet; `limits` are its caps, of which those of a raised
    column are uplifts themselves.
    """
    compact = Compact.of(page)
    known = meanings(compact)
    shared = [_explained(draft, known) for block in blocks(page) for draft in drafts(block, title)]
    all_drafts = [
        *(draft for draft in shared if _is_whole(draft)),
        *_over_boxes(page),
        *_in_words(compact, known, limits),
        *_noted(compact),
        *_of_columns(known, limits),
        *_screened(compact),
        *lent(compact, limits),
    ]
    return [_limited(draft, known, page.document) for draft in all_drafts]


def _over_boxes(page: Page) -> Iterator[Draft]:
    """What boxes list under the heading in another one, and sentences that go on in the next."""
    yield from openings.by_proof(clauses(with_circles(page)))
    condition, bullet = None, ""
    for block in blocks(page):
        for clause in clauses(with_circles(block)):
            if heading := holders.condition_of_heading(clause, None):
                condition, bullet = heading, ""
            elif condition and clause.bullet and clause.bullet == (bullet or clause.bullet):
                bullet = clause.bullet
                yield from holders.listed(clause, condition)
            elif clause.bullet not in ("", *NOTES):
                condition = None


def blocks(page: Page) -> Iterator[Page]:
    """The text boxes of the leaflet: empty lines stand between them."""
    block: list[Line] = []
    for line in (*page.lines, None):
        if line is not None and not line.blank:
            block.append(line)
        elif block:
            yield page.part(block)
            block = []


def _explained(draft: Draft, known: Sequence[Meaning]) -> Draft:
    """The draft with the condition that a note of the leaflet explains its short name by."""
    condition = meant(draft.condition.printed[0], known)
    return (
        draft
        if condition is None or draft.benefit == "requirement"
        else replace(draft, condition=condition)
    )


def _limited(draft: Draft, known: Sequence[Meaning], document: str) -> Draft:
    """The draft with those whom the note that explains its condition leaves out; a gain and that of
    the special case whose users do not get it are of one group.
    """
    meaning = next(
        (explanation for explanation in known if explanation.condition is draft.condition), None
    )
    if meaning is None:
        return draft
    choices = [
        explanation
        for explanation in known
        if explanation.or_else
        and (draft.condition is explanation.condition or draft.condition is explanation.or_else)
    ]
    return replace(
        draft,
        not_for=meaning.not_for,
        excluded=tuple(
            Excluded(printed=as_printed(who), document=document, line=line)
            for who, line in meaning.excluded
        ),
        exclusive_group=choices[0].name if choices else draft.exclusive_group,
    )


def _is_whole(draft: Draft) -> bool:
    """A size of firm is no condition that one meets, and a bare 「要件を満たす場合」 does not say
    what.
    """
    return not re.search(
        r"^(?:小規模|中小|大)[^、]{0,8}(?:場合|者)$|特例の要件を満たす場合$|併用申請",
        draft.condition.printed[0],
    )


def _in_words(compact: Compact, known: Sequence[Meaning], limits: Sequence[Cap]) -> Iterator[Draft]:
    text = compact.text
    for match in _ADDED.finditer(text):
        name = (
            match["when"][-(len(match["when"]) // 2) :]
            if match["when"][: len(match["when"]) // 2] * 2 == match["when"]
            else match["when"]
        )
        yield Draft(
            meant(name, known) or phrase(name),
            "cap_uplift",
            compact.line_at(match.start("value")),
            match["value"],
        )
    for match in _FOR_HOLDERS.finditer(text):
        opening = max(
            (o for o in compact.openings if match.start() <= o < match.end("when") - 4),
            default=match.start(),
        )
        start = min(
            (o for o in compact.openings if match.start() <= o <= opening), default=match.start()
        )
        when = re.sub(r"^.*?要件", "", text[start : match.end("when")])
        yield Draft(
            phrase(when), "cap_uplift", compact.line_at(match.start("value")), match["value"]
        )
    for match in _RAISED_TO.finditer(text):
        line = compact.line_at(match.start("value"))
        raised = [cap for cap in limits if cap.with_uplift and cap.line <= line]
        yield Draft(
            phrase(match["when"]),
            "cap_uplift" if match["what"] == "上限" else "rate_uplift",
            line,
            match["value"],
            frame=raised[-1].frame if raised else None,
        )
    for match in _MORE.finditer(text):
        line = compact.line_at(match.start("value"))
        for frame in _marked(compact, match["number"], match.start(), limits) or (None,):
            yield Draft(phrase(match["when"]), "cap_uplift", line, match["value"], frame=frame)
    for match in _COMBINED.finditer(text):
        line = compact.line_at(match.start("value"))
        own = {cap.frame for cap in limits if cap.line == line and cap.frame}
        when = f"{own.pop()}を{match['when']}" if len(own) == 1 else match["when"]
        for frame in match["frames"].split("、"):
            yield Draft(phrase(when), "cap_uplift", line, match["value"], "added", frame=frame)
    for match in _GOES_UP.finditer(text):
        if condition := meant(match["name"], known):
            yield Draft(
                condition,
                "rate_uplift",
                compact.line_at(match.start()),
                match["value"],
                frame=_column_at(match.start(), known, limits),
            )


def _column_at(at: int, known: Sequence[Meaning], limits: Sequence[Cap]) -> str | None:
    """The frame of the column in which an offset stands, where each of several tables of raised
    caps has a column with the explanation of its wage rise; None where they do not match up.
    """
    tables = [table[0].frame for table in _raised_tables(limits)]
    explained = _explained_rises(known)
    above = sum(meaning.start <= at for meaning in explained)
    if len(tables) < 2 or len(tables) != len(explained) or above == 0:
        return None
    return tables[above - 1]


def _explained_rises(known: Sequence[Meaning]) -> list[Meaning]:
    return [meaning for meaning in known if re.search(r"大幅な?賃上げ", meaning.name)]


def _raised_tables(limits: Sequence[Cap]) -> list[list[Cap]]:
    """The caps of raised columns, table by table."""
    raised = [cap for cap in limits if cap.with_uplift and band(cap.band or "")]
    tables: list[list[Cap]] = []
    for before, cap in with_before(raised):
        if before is None or cap.line - before.line > _TABLES_APART:
            tables.append([])
        tables[-1].append(cap)
    return tables


def _marked(compact: Compact, number: str, before: int, limits: Sequence[Cap]) -> tuple[str, ...]:
    """The frames whose caps bear the mark ※number, before the note that it leads to; none where
    the note has no number or a cap of the whole measure bears it.
    """
    marks = re.finditer(rf"※{number}(?![\d:])", compact.text[:before]) if number else ()
    lines = {compact.line_at(mark.start()) for mark in marks}
    frames = dict.fromkeys(cap.frame for cap in limits if cap.line in lines)
    return () if None in frames else tuple(frame for frame in frames if frame)


def _noted(compact: Compact) -> Iterator[Draft]:
    """Rates and sums whose numbered mark leads to a note that says for whom they are."""
    text = compact.text
    for match in _NOTED_RATE.finditer(text):
        if note := numbered_note(text, match["number"], match.end()):
            size = _SIZE_BEFORE.search(text[max(0, match.start() - 30) : match.end("name")])
            yield Draft(
                condition_of(note),
                "rate_uplift",
                compact.line_at(match.start("value")),
                match["value"],
                size_class=_size(size),
            )
    starred: tuple[tuple[re.Pattern[str], Benefit], ...] = (
        (_STARRED_RATE, "rate_uplift"),
        (_STARRED_SUM, "cap_uplift"),
    )
    for pattern, benefit in starred:
        for match in pattern.finditer(text):
            note = numbered_note(text, match["number"], match.end())
            fits = _FITS.search(note or "")
            if note and fits and "小規模事業者に該当" not in note:
                parts = _BY_PART.search(note, fits.end())  # who meets it gets these, not the rate
                yield Draft(
                    condition_of(note[: fits.end()]),
                    "base" if parts else benefit,
                    compact.line_at(match.start("value")),
                    parts.group() if parts else match["value"],
                    "level",
                )


def _size(match: re.Match[str] | None) -> SizeClass | None:
    return size_class_of(match[1]) if match else None


def _of_columns(known: Sequence[Meaning], limits: Sequence[Cap]) -> Iterator[Draft]:
    """One uplift a band of head count, of a table's raised column; several tables take the
    explanations of wage rises in their order.
    """
    explained = [meaning.condition for meaning in _explained_rises(known)]
    for nth, table in enumerate(_raised_tables(limits)):
        condition = (
            explained[min(nth, len(explained) - 1)]
            if explained
            else phrase("大幅な賃上げを行う場合")
        )
        for cap in table:
            yield Draft(
                condition,
                "cap_uplift",
                cap.line,
                cap.printed,
                "level",
                frame=f"{cap.frame or ''}（{cap.band}）",
                limits=band(cap.band or ""),
            )


def _screened(compact: Compact) -> Iterator[Draft]:
    """Certifications, declarations and wage rises that the points of the screening name as
    examples.
    """
    if not _POINTS.search(compact.text):
        return
    for match in _BRACKET.finditer(compact.text):
        listed = match["list"].split("、")
        if not names(match["list"]):
            continue
        for part in listed:
            line = compact.line_at(match.start("list"))
            if named := names(part):
                yield Draft(any_of(named[:1]), "screening_points", line)
            elif _WAGES.search(part):
                yield Draft(phrase(part), "screening_points", line)
