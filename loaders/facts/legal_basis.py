"""The laws, orders and public notices that a page names."""

from __future__ import annotations

from loaders.catalogue.records import LegalBasis
from loaders.facts.prose import running_text
from loaders.text.lines import Flow
from loaders.text.page import Page
from loaders.vocabulary.law_mentions import LawMention, laws
from loaders.vocabulary.patterns import patterns

_PATTERNS = patterns(__file__)
_ALIAS = _PATTERNS["alias"]


def legal_basis(page: Page) -> list[LegalBasis]:
    """Each law that the page names, once (once an article where it names several), as printed where
    it stands first.

    A short name in brackets behind the full one, and a short and a full name of one law, are one
    law.
    """
    by_law: dict[str, list[LegalBasis]] = {}
    for flow in running_text(page):
        for mention in _without_aliases(flow):
            records = by_law.setdefault(mention.formal, [])
            printed = records[0].law if records else mention.printed
            record = LegalBasis(
                law=printed, article=mention.article, line=flow.line_at(mention.start)
            )
            if not records:
                records.append(record)
            elif mention.article and records[-1].article is None:
                records[-1] = record
            elif mention.article and all(r.article != mention.article for r in records):
                records.append(record)
    return sorted((r for records in by_law.values() for r in records), key=lambda r: r.line)


def _without_aliases(flow: Flow) -> list[LawMention]:
    mentions = laws().mentions(flow.text)
    return [
        mention
        for i, mention in enumerate(mentions)
        if not (i and _ALIAS.fullmatch(flow.text, mentions[i - 1].end, mention.start))
    ]
