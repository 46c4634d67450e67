"""What a figure counts or measures (採択件数, 輸出額, 会員企業数), in the words of its sentence."""

from __future__ import annotations

import re

from loaders.facts.outcomes import ACT as _ACT
from loaders.facts.outcomes import act
from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_FILLING = _PATTERNS["filling"]
_MEASURED = _PATTERNS["measured"]
_FOLLOWING = _PATTERNS["following"]
_OBJECT = _PATTERNS["object"]
_DESCRIBED = _PATTERNS["described"]
_TOO_WIDE = _PATTERNS["too_wide"]
_NO_OBJECT = _PATTERNS["no_object"]
_SUBSET = _PATTERNS["subset"]
_CHANGE = _PATTERNS["change"]
_YEAR_BEFORE = _PATTERNS["year_before"]
_RIGHT_BEHIND = _PATTERNS["right_behind"]
_SERIES = _PATTERNS["series"]
_OF_THEM = _PATTERNS["of_them"]
_ANOTHER = _PATTERNS["another"]
_OF_RESULTS = _PATTERNS["of_results"]
_RATIO = _PATTERNS["ratio"]
_NAMED_ACT = _PATTERNS["named_act"]
_TOPIC = _PATTERNS["topic"]
_DATE = _PATTERNS["date"]
_DATED_NAME = _PATTERNS["dated_name"]
_ENDS_WITH_ACT = _PATTERNS["ends_with_act"]
_NEAR = 60  # characters before a number in which its name stands
SHARES = ("%", "割", "パーセント", "%/年")
_OF_OTHERS = ("は", "も", "に")  # what such a case marks is not what is counted
_UNNAMED = {
    **dict.fromkeys(("行っ", "行い"), "実施"),
    **dict.fromkeys(("受け", "集まっ", "集まり", "生まれ")),
}
_LONGEST = 40  # characters of a name
# the words for a number of things by their unit, where "unit + 数" is not what is said
_COUNTERS = {
    "件": "件数",
    "社": "企業数",
    "者": "者数",
    "人": "者数",
    "名": "者数",
    "回": "回数",
    "か国": "国数",
    "カ国": "国数",
    "ヵ国": "国数",
    "か所": "箇所数",
    "カ所": "箇所数",
    "ヶ所": "箇所数",
    "割": "割合",
    "%": "割合",
    "%/年": "割合",
    "パーセント": "割合",
    "倍": "倍率",
}
_MONEY = ("円", "兆円", "億円", "百万円", "万円", "千円")


def counted(stated: Stated, previous: str | None) -> str | None:
    """What the number counts or measures, as a short name; None where the sentence and the heading
    above it do not say.

    `previous`: what the figure before it in the statement counts, for a number in brackets that
    tells a part of it, a change of it, or that of another year.
    """
    name = (
        _in_brackets(stated, previous)
        or _named_act(stated)
        or _found(_OF_RESULTS, stated.before)
        or _found(_RATIO, stated.before)
        or _measured(stated)
        or _of_what(stated)
        or _object(stated)
        or _done(stated)
        or _headed(stated)
        or _subject(stated)
        or _of_unit(stated.unit)
    )
    return _short(name) if name else None


def _headed(stated: Stated) -> str | None:
    """What the statement above names: 指導員の派遣 of so many 人 is 指導員の派遣者数."""
    heading = stated.heading
    if heading is None or not _ENDS_WITH_ACT.search(heading):
        return heading
    return heading + counter(stated.unit)


def _found(pattern: re.Pattern[str], before: str) -> str | None:
    match = pattern.search(before)
    return match["counted"] if match else None


def _of_unit(unit: str) -> str | None:
    """What a unit says of itself (会員, 講座); None for those of all things (件, 人, %)."""
    return f"{unit}数" if unit not in _COUNTERS and unit not in _MONEY and len(unit) > 1 else None


def _short(name: str) -> str | None:
    """The name without a date at its head, no longer than a name is."""
    dated = _DATED_NAME.match(name)
    return (name[dated.end() :] if dated else name)[-_LONGEST:] or None


def counter(unit: str) -> str:
    """The word for a number of things in this unit: 件数, 者数, 拠点数; 額 for money."""
    return "額" if unit in _MONEY else _COUNTERS.get(unit, f"{unit}数")


def is_right_behind(stated: Stated) -> bool:
    """Whether the number stands alone in a bracket right behind another."""
    return bool(_RIGHT_BEHIND.search(stated.text[: stated.at]))


def _bare(before: str) -> str:
    """What stands before the number, without dates, 約, 計 and the like at its end."""
    while match := _FILLING.search(before):
        before = before[: match.start()]
    return before


def _acted(stated: Stated) -> str | None:
    """What has been done, in a word that makes a name with 数: 採択, but not 行 or 受け."""
    done = None if stated.aimed else act(stated)
    return _UNNAMED.get(done, done) if done else None


def _in_brackets(stated: Stated, previous: str | None) -> str | None:
    before = stated.before
    if previous is None:
        return None
    first = previous.split("(")[0]
    if change := _CHANGE.search(before):
        return f"{change['counted'] or first}(前年比)" if "(" in before else None
    if is_right_behind(stated):
        return previous
    if _OF_THEM.fullmatch(before):
        return f"{first}(うち)" if stated.unit in SHARES else first
    if _YEAR_BEFORE.search(before) or _SERIES.search(before):
        return first
    subset = _SUBSET.search(before)
    if subset and (of := (subset["counted"] or subset["kind"]).strip()):
        if not _bare(of):
            return None
        if of.endswith("数"):
            return of.rpartition(":")[2]
        return first if _TOO_WIDE.fullmatch(of) else f"{first}({of})"
    if stated.aimed and _ANOTHER.search(_bare(before)):
        return previous
    return None


def _named_act(stated: Stated) -> str | None:
    match = _NAMED_ACT.search(stated.before)
    return f"{match['counted']}の{match['act']}{counter(stated.unit)}" if match else None


def _measured(stated: Stated) -> str | None:
    whole = _bare(_CHANGE.sub("", stated.before))
    bare = whole[-_NEAR:]
    match = _last(_MEASURED, bare)
    if match is None:
        return None
    name = _short(match["counted"])
    if name and _TOO_WIDE.fullmatch(name):
        described = _DESCRIBED.search(whole[: len(whole) - len(bare) + match.end("counted")])
        return described["counted"] if described else None
    return name


def _of_what(stated: Stated) -> str | None:
    match = _FOLLOWING.match(stated.behind)
    if match is None or _NO_OBJECT.fullmatch(match["counted"]):
        return None
    things, done = match["counted"], _acted(stated)
    if things.endswith(done or "\0") or _ENDS_WITH_ACT.search(things):
        return things + counter(stated.unit)
    if done is None:
        return things
    if _TOO_WIDE.fullmatch(things):
        return _with_topic(stated, done + counter(stated.unit))
    return f"{things}の{done}{counter(stated.unit)}"


def _object(stated: Stated) -> str | None:
    bare = _bare(stated.before)[-_NEAR:]
    match = _last(_OBJECT, bare)
    if match is None or _ANOTHER.search(bare) or match["case"] in _OF_OTHERS:
        return None
    things, done = match["counted"], _acted(stated)
    if _TOO_WIDE.fullmatch(things):
        return None
    if match["case"] == "の" or stated.text[: stated.at].rstrip().endswith("("):
        return None if match["case"] else things
    if stated.unit in SHARES and (described := _DESCRIBED.search(bare[: match.end("counted")])):
        return f"{described['counted']}の割合"
    if done and not (things.endswith(done) or _ENDS_WITH_ACT.search(things)):
        return f"{things}の{done}{counter(stated.unit)}"
    if stated.aimed:
        return things
    acted = things.endswith(done or "\0") or _ENDS_WITH_ACT.search(things)
    return things + counter(stated.unit) if acted else things


def _done(stated: Stated) -> str | None:
    done = _acted(stated)
    if stated.aimed and (aimed := _ACT.search(stated.ahead)):
        done = _UNNAMED.get(aimed.group(), aimed.group())
    return _with_topic(stated, done + counter(stated.unit)) if done else None


def _with_topic(stated: Stated, name: str) -> str:
    """The name with what the sentence speaks of, where it says so right before the number."""
    topic = _TOPIC.search(stated.before)
    of = _short(topic["counted"]) if topic else None
    if of is None or _DATE.search(of) or _TOO_WIDE.fullmatch(of) or of[0].isdigit():
        return name
    return f"{of}の{name}"


def _subject(stated: Stated) -> str | None:
    bare = _bare(stated.before)[-_NEAR:]
    match = _last(_OBJECT, bare)
    if match is None or _ANOTHER.search(bare) or match["case"] in ("に", "を"):
        return None
    described = _DESCRIBED.search(bare[: match.end("counted")])
    if stated.unit in SHARES:
        return f"{described['counted']}の割合" if described else None
    if described is None and _TOO_WIDE.fullmatch(match["counted"]):
        return f"{match['counted']}の数" if match["case"] == "は" else None
    return f"{described['counted'] if described else match['counted']}の数"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The longest match of the pattern that ends with the text."""
    return re.search(rf"(?:{pattern.pattern})$", text[-_NEAR:])
