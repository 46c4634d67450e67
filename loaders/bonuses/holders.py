"""Benefits for those who hold a certification, a plan or a declaration: told in a sentence, or
listed under a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.bonuses.benefits import Told, told
from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, any_of, held, names
from loaders.bonuses.draft import Draft, only_for, status_of

_RECOGNISED = re.compile(r"を認定(?:した)?。?$")
_USED = re.compile(r"を(?:活用|利用)し")
_SURVEY = re.compile(r"アンケート|調査結果")
# 「…認定企業への優遇措置」, 「認定によるメリット」, 「認定を受けた事業者に対する施策」 at the end
# of what stands before a list
_HEADING = re.compile(
    r"(?P<who>(?:[^\s。、"
    r"]{0,30})(?:認定|選定|登録|宣言|承認)(?:を受けた|をした|済)?(?:企業|事業者|者|事業主)?)(?:に対する|への|による|の)(?:支援|優遇)?(?:施策|措置|策|メリット|特典)$"
)
_TO_COMPANIES = re.compile(r"(?:企業|事業者)等?(?:に対し|を対象に)")
_SCHEME = re.compile(r"認定する(?:制度|もの)")
_PLAN_HOLDERS = re.compile(r"計画」?の?(?:認定|承認)を受け(?:た|て)")
_ITEM = re.compile(r"^[^。、]{2,40}?(?:債務保証|低利融資|みなし同意)(?:\([^)]*\))?")
_ALSO = re.compile(r"併用(?:も)?可|併せて(?:利用|活用)")
_BESIDES = re.compile(
    r"(?:^|(?<=[や、]))(?P<what>[^や、。()]{4,30}(?:融資|貸付|交付金|補助金))(?=[や、"
    r"]|等?[をも]*(?:併用|併せて))"
)  # …交付金や…による融資等も併用可
_GUARANTEED = re.compile(
    r"(?:保証割合|保?証限度額|保証限度):\s*(?P<value>[^:]+?)(?=\s*[一-龥]{2,6}:|$)"
)


def in_sentences(clauses: Sequence[Clause], subject: Condition | None) -> Iterator[Draft]:
    """「…認定を受けた企業は、…を利用できる」: sentences that say who, then what;
    「…計画を認定。…を活用し」: who, one sentence before.
    """
    for before, clause in zip([None, *clauses], clauses, strict=False):
        if _SURVEY.search(clause.text):
            continue
        if who := held(clause, subject):
            condition, at = who
            yield from (_draft(clause, t, condition) for t in told(clause.text) if t.end > at)
        elif (
            before is not None and _RECOGNISED.search(before.text) and (named := names(before.text))
        ):
            yield from (
                _draft(clause, t, any_of(named[-1:]))
                for t in told(clause.text)
                if _USED.match(clause.text, t.end)
            )


def in_lists(clauses: Sequence[Clause], subject: Condition | None) -> Iterator[Draft]:
    """Items under a heading that says for whom they are."""
    for at, clause in enumerate(clauses):
        heading = _HEADING.search(clause.text)
        if heading is None or _SURVEY.search(clause.text):
            continue
        named = names(heading["who"])
        condition = any_of(named) if named else subject
        if condition is None:
            continue
        for item in _items(clauses[at + 1 :]):
            yield from (_draft(item, t, condition) for t in told(item.text))


def _items(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The items that follow: as long as the bullet stays the same; notes (※) do not end a list."""
    first = clauses[0].bullet if clauses else ""
    for clause in clauses:
        if clause.bullet == first and first:
            yield clause
        elif clause.bullet not in "※*":
            return


def for_plan_holders(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """Guarantees and loans listed on a page that says whose plan must be recognised; what else
    these may use beside the page's own support.
    """
    holders = [
        (clause, name)
        for clause in clauses
        if _PLAN_HOLDERS.search(clause.text)
        for name in names(clause.text)
        if name.kind == "plan"
    ]
    if not holders:
        return
    condition = any_of([name for _, name in holders[:1]])
    for clause, following in zip(clauses, [*clauses[1:], None], strict=True):
        if not ((clause.bullet and _ITEM.match(clause.text)) or _ALSO.search(clause.text)):
            continue
        note = following.text if following and following.bullet == "※" else ""
        for t in told(clause.text):
            value = _GUARANTEED.search(clause.text) if t.benefit == "credit_guarantee" else None
            draft = _draft(clause, t, condition, value["value"].strip() if value else None)
            yield replace(draft, size_class=draft.size_class or only_for(note))
        for match in _BESIDES.finditer(clause.text) if _ALSO.search(clause.text) else ():
            if not told(match["what"]):
                yield Draft(condition, "other", clause.line_at(match.start()), raises=match["what"])


def for_named_schemes(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """A benefit for companies that the sentence only describes, where notes on the page say which
    certifications are meant.
    """
    meant = [
        name
        for clause in clauses
        if _SCHEME.search(clause.text)
        for name in names(clause.text)
        if name.kind == "certification"
    ]
    if not meant:
        return
    for clause in clauses:
        if _TO_COMPANIES.search(clause.text) and not names(clause.text):
            yield from (_draft(clause, t, any_of(meant)) for t in told(clause.text))


def _draft(clause: Clause, t: Told, condition: Condition, value: str | None = None) -> Draft:
    return Draft(
        condition=condition,
        benefit=t.benefit,
        line=clause.line_at(t.start),
        value=value,
        raises=t.raises,
        programme=t.programme,
        size_class=only_for(clause.text),
        status=status_of(clause.text, t.start, t.end),
    )
