"""Strategies for what may come in at each door: pieces of what is read there, put together, cut and
spoilt.
"""

from __future__ import annotations

from hypothesis import strategies as st

# what breaks readers: controls, marks of direction, halves of pairs, forms that fold, long runs
ODD = st.sampled_from(
    [
        "\0", "\x1b[31m", "\x85", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ud800", "ﷺ", "㍿", "½",
        "\r", "\r\n", "\t", "\u3000", "e\u0301", "𝟙", "-0", "1e400", "9" * 70, "(" * 60, "[" * 60,
        "'", '"', "`", "\\", "$", "%00", "%s", "{0}", "${x}", "<b>", "&amp;", "../", "=1+1", "@a",
    ]
)  # fmt: skip


def pieces(*words: str) -> st.SearchStrategy[str]:
    """Text of such words, of odd characters and of any, in any order."""
    piece = st.one_of(st.sampled_from(words), st.sampled_from(words), ODD, st.text(max_size=12))
    return st.lists(piece, max_size=30).map("".join)


def spoilt(text: str) -> st.SearchStrategy[str]:
    """The text with pieces taken out, doubled, or put in between."""
    cut = st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(ODD, st.text(max_size=8)))

    def changed(cuts: list[tuple[float, int, str]]) -> str:
        changing = text
        for place, length, put in cuts:
            at = int(place * len(changing))
            changing = changing[:at] + put + changing[at + length :]
        return changing

    return st.lists(cut, min_size=1, max_size=8).map(changed)


def spoilt_bytes(data: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with some of them others, taken out, or cut off."""
    change = st.tuples(st.floats(0, 1), st.integers(0, 64), st.binary(max_size=16))

    def changed(changes: list[tuple[float, int, bytes]]) -> bytes:
        changing = data
        for place, length, put in changes:
            at = int(place * len(changing))
            changing = changing[:at] + put + changing[at + length :]
        return changing

    return st.lists(change, min_size=1, max_size=6).map(changed)


YAML = st.one_of(
    pieces(
        "hold: ", "[", "]", "{", "}", "- ",
        "\n", "  ", "size: 中小企業", "employees: ", "80人", "&a ",
        "*a", "!!python/object:x ", "!!int ", "? ", ": ",
        "| ", ">-\n", "---\n", "...\n", "#", "<<: ",
        "くるみん", "capital: 3千万円", "2025-13-45", "0o17", "1_000", ".inf", "~", "yes",
    ),
    spoilt("size: 中小企業\nhold: [くるみん]\ndoes:\n  - 賃上げ3%\nemployees: 80\ncapital: 3億\n"),
)  # fmt: skip
CSV = st.one_of(
    pieces(
        "法人番号", "企業名", ",", "\n", '"', "○", "3段階目", "くるみん", "301～500人", "1.23E+12",
        "8010401050000", ";", "\t", "従業員数", "number,name,hold,size\n", "中小企業",
    ),
    spoilt("number,name,size,employees,hold\n,港町商店,中小企業,30,くるみん;えるぼし\n,港町工業,大企業,900,\n"),
)  # fmt: skip
CYPHER = st.one_of(
    pieces(
        "MATCH ", "(n)", "(m:Measure)", "-[r:RUNS]->", "RETURN ", "n", "*", "CREATE ", "DELETE ",
        "SET n.x = 1", "//", "/*", "*/", ";", "UNWIND [1] AS x ", "LOAD CSV FROM 'file:///x' AS l ",
        "CALL ", "db.labels()", "COPY ", "ATTACH ",
        "INSTALL ", "LIMIT 5", "$p", "WHERE ", "{id: 1}",
        "WITH ", "count(*)", "DROP TABLE Measure", "EXPORT DATABASE 'x'", "range(1, 100000000)",
    ),
    spoilt("MATCH (m:Measure)<-[r]-(o) WHERE m.title CONTAINS '輸出' RETURN o.name, count(r)"),
)  # fmt: skip
_VALUE = pieces(
    "1", "0", "-1", "10" * 30, "measure:x", "programme:1", "ja", "en", "くるみん", "中小企業",
    "2", "pairs",
    "**x**", "![x](http://x)", "javascript:1", "賃上げ5%", "1億円", ":", "|", "~",
)  # fmt: skip
_NAMES = (
    "q", "id", "open", "edge", "hops", "hubs", "pair", "grade", "hold", "does", "size",
    "lang", "view",
    "theme", "office", "page", "sort", "scope", "a", "b", "status", "tab", "year", "law",
    "kind", "on",
)  # fmt: skip
ADDRESS = st.dictionaries(
    st.sampled_from(_NAMES),
    # a browser writes an address in UTF-8: halves of characters come as question marks
    st.lists(_VALUE.map(lambda text: text.encode(errors="replace").decode()), min_size=1),
    max_size=6,
)
