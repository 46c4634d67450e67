"""Doors that a condition opens: a certification that needs another, support only for those whose
plan is recognised.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, Name, any_of, called, names, phrase
from loaders.bonuses.draft import Draft
from loaders.catalogue.records import Alternative
from loaders.vocabulary import certifications

_AMONG = re.compile(
    r"[」』)]?(?:認定)?(?:の策定・?届出)?を?(?:受けた|行った|行い|取得した)(?:事業主|企業|事業者|者)?(?:のうち)?"
)
_GIVES = re.compile(r"(?:に|を)?認定(?:\(|。|$)|として認定")
_ONLY = re.compile(
    r"[」』]?(?:の)?(?:認定|承認)を受け(?:た|ている)(?:計?\d+)?(?:事業者|者|企業|事業主)[^。"
    r"]{0,12}?(?:[がを]対象|に限|$)|[」』]?の認定主体からの求め|[」』]?に位置[付づ]けられた|[」』]?(?:に参加|を策定し(?:た|ている))"
)
_BASED = re.compile(r"[」』]に基づ(?:く|き)[^。]{0,120}?支援")
_WHOM = re.compile(r"対象者\s*:?\s*「?$")
_NEW_LAW = re.compile(
    r"(?P<law>[^\s、。※\d]{2,20}法)(?:において|に基づ(?:く|き))[^。、"
    r"]{0,8}?認定を受け(?:ることが(?:要件|条件)|た[^。、]{2,40}?(?:に対し|について)、?[^。"
    r"]{0,20}?(?:貸付|融資|支援|補助|助成))"
)
_BEFORE = re.compile(r"前提となる[^。「」]{0,24}「?$")
_OPENS = re.compile(
    r"[」』]?が(?:基本|申請)?要件となる(?:補助金等?)?\(?(?:[^。"
    r"()]*?(?P<what>[一-龥ァ-ヶー]{4,20}補助金))?"
)
_OWN_NAME, _NOMINATED = (
    re.compile(r"(?P<who>[^\s()]{2,20}?)企業\(自薦\)"),
    re.compile(r"(?P<by>(?P<body>[一-龥々の]{2,12})からの推薦)企業\(他薦\)"),
)
_NUMBER = re.compile(r"[➀-➉]")
_ASKED = re.compile(r"要件|条件|対象者|対象|ている事業者|であること|こと$")
_DECLARED = re.compile(r"[」』]?を?(?:行っている|宣言している|公表している|登録している)こと")
_WAGE = re.compile(
    r"(?P<what>[^、。"
    r"※()]{0,30}?(?:賃上げ|賃金(?:の)?引き?上げ))(?:等|など|要件)?(?:が|を)?(?:要件|条件)|(?:事業場内)?最低賃金を[^、"
    r"。]{0,8}?引き?上げ(?:る|た)(?=[^。]{0,20}(?:に対し|者))"
)


def doors(clauses: Sequence[Clause], parts: Mapping[str, str]) -> Iterator[Draft]:
    """Requirements, in the order of the page; `parts` are its numbered parts (see
    `frames.numbered_parts`).
    """
    for clause in clauses:
        yield from _for_a_certification(clause)
        yield from _for_support(clause, parts)
        yield from _by_nomination(clause)
        if wage := _WAGE.search(clause.text):
            yield Draft(
                phrase((wage["what"] or wage.group()).strip()),
                "requirement",
                clause.line_at(wage.start()),
            )


def _for_a_certification(clause: Clause) -> Iterator[Draft]:
    """「Aは、Bを受けた事業主のうち…認定」; without A, the certification of the page."""
    if not _GIVES.search(clause.text):
        return
    named = names(clause.text)
    for name in named:
        if _AMONG.match(clause.text, name.end):
            higher = next(
                (
                    other.printed
                    for other in named
                    if other.what != name.what and re.match(r"は、?", clause.text[other.end :])
                ),
                None,
            )
            yield Draft(
                any_of([name]),
                "requirement",
                clause.line_at(name.start),
                raises=higher,
                programme=higher,
            )
            return


def _for_support(clause: Clause, parts: Mapping[str, str]) -> Iterator[Draft]:
    for name in names(clause.text):
        if _is_asked(clause.text, name):
            items = _NUMBER.findall(clause.text[: name.start])
            yield Draft(
                any_of([name]),
                "requirement",
                clause.line_at(name.start),
                frame=parts.get(items[-1]) if items else None,
            )
        elif opens := _OPENS.match(clause.text, name.end):
            yield Draft(
                any_of([name]), "requirement", clause.line_at(name.start), raises=opens["what"]
            )
    for match in _NEW_LAW.finditer(clause.text):
        yield Draft(
            called(f"{match['law']}に基づく認定", "certification"),
            "requirement",
            clause.line_at(match.start()),
        )


def _by_nomination(clause: Clause) -> Iterator[Draft]:
    """Who may enter by himself (自薦), and who else is named by others (他薦)."""
    own = _OWN_NAME.search(clause.text)
    if own is None or not (holders := names(own["who"])):
        return
    condition = any_of(holders)
    if other := _NOMINATED.search(clause.text):
        by = other["by"][
            max(
                0,
                *(
                    start - clause.offset - other.start()
                    for start in clause.flow.starts
                    if start - clause.offset < other.end("body")
                ),
            ) :
        ]
        condition = Condition(
            (*condition.printed, by),
            "any",
            condition.kind,
            ((*condition.requires[0], Alternative(what=by, kind="other")),),
        )
    yield Draft(condition, "requirement", clause.line_at(own.start()))


def _is_asked(text: str, name: Name) -> bool:
    recognised = certifications().get(name.what) is not None or text[: name.start].endswith("認定")
    return bool(
        _ONLY.match(text, name.end)
        or _WHOM.search(text[: name.start])
        or _BEFORE.search(text[: name.start])
        or (_DECLARED.match(text, name.end) and _ASKED.search(text))
        or (recognised and _BASED.match(text, name.end))
    )
