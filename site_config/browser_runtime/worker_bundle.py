"""The worker's one script: Pyodide's loader, its Emscripten part, and our worker.js.

What the check has no use for is left out on the way (`unused_parts.py`, `trim_wasm.mjs`).
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from rjsmin import jsmin

from site_config.browser_runtime import unused_parts
from site_config.browser_runtime.build_tools import Change, changed, run

LOADER, EMSCRIPTEN, WASM = "pyodide.js", "pyodide.asm.js", "pyodide.asm.wasm"
TRIM = Path(__file__).with_name("trim_wasm.mjs")
CODE = [Path(__file__).with_name(name) for name in ("unused_parts.py", "wasm_file.py")]

# Counted for Pyodide 0.29.5. `import()` would ask our own host, which the policy allows:
# the loader uses it only in Node and for what is already in the bundle. The package loader
# unpacks archives, with a tenth of the standard library behind it; our wheel is read as it is.
IMPORT = r"(?<![\w$.])import\("
FIXED = r'new WebAssembly\.Global\(\{value:"i32",mutable:false\},'
CHANGES = {
    LOADER: [
        Change(IMPORT, "refuse(", 13),
        Change(r"https://cdn\.[^`]*", "memory:/", 1),
        Change(r"\n//# sourceMappingURL=\S*", "", 1),
        # Python's file system reads in the library's bytes as they come, not in a copy.
        Change(r"(FS\.writeFile\(`/lib/python\$\{i\}\$\{a\}\.zip`,r)\)", r"\1,{canOwn:true})", 1),
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
        # Not changed: the addresses that unused_parts.py counts on.
        Change(rf"__memory_base={FIXED}{unused_parts.MEMORY_BASE}\)", r"\g<0>", 1),
        Change(rf"__table_base={FIXED}{unused_parts.TABLE_BASE}\)", r"\g<0>", 1),
        Change(r"registerPostMainLoop\(\(\)=>SDL\.[^;]*;", "", 1),
    ],
}


def core(root: Path, pyodide: Path, cache: Path) -> Path:
    """Return a folder with `pyodide.js`, `pyodide.asm.js` and `pyodide.asm.wasm`, trimmed.

    It takes a while and changes only with Pyodide or with this code, so it is kept in `cache`.

    Raises:
        IssuesFound: a script of Pyodide has changed since CHANGES was written, or a tool failed.
    """
    texts = _texts(pyodide)
    outside = texts[LOADER] + (root / "checker/browser/runtime/worker.js").read_text("utf-8")
    key = hashlib.sha256((pyodide / WASM).read_bytes())
    key.update("".join([*texts.values(), outside]).encode())
    for path in (TRIM, unused_parts.PARTS, unused_parts.RELOCATE, *CODE):
        key.update(path.read_bytes())
    kept = cache / key.hexdigest()[:16]
    if not kept.is_dir():
        draft = cache / f"{kept.name}.draft"
        shutil.rmtree(draft, ignore_errors=True)
        _trim(pyodide, texts, outside, draft)
        draft.rename(kept)
    return kept


def untouched(pyodide: Path, target: Path) -> Path:
    """Return a folder with all of Pyodide's Python, under the scripts that a build changes."""
    target.mkdir(parents=True)
    for name, text in _texts(pyodide).items():
        (target / name).write_text(text, "utf-8")
    shutil.copyfile(pyodide / WASM, target / WASM)
    return target


def _texts(pyodide: Path) -> dict[str, str]:
    return {
        name: changed(pyodide / name, (pyodide / name).read_text("utf-8"), CHANGES[name])
        for name in CHANGES
    }


def _trim(pyodide: Path, texts: dict[str, str], outside: str, target: Path) -> None:
    given = target.resolve() / "given"
    given.mkdir(parents=True)
    for name, text in {**texts, "outside.js": outside}.items():
        (given / name).write_text(text, "utf-8")
    (given / WASM).write_bytes(unused_parts.remove(pyodide / WASM, given))
    modules = pyodide.parent.resolve()
    files = (given / EMSCRIPTEN, given / WASM, given / "outside.js", given.parent)
    fix = "Run `make setup` again: binaryen and typescript are needed"
    run(["node", TRIM, modules, *files], folder=given.parent, fix=fix)
    shutil.copyfile(given / LOADER, target / LOADER)
    shutil.rmtree(given)


def worker(root: Path, core: Path) -> bytes:
    """Return the script of the worker.

    One function around all of it: nothing but Pyodide's own global is reachable by name, and
    `loadPyodide` finds `_createPyodideModule` there and so loads no script itself.
    """
    parts = [(core / name).read_text("utf-8") for name in (LOADER, EMSCRIPTEN)]
    parts.append(jsmin((root / "checker/browser/runtime/worker.js").read_text("utf-8")))
    return "\n".join(["(function () {", *parts, "})();", ""]).encode()
