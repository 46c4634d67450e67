"""The names under which a measure may be met: its title, shorter forms of it, the whole that it is
a part of, the names that it joins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from graph.files.yaml_file import read_yaml
from loaders.text.lines import fold, plain
from loaders.vocabulary import bodies, ministries

WORDS = Path(__file__).with_name("names.yaml")
_SHORTEST = 4  # letters; a shorter name is a word of the language too
_SHORTEST_WITHOUT = 6  # letters that must be left where an audience or a version is taken away
_YEAR = re.compile(r"^(?:令和|平成)\d+年度(?:第\d次)?(?:補正|当初)?(?:予算)?\s*")
_NUMBERING = re.compile(r"^(?:\(\d+\)|[①-⑳]|\d+[.)])\s*")
_PART_OF = re.compile(r"^(?P<whole>.{4,}?)(?:の)?うち(?:、|,)?(?P<own>\S.*)$")
_BY_NAME = re.compile(r"^(?P<name>.+?)\s*【(?P<by>[^【】]+)】$")
_JOINT = re.compile(r"[/、]|(?<=[)」』])・(?=\S)")
_BEHIND_BRACKET = re.compile(r"\((?P<inner>[^()]+)\)(?=[^)」』・、/【(])")
_JAPANESE = r"[一-龥々ぁ-んァ-ヶー]"
_SETTING = re.compile(r"^.{2,8}?における(?=.{8,}$)")  # 「補助金における…」: where it is done
_LOOSE = re.compile(
    r"に取り組む|[のをにへがはとや等]|(?<=給付)金$|(?<=助成)金$"
)  # what one writer leaves out and another does not
_BETWEEN_WORDS = re.compile(rf"(?<={_JAPANESE})\s+(?={_JAPANESE})")


class Words(BaseModel):
    """The word lists of names.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    sorts_of_money: tuple[str, ...]
    """Ends that say by which sort of money the measure is paid."""
    announcements: tuple[str, ...]
    """Words that say what a document does with the measure, behind its name."""
    about: tuple[str, ...]
    """Words that lead from the name to such an announcement."""
    audiences: tuple[str, ...]
    """Words that say for whom it is, in front of the name."""
    programmes: tuple[str, ...]
    """Ends of the full name of a programme."""
    never_parts: tuple[str, ...]
    """Ends of names that are one thing twice where one stands in brackets behind the other."""
    courses: tuple[str, ...]
    """Ends of the name of a part of a programme."""
    unspecific: tuple[str, ...]
    """Words that name nothing in particular."""
    variants: dict[str, str]
    """Character -> the one that it is read as."""


@dataclass(frozen=True)
class Form:
    """One way to write a name."""

    bare: str
    """The name folded, without marks and blanks."""
    strength: float
    """How surely it still means the measure, above 0 to 1."""
    inner: bool = False
    """Whether it stands in brackets behind another name."""


@dataclass(frozen=True)
class Name:
    """A title taken apart."""

    title: str
    """The title as printed."""
    forms: tuple[Form, ...]
    """The ways to write it, the full one first."""
    wholes: tuple[str, ...] = ()
    """Bare names of what it says it is a part of."""
    pieces: tuple[Name, ...] = ()
    """The names that a joint title joins."""
    course: str | None = None
    """The bare name of the course that it is, where it is one."""

    @property
    def bare(self) -> str:
        return self.forms[0].bare


def read_words(path: Path) -> Words:
    """The word lists of a file; raises VocabularyError."""
    return read_yaml(path, Words)


@cache
def words() -> Words:
    return read_words(WORDS)


@cache
def _longest_first(kind: Literal["sorts_of_money", "audiences", "unspecific"]) -> tuple[str, ...]:
    """The bare words of a list of names.yaml."""
    return tuple(sorted(map(bare, getattr(words(), kind)), key=len, reverse=True))


@lru_cache(maxsize=2**13)
def bare(text: str) -> str:
    """The letters and digits of the folded text, variants of a character made one."""
    folded = fold(text)
    for variant, usual in words().variants.items():
        folded = folded.replace(variant, usual)
    return re.sub(r"[\W_]", "", folded)


@lru_cache(maxsize=4096)
def name_of(title: str) -> Name:
    """The title's name, with every form in which another document may print it; the strongest form
    first.
    """
    printed = _YEAR.sub("", plain(title).strip()).strip()
    if pieces := _pieces(printed):
        return Name(
            title, (Form(bare(printed), 1.0),), pieces=tuple(name_of(piece) for piece in pieces)
        )
    full = Form(bare(printed), 0.3 if _is_unspecific(printed) else 1.0)
    if match := _PART_OF.match(printed):
        if (
            "(" not in match["whole"]
            and "「" not in match["whole"].removeprefix("「").partition("」")[2]
        ):
            its_name = name_of(_NUMBERING.sub("", _unquoted(match["own"])))
            return Name(
                title, _once([full, *_weaker(its_name.forms, 0.95)]), wholes=(bare(match["whole"]),)
            )
    if match := _BY_NAME.match(printed):
        name, by = name_of(match["name"]), name_of(match["by"])
        return Name(
            title,
            _once([full, *_weaker(name.forms, 0.95), *_weaker(by.forms, 0.85, inner=True)]),
            wholes=name.wholes,
        )
    if bracket := _bracket(printed):
        return _with_bracket(title, full, *bracket)
    return Name(title, _once([full, *(_shorter(printed) if full.strength == 1.0 else ())]))


# --- brackets -------------------------------------------------------------------------------------


def _bracket(text: str) -> tuple[str, str] | None:
    """The name and what stands in the bracket at its end; a bracket that was never closed ends with
    the text.
    """
    if text.endswith(")"):
        depth = 0
        for at in range(len(text) - 1, -1, -1):
            depth += (text[at] == ")") - (text[at] == "(")
            if depth == 0:
                return (text[:at].strip(), text[at + 1 : -1].strip()) if at else None
        return None
    at = text.rfind("(")
    return (text[:at].strip(), text[at + 1 :].strip()) if at > 0 and ")" not in text[at:] else None


def _with_bracket(title: str, full: Form, head: str, inner: str) -> Name:
    """「X（Y）」: Y is a course of X, a part (うち…), another name of X, a programme of its own
    within X or around it, or who runs it.
    """
    whole = name_of(head)
    if _is_courses(inner):
        return Name(title, (full,), wholes=_names_of_whole(whole), course=bare(inner))
    if inner.startswith("うち"):
        return Name(
            title,
            _once([full, *_weaker(name_of(inner.removeprefix("うち")).forms, 0.95, inner=True)]),
            wholes=_names_of_whole(whole),
        )
    if _is_owner(inner):
        return Name(title, _once([full, *_weaker(whole.forms, 0.95)]), wholes=whole.wholes)
    its_name = name_of(inner)
    if _is_by_name(inner, head):
        return Name(
            title,
            _once([full, *_weaker(whole.forms, 0.97), *_weaker(its_name.forms, 0.9, inner=True)]),
            wholes=whole.wholes,
        )
    if _is_programme(inner) and not head.endswith(
        words().programmes
    ):  # what is done, and the programme that pays for it
        return Name(
            title, _once([full, *_weaker(whole.forms, 0.95)]), wholes=_names_of_whole(its_name)
        )
    if _is_programme(inner):
        return Name(
            title,
            _once([full, *_weaker(its_name.forms, 0.93, inner=True)]),
            wholes=_names_of_whole(whole),
        )
    return Name(title, (full,))


def _names_of_whole(whole: Name) -> tuple[str, ...]:
    return tuple(
        form.bare
        for form in whole.forms
        if not form.inner and form.strength >= 0.95 and len(form.bare) >= _SHORTEST_WITHOUT
    )


def _is_courses(inner: str) -> bool:
    return all(part.strip().endswith(words().courses) for part in inner.split("、"))


def _is_owner(inner: str) -> bool:
    """A ministry, an agency or a body, and nothing else."""
    return bare(inner) in _names_of_offices()


def _is_programme(inner: str) -> bool:
    head = _bracket(inner)
    return len(bare(inner)) >= _SHORTEST_WITHOUT and (head[0] if head else inner).endswith(
        words().programmes
    )


def _is_by_name(inner: str, head: str) -> bool:
    """A short name: a project's, one in Latin letters, a contraction of the name before it, or of a
    kind that has no parts.
    """
    short, long = bare(inner), bare(head)
    stem = _without_money(short)
    if inner.endswith("プロジェクト") or re.fullmatch(r"[a-z0-9]+", stem):
        return len(short) > 1
    if inner.endswith(words().never_parts) and head.endswith(words().never_parts):
        return True
    return len(stem) < len(long) and bool(stem) and _is_subsequence(stem, long)


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


# --- shorter forms --------------------------------------------------------------------------------


def _shorter(printed: str) -> Iterator[Form]:
    """The name without the sort of money, without what is done with it, without for whom, and its
    parts between blanks.
    """
    name = bare(printed)
    stems = {name: 1.0}
    if (stem := _without_announcement(printed)) and len(stem) >= _SHORTEST:
        stems.setdefault(stem, 0.93)
    for stem, strength in list(stems.items()):
        if len(plainer := _without_money(stem)) >= _SHORTEST:
            stems.setdefault(plainer, strength * 0.98)
    stems.setdefault(_LOOSE.sub("", name), 0.96)
    if _SETTING.match(name):
        stems.setdefault(_LOOSE.sub("", _SETTING.sub("", name)), 0.9)
    for stem, strength in list(stems.items()):
        if len(rest := _without_audience(stem)) >= _SHORTEST_WITHOUT:
            stems.setdefault(rest, strength * 0.88)
    if behind := _BEHIND_BRACKET.search(printed):
        stems.setdefault(bare(printed[: behind.start()] + printed[behind.end() :]), 0.95)
    programmes = [
        part
        for part in _BETWEEN_WORDS.split(printed)
        if part != printed and part.endswith(words().programmes)
    ]
    if (
        programmes
        and len(its_name := _without_money(bare(max(programmes, key=len)))) >= _SHORTEST_WITHOUT
    ):
        stems.setdefault(its_name, 0.9)
    yield from (Form(stem, round(strength, 3)) for stem, strength in stems.items())


def _without_money(name: str) -> str:
    """The bare name without the words for the sort of money at its end, as often as they stand
    there.
    """
    for word in _longest_first("sorts_of_money"):
        if name.endswith(word) and len(name) - len(word) >= _SHORTEST:
            return _without_money(name.removesuffix(word))
    return name


def _without_announcement(printed: str) -> str:
    name = _announcement().sub("", printed)
    return bare(name) if name != printed else ""


@cache
def _announcement() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, sorted(words().announcements, key=len, reverse=True)))
    about = "|".join(map(re.escape, words().about))
    return re.compile(rf"(?:の(?:(?:{nouns})[・、の]?)+|{about})$")


def _without_audience(name: str) -> str:
    for audience in _longest_first("audiences"):
        if name.startswith(audience):
            rest = name.removeprefix(audience)
            return "" if re.match(r"[ぁ-ん]", rest) else rest
    return ""


def _weaker(forms: tuple[Form, ...], by: float, inner: bool = False) -> list[Form]:
    return [Form(form.bare, round(form.strength * by, 3), form.inner or inner) for form in forms]


def _once(forms: list[Form]) -> tuple[Form, ...]:
    kept: dict[str, Form] = {}
    for form in forms:
        if form.bare not in kept or kept[form.bare].strength < form.strength:
            kept[form.bare] = form
    first, *others = kept.values()
    return (
        first,
        *sorted(
            (f for f in others if len(f.bare) >= _SHORTEST), key=lambda f: (-f.strength, f.bare)
        ),
    )


# --- joint and unspecific titles ------------------------------------------------------------------


def _pieces(printed: str) -> list[str]:
    """The full names that a title joins (A／B, A（a）・B（b）); empty where it is one name."""
    pieces = [piece.strip().lstrip("・") for piece in _cut(printed)]
    if len(pieces) < 2 or not all(len(bare(piece)) >= _SHORTEST_WITHOUT for piece in pieces):
        return []
    return pieces if all(_ends_a_name(piece) for piece in pieces) else []


def _cut(printed: str) -> list[str]:
    """The text cut at slashes and commas, and behind the bracket of a ministry or a body, where no
    bracket is open.
    """
    spans = [match.span() for match in _JOINT.finditer(printed)]
    spans += [
        (match.end(), match.end())
        for match in _BEHIND_BRACKET.finditer(printed)
        if _is_owner(match["inner"])
    ]
    cuts = [0]
    for start, end in sorted(spans):
        before = printed[:start]
        if all(before.count(a) <= before.count(b) for a, b in ("()", "「」", "『』", "【】")):
            cuts += [start, end]
    cuts.append(len(printed))
    return [printed[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _ends_a_name(piece: str) -> bool:
    bracket = _bracket(piece)
    return _unquoted(bracket[0] if bracket else piece).rstrip("」』").endswith(words().programmes)


def _unquoted(text: str) -> str:
    text = text.strip()
    for opens, closes in ("「」", "『』"):
        if text.startswith(opens) and text.endswith(closes) and text.count(opens) == 1:
            return text[1:-1]
    return text


def _is_unspecific(printed: str) -> bool:
    """Whether the title names an office or a body only, or nothing in particular."""
    name, bracket = bare(printed), _bracket(printed)
    heads = [name, *([bare(bracket[0])] if bracket else [])]
    if any(
        head in _names_of_offices() or _without_audience(head) in _names_of_offices()
        for head in heads
    ):
        return True
    rest = re.sub(r"\d+", "", name)
    for word in _longest_first("unspecific"):
        rest = rest.replace(word, "")
    return not rest


@cache
def _names_of_offices() -> frozenset[str]:
    named = [name for body in bodies() for name in (body.name, *body.aliases)]
    named += [name for office in ministries() for name in (office.name, *office.short_names)]
    return frozenset(bare(name) for name in named) | frozenset(
        _without_audience(bare(name)) for name in named
    ) - {""}
