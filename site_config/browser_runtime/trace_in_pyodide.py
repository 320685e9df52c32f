"""Runs inside Pyodide: use the check as visitors do, then compile the modules that this loaded.

Byte code is made here, and not by the Python of the machine that builds the site, because
only this Python is sure to read it.
"""

from __future__ import annotations

import json
import marshal
import os
import pkgutil
import sys
from importlib.util import MAGIC_NUMBER
from zipimport import zipimporter

from checker.browser_api import result

LIBRARY = "/lib/python313.zip"
TARGET = "/traced"
# Of a file that is checked by the date of its source; there is no source.
HEADER = MAGIC_NUMBER + bytes(12)


def use_the_check() -> None:
    """Choose every option of every question once, then all at once; then send what is no answer."""
    questions = json.loads(pkgutil.get_data("checker", "data.json") or "")["questions"]
    everything = {}
    for question in questions:
        everything[question["id"]] = [option["id"] for option in question["options"]]
        for option in everything[question["id"]]:
            ask({"responses": {question["id"]: [option]}})
    ask({"responses": {}})
    ask({"responses": everything})
    ask({"responses": {"no such question": ["x"]}})
    for text in ("", "[]", "{"):
        result(text)


def ask(message: dict[str, object]) -> None:
    """Send one message as the page does."""
    result(json.dumps(message))


def used() -> dict[str, list[str]]:
    """Return which modules are loaded: names in the library's archive, and built-in ones."""
    origins = {getattr(module.__spec__, "origin", None) or "" for module in sys.modules.values()}
    start = f"{LIBRARY}/"
    return {
        "library": sorted(o.removeprefix(start) for o in origins if o.startswith(start)),
        "builtin": sorted(sys.modules.keys() & set(sys.builtin_module_names)),
    }


def compile_all(names: list[str]) -> None:
    """Write the modules as byte code without docstrings."""
    library = zipimporter(LIBRARY)
    for name in names:
        source = library.get_data(f"{LIBRARY}/{name}")
        code = compile(source, name, "exec", dont_inherit=True, optimize=2)
        path = f"{TARGET}/{name}c"
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 (pathlib is large)
        with open(path, "wb") as file:  # noqa: PTH123
            file.write(HEADER + marshal.dumps(code))


use_the_check()
traced = used()
compile_all(traced["library"])
traced_modules = json.dumps(traced)
