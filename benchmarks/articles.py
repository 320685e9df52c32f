"""Sites of any number of articles: ours, and a bare MkDocs-Material one with the same text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# The article that stands for all: of usual length, with a table, links and sources.
MODEL = "iop/levels.md"
SECTIONS = 10
INPUTS = (
    *("checker", "site_config", "content", "locale", "tests", ".cache"),
    *("pyproject.toml", "mkdocs.yml", "README.md", "package.json"),
    *("package-lock.json", "requirements"),
)
DESCRIPTION = "one of many with the same text, to see how the time grows"
BARE = """\
site_name: Bare
docs_dir: content
theme:
  name: material
  font: false
  features: [navigation.indexes, navigation.prune]
plugins: [search, tags]
markdown_extensions:
  - abbr
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - tables
  - toc
"""


def our_site(folder: Path, count: int, languages: str = "[en]") -> Path:
    """The project with `count` more articles that pass every check, in these languages."""
    for name in INPUTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(
                source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules")
            )
        else:
            shutil.copy(source, folder / name)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    center = folder / "site_config/center.yml"
    listed = re.sub(
        "^languages: .*", f"languages: {languages}", center.read_text("utf-8"), flags=re.MULTILINE
    )
    center.write_text(listed, "utf-8")
    _write_articles(folder / "content", count)
    settings = (folder / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(
        settings.replace("\nnav:\n", f"\nnav:\n{_nav(count)}"), "utf-8"
    )
    return folder


def bare_site(folder: Path, count: int) -> Path:
    """The same pages, and nothing of ours around them."""
    folder.mkdir()
    (folder / "mkdocs.yml").write_text(BARE, "utf-8")
    shutil.copytree(ROOT / "content", folder / "content")
    for name in ("_data", "es"):
        shutil.rmtree(folder / "content" / name)
    for page in (folder / "content").rglob("*.md"):
        text = page.read_text("utf-8")
        page.write_text(re.sub(r"^template: .*\n", "", text, flags=re.MULTILINE), "utf-8")
    _write_articles(folder / "content", count)
    return folder


def _section(number: int) -> str:
    return f"many-{number % SECTIONS}"


def _write_articles(content: Path, count: int) -> None:
    """Write articles in sections, each with a title, a description and an address of its own."""
    text = (content / MODEL).read_text("utf-8")
    text = re.sub(r"\]\((?=[\w-]+\.md)", "](../iop/", text)
    for number in range(count):
        folder = content / _section(number)
        folder.mkdir(exist_ok=True)
        name = _in_letters(number)  # a figure would need a source
        head = rf"\1: Article {name}, {DESCRIPTION}"
        own = re.sub(r"^(title|description): .*", head, text, flags=re.MULTILINE)
        own = re.sub(r"^# .*", f"# Article {name}, {DESCRIPTION}", own, flags=re.MULTILINE)
        own += f"\nThis is page {name} of many.\n"  # no two alike: nothing is read once for all
        (folder / f"article-{number}.md").write_text(own, "utf-8")


def _in_letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _nav(count: int) -> str:
    """The articles' lines of navigation, section by section."""
    lines = []
    for section in range(min(SECTIONS, count)):
        lines.append(f"  - Section {section}:")
        numbers = range(section, count, SECTIONS)
        lines += [f"      - Article {n}: {_section(n)}/article-{n}.md" for n in numbers]
    return "\n".join([*lines, ""])
