"""Files that are replaced whole or not at all: what is new is made beside the old and put in its
place when it is all there. A name that is a link stands for what it leads to; a device or a pipe is
written to, never replaced.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir
from typing import IO

from graph.errors import ShisakuError, StoreError
from graph.files.workplace import workplace


@contextmanager
def replaced_file(path: Path) -> Iterator[Path]:
    """A path to write at; what is written there takes the place of `path` when the block ends well,
    or goes into it where that is a device or a pipe. Raises StoreError where it cannot be written,
    also for want of its folder: one that is not there is mistyped more often than meant.
    """
    _check_parent(path)
    with _or_says_why(path, StoreError):
        if is_special(path):
            with workplace(Path(gettempdir()), "shisaku-") as beside:
                yield beside / path.name
                with (beside / path.name).open("rb") as new, path.open("wb") as out:
                    shutil.copyfileobj(new, out)
            return
        target = _followed(path)
        with _beside(target) as beside:
            yield beside / path.name
            (beside / path.name).replace(target)


@contextmanager
def replaced_folder(path: Path, names: Collection[str]) -> Iterator[Path]:
    """A folder to write files of these names in; it takes the place of `path` when the block ends
    well.

    Raises StoreError as `replaced_file` does, and where `path` is no folder or holds files of other
    names, too.
    """
    path = _followed(path)
    if path.exists() and (not path.is_dir() or {p.name for p in path.iterdir()} - set(names)):
        raise StoreError("holds other files and would be replaced", str(path), "name a new folder")
    _check_parent(path)
    with _or_says_why(path, StoreError), _beside(path) as beside:
        new, old = beside / path.name, beside / "old"
        new.mkdir()
        yield new
        _put_folder(new, path, old)


@contextmanager
def replaced_files(
    folder: Path, names: Collection[str], raises: type[ShisakuError] = StoreError
) -> Iterator[Path]:
    """A folder to write the files of these names in; they take the places of those in `folder`,
    all or none, when the block ends well. What else `folder` holds stays; it is made if need be.

    Raises an error of the kind `raises` where they cannot be written.
    """
    with (
        _or_says_why(folder, raises),
        _made(folder),
        workplace(folder, ".new-") as beside,
    ):
        new, old = beside / "new", beside / "old"
        new.mkdir()
        old.mkdir()
        yield new
        _put_files(new, folder, old, names)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder is there; where it was not and the block ends badly, it is gone again."""
    was_there = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if not was_there:
            with suppress(OSError):  # somebody put something there meanwhile
                folder.rmdir()
        raise


@contextmanager
def built_file(path: Path) -> Iterator[Path]:
    """A path for an engine to build a file at, which may keep others beside it; when the block ends
    well the file takes the place of `path`, to the disk, in one step. Its folder is made if need
    be.

    Whenever the process dies, `path` holds the old file or the new one. What dead builders left is
    swept away. Raises StoreError while another process builds the same file, for a device or a
    pipe, and where the folder cannot be written.
    """
    if is_special(path):
        raise StoreError("is a device or a pipe, not a file", str(path), "name a file")
    path = _followed(path)
    with _or_says_why(path, StoreError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path), workplace(path.parent, f"{path.name}.building-") as folder:
            yield folder / path.name
            _to_disk(folder / path.name)
            (folder / path.name).replace(path)
            _to_disk(path.parent)


def is_special(path: Path) -> bool:
    """Whether the name stands for something that is neither a file nor a folder: a device, a pipe.
    Raises no error for one that is not there or cannot be looked at.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _followed(path: Path) -> Path:
    """What a link leads to, be it there or not; any other path as it is."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


@contextmanager
def _or_says_why(path: Path, raises: type[ShisakuError]) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # who reads what is written there went away: no matter for words
        raise
    except OSError as error:
        raise raises(
            f"cannot be written: {error.strerror or error}",
            str(path),
            "check the folder, its rights and the space left",
        ) from error


def _check_parent(path: Path) -> None:
    if not path.parent.exists():
        raise StoreError(
            "there is no such folder, nothing was written",
            str(path.parent),
            "make it, or name another",
        )


def _beside(path: Path) -> AbstractContextManager[Path]:
    return workplace(path.parent, f".{path.name}-")


def _put_folder(new: Path, path: Path, old: Path) -> None:
    """A folder cannot be renamed over one that holds files, so the old one steps aside, and back if
    need be.
    """
    steps_aside = path.exists()
    if steps_aside:
        path.replace(old)
    try:
        new.replace(path)
    except OSError:
        if steps_aside:
            old.replace(path)
        raise


def _put_files(new: Path, folder: Path, old: Path, names: Collection[str]) -> None:
    """One after the other; if one cannot be put there, those before it are put back."""
    places = {name: _followed(folder / name) for name in names}
    for name, place in places.items():
        if is_special(place):
            raise OSError(errno.EINVAL, f"{name} is a device or a pipe, not a file")
        if place.exists():
            shutil.copy2(place, old / name)
    put: list[str] = []
    try:
        for name, place in places.items():
            (new / name).replace(place)
            put.append(name)
    except OSError:
        for name in put:
            if (old / name).exists():
                (old / name).replace(places[name])
            else:
                places[name].unlink()
        raise


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the lock file beside `path`, which is taken away again while the lock is still held;
    who has opened it before and gets the lock then sees that it is gone, and begins anew.
    """
    name = path.with_name(path.name + ".lock")
    while True:
        with name.open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise StoreError(
                    "another load of this graph is under way", str(path), "wait for it to end"
                ) from error
            if not _is_still(Path.stat, name, lock):
                continue
            try:
                yield
            finally:
                if _is_still(Path.lstat, name, lock) and not os.fstat(lock.fileno()).st_size:
                    name.unlink()  # an empty file, and so ours
            return


def _is_still(status: Callable[[Path], os.stat_result], name: Path, opened: IO[str]) -> bool:
    """Whether the name still stands for the file that was opened."""
    try:
        return os.path.samestat(status(name), os.fstat(opened.fileno()))
    except OSError:
        return False


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
