"""The wheel that is built from this tree gives a working `shisaku demo` in an environment that has
nothing of the tree.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT

pytestmark = [pytest.mark.server, pytest.mark.bundled]
NO_HOME = "/proc/nowhere"  # where nothing can be made
PACKAGES = ("commands", "dashboard", "graph", "loaders", "queries")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built without a network, from a copy: a build leaves folders beside what it builds."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("wheel")
    for name in (*PACKAGES, "catalogue"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("shisaku.py", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tree / name)
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    run([*pip, "--no-build-isolation", "--wheel-dir", str(out), str(tree)])
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel and, of what it requires, the packages of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    interpreter = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(interpreter), "install", "--quiet"]
    run([*pip, "--no-deps", "--no-index", str(wheel)])
    site = next((folder / "lib").glob("python*/site-packages"))
    (site / "of_the_lock.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return interpreter


def run(command: list[str], **more: str) -> str:
    done = subprocess.run(
        command,
        cwd="/",
        env={"PATH": os.environ["PATH"], "HOME": NO_HOME, "LC_ALL": "C.UTF-8"} | more,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_holds_the_code_the_catalogue_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    own = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert {name for name in own if not name.endswith(".data")} == {*PACKAGES, "shisaku.py"}
    inside = {name.split("/share/")[1] for name in names if ".data/" in name}
    catalogue = {path.name for path in (ROOT / "catalogue").iterdir()}
    assert inside == {f"shisaku-graph/catalogue/{name}" for name in catalogue}
    files = {
        str(path.relative_to(ROOT))
        for folder in PACKAGES
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    }
    assert files - set(names) == set()


def test_the_command_runs_from_the_environment_alone(python: Path) -> None:
    assert run([str(python.with_name("shisaku")), "--version"]).startswith("shisaku, version ")
    where = run([str(python), "-c", "import graph, shisaku; print(graph.__file__)"])
    assert where.startswith(str(python.parents[1]))
    assert "使い方: shisaku demo" in run(
        [str(python.with_name("shisaku")), "demo", "--help", "--lang", "ja"]
    )


def test_demo_loads_the_bundled_catalogue_once_and_serves_it(python: Path, tmp_path: Path) -> None:
    demo = [str(python.with_name("shisaku")), "demo", "--no-browser", "--port", "18651"]
    for loads in (True, False):
        with subprocess.Popen(
            demo,
            cwd="/",
            env={"PATH": os.environ["PATH"], "HOME": NO_HOME, "XDG_DATA_HOME": str(tmp_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as server:
            assert server.stdout and server.stderr
            try:
                address = server.stdout.readline().split()[0]
                with urllib.request.urlopen(address, timeout=30) as page:
                    assert page.status == 200
            finally:
                server.send_signal(signal.SIGINT)
            said = server.stderr.read()
        assert ("loading the bundled catalogue" in said) is loads
    (graph,) = (tmp_path / "shisaku-graph").glob("*.lbug")
    asked = "MATCH (m:Measure) RETURN count(*) AS n"
    answer = run([str(python.with_name("shisaku")), "cypher", asked, "--store", str(graph)])
    measures = sum(1 for _ in (ROOT / "catalogue" / "measures.jsonl").open(encoding="utf-8"))
    assert answer.split() == ["n", str(measures)]
