"""Which programme pays for which measure, by names and their direction, names in the texts of a
sheet, and the ministry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from loaders.catalogue.records import Measure
from loaders.catalogue.records.programmes import PaysFor, PaysForKind, Programme
from loaders.resolution.names import Name, bare, name_of
from loaders.text.lines import plain

_OF_WHICH = re.compile(r"^(?P<whole>.+?)\(うち(?P<own>.+)\)$")
_WITHIN = re.compile(r"^(?P<own>.+?)\((?P<whole>.+)の内数\)$")
_ADDED = re.compile(r"\([^()]*\)$")  # 「…（令和6年度補正）」
_SAME_STRENGTH = 0.8  # of a form of a name, for the names to be one
_IN_TEXT_STRENGTH = 0.8
_SHORTEST_IN_TEXT = 7  # letters; a shorter name in a text may be a word of the language
_BETWEEN = "\n"  # never in a bare text

Names = dict[str, float]


def joined(
    programmes: Sequence[Programme], measures: Sequence[Measure], texts: Mapping[str, str]
) -> tuple[Programme, ...]:
    """The programmes with the measures that they pay for; `texts`: programme id -> its purpose and
    outline.
    """
    of_programme: dict[str, dict[str, PaysFor]] = defaultdict(dict)
    by_ministry: dict[str, list[Programme]] = defaultdict(list)
    for programme in programmes:
        for ministry in programme.ministries:
            by_ministry[ministry].append(programme)
    for ministry, its_programmes in by_ministry.items():
        its_measures = [m for m in measures if ministry in m.ministries or not m.ministries]
        own = {measure.id for measure in its_measures if measure.ministries}
        for join_of, join in (
            *_by_names(its_programmes, its_measures),
            *_in_texts(its_programmes, its_measures, texts),
        ):
            why = [*join.why, "same_ministry"] if join.measure in own else join.why
            found = join.model_copy(update={"why": why})
            of_programme[join_of].setdefault(join.measure, found)
    return tuple(
        p.model_copy(update={"pays_for": sorted(joins.values(), key=lambda j: j.measure)})
        if (joins := of_programme.get(p.id))
        else p
        for p in programmes
    )


def _by_names(
    programmes: Iterable[Programme], measures: Iterable[Measure]
) -> list[tuple[str, PaysFor]]:
    """Names alike: the programme's own, or the whole that it says it is a part of."""
    named: dict[str, list[tuple[str, float, PaysForKind]]] = defaultdict(list)
    for measure in measures:
        for title in (measure.title, *measure.aliases):
            name = name_of(title)
            named_as: list[tuple[Names, PaysForKind]] = [
                (_forms(name), "same"),
                (dict.fromkeys(name.wholes, 0.9), "funds"),
                *((_forms(piece), "part") for piece in name.pieces),
            ]
            for forms, kind in named_as:
                for form, strength in forms.items():
                    named[form].append((measure.id, strength, kind))
    found: list[tuple[str, PaysFor]] = []
    for programme in programmes:
        own, whole = _own_and_whole(programme.name)
        for forms, is_whole in ((own, False), (whole, True)):
            for form, strength in forms.items():
                for measure_id, its_strength, kind in named.get(form, ()):
                    score = min(strength, its_strength)
                    if score < _SAME_STRENGTH or (is_whole and kind != "same"):
                        continue
                    kind = "part" if is_whole else kind
                    why = "same_name" if kind == "same" else "part_of_name"
                    found.append((programme.id, _join(measure_id, kind, score, why)))
    return sorted(found, key=lambda row: (-row[1].score, row[1].kind != "same"))


def _in_texts(
    programmes: Iterable[Programme], measures: Iterable[Measure], texts: Mapping[str, str]
) -> list[tuple[str, PaysFor]]:
    """The measure's name in the purpose or outline; the texts of a ministry are searched as one."""
    ids: list[str] = []
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for programme in programmes:
        text = bare(texts.get(programme.id, ""))
        ids.append(programme.id)
        starts.append(at)
        parts.append(text)
        at += len(text) + 1
    whole_text = _BETWEEN.join(parts)
    found: list[tuple[str, PaysFor]] = []
    for measure in measures:
        for title in (measure.title, *measure.aliases):
            for form, strength in _forms(name_of(title)).items():
                if strength < _IN_TEXT_STRENGTH or len(form) < _SHORTEST_IN_TEXT:
                    continue
                place = whole_text.find(form)
                while place >= 0:
                    programme_id = ids[bisect_right(starts, place) - 1]
                    join = _join(measure.id, "funds", 0.8 * strength, "named_in_text")
                    found.append((programme_id, join))
                    place = whole_text.find(form, place + 1)
    return found


def _join(measure: str, kind: PaysForKind, score: float, why: str) -> PaysFor:
    return PaysFor(measure=measure, kind=kind, score=round(score, 3), why=[why])


def _forms(name: Name) -> Names:
    return {form.bare: form.strength for form in reversed(name.forms)}


def _own_and_whole(printed: str) -> tuple[Names, Names]:
    """The forms of a programme's own name, and of what it says that it is a part of."""
    name = plain(printed).strip()
    if match := _OF_WHICH.match(name):
        return _forms(name_of(match["own"])), _forms(name_of(match["whole"]))
    if match := _WITHIN.match(name):
        return _forms(name_of(match["own"])), _forms(name_of(match["whole"]))
    taken_apart = name_of(name)
    own = _forms(taken_apart)
    if taken_apart.wholes:
        return own, dict.fromkeys(taken_apart.wholes, 0.9)
    if (head := _ADDED.sub("", name)) != name and len(bare(head)) >= _SHORTEST_IN_TEXT:
        own = {**{form: 0.9 * s for form, s in _forms(name_of(head)).items()}, **own}
    return own, {}
