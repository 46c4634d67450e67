"""What somebody gets or is spared who registered, was recognised, missed a goal for no fault of his
own, or does a thing again: stated in sentences of their own kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from loaders.bonuses.clauses import Clause
from loaders.bonuses.conditions import Condition, called, cases, phrase
from loaders.bonuses.draft import Draft, status_of
from loaders.catalogue.records import Benefit, Clawback
from loaders.text.glyphs import as_printed
from loaders.text.lines import plain
from loaders.vocabulary.bonus_words import SIZE_CLASS, size_class_of
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__, size_class=SIZE_CLASS)
_REGISTERED = _PATTERNS["registered"]
_MEMBERS = _PATTERNS["members"]
_ADVISED = _PATTERNS["advised"]
_CARRIED_OVER = _PATTERNS["carried_over"]
_NOT_PAID_BACK = _PATTERNS["not_paid_back"]
_TURNS = _PATTERNS["turns"]
_TURN = _PATTERNS["turn"]
_FIRST_TURN = _PATTERNS["first_turn"]
_FROM_TURN = _PATTERNS["from_turn"]
_RECORD = _PATTERNS["record"]
_TAX = _PATTERNS["tax"]
_SUPPORT = _PATTERNS["support"]
_GOAL = _PATTERNS["goal"]
_PROOF = _PATTERNS["proof"]
_ACCOUNT = _PATTERNS["account"]
_FREE_MEMBERS = _PATTERNS["free_members"]
_SHORT_NAME = _PATTERNS["short_name"]
_PROGRAMME_NAMED = _PATTERNS["programme_named"]
_IN_PROGRAMME = _PATTERNS["in_programme"]
_ITS_PLAN = _PATTERNS["its_plan"]
_TAKEN_BACK = _PATTERNS["taken_back"]
_RESERVE = _PATTERNS["reserve"]
_COUNTED_FOR_TAX = _PATTERNS["counted_for_tax"]


def of_registered(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「里山登録者は、無料で次の支援を受けられます」: each item below is a support of its own, by
    the words with which it ends.
    """
    for at, clause in enumerate(clauses):
        match = _REGISTERED.search(clause.text)
        for item in _items(clauses[at + 1 :]) if match else ():
            if match and (support := _SUPPORT.search(item.text)):
                yield Draft(
                    called(match["what"], "certification"),
                    "other",
                    item.line_at(support.start()),
                    match["free"],
                    raises=support["what"],
                )


def _items(clauses: Sequence[Clause]) -> Iterator[Clause]:
    """The items that follow: as long as the bullet stays the same."""
    first = clauses[0].bullet if clauses else ""
    for clause in clauses:
        if not first or clause.bullet != first:
            return
        yield clause


def of_members(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「里山会員に対して、…による助言等の支援を」: what being a member opens."""
    for clause in clauses:
        for match in _MEMBERS.finditer(clause.text):
            yield Draft(
                called(match["what"], "other"),
                "other",
                clause.line_at(match.start("support")),
                raises=match["support"],
                status=status_of(clause.text, *match.span("support")),
            )


def of_free_members(clauses: Sequence[Clause], title: str) -> Iterator[Draft]:
    """「会員登録及び窯の診断は全て無料」: what members of what the page is about get, who
    are called by its short name where the title has one in a bracket.
    """
    short = _SHORT_NAME.search(plain(title))
    for clause in clauses:
        for match in _FREE_MEMBERS.finditer(clause.text):
            yield Draft(
                called(
                    f"{short['name'].replace('ー', '-')}会員" if short else match["what"], "other"
                ),
                "other",
                clause.line_at(match.start("support")),
                match["free"],
                raises=match["support"],
                status=status_of(clause.text, *match.span("support")),
            )


def counted_for_a_tax(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「代理納付に充てる経費は、里山促進税制の対象となる給与等…」: what is spent so counts for the
    credit of another measure.
    """
    for clause in clauses:
        for match in _COUNTED_FOR_TAX.finditer(clause.text):
            yield Draft(
                phrase(match["when"]),
                "other",
                clause.line_at(match.start("what")),
                raises=match["what"],
                status=status_of(clause.text, *match.span("what")),
            )


def of_those_in_a_programme(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「「里山案内」では…。本プログラムに登録された方には、診断を行い」: what being registered
    in the programme named before opens.
    """
    for before, clause in pairwise(clauses):
        named = _PROGRAMME_NAMED.search(before.text)
        match = _IN_PROGRAMME.match(clause.text) if named else None
        if named and match:
            yield Draft(
                called(f"{named['name']}への登録", "certification"),
                "other",
                clause.line_at(match.start("support")),
                raises=match["support"],
                status=status_of(clause.text, *match.span("support")),
            )


def of_advised(clauses: Sequence[Clause], subject: Condition | None = None) -> Iterator[Draft]:
    """「やまと機構による助言(計画認定を受けた者に対して…)」; on a page about one plan it is that
    whose recognition is meant.
    """
    for clause in clauses:
        for match in _ADVISED.finditer(clause.text):
            is_of_page = subject and subject.kind == "plan" and _ITS_PLAN.match(match["who"])
            yield Draft(
                subject if subject and is_of_page else phrase(match["who"]),
                "other",
                clause.line_at(match.start("what")),
                raises=match["what"],
                status=status_of(clause.text, *match.span("what")),
            )


def carried_over(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「中小企業は、控除しきれなかった金額の5年間の繰越しが可能」: what the tax leaves over counts
    in later years.
    """
    for clause in clauses:
        for match in _CARRIED_OVER.finditer(clause.text):
            yield Draft(
                phrase(match["when"]),
                "tax_credit_uplift",
                clause.line_at(match.start("value")),
                match["value"],
                size_class=size_class_of(match["who"] or ""),
            )


def not_paid_back(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「赤字の場合や天災など…場合は返還を免除」: who need not pay a grant back though he missed
    what it asks for.
    """
    for clause in clauses:
        for match in _NOT_PAID_BACK.finditer(clause.text):
            yield Draft(
                cases(match["when"]), "other", clause.line_at(match.start("what")), match["what"]
            )


def by_turn(clauses: Sequence[Clause], title: str) -> Iterator[Draft]:
    """「積立率を2回目90%、3回目以降100%に拡大」: who does it again gets more; of a tax its credit
    or reserve, else a rate.
    """
    benefit: Benefit = "tax_credit_uplift" if _TAX.search(title) else "rate_uplift"
    for clause in clauses:
        for match in _TURNS.finditer(clause.text):
            turns = list(_TURN.finditer(clause.text, *match.span("turns")))
            group = f"{match['does']}{match['of']}"
            yield from _first_turn(clauses, match["does"], match["of"], [t["nth"] for t in turns])
            for at, turn in enumerate(turns):
                yield Draft(
                    phrase(f"{match['does']}{turn['nth']}"),
                    benefit,
                    clause.line_at(turn.start()),
                    f"{match['of']}{turn['value']}",
                    exclusive_group=group,
                    rank=len(turns) - at,
                )


def _first_turn(
    clauses: Sequence[Clause], does: str, of: str, turns: Sequence[str]
) -> Iterator[Draft]:
    """「中小企業による…の70%までを積立」: what those of a size get from the first time on; from
    which time on others do (「中堅企業は２回目以降の…から活用可能」), whom each such turn meets.
    """
    for clause in clauses:
        if first := _FIRST_TURN.search(clause.text):
            yield Draft(
                phrase(does),
                "base",
                clause.line_at(first.start("value")),
                f"{of}{first['value']}",
                size_class=size_class_of(first["who"]),
                exclusive_group=f"{does}{of}",
                rank=1 + len(turns),
            )
        if later := _FROM_TURN.search(clause.text):
            met_by = [f"{does}{turn}" for turn in turns if turn[0] >= later["what"][0]]
            ways = [phrase(way).requires[0][0] for way in (later["what"], *met_by)]
            yield Draft(
                replace(phrase(later["what"]), requires=(tuple(ways),)),
                "requirement",
                clause.line_at(later.start("what")),
                size_class=size_class_of(later["who"]),
            )


def taken_back(clauses: Sequence[Clause], told: Sequence[Draft], document: str) -> list[Draft]:
    """「窯を手放した場合等には、準備金を取り崩し」: the drafts of a page, those of its reserve with
    when that must be given up.
    """
    for clause in clauses:
        if match := _TAKEN_BACK.search(clause.text):
            clawback = Clawback(
                printed=as_printed(match["printed"]),
                document=document,
                line=clause.line_at(match.start("what")),
            )
            return [
                replace(draft, clawback=clawback) if _RESERVE.search(draft.value or "") else draft
                for draft in told
            ]
    return list(told)


def of_record(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「(拡充枠は過去５年以内に…の実績が必要)」: what must have been done before."""
    for clause in clauses:
        for match in _RECORD.finditer(clause.text):
            yield Draft(
                phrase(match["what"]),
                "requirement",
                clause.line_at(match.start("what")),
                frame=match["frame"],
            )


def by_goal(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「「…3%向上」を目指す事業計画に取り組むものが対象」: the plan that opens the door."""
    for clause in clauses:
        for match in _GOAL.finditer(clause.text):
            yield Draft(phrase(match["goal"]), "requirement", clause.line_at(match.start("goal")))


def by_proof(clauses: Sequence[Clause]) -> Iterator[Draft]:
    """「申請には、…を受けたことの証明書の写しが必要」, 「申請には「…アカウント」の取得が必要」: the
    certificate or the registration that opens the door.
    """
    for clause in clauses:
        for match in _PROOF.finditer(clause.text):
            yield Draft(phrase(match["of"]), "requirement", clause.line_at(match.start("of")))
        for match in _ACCOUNT.finditer(clause.text):
            yield Draft(
                called(match["of"], "certification"),
                "requirement",
                clause.line_at(match.start("of")),
            )
