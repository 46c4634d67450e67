"""docs/notebook.ipynb, run: `python -m docs.notebook` runs it in this interpreter on the graph that
`SHISAKU_STORE` names and writes it with what its cells print; a test runs it, too.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).with_suffix(".ipynb")
_KERNEL = "shisaku"
_SECONDS = 300  # for one cell: that which loads takes some 20


def run(notebook: nbformat.NotebookNode, folder: Path) -> nbformat.NotebookNode:
    """The notebook with its cells' outputs, run from the folder. Raises CellExecutionError where a
    cell fails.
    """
    with _this_interpreter() as kernels:
        client = NotebookClient(
            notebook,
            timeout=_SECONDS,
            kernel_name=_KERNEL,
            resources={"metadata": {"path": str(folder)}},
        )
        client.create_kernel_manager()
        client.km.kernel_spec_manager = kernels
        return client.execute()


@contextmanager
def _this_interpreter() -> Iterator[KernelSpecManager]:
    """A kernel that is this very Python, whatever others are installed."""
    with TemporaryDirectory() as folder:
        spec = Path(folder) / _KERNEL
        spec.mkdir()
        command = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        described = {
            "argv": command,
            "display_name": "Python 3",
            "language": "python",
            "env": {"MPLBACKEND": ""},  # pictures in the notebook, whatever the caller has imported
        }
        (spec / "kernel.json").write_text(json.dumps(described), encoding="utf-8")
        yield KernelSpecManager(kernel_dirs=[folder], ensure_native_kernel=False)


def written(notebook: nbformat.NotebookNode) -> str:
    """The notebook as a file: what a run leaves of times and machines is left out."""
    notebook.metadata = {"language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}
    return nbformat.writes(notebook) + "\n"


if __name__ == "__main__":
    told = run(nbformat.read(NOTEBOOK, as_version=4), NOTEBOOK.parent.parent)
    NOTEBOOK.write_text(written(told), encoding="utf-8")
