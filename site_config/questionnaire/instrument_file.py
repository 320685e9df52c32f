"""Reads NAME.fhir.json with the line of each part, and checks it by FHIR's own JSON schema."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_config.core import yaml_source
from site_config.core.issues import Issue
from site_config.core.source_text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.core.yaml_source import Located

SCHEMA = Path(__file__).with_name("fhir_schema.mjs")
PASSED = ".cache/fhir-valid"
"""Hashes of files that the schema found nothing wrong in: it takes seconds to load."""

_STEP = re.compile(r"\[(\d+)\]|\['([^']+)'\]|\.?([\w-]+)")
_FIXES = {
    "enum": "Use one of: {allowed}",
    "required": "Add it: FHIR R4 asks for it here",
    "additionalProperties": "Correct the name, or delete it: FHIR R4 has no such element here",
    "type": "Write it as FHIR R4 has it: a text in quotes, a number or true without",
}


def read(file: Path, path: Path, root: Path) -> tuple[dict[str, Any], Located, list[Issue]]:
    """Return the resource, where its parts stand, and the issues; `path` is named in these."""
    text, issues = read_text(file, path)
    if text is None:
        return {}, yaml_source.Located(), issues
    try:
        data = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        what = f"The file isn't JSON: {getattr(error, 'msg', error)}"
        fix = "Compare this line and the one before with a file that works"
        return {}, yaml_source.Located(), [*issues, Issue(path, line, what, fix)]
    # JSON is YAML but for tabs, which can only stand between its parts.
    located = yaml_source.load(text.replace("\t", " "), path)
    twice = [issue for issue in located.issues if "twice" in issue.what]
    if not isinstance(data, dict) or data.get("resourceType") != "Questionnaire":
        fix = "Save the Questionnaire itself, not a Bundle around it"
        found = Issue(path, 1, "This isn't a FHIR Questionnaire", fix)
        return {}, located, [*issues, *twice, found]
    return data, located, [*issues, *twice, *_schema_issues(text, located, path, root)]


def _schema_issues(text: str, located: Located, path: Path, root: Path) -> list[Issue]:
    stamp = root / PASSED / hashlib.sha256(text.encode()).hexdigest()
    if stamp.exists():
        return []
    done = subprocess.run(
        ["node", str(SCHEMA)], input=text, cwd=root, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if "Error" in line]
        what = f"FHIR's JSON schema could not be asked: {(lines or ['no output'])[0][:200]}"
        return [Issue(path, 1, what, "Run `make setup` again")]
    errors = json.loads(done.stdout)
    if not errors:
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.touch()
    return sorted({_issue(error, located, path) for error in errors})


def _issue(error: dict[str, Any], located: Located, path: Path) -> Issue:
    key, params = tuple(_key(error["dataPath"])), error["params"]
    name = params.get("missingProperty") or params.get("additionalProperty")
    where = (*key, name) if name else key
    what = f"FHIR R4: {'.'.join(str(one) for one in where) or 'the file'} {error['message']}"
    if error["keyword"] == "additionalProperties":
        what = f"FHIR R4: “{name}” is not an element of this part"
    allowed = ", ".join(map(str, params.get("allowedValues", ())))
    fix = _FIXES.get(error["keyword"], "Write it as FHIR R4 has it").format(allowed=allowed)
    return Issue(path, located.line(*where), what, fix)


def _key(data_path: str) -> Iterator[str | int]:
    """Give the steps of a path such as `.item[0].answerOption[1]`."""
    for found in _STEP.finditer(data_path):
        yield int(found[1]) if found[1] else found[2] or found[3]
