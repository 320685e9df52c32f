"""The words of shared facts in another language: `content/es/_data/NAME.yml`, by the facts' ids.

Numbers, addresses, sources and dates stay in `content/_data/`, once for all languages.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from site_config.core import yaml_source
from site_config.core.issues import Issue, Severity
from site_config.core.validation import suggestion
from site_config.settings import shared_data

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from site_config.settings.center import Center

LINE_WORDS = frozenset({"name", "what", "call_display", "text_body", "chat_url"})
"""What of a crisis line is words; a line may want another word sent, or chat on another page."""
LINE_NEEDS = frozenset({"name", "what"})
PROMISE_WORDS = frozenset({"promise", "limit"})

_LEFT_OUT = ". Until then results in this language leave that link out"
_IN_ENGLISH = ". Until then its pages show the fact in English"

type Words = dict[str, Any]
type Read = tuple[Words, list[Issue]]


def crisis_lines(
    root: Path, language: str, lines: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], list[Issue]]:
    """Return the crisis lines with their words, in the order that this language gives them."""
    path = _path(language, "crisis_lines.yml")
    known = {str(line["id"]): line for line in lines}
    listed = yaml_source.load_or_raise(root / "content/_data/crisis_lines.yml", root) or ()
    every = {str(line["id"]) for line in listed if isinstance(line, dict) and "id" in line}
    words, issues = _read(root, path, known, every)
    found = []
    for name, said in words.items():
        wrong = _form_error(said, LINE_WORDS, LINE_NEEDS)
        if wrong:
            issues.append(Issue(path, _line(root, path, name), f"“{name}”: {wrong[0]}", wrong[1]))
        elif name in known:
            found.append({**known[name], **said})
    rest = [line for line in lines if str(line["id"]) not in words]
    return [*found, *rest], issues


def promises(root: Path, language: str, names: Collection[str]) -> Read:
    """Return the promises' words, {id: {promise, limit}}, as far as they are whole."""
    path = _path(language, "promises.yml")
    words, issues = _read(root, path, names, names)
    for name, said in list(words.items()):
        if wrong := _form_error(said, PROMISE_WORDS, PROMISE_WORDS):
            issues.append(Issue(path, _line(root, path, name), f"“{name}”: {wrong[0]}", wrong[1]))
            del words[name]
    return words, issues


def helpful_pages(root: Path, language: str) -> tuple[list[tuple[str, str]], list[Issue]]:
    """Return what every result links to, in this language: page and words.

    A link that has none yet is left out: a result is all in one language.
    """
    listed = yaml_source.load_or_raise(root / "content/_data/helpful_pages.yml", root) or ()
    pages = {str(one["page"]): str(one["words"]) for one in listed if isinstance(one, dict)}
    words, issues = _read(root, _path(language, "helpful_pages.yml"), pages, pages, _LEFT_OUT)
    return [(page, str(words[page])) for page in pages if page in words], issues


def state_facts(
    root: Path, language: str, center: Center, facts: Mapping[str, dict[str, Any]]
) -> tuple[dict[str, dict[str, Any]], list[Issue]]:
    """Return the facts of the center's state with their text in this language.

    One that has none yet is given in English, marked as such.
    """
    name = shared_data.state_file(center)
    if not name or not facts:
        return {}, []
    path = Path("content", language, Path(name).relative_to("content"))
    listed = yaml_source.load_or_raise(root / name, root)
    every = {str(one.get("id")) for one in listed["facts"] if isinstance(one, dict)}
    words, issues = _read(root, path, facts, every, _IN_ENGLISH)
    texts = {
        key: str(words.get(key) or f'<span lang="en">{str(fact.get("text", "")).strip()}</span>')
        for key, fact in facts.items()
    }
    return {key: {**facts[key], "text": text} for key, text in texts.items()}, issues


def search_words(root: Path, language: str, english: Words) -> Read:
    """Return what the search page knows: its own words before the English ones.

    Names of drugs and of programs are typed in English by people of all languages.
    """
    path = _path(language, "search_words.yml")
    if not (root / path).is_file():
        message = "The search knows no words of this language that people type"
        fix = "Write them as in content/_data/search_words.yml"
        return english, [Issue(path, 1, message, fix, "warning")]
    parts = ("danger", "pages")
    words, issues = _read(root, path, parts, parts)
    if set(words) != set(parts) or issues:
        return english, issues
    issues += [
        Issue(
            path,
            _line(root, path, "pages"),
            f"The search has words for “{page}”, which doesn't exist",
            _NO_PAGE,
            "warning",
        )
        for page in words["pages"]
        if not (root / "content" / page).is_file()
    ]
    own = shared_data.search_words(root, path.as_posix())
    pages = {
        page: [*own["pages"].get(page, ()), *english["pages"].get(page, ())]
        for page in {**english["pages"], **own["pages"]}
    }
    return {"danger": [*own["danger"], *english["danger"]], "pages": pages}, issues


_NO_PAGE = "Write the name of a file under content/, as in English, or take it out"


def glossary(root: Path, language: str) -> Read:
    """Return the words that every page of this language explains, with their meanings."""
    path = _path(language, "glossary.md")
    if not (root / path).is_file():
        message = "The words that every page explains are missing in this language"
        return {}, [Issue(path, 1, message, "Translate content/_data/glossary.md", "warning")]
    rows = (root / path).read_text("utf-8").splitlines()
    found = filter(None, map(shared_data.TERM.fullmatch, rows))
    return {one["term"]: one["meaning"] for one in found}, []


def _path(language: str, name: str) -> Path:
    return Path("content", language, "_data", name)


def _read(
    root: Path, path: Path, wanted: Iterable[str], every: Collection[str], until_then: str = ""
) -> Read:
    """Return the words by id; an id that is unknown or missing is an issue.

    It is a warning where `until_then` tells what visitors get as long as words are missing: then a
    writer who doesn't speak the language may add to the English file, or take away.
    """
    severity: Severity = "warning" if until_then else "error"
    if not (root / path).is_file():
        english = (
            f"content/_data/{path.name}" if path.parent.name == "_data" else "the English file"
        )
        message = f"The words of {english} are missing in this language"
        return {}, [Issue(path, 1, message, "Write a line for each id: `id: words`", severity)]
    located = yaml_source.read(root / path, path)
    issues = list(located.issues)
    words = located.data if isinstance(located.data, dict) else {}
    if located.data is not None and not words:
        issues.append(
            Issue(path, 1, "Words are expected here, each under its id", "Write `id: words`")
        )
    for name in words:
        if name not in every:
            hint = suggestion(str(name), every) or ""
            message = f"“{name}” is no id of the English file"
            issues.append(
                Issue(
                    path, located.line(name), message, f"Correct it{hint}, or delete it", severity
                )
            )
    issues += [
        Issue(path, 1, f"“{name}” has no words in this language", f"Add them{until_then}", severity)
        for name in wanted
        if not words.get(name)
    ]
    return {str(name): said for name, said in words.items() if said}, issues


def _form_error(said: Any, may: frozenset[str], must: frozenset[str]) -> tuple[str, str] | None:  # noqa: ANN401
    """What is wrong with the words of one entry, and the fix."""
    if not isinstance(said, dict):
        return "fields are expected here", f"Write {' and '.join(sorted(must))} below it, indented"
    if more := sorted(set(said) - may):
        return f"“{more[0]}” is no field of words", "Delete it: facts stay in the English file"
    if less := sorted(name for name in must if not said.get(name)):
        return f"“{less[0]}” is missing", f"Add `{less[0]}:`"
    return None


def _line(root: Path, path: Path, name: str) -> int:
    return yaml_source.read(root / path, path).line(name)
