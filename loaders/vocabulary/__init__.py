"""The words of the field as data: one YAML file a subject, read once and checked, and the code that
finds them in text; also how pattern files are read. A file that does not hold together raises
`VocabularyError`.
"""

from loaders.vocabulary.bodies import Bodies, Body, bodies
from loaders.vocabulary.certifications import (
    CertificationEntry,
    Certifications,
    certifications,
)
from loaders.vocabulary.matching import Mention
from loaders.vocabulary.ministries import Ministries, Office, ministries
from loaders.vocabulary.words import (
    beneficiaries,
    industries,
    instruments,
    stop_alone,
    stop_words,
)

__all__ = [
    "Bodies",
    "Body",
    "CertificationEntry",
    "Certifications",
    "Mention",
    "Ministries",
    "Office",
    "beneficiaries",
    "bodies",
    "certifications",
    "industries",
    "instruments",
    "ministries",
    "stop_alone",
    "stop_words",
]
