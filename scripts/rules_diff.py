"""Which generated people now end differently: `make rules-diff`, or `make rules-diff SINCE=v1`.

The same cases go through the rules of a git commit and through those of the working tree, each
by its own `python -m checker`. Changes nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from scripts import random_cases

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("checker", "site_config", "content/_data")
COMPILE = (
    "from pathlib import Path; from site_config.questionnaire.compiler import compile_data; "
    "compile_data(Path('.'))"
)
SEED = 20261123
SIGN_CASES, PEOPLE = 4000, 2000
EXAMPLES = 3

Json = dict[str, Any]


class RulesDiffError(Exception):
    """What keeps the two from being compared, in one line or a list of issues."""


class Change(NamedTuple):
    """One case that ends differently: its number, both outcomes, and the signs behind them."""

    case: int
    old: str
    new: str
    because: frozenset[str]


class Difference(NamedTuple):
    """What came out of all cases. `lost` are people whose answers can no longer be given."""

    total: int
    lost: int
    changes: list[Change]
    banners: Counter[str]


def main(since: str = "HEAD") -> None:
    """Print how the working tree's rules differ from those of the commit `since`."""
    with tempfile.TemporaryDirectory() as folder:
        export(since, Path(folder))
        print(report(compare(Path(folder), ROOT), since))


def export(since: str, target: Path) -> None:
    """Lay the rules of a commit into the folder `target`."""
    archive = subprocess.run(
        ["git", "archive", "--format=tar", since, *PARTS],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if archive.returncode:
        cause = archive.stderr.decode().strip().split("\n")[-1]
        raise RulesDiffError(f"cannot read the rules of {since!r}: {cause}")
    subprocess.run(["tar", "-x", "-C", str(target)], input=archive.stdout, check=True)


def compare(old: Path, new: Path) -> Difference:
    """Run all cases through the rules in the folders `old` and `new`."""
    before, after = _compiled(old), _compiled(new)
    known = {sign["id"] for sign in after["signs"]}
    signs = [
        {side: [sign for sign in case[side] if sign in known] for side in ("present", "absent")}
        for case in random_cases.corpus(random_cases.signs, SEED, SIGN_CASES, before)
    ]
    people = list(random_cases.corpus(random_cases.person, SEED, PEOPLE, before))
    still = [person for person in people if _can_be_given(person, after)]
    pairs = [
        *zip(_run(old, "assess", signs), _run(new, "assess", signs), strict=True),
        *zip(_evaluated(old, still), _evaluated(new, still), strict=True),
    ]
    changes = [
        Change(number, then["outcome"], now["outcome"], _behind(then) | _behind(now))
        for number, (then, now) in enumerate(pairs)
        if then["outcome"] != now["outcome"]
    ]
    banners = Counter(
        f"+ {b}" for then, now in pairs for b in {*now["banners"]} - {*then["banners"]}
    )
    banners += Counter(
        f"- {b}" for then, now in pairs for b in {*then["banners"]} - {*now["banners"]}
    )
    return Difference(len(pairs), len(people) - len(still), changes, banners)


def _compiled(folder: Path) -> Json:
    """The engine's data of this folder, made anew."""
    done = subprocess.run(
        [sys.executable, "-c", COMPILE], cwd=folder, capture_output=True, text=True, check=False
    )
    if done.returncode:
        issues = done.stderr.partition("IssuesFound: ")[2] or done.stderr
        raise RulesDiffError(f"the words of the check are not sound:\n{issues.strip()}")
    data: Json = json.loads((folder / "checker/data.json").read_text("utf-8"))
    return data


def _behind(answer: Json) -> frozenset[str]:
    return frozenset(reason["sign"] for reason in answer["because"])


def _can_be_given(person: Json, data: Json) -> bool:
    """Whether the form of `data` still has all of these answers."""
    options = {q["id"]: {o["id"] for o in q["options"]} for q in data["questions"]}
    return all(options.get(name, set()) >= {*chosen} for name, chosen in person.items())


def _evaluated(folder: Path, people: list[Json]) -> list[Json]:
    return _run(folder, "evaluate", [{"responses": person} for person in people])


def _run(folder: Path, command: str, inputs: list[Json]) -> list[Json]:
    """The answers of `python -m checker COMMAND --lines` in this folder."""
    done = subprocess.run(
        [sys.executable, "-m", "checker", command, "--lines", "-"],
        cwd=folder,
        input="\n".join(map(json.dumps, inputs)),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        cause = done.stderr.strip().split("\n")[-1]
        raise RulesDiffError(f"the rules cannot decide: {cause}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def report(found: Difference, since: str) -> str:
    """The difference as text: a table from → to, with the examples of the fewest signs."""
    same = found.total - len(found.changes)
    lines = [
        f"{found.total} cases against {since}: {same} end as before, {len(found.changes)} not."
    ]
    if found.lost:
        lines.append(f"{found.lost} people of the form gave answers that no longer exist.")
    kinds = Counter((change.old, change.new) for change in found.changes)
    if kinds:
        lines += ["", "| from | to | cases |", "| --- | --- | ---: |"]
        lines += [f"| {old} | {new} | {count} |" for (old, new), count in kinds.most_common()]
    for kind, _ in kinds.most_common():
        lines += ["", f"{kind[0]} → {kind[1]}, for example:"]
        some = [change for change in found.changes if (change.old, change.new) == kind]
        for change in sorted(some, key=lambda c: len(c.because))[:EXAMPLES]:
            lines.append(f"- case {change.case}: {', '.join(sorted(change.because))}")
    if found.banners:
        lines += ["", "Notes on top of results: "]
        lines += [f"{name} ({count})" for name, count in sorted(found.banners.items())]
    return "\n".join(lines)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:2])
    except RulesDiffError as error:
        sys.exit(f"rules-diff: {error}")
