"""`make new TITLE="…" SECTION=…`: a draft that passes the checks and is kept back until written.

With `FROM=file.docx` the draft is what stands in that Word file.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from pathlib import Path

from site_config.authoring import word_import
from site_config.authoring.word_xml import WordError
from site_config.content_model.addresses import file_name
from site_config.content_model.front_matter import front_matter
from site_config.content_model.menu import entries, menu_line
from site_config.content_model.mkdocs_settings import SETTINGS, settings
from site_config.content_model.normalization import plain
from site_config.content_model.page import read_page
from site_config.core.validation import suggestion
from site_config.settings import calendar, languages

SECTIONS = ("iop", "right-for-me", "family", "cost", "start", "about", "updates")

_WAIT = dt.timedelta(days=60)
_UNTIL_REVIEW = dt.timedelta(days=182)
PICTURES = "content/assets/pictures"
_DRAFT = """\
---
{front}---

# {heading}

{body}"""
_PRIVATE = re.compile(
    r"((?:A comment by|Hidden|Words at the|White|A link to a file)\b.*? left out"
    r"|A change by .*? left out \(removed\)|A change by .*? removed (?:a table's \w+|the end of a "
    r"paragraph)|A change by .*? and removed(?= “)):?.*",
    re.DOTALL,
)
BODY = """\
TODO: answer the title's question here, in two or three sentences.

## TODO: the first thing a reader wants to know next

TODO: short sentences. After a figure, name its source like this, with a key from
content/_data/sources.yml that you add at the top, under `sources`: `[@key]`

## Next step

TODO: one thing to do now, with a link.
"""


def new_article(root: Path, title: str, section: str, today: dt.date, body: str = BODY) -> Path:
    """Write a draft called `title` into content/`section`/ and the menu, and return its path.

    Raises:
        ValueError: the title is too short or long, has nothing to make a file name of, or is that
            of another page.
        FileExistsError: there is such a page already; it is left as it is.
    """
    title = " ".join(title.split())
    if not 3 <= len(title) <= 70:  # noqa: PLR2004 (as in schema.Article)
        raise ValueError(f"A title has 3 to 70 characters; this one has {len(title)}")
    if not file_name(title):
        raise ValueError(f"“{title}” has no letters that a file name could use")
    name = page_name(title, section, today)
    if (same := _page_titled(root, title)) and same != name:
        raise ValueError(f"The page content/{same} has that title already. Choose another one")
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(_draft(title, section, today, body))
    add_to_menu(root, title, name)
    return path


def _page_titled(root: Path, title: str) -> str | None:
    """Return the English page that is called so: people tell pages apart by it in a search."""
    content, wanted = root / "content", _as_compared(title)
    others = languages.folders(content)
    for file in sorted(content.rglob("*.md")):
        name = file.relative_to(content).as_posix()
        if languages.language_of(name, others) == languages.SOURCE:
            found = read_page(file, file, name).meta.get("title")
            if found and _as_compared(str(found)) == wanted:
                return name
    return None


def _as_compared(title: str) -> str:
    return plain(title).casefold().strip(" .?!…")


def from_word(
    root: Path, file: Path, title: str, section: str, today: dt.date
) -> tuple[Path, list[str]]:
    """Make a draft of a Word file, with its pictures; return its path and what to look at.

    Raises:
        WordError: the file cannot be read, or has no title and none is given.
        ValueError, FileExistsError: as `new_article`; no picture is written then.
    """
    way = f"../{PICTURES.removeprefix('content/')}/"
    stem = file_name(title) or "page"  # never the Word file's name: it may be a client's
    found = word_import.read(file, f"{section}-{today}-{stem}", way, seek_title=not title)
    if not title and not found.title:  # never the file's name: it may be a client's
        raise WordError(
            "This Word document doesn't begin with a title. Choose one, and write: "
            f'make new TITLE="Your title" SECTION={section} FROM="{file}"'
        )
    if found.pictures and not title:  # the title is known only now
        stem = file_name(found.title) or "page"
        found = word_import.read(file, f"{section}-{today}-{stem}", way, seek_title=True)
    body = found.body + _remembered(found.notes)
    path = new_article(root, title or found.title, section, today, body)
    folder = root / PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in found.pictures.items():
        (folder / name).write_bytes(content)
    return path, found.notes


def _remembered(notes: list[str]) -> str:
    """Return the notes as comments below the draft, for the terminal shows them once.

    Words of comments and hidden text are left out: they may be about a client, and a draft is kept
    in Git for ever.
    """
    lines = []
    for note in notes:
        kept = _PRIVATE.sub(r"\1. It is in the Word file", note)
        kept = re.sub(r"-{2,}|[<>]", "-", " ".join(kept.split()))
        lines.append(f"<!-- From the Word file, look at this: {kept} -->\n")
    return "\n" + "\n".join(lines) if lines else ""


def add_to_menu(root: Path, title: str, name: str) -> bool:
    """Put the page below the other pages of its part; a page that waits is not shown there.

    Return whether the menu has the page now: if its part has no other page, the check says where
    to put it.
    """
    if (nav := settings(root).get("nav")) is None:
        return False
    listed = dict(entries(nav))
    if name in listed:
        return True
    section = name.partition("/")[0]
    last = max((line for one, line in listed.items() if one.startswith(f"{section}/")), default=0)
    if not last:
        return False
    file = root / SETTINGS
    lines = file.read_text("utf-8").split("\n")
    before = lines[last - 1]
    indent = before[: len(before) - len(before.lstrip())]
    lines.insert(last, indent + menu_line(title, name))
    file.write_text("\n".join(lines), "utf-8")
    return True


def page_name(title: str, section: str, today: dt.date) -> str:
    """Return the file under content/ of a page called `title`; updates carry their day."""
    name = file_name(title)
    return f"{section}/{today}-{name}.md" if section == "updates" else f"{section}/{name}.md"


def defaults(section: str, today: dt.date) -> dict[str, str | list[str]]:
    """Return what stands at the top of each new page, however it was started."""
    return {
        "description": "TODO: what this page answers, in 50 to 160 characters for searchers.",
        "author": "editorial",
        "last_reviewed": str(today),
        "next_review": str(today + _UNTIL_REVIEW),
        "tags": [section],
        "publish_on": str(today + _WAIT),
    }


def heading_words(title: str) -> str:
    """Return `title` as the words of a heading: no sign in it means anything to Markdown."""
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", title)


def _draft(title: str, section: str, today: dt.date, body: str) -> str:
    front = front_matter({"title": title} | defaults(section, today))
    return _DRAFT.format(front=front, heading=heading_words(title), body=body)


def main(arguments: list[str] | None = None) -> int:
    """Make a draft; return 1 and say why on standard error if that cannot be."""
    parser = argparse.ArgumentParser(prog="make new", description=main.__doc__)
    parser.add_argument("title")
    parser.add_argument("--section", default="iop")
    parser.add_argument("--from", dest="word", type=Path, help="a Word file (.docx)")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    today = calendar.today_at(given.root)
    section = given.section.strip("/ ").lower()
    if section not in SECTIONS:
        near = suggestion(section, SECTIONS)
        sys.stderr.write(
            f"There is no section “{given.section}”{near}. Choose one of: {', '.join(SECTIONS)}.\n"
        )
        return 1
    notes: list[str] = []
    try:
        if given.word:
            path, notes = from_word(given.root, given.word, given.title, section, today)
        else:
            path = new_article(given.root, given.title, section, today)
    except FileExistsError as error:
        name = Path(error.filename).relative_to(given.root)
        sys.stderr.write(f"{name} is there already. Choose another title, or edit that page.\n")
        return 1
    except WordError as error:
        sys.stderr.write(f"{error}.\n")
        return 1
    except ValueError as error:
        source = f' FROM="{given.word}"' if given.word else ""
        sys.stderr.write(f'{error}. Write: make new TITLE="Your title"{source}\n')
        return 1
    if notes:
        sys.stdout.write(
            "Not all of the Word file is in the draft. Look at each of these (they are "
            "at the end of the draft too):\n"
        )
        sys.stdout.writelines(f"- {note}\n" for note in notes)
    sys.stdout.write(
        f"{path.relative_to(given.root)} is ready to be written. `make serve` shows it to you. "
        f"It stays off the site until the day in `publish_on`, and is in the menu ({SETTINGS}) "
        f"from then on.\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
