"""Runs inside Pyodide: use the check as visitors do, then pack the modules that this loaded.

Byte code is made here, and not by the Python of the machine that builds the site, because
only this Python is sure to read it.
"""

from __future__ import annotations

import json
import marshal
import pkgutil
import sys
from importlib.util import MAGIC_NUMBER

from checker.browser_api import result

LIBRARY = "/lib/python313.zip"
DATE = (2020, 1, 1, 0, 0, 0)
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


def used() -> list[str]:
    """Return the names, inside the library's archive, of the modules that are loaded."""
    origins = {getattr(module.__spec__, "origin", None) or "" for module in sys.modules.values()}
    start = f"{LIBRARY}/"
    return sorted(origin.removeprefix(start) for origin in origins if origin.startswith(start))


def pack(names: list[str]) -> None:
    """Write the modules as byte code without docstrings, stored, in order, with one date."""
    import zipfile  # noqa: PLC0415 (not before `used` has looked: only this script needs it)

    with zipfile.ZipFile(LIBRARY) as library, zipfile.ZipFile("/stdlib.zip", "w") as packed:
        for name in names:
            code = compile(library.read(name), name, "exec", dont_inherit=True, optimize=2)
            packed.writestr(zipfile.ZipInfo(f"{name}c", DATE), HEADER + marshal.dumps(code))


use_the_check()
pack(used())
