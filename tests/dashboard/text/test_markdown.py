"""Text for labels: no sign of it counts, no address in it becomes a link."""

from __future__ import annotations

import re

import pytest

from dashboard.text.markdown import plain, quiet


def _read(text: str) -> str:
    """What is left of a label when its backslashes are taken away."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


@pytest.mark.parametrize("sign", "\\`*_{}[]()#+-.!|~$:<>&")
def test_every_sign_of_markdown_is_taken_literally(sign: str) -> None:
    assert plain(f"甲{sign}乙") == f"甲\\{sign}乙"


@pytest.mark.parametrize(
    "text",
    ["http://a.example/x", "HTTPS://a.example", "見よhttp://a.example", "www.a.example",
     "a.b+c@d.example", ":material/home:", ":streamlit:", ":smile:", "a -> b", "a <- b", "a <-> b",
     "a -- b", "a >= b", "a <= b", "a ~= b"],
)  # fmt: skip
def test_what_streamlit_looks_for_in_text_is_parted(text: str) -> None:
    """The second pass of Streamlit's, on what the first one leaves."""
    looked_for = re.compile(
        r"https?://|www(?=\.)|[-.\w+]@[-\w]|:material/\w+:|:streamlit:|:[\w+-]+:"
        r"|(^|\s)(<->|->|<-|--|>=|<=|~=)(\s|$)",
        re.IGNORECASE,
    )
    assert looked_for.search(text)
    assert not looked_for.search(_read(plain(text)))
    assert _read(plain(text)).replace("\u2060", "") == text


def test_lines_and_what_cannot_be_seen_are_one_blank() -> None:
    assert plain("題\n\n# \r\n\t 段\x1b落　続き\u2028終") == "題 \\# 段 落　続き 終"
    assert plain("    code") == "code"


def test_what_is_said_quietly_is_text_too() -> None:
    assert quiet("a]b") == ":gray[a\\]b]"
