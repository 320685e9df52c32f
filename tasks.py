"""The tasks of the Makefile on any computer, also where there is no `make`: python tasks.py serve.

The Makefile is the one list of tasks. This reads it: rules with what they need, variables, and the
few functions that its recipes use. A recipe that it cannot read fails its test.
Standard library only, because this runs before anything is installed.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST = (3, 12)
PYTHON = ".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python"
_RULE = re.compile(r"([a-z][\w-]*):(?!=)([^#]*)(?:## (.*))?")
_SET = re.compile(r"(?:export )?(\w[\w-]*) *([:?]?=) *(.*)")
_ENV = re.compile(r"(\w+)=(.*)", re.DOTALL)


class TaskError(Exception):
    """A task that does not exist, failed, or cannot be read; the text says what to do."""


@dataclass
class Task:
    """A rule of the Makefile: what it needs first, and its commands."""

    needs: str
    about: str
    recipe: list[str] = field(default_factory=list)


class Makefile:
    """Its tasks and variables; `given` are those on the command line, which win."""

    def __init__(self, text: str, given: dict[str, str]) -> None:
        self.tasks: dict[str, Task] = {}
        self.exported: set[str] = set()
        self._given = given
        self._own: dict[str, str] = {}
        task = None
        for line in text.replace("\\\n", " ").splitlines():
            if line.startswith("\t") and task:
                task.recipe.append(line.strip().removeprefix("@"))
            elif found := _RULE.fullmatch(line):
                task = self.tasks[found[1]] = Task(found[2], found[3] or "")
            elif found := _SET.fullmatch(line):
                self.exported |= {found[1]} if line.startswith("export ") else set()
                if found[2] != "?=" or found[1] not in os.environ:
                    self._own[found[1]] = found[3]

    def plan(self, name: str, done: set[str] | None = None) -> list[str]:
        """Return the commands of a task, those of what it needs first, each task once.

        Raises:
            TaskError: there is no such task, or the Makefile has something that this cannot read.
        """
        done = set() if done is None else done
        if name in done:
            return []
        if name not in self.tasks:
            raise TaskError(f"There is no task “{name}”. python tasks.py lists all.")
        done.add(name)
        task = self.tasks[name]
        before = [line for one in self.expand(task.needs).split() for line in self.plan(one, done)]
        return before + [self.expand(line) for line in task.recipe]

    def value(self, name: str) -> str:
        """Return a variable as a recipe gets it, "" if it is not set."""
        if name in self._given or name not in self._own:
            return self._given.get(name, os.environ.get(name, ""))
        return self.expand(self._own[name])

    def expand(self, text: str) -> str:
        """Return `text` with each `$(…)` in it replaced."""
        parts, at = [], 0
        while (start := text.find("$", at)) >= 0:
            parts.append(text[at:start])
            if text[start + 1] == "$":
                parts.append("$")
                at = start + 2
            else:
                at = _closing(text, start + 2)
                parts.append(self._call(text[start + 2 : at - 1]))
        return "".join([*parts, text[at:]])

    def _call(self, inside: str) -> str:
        name, _, rest = inside.partition(" ")
        if not rest:
            return self.value(name)
        parts = [part.strip() for part in _arguments(rest)]
        if name == "or":
            return next(filter(None, map(self.expand, parts)), "")
        if name == "if":
            chosen = 1 if self.expand(parts[0]) else 2
            return self.expand(parts[chosen]) if chosen < len(parts) else ""
        if name == "filter":
            wanted = self.expand(parts[0]).split()
            return " ".join(word for word in self.expand(parts[1]).split() if word in wanted)
        if name == "call" and parts[0] == "as-typed":
            return shlex.quote(self.value(parts[1]))
        raise TaskError(f"tasks.py cannot read $({inside}) in the Makefile.")


def _closing(text: str, start: int) -> int:
    """Return the place after the bracket that closes the one before `start`."""
    depth = 1
    for place in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    raise TaskError(f"A bracket is not closed in the Makefile: {text}")


def _arguments(text: str) -> list[str]:
    """Split at the commas that are not inside brackets."""
    parts, depth = [""], 0
    for letter in text:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def commands(line: str) -> list[list[str]]:
    """Return the commands of an expanded recipe, each in words; `&&` stands between them.

    Raises:
        TaskError: it needs a shell.
    """
    reader = shlex.shlex(line, posix=True, punctuation_chars="&|;<>")
    reader.whitespace_split = True
    found: list[list[str]] = [[]]
    for word in reader:
        if word == "&&":
            found.append([])
        elif word and set(word) <= set("&|;<>"):
            raise TaskError(f"tasks.py cannot run “{line}”: only && may stand between commands.")
        else:
            found[-1].append(word)
    return found


def run(command: list[str], exported: dict[str, str]) -> int:
    """Run one command of a recipe; return its exit code."""
    environment = os.environ | exported
    while command and (found := _ENV.fullmatch(command[0])):
        environment[found[1]] = found[2]
        command = command[1:]
    if command[0] == "scripts/setup.sh":
        return set_up(command[1], environment)
    if command[:2] == ["rm", "-rf"]:
        for name in command[2:]:
            shutil.rmtree(ROOT / name, ignore_errors=True)
        return 0
    program = PYTHON if command[0] == ".venv/bin/python" else command[0]
    if "/" in program:
        program = str(ROOT / program)
    words = [shutil.which(program) or program, *command[1:]]  # on Windows, tsc is tsc.cmd
    return subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode


def set_up(what: str, environment: dict[str, str]) -> int:
    """Do what scripts/setup.sh does, with the Python that runs this."""
    if not (ROOT / PYTHON).exists():
        if sys.version_info < OLDEST:
            raise TaskError("Python 3.12 or newer is needed: install 3.13 from python.org.")
        subprocess.run([sys.executable, "-m", "venv", ".venv"], cwd=ROOT, check=True)
    words = [str(ROOT / PYTHON), "-m", "scripts.setup", what]
    return subprocess.run(words, cwd=ROOT, env=environment, check=False).returncode


def main(arguments: list[str]) -> int:
    """Do the tasks that are named, with NAME=VALUE as `make` takes it; without any, list all."""
    given = {found[1]: found[2] for one in arguments if (found := _ENV.fullmatch(one))}
    names = [one for one in arguments if not _ENV.fullmatch(one)]
    makefile = Makefile((ROOT / "Makefile").read_text("utf-8"), given)
    exported = {name: makefile.value(name) for name in makefile.exported} | given
    try:
        if not names or names == ["help"]:
            for name, task in makefile.tasks.items():
                print(f"{name:14} {task.about}")  # noqa: T201 (a command's output)
            return 0
        done: set[str] = set()
        for line in [line for name in names for line in makefile.plan(name, done)]:
            for command in commands(line):
                if code := run(command, exported):
                    return code
    except TaskError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
