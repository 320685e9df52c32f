"""From the words that people edit (YAML) to `checker/data.json`, which the engine reads.

Every issue of all files is found before anything is written: a questionnaire with a hole in it
must not reach a visitor.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import ids
from site_config.core import yaml_source
from site_config.core.issues import IssuesFound
from site_config.questionnaire import consistency, instruments, reading_time
from site_config.questionnaire.voices import text
from site_config.settings import shared_data

if TYPE_CHECKING:
    from site_config.core.issues import Issue

VOICED = ("title", "lead", "text", "why", "changes")
VOICED_LISTS = ("meaning", "next_steps", "bring", "text")
SIGN_PARTS = ("id", "section", "polarity", "safety", "alias_of")
"""What the rules and the form know of a sign. A visitor's browser downloads no more."""
SIGN_WORDS = ("text", "source_line", "why")
NAMES = ("signs", "questionnaire", "outcomes", "examples")


def compile_data(root: Path) -> list[Issue]:
    """Check the YAML files under `root`/checker and write the engine's data there.

    Writes only what changed (a writer's live reload watches the folder). Returns the
    warnings about a center's own questionnaires that are left out.
    Raises IssuesFound with everything that is wrong.
    """
    files = [yaml_source.read(root / f"checker/{n}.yml", Path(f"checker/{n}.yml")) for n in NAMES]
    issues = [issue for file in files for issue in file.issues] or consistency.check(*files)
    if issues:
        raise IssuesFound(issues)
    signs, asked, said, examples = (file.data for file in files)
    data = compiled(signs["signs"], asked, said)
    data["review"] = {"reviewer": shared_data.people(root).get("reviewer")}
    data["sources"] = _sources(root, said)
    data["minutes"] = reading_time.minutes(data, examples)
    own, warnings = instruments.load(root)
    if own:
        data["instruments"] = own
    _write(root / "checker/data.json", data)
    _write(root / "checker/examples.json", examples)
    _write(root / "checker/sign_words.json", _parts_of(signs["signs"], SIGN_WORDS))
    return warnings


def compiled(signs: list[Any], asked: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    """The engine's data (shape: `checker/model.py`) from files without issues."""
    emergency = {sign["id"] for sign in signs if sign["safety"] == "emergency"}
    by_id = {q["id"]: q for screen in asked["screens"] for q in screen["questions"]}
    return {
        "version": asked["version"],
        "signs": [{part: sign.get(part) for part in SIGN_PARTS} for sign in signs],
        "screens": [_screen(screen) for screen in asked["screens"]],
        "questions": [
            _question(q, screen, by_id, asked, emergency)
            for screen in asked["screens"]
            for q in screen["questions"]
        ],
        **{part: [_voiced(entry) for entry in said[part]] for part in ids.SAID},
    }


def _parts_of(signs: list[Any], parts: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """These parts of each sign, by its id."""
    return {sign["id"]: {part: sign.get(part) for part in parts} for sign in signs}


def _screen(raw: dict[str, Any]) -> dict[str, Any]:
    questions = [question["id"] for question in raw["questions"]]
    return {
        "id": raw["id"],
        "title": text(raw["title"]),
        "only_for": raw.get("only_for") or [],
        "questions": questions,
    }


def signs_of(question: dict[str, Any]) -> set[str]:
    """Every sign that an option of this question makes present."""
    return {sign for option in question["options"] for sign in option.get("present") or ()}


def _question(
    raw: dict[str, Any],
    screen: dict[str, Any],
    by_id: dict[str, Any],
    asked: dict[str, Any],
    emergency: set[str],
) -> dict[str, Any]:
    options = [_option(option, raw, by_id, emergency) for option in raw["options"]]
    if raw.get("none"):
        options.append(_none(raw, asked))
    if raw.get("decline"):
        options.append(_fixed("rather_not_say", asked["decline"], decline=True))
    return {
        "id": raw["id"],
        "screen": screen["id"],
        "kind": raw["kind"],
        "text": text(raw["text"]),
        "paper": text(raw["paper"]) if raw.get("paper") else None,
        "hint": text(raw["hint"]) if raw.get("hint") else None,
        "shown_if": raw.get("shown_if"),
        "only_for": raw.get("only_for") or screen.get("only_for") or [],
        "options": options,
    }


def _option(
    raw: dict[str, Any], question: dict[str, Any], by_id: dict[str, Any], emergency: set[str]
) -> dict[str, Any]:
    present = list(raw.get("present") or ())
    denied = signs_of(question)
    for other in raw.get("also_no") or ():
        denied |= signs_of(by_id[other])
    return {
        "id": raw["id"],
        "text": text(raw["text"]),
        "paper": text(raw["paper"]) if raw.get("paper") else None,
        **({"paper_heading": text(raw["paper_heading"])} if raw.get("paper_heading") else {}),
        "present": present,
        "absent": sorted(denied - set(present)),
        "exclusive": question["kind"] == "one",
        "decline": False,
        "danger": "emergency" if emergency & set(present) else raw.get("danger"),
    }


def _none(question: dict[str, Any], asked: dict[str, Any]) -> dict[str, Any]:
    """The option "None of these": a no to every sign of the question."""
    none = _fixed("none", asked["none"], absent=sorted(signs_of(question)))
    said = asked.get("none_paper") if question.get("paper") else None
    present = list(question.get("none_present") or ())
    return none | {"paper": text(said) if said else None, "present": present}


def _fixed(
    name: str, words: Any, *, absent: list[str] | None = None, decline: bool = False
) -> dict[str, Any]:
    """One of the two options that every question may have: none, or rather not say."""
    return {
        "id": name,
        "text": text(words),
        "paper": None,
        "present": [],
        "absent": absent or [],
        "exclusive": True,
        "decline": decline,
        "danger": None,
    }


def _voiced(entry: dict[str, Any]) -> dict[str, Any]:
    """An outcome, banner, rule, wish or conflict with each of its texts in all voices."""
    out = {name: value for name, value in entry.items() if value is not None}
    for name, value in out.items():
        if name in VOICED_LISTS and isinstance(value, list):
            out[name] = [_item(item) for item in value]
        elif name in VOICED:
            out[name] = text(value)
        elif name in ("variants", "turn"):
            out[name] = [_voiced(one) for one in value] if name == "variants" else _voiced(value)
        elif name == "unless" and "outcome" in out:  # of a rule: words; elsewhere a list of signs
            out[name] = text(value)
    return out


def _item(raw: Any) -> dict[str, Any]:
    """Words in all voices; beside them, the conditions under which they are said, and lines."""
    if isinstance(raw, dict) and "text" in raw:
        return text(raw["text"]) | {key: value for key, value in raw.items() if key != "text"}
    return text(raw)


def _sources(root: Path, said: dict[str, Any]) -> dict[str, Any]:
    """What is behind the rules: title, publisher, year and address by key.

    A key that is no source is our own choice (`house_rule`) or an issue that the content check
    names.
    """
    known = shared_data.sources(root)
    keys = sorted({rule["source"] for rule in said["rules"]} & set(known))
    return {key: {n: known[key][n] for n in ("title", "publisher", "year", "url")} for key in keys}


def _write(path: Path, data: dict[str, Any]) -> None:
    new = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    if not path.exists() or path.read_text("utf-8") != new:
        whole = path.with_suffix(f".{os.getpid()}.tmp")  # no one may read half of it
        whole.write_text(new, "utf-8")
        whole.replace(path)
