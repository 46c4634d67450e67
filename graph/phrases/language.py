"""The language that this process speaks: English, or Japanese where it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGES = ("ja", "en")
VARIABLE = "SHISAKU_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set counts, as everywhere
_spoken = "en"


def spoken() -> str:
    """The language spoken, one of LANGUAGES."""
    return _spoken


def speak(language: str) -> None:
    """From now on this language is spoken; one that is none of LANGUAGES is taken for English."""
    global _spoken  # what a process speaks is one thing for all of it
    _spoken = language if language in LANGUAGES else "en"


def wanted(typed: Sequence[str], environ: Mapping[str, str]) -> str:
    """The language asked for: by the last `--lang` of what was typed, else by SHISAKU_LANG, else by
    the locale; English where none of them says Japanese.
    """
    for before, word in reversed([*zip(["", *typed], typed, strict=False)]):
        if before == "--lang":
            return word
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    named = environ.get(VARIABLE) or next(filter(None, map(environ.get, _LOCALE)), "")
    return "ja" if named.lower().startswith("ja") else "en"


def not_spoken(environ: Mapping[str, str]) -> str | None:
    """What SHISAKU_LANG asks for where that is none of LANGUAGES (fr, but not ja_JP)."""
    named = environ.get(VARIABLE, "").strip()
    return named if named and named.lower()[:2] not in LANGUAGES else None
