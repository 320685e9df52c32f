"""The site's one Content-Security-Policy, computed from the built pages and set in each of them.

Two pages need one permission more than the others, and get it alone: the self-check starts
Python in a worker made from checked bytes, and the search page starts the theme's search worker.
"""

from __future__ import annotations

from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

import tinycss2

from site_config.build import built_page, headers, source_line
from site_config.build.built_page import BuiltPage, script_hash
from site_config.build.faults import Fault, Faults
from site_config.build.weaknesses import Weakness, scheme, weaknesses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SELF = "'self'"
NONE = "'none'"

STRINGS_LOAD = frozenset({"import", "url", "src", "image", "image-set", "-webkit-image-set"})
"""Where in CSS a bare string is an address."""

Policy = dict[str, list[str]]
"""Directive to its source expressions."""


def apply(site_dir: Path, root: Path, base_path: str = "/") -> None:
    """Set the policy in every page of the built site and write the hosts' header files.

    `base_path` is where the site stands on its host, "/" or "/name/". Nothing is changed if any
    page would need a weaker policy.

    Raises:
        Faults: each place that the policy would refuse, with the file and line it comes from.
    """
    pages = [built_page.read(path) for path in sorted(site_dir.rglob("*.html"))]
    faults = [*_page_faults(pages, site_dir, root), *_style_faults(pages, site_dir, root)]
    if faults:
        raise Faults(set(faults))
    base = _base(pages)
    rules = {page.path.relative_to(site_dir).as_posix(): _rule(base, page) for page in pages}
    for page, rule in zip(pages, rules.values(), strict=True):
        page.path.write_text(page.with_head(_in_head(rule.policy)), "utf-8")
    headers.write(site_dir, root, rules, base_path)


def as_text(policy: Policy) -> str:
    """The policy as a browser reads it."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())


def _base(pages: Iterable[BuiltPage]) -> Policy:
    """What every page of the site may do: no more than some page does."""
    pages = list(pages)
    hashes = sorted({script_hash(text) for page in pages for text in page.scripts})
    plays = any({"video", "audio"} & page.named.keys() for page in pages)
    return {
        "default-src": [NONE],
        "script-src": [SELF, *hashes],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        **({"media-src": [SELF]} if plays else {}),
        "connect-src": [SELF],
        "form-action": [NONE],
        "base-uri": [NONE],
    }


def _rule(base: Policy, page: BuiltPage) -> headers.Rule:
    """The policy of one page, by the marks that our own templates set in it."""
    ids = {script.attributes.get("id") for script in page.named.get("script", ())}
    if "runtime-manifest" in ids:
        # For WebAssembly alone; eval() stays refused. The worker inherits this policy.
        scripts = [*base["script-src"], "'wasm-unsafe-eval'"]
        policy = base | {"script-src": scripts, "worker-src": ["blob:"]}
        return headers.Rule(as_text(policy), headers.allowlist(page))
    return headers.Rule(as_text(base | {"worker-src": [SELF if "__config" in ids else NONE]}))


def _in_head(policy: str) -> str:
    """The tags that hold where a host sends no headers. They stand first: all below is bound."""
    return (
        f'  <meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '  <meta name="referrer" content="no-referrer">'
    )


def _page_faults(pages: Iterable[BuiltPage], site: Path, root: Path) -> Iterator[Fault]:
    for page in pages:
        for weakness in weaknesses(page):
            yield _fault(weakness, page.path.relative_to(site), root)


def _style_faults(pages: Iterable[BuiltPage], site: Path, root: Path) -> Iterator[Fault]:
    """What the linked style sheets would load from elsewhere, or from inside themselves."""
    sheets = {
        normpath(page.path.parent / link.attributes.get("href", "").partition("?")[0])
        for page in pages
        for link in page.named.get("link", ())
        if "stylesheet" in link.words("rel")
    }
    for sheet in filter(Path.is_file, map(Path, sorted(sheets))):
        for address in _addresses(tinycss2.parse_component_value_list(sheet.read_text("utf-8"))):
            if scheme(address):
                message = f"The styles would load {address}, which is not a file of this site"
                remedy = "Save it under content/assets/ and name that file"
                yield _fault(Weakness(message, remedy, (address,)), sheet.relative_to(site), root)


def _addresses(nodes: Iterable[tinycss2.ast.Node], within: str = "") -> Iterator[str]:
    """Every address that the styles load: url(), and the strings of @import and image-set()."""
    for node in nodes:
        if node.type == "at-keyword":
            within = node.lower_value
        elif node.type == "url" or (node.type == "string" and within in STRINGS_LOAD):
            yield node.value
        elif node.type == "function":
            yield from _addresses(node.arguments, node.lower_name)
        elif node.type == "literal" and node.value == ";":
            within = ""
        elif hasattr(node, "content"):
            yield from _addresses(node.content)


def _fault(weakness: Weakness, page: Path, root: Path) -> Fault:
    path, line = source_line.find(root, page, weakness.clues)
    return Fault(path, line, weakness.message, weakness.remedy)
