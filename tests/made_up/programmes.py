"""The made-up catalogue with the two programmes of the made-up review sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from loaders.catalogue.files import Catalogue
from loaders.catalogue.records import Programme
from loaders.catalogue.records.programmes import PaysFor
from loaders.extract import extract
from tests.made_up import catalogue as made_up
from tests.made_up.review_sheets import ROWS, written


def catalogue(folder: Path, numbers: Iterable[str] = ROWS) -> Catalogue:
    """Both, the tables of these numbers being written to `folder`; one programme pays for the
    made-up loan.
    """
    sheets, own = extract([written(folder, numbers)]).catalogue, made_up.catalogue()
    known = {organisation.id for organisation in own.organisations}
    laws = {law.id: law for law in (*own.laws, *sheets.laws)}
    return replace(
        own,
        documents=(*own.documents, *sheets.documents),
        organisations=(
            *own.organisations,
            *(each for each in sheets.organisations if each.id not in known),
        ),
        programmes=tuple(map(_paying, sheets.programmes)),
        laws=tuple(laws.values()),
        recipients=sheets.recipients,
    )


def _paying(programme: Programme) -> Programme:
    pays = PaysFor(measure=made_up.LOAN, kind="funds", score=0.8, why=["named_in_text"])
    return (
        programme.model_copy(update={"pays_for": [pays]})
        if programme.id == "programme:7"
        else programme
    )
