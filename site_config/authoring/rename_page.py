"""`make rename PAGE=start/court.md TO=start/court-ordered.md`: a page and its translations move.

All edits are computed first and tried on a copy: if anything is in doubt, nothing is written.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from site_config.authoring import moved_links
from site_config.authoring.rename_checks import RenameError, check_names, named_in_code
from site_config.content_model.addresses import address
from site_config.content_model.front_matter import front_matter
from site_config.content_model.mkdocs_settings import SETTINGS
from site_config.content_model.page import Page, page_of, split_front
from site_config.content_model.publication import is_online, moment
from site_config.core.files import visible
from site_config.core.source_text import read_text
from site_config.linter.remembered import Remembered
from site_config.linter.runner import check_site
from site_config.settings import calendar, languages
from site_config.settings.published_addresses import published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_config.core.issues import Issue

_READ_BY_CHECK = ("content", "site_config", "checker", "locale", SETTINGS)
_NAMING_FILES = (
    *(SETTINGS, "content/_data/**/*.yml", "content/*/_data/**/*.yml"),
    *("site_config/allowed.yml", "checker/*.yml", "docs/content-coverage.md"),
)
"""Where a page is named by its file: the menu, search words, lists, exceptions, results."""


@dataclass
class Rename:
    """What a rename does: `texts` has the new text of each file, `moves` its new place."""

    renamed: dict[str, str]
    """Old and new name under content/, for each language the site has a folder of."""
    texts: dict[Path, str] = field(default_factory=dict)
    moves: dict[Path, Path] = field(default_factory=dict)

    def done_in(self, root: Path) -> None:
        """Write all of it below `root`; if that fails halfway, put everything back.

        Raises:
            OSError: a file cannot be written; all are as they were.
        """
        before = {name: (root / name).read_bytes() for name in (*self.texts, *self.moves)}
        try:
            for name, text in self.texts.items():
                (root / name).write_bytes(text.encode())
            for old, new in self.moves.items():
                (root / new).parent.mkdir(parents=True, exist_ok=True)
                (root / old).rename(root / new)
        except OSError:
            for old, new in self.moves.items():
                if not (root / old).exists():
                    (root / new).unlink(missing_ok=True)
            for name, data in before.items():
                (root / name).write_bytes(data)
            raise


def rename(root: Path, old: str, new: str) -> Rename:
    """Give content/`old` the name `new`, whole; return what that changed.

    Raises:
        RenameError: it cannot be done, or the check would find an error after it.
        OSError: a file cannot be written. In both cases nothing has changed.
    """
    plan = plan_rename(root, old, new)
    if errors := new_errors(root, plan):
        listed = "".join(f"\n- {issue}" for issue in errors)
        raise RenameError(f"With the new name, the check would find this:{listed}")
    plan.done_in(root)
    return plan


def plan_rename(root: Path, old: str, new: str) -> Rename:
    """Return all edits that give content/`old` the name `new`, without writing any.

    Raises:
        RenameError: it cannot be done, or it is not certain that it can.
    """
    check_names(root, old, new)
    folders = sorted(languages.folders(root / "content") - {languages.SOURCE})
    tongues = [languages.SOURCE, *folders]
    pairs = {languages.in_language(old, t): languages.in_language(new, t) for t in tongues}
    plan = Rename(pairs)
    for file in visible(root / "content", "*.md"):
        _plan_page(root, file, plan)
    for pattern in _NAMING_FILES:
        for file in sorted(root.glob(pattern)):
            _plan_names(root, file, plan)
    if places := named_in_code(root, old):
        raise RenameError(
            f"The site's own code leads to this page ({', '.join(places)}), so it can't be renamed "
            "by this command. Ask an engineer"
        )
    return plan


def _plan_page(root: Path, file: Path, plan: Rename) -> None:
    name = file.relative_to(root / "content").as_posix()
    path = file.relative_to(root)
    text = _text_of(file, path)
    after = moved_links.with_moved_links(text, name, plan.renamed)
    if line := moved_links.first_broken(text, after, name, plan.renamed):
        raise RenameError(
            f"{path.as_posix()}:{line}: this link can't be rewritten by a program. Write it as "
            "[words](the way to the file), then rename the page"
        )
    if name in plan.renamed:
        plan.moves[path] = Path("content", plan.renamed[name])
        after = _with_earlier_address(root, after, Page(path, name), plan.renamed[name])
    if after != text:
        plan.texts[path] = after


def _plan_names(root: Path, file: Path, plan: Rename) -> None:
    path = file.relative_to(root)
    text = _text_of(file, path)
    names = "|".join(map(re.escape, sorted(plan.renamed, key=len, reverse=True)))
    pattern = rf"(?<![\w/.-])(content/)?({names})(?![\w-])"
    after = re.sub(pattern, lambda at: (at[1] or "") + plan.renamed[at[2]], text)
    if after != text:
        plan.texts[path] = after


def _text_of(file: Path, path: Path) -> str:
    """Return the text with its line ends as they are, without a byte order mark.

    Raises:
        RenameError: it is not UTF-8: who knows which links it has.
    """
    text, issues = read_text(file, path)
    if text is None:
        raise RenameError(str(issues[0]).rstrip("."))
    return file.read_bytes().decode("utf-8-sig")


def _with_earlier_address(root: Path, text: str, page: Page, new: str) -> str:
    """Return the page's text with its old address under `was`, if anyone can have that."""
    end = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    read = page_of(text, page.path, page.name)
    if read.front.issues or not read.meta:
        raise RenameError(f"The lines at the top of {page.path.as_posix()} can't be read. Correct "
                          "them first: make check-content says how")  # fmt: skip
    given = read.meta.get("was")
    earlier = [str(one) for one in given] if isinstance(given, list) else []
    was = [one for one in earlier if address(one) != Page(page.path, new).url]
    if _may_be_known(root, read) and page.url not in map(address, was):
        was.append(page.url)
    if was != earlier:
        text = _with_was(text, read, was)
    return text.replace("\n", end)


def _with_was(text: str, page: Page, was: list[str]) -> str:
    if page.meta.get("was") is not None:  # in any form of YAML: the editor's form is always right
        _front, body = split_front(text)
        return f"---\n{front_matter(page.meta | {'was': was})}---\n\n{body.lstrip()}"
    rows = "".join(f"{row}\n" for row in ("was:", *(f"- {one}" for one in was)))
    closing = [at.start() for at in re.finditer(r"^---[ \t]*$", text, re.MULTILINE)][1]
    return text[:closing] + rows + text[closing:]


def _may_be_known(root: Path, page: Page) -> bool:
    """Return whether somebody can have the page's address: it was online, or is with a release."""
    start = page.meta.get("publish_on")
    if page.url in published(root) or start is None:
        return True
    try:
        return is_online(moment(start), None, calendar.now_at(root))
    except ValueError:  # no day, which holds the page back
        return False


def new_errors(root: Path, plan: Rename) -> list[Issue]:
    """Return the errors that the check would find after the rename and does not find now."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _READ_BY_CHECK:
            if (root / name).is_dir():
                ignored = shutil.ignore_patterns("__pycache__", ".*")
                shutil.copytree(root / name, copy / name, ignore=ignored)
            elif (root / name).is_file():
                shutil.copy2(root / name, copy / name)
        remembered = Remembered()
        before = check_site(copy, remembered=remembered)
        there = {path: text for path, text in plan.texts.items() if (copy / path).exists()}
        replace(plan, texts=there).done_in(copy)
        found = check_site(copy, remembered=remembered)
    known = Counter(_as_renamed(issue, plan) for issue in before)
    fresh = []
    for issue in found:
        key = _as_renamed(issue, plan)
        known[key] -= 1
        if known[key] < 0 and issue.severity == "error":
            fresh.append(issue)
    return fresh


def _as_renamed(issue: Issue, plan: Rename) -> tuple[str, str]:
    """Return where an issue is and its rule, as it is called after the rename."""
    path = PurePosixPath(issue.path.as_posix())
    return str(plan.moves.get(Path(path), path)), issue.rule


def summary(plan: Rename, others: list[str]) -> Iterator[str]:
    """Give the lines that say what has changed, and what is left to do."""
    for old, new in plan.moves.items():
        yield f"{old.as_posix()} is now {new.as_posix()}."
    changed = [path.as_posix() for path in plan.texts if path not in plan.moves]
    yield f"{len(changed)} other files lead to the new name:"
    yield from (f"- {one}" for one in changed)
    if any(re.search(r"^was:", plan.texts.get(old, ""), re.MULTILINE) for old in plan.moves):
        yield "Whoever has the old address is sent to the new one (`was`, at the top of the page)."
    if others:
        yield f"Tell an engineer: {', '.join(others)} still has the old name. No visitor sees that."


def main(arguments: list[str] | None = None) -> int:
    """Rename a page; return 1 and say why on standard error if nothing was changed."""
    parser = argparse.ArgumentParser(prog="make rename", description=main.__doc__)
    parser.add_argument("page")
    parser.add_argument("to")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    root: Path = given.root
    old, new = (_as_name(one) for one in (given.page, given.to))
    try:
        plan = rename(root, old, new)
    except (RenameError, OSError) as error:
        sys.stderr.write(f"{str(error).rstrip('.')}.\nNothing was changed.\n")
        return 1
    others = named_in_code(root, old, ("scripts", "tests", "benchmarks"), exactly=False)
    sys.stdout.writelines(f"{line}\n" for line in summary(plan, others))
    return 0


def _as_name(typed: str) -> str:
    return typed.strip().replace("\\", "/").removeprefix("./").removeprefix("content/").strip("/")


if __name__ == "__main__":
    sys.exit(main())
