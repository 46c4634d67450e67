"""What a figure counts or measures (採択件数, 輸出額, 会員企業数), in the words of its sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.facts.changes import answered, begins_a_change, ends_a_change, without_the_year_before
from loaders.facts.deeds import aid_given, deed, object_of
from loaders.facts.other_years import in_a_row, in_bracket
from loaders.facts.outcomes import ACT as _ACT
from loaders.facts.stated import Stated
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, act=_ACT.pattern)
_FILLING = _PATTERNS["filling"]
_MEASURED = _PATTERNS["measured"]
_FOLLOWING = _PATTERNS["following"]
_OBJECT = _PATTERNS["object"]
_DESCRIBED = _PATTERNS["described"]
_TOO_WIDE = _PATTERNS["too_wide"]
_NO_OBJECT = _PATTERNS["no_object"]
_SUBSET = _PATTERNS["subset"]
_CHANGE = _PATTERNS["change"]
_RIGHT_BEHIND = _PATTERNS["right_behind"]
_OF_THEM = _PATTERNS["of_them"]
_ANOTHER = _PATTERNS["another"]
_OF_RESULTS = _PATTERNS["of_results"]
_ACT_RIGHT_BEFORE = _PATTERNS["act_right_before"]
_RATIO = _PATTERNS["ratio"]
_NAMED_ACT = _PATTERNS["named_act"]
_TOPIC = _PATTERNS["topic"]
_DATE = _PATTERNS["date"]
_DATED_NAME = _PATTERNS["dated_name"]
_ENDS_WITH_ACT = _PATTERNS["ends_with_act"]
_ORDINAL = _PATTERNS["ordinal"]
_BETWEEN_THEM = _PATTERNS["between_them"]
_GRAND_TOTAL = _PATTERNS["grand_total"]
_UNDER_RESULTS = _PATTERNS["under_results"]
_BARE_LABEL = _PATTERNS["bare_label"]
_GIVEN_TO = _PATTERNS["given_to"]
_DONE_BEFORE = _PATTERNS["done_before"]
_WHO_HAS = _PATTERNS["who_has"]
_CHANGES_BY = _PATTERNS["changes_by"]
_IS_SHARE = _PATTERNS["is_share"]
_JUST_TOLD = _PATTERNS["just_told"]
_SPOKEN_OF = _PATTERNS["spoken_of"]
_HEAD_ALONE = _PATTERNS["head_alone"]
_CLAUSE = _PATTERNS["clause"]
_BRACKET = _PATTERNS["bracket"]
_ADDENDS = _PATTERNS["addends"]
_SHARE_OF_KIND = _PATTERNS["share_of_kind"]
_ADJACENT = _PATTERNS["adjacent"]
_OWNED_ACT = _PATTERNS["owned_act"]
_ONLY_ACT = _PATTERNS["only_act"]
_CHANGE_OF_VALUE = _PATTERNS["change_of_value"]
_CHANGED_TO = _PATTERNS["changed_to"]
_NEAR = 60  # characters before a number in which its name stands
SHARES = ("%", "割", "パーセント", "%/年")
_OF_OTHERS = ("は", "も", "に")  # what such a case marks is not what is counted
_LONGEST = 60  # characters of a name
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


def counted(stated: Stated, previous: str | None, like: str | None = None) -> str | None:
    """What the number counts or measures, as a short name; None where the sentence and the heading
    above it do not say.

    `previous`: what the figure before it in the statement counts, for a number in brackets that
    tells a part of it, a change of it, or that of another year; `like`: the last one in the same
    unit, for a number in a row over years.
    """
    if like and (in_a_row(stated) or ends_a_change(stated)):
        return like
    if begins_a_change(stated):
        stated = without_the_year_before(stated)
    if name := answered(stated):
        return _short(name)
    if _CHANGE_OF_VALUE.search(stated.before) and _CHANGED_TO.match(stated.behind):
        of = counted(replace(stated, start=stated.start, at=_change_begins(stated)), None)
        return f"{of}(前年比)" if of else None
    name = (
        _in_brackets(stated, previous)
        or _beside_another(stated, previous)
        or _named_act(stated)
        or _under_results(stated)
        or _found(_RATIO, stated.before)
        or _measured(stated)
        or _of_what(stated)
        or _object(stated)
        or _done(stated)
        or _headed(stated)
        or _subject(stated)
        or _spoken_of(stated)
        or _of_unit(stated.unit)
    )
    if name and stated.unit in SHARES and not _IS_SHARE.search(name):
        name = _of_share(stated, name)
        if stated.heading and _IS_SHARE.search(stated.heading) and not _IS_SHARE.search(name):
            name = f"{stated.heading}({name})"
    return _short(name) if name else None


def _of_share(stated: Stated, name: str) -> str:
    """The name of a share or a change of what `name` counts: 輸出額の向上率, 登録件数の割合."""
    if change := _CHANGES_BY.match(stated.behind):
        return f"{name}の{change['change']}率"
    is_of = name.endswith("数") or stated.behind.startswith("の")
    return f"{name}の割合" if is_of else name


def _change_begins(stated: Stated) -> int:
    match = _CHANGE_OF_VALUE.search(stated.before)
    return stated.start + match.start() if match else stated.at


def _beside_another(stated: Stated, previous: str | None) -> str | None:
    """The name of a number right behind another (9都市14回), or of one that begins a sentence
    behind another's: of the same owner, where it says only the act.
    """
    owned = _OWNED_ACT.fullmatch(previous) if previous else None
    if owned is None:
        return None
    beside = _ADJACENT.search(stated.before)
    if beside and not owned["owner"].endswith(f"{stated.unit}の"):
        return f"{owned['owner']}{owned['act']}{counter(stated.unit)}"
    done = aid_given(stated)
    if done and not _bare(stated.before):
        return f"{owned['owner']}{done}{counter(stated.unit)}"
    return None


def _headed(stated: Stated) -> str | None:
    """What the statement above names: 指導員の派遣 of so many 人 is 指導員の派遣者数."""
    heading = stated.heading
    if heading is None or not _ENDS_WITH_ACT.search(heading):
        return heading
    return heading + counter(stated.unit)


def _under_results(stated: Stated) -> str | None:
    """The label of results (採択実績:) before the number; the name of its own that stands between
    them, where one does.
    """
    label = _found(_OF_RESULTS, stated.before)
    if label and (done := _found(_ACT_RIGHT_BEFORE, stated.before)):
        return done + counter(stated.unit)
    measured = _measured(stated) if label else None
    return label if measured is None or measured.endswith(label or "") else measured


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
    return None if stated.aimed else deed(stated)


def _in_brackets(stated: Stated, previous: str | None) -> str | None:
    before = stated.before
    if previous is None:
        return None
    first = previous[: previous.rindex("(")] if previous.endswith(")") else previous
    if change := _CHANGE.search(before):
        return f"{change['counted'] or first}(前年比)" if "(" in before else None
    if is_right_behind(stated):
        return previous
    if _GRAND_TOTAL.search(before):
        return f"{first}(計)"
    if _OF_THEM.fullmatch(before):
        return _part(stated, first)
    if (other := in_bracket(stated)) is not None:
        return _of_other_year(stated, other.said, first)
    subset = _SUBSET.search(before)
    if subset and (of := (subset["counted"] or subset["kind"]).strip()):
        if not _bare(of):
            return None
        if of.endswith(("数", "倍率")):
            return of.rpartition(":")[2]
        return first if _TOO_WIDE.fullmatch(of) else f"{first}({of})"
    if stated.aimed and _ANOTHER.search(_bare(before)):
        return previous
    return None


def _of_other_year(stated: Stated, said: str, first: str) -> str:
    """The name of a number in a bracket with another year, of which the bracket says so much."""
    if not said or _ACT.fullmatch(said) or _TOO_WIDE.fullmatch(said):
        return first
    if said.endswith(("数", "額", "率", "割合", "量")):
        return said
    if owned := _OWNED_ACT.fullmatch(first):
        return f"{said}の{owned['act']}{counter(stated.unit)}"
    bracket = stated.before.rfind("(")
    return said if said in stated.before[:bracket] else f"{first}({said})"


def _part(stated: Stated, whole: str) -> str | None:
    """The name of a part of what `whole` counts (会員企業のうち中小企業の割合)."""
    if stated.unit in SHARES and (kind := _SHARE_OF_KIND.match(stated.behind)):
        return f"{whole.removesuffix('の数')}のうち{kind['counted']}の割合"
    is_like = stated.unit in SHARES or whole.endswith(counter(stated.unit))
    return f"{whole}(うち)" if is_like or _acted(stated) is None else None


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
    end = len(whole) - len(bare) + match.end("counted")
    if name and _HEAD_ALONE.fullmatch(name):
        if clause := _CLAUSE.search(_BRACKET.sub("", whole[:end])):
            return clause["counted"]
    if name and _BARE_LABEL.fullmatch(name) and (of := _found(_UNDER_RESULTS, stated.before)):
        return f"{of}の{name}"
    if name and name.endswith("の合計"):
        others = _ADDENDS.search(whole[: end - len(match["counted"])])
        return (others["counted"] if others else "") + name
    if name and _TOO_WIDE.fullmatch(name):
        described = _DESCRIBED.search(whole[:end])
        return described["counted"] if described else None
    return name


def _of_what(stated: Stated) -> str | None:
    if done := aid_given(stated):
        return _with_topic(stated, done + counter(stated.unit))
    match = _FOLLOWING.match(stated.behind)
    if match is None or _NO_OBJECT.fullmatch(match["counted"]):
        return None
    things, done = match["counted"].removesuffix("等"), _acted(stated)
    if whose := _WHO_HAS.match(stated.behind, match.end()):
        things += whose.group()
    if between := _BETWEEN_THEM.match(stated.behind):
        return f"{between['counted']}数"
    if _ACT.fullmatch(things) and done in (None, "開催", "実施", things):
        return _of_kind(stated, things + counter(stated.unit))
    if _GIVEN_TO.match(stated.behind, match.end()) and not _ENDS_WITH_ACT.search(things):
        return f"{things}の数"
    if things.endswith(done or "\0") or _ENDS_WITH_ACT.search(things):
        return things + counter(stated.unit)
    if done is None:
        return things
    if _TOO_WIDE.fullmatch(things):
        return _with_topic(stated, done + counter(stated.unit))
    return f"{things}の{done}{counter(stated.unit)}"


def _of_kind(stated: Stated, name: str) -> str:
    """The name with whose they are, in the words right before the number (港町の会員12社の参加)."""
    bare = _bare(stated.before)[-_NEAR:]
    match = _last(_OBJECT, bare)
    if match is None or match["case"] or _ANOTHER.search(bare):
        return _with_topic(stated, name)
    of = _short(match["counted"])
    return name if of is None or _TOO_WIDE.fullmatch(of) else f"{of}の{name}"


def _object(stated: Stated) -> str | None:
    bare = _bare(stated.before)[-_NEAR:]
    match = _last(_OBJECT, bare)
    if match is None or _ANOTHER.search(bare) or match["case"] in _OF_OTHERS:
        return None
    things, done = match["counted"], _acted(stated)
    if _TOO_WIDE.fullmatch(things):
        return None
    if done and _ORDINAL.fullmatch(things):
        return f"{things}の{done}{counter(stated.unit)}"
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
    done = deed(stated)
    if done is None:
        return None
    name = done + counter(stated.unit)
    told = _JUST_TOLD.search(stated.text[: stated.start])
    if (
        told
        and done == "実施"
        and stated.unit in ("件", "回")
        and not _bare(_DONE_BEFORE.sub("", stated.before))
    ):
        return told["counted"] + counter(stated.unit)
    of = object_of(stated, done)
    return f"{of}の{name}" if of else _with_topic(stated, name)


def _with_topic(stated: Stated, name: str) -> str:
    """The name with what the sentence speaks of, where it says so right before the number."""
    topics = [*_TOPIC.finditer(stated.before)]
    of = (_short(topics[-1]["counted"]) or "").strip("「」") if topics else None
    if (
        not of
        or name.startswith(of)
        or _DATE.search(of)
        or _TOO_WIDE.fullmatch(of)
        or of[0].isdigit()
    ):
        return name
    return f"{of}の{name}"


def _subject(stated: Stated) -> str | None:
    bare = _bare(stated.before)[-_NEAR:]
    match = _last(_OBJECT, bare)
    if match is None or _ANOTHER.search(bare) or match["case"] in ("に", "を", "を、"):
        return None
    described = _DESCRIBED.search(bare[: match.end("counted")])
    if stated.unit in SHARES:
        return f"{described['counted']}の割合" if described else None
    if described is None and _TOO_WIDE.fullmatch(match["counted"]):
        return f"{match['counted']}の数" if match["case"] == "は" else None
    return f"{described['counted'] if described else match['counted']}の数"


def _spoken_of(stated: Stated) -> str | None:
    match = _SPOKEN_OF.search(stated.before)
    if match is None or _TOO_WIDE.fullmatch(match["counted"]):
        return None
    of = counter(stated.unit)
    return f"{_short(match['counted'])}の{'数' if of == '者数' else of}"


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The longest match of the pattern that ends with the text."""
    return re.search(rf"(?:{pattern.pattern})$", text[-_NEAR:])
