"""Tools about what the state does: measures, budget programmes, overlap, themes, money, laws and
changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from commands.assistants import arguments as a
from commands.assistants.about_companies import AboutCompanies
from commands.assistants.answers import Addresses, Answer, paged
from graph.store import Store
from queries.bonus.windows import today
from queries.calls.calls import calls_of
from queries.changes.diff import diff
from queries.changes.sheets import diff_of_sheets
from queries.measure.card import MeasureCard, measure_card
from queries.overlap.cards import PairCard, pair_cards
from queries.overlap.filter import PairFilter
from queries.overlap.pairs import scored_pairs
from queries.overlap.sides import Side
from queries.programmes.card import ProgrammeCard, programme_card
from queries.programmes.ids import node_of, programme_id
from queries.programmes.law import under_law
from queries.programmes.money import money_by_office
from queries.search.search import find
from queries.sources import Source
from queries.themes.answer import theme_answer

_HITS, _FACTS, _PAIRS, _ROWS = 20, 20, 5, 15
_SHEETS = re.compile(r"(?:rs-?)?(20[0-9]{2})", re.IGNORECASE)
_OF_A_PAGE = ("budgets", "rates", "caps", "thresholds", "applicants", "windows", "bodies", "urls")
_OF_A_PROGRAMME = ("measures", "laws", "related", "reviews", "recipients")
Record = dict[str, Any]


@dataclass(frozen=True)
class AboutTheState:
    """The questions about measures and budget programmes that are asked of a graph."""

    store: Store
    """The graph."""
    addresses: Addresses = field(default_factory=Addresses)
    """Where the dashboard is."""

    def find(self, words: a.Words, kind: a.Kinds = "any", page: a.Page = 1) -> Answer:
        """語を含む施策・予算事業・認定・府省庁・法令・公募などを探します。まずこれで ID を得ます。
        Finds things by words in their names: the way to the ids that other tools take.
        """
        kinds = None if kind == "any" else [kind]
        return paged(
            find(self.store, words, kinds, None),
            page,
            _HITS,
            lambda hit: {
                "id": programme_id(hit.id),
                "type": hit.type,
                "name": hit.name,
                "why": hit.why,
                "address": self.addresses.node(hit.id),
            },
        )

    def measure(self, measure: a.MeasureName, page: a.Page = 1) -> Answer:
        """一つの施策：担当府省庁、対象、予算、補助率・上限、要件、公募、根拠（資料:行）。
        One measure: who runs it, for whom, money, rates and caps, terms, calls, places.
        """
        card = measure_card(self.store, measure)
        calls = calls_of(self.store, card.id, today())
        shown = AboutCompanies(self.store, self.addresses).call
        return {
            "id": card.id,
            "title": card.title,
            "aliases": card.aliases,
            "ministries": [office.name for office in card.ministries if office.current],
            "agencies": [office.name for office in card.agencies if office.current],
            "targets": [link.name for link in card.targets if link.current],
            "instruments": [link.name for link in card.instruments if link.current],
            "certifications": [link.name for link in card.certifications],
            "paid_by": [
                {"id": programme_id(one.id), "name": one.name, "kind": one.kind}
                for one in card.programmes[:_PAIRS]
            ],
            "calls": [shown(each) for each in calls.calls[:3]],
            "calls_open": calls.open,
            "rules_raising": len(card.bonuses_raising),
            **paged(list(_facts(card)), page, _FACTS, dict, "facts"),
            "address": self.addresses.node(card.id),
        }

    def programme(self, programme: a.ProgrammeName, page: a.Page = 1) -> Answer:
        """一つの予算事業（行政事業レビュー）：府省庁、予算と執行、法令、支出先、点検結果。
        One budget programme: ministry, budget and execution, laws, recipients, reviews.
        """
        card = programme_card(self.store, programme)
        return {
            "id": programme_id(card.id),
            "number": card.number,
            "name": card.name,
            "former_names": card.former_names,
            "offices": [office.name for office in card.offices],
            "bureau": card.bureau,
            "division": card.division,
            "began": card.began,
            "ends": card.ends,
            "methods": card.methods,
            "money_in_yen": card.money[:_PAIRS],
            "counts": {name: len(getattr(card, name)) for name in _OF_A_PROGRAMME},
            **paged(list(_links(card)), page, _FACTS, dict, "facts"),
            "address": self.addresses.node(card.id),
        }

    def overlap(
        self,
        theme: a.Theme = "",
        ministry: a.Ministry = "",
        second_ministry: a.Ministry = "",
        measure: a.AnyMeasure = "",
        grade: a.Grade = 2,
        language: a.Language = "ja",
        page: a.Page = 1,
    ) -> Answer:
        """府省庁をまたいで似た施策の組を、重なりの段階と理由付きで。テーマや府省庁で絞れます。
        Pairs of measures of different ministries that do much the same, graded, with reasons.
        """
        if theme:
            return self._theme_pairs(theme, ministry, second_ministry, grade, page)
        wanted = PairFilter(
            ministry=ministry or None,
            second_ministry=second_ministry or None,
            measure=measure or None,
            grade=grade,
        )
        pairs = scored_pairs(self.store, wanted)
        answer = paged(pairs, page, _PAIRS, lambda pair: pair)
        first = (page - 1) * _PAIRS
        cards = pair_cards(self.store, pairs[first : first + _PAIRS])
        shown = paged(cards, 1, _PAIRS, lambda card: self._pair(card, language))
        return answer | {"items": shown["items"]}

    def theme(
        self,
        theme: a.Words,
        ministry: a.Ministry = "",
        second_ministry: a.Ministry = "",
        year: a.Year = 0,
        page: a.Page = 1,
    ) -> Answer:
        """テーマ（人材育成、輸出 など）について国が行う予算事業・施策と金額を府省庁別に。
        All that the state does on a theme: by ministry, with money, programmes and measures.
        """
        answer = theme_answer(
            self.store, theme, ministry or None, second_ministry or None, "all", year or None
        )
        return {
            "taken_for": answer.themes,
            "year": answer.year,
            "pairs": len(answer.pairs),
            "ministries": [
                {
                    "ministry": row.ministry,
                    "programmes": row.money.programmes,
                    "measures": row.measures,
                    "available_yen": row.money.available,
                    "executed_yen": row.money.executed,
                }
                for row in answer.ministries
            ],
            **paged(
                answer.members,
                page,
                _ROWS,
                lambda member: {
                    "id": member.id,
                    "name": member.name,
                    "ministries": member.ministries,
                    "available_yen": member.year and member.year.available,
                    "executed_yen": member.year and member.year.executed,
                    "address": self.addresses.node(node_of(member.id)),
                },
            ),
            "address": self.addresses.page("theme", q=theme),
        }

    def money(
        self, ministry: a.Ministry = "", year: a.Year = 0, by: a.By = "ministry", page: a.Page = 1
    ) -> Answer:
        """予算事業の金額を府省庁・外局・局ごとに：使えた額、執行額、執行率、繰越し。
        Money of budget programmes by office in one budget year: available, executed, carried over.
        """
        answer = money_by_office(self.store, year or None, ministry, by)
        return {
            "year": answer.year,
            "years": answer.years,
            "unit": "yen",
            "all": answer.total,
            **paged(answer.offices, page, _ROWS, lambda row: row),
            "address": self.addresses.page("programmes"),
        }

    def law(self, law: a.LawName, page: a.Page = 1) -> Answer:
        """一つの法令に基づく施策と予算事業を、府省庁をまたいで。
        Measures and budget programmes of all ministries under one law.
        """
        answer = under_law(self.store, law)
        return {
            "id": answer.id,
            "name": answer.name,
            "ministries": [f"{name} {count}" for name, count in answer.ministries],
            **paged(
                answer.under,
                page,
                _ROWS,
                lambda one: {
                    "id": programme_id(one.id),
                    "type": one.type,
                    "name": one.name,
                    "ministries": one.ministries,
                    "articles": one.articles,
                    "sources": one.sources,
                    "address": self.addresses.node(one.id),
                },
            ),
            "address": self.addresses.node(answer.id),
        }

    def changes(self, before: a.DocumentName, after: a.DocumentName, page: a.Page = 1) -> Answer:
        """二つの資料（または二か年のレビューシート）の違い：新規、終了、改称、移管、増減。
        What the second document, or year of review sheets, tells otherwise than the first.
        """
        years = [_SHEETS.fullmatch(name.strip()) for name in (before, after)]
        if years[0] and years[1]:
            sheets = diff_of_sheets(self.store, int(years[0][1]), int(years[1][1]))
            head = {"before": sheets.before, "after": sheets.after, "counts": sheets.counts}
            return {**head, **paged(sheets.changes, page, _ROWS, lambda change: change)}
        answer = diff(self.store, before, after)
        first, second, both = answer.measures
        return {
            "before": answer.before,
            "after": answer.after,
            "backwards": answer.backwards or None,
            "measures": {"before": first, "after": second, "both": both},
            "counts": answer.counts,
            **paged(
                answer.changes,
                page,
                _ROWS,
                lambda change: {
                    "kind": change.kind,
                    "id": change.id,
                    "title": change.title,
                    "before": change.before,
                    "after": change.after,
                    "money": change.money,
                    "address": self.addresses.node(change.id),
                },
            ),
        }

    def _theme_pairs(
        self, theme: str, ministry: str, second_ministry: str, grade: int, page: int
    ) -> Answer:
        answer = theme_answer(self.store, theme, ministry or None, second_ministry or None)
        pairs = [pair for pair in answer.pairs if pair.grade >= grade and not pair.within]
        return {
            "taken_for": answer.themes,
            **paged(
                pairs,
                page,
                2 * _PAIRS,
                lambda pair: {
                    "a": {"id": pair.a, "name": pair.a_name, "ministries": pair.a_ministries},
                    "b": {"id": pair.b, "name": pair.b_name, "ministries": pair.b_ministries},
                    "score": round(pair.score, 3),
                    "grade": pair.grade,
                    "address": self.addresses.page("overlap", pair=[pair.a, pair.b]),
                },
            ),
        }

    def _pair(self, card: PairCard, language: str) -> Record:
        return {
            "a": _side(card.a),
            "b": _side(card.b),
            "score": round(card.score, 3),
            "grade": card.grade,
            "says": card.japanese if language == "ja" else card.english,
            "address": self.addresses.page("overlap", pair=[card.a.id, card.b.id]),
        }


def _side(side: Side) -> Record:
    return {
        "id": side.id,
        "title": side.title,
        "ministries": [office.name for office in side.facts.get("ministries", ())],
        "source": Source(side.document, side.line_start),
    }


def _facts(card: MeasureCard) -> Iterator[Record]:
    """The facts of a measure's pages, the latest page first."""
    for page in card.appearances:
        for name in _OF_A_PAGE:
            for fact in getattr(page, name, ()):
                yield {"about": name, "page": page.document, "fact": fact}
    for rule in card.bonuses_raising:
        yield {
            "about": "bonus",
            "fact": {"condition": rule.condition, "benefit": rule.benefit, "value": rule.value},
            "sources": rule.sources,
        }


def _links(card: ProgrammeCard) -> Iterator[Record]:
    """What a programme hangs together with, and what its reviews say."""
    for name in _OF_A_PROGRAMME:
        for one in getattr(card, name):
            yield {"about": name, "fact": one}
