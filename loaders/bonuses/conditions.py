"""Conditions of a bonus: who holds a certification, what a phrase asks for, and their
precise form.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph.language.numerals import number
from loaders.bonuses.clauses import Clause, numerals
from loaders.catalogue.records import Alternative, ConditionKind
from loaders.text.lines import fold, plain
from loaders.vocabulary import certifications
from loaders.vocabulary.bonus_words import ConditionWords, condition_words

_KINDS: dict[str, ConditionKind] = {
    "certification": "certification",
    "registration": "certification",
    "plan": "plan",
    "declaration": "declaration",
}
_GOT = r"(?:を)?(?:(?:受け|取得し|行っ|得|し)(?:た|て(?:い|お)る)|受ける)"
_WHO = r"(?:企業|事業者|事業主|法人|者|方|場合)"
# what follows a name where the text speaks of those who hold it
_HOLDER = re.compile(
    rf"[」』)]*(?:の)?(?:認定|承認|選定|登録|策定・?届出)?(?:(?:{_GOT}|取得|済み?の?)?{_WHO}|によって|により|(?:企業)?として選定|の(?:公式|認定)?(?:ロゴ)?マークの(?:使用|活用))"
)
_HOLDER_ENDS = re.compile(r"(?:企業|事業者)$")
# those who hold what the page is about, with no name
_ANAPHOR = re.compile(
    rf"(?:認定|選定|承認|登録|宣言|表彰)(?:{_GOT}|をされた){_WHO}|(?:(?<![ぁ-んァ-ヶ一-龥A-Za-z0-9」])|(?<=当該))(?:認定|選定|登録|宣言)(?:企業|事業者|事業主)"
)
# a plan that the vocabulary does not know, where the text says that it is recognised or that one
# must have it
_PLAN = re.compile(
    r"(?:「(?P<quoted>[^「」。、"
    r"]{2,30}?計画)」|(?P<bare>[一-龥々ァ-ヶーA-Za-z0-9]{2,16}計画))(?=[」)]?(?:[*※]\d)?(?:の)?(?:認定|承認|策定|届出|に位置付け|に基づ))"
)
_JOINED = re.compile(r"\s*(?:or|又は|または|もしくは|若しくは|、|・|及び|および|や|/|\()\s*")
# what a condition in words of its own can do without: explanations in brackets, blanks, 「…場合」
_GLOSS = re.compile(r"\([^()]*\)|\s|(?:の|を行う)?場合$")
_PRESENTED = re.compile(
    r"[」』]?(?:(?:企業)?として(?:選定|認定)|の?(?:認定|承認)を受け|(?:認定)?(?:制度)?とは、?)"
)
_CERTIFIES = re.compile(r"(?:認定|選定)(?:を行(?:って|い|う)|する制度|基準|マーク|申請)")
_THIS = re.compile(r"当該(?:認定|選定|登録|宣言)(?:企業|事業者|事業主)")
_TITLE_NAME = re.compile(
    r"「?(?P<name>[^「」()]+?)」?(?P<form>認定|宣言|登録)(?:制度|企業.*|事業者.*)?$"
)


@dataclass(frozen=True)
class Condition:
    """What must hold: as printed, whether any or all of it, its kind, and the groups of
    alternatives that it comes to.
    """

    printed: tuple[str, ...]
    mode: str
    kind: ConditionKind
    requires: tuple[tuple[Alternative, ...], ...]


@dataclass(frozen=True)
class Name:
    """A certification, plan or declaration named in a text, and where (offsets)."""

    printed: str
    what: str
    kind: ConditionKind
    start: int
    end: int
    or_above: bool = False

    @property
    def alternative(self) -> Alternative:
        return Alternative(what=self.what, kind=self.kind, tier_or_above=self.or_above)


def names(text: str) -> list[Name]:
    """Every certification, plan and declaration named in `plain` text, in order, 「以上」 noted."""
    text = numerals(text)
    found = [
        Name(m.name, m.name, _KINDS[m.kind], m.start, m.end)
        for m in certifications().mentions(text)
    ]
    taken = [(name.start, name.end) for name in found]
    for plan in _PLAN.finditer(text):
        start, end = plan.span("quoted" if plan["quoted"] else "bare")
        overlapping = [span for span in taken if span[0] < end and start < span[1]]
        longer = [
            span
            for span in overlapping
            if start <= span[0] and span[1] <= end and (start, end) != span
        ]
        if not overlapping or longer:
            found = [name for name in found if (name.start, name.end) not in longer]
            printed = plan["quoted"] or plan["bare"]
            found.append(Name(printed, printed, "plan", start, end))
    found.sort(key=lambda name: name.start)
    return [
        (
            replace(name, or_above=True, printed=name.printed + "以上")
            if text.startswith("以上", name.end)
            else name
        )
        for name in found
    ]


def any_of(named: Sequence[Name]) -> Condition:
    """Any one of the names will do; a name said twice counts once."""
    once = {(name.what, name.or_above): name for name in reversed(named)}
    kept = [name for name in named if once[(name.what, name.or_above)] is name]
    return Condition(
        tuple(name.printed for name in kept),
        "any" if len(kept) > 1 else "all",
        kept[0].kind,
        (tuple(name.alternative for name in kept),),
    )


def held(clause: Clause, subject: Condition | None) -> tuple[Condition, int] | None:
    """Who the sentence speaks of as holding something, and where that stands; `subject` is what the
    page is about.

    「認定を受けた企業（A認定企業・B認定企業）」 are the holders of A or B; with no name, of the
    page's subject.
    """
    named = names(clause.text)
    holders = [
        name
        for name in named
        if _HOLDER_ENDS.search(clause.text[name.start : name.end])
        or _HOLDER.match(clause.text, name.end)
    ]
    if holders:
        return any_of(holders), holders[0].start
    if anaphor := _ANAPHOR.search(clause.text):
        if named and clause.text[: named[0].start].count("「") > 0:
            return any_of(named), anaphor.start()
        if subject is not None:
            return subject, anaphor.start()
    return None


def subject_of(title: str, texts: Sequence[Clause]) -> Condition | None:
    """What the page itself is about: the certification, plan or declaration of its title, or the
    one that it says it gives.

    On a page that certifies and names nothing, it is called by the title.
    """
    title = numerals(plain(title))
    if named := names(title):
        return any_of(named[-1:])
    for clause in texts:
        for name in names(clause.text):
            if _PRESENTED.match(clause.text, name.end):
                return any_of([name])
    if (
        any(_THIS.search(clause.text) for clause in texts)
        and len({name.what for name in _of_all(texts)}) == 1
    ):
        return any_of(_of_all(texts)[:1])
    if match := _TITLE_NAME.search(title):
        return called(
            match["name"] + match["form"],
            "declaration" if match["form"] == "宣言" else "certification",
        )
    if not any(_CERTIFIES.search(clause.text) for clause in texts):
        return None
    named = _of_all(texts)
    count = Counter(name.what for name in named)
    most = max(named, key=lambda name: count[name.what], default=None)
    return any_of([most]) if most and count[most.what] > 1 else called(title, "certification")


def _of_all(texts: Sequence[Clause]) -> list[Name]:
    return [name for clause in texts for name in names(clause.text)]


def called(printed: str, kind: ConditionKind) -> Condition:
    """What the text calls by a name of its own making: the certification that the vocabulary knows
    by it, else that name.
    """
    known = certifications().get(printed)
    return Condition(
        (printed,), "all", kind, ((Alternative(what=known.name if known else printed, kind=kind),),)
    )


def phrase(text: str, about: str = "") -> Condition:
    """The condition that a phrase states in its own words (「…場合」, 「前年度比+10%」), with its
    amount.

    `about` is what stands around it and says what a bare amount is of.
    """
    if named := names(text):
        alternatives = re.split(_JOINED, text)
        if len(named) == len([part for part in alternatives if part]):
            return any_of(named)
    alternatives = tuple(_stated(part, about) for part in _either(text))
    return Condition(
        (text,), "any" if len(alternatives) > 1 else "all", alternatives[0].kind, (alternatives,)
    )


def _either(text: str) -> list[str]:
    """「賃上げやインボイス対応などに…」 is the one or the other, where the vocabulary knows each of
    them.
    """
    parts = text.split("や")
    return (
        parts
        if len(parts) > 1
        and len({entry.name for part in parts if (entry := _entry(part)) and entry.named})
        == len(parts)
        else [text]
    )


def _stated(text: str, about: str) -> Alternative:
    """What the text asks for: by the vocabulary's name with its amount, else in its own words
    without their glosses.
    """
    entry = _entry(text) or _entry(about)
    if entry is None or not entry.named:
        return Alternative(what=_GLOSS.sub("", text) or text, kind=entry.kind if entry else "other")
    amount = entry.amount.search(text)
    return Alternative(
        what=entry.name,
        kind=entry.kind,
        amount=number(amount["number"]) if amount else None,
        unit=amount["unit"] if amount else None,
    )


def _entry(text: str) -> ConditionWords | None:
    return next((entry for entry in condition_words() if entry.finds(text)), None)


def key_of_alternative(alternative: Alternative) -> str:
    """One string for one alternative, however it is spaced."""
    return f"{fold(alternative.what)}:{alternative.tier_or_above}:{alternative.amount}:{alternative.unit}"


def key_of(
    requires: Sequence[Sequence[Alternative]],
    key: Callable[[Alternative], str] = key_of_alternative,
) -> str:
    """One string for what must hold, however its groups and their alternatives are ordered; `key`
    says which alternatives are one.
    """
    return "&".join(sorted("|".join(sorted(map(key, group))) for group in requires))
