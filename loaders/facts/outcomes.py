"""Whether a number in a sentence tells an outcome: so many chosen, held, supported, taken part."""

from __future__ import annotations

import re

from loaders.facts.changes import answered, begins_a_change, ends_a_change
from loaders.facts.other_years import in_a_row, in_bracket
from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
ACT = _PATTERNS["act"]
_DONE = _PATTERNS["done"]
_HEADING = _PATTERNS["heading"]
_TO_COME = _PATTERNS["to_come"]
_REACHED = _PATTERNS["reached"]
_ATTRIBUTIVE = _PATTERNS["attributive"]
_LABEL = _PATTERNS["label"]
_NO_LABEL = _PATTERNS["no_label"]
_DATED = _PATTERNS["dated"]
_AS_OF = _PATTERNS["as_of"]
_STANDS = _PATTERNS["stands"]
_CHANGED = _PATTERNS["changed"]
_GOES_ON = _PATTERNS["goes_on"]
_NAMES = _PATTERNS["names"]
_MONEY = _PATTERNS["money"]
_MONEY_DONE = _PATTERNS["money_done"]
_MONEY_OF_BUDGET = _PATTERNS["money_of_budget"]
_SHARE = _PATTERNS["share"]
_SHARE_OF = _PATTERNS["share_of"]
_IN_BRACKET = _PATTERNS["in_bracket"]
_NO_OUTCOME = _PATTERNS["no_outcome"]
_CHAINED = _PATTERNS["chained"]
_PAST = _PATTERNS["past"]
_NO_SHARE = _PATTERNS["no_share"]
_AT_LEAST = _PATTERNS["at_least"]
_AIM_BEHIND = _PATTERNS["aim_behind"]
_IS_SO_MANY = _PATTERNS["is_so_many"]
_SENTENCE_ENDS = _PATTERNS["sentence_ends"]
_NEAR = 12  # characters on either side in which a limit or condition would stand
_CLAUSE = 36  # the like in which money is told to be a budget or an outcome
_DESCRIBES = 8  # the like behind a number for a verb that only describes
_CHOSEN_BEFORE = _PATTERNS["chosen_before"]
_ACT_BEFORE = _PATTERNS["act_before"]
ROW_DATED = _PATTERNS["row_dated"]


def act(stated: Stated) -> str | None:
    """What has been done with so many of them (採択, 参加 …), in the word that is printed; None
    where the sentence says nothing of the kind.
    """
    if chosen := _CHOSEN_BEFORE.search(stated.before):
        return chosen["act"]
    if (told := _ACT_BEFORE.search(stated.before)) and ROW_DATED.match(stated.behind):
        return told["act"]
    ahead = stated.ahead
    said = _first(_DONE.search(ahead), _CHAINED.search(ahead))
    if said is None:
        return None
    describing = _ATTRIBUTIVE.search(ahead, 0, _DESCRIBES + 12)
    if describing and describing.start() < min(said.start(), _DESCRIBES):
        return None
    to_come, done = _TO_COME.search(ahead), _DONE.search(ahead, said.start())
    first = _first(to_come, done)
    if first is None and _PAST.search(ahead) is None:
        return None
    return None if first is not None and first is to_come else said["act"]


def is_money(unit: str) -> bool:
    """Whether the unit is one of money."""
    return bool(_MONEY.fullmatch(unit))


def _first(*matches: re.Match[str] | None) -> re.Match[str] | None:
    """The one that begins first; of two that begin at one place the former."""
    found = [match for match in matches if match]
    return min(found, key=lambda match: match.start()) if found else None


def is_outcome(stated: Stated, after_another: bool) -> bool:
    """Whether the number counts or measures what has come about.

    Money and shares are outcomes only where the sentence says so; what is planned, offered,
    required or given as a limit is none. `after_another`: an outcome stands before it in the
    statement.
    """
    before, behind = stated.before, stated.behind
    near = before[-_NEAR:] + stated.text[stated.at : stated.end] + behind[:_NEAR]
    if _NO_OUTCOME.search(near) or _AIM_BEHIND.match(behind):
        return False
    if begins_a_change(stated) or ends_a_change(stated) or answered(stated):
        return True
    if _NO_LABEL.search(before):
        return False
    labelled = bool(_LABEL.search(before))
    sentence = before + behind
    with_first = after_another and (
        bool(_IN_BRACKET.search(before[-40:])) or bool(in_bracket(stated)) or in_a_row(stated)
    )
    if is_money(stated.unit):
        said = before[-_CLAUSE:] + behind[:_CLAUSE]
        return bool(_MONEY_DONE.search(said)) and not _MONEY_OF_BUDGET.search(said)
    if _SHARE.fullmatch(stated.unit):
        if _NO_SHARE.search(sentence) or (_AT_LEAST.match(behind) and not after_another):
            return False
        if _CHANGED.match(behind):
            return True
        return labelled or with_first or bool(_SHARE_OF.search(before) or stated.heading)
    return (
        labelled
        or with_first
        or bool(_REACHED.match(behind))
        or bool(stated.heading and _DATED.fullmatch(before))
        or bool(
            _AS_OF.search(sentence)
            and _STANDS.match(behind)
            and _NAMES.search(before)
            and not _GOES_ON.match(stated.ahead)
        )
        or bool(_IS_SO_MANY.search(before) and _SENTENCE_ENDS.match(behind))
        or act(stated) is not None
    )


def heading(text: str) -> str | None:
    """What a statement names as counted by the one below it (受講者数); None where it is more than
    such a name.
    """
    match = _HEADING.fullmatch(text)
    return match["counted"] if match else None
