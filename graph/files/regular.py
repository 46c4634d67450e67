"""Regular files of a bounded size. A device or a pipe may never end, and a folder is none.

What is wrong is raised as an OSError whose `strerror` says it, as for a file that is not there.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, TextIO


def opened_regular(path: Path, most: int) -> BinaryIO:
    """The file, open for reading in bytes. Raises OSError where it cannot be read, is no regular
    file or has more than `most` bytes.
    """
    _check(path.stat(), most)  # before it is opened: opening a device may move it
    file = os.fdopen(os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK), "rb")
    try:
        _check(os.fstat(file.fileno()), most)
    except OSError:
        file.close()
        raise
    return file


def regular_bytes(path: Path, most: int) -> bytes:
    """What the file holds. Raises OSError as `opened_regular` does, also where it grows beyond
    `most` bytes while it is read.
    """
    with opened_regular(path, most) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise _too_large(len(data), most)
    return data


def bounded_lines(file: TextIO, most: int) -> Iterator[str]:
    """The lines of a text file with their ends. Raises OSError for one of more than `most`
    characters, before the rest of it is read.
    """
    number = 0
    while line := file.readline(most + 1):
        number += 1
        if len(line) > most:
            raise OSError(
                errno.EFBIG, f"line {number:,} has more than {most:,} characters, the most of one"
            )
        yield line


def _check(status: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise OSError(errno.EISDIR, "it is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is a device or a pipe, not a file")
    if status.st_size > most:
        raise _too_large(status.st_size, most)


def _too_large(size: int, most: int) -> OSError:
    return OSError(errno.EFBIG, f"it has {size:,} bytes, more than the {most:,} of such a file")
