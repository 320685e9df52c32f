"""`make new LANGUAGE=es PAGE=cost/denied.md`: a page's copy to translate, kept back until then."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from pathlib import Path

from site_config.content_model.mkdocs_settings import left_out
from site_config.content_model.page import split_front
from site_config.core.source_text import read_text
from site_config.core.validation import suggestion
from site_config.settings import calendar, center, languages

_WAIT = dt.timedelta(days=60)
_NOTE = (
    "<!-- Translate every sentence below, and the title and description above. Leave as they are: "
    "[@sources], addresses in round brackets, and other comments. Then take out publish_on. -->"
)

_ENGLISH_ONLY = ("publish_on", "reviewed_by", "was", "quick_exit")
"""Who reviewed the English, where it once was, and what its translations have from it anyway."""


def new_translation(root: Path, language: str, page: str, today: dt.date) -> Path:
    """Copy content/`page` into the folder of `language`; return the copy's path.

    Raises:
        ValueError: there is no such page, or the language is none that the center lists.
        FileExistsError: it is translated already, or was begun; it is left as it is.
    """
    if not re.fullmatch(r"[a-z]{2}", language) or language == languages.SOURCE:
        problem = (
            f"“{language}” is no language to translate into." if language else "Which language?"
        )
        raise ValueError(f"{problem} Write two letters, as in make new LANGUAGE=es PAGE={page}")
    if language not in (listed := _listed(root)):
        wanted = ", ".join([*listed, language])
        raise ValueError(
            f"“{language}” isn't among the site's languages, so nobody would see the page. If it "
            f"is to be one, write into {center.NAME} first: languages: [{wanted}]"
        )
    name = page.replace("\\", "/").removeprefix("content/").strip("/")
    source = root / "content" / name
    if not source.is_file() or source.suffix != ".md":
        known = [one.relative_to(root / "content").as_posix() for one in _pages(root)]
        raise ValueError(f"There is no page content/{name}{suggestion(name, known)}")
    if left_out(root).match_file(name):
        raise ValueError(f"content/{name} isn't on the site, so it needs no translation")
    text, issues = read_text(source, source.relative_to(root))
    if text is None:
        raise ValueError(str(issues[0]).rstrip("."))
    front, body = split_front(text)
    head = "\n".join([*_kept(front or ""), f"publish_on: {today + _WAIT}"])
    target = root / "content" / languages.in_language(name, language)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8") as file:
        file.write(f"---\n{head}\n---\n\n{_NOTE}\n\n{body.lstrip()}")
    return target


def _listed(root: Path) -> list[str]:
    return center.read(root)[0].languages


def _kept(front: str) -> list[str]:
    """Return the lines at the top that a translation has too, with those that belong to them."""
    kept, keeps = [], True
    for row in front.strip("\n").split("\n"):
        if row[:1].isalpha():
            keeps = row.partition(":")[0] not in _ENGLISH_ONLY
        if keeps:
            kept.append(row)
    return kept


def _pages(root: Path) -> list[Path]:
    return sorted((root / "content").rglob("*.md"))


def main(arguments: list[str] | None = None) -> int:
    """Make the copy; return 1 and say why on standard error if that cannot be."""
    parser = argparse.ArgumentParser(prog="make new", description=main.__doc__)
    parser.add_argument("language")
    parser.add_argument("page")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    today = calendar.today_at(given.root)
    try:
        path = new_translation(given.root, given.language, given.page, today)
    except FileExistsError as error:
        name = Path(error.filename).relative_to(given.root)
        sys.stderr.write(f"{name} is there already. Go on in that file.\n")
        return 1
    except ValueError as error:
        sys.stderr.write(f"{error}.\n")
        return 1
    sys.stdout.write(
        f"{path.relative_to(given.root)} is ready to be translated. Until publish_on is taken "
        "out, visitors are led to the English page.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
