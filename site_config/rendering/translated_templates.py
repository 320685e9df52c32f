"""Gives Jinja templates their words in the language of the page: `_("Help now")`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment


def install(environment: Environment, gettext: Callable[[str], str]) -> None:
    """Have `_()` of these templates say what `gettext` returns; `| translated` is for data."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined] (from the extension)
        gettext, lambda one, many, n: gettext(one if n == 1 else many), newstyle=True
    )
    environment.filters["translated"] = gettext
