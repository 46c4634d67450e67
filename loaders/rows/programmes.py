"""Budget programmes of review sheets: their offices, laws, recipients and findings, the programmes
that they name, and the measures that they pay for.
"""

from __future__ import annotations

from collections.abc import Sequence

from loaders.catalogue.records.of_sheets import OfSheet
from loaders.catalogue.records.programmes import Programme
from loaders.overlap.apart import apart
from loaders.overlap.for_companies import for_companies
from loaders.overlap.topics import clear
from loaders.rows.collecting import Collector, Place
from loaders.rows.documents import as_json
from loaders.rows.organisations import TYPES
from loaders.rows.references import References
from loaders.rows.repeated_words import repeated_words
from loaders.vocabulary.law_mentions import laws

_OUTLINE, _OFFICES, _LAWS, _RELATED = "1-2", "1-1", "1-3", "1-5"
_MONEY, _REVIEWS = "2-1", "4-1"


def add_programmes(collector: Collector, references: References) -> None:
    """Every programme with all that its sheets say of it; recipients and laws that one names."""
    catalogue = references.catalogue
    for recipient in catalogue.recipients:
        node = collector.node(
            "Recipient",
            recipient.id,
            recipient.name,
            known_as=[recipient.corporate_number] if recipient.corporate_number else [],
            corporate_number=recipient.corporate_number,
            kind=recipient.kind,
        )
        body = references.organisation(recipient.body, "body") if recipient.body else None
        if body:
            collector.relationship("IS", node, collector.id_of("Body", body.id))
    together = apart(catalogue)
    for programme in catalogue.programmes:
        _add_node(collector, programme, together.get(programme.id, frozenset()))
        _add_money(collector, programme)
    for programme in catalogue.programmes:
        _add_offices(collector, references, programme)
        _add_laws(collector, references, programme)
        _add_findings(collector, programme)
        _add_joins(collector, references, programme)


def node_id(collector: Collector, programme: str) -> str:
    """The id of the node of a programme of the catalogue (programme:7)."""
    return collector.id_of("BudgetProgramme", programme.partition(":")[2])


def _place(fact: OfSheet, table: str) -> Place:
    return f"rs-{fact.sheet}-{table}", fact.line


def _rows_at(facts: Sequence[OfSheet]) -> str | None:
    return as_json([{"sheet": f.sheet, "line": f.line} for f in facts]) if facts else None


def _add_node(collector: Collector, programme: Programme, apart_from: frozenset[str]) -> None:
    targets = [row.model_dump() for row in programme.targets]
    plans = {row.name: row for row in reversed(programme.plans)}  # of two rows the first
    policies = {row.name: row for row in reversed(programme.policies)}
    collector.node(
        "BudgetProgramme",
        programme.id.partition(":")[2],
        programme.name,
        known_as=[programme.id, *programme.former_names],
        sheet_number=int(programme.id.partition(":")[2]),
        sheets=programme.sheets,
        former_names=programme.former_names,
        heads=as_json([head.model_dump() for head in programme.heads]),
        former_number=programme.former_number,
        bureau=programme.bureau,
        division=programme.division,
        began=programme.began,
        ends=programme.ends,
        methods=programme.methods,
        supports_companies=programme.supports_companies,
        for_companies=for_companies(programme),
        apart_from=sorted(apart_from),
        problems=clear(programme.problems),
        activities=clear(programme.activities),
        said=repeated_words(programme.words),
        money=as_json([row.model_dump() for row in programme.money]),
        accounts=as_json([row.model_dump() for row in programme.accounts]),
        rates=as_json([row.model_dump() for row in programme.rates]),
        caps=as_json([row.model_dump() for row in programme.caps]),
        targets=as_json(targets) if targets else None,
        plans=list(plans)[::-1],
        plans_at=_rows_at(list(plans.values())[::-1]),
        policies=list(policies)[::-1],
        policies_at=_rows_at(list(policies.values())[::-1]),
        url=programme.url,
    )


def _add_money(collector: Collector, programme: Programme) -> None:
    for money in programme.money:
        year = collector.node("FiscalYear", str(money.year), f"{money.year}年度", year=money.year)
        told = money.model_dump(exclude={"sheet", "line", "year"})
        place = _place(money, _MONEY)
        collector.stated("BUDGETED", node_id(collector, programme.id), year, [place], **told)


def _add_offices(collector: Collector, references: References, programme: Programme) -> None:
    node, where = node_id(collector, programme.id), f"programmes.jsonl {programme.id}"
    line = programme.lines.get("name", 0)
    own = [(f"rs-{programme.sheets[0]}-{_OUTLINE}", line)]
    for kind, names in (("ministry", programme.ministries), ("agency", programme.agencies)):
        for name in names:
            office = references.known_organisation(name, kind, where)
            collector.stated(
                "ADMINISTERED_BY",
                node,
                collector.id_of(TYPES[kind], office.id),
                own,
                lead=True,
                derived=False,
                known_by="sheet",
                current=True,
            )
    for other in programme.co_offices:
        if other.ministry:
            ministry = references.known_organisation(other.ministry, "ministry", where)
            collector.stated(
                "ADMINISTERED_BY",
                node,
                collector.id_of("Ministry", ministry.id),
                [_place(other, _OFFICES)],
                lead=False,
                derived=False,
                known_by="sheet",
                current=True,
            )


def _add_laws(collector: Collector, references: References, programme: Programme) -> None:
    for basis in programme.laws:
        law = references.law_of_id(basis.law, f"programmes.jsonl {programme.id}")
        names = laws().names(law.name)
        collector.stated(
            "UNDER",
            node_id(collector, programme.id),
            collector.node("Law", law.id, law.name, known_as=names, aliases=[], number=law.number),
            [_place(basis, _LAWS)],
            articles=[basis.article] if basis.article else [],
            current=True,
        )


def _add_findings(collector: Collector, programme: Programme) -> None:
    node = node_id(collector, programme.id)
    for finding in programme.findings:
        key = f"{programme.id.partition(':')[2]}-{finding.sheet}-{finding.line}-{finding.by}"
        collector.stated(
            "FOUND",
            node,
            collector.node(
                "Finding",
                key,
                finding.verdict or finding.by,
                by=finding.by,
                year=finding.year,
                verdict=finding.verdict,
                outcome=finding.outcome,
                review=finding.review,
                reflected=finding.reflected,
                asks=finding.asks,
                on_overlap=finding.on_overlap,
            ),
            [_place(finding, _REVIEWS)],
        )


def _add_joins(collector: Collector, references: References, programme: Programme) -> None:
    node, where = node_id(collector, programme.id), f"programmes.jsonl {programme.id}"
    for payment in programme.payments:
        contracts = [row.model_dump() for row in payment.contracts]
        collector.stated(
            "PAID",
            node,
            collector.id_of("Recipient", references.recipient(payment.recipient, where).id),
            [_place(payment, payment.table)],
            apart={
                "sheet": payment.sheet,
                "block": payment.block,
                "direct": payment.direct,
                "yen": payment.yen,
                "contracts": as_json(contracts) if contracts else None,
            },
        )
    for related in programme.related:
        if related.programme and references.is_programme(related.programme):
            collector.stated(
                "RELATED_PROGRAMME",
                node,
                node_id(collector, related.programme),
                [_place(related, _RELATED)],
                apart={"relation": related.relation},
            )
    _add_mentions(collector, references, programme)
    for join in programme.pays_for:
        collector.relationship(
            "PAYS_FOR",
            node,
            collector.id_of("Measure", references.measure(join.measure, where).id),
            kind=join.kind,
            score=join.score,
            why=join.why,
        )


def _add_mentions(collector: Collector, references: References, programme: Programme) -> None:
    """Of those that are in this catalogue."""
    node, where = node_id(collector, programme.id), f"programmes.jsonl {programme.id}"
    for mention in programme.mentions:
        if mention.of.startswith("programme:"):
            if not references.is_programme(mention.of):
                continue
            other = node_id(collector, mention.of)
        elif mention.of.startswith("measure:"):
            other = collector.id_of("Measure", references.measure(mention.of, where).id)
        else:
            ministry = references.known_organisation(mention.of, "ministry", where)
            other = collector.id_of("Ministry", ministry.id)
        collector.stated(
            "MENTIONS",
            node,
            other,
            [_place(mention, mention.table)],
            apart={
                "heading": mention.heading,
                "by": mention.by,
                "review": mention.review,
                "year": mention.year,
            },
            says=mention.says,
        )
