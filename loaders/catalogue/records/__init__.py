"""The records of a catalogue, one class a kind, as its JSON Lines files hold them: frozen, typed,
each field explained below it. `FILES` says which file holds which; docs/catalogue.md is written
from here. What stands inside a record need not be named here: the reader of a new fact imports its
class from `loaders.catalogue.records.appearance`.
"""

from graph.schema.rule_status import Status
from graph.schema.size_classes import SizeClass
from loaders.catalogue.records.appearance import (
    Appearance,
    BodyMention,
    Budget,
    Cap,
    CertificationMention,
    Contact,
    Figure,
    LegalBasis,
    Rate,
    Related,
    Scheme,
    SizeLimit,
    SizeTest,
    Term,
    Threshold,
    Window,
)
from loaders.catalogue.records.bonuses import (
    Alternative,
    Bonus,
    Clawback,
    Ended,
    Excluded,
    NotFor,
    Raises,
    Rule,
)
from loaders.catalogue.records.calls import Call, CallJoin, CallRate, HeadLimit, ToldAt
from loaders.catalogue.records.documents import Document, Item, Measure
from loaders.catalogue.records.kinds import (
    Applicant,
    Benefit,
    ConditionKind,
    Identified,
    KnownBy,
    Record,
    Unstated,
)
from loaders.catalogue.records.organisations import (
    Certification,
    Organisation,
)
from loaders.catalogue.records.overlaps import Overlap, Part
from loaders.catalogue.records.programmes import Law, Programme, Recipient

# file name (without .jsonl) -> record class, in the order in which they are written and loaded
FILES: dict[str, type[Record]] = {
    "documents": Document,
    "appearances": Appearance,
    "measures": Measure,
    "items": Item,
    "bonuses": Bonus,
    "rules": Rule,
    "organisations": Organisation,
    "certifications": Certification,
    "overlaps": Overlap,
    "programmes": Programme,
    "laws": Law,
    "recipients": Recipient,
    "calls": Call,
}
# files that a catalogue may lack: it has no such records then
OPTIONAL = frozenset({"calls"})

__all__ = [
    "FILES",
    "OPTIONAL",
    "Alternative",
    "Appearance",
    "Applicant",
    "Benefit",
    "BodyMention",
    "Bonus",
    "Budget",
    "Call",
    "CallJoin",
    "CallRate",
    "Cap",
    "Certification",
    "CertificationMention",
    "Clawback",
    "ConditionKind",
    "Contact",
    "Document",
    "Ended",
    "Excluded",
    "Figure",
    "HeadLimit",
    "Identified",
    "Item",
    "KnownBy",
    "Law",
    "LegalBasis",
    "Measure",
    "NotFor",
    "Organisation",
    "Overlap",
    "Part",
    "Programme",
    "Raises",
    "Rate",
    "Recipient",
    "Record",
    "Related",
    "Rule",
    "Scheme",
    "SizeClass",
    "SizeLimit",
    "SizeTest",
    "Status",
    "Term",
    "Threshold",
    "ToldAt",
    "Unstated",
    "Window",
]
