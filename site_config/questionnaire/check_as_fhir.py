"""The self-check itself as a FHIR Questionnaire, for programs that can render one."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from site_config.questionnaire.instrument_texts import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    type Translators = Mapping[str, Callable[[str], str]]

ADDRESS = "self-check/questionnaire.fhir.json"
"""Where the built site has it."""

SPOKEN = ("title", "text", "display")
"""The elements that people read."""


def write(target: Path, root: Path, translators: Translators | None = None) -> None:
    """Write the resource into the built site; `translators` give the words of other languages.

    Made in a new process, because the engine reads its data on import.
    """
    command = [sys.executable, "-m", "checker", "fhir"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    resource = with_translations(json.loads(done.stdout), translators or {})
    file = target / ADDRESS
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(resource, indent=1, ensure_ascii=False) + "\n", "utf-8")


def with_translations(part: Any, translators: Translators) -> Any:
    """Return the resource with a translation of all that people read, by FHIR's extension.

    Codings within conditions are left as they are: nobody reads them.
    """
    if isinstance(part, list):
        return [with_translations(one, translators) for one in part]
    if not isinstance(part, dict):
        return part
    found = {
        name: value if name == "enableWhen" else with_translations(value, translators)
        for name, value in part.items()
    }
    for name in SPOKEN:
        if isinstance(found.get(name), str):
            said = {language: get(found[name]) for language, get in translators.items()}
            found = translated(found, name, said)
    return found
