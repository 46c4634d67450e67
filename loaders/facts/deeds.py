"""What has been done with so many of them, and to what or at what event."""

from __future__ import annotations

from loaders.facts.outcomes import ACT, act
from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, act=ACT.pattern)
_AID_GIVEN = _PATTERNS["aid_given"]
_AID_DONE = _PATTERNS["aid_done"]
_DECIDED = _PATTERNS["decided"]
_OF_A_PART = _PATTERNS["of_a_part"]
_DEED_WITHIN = _PATTERNS["deed_within"]
_DONE_TO = _PATTERNS["done_to"]
_DEED_ALONE = _PATTERNS["deed_alone"]
_EVENT_BEFORE = _PATTERNS["event_before"]
_CAME = _PATTERNS["came"]
_AT_PLACES = _PATTERNS["at_places"]
_PLACE = _PATTERNS["place"]
_UNNAMED = {
    **dict.fromkeys(("行っ", "行い"), "実施"),
    **dict.fromkeys(("受け", "集まっ", "集まり", "生まれ")),
}


def aid_given(stated: Stated) -> str | None:
    """The aid that so many have been given (支援, 相談), where the words right behind say so."""
    match = _AID_GIVEN.match(stated.behind)
    return match["act"] if match else None


def deed(stated: Stated) -> str | None:
    """What has been done, in a word that makes a name with 数: 採択, but not 行 or 受け."""
    if stated.aimed:
        aimed = ACT.search(stated.ahead)
        return _named(aimed.group()) if aimed else None
    if within := _DEED_WITHIN.match(stated.behind):
        return within["act"]
    done = act(stated)
    if done and _OF_A_PART.match(stated.ahead):
        return None
    if done in ("実施", "行っ", "行い") and (aid := _AID_DONE.search(stated.ahead)):
        return aid["act"]
    if done == "決定" and (decided := _DECIDED.search(stated.ahead)):
        return decided["act"].replace("を", "")
    if done and _CAME.fullmatch(done) and _PLACE.fullmatch(stated.unit):
        return "実施" if _AT_PLACES.match(stated.behind) else done
    return _named(done) if done else None


def object_of(stated: Stated, done: str) -> str | None:
    """What the deed was done to, where the words behind the number say so, or the event that so
    many came to.
    """
    if match := _DONE_TO.match(stated.behind):
        if _named(match["act"]) == done and not _DEED_ALONE.fullmatch(match["object"]):
            return match["object"] + (match["which"] or "")
    event = _EVENT_BEFORE.search(stated.before) if _CAME.fullmatch(done) else None
    return event["event"] if event and not _DEED_ALONE.fullmatch(event["event"]) else None


def _named(done: str) -> str | None:
    return _UNNAMED.get(done, done)
