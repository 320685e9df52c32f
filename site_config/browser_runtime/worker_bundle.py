"""The worker's one script: Pyodide's loader, its Emscripten part, and our worker.js.

What the check has no use for is left out on the way (`trim_wasm.mjs`).
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from site_config.browser_runtime.build_tools import Change, changed, run

LOADER, EMSCRIPTEN, WASM = "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm"
TRIM = Path(__file__).with_name("trim_wasm.mjs")

# Counted for Pyodide 0.29.5. `import()` would ask our own host, which the policy allows:
# the loader uses it only in Node and for what is already in the bundle. The package loader
# unpacks archives, with a tenth of the standard library behind it; our wheel is read as it is.
IMPORT = r"(?<![\w$.])import\("
CHANGES = {
    LOADER: [
        Change(IMPORT, "refuse(", 13),
        Change(r"https://cdn\.[^`]*", "memory:/", 1),
        Change(r"\n//# sourceMappingURL=\S*", "", 1),
    ],
    EMSCRIPTEN: [
        Change(IMPORT, "refuse(", 11),
        Change(r'API\.package_loader=o\("pyodide\._package_loader"\),', "", 1),
        Change(
            r"API\.sitepackages=API\.package_loader\.SITE_PACKAGES\.__str__\(\),"
            r"API\.dsodir=API\.package_loader\.DSO_DIR\.__str__\(\)",
            'API.sitepackages="/lib/python3.13/site-packages",API.dsodir="/usr/lib"',
            1,
        ),
        Change(r",API\.package_loader\.init_loaded_packages\(\)", "", 1),
        Change(r"registerPostMainLoop\(\(\)=>SDL\.[^;]*;", "", 1),
    ],
}


def core(root: Path, pyodide: Path, cache: Path) -> Path:
    """Return a folder with `pyodide.js`, `pyodide.asm.js` and `pyodide.asm.wasm`, trimmed.

    It takes a while and changes only with Pyodide or with this code, so it is kept in `cache`.

    Raises:
        IssuesFound: a script of Pyodide has changed since CHANGES was written, or a tool failed.
    """
    texts = {
        name: changed(pyodide / name, (pyodide / name).read_text("utf-8"), CHANGES[name])
        for name in CHANGES
    }
    outside = texts[LOADER] + (root / "checker/browser/runtime/worker.js").read_text("utf-8")
    parts = (*texts.values(), outside, TRIM.read_text("utf-8"))
    key = hashlib.sha256("".join(parts).encode() + (pyodide / WASM).read_bytes()).hexdigest()
    kept = cache / key[:16]
    if not kept.is_dir():
        draft = cache / f"{key[:16]}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        _trim(pyodide, texts, outside, draft)
        draft.rename(kept)
    return kept


def _trim(pyodide: Path, texts: dict[str, str], outside: str, target: Path) -> None:
    target.mkdir(parents=True)
    target = target.resolve()
    given = target / "given"
    given.mkdir()
    for name, text in {**texts, "outside.js": outside}.items():
        (given / name).write_text(text, "utf-8")
    modules = pyodide.parent.resolve()
    files = (given / EMSCRIPTEN, pyodide.resolve() / WASM, given / "outside.js", target)
    fix = "Run `make setup` again: binaryen and typescript are needed"
    run(["node", TRIM, modules, *files], folder=target, fix=fix)
    shutil.copyfile(given / LOADER, target / LOADER)
    shutil.rmtree(given)


def worker(root: Path, core: Path) -> bytes:
    """Return the script of the worker.

    One function around all of it: nothing but Pyodide's own global is reachable by name, and
    `loadPyodide` finds `_createPyodideModule` there and so loads no script itself.
    """
    parts = [(core / name).read_text("utf-8") for name in (LOADER, EMSCRIPTEN)]
    parts.append((root / "checker/browser/runtime/worker.js").read_text("utf-8"))
    return "\n".join(["(function () {", *parts, "})();", ""]).encode()
