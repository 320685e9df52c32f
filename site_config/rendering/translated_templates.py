"""Gives Jinja templates their words in the language of the page: `_("Help now")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from site_config.settings import languages

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment


def _english() -> str:
    return languages.SOURCE


def install(
    environment: Environment,
    gettext: Callable[[str], str] = str,
    language: Callable[[], str] = _english,
) -> None:
    """Have `_()` of these templates say what `gettext` returns.

    Filters: `translated` for words that are data; `local`, the address in the language of the page
    (`language` tells it) of one in English; `plain`, the other way round.
    """
    environment.add_extension("jinja2.ext.i18n")
    untyped: Any = environment  # the extension adds the method
    untyped.install_gettext_callables(
        gettext, lambda one, many, n: gettext(one if n == 1 else many), newstyle=True
    )
    environment.globals.setdefault("language", languages.SOURCE)
    environment.filters |= {
        "translated": gettext,
        "local": lambda address: languages.within(address, language()),
        "plain": lambda address: languages.plain(str(address or ""), language()),
    }
