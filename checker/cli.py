"""The command line: `python -m checker assess|evaluate|questions|rules|fhir`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from checker import decision_table, evaluate, fhir
from checker.findings import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ANSWERS: dict[str, Callable[[object], object]] = {
    "assess": evaluate.assess,
    "evaluate": evaluate.evaluate,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. JSON goes to standard output; bad input gives one line and exit code 2."""
    options = _parser().parse_args(arguments)
    try:
        print(_output(options))
    except InputError as error:
        print(f"checker: {error}", file=sys.stderr)
        return 2
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checker", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, shape in (
        ("assess", '{"present": [sign ids], "absent": [sign ids]}'),
        ("evaluate", '{"responses": {question id: [option ids]}}'),
    ):
        command = commands.add_parser(name, help=f"decide on {shape}")
        command.add_argument("file", help="a JSON file, or - for standard input")
        command.add_argument("--lines", action="store_true", help="one case a line, in order")
    commands.add_parser("questions", help="the questionnaire as JSON")
    commands.add_parser("fhir", help="the questionnaire as a FHIR R4 resource")
    commands.add_parser("rules", help="the decision table in Markdown")
    return parser


def _output(options: argparse.Namespace) -> str:
    if options.command == "questions":
        return json.dumps(evaluate.questionnaire(), indent=2, ensure_ascii=False)
    if options.command == "fhir":
        return json.dumps(fhir.questionnaire("me"), indent=1, ensure_ascii=False)
    if options.command == "rules":
        return decision_table.markdown()
    decide, text = ANSWERS[options.command], _read(options.file)
    if options.lines:
        return "\n".join(_each_line(decide, text))
    return _dump(decide(_parse(text)))


def _each_line(decide: Callable[[object], object], text: str) -> list[str]:
    """One answer a line. One bad line refuses the whole input, so that no case is lost unseen."""
    answers = []
    for number, line in enumerate(text.split("\n"), start=1):  # splitlines() knows more line ends
        if not line.strip():
            continue
        try:
            answers.append(_dump(decide(_parse(line))))
        except InputError as error:
            raise InputError(f"line {number}: {error}") from None
    return answers


def _read(name: str) -> str:
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot read {name}: {error}") from None


def _parse(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_no_key_twice)
    except InputError:
        raise
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from None


def _no_key_twice(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object; JSON would silently keep only the last of two equal keys."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise InputError(f"the key {twice[:80]!r} stands twice")
    return found


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
