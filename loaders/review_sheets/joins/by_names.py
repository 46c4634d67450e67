"""Evidence by names and their direction: 「…（うちA）」 is mostly A; A before うち is the whole of
which the programme is a part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from loaders.catalogue.records import Appearance, Measure
from loaders.catalogue.records.programmes import PaysForKind, Programme
from loaders.resolution.names import Name, bare, name_of, words
from loaders.resolution.stems import stem_of
from loaders.review_sheets.joins.evidence import Evidence
from loaders.text.lines import plain

_OF_WHICH = re.compile(r"^(?P<whole>.+?)\(うち(?P<own>.+)\)$")
_WITHIN = re.compile(r"^(?P<own>.+?)\((?P<whole>.+)の内数\)$")
_ADDED = re.compile(r"\((?P<added>[^()]*)\)$")  # 「…（令和6年度補正）」
_SAME_STRENGTH = 0.8  # of a form of a name, for the names to be one
_STEM_STRENGTH = 0.82
_POT_STRENGTH = 0.9
_SHORTEST = 7  # letters; what is left of a shorter name may be a word of the language

Names = dict[str, float]


def by_names(
    programmes: Iterable[Programme],
    measures: Iterable[Measure],
    of_measure: Mapping[str, Iterable[Appearance]],
) -> Iterator[Evidence]:
    """Names alike: the programme's own, the whole that it says it is a part of, or the pot that the
    measure's pages say its money comes from (`of_measure`: measure id -> where it appears).
    """
    named: dict[str, list[tuple[str, float, PaysForKind, str]]] = defaultdict(list)
    for measure in measures:
        pages = of_measure.get(measure.id, ())
        pots = [budget.pot for page in pages for budget in page.budgets if budget.pot]
        for form, strength, kind, why in _names_of(measure, pots):
            named[form].append((measure.id, strength, kind, why))
    for programme in programmes:
        own, whole = _own_and_whole(programme.name)
        for forms, is_whole in ((own, False), (whole, True)):
            for form, strength in forms.items():
                for measure_id, its_strength, kind, why in named.get(form, ()):
                    score = round(min(strength, its_strength), 3)
                    if score < _SAME_STRENGTH or (is_whole and kind != "same"):
                        continue
                    if is_whole:
                        kind, why = "part", "part_of_name"
                    yield Evidence(programme.id, measure_id, kind, score, why)


def _names_of(
    measure: Measure, pots: Iterable[str]
) -> Iterator[tuple[str, float, PaysForKind, str]]:
    """A name of the measure, how surely it is one, what a programme of that name would be to it,
    and what that is called.
    """
    for title in (measure.title, *measure.aliases):
        name = name_of(title)
        for form, strength in {**_stems(name), **_forms(name)}.items():
            yield form, strength, "same", "same_name"
        for whole in name.wholes or _head(title):
            yield whole, 0.9, "funds", "part_of_name"
        for piece in name.pieces:
            for form, strength in _forms(piece).items():
                yield form, strength, "part", "part_of_name"
    for pot in pots:
        for form, strength in _forms(name_of(pot)).items():
            yield form, _POT_STRENGTH * strength, "funds", "named_as_pot"


def _head(title: str) -> tuple[str, ...]:
    """The programme's name before a bracket at the end of a title, bare."""
    head = _ADDED.sub("", plain(title).strip())
    named = head != title and head.endswith(words().programmes) and len(bare(head)) >= _SHORTEST
    return (bare(head),) if named else ()


def _forms(name: Name) -> Names:
    return {form.bare: form.strength for form in reversed(name.forms)}


def _stems(name: Name) -> Names:
    """What is left of the name without its sort (事業, 支援, 補助金, タイプ …)."""
    stem = stem_of(name.bare)
    return {stem: _STEM_STRENGTH} if len(stem) >= _SHORTEST else {}


def _own_and_whole(printed: str) -> tuple[Names, Names]:
    """The forms of a programme's own name, and of what it says that it is a part of."""
    name = plain(printed).strip()
    if match := _OF_WHICH.match(name) or _WITHIN.match(name):
        own, whole = name_of(match["own"]), name_of(match["whole"])
        return {**_stems(own), **_forms(own)}, _forms(whole)
    taken_apart = name_of(name)
    own_forms = {**_stems(taken_apart), **_forms(taken_apart)}
    if taken_apart.wholes:
        inner = _ADDED.search(name)
        stem = stem_of(bare(inner["added"])) if inner else ""
        if len(stem) >= _SHORTEST:
            own_forms.setdefault(stem, _STEM_STRENGTH)
        return own_forms, dict.fromkeys(taken_apart.wholes, 0.9)
    if (head := _ADDED.sub("", name)) != name and len(bare(head)) >= _SHORTEST:
        own_forms = {**{form: 0.9 * s for form, s in _forms(name_of(head)).items()}, **own_forms}
    return own_forms, {}
