"""Why a next certification stands where it does, in one line, as `weight.why` says it in English
for the command line.
"""

from __future__ import annotations

from dashboard.reading import naming
from dashboard.text.words import Words
from dashboard.views.bonus import wording
from queries.bonus.next import NextStep
from queries.bonus.weight import Gain


def reason(words: Words, step: NextStep) -> str:
    """Its best gain, how many come with it, how many steps are before it, which other step gives
    that too, which lower tiers it stands for.
    """
    if not step.gains:
        return ""
    now = sum(gain.worth != "history" for gain in step.gains)
    gone = len(step.gains) - now
    lower = [naming.node_name(words, tier.id, tier.name) for tier in step.instead_of]
    other = step.also_by
    parts = [
        words(
            "bonus.why.best",
            worth=words.of("bonus.worth", step.gains[0].worth),
            gain=_gain(words, step.gains[0]),
        ),
        words("bonus.why.more", n=now - 1) if now > 1 else "",
        words("bonus.why.gone", n=gone) if gone and now else "",
        words("bonus.why.needs", n=len(step.needs)) if step.needs else "",
        (
            words("bonus.why.also_by", name=naming.node_name(words, other.id, other.name))
            if other
            else ""
        ),
        words("bonus.why.instead_of", names=words.listed(lower)) if lower else "",
    ]
    return words("bonus.why.joint").join(filter(None, parts))


def _gain(words: Words, gain: Gain) -> str:
    value = wording.stated(words, gain.value) or ""
    name = naming.node_name(words, gain.raised, gain.name)
    kind = words.of("benefit", gain.benefit)
    besides = words("bonus.besides", asked=gain.besides) if gain.besides else ""
    return " ".join(
        filter(None, (words("bonus.why.gain", name=name, benefit=kind), value, besides))
    )
