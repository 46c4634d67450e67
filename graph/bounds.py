"""Bounds at the door: how much is taken of what comes in from outside. Each stands here once, with
what it is for, is said in the message of what it refuses, and is far above what honest use needs.
"""

from __future__ import annotations

# --- what is typed: options, fields of a page, addresses -----------------------------------------
ADDRESS_VALUE = 300  # characters of a value; the longest name of the graph has some 120
ADDRESS_VALUES = 200  # values of an address under one name; a company holds some 10 certifications
OPENED_NODES = 12  # whose neighbours one picture places; more could not be read in it
WORD = 300  # characters of a name that is looked up; of a longer one its beginning is looked at
NAME_PARTS = 12  # times that what parts names may stand in one, as in A・B
LARGEST_NUMBER = 10**18  # heads or yen; the sums of all budgets together are below 10**16
NUMERAL = 60  # characters of a number as people write it (1億2,345万円)

# --- what is said --------------------------------------------------------------------------------
QUOTED = 80  # characters of a value that a message repeats
MESSAGE = 4_000  # characters of a message

# --- files; only regular ones are read: a device or a pipe never ends ----------------------------
DOCUMENT_BYTES = 64 * 2**20  # the five documents together have 0.9 MiB
DOCUMENT_LINES = 1_000_000  # the longest of them has some 8,000
DOCUMENT_LINE = 2_000  # characters; the longest printed line has some 300
PAGE = 12_000  # characters that one entry of a document has; the longest has some 2,700
STATEMENT = 2_000  # characters to which wrapped lines are joined; the longest has some 400
YAML_BYTES = 2**20  # our longest file has 53,000
YAML_DEPTH = 40  # lists and mappings in one another; ours go to 6
YAML_VALUES = 100_000  # what a file comes to when each alias stands for all that it names
QUERY_BYTES = 2**20  # of a file with a query
TABLE_BYTES = 2**31  # of a table of companies; that of all certified ones has some 200 MB
TABLE_LINE = 100_000  # characters of a line of it
CATALOGUE_BYTES = 2**30  # of one file of a catalogue, unpacked; the largest has some 60 million
SHEETS_BYTES = 2**28  # of one table of review sheets; the largest published one has 20 million
SHEETS_LINE = 2**20  # bytes of a line of it; the longest published one has 22,000
CALLS_BYTES = 64 * 2**20  # of a saved answer of calls; one of 300 has 0.3 million
CALLS = 100_000  # of one answer; some 300 are open at a time
CALL_TEXT = 4_000  # characters of a value of a call; the longest has some 300
CALL_RATE = 20_000  # characters of what is said freely of shares; the longest has some 200
REMARKS_BYTES = 16 * 2**20  # of the file of remarks

# --- PDFs, which are read in a process of their own ----------------------------------------------
PDF_PAGES = 2_000  # the longest of the known documents has some 200
PDF_CHARACTERS = 100_000  # of a page; a full one has some 3,000
PDF_MEMORY = 2**30  # bytes that the reader may take; itself it takes some 30 million
PDF_SECONDS = 120  # of the processor; a page takes some hundredths of one

# --- queries -------------------------------------------------------------------------------------
QUERY_SECONDS = 60.0  # that a question may take, on both stores
QUERY_ROWS = 1_000_000  # that it may give; the whole graph has some 20,000 nodes


def cut(text: str, most: int) -> str:
    """The text, of a longer one its beginning and that there is more."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def quoted(value: object) -> str:
    """A value in quotes as messages repeat it, at most QUOTED characters: of a text its beginning,
    of anything else what it is.
    """
    if isinstance(value, str):
        return cut(repr(value[: QUOTED + 1]), QUOTED)
    if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
        return "a number of more than 18 digits"
    if isinstance(value, list | tuple | dict | set | frozenset):
        inner = [each for each, _ in zip(value, range(4), strict=False)]
        kind = "a mapping" if isinstance(value, dict) else "a list"
        if len(value) > len(inner) or not all(isinstance(i, str | int | float) for i in inner):
            return f"{kind} of {len(value):,}"
    return cut(repr(value), QUOTED)
