"""Bonuses in the words of a follow-up: who gets points, a higher rate of grant or an added sum, in
sentences about what was done and is meant.

Each pattern has `when` (what must hold), and `value` or `raises` where the sentence prints them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.bonuses import bonuses
from loaders.bonuses.clauses import Clause, clauses, with_circles
from loaders.bonuses.conditions import Condition, any_of, phrase
from loaders.bonuses.draft import Draft, only_for, status_of
from loaders.bonuses.names import names
from loaders.catalogue.records import Benefit, Bonus, Raises, Status
from loaders.documents.pillars_2022.entries import Entry, EntryRow
from loaders.text.lines import fold
from loaders.text.page import Page

_PATTERNS: tuple[tuple[Benefit, re.Pattern[str]], ...] = (
    (
        "rate_uplift",
        re.compile(
            r"(?P<when>[^、。]{3,60}?)を(?:更なる|さらなる)?高率(?:な|の)?助成"
            r"(?:\((?P<value>[^()]{2,20})\))?の対象"
        ),
    ),
    (
        "screening_points",
        re.compile(r"(?P<when>[^、。]{3,80}?(?:際|場合))に?は?、?[^。、]{0,12}?加点"),
    ),
    (
        "screening_points",
        re.compile(
            r"(?P<when>[^、。]{3,80}?(?:事業者|企業|者))(?:の取組)?(?:等)?に対し(?:て)?、?"
            r"[^。]{0,25}?加点"
        ),
    ),
    (
        "screening_points",
        re.compile(
            r"加点等?(?:を通じた|による)(?P<when>[^、。]{2,40}?)(?:の|への|に対する)インセンティブ"
        ),
    ),
    (
        "immigration_points",
        re.compile(
            r"(?P<when>[^、。]{4,80}?(?:外国人|人材))に対し(?:て)?、?"
            r"(?P<value>特別加算|\d+(?:点|ポイント)[^。、]{0,6}加算)"
        ),
    ),
    (
        "grant_uplift",
        re.compile(
            r"(?P<when>[^、。]{3,60}?場合)の"
            r"[^。()]{0,40}?(?:拡充|増額)\((?P<value>[^()]{3,40}?の?加算)\)"
        ),
    ),
    (
        "requirement",
        re.compile(
            r"(?P<raises>[^\s、。()「」]{2,20}?税制)(?:\([^()]*\))?(?:において|では|は)、?"
            r"(?P<when>[^、。]{2,30}?)(?:の)?(?:取得|認定|登録)を要件"
        ),
    ),
)
_SINCE = re.compile(r"^(?:[^、。]*?\d(?:年度?|月|日)(?:から|より)は?、?)")
_RESIDENCE = re.compile(r"在留|ポイント制")
_PLANNED = re.compile(r"(?:所要の|必要な)措置を講(?:ずる|じる)|予定(?:である|して)|を目指す")
_COURSE = re.compile(r"「(?P<name>[^「」]{1,30}?(?:コース|枠|型))」を(?:創設|新設)し、?$")
_GRANT = re.compile(r"[^\s、。()「」『』・]{2,24}?(?:助成金|補助金|支援金|奨励金)")
_QUOTED = re.compile(r"[「『](?P<name>[^「」『』]{3,40}?)[」』](?:において|では|について|の)")

Named = tuple[str, str]  # a measure's id and its title


@dataclass(frozen=True)
class _Place:
    """Where a bonus is stated."""

    clause: Clause
    """The sentence."""
    before: str
    """All that the page says up to it."""


# --- whose bonuses they are -----------------------------------------------------------------------


def of_page(page: Page, measure: str, title: str) -> list[Bonus]:
    """The bonuses under a measure's heading."""
    return bonuses(page, measure, title, drafts_of(page))


def of_entries(
    document: str, row: EntryRow, before: Page, measures: Sequence[Named]
) -> list[Bonus]:
    """The bonuses of a row's entries. `before`: what was done, up to the first heading; it tells of
    the entry beside it.

    Each is put to the measure of its row that the text names, else to the row's first; where the
    row has none, to the item.
    """
    promised: list[Bonus] = []
    for entry in (*row.current, *row.new):
        promised += _of_text(document, entry, entry.text, measures)
    if row.nearest is not None:
        done = _of_text(document, row.nearest, before, measures)
        promised += [_like_promised(bonus, promised) for bonus in done]
    return promised


def _like_promised(bonus: Bonus, promised: Sequence[Bonus]) -> Bonus:
    """What was done of a promise, told in fewer words, raises what the promise says."""
    same = next(
        (b for b in promised if (b.benefit, b.requires) == (bonus.benefit, bonus.requires)), None
    )
    return (
        bonus
        if same is None
        else bonus.model_copy(update={"raises": same.raises, "applies_to": same.applies_to})
    )


def _of_text(document: str, entry: Entry, page: Page, measures: Sequence[Named]) -> list[Bonus]:
    if not page.lines:
        return []
    item = entry.id(document)
    text = fold(page.flow.text)
    measure, title = next(
        (m for m in measures if fold(m[1]) in text), measures[0] if measures else (item, "")
    )
    result = []
    for bonus in bonuses(page, item, entry.label, drafts_of(page)):
        raises = bonus.raises
        if raises is None or raises.measure == item:
            raises = _raised_by_entry(page, measure, title, entry.label)
        result.append(
            bonus.model_copy(
                update={"measure": measure, "raises": raises, "applies_to": raises.printed}
            )
        )
    return result


def _raised_by_entry(page: Page, measure: str, title: str, label: str) -> Raises:
    """What gets better where the sentence itself does not say: the scheme that the text quotes, the
    row's measure, or what the label calls it.
    """
    if scheme := scheme_of(page):
        return Raises(programme=scheme, printed=scheme)
    return (
        Raises(measure=measure, printed=title) if title else Raises(programme=label, printed=label)
    )


# --- the sentences --------------------------------------------------------------------------------


def drafts_of(page: Page) -> list[Draft]:
    """The bonuses that the page tells in this family's own words; `raises` None: the page's own
    measure.
    """
    read = clauses(with_circles(page))
    all_drafts: list[Draft] = []
    before = ""
    for clause in read:
        all_drafts += [
            _draft(benefit, match, _Place(clause, before))
            for benefit, pattern in _PATTERNS
            for match in pattern.finditer(clause.text)
            if benefit != "immigration_points" or _RESIDENCE.search(before + clause.text)
        ]
        before += clause.text
    return all_drafts


def _draft(benefit: Benefit, match: re.Match[str], place: _Place) -> Draft:
    text = place.clause.text
    groups = match.groupdict()
    when = _SINCE.sub("", match["when"]).strip()
    start = match.end("when") - len(when)
    value = groups.get("value")
    raises = groups.get("raises") or _raised(benefit, place, start, match.end())
    return Draft(
        _condition(when),
        benefit,
        place.clause.line_at(start),
        value if value and re.search(r"\d", value) else None,
        raises=raises,
        size_class=only_for(when),
        status=_status(text, match),
    )


def _condition(when: str) -> Condition:
    named = names(when)
    return any_of(named) if named else phrase(when)


def _status(text: str, match: re.Match[str]) -> Status:
    status = status_of(text, match.start(), match.end())
    behind = text[match.end() :].partition("。")[0]
    return "planned" if status == "in_force" and _PLANNED.search(behind[-30:]) else status


def _raised(benefit: Benefit, place: _Place, when: int, end: int) -> str | None:
    """What gets better: a frame that the sentence has just made, the scheme that it quotes, or the
    grant that the page spoke of last.
    """
    text = place.clause.text
    if match := _COURSE.search(text[:when]):
        return match["name"]
    if benefit in ("screening_points", "immigration_points"):
        quoted = list(_QUOTED.finditer(text[:end]))
        return quoted[-1]["name"] if quoted else None
    grants = list(_GRANT.finditer(place.before + text[:end]))
    return grants[-1].group() if grants else None


def scheme_of(page: Page) -> str | None:
    """The scheme that a text quotes first and goes on to speak of (「…」において); None where it
    quotes none.
    """
    match = _QUOTED.search("".join(clause.text for clause in clauses(with_circles(page))))
    return match["name"] if match else None
