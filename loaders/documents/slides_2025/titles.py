"""The head of a slide: the title over the budget line, and the offices that stand by it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Contact
from loaders.documents.sheet import readable
from loaders.documents.slides_2025.pages import BUDGET, HEADLINE
from loaders.text.glyphs import BULLETS, CIRCLED
from loaders.text.lines import Line, fold
from loaders.text.page import Page
from loaders.vocabulary.ministries import ministries

BUREAUS = Path(__file__).with_name("bureaus.yaml")
MOST_LINES = 3  # of a title

_PART = re.compile(rf"^(?:\(\d+\)|[{CIRCLED}])")
_UNFINISHED = re.compile(r"(?:の|・|、|及び|並びに|又は|や|と|に向けた|による|のための|うち、?)$")
_NO_TITLE = re.compile(
    rf"[。:]$|^(?:国|\d{{1,3}}|[{BULLETS}※])|^(?:補助|委託|交付|\()|^事業(?:目的|概要|の内容)|^成果目標|企業等?国?$"
)
_AFTER_THE_SUM = re.compile(r"円(?:\s*\([^()]*\))?\s+(?P<offices>\(\d.*)$")
_NUMBERS = r"(?:\(\s*\d(?:[・、~～]\d)*\s*\)[・、~～]?)*"
_OFFICE = r"[一-龥々ァ-ヶーA-Za-z][一-龥々ァ-ヶーA-Za-z・]*?(?:庁|局|部|課|室|グループ|G|チーム|官)"
_OFFICES = re.compile(rf"^{_NUMBERS}\s*{_OFFICE}(?:[\s、,・/]*{_NUMBERS}\s*{_OFFICE})*、?$")
_NO_OFFICE = re.compile(r"(?:外部|全部|一部|内部|本部)$")


@dataclass(frozen=True)
class Title:
    """A title as printed, wrapped lines joined, and the lines it stands on."""

    text: str
    lines: tuple[int, ...]


@cache
def bureaus() -> dict[str, str]:
    """The ministry (formal name) of each bureau, by its folded name. Raises VocabularyError where
    the file does not hold together.
    """
    read = read_yaml(BUREAUS, dict[str, tuple[str, ...]], "a list of bureaus for each ministry")
    if unknown := [name for name in read if not ministries().is_ministry(name)]:
        raise VocabularyError(
            f"no ministry {unknown[0]!r}", BUREAUS.name, "use the names of ministries.yaml"
        )
    return {fold(bureau): ministry for ministry, names in read.items() for bureau in names}


def budget_line(page: Page) -> Line | None:
    """The line under the title: of which budget, and how much."""
    return next((line for line in page.lines if BUDGET.match(line.plain)), None)


def title_of(page: Page, budget: Line) -> Title | None:
    """The lines over the budget line, up to an empty line; where a part of a measure is told of
    (…のうち、), the measure too.
    """
    above = [line for line in page.lines if line.number < budget.number]
    while above and above[-1].blank:
        above.pop()
    taken: list[Line] = []
    gap = False
    for line in reversed(above):
        if line.blank:
            gap = True
            continue
        text = line.plain
        if (
            len(taken) == MOST_LINES
            or (_NO_TITLE.search(text) and not _PART.match(text))
            or HEADLINE.match(text)
        ):
            break
        joins = (
            not taken
            or not gap
            or (_PART.match(taken[0].plain) is not None and _UNFINISHED.search(text) is not None)
        )
        if not joins:
            break
        taken.insert(0, line)
        gap = False
    return (
        Title("".join(readable(line.text) for line in taken), tuple(line.number for line in taken))
        if taken
        else None
    )


def contacts(page: Page, budget: Line) -> list[Contact]:
    """The offices of the slide; what stands under one another belongs together until a number or a
    bureau begins another.
    """
    rows: list[tuple[str, int]] = []
    if behind := _AFTER_THE_SUM.search(budget.plain):
        rows.append((behind["offices"], budget.number))
    rows += [
        (line.plain, line.number)
        for line in page.lines
        if _OFFICES.match(line.plain) and not _NO_OFFICE.search(line.plain)
    ]
    found: list[Contact] = []
    for text, number in sorted(rows, key=lambda row: row[1]):
        if (found and not _begins(text)) or (found and found[-1].org.endswith("、")):
            found[-1] = found[-1].model_copy(
                update={"org": f"{found[-1].org} {text}".replace("、 ", "、")}
            )
        else:
            found.append(Contact(org=text, line=number))
    return found


def _begins(text: str) -> bool:
    return bool(re.match(r"\(", text)) or bool(offices_in(text))


def offices_in(text: str) -> list[str]:
    """The ministries and outer offices that the name of a desk stands for, by the vocabularies, in
    their order.
    """
    found = {
        mention.start: mention.name
        for mention in ministries().find(text)
        if mention.kind in ("ministry", "agency")
    }
    folded = fold(text)
    for bureau, ministry in bureaus().items():
        if (at := folded.find(bureau)) >= 0:
            found.setdefault(1000 + at, ministry)
    return [found[at] for at in sorted(found)]
