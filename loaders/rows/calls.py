"""Open calls: where answers tell of them, and the measures and budget programmes that they are
of.
"""

from __future__ import annotations

from loaders.catalogue.records.calls import Call, CallJoin
from loaders.rows.collecting import Collector
from loaders.rows.documents import as_json
from loaders.rows.programmes import node_id
from loaders.rows.references import References


def add_calls(collector: Collector, references: References) -> None:
    """Every call with its documents, its measure and its budget programme."""
    for call in references.catalogue.calls:
        node, where = _add_node(collector, call), f"calls.jsonl {call.id}"
        for told in call.told:
            document = references.document(told.document, where)
            collector.relationship(
                "FOUND_IN",
                node,
                collector.id_of("Document", document.id),
                line_start=told.line,
                line_end=told.line,
            )
        for join in call.joins:
            collector.relationship(
                "CALL_OF",
                node,
                _joined(collector, references, join, where),
                score=join.score,
                why=join.why,
            )


def _joined(collector: Collector, references: References, join: CallJoin, where: str) -> str:
    if join.of.startswith("programme:"):
        return node_id(collector, references.programme(join.of, where).id)
    return collector.id_of("Measure", references.measure(join.of, where).id)


def _add_node(collector: Collector, call: Call) -> str:
    return collector.node(
        "Call",
        call.id,
        call.title,
        known_as=[call.code],
        words=[call.scheme] if call.scheme else [],
        code=call.code,
        of_scheme=call.scheme,
        opens=call.opens,
        opens_at=call.opens_at,
        closes=call.closes,
        closes_at=call.closes_at,
        project_ends=call.project_ends,
        cap=call.cap,
        rates=as_json([rate.model_dump() for rate in call.rates]),
        areas=call.areas,
        industries=call.industries,
        employee_limit=call.employees and call.employees.amount,
        employee_limit_op=call.employees and call.employees.op,
        purposes=call.purposes,
        url=call.url,
        fetched_at=call.fetched_at,
    )
