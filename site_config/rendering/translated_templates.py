"""Gives Jinja templates their words in the language of the page: `_("Help now")`."""

from __future__ import annotations

import hashlib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import FileSystemBytecodeCache, pass_context

from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment
    from jinja2.runtime import Context


def _english() -> str:
    return languages.SOURCE


def install(
    environment: Environment,
    gettext: Callable[[str], str] = str,
    language: Callable[[], str] = _english,
    as_html: Callable[[str], str] = escape,
) -> None:
    """Have `_()` of these templates say what `gettext` returns.

    Filters: `translated` for words that are data; `translated_html` for those that a center may
    have in English only, which are then marked as such; `local`, the address in the language of
    the page (`language` tells it) of one in English; `plain`, the other way round.
    """
    environment.add_extension("jinja2.ext.i18n")
    untyped: Any = environment  # the extension adds the method
    untyped.install_gettext_callables(
        gettext, lambda one, many, n: gettext(one if n == 1 else many), newstyle=True
    )
    environment.globals.setdefault("language", languages.SOURCE)
    environment.globals.setdefault("english_titles", frozenset())
    environment.filters |= {
        "translated": _anew(gettext),
        "translated_html": _anew(as_html),
        "local": _anew(lambda address: languages.in_language(address, language())),
        "plain": _anew(lambda address: languages.in_english(str(address or ""), language())),
    }


def kept_compiled(root: Path) -> FileSystemBytecodeCache:
    """Where the project at `root` keeps its compiled templates, for the next build.

    The folder is named by this module's code: a template calls the filters as they were when it was
    compiled.
    """
    version = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    folder = root / ".cache/templates" / version
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))


def _anew(said: Callable[[str], str]) -> Callable[..., str]:
    """Ask for each page: Jinja works out a filter of a constant once, when it reads a template."""

    @pass_context
    def asked(_: Context, words: str) -> str:
        return said(words)

    return asked
