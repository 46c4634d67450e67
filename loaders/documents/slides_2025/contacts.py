"""The offices that stand by the head of a slide."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from graph.bounds import quoted
from graph.errors import VocabularyError
from graph.files.yaml_file import read_yaml
from loaders.catalogue.records import Contact
from loaders.text.lines import Line, fold
from loaders.text.page import Page
from loaders.vocabulary.ministries import ministries

BUREAUS = Path(__file__).with_name("bureaus.yaml")

_AFTER_THE_SUM = re.compile(r"円(?:\s*\([^()]*\))?\s+(?P<offices>\(\d.*)$")
_NUMBERS = r"(?:\(\s*\d(?:[・、~～]\d)*\s*\)[・、~～]?)*"
_OFFICE = r"[一-龥々ァ-ヶーA-Za-z][一-龥々ァ-ヶーA-Za-z・]*?(?:庁|局|部|課|室|グループ|G|チーム|官)"
# as long as can be, for a name may hold another: 庁庁庁 is taken one way, not all ways to part it
_LONGEST = rf"(?>{_OFFICE.replace('*?', '*')})"
_OFFICES = re.compile(rf"^{_NUMBERS}\s*{_LONGEST}(?:[\s、,・/]*{_NUMBERS}\s*{_LONGEST})*、?$")
_NO_OFFICE = re.compile(r"(?:外部|全部|一部|内部|本部)$")


@cache
def bureaus() -> dict[str, str]:
    """The ministry (formal name) of each bureau, by its folded name. Raises VocabularyError where
    the file does not hold together.
    """
    read = read_yaml(BUREAUS, dict[str, tuple[str, ...]], "a list of bureaus for each ministry")
    if unknown := [name for name in read if not ministries().is_ministry(name)]:
        raise VocabularyError(
            f"no ministry {quoted(unknown[0])}", BUREAUS.name, "use the names of ministries.yaml"
        )
    return {fold(bureau): ministry for ministry, names in read.items() for bureau in names}


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
    desks: list[Contact] = []
    for text, number in sorted(rows, key=lambda row: row[1]):
        if (desks and not _begins(text)) or (desks and desks[-1].org.endswith("、")):
            desks[-1] = desks[-1].model_copy(
                update={"org": f"{desks[-1].org} {text}".replace("、 ", "、")}
            )
        else:
            desks.append(Contact(org=text, line=number))
    return desks


def _begins(text: str) -> bool:
    return bool(re.match(r"\(", text)) or bool(offices_in(text))


def offices_in(text: str) -> list[str]:
    """The ministries and outer offices that the name of a desk stands for, by the vocabularies, in
    their order.
    """
    offices = {
        mention.start: mention.name
        for mention in ministries().find(text)
        if mention.kind in ("ministry", "agency")
    }
    folded = fold(text)
    for bureau, ministry in bureaus().items():
        if (at := folded.find(bureau)) >= 0:
            offices.setdefault(1000 + at, ministry)
    return [offices[at] for at in sorted(offices)]
