"""What one gives to be read: files, folders of files, and folders that describe a document of one's
own (document.yaml).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.bounds import quoted
from graph.errors import DocumentError
from loaders.documents.corrections import Correction, read_corrections
from loaders.documents.description import Description, read_description
from loaders.documents.families import families
from loaders.documents.family import Family
from loaders.text.source import Source, read_source

DESCRIPTION, CORRECTIONS = "document.yaml", "corrections.yaml"
_READABLE = {".txt", ".pdf"}


@dataclass(frozen=True)
class Recognised:
    """A document before it is read."""

    source: Source
    """Its file and lines."""
    family: Family
    """Which parser reads it."""
    description: Description
    """What is known of it; of another document of a family only what it prints itself."""
    corrections: tuple[Correction, ...]
    """Those of its folder."""
    bundled: bool = False
    """It is the very file that its family's folder describes."""
    described: bool = False
    """A document.yaml beside it describes it."""


def recognised(
    paths: Sequence[Path], family: str | None = None
) -> tuple[tuple[Recognised, ...], tuple[Path, ...]]:
    """The documents of the paths in their order, and the files of folders that are none.

    A folder with a document.yaml is one document (as is the file that it names); so is each of a
    folder's subfolders that has one. Other files are known by their sha256, are of the `family`
    that is named, or are recognised by their content. Raises DocumentError for a file that cannot
    be read, that no family reads though it was named itself, that is not what its document.yaml
    says, or that is given twice; VocabularyError for a document.yaml or corrections.yaml that does
    not hold together.
    """
    if family is not None:
        _family(family, None)
    documents: list[Recognised] = []
    skipped: list[Path] = []
    for path, lone in _files(paths):
        if described := _description_of(path):
            documents.append(_described(described))
            continue
        source = read_source(path)
        if document := _by_content(source, family):
            documents.append(document)
        elif lone:
            raise DocumentError(
                "no family of documents reads this",
                str(path),
                f"{_families()}, or name one with --family",
            )
        else:
            skipped.append(path)
    if not documents:
        raise DocumentError(
            "no file here is a document that a family reads", str(paths[0]), _families()
        )
    _check_differ(documents)
    return tuple(documents), (*skipped, *_left_aside(documents))


def _check_differ(documents: Sequence[Recognised]) -> None:
    """Raises DocumentError where a document is another one, or bears its id."""
    ids: set[str] = set()
    id_of_file: dict[str, str] = {}
    for document in documents:
        id_, path = document.description.id, str(document.source.path)
        if id_ in ids:
            raise DocumentError(
                f"a second document {id_}",
                path,
                "give each document once; one of your own needs an id of its own (document.yaml)",
            )
        if same := id_of_file.get(document.source.sha256):
            raise DocumentError(f"the same file as {same}", path, "give each document once")
        ids.add(id_)
        id_of_file[document.source.sha256] = id_


def _families() -> str:
    return (
        f"families: {', '.join(f.name for f in families())}; docs/adding-a-document.md says how to"
        " add one"
    )


def _family(name: str, where: Path | None) -> Family:
    if known := next((family for family in families() if family.name == name), None):
        return known
    raise DocumentError(f"no family {quoted(name)}", str(where) if where else None, _families())


def _files(paths: Sequence[Path]) -> list[tuple[Path, bool]]:
    """Each file to read, or the document.yaml that names it; and whether it was given itself (not
    found in a folder).
    """
    files: list[tuple[Path, bool]] = []
    for path in paths:
        if not path.is_dir():
            files.append((path, True))
            continue
        inside = [path / DESCRIPTION] if (path / DESCRIPTION).is_file() else _texts(path)
        files += [(p, False) for p in (*inside, *sorted(path.glob(f"*/{DESCRIPTION}")))]
    if not files:
        raise DocumentError(
            "no document in the folder (*.txt, *.pdf, or one with its document.yaml) and no"
            " review sheets (*.zip or *.csv of the RS System)",
            str(paths[0]) if paths else None,
            "name the folder of the source documents",
        )
    return files


def _texts(folder: Path) -> list[Path]:
    """Texts and PDFs; the text of a PDF that lies beside it (NAME.pdf.txt) is not
    another document.
    """
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() in _READABLE and p.is_file())
    return [
        p for p in paths if not (p.stem.lower().endswith(".pdf") and p.with_suffix("") in paths)
    ]


def _left_aside(documents: Sequence[Recognised]) -> list[Path]:
    """Texts beside a described document that its document.yaml does not name."""
    return [
        path
        for document in documents
        if document.described
        for path in _texts(document.source.path.parent)
        if path != document.source.path
    ]


def _description_of(path: Path) -> Path | None:
    """The document.yaml that the path is, or that beside the file names it."""
    if path.name == DESCRIPTION:
        return path
    beside = path.parent / DESCRIPTION
    return beside if beside.is_file() and read_description(beside).file == path.name else None


def _described(path: Path) -> Recognised:
    description = read_description(path)
    family = _family(description.family, path)
    file = path.parent / description.file
    if not file.is_file():
        raise DocumentError(
            f"names {description.file}, which is not beside it",
            str(path),
            "put the file there, or mend `file`",
        )
    source = read_source(file)
    if description.sha256 not in (None, source.sha256):
        raise DocumentError(
            f"its sha256 is {source.sha256}, {DESCRIPTION} says {description.sha256}",
            str(file),
            "another file? mend or drop `sha256`",
        )
    return Recognised(
        source, family, description, read_corrections(path.parent / CORRECTIONS), described=True
    )


def _by_content(source: Source, name: str | None) -> Recognised | None:
    """The document by its sha256, by the family's name, or by its content; None where no family
    reads it.
    """
    bundled = [(family, read_description(family.folder / DESCRIPTION)) for family in families()]
    for family, description in bundled:
        if description.sha256 == source.sha256:
            corrections = read_corrections(family.folder / CORRECTIONS)
            return Recognised(source, family, description, corrections, bundled=True)
    for family, description in bundled:
        if family.name == name if name else family.recognises(source.lines):
            corrections = read_corrections(family.folder / CORRECTIONS)
            # a file of the known document's name is a copy of it that something happened to: it is
            # held to what that document holds
            copied = name is None and source.path.name == description.file
            another = _another(description, source, description.states if copied else {})
            return Recognised(source, family, another, corrections)
    return None


def _another(described: Description, source: Source, states: dict[str, int]) -> Description:
    """A document of the family that is not the described one: only what it prints itself will be
    held against it.
    """
    return described.model_copy(
        update={
            "file": source.path.name,
            "sha256": source.sha256,
            "states": states,
            "notes": {},
            "url": None,
            "title": "",
            "date": "",
        }
    )
