"""Header files for the hosts: `site/_headers`, and nginx and Caddy recipes in `dist/hosting/`.

A header does what a tag in the page cannot: it also binds files that are no pages, says who may
frame a page, and carries `Connection-Allowlist`. What each host can do: site_config/hosting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from site_config.hosting import redirects
from site_config.hosting.permissions_policy import DENIED
from site_config.security import csp

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from site_config.security.csp import PageFacts, PagePolicy

TEMPLATES = "site_config/hosting"
OUT = "dist/hosting"

EVERYWHERE = {
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in DENIED),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-DNS-Prefetch-Control": "off",
    # A year. Other hosts under the center's domain are left out: they may lack https.
    "Strict-Transport-Security": "max-age=31536000",
}

FRAMING = "frame-ancestors 'none'"
FRESH = "no-cache"
FOR_EVER = "public, max-age=31536000, immutable"

VARYING = frozenset({"default-src", "script-src", "worker-src"})
"""Directives that a header for all paths must leave out: further headers only make it stricter."""


@dataclass(frozen=True)
class Section:
    """A path of the site, ending in `*` if it stands for all below; files alone have no rule."""

    path: str
    rule: PagePolicy | None
    cache: str = FRESH

    def regex(self, base_path: str) -> str:
        """The path as nginx matches it, on a host where the site stands at `base_path`.

        nginx reads a folder's page as its file: /es/self-check/ is /es/self-check/index.html.
        """
        path = re.escape(base_path + self.path[1:].removesuffix("*")).replace("\\-", "-")
        if self.path.endswith("*"):
            return f"^{path}"
        return f"^{path}(index.html)?$" if path.endswith("/") else f"^{path}$"


def apply_policy(
    site: Path,
    root: Path,
    base_path: str = "/",
    parsed: Mapping[str, PageFacts] = csp.NOTHING_PARSED,
) -> None:
    """Set the policy in every page of a built site, and write the header files that repeat it.

    Arguments as in `csp.apply` and `write`.

    Raises:
        IssuesFound: each place that the policy would refuse, with the file and line it comes from.
    """
    write(site, root, csp.apply(site, root, parsed), base_path)


def write(site: Path, root: Path, rules: Mapping[str, PagePolicy], base_path: str = "/") -> None:
    """Write the header files for a built site; `rules` are by the page's file, such as a/b.html.

    `base_path` is where the site stands on its host, "/" or "/name/". `_headers` does without:
    its paths begin at the folder that was uploaded.
    """
    folders = {path.name for path in site.iterdir() if path.is_dir()}
    found = sections(rules, folders)
    usual = rules.get("404.html") or next(iter(rules.values()))
    values = {
        "base": base_path,
        "everywhere": EVERYWHERE,
        "common": f"{_common(usual.policy)}; {FRAMING}",
        "usual": usual,
        "framing": FRAMING,
        "sections": found,
        "exceptions": [one for one in found if one.rule and one.rule != usual],
        "fresh": FRESH,
        "for_ever": FOR_EVER,
        "redirects": (moved := redirects.redirects(site, root)),
    }
    redirects.write(site, moved)
    (root / OUT).mkdir(parents=True, exist_ok=True)
    for target in (site / "_headers", *(root / OUT / name for name in _RECIPES)):
        text = _templates(root).get_template(f"{target.name}.j2").render(values)
        target.write_text(text, "utf-8")


_RECIPES = ("nginx-http.conf", "nginx-site.conf", "Caddyfile")


def _templates(root: Path) -> Environment:
    return Environment(
        loader=FileSystemLoader(root / TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 (these are no HTML files)
    )


def sections(rules: Mapping[str, PagePolicy], folders: Iterable[str]) -> list[Section]:
    """Cut the site into paths that do not overlap.

    Netlify and Cloudflare Pages add up the headers of all rules that match, and two policies
    both count: a page that may do more must not stand below a rule that allows less.
    """
    top = {path: rule for path, rule in rules.items() if "/" not in path}
    found = [Section(_address(path), rule) for path, rule in sorted(top.items())]
    found += [Section(f"/{path}", rule) for path, rule in top.items() if path == "index.html"]
    for folder in sorted(folders):
        within = {path: rule for path, rule in rules.items() if path.startswith(f"{folder}/")}
        if len(set(within.values())) > 1:
            found += [Section(_address(path), rule) for path, rule in sorted(within.items())]
        else:
            cache = FOR_EVER if folder == "runtime" else FRESH
            found.append(Section(f"/{folder}/*", next(iter(within.values()), None), cache))
    return found


def _address(path: str) -> str:
    """The address of a page's file: a/index.html is reached as /a/."""
    return f"/{path.removesuffix('index.html')}"


def _common(policy: str) -> str:
    """The directives that are the same on every page, and none of the others."""
    kept = [part for part in policy.split("; ") if part.partition(" ")[0] not in VARYING]
    return "; ".join(["object-src 'none'", "frame-src 'none'", *kept])
