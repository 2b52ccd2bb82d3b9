"""A notebook of ours through nbclient, and through nbconvert --execute."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from driver import main

SAMPLE = pathlib.Path(__file__).parent / "sample.ipynb"


def nbclient_runs_it():
    notebook = nbformat.read(SAMPLE, as_version=4)
    NotebookClient(notebook, timeout=120).execute()
    cells = {cell["id"]: cell for cell in notebook.cells}
    assert cells["print"].outputs[0]["text"] == "printed 𝛿\n", cells["print"]
    assert cells["value"].outputs[0]["data"]["text/plain"] == "5", cells["value"]
    assert cells["raise"].outputs[0]["ename"] == "ArgumentException", cells["raise"]
    assert cells["after"].outputs[0]["data"]["text/plain"] == "6", cells["after"]
    assert [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"] == [1, 2, 3, 4, 5]
    assert notebook.metadata.language_info["name"] == "C#", notebook.metadata
    nbformat.validate(notebook)


def nbclient_stops_at_an_error():
    notebook = nbformat.read(SAMPLE, as_version=4)
    notebook.cells[4].metadata.tags = []
    try:
        NotebookClient(notebook, timeout=120).execute()
    except CellExecutionError as error:
        assert "expected here" in str(error), error
        assert notebook.cells[5].execution_count is None
    else:
        raise AssertionError("it went on")


def nbconvert_executes_it():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "html", "--output-dir", folder, str(SAMPLE)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        html = (pathlib.Path(folder) / "sample.html").read_text(encoding="utf-8")
        assert "printed 𝛿" in html and "expected here" in html
        command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "notebook", "--output-dir", folder, str(SAMPLE)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        saved = json.loads((pathlib.Path(folder) / "sample.ipynb").read_text(encoding="utf-8"))
        assert saved["cells"][5]["outputs"][0]["data"]["text/plain"] in ("6", ["6"]), saved["cells"][5]


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    main([nbclient_runs_it, nbclient_stops_at_an_error, nbconvert_executes_it])
