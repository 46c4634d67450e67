"""Laws and recipients over all sheets: each once, whatever the sheets write."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from loaders.catalogue.ids import digest
from loaders.catalogue.records.programmes import Law, Recipient, RecipientKind
from loaders.review_sheets.printed_names import without_short_name
from loaders.text.lines import fold
from loaders.vocabulary.bodies import bodies
from loaders.vocabulary.ministries import ministries
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
# in the order of trying: a university's cooperative is no company
_KINDS: tuple[tuple[RecipientKind, re.Pattern[str]], ...] = (
    ("university", _PATTERNS["university"]),
    ("incorporated_agency", _PATTERNS["incorporated_agency"]),
    ("foundation", _PATTERNS["foundation"]),
    ("company", _PATTERNS["company"]),
    ("ministry", _PATTERNS["ministry"]),
    ("municipality", _PATTERNS["municipality"]),
)


class Laws:
    """Laws by name; one that a sheet names without its 法令ID is the one that another names with
    it.
    """

    def __init__(self) -> None:
        self._laws: dict[str, Law] = {}
        self._id_of_name: dict[str, str] = {}

    def add(self, name: str, number: str, law_id: str) -> str:
        """The id of the law; `name` without its article."""
        id_ = f"law:{law_id or digest(name)}"
        if law_id:
            self._id_of_name.setdefault(fold(name), id_)
        self._laws.setdefault(id_, Law(id=id_, name=name, number=number or None))
        return id_

    def final_id(self, id_: str) -> str:
        """The id of that law once all sheets are read."""
        return self._id_of_name.get(fold(self._laws[id_].name), id_)

    def records(self) -> tuple[Law, ...]:
        """The laws, each once."""
        return tuple(law for id_, law in self._laws.items() if self.final_id(id_) == id_)


def law_and_article(printed: str) -> tuple[str, str]:
    """A law's name, empty where the cell names none, and the article printed behind it (…法第70条
    第1項), which may be empty. Marks of a list, quotation marks, the law's number and a short name
    in brackets are no part of the name; sheets set underscores for line breaks.
    """
    text = without_short_name(printed.replace("_", ""))
    text = _PATTERNS["list_mark"].sub("", text).strip()
    text = _PATTERNS["law_number"].sub("", _unquoted(text)).strip()
    match = _PATTERNS["article"].search(text)
    name, article = (text[: match.start()], text[match.start() :]) if match else (text, "")
    name = name.strip(" 　、,")
    return ("", "") if _PATTERNS["no_law"].fullmatch(name) else (name, article.strip())


def _unquoted(text: str) -> str:
    """「…法」第3条 without its quotation marks, （…法） without its brackets."""
    for start, end in ("「」", "（）"):
        name, found, behind = text.removeprefix(start).partition(end)
        if text.startswith(start) and found and start not in name:
            return name + behind
    return text


class Recipients:
    """Recipients by corporate number, else by name; of several names for one number it bears the
    one that most rows have, of these the shortest.
    """

    def __init__(self) -> None:
        self._names: dict[str, Counter[str]] = {}
        self._numbers: dict[str, str | None] = {}

    def add(self, name: str, corporate_number: str | None) -> str:
        """The recipient's id."""
        id_ = f"recipient:{corporate_number or digest(name)}"
        self._names.setdefault(id_, Counter())[name] += 1
        self._numbers[id_] = corporate_number
        return id_

    def records(self) -> tuple[Recipient, ...]:
        """The recipients, each once."""
        return tuple(
            Recipient(
                id=id_,
                name=(name := _name_of_most(names)),
                corporate_number=self._numbers[id_],
                kind=kind_of(name, self._numbers[id_]),
                body=_body(name),
            )
            for id_, names in self._names.items()
        )


def _name_of_most(names: Counter[str]) -> str:
    return min(names, key=lambda name: (-names[name], len(name), name))


def kind_of(name: str, corporate_number: str | None = None) -> RecipientKind:
    """What a recipient is by its name; one with a number is somebody, whatever it is called."""
    if corporate_number is None and _PATTERNS["unnamed"].fullmatch(name.strip()):
        return "unnamed"
    if (office := ministries().get(name)) is not None and office.level != "regional":
        return "ministry"
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), "unknown")


@cache
def _names_of_bodies() -> dict[str, str]:
    return {fold(body.name): body.name for body in bodies()}


def _body(name: str) -> str | None:
    """The vocabulary's body of that name, its legal form aside."""
    return _names_of_bodies().get(fold(_PATTERNS["legal_form"].sub("", name)))
