"""Pages that do the same as ours with other tools, laid out below one folder."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.articles import bare_site

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = Path(__file__).with_name("node_modules")
PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
HEAD = (
    '<!doctype html><html lang="en"><meta charset="utf-8">'
    '<link rel="icon" href="data:,"><title>x</title>'
)

STOCK = (
    HEAD
    + """
<button id="start">Start</button>
<script type="module">
  document.getElementById('start').onclick = () => {
    const worker = new Worker('worker.js', { type: 'module' });
    worker.onmessage = () => { document.documentElement.dataset.ready = ''; };
  };
</script>
"""
)

# As Pyodide's own guide does it: a module worker, the library as it comes, a wheel unpacked.
STOCK_WORKER = """
import { loadPyodide } from '../pyodide/pyodide.mjs';
const wheel = fetch('../checker.whl').then((response) => response.arrayBuffer());
const python = await loadPyodide({ indexURL: '../pyodide/' });
python.unpackArchive(await wheel, 'wheel');
python.pyimport('checker.browser_api').result('{"responses": {}}');
postMessage('ready');
"""

PYSCRIPT = (
    HEAD
    + """
<script type="module" src="pyscript/core.js"></script>
<script type="py" config='{
  "interpreter": "/peers/pyodide/pyodide.mjs",
  "files": {"/peers/checker.whl": "./checker.whl"}
}'>
import sys
sys.path.append("./checker.whl")
from checker.browser_api import result
result('{"responses": {}}')
from pyscript import document
document.documentElement.setAttribute("data-ready", "")
</script>
"""
)

SURVEY = (
    HEAD
    + """
<link rel="stylesheet" href="survey/survey-core.min.css">
<div id="survey"></div>
<script src="survey/survey.core.min.js"></script>
<script src="survey/survey-js-ui.min.js"></script>
<script type="application/json" id="model">MODEL</script>
<script>
  const model = new Survey.Model(JSON.parse(document.getElementById('model').textContent));
  model.render(document.getElementById('survey'));
</script>
"""
)


def lay_out(site: Path, wheel: Path, work: Path) -> Path:
    """Put our site, the peers' pages and a bare Material site below `work/served`.

    `wheel` is ours: all of them run the same check.
    """
    served = work / "served"
    shutil.copytree(site, served, ignore=shutil.ignore_patterns("*.br", "*.gz"))
    peers = served / "peers"
    (peers / "stock").mkdir(parents=True)
    (peers / "pyodide").mkdir()
    for name in PYODIDE:
        shutil.copy(PACKAGES / "pyodide" / name, peers / "pyodide")
    shutil.copy(wheel, peers / "checker.whl")
    shutil.copytree(
        PACKAGES / "@pyscript/core/dist", peers / "pyscript", ignore=shutil.ignore_patterns("*.map")
    )
    (peers / "survey").mkdir()
    for name in (
        "survey-core/survey-core.min.css",
        "survey-core/survey.core.min.js",
        "survey-js-ui/survey-js-ui.min.js",
    ):
        shutil.copy(PACKAGES / name, peers / "survey")
    model = json.dumps(survey_model()).replace("<", "\\u003c")
    pages = {
        "stock/index.html": STOCK,
        "stock/worker.js": STOCK_WORKER,
        "pyscript.html": PYSCRIPT,
        "survey.html": SURVEY.replace("MODEL", model),
    }
    for name, text in pages.items():
        (peers / name).write_text(text, "utf-8")
    _build_bare(work / "bare", served / "bare")
    return served


def _build_bare(folder: Path, target: Path) -> None:
    bare_site(folder, 0)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(target)]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def survey_model() -> dict[str, object]:
    """Our questionnaire as SurveyJS reads it."""
    data = json.loads((ROOT / "checker/data.json").read_text("utf-8"))
    pages = [
        {
            "name": screen["id"],
            "title": screen["title"]["me"],
            "elements": [_element(q) for q in data["questions"] if q["screen"] == screen["id"]],
        }
        for screen in data["screens"]
    ]
    return {"pages": pages, "showProgressBar": True}


def _element(question: dict[str, Any]) -> dict[str, object]:
    element = {
        "type": "radiogroup" if question["kind"] == "one" else "checkbox",
        "name": question["id"],
        "title": question["text"]["me"],
        "choices": [{"value": o["id"], "text": o["text"]["me"]} for o in question["options"]],
    }
    if shown := question["shown_if"]:
        element["visibleIf"] = f"{{{shown['question']}}} anyof {json.dumps(shown['options'])}"
    return element
