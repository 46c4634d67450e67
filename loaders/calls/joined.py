"""Which measure and which budget programme a call is of, by names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from loaders.calls.titles import names_in
from loaders.catalogue.records import Measure
from loaders.catalogue.records.calls import Call, CallJoin, CallJoinedBy
from loaders.catalogue.records.programmes import Programme
from loaders.resolution.names import Name, bare, name_of
from loaders.resolution.stems import stem_of

_SURE = 0.8  # of a form of a name, for the names to be one
_STEM = 0.82  # strength of a name without its sort (事業, 補助金 …)
_WHOLE = 0.9  # strength of the name of which a title says that it is a part
_SCHEME = 0.95  # of the score where not the title but the scheme bears the name
_SHORTEST = 7  # letters; a shorter name is a word of the language too
_TITLE = 4  # letters of a whole title
_SAME = 1.0
_OF_ITS_OWN = 10  # letters; a prefecture's own call may bear a shorter name of the state's
_WHOLE_COUNTRY = "全国"

Forms = Mapping[str, float]
Index = dict[str, list[tuple[str, float]]]


@dataclass(frozen=True)
class JoinedCalls:
    """What was joined."""

    calls: tuple[Call, ...]
    """The calls, each with what it is of."""
    doubts: tuple[str, ...]
    """Calls whose name several measures or programmes bear, a line each."""


def joined_calls(
    calls: Sequence[Call], measures: Sequence[Measure], programmes: Sequence[Programme]
) -> JoinedCalls:
    """The calls with the measure and the programme that bear their name, or that of the whole of
    which they say they are a part; where names say nothing of the one, that which is the same as
    the other. A name that several bear joins nothing.
    """
    of_measures = _index((m.id, (m.title, *m.aliases)) for m in measures)
    of_programmes = _index((p.id, (p.name, *p.former_names)) for p in programmes)
    same = [(p.id, pays.measure) for p in programmes for pays in p.pays_for if pays.kind == "same"]
    programme_of = _only({measure: [p for p, m in same if m == measure] for _, measure in same})
    measure_of = _only({programme: [m for p, m in same if p == programme] for programme, _ in same})
    found, doubts = [], []
    for call in calls:
        shortest = _shortest(call, of_measures, of_programmes)
        measure, several = _best(call, of_measures, shortest)
        programme, more = _best(call, of_programmes, shortest)
        if measure is None and not several and programme and _is_itself(programme):
            measure = _through(programme, measure_of, "through_programme")
        if programme is None and not more and measure and _is_itself(measure):
            programme = _through(measure, programme_of, "through_measure")
        found.append(
            call.model_copy(
                update={
                    "measure": measure and measure.of,
                    "programme": programme and programme.of,
                    "joins": [join for join in (measure, programme) if join],
                }
            )
        )
        doubts += [
            f"{call.id} {call.title}: {', '.join(ids)} bear its name"
            for ids in (several, more)
            if ids
        ]
    return JoinedCalls(tuple(found), tuple(doubts))


def _shortest(call: Call, *indices: Index) -> int:
    """From how many letters a name counts: any; of a call for some prefectures alone one must be
    long enough that it is no other one's, then shorter ones beside it count too.
    """
    if not call.areas or _WHOLE_COUNTRY in call.areas:
        return 0
    sure = any(_best(call, index, _OF_ITS_OWN)[0] for index in indices)
    return 0 if sure else _OF_ITS_OWN


def _is_itself(join: CallJoin) -> bool:
    return join.why == ["same_name"]


def _through(join: CallJoin, of: Mapping[str, str], why: CallJoinedBy) -> CallJoin | None:
    other = of.get(join.of)
    return CallJoin(of=other, score=round(_WHOLE * join.score, 3), why=[why]) if other else None


def _only(found: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {one: others[0] for one, others in found.items() if len(set(others)) == 1}


def _index(named: Iterable[tuple[str, Iterable[str]]]) -> Index:
    """Form of a name -> the ids of those that bear it, with how surely."""
    index: Index = defaultdict(list)
    for id_, names in named:
        forms: dict[str, float] = {}
        for title in names:
            for form, strength in _forms(name_of(title)).items():
                forms[form] = max(strength, forms.get(form, 0.0))
        for form, strength in forms.items():
            index[form].append((id_, strength))
    return index


def _forms(name: Name) -> dict[str, float]:
    """The ways to write a name that are long enough to be its own, with how surely each is it; its
    very title may be shorter.
    """
    forms = {form.bare: form.strength for form in name.forms}
    short = {name.bare: _SAME} if name.forms[0].strength >= 1 and len(name.bare) >= _TITLE else {}
    if len(stem := stem_of(name.bare)) >= _SHORTEST:
        forms.setdefault(stem, _STEM)
    return short | {form: s for form, s in forms.items() if len(form) >= _SHORTEST}


def _best(call: Call, index: Index, shortest: int) -> tuple[CallJoin | None, tuple[str, ...]]:
    """What surely bears the call's name, of at least so many letters; its own goes before that of
    the whole. Or those of which nothing says which.
    """
    ranked: dict[str, tuple[bool, float, bool]] = {}  # its own name, how surely, of the title
    for form, strength, is_own, of_title in _names_of(call):
        for id_, its_strength in index.get(form, ()) if len(form) >= shortest else ():
            if (score := min(strength, its_strength)) >= _SURE:
                score = round(score if of_title else _SCHEME * score, 3)
                ranked[id_] = max(ranked.get(id_, (False, 0.0, False)), (is_own, score, of_title))
    if not ranked:
        return None, ()
    top = max(ranked.values())
    best = sorted(id_ for id_, rank in ranked.items() if rank[:2] == top[:2])
    if len(best) > 1:
        return None, tuple(best)
    is_own, score, of_title = top
    whys: list[CallJoinedBy] = [] if is_own else ["part_of_name"]
    whys += [] if of_title else ["name_of_scheme"]
    return CallJoin(of=best[0], score=score, why=whys or ["same_name"]), ()


def _names_of(call: Call) -> Iterator[tuple[str, float, bool, bool]]:
    """Names under which what is called for may be met, each with how surely, whether it is its own
    (or that of the whole), and whether the title bears it (or the scheme alone).
    """
    for printed, of_title in ((call.title, True), (call.scheme, False)):
        names = names_in(printed) if printed else ()
        for place, one in enumerate(names):
            name = name_of(one)
            is_own = not 0 < place < len(names) - 1
            for form, strength in _forms(name).items():
                yield form, strength, is_own, of_title
            for whole in (*name.wholes, *_head(one)):
                if len(whole) >= _SHORTEST:
                    yield whole, _WHOLE, False, of_title


def _head(printed: str) -> tuple[str, ...]:
    """What stands before a bracket at the end, bare."""
    head, bracket, _ = printed.partition("(")
    return (bare(head),) if bracket and head.strip() else ()
