"""What a leaflet means by the conditions that it names in short (※大幅な賃上げ：…,
【…特例】の適用要件 …).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from loaders.bonuses.conditions import Condition, phrase
from loaders.catalogue.records import NotFor
from loaders.text.compact import Compact
from loaders.vocabulary.bonus_words import size_class_of

_END = r"(?=※|。|【|○|■|●|◆|$)"
_FORMS = (
    re.compile(rf"※(?P<name>[^※:。、()0-9][^※:。()]{{2,24}}):(?P<says>[^※。【]{{8,160}}?){_END}"),
    re.compile(rf"【(?P<name>[^【】]{{3,20}}特例)】の適用要件(?P<says>[^※。【]{{8,160}}?){_END}"),
    re.compile(
        r"○?(?P<name>[^○⇒。]{3,16}特例)⇒"
        rf"(?P<says>[^※。【○]{{6,80}}?(?:(?:した|いる|受けた)(?:事業者|企業|者)|{_END}))"
    ),
    re.compile(r"※(?P<name>[^※:。()]{3,24}特例)適用事業者\((?P<says>[^。]{6,90}?)\)の場合"),
)
_NUMBERED = re.compile(r"\(※[1-9]\)[^※。:]{12,90}(?:事業者|場合)。")
_ITEM = re.compile(r"(?:\((?=\d\))\d\)|[➀-➉])")
_TAIL = re.compile(
    r"(?:かつ、?|を達成|とする計画を策定し申請する必要があります|であることを示した事業者"
    r"|いること|いる事業者|を満たす場合|とした事業者|のいずれかに該当する場合)$"
)
_HEAD = re.compile(
    r"^(?:事業終了時(?:点)?(?:に|で)"
    r"|指定する一定期間において、|[^、]{2,8}が指定する一定期間において、)"
)


# the notes behind an explanation, as long as they explain nothing themselves:
# ※…小規模事業者…については適用不可, ※小規模…は除く
_LEFT_OUT = re.compile(
    r"。?(?:※[^※:]{4,90})*?※(?P<whom>[^※。:]{2,90}?)(?:については|は)(?:適用不可|除く|対象外)"
)
_SPECIAL = re.compile(r"(?P<name>[^、。]{4,16}?)(?:に係る[^、。]{2,16}?)?特例(?:適用)?事業者")
_LISTED = re.compile(r"[^、・]{3,}")
_SMALL = re.compile(r"(?:小規模|中小|中堅|大)(?:企業|事業)?者?$|小規模事業者$|小規模$")
_SHORT = re.compile(r"[のきに]")  # 賃金の引き上げ, 賃金引上げ


@dataclass(frozen=True)
class Meaning:
    """What a note of the leaflet explains a condition's short name by."""

    name: str
    """The short name."""
    condition: Condition
    """What must hold, as printed, in parts."""
    start: int
    """Where the note begins in the compact text."""
    end: int
    """Where it ends there."""
    not_for: tuple[NotFor, ...] = ()
    """The size class that is left out."""
    excluded: tuple[tuple[str, int], ...] = ()
    """Who else is left out or when, as printed, each with its line."""
    or_else: Condition | None = None
    """The condition of the special case whose users are left out."""


def meanings(compact: Compact) -> list[Meaning]:
    """The leaflet's explanations of conditions, in their order; of one name there may be several
    (one a frame).
    """
    explained = [
        Meaning(
            match["name"],
            condition_of(match["says"]),
            match.start(),
            match.end(),
            _left_out(compact, match.end()),
            _excluded(compact, match.end()),
        )
        for form in _FORMS
        for match in form.finditer(compact.text)
        if not match["name"].endswith("場合")
    ]
    explained.sort(key=lambda meaning: meaning.start)
    return [
        (
            replace(meaning, or_else=case.condition)
            if (name := _special_left_out(compact, meaning.end))
            and (case := special_case(name, explained))
            else meaning
        )
        for meaning in explained
    ]


def special_case(name: str, known: Sequence[Meaning]) -> Meaning | None:
    """What the leaflet means by the special case (…特例) of that name, which the explanation may
    call in a few more words.
    """
    return next(
        (
            meaning
            for meaning in known
            if _SHORT.sub("", meaning.name).startswith(_SHORT.sub("", name))
        ),
        None,
    )


def _special_left_out(compact: Compact, after: int) -> str | None:
    """The name of the special case whose users the notes right behind an explanation leave out."""
    match = _LEFT_OUT.match(compact.text, after)
    special = _SPECIAL.search(match["whom"]) if match else None
    return special["name"] if special else None


def _left_out(compact: Compact, after: int) -> tuple[NotFor, ...]:
    """The size class that the notes right behind an explanation leave out."""
    match = _LEFT_OUT.match(compact.text, after)
    if match is None or (size := size_class_of(match["whom"])) is None:
        return ()
    return (NotFor(size_class=size, line=compact.line_at(match.start("whom"))),)


def _excluded(compact: Compact, after: int) -> tuple[tuple[str, int], ...]:
    """Whom else these notes leave out: all that they list but size classes and the users of special
    cases.
    """
    match = _LEFT_OUT.match(compact.text, after)
    if match is None:
        return ()
    listed = (part for part in _LISTED.finditer(compact.text, *match.span("whom")))
    return tuple(
        (part.group(), compact.line_at(part.start()))
        for part in listed
        if not _SMALL.match(part.group()) and not _SPECIAL.search(part.group())
    )


def numbered_note(text: str, number: str, after: int) -> str | None:
    """What the note ※number says that stands behind `after` in the compact text; None where it has
    none.
    """
    for match in re.finditer(rf"\(?※{number}\)?:?(?P<says>[^※。]{{6,90}})", text[after:]):
        says = match["says"]
        if re.search(r"場合|事業者$|要件", says):
            return says
    return None


def note_lines(compact: Compact, known: Sequence[Meaning]) -> set[int]:
    """The lines on which notes say who gets more: named ones and numbered ones."""
    spans = [(meaning.start, meaning.end) for meaning in known]
    spans += [match.span() for match in _NUMBERED.finditer(compact.text)]
    return {
        line
        for start, end in spans
        for line in range(compact.line_at(start), compact.line_at(max(start, end - 1)) + 1)
    }


def condition_of(says: str) -> Condition:
    """The condition that a note states: its numbered parts, all of which must hold (any of them,
    where the note says so).
    """
    head = _HEAD.match(says)
    numbered = [
        _TAIL.sub("", part.strip("、,かつ")).strip("、")
        for part in _ITEM.split(says[head.end() if head else 0 :])
    ]
    numbered = [part for part in numbered if len(part) > 1] or [says]
    read = [phrase(part) for part in numbered]
    mode: Literal["any", "all"] = "any" if "いずれか" in says else "all"
    requires = tuple(group for condition in read for group in condition.requires)
    if mode == "any":
        requires = (tuple(alternative for group in requires for alternative in group),)
    unreadable = next((condition.unreadable for condition in read if condition.unreadable), None)
    printed = tuple(
        words
        for part, condition in zip(numbered, read, strict=True)
        for words in (condition.printed if len(condition.requires) > 1 else (part,))
    )
    return Condition(printed, mode, read[0].kind, requires, unreadable)


def meant(name: str, known: Sequence[Meaning]) -> Condition | None:
    """The condition that a telling means whose words hold (or are held by) a name that a note
    explains.
    """
    for meaning in known:
        if meaning.name in name or name in meaning.name:
            return meaning.condition
    return None
