"""The headings under which a page tells of several frames (■港町枠, 【山村コース】, 通常枠), and
the labels with which its items begin (・港の整備：…): under which of them a number stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from loaders.facts.parts import T
from loaders.facts.whose import named
from loaders.text.compact import Compact
from loaders.text.glyphs import CIRCLED, as_printed
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_HEADING = _PATTERNS["heading"]
_FRAMED = _PATTERNS["framed"]
_NAMES_ANOTHER = _PATTERNS["names_another"]
_IN_TURN = _PATTERNS["in_turn"]
_TOLD = _PATTERNS["told"]
_SAID_OF = _PATTERNS["said_of"]
_NO_NAME = _PATTERNS["no_name"]
_NAMES_A_FRAME = _PATTERNS["names_a_frame"]
_COURSE = _PATTERNS["course"]
_PARALLEL = _PATTERNS["parallel"]
_PROGRAMME = _PATTERNS["programme"]
_ITEM = _PATTERNS["item"]
_CONDITION = _PATTERNS["condition"]
_CLOSES = _PATTERNS["closes"]
_GOES_ON = _PATTERNS["goes_on"]
_CIRCLED = re.compile(f"[{CIRCLED}]")
_REACH = 120  # characters from the heading of the last section that are its own
_ABOUT = "about"
_LABEL = "label"
_BARE = "bare"
_OF_COURSES = "course"
_CONDITIONAL = "condition"
_OF_PROGRAMMES = "programme"


@dataclass(frozen=True)
class _Printed:
    """A printed line."""

    start: int
    """Where it begins in the compact text."""
    end: int
    """Where it ends there."""
    text: str
    """Without blanks."""
    printed: str
    """With them."""


@dataclass(frozen=True)
class Section:
    """What stands under a heading or a label."""

    form: str
    """The sign of the heading; one word for all labels, and for all headings without a sign."""
    name: str
    """What it is called, as printed."""
    start: int
    """The offset of its heading in the compact text."""
    end: int
    """The offset behind what belongs to it."""


def sections(compact: Compact) -> list[Section]:
    """The sections of a page in the order of the text; those of a form that heads columns, one
    heading right below the other, are none.
    """
    lines = _lines(compact)
    by_form: dict[str, list[Section]] = defaultdict(list)
    for at, line in enumerate(lines):
        if several := _in_turn(line):
            by_form[_LABEL] += several
        elif section := _headed(compact, line) or _labelled(compact, line, lines[at + 1 :]):
            by_form[section.form].append(section)
    closing = [line.start for line in lines if _CLOSES.match(line.text)]
    other = [line.start for line in lines if not _GOES_ON.search(line.text)]
    found = list(by_form[_LABEL])
    if conditional := by_form.pop(_CONDITIONAL, []):
        found += _between(conditional, by_form[_BARE])
    for form, headings in by_form.items():
        if form != _LABEL and not any(one.end == next_.start for one, next_ in pairwise(headings)):
            below = other if form == _BARE else []
            found += _bounded(headings, closing, below, len(compact.text))
    return sorted(found, key=lambda section: section.start)


def with_headings(compact: Compact, facts: Sequence[tuple[T, int]]) -> list[T]:
    """The facts, each with the offset of its number, with the section as their frame (or as those
    whom they are for, where it is called after them), where they have none: where numbers stand in
    several sections of a form, or the section bears a frame's name and is not the last. The last of
    a form, of which nobody knows where it ends, heads what stands near, if another is named alike;
    so does one that says what it is about.
    """
    if all(fact.frame for fact, _ in facts):
        return [fact for fact, _ in facts]
    found = sections(compact)
    used: dict[str, set[str]] = defaultdict(set)
    for section in found:
        if any(section.start <= at < section.end for _, at in facts):
            used[section.form].add(section.name)
    last = {section.form: section.start for section in found}
    certain = [
        section
        for section in found
        if len(used[section.form]) > 1
        or section.form == _CONDITIONAL
        or (
            _NAMES_A_FRAME.search(section.name)
            and (section.form == _LABEL or section.start < last[section.form])
        )
    ]
    certain += [
        replace(section, end=min(section.end, section.start + _REACH))
        for section in found
        if section not in certain and (section.form == _ABOUT or _is_like_another(section, found))
    ]
    certain.sort(key=lambda section: section.start)
    return [
        _under(fact, under.name)
        if fact.frame is None and (under := _innermost(certain, at))
        else fact
        for fact, at in facts
    ]


def _is_like_another(section: Section, found: Sequence[Section]) -> bool:
    """Whether another section of its form bears a frame's name that ends in the same word."""
    ending = _NAMES_A_FRAME.search(section.name)
    return ending is not None and any(
        other.form == section.form
        and other.name != section.name
        and other.name.endswith(ending.group())
        for other in found
    )


def _under(fact: T, name: str) -> T:
    if whom := named("".join(name.split())):
        return whom.applied_to(fact)
    return fact.model_copy(update={"frame": name})


def _innermost(found: Sequence[Section], at: int) -> Section | None:
    return next((s for s in reversed(found) if s.start <= at < s.end), None)


def _lines(compact: Compact) -> list[_Printed]:
    starts = sorted(start for start in compact.openings if start < len(compact.text))
    return [
        _Printed(start, end, compact.text[start:end], compact.printed(start, end))
        for start, end in pairwise([*starts, len(compact.text)])
    ]


def _headed(compact: Compact, line: _Printed) -> Section | None:
    """The section of a line that is a heading, as yet with the heading alone; the name of a course
    also heads what stands behind it in its line.
    """
    course, *cells = line.printed.split()
    if _COURSE.fullmatch(course) and not any(_COURSE.fullmatch(cell) for cell in cells):
        return Section(_OF_COURSES, course, line.start, line.start + len(course))
    whom = line.text.removesuffix("の場合")
    if whom != line.text and named(whom):
        return Section(_BARE, whom, line.start, line.end)
    if _CONDITION.fullmatch(line.text):
        return Section(_CONDITIONAL, _conditions(line.printed), line.start, line.end)
    match = _HEADING.fullmatch(line.text)
    if match is None:
        return _alike(compact, line)
    group = next(group for group in ("named", "within", "bare") if match[group])
    if _NO_NAME.search(match[group]):
        return None
    name = compact.printed(line.start + match.start(group), line.start + match.end(group))
    form = _ABOUT if match["about"] else match["sign"] or match["bracket"] or _BARE
    return Section(form, name, line.start, line.end)


def _alike(compact: Compact, line: _Printed) -> Section | None:
    """The section of a line without a sign that is nothing but a name; a form of its own for those
    that end in one word, and for programmes.
    """
    if parallel := _PARALLEL.fullmatch(line.text):
        return Section(parallel["ending"], line.text, line.start, line.end)
    programme = _PROGRAMME.fullmatch(line.text)
    if programme is None or _NO_NAME.search(programme["named"]):
        return None
    name = compact.printed(line.start, line.start + programme.end("named"))
    return Section(_OF_PROGRAMMES, name, line.start, line.end)


def _conditions(printed: str) -> str:
    """What a condition that heads numbers is called: the numbers of the items that it names, for
    the sentence stays in the document.
    """
    return f"{''.join(_CIRCLED.findall(as_printed(printed))) or '次'}の要件"


def _in_turn(line: _Printed) -> list[Section]:
    """The frames that a line tells one after the other, two at least, each up to the next."""
    found = list(_IN_TURN.finditer(line.text))
    if len(found) < 2 or found[0].start():
        return []
    starts = [line.start + match.start("named") for match in found]
    ends = [*starts[1:], line.end]
    return [
        Section(_LABEL, match["named"], start, end)
        for match, start, end in zip(found, starts, ends, strict=True)
    ]


def _labelled(compact: Compact, line: _Printed, below: Sequence[_Printed]) -> Section | None:
    """What stands behind the name of a frame, in its line or the next, or in the item that begins
    with a label or speaks of a part, up to the next item.
    """
    if match := _FRAMED.match(line.printed):
        name, wraps = match["within"] or match["named"], 1
    elif (match := _TOLD.match(line.text) or _SAID_OF.match(line.text)) and not _NO_NAME.search(
        match["named"]
    ):
        group = line.start + match.start("named"), line.start + match.end("named")
        name, wraps = compact.printed(*group), len(below)
    else:
        return None
    own = takewhile(lambda next_: not _begins_another(next_), below[:wraps])
    return Section(_LABEL, name, line.start, max([line.end, *(next_.end for next_ in own)]))


def _begins_another(line: _Printed) -> bool:
    return bool(
        _ITEM.match(line.text) or _FRAMED.match(line.printed) or _NAMES_ANOTHER.match(line.printed)
    )


def _between(conditional: Sequence[Section], frames: Sequence[Section]) -> Iterator[Section]:
    """The sections that a condition heads between two frames, each up to the next frame."""
    for section in conditional:
        below = [frame.start for frame in frames if frame.start > section.start]
        if below and len(below) < len(frames):
            yield replace(section, end=min(below))


def _bounded(
    headings: Sequence[Section], closing: Sequence[int], other: Sequence[int], end: int
) -> Iterator[Section]:
    """The sections of one form, each up to the next, to a line that closes it, or, but for the
    first line, to one that is not its own.
    """
    for at, section in enumerate(headings):
        ends = [start for start in closing if start >= section.end]
        ends += [start for start in other if start > section.end]
        ends += [following.start for following in headings[at + 1 : at + 2]]
        yield replace(section, end=min([*ends, end]))
