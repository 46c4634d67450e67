"""Evidence by the measure's name in the purpose or outline of a programme."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from loaders.catalogue.records import Measure
from loaders.catalogue.records.programmes import Programme
from loaders.resolution.names import bare, name_of
from loaders.review_sheets.joins.evidence import Evidence

_STRENGTH = 0.8  # of a form of a name, for it to stand for the measure in a text
_SHORTEST = 7  # letters; a shorter form of a name may be a word of the language
_SHORTEST_IN_FULL = 5  # letters of a whole name
_BETWEEN = "\n"  # never in a bare text


def in_texts(
    programmes: Iterable[Programme], measures: Iterable[Measure], texts: Mapping[str, str]
) -> Iterator[Evidence]:
    """The measures that a text names; `texts`: programme id -> its purpose and outline. The texts
    are searched as one.
    """
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
    for measure in measures:
        for title in (measure.title, *measure.aliases):
            for form in name_of(title).forms:
                shortest = _SHORTEST_IN_FULL if form.strength == 1.0 else _SHORTEST
                if form.strength < _STRENGTH or len(form.bare) < shortest:
                    continue
                score = round(0.8 * form.strength, 3)
                place = whole_text.find(form.bare)
                while place >= 0:
                    named_in = ids[bisect_right(starts, place) - 1]
                    yield Evidence(named_in, measure.id, "funds", score, "named_in_text")
                    place = whole_text.find(form.bare, place + 1)
