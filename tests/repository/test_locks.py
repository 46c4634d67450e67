"""The three locks hold the packages of the product, of its tests besides, and of the bridge to
py2neo, in the same versions, each with its digests, and nothing of where they were found.
"""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.paths import ROOT

TESTED, RUN, PY2NEO = "requirements.lock", "requirements-run.lock", "requirements-py2neo.lock"
# what a lock leaves out: py2neo has ended, and its followers come where they are asked for
ASKED_FOR = {RUN: {"assistants", "login", "setup"}, PY2NEO: {"py2neo"}}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def versions(name: str) -> dict[tuple[str, str], str]:
    """Package and condition → version."""
    return {
        (package, condition.strip(" \\;")): version
        for package, version, condition in re.findall(
            r"(?m)^([a-z0-9_.-]+)==([^ \\]+)(.*)$", text(name)
        )
    }


def packages(name: str) -> set[str]:
    return {package for package, _ in versions(name)}


def wanted(extras: set[str]) -> set[str]:
    """The packages that pyproject.toml names for the product and for these extras."""
    project = tomllib.loads(text("pyproject.toml"))["project"]
    entries = [each for extra in extras for each in project["optional-dependencies"][extra]]
    return {re.split(r"[<>=\[]", entry)[0] for entry in project["dependencies"] + entries}


def all_extras() -> set[str]:
    return set(tomllib.loads(text("pyproject.toml"))["project"]["optional-dependencies"])


@pytest.mark.parametrize("name", [RUN, PY2NEO])
def test_a_package_has_one_version_in_all_locks(name: str) -> None:
    tested = versions(TESTED)
    differing = {
        package: (version, tested[package])
        for package, version in versions(name).items()
        if package in tested and tested[package] != version
    }
    assert versions(name) and not differing
    if name == RUN:
        assert packages(RUN) <= packages(TESTED)


def test_the_product_has_what_it_names_and_no_package_of_tests() -> None:
    held = packages(RUN)
    assert wanted(ASKED_FOR[RUN]) <= held
    assert not held & {"pytest", "mypy", "ruff", "playwright", "scikit-learn", "py2neo"}


def test_tests_have_what_every_extra_names_but_py2neo() -> None:
    assert wanted(all_extras() - {"py2neo"}) <= packages(TESTED)
    assert "py2neo" not in packages(TESTED) and "py2neo" in packages(PY2NEO)


@pytest.mark.parametrize("name", [TESTED, RUN, PY2NEO])
def test_a_lock_holds_names_versions_and_digests_only(name: str) -> None:
    entries = re.findall(r"(?m)^[a-z0-9].*(?:\n[ \t].*)*", text(name))
    assert entries and all("--hash=sha256:" in entry for entry in entries)
    assert not re.search(r"https?://|file:|@ |--(extra-)?index-url|--find-links", text(name))


def test_every_install_takes_wheels_of_the_digests_in_a_lock() -> None:
    makefile = text("Makefile")
    [install] = re.findall(r"(?m)^INSTALL := (.*)$", makefile)
    assert {"--require-hashes", "--only-binary", ":all:"} <= set(install.split())
    others = [line for line in makefile.splitlines() if " pip install " in line and line != install]
    assert [line for line in others if "INSTALL :=" not in line and "--no-index" not in line] == []
