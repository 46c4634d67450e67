"""The laws of a catalogue: each once, with what sources give of it."""

from __future__ import annotations

from loaders.catalogue.ids import digest
from loaders.catalogue.records import Law, LegalBasis
from loaders.law_records import law_records, one_each
from tests.loaders.rows_made import changed
from tests.made_up import catalogue as made_up


def test_a_listed_law_has_its_id_and_number_and_another_the_digest_of_its_name() -> None:
    catalogue = changed(
        made_up.catalogue(),
        "appearances",
        made_up.catalogue().appearances[3].id,
        legal_basis=[
            LegalBasis(law="産競法", name="産業競争力強化法", line=207),
            LegalBasis(law="里山整備法", name="里山整備法", line=208),
            LegalBasis(law="里山整備法", name="里山整備法", article="第2条", line=209),
        ],
    )
    assert [(law.id, law.name, law.number) for law in law_records(catalogue.appearances)] == [
        ("law:425AC0000000098", "産業競争力強化法", "平成25年法律第98号"),
        (f"law:{digest('里山整備法')}", "里山整備法", None),
    ]


def test_what_sheets_tell_of_a_law_stands_and_others_are_added() -> None:
    told = Law(id="law:1", name="港湾冷熱法", number="令和三年法律第九百号")
    same_name, same_id = Law(id="law:2", name="港湾冷熱法"), Law(id="law:1", name="冷熱法")
    other = Law(id="law:3", name="里山整備法")
    assert one_each([told], [same_name, same_id, other]) == (told, other)
