"""The whole follow-up in three columns, and ones made from it: renamed, with other sums, wrapped
elsewhere. Needs the source document (SHISAKU_SOURCES).
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

import pytest

from loaders.documents.corrections import read_corrections
from loaders.documents.description import read_description
from loaders.documents.family import Reading
from loaders.documents.pillars_2022 import parser
from loaders.documents.pillars_2022.line_kinds import Kind, cell_lines
from loaders.documents.pillars_2022.pages import split
from loaders.text.lines import Line, fold, plain
from loaders.text.source import read_source
from tests.made_up.titles import AREAS, DEEDS
from tests.sources import source

pytestmark = pytest.mark.sources
_SUM = re.compile(r"[0-9０-９][0-9０-９,.]*(?=\s*億円)")
_WHOLE = {
    Kind.COLUMNS,
    Kind.CHAPTER,
    Kind.POLICY,
    Kind.NEW_ITEM,
    Kind.MOVED_HERE,
    Kind.GONE,
    Kind.ENTRY,
}


@cache
def lines() -> tuple[Line, ...]:
    return read_source(source(read_description(parser.folder / "document.yaml").file)).lines


def read(text: Sequence[Line], corrected: bool = False) -> Reading:
    corrections = read_corrections(parser.folder / "corrections.yaml") if corrected else ()
    return parser.read("pillars-2022", text, corrections, lambda done, of: None)


@cache
def whole() -> Reading:
    return read(lines(), corrected=True)


def test_it_keeps_what_it_says_of_itself_and_every_line_is_understood():
    reading = whole()
    assert reading.problems == ()
    assert reading.states == {"pillars": 3} and reading.found["pillars"] == 3
    assert (reading.found["policies"], reading.found["entries"], reading.found["measures"]) == (
        9,
        154,
        68,
    )


def test_its_pages_are_told_in_order_and_agree_with_those_of_its_measures():
    starts = whole().page_starts
    assert list(starts) == sorted(starts, key=lambda start: start[1])
    for told in whole().appearances:
        assert told.page == max(page for page, line in starts if line <= told.line_start)


def test_it_is_recognised():
    assert parser.recognises(lines())


def test_nothing_of_it_needs_a_correction():
    assert read(lines()).appearances == whole().appearances


def test_every_id_is_there_once():
    reading = whole()
    for records in (reading.appearances, reading.items, reading.bonuses):
        assert len({record.id for record in records}) == len(records)


def test_every_fact_stands_on_a_line_of_its_measure():
    for appearance in whole().appearances:
        facts = [
            fact
            for name in (
                "budgets",
                "caps",
                "rates",
                "bodies",
                "certifications",
                "figures",
                "windows",
                "related",
            )
            for fact in getattr(appearance, name)
        ]
        assert [
            fact for fact in facts if not appearance.line_start <= fact.line <= appearance.line_end
        ] == [], appearance.title


def test_every_new_entry_carries_on_known_ones_or_is_marked_as_new():
    reading = whole()
    known = {item.id for item in reading.items}
    assert all(set(item.continues) <= known for item in reading.items)
    alone = [item for item in reading.items if item.column == "new" and not item.continues]
    marks = sum(part.kind is Kind.NEW_ITEM for page in split(lines()) for part in cell_lines(page))
    assert len(alone) * 2 == marks, (
        "a new entry has two marks: in place of the current cell, and of what was done"
    )


def test_page_numbers_agree_with_those_that_are_printed():
    numbered = {line.number: line.plain for line in lines() if re.fullmatch(r"\d{1,3}", line.plain)}
    assert numbered
    for number, printed in numbered.items():
        before = max(
            (a for a in whole().appearances if a.line_start < number), key=lambda a: a.line_start
        )
        start = next(page[0].number for page in split(lines()) if page[-1].number >= number)
        if before.line_start >= start:
            assert before.page == int(printed)


# --- documents made from it -----------------------------------------------------------------------


def _other_sums(text: str) -> str:
    """Every sum in 億円 trebled, and 7 added."""
    return _SUM.sub(lambda m: str(int(float(plain(m.group()).replace(",", ""))) * 3 + 7), text)


def _wrapped(cells: list[str], width: int) -> list[str]:
    """The cell's lines with other sums, cut at another width."""
    text = _other_sums("".join(cells))
    return [text[at : at + width].strip() for at in range(0, len(text), width)]


def _made(seed: int, width: int) -> tuple[list[Line], dict[int, str]]:
    """The document with every ○ heading renamed, the sums in its brackets changed, and its cells
    wrapped at another width.
    """
    dice = random.Random(seed)
    names: dict[str, str] = {}
    made: list[str] = []
    places: dict[int, str] = {}
    heads = {a.lines["title"][0]: a for a in whole().appearances}
    for page in split(lines()):
        found: list[str] = []
        run: list[str] = []
        skip = 0

        def flush(found: list[str] = found, run: list[str] = run) -> None:
            found += _wrapped(run, width)
            run.clear()

        for part in cell_lines(page):
            text = part.line.text.strip()
            if part.line.number in heads and part.kind is Kind.CIRCLE:
                appearance = heads[part.line.number]
                flush()
                name = names.setdefault(
                    fold(appearance.title),
                    dice.choice(AREAS)
                    + dice.choice(AREAS)
                    + dice.choice(DEEDS)
                    + f"事業{'東西南北'[len(names) % 4]}",
                )
                last = next(
                    line for line in lines() if line.number == appearance.lines["title"][-1]
                )
                own = re.search(
                    r"[［\[][^\[\]［］]+[］\]]\s*$",
                    "".join(
                        line.text.strip()
                        for line in lines()
                        if line.number in appearance.lines["title"]
                    ).split("【")[0],
                )
                found.append(f"〇{name}{own.group() if own else ''}")
                if "【" in last.text:
                    run.append(last.text[last.text.index("【") :].strip())
                places[len(made) + len(found)] = name
                skip = appearance.lines["title"][-1]
                continue
            if part.line.number <= skip:
                continue
            if (
                part.kind in _WHOLE
                or part.kind in (Kind.CODE, Kind.BULLET)
                or text.startswith("【")
            ):
                flush()
            if part.kind in _WHOLE:
                found.append(text)
            else:
                run.append(
                    ("• " if part.kind is Kind.BULLET and text[0] not in "•⚫" else "") + text
                )
            if re.search(r"[。｡］\]]$", text):
                flush()
        flush()
        if found:
            made += [" " + found[0], *found[1:]]
    spaced = [
        piece
        for at, text in enumerate(made)
        for piece in (
            (text,) if at + 1 < len(made) and made[at + 1].startswith(" ") else (text, "")
        )
    ]
    return [Line(number, text) for number, text in enumerate(spaced, 1)], places


@pytest.mark.parametrize(("seed", "width"), [(1, 22), (2, 19), (3, 27), (4, 23)])
def test_a_renamed_document_is_read_as_printed(seed: int, width: int | None):
    text, names = _made(seed, width)
    reading = read(text)
    assert reading.problems == ()
    assert [a.title for a in reading.appearances] == list(names.values())
    assert [(i.item_no, i.column, i.ministries) for i in reading.items] == [
        (i.item_no, i.column, i.ministries) for i in whole().items
    ]
    assert [a.ministries for a in reading.appearances] == [
        a.ministries for a in whole().appearances
    ]
    assert [[(b.yen, b.part_of, b.fiscal) for b in a.budgets] for a in reading.appearances] == [
        [(_changed(b.yen), b.part_of, b.fiscal) for b in a.budgets] for a in whole().appearances
    ]


def _changed(yen: int) -> int:
    """What `_made` makes of a sum: its part in 億円 is trebled and 7 added."""
    million = 10**8
    trillion, rest = divmod(yen, 10**12) if yen > 10**12 else (0, yen)
    return trillion * 10**12 + (rest // million * 3 + 7) * million


@pytest.mark.parametrize(
    ("left_out", "says"),
    [
        (5, "(②－４) in the current column, where ②-2 should follow"),
        (12, "(③－５) ends without its ministries"),
        (31, "(⑦－５) in the current column, where ⑦-4 should follow"),
        (41, "the page bears number 45, where 44 should follow"),
    ],
)
def test_a_page_left_out_is_told(left_out: int, says: str):
    found = split(lines())
    reading = read([line for at, page in enumerate(found, 1) if at != left_out for line in page])
    assert any(says in problem.what for problem in reading.problems), reading.problems
