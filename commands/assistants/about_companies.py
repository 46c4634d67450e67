"""Tools about a company: what its profile unlocks, what to go for next, what counts where, and
which calls are open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from commands.assistants import arguments as a
from commands.assistants.answers import Addresses, Answer, paged, small
from commands.assistants.company import of_a_company
from commands.bonus.next_printing import why_said
from graph.store import Store
from queries.bonus.dated import Calls, dated, programme_record
from queries.bonus.for_company import bonuses_for
from queries.bonus.for_programme import bonuses_for_programme
from queries.bonus.next import next_certifications
from queries.bonus.profile import Profile
from queries.bonus.records import company_record, next_records
from queries.bonus.who import who_asks
from queries.bonus.windows import call_windows, day_of, today
from queries.calls.calls import CallOnDay, calls_on
from queries.search.search import resolve

_RULES = 8  # rules of a page
_STEPS = 5
_CALLS = 10
_TITLES = 5  # of what a step adds
_NOT_READ = "公募要領は読んでいません / call guidelines were not read: they go first"
Record = dict[str, Any]


@dataclass(frozen=True)
class AboutCompanies:
    """The questions that a company asks of a graph."""

    store: Store
    """The graph."""
    addresses: Addresses = field(default_factory=Addresses)
    """Where the dashboard is."""

    @of_a_company
    def bonuses(self, profile: Profile, on: a.Day = "", page: a.Page = 1) -> Answer:
        """その企業が使える加点・税額控除・低利融資などと、あと一歩のもの。根拠（資料:行）付き。
        What a company unlocks (points, tax credits, cheaper loans …) and what it almost does.
        """
        calls = self._calls(profile, on)
        record = dated(company_record(bonuses_for(self.store, profile)), calls)
        found: list[Record] = [{"status": "unlocked", "rule": rule} for rule in record["unlocked"]]
        for status in ("almost", "depends"):
            found += [{"status": status, **row} for row in record[status]]
        for row in found:
            row["missing"] = [way["name"] for way in row.get("missing", ())]
        return {
            "profile": record["profile"],
            "on": record["on"],
            "note": _NOT_READ,
            "counts": {name: len(record[name]) for name in ("unlocked", "almost", "depends")},
            "not_named": record["not_named"],
            **paged(found, page, _RULES, lambda row: row | self._rule(row["rule"])),
            "address": self._bonus_page(profile, on),
        }

    @of_a_company
    def next_certification(self, profile: Profile, on: a.Day = "", page: a.Page = 1) -> Answer:
        """その企業が次に取るとよい認定を、増える優遇の多い順に。
        Which certification, plan or declaration adds most for a company, best first.
        """
        calls = self._calls(profile, on)
        steps = next_certifications(self.store, profile, calls.day)
        records = [
            record | {"why": why_said(step)}
            for step, record in zip(steps, next_records(steps), strict=True)
        ]
        return {
            "profile": profile.as_dict(),
            "on": calls.day.isoformat(),
            **paged(records, page, _STEPS, lambda step: self._step(step, calls)),
            "address": self._bonus_page(profile, on),
        }

    def points_for(self, programme: a.RaisedName, on: a.Day = "", page: a.Page = 1) -> Answer:
        """その補助金・施策で加点、補助率・上限の引上げになる認定や取組は何か、府省庁をまたいで。
        What gives points, rates or caps at a subsidy or measure, whoever certifies it.
        """
        calls = self._calls(Profile(), on)
        record = programme_record(bonuses_for_programme(self.store, programme), calls)
        found = [
            {"benefit": group["benefit"], "frame": group["frame"], **self._rule(rule)}
            for group in record["now"]
            for rule in (*group["base"], *group["rules"])
        ]
        return {
            "names": record["names"],
            "on": record["on"],
            "note": _NOT_READ,
            "over": len(record["over"]),
            **paged(found, page, _RULES, dict),
        }

    def calls(
        self,
        words: a.AnyWords = "",
        measure: a.AnyMeasure = "",
        area: a.Area = "",
        open_only: a.OpenOnly = True,
        on: a.Day = "",
        page: a.Page = 1,
    ) -> Answer:
        """公募（jGrants）：締切、上限額、補助率、地域、施策との対応。府省庁名の記載はありません。
        Calls for subsidies in the state's portal: until when, caps, shares, where, which measure.
        """
        of = resolve(self.store, measure, ["Measure", "BudgetProgramme"]).id if measure else None
        day = day_of(on) if on else today()
        answer = calls_on(
            self.store, day, open_only=open_only, of=of, words=words, area=area or None
        )
        return {
            "on": answer.on,
            "open": answer.open,
            "source": "出典: jGrants（デジタル庁）",
            **paged(answer.calls, page, _CALLS, self.call),
        }

    def call(self, each: CallOnDay) -> Record:
        """A call as it stands on a day."""
        call = each.call
        limit = f"{call.employee_limit_op}{call.employee_limit}" if call.employee_limit else None
        return {
            "state": each.state,
            "title": call.title,
            "code": call.code,
            "opens": call.opens,
            "closes": " ".join(filter(None, (call.closes, call.closes_at))),
            "cap_yen": call.cap,
            "rates": [rate.printed for rate in call.rates],
            "areas": ["全国"] if call.is_nationwide else call.areas,
            "industries": call.industries,
            "employees": limit,
            "of": [{"id": to.id, "name": to.name, "why": to.why} for to in call.joins],
            "url": call.url,
            "saved": call.fetched_at[:10],
            "sources": call.sources[:1],
        }

    def _calls(self, profile: Profile, on: str) -> Calls:
        day = day_of(on) if on else today()
        return Calls(call_windows(self.store), day, who_asks(profile).is_person)

    def _rule(self, rule: Record) -> Record:
        """A bonus rule in short."""
        raises = [raised["title"] for raised in (rule["raises"], *rule["also_raises"]) if raised]
        measure = (rule["raises"] or {}).get("measure")
        call = rule.get("call") or {}
        return {
            "rule": rule["id"],
            "condition": rule["condition"],
            "condition_mode": rule["condition_mode"] if len(rule["condition"]) > 1 else None,
            "benefit": rule["benefit"],
            "value": rule["value"],
            "raises": raises,
            "size_class": rule["size_class"],
            "as_of": rule["as_of"],
            "call": {"state": call.get("state"), "day": call.get("day")} if call else None,
            "sources": rule["sources"],
            "address": self.addresses.node(measure or rule["id"]),
        }

    def _step(self, step: Record, calls: Calls) -> Record:
        """A next certification in short."""
        adds = dated({"adds": step["adds"]}, calls)["adds"]
        certification = step["certification"]
        return {
            "certification": certification["name"],
            "adds": len(adds),
            "first": [
                small({k: v for k, v in self._rule(rule).items() if k in _OF_STEP})
                for rule in adds[:_TITLES]
            ],
            "needs": [needed["name"] for needed in step["needs"]],
            "ministries": step["ministries"],
            "had": step["had"],
            "why": step["why"],
            "address": self.addresses.node(certification["id"]),
        }

    def _bonus_page(self, profile: Profile, on: str) -> str:
        said: dict[str, Any] = {
            name: [str(each) for each in value] if isinstance(value, list) else str(value)
            for name, value in profile.as_dict().items()
        }
        return self.addresses.page("bonus", **said, on=on)


_OF_STEP = ("benefit", "value", "raises", "call", "sources")
