"""Files of review sheets stored packed, and those programmes alone that support companies."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from graph.errors import CatalogueError
from loaders.catalogue.files import Catalogue, differences, read_catalogue, texts, write_catalogue
from loaders.review_sheets.supporting import laws_of, recipients_of, supporting
from tests.made_up.programmes import catalogue

PACKED = ("overlaps.jsonl", "programmes.jsonl", "recipients.jsonl")


@pytest.fixture
def made(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return catalogue(tmp_path_factory.mktemp("sheets"))


def test_a_packed_catalogue_is_the_same_from_run_to_run_and_reads_as_a_plain_one(
    tmp_path: Path, made: Catalogue
) -> None:
    for name in ("one", "other"):
        write_catalogue(made, tmp_path / name, pack=True)
    for name in PACKED:
        data = (tmp_path / "one" / f"{name}.gz").read_bytes()
        assert data == (tmp_path / "other" / f"{name}.gz").read_bytes()
        assert gzip.decompress(data).decode() == texts(made)[name]
        assert not (tmp_path / "one" / name).exists()
    assert texts(made)["programmes.jsonl"] and texts(made)["recipients.jsonl"]
    assert texts(read_catalogue(tmp_path / "one")) == texts(made)
    assert differences(made, tmp_path / "one") == []


def test_one_form_takes_the_place_of_the_other(tmp_path: Path, made: Catalogue) -> None:
    for pack in (True, False, True):
        write_catalogue(made, tmp_path, pack)
        assert len(list(tmp_path.iterdir())) == len(texts(made))
        assert texts(read_catalogue(tmp_path)) == texts(made)


def test_both_forms_and_damage_are_said(tmp_path: Path, made: Catalogue) -> None:
    write_catalogue(made, tmp_path, pack=True)
    path = tmp_path / "programmes.jsonl.gz"
    (tmp_path / "programmes.jsonl").write_text("")
    with pytest.raises(CatalogueError, match="is there plain and packed"):
        read_catalogue(tmp_path)
    (tmp_path / "programmes.jsonl").unlink()
    for damaged in (path.read_bytes()[:-20], b"no gzip"):
        path.write_bytes(damaged)
        with pytest.raises(CatalogueError, match=r"programmes\.jsonl\.gz: is damaged"):
            read_catalogue(tmp_path)


def test_those_that_support_companies_keep_what_they_name(made: Catalogue) -> None:
    whole = made
    kept = supporting(whole.programmes)
    ids = {one.id for one in kept}
    assert 0 < len(kept) < len(whole.programmes)
    assert {one.id for one in whole.programmes if one.supports_companies or one.pays_for} == ids
    assert all(other.programme in {*ids, None} for one in kept for other in one.related)
    assert {law.id for law in laws_of(kept, whole.laws)} == {
        basis.law for one in kept for basis in one.laws
    }
    assert {one.id for one in recipients_of(kept, whole.recipients)} == {
        payment.recipient for one in kept for payment in one.payments
    }
