"""What a text names that a company can hold: certifications, plans and declarations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from loaders.bonuses.clauses import numerals
from loaders.catalogue.records import Alternative, ConditionKind
from loaders.vocabulary import certifications
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_PLAN = _PATTERNS["plan"]
_OR_ABOVE = _PATTERNS["or_above"]
_QUOTED = _PATTERNS["quoted"]
_KINDS: dict[str, ConditionKind] = {
    "certification": "certification",
    "registration": "certification",
    "plan": "plan",
    "declaration": "declaration",
}


@dataclass(frozen=True)
class Name:
    """A certification, plan or declaration named in a text."""

    printed: str
    """As the text has it, 以上 included."""
    what: str
    """The vocabulary's name for it; of what it does not know, as printed."""
    kind: ConditionKind
    """What kind of condition it is to hold it."""
    start: int
    """Where it begins (offset of the text)."""
    end: int
    """Where it ends."""
    or_above: bool = False
    """Whether a higher tier will do as well (以上)."""

    @property
    def alternative(self) -> Alternative:
        return Alternative(what=self.what, kind=self.kind, tier_or_above=self.or_above)


@lru_cache(maxsize=2**10)  # every form of bonus looks at the same clauses
def names(text: str) -> tuple[Name, ...]:
    """Every certification, plan and declaration named in `plain` text, in order, 「以上」 noted."""
    text = numerals(text)
    named = [
        Name(mention.name, mention.name, _KINDS[mention.kind], mention.start, mention.end)
        for mention in certifications().mentions(text)
    ]
    taken = [(name.start, name.end) for name in named]
    for plan in _PLAN.finditer(text):
        start, end = plan.span("quoted" if plan["quoted"] else "bare")
        overlapping = [span for span in taken if span[0] < end and start < span[1]]
        inside = [
            span
            for span in overlapping
            if start <= span[0] and span[1] <= end and (start, end) != span
        ]
        if not overlapping or inside:
            named = [name for name in named if (name.start, name.end) not in inside]
            printed = plan["quoted"] or plan["bare"]
            named.append(Name(printed, printed, "plan", start, end))
    named.sort(key=lambda name: name.start)
    return tuple(_with_tiers(name, text) for name in named)


def _with_tiers(name: Name, text: str) -> Name:
    above = _OR_ABOVE.match(text, name.end)
    return replace(name, or_above=True, printed=name.printed + above.group()) if above else name


def quoted(text: str | None) -> str | None:
    """The first name that the text puts in quotes; None where there is none."""
    return next(iter(quotes(text or "")), None)


def quotes(text: str) -> list[str]:
    """The names that the text puts in quotes."""
    return [match[1] for match in _QUOTED.finditer(text)]
