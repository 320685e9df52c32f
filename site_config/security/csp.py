"""The site's one Content-Security-Policy, computed from the built pages and set in each of them.

One page needs one permission more than the others, and gets it alone: the self-check starts
Python in a worker made from checked bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING

import tinycss2

from site_config.core.issues import Issue, IssuesFound
from site_config.security import built_page, source_lookup
from site_config.security.built_page import script_hash
from site_config.security.connection_allowlist import allowlist
from site_config.security.csp_violations import Violation, scheme, violations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

SELF = "'self'"
NONE = "'none'"

STRINGS_LOAD = frozenset({"import", "url", "src", "image", "image-set", "-webkit-image-set"})
"""Where in CSS a bare string is an address."""

NOTHING_PARSED: Mapping[str, PageFacts] = {}

Policy = dict[str, list[str]]
"""Directive to its source expressions."""


@dataclass(frozen=True)
class PagePolicy:
    """What one page gets: its policy, and where it may connect to if that is limited."""

    policy: str
    allowlist: str | None = None


@dataclass(frozen=True)
class PageFacts:
    """What one page's HTML needs from the policy.

    `head` is the offset where the policy goes; `scripts` are the hashes of the inline scripts that
    run; `sheets` the addresses of its styles; `worker` is where a worker of the page comes from;
    `allowlist` stands on the self-check alone; `violations` are what would need a weaker policy.
    """

    head: int | None
    scripts: frozenset[str]
    sheets: tuple[str, ...]
    plays: bool
    worker: str
    allowlist: str | None
    violations: tuple[Violation, ...]


def read_facts(html: str) -> PageFacts:
    """Read one built page. Its kind is known by the marks that our own templates set in it."""
    page = built_page.read(html)
    ids = {script.attributes.get("id") for script in page.named.get("script", ())}
    checks = "runtime-manifest" in ids
    return PageFacts(
        head=page.head,
        scripts=frozenset(map(script_hash, page.scripts)),
        sheets=tuple(
            link.attributes.get("href", "").partition("?")[0]
            for link in page.named.get("link", ())
            if "stylesheet" in link.words("rel")
        ),
        plays=bool({"video", "audio"} & page.named.keys()),
        worker="blob:" if checks else NONE,
        allowlist=allowlist(page) if checks else None,
        violations=tuple(violations(page)),
    )


def apply(
    site_dir: Path, root: Path, parsed: Mapping[str, PageFacts] = NOTHING_PARSED
) -> dict[str, PagePolicy]:
    """Set the policy in every page of the built site; return each page's rule, by its file.

    `parsed` are the facts of pages that were read before, by their HTML. Nothing is changed if any
    page would need a weaker policy.

    Raises:
        IssuesFound: each place that the policy would refuse, with the file and line it comes from.
    """
    pages = {path: path.read_text("utf-8") for path in sorted(site_dir.rglob("*.html"))}
    facts = {path: parsed.get(html) or read_facts(html) for path, html in pages.items()}
    issues = [*_page_issues(facts, site_dir, root), *_style_issues(facts, site_dir, root)]
    if issues:
        raise IssuesFound(set(issues))
    base = _base(facts.values())
    rules = {path: _rule(base, page) for path, page in facts.items()}
    for path, html in pages.items():
        head = facts[path].head
        lines = _in_head(rules[path].policy)
        path.write_text(f"{html[:head]}\n{lines}{html[head:]}", "utf-8")
    return {path.relative_to(site_dir).as_posix(): rule for path, rule in rules.items()}


def as_text(policy: Policy) -> str:
    """The policy as a browser reads it."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items())


def _base(facts: Iterable[PageFacts]) -> Policy:
    """What every page of the site may do: no more than some page does."""
    facts = list(facts)
    hashes = sorted(frozenset[str]().union(*(page.scripts for page in facts)))
    return {
        "default-src": [NONE],
        "script-src": [SELF, *hashes],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        **({"media-src": [SELF]} if any(page.plays for page in facts) else {}),
        "connect-src": [SELF],
        "form-action": [NONE],
        "base-uri": [NONE],
    }


def _rule(base: Policy, page: PageFacts) -> PagePolicy:
    """The policy of one page."""
    scripts = base["script-src"]
    if page.worker == "blob:":
        # For WebAssembly alone; eval() stays refused. The worker inherits this policy.
        scripts = [*scripts, "'wasm-unsafe-eval'"]
    policy = base | {"script-src": scripts, "worker-src": [page.worker]}
    return PagePolicy(as_text(policy), page.allowlist)


def _in_head(policy: str) -> str:
    """The tags that hold where a host sends no headers. They stand first: all below is bound."""
    return (
        f'  <meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '  <meta name="referrer" content="no-referrer">'
    )


def _page_issues(facts: Mapping[Path, PageFacts], site: Path, root: Path) -> Iterator[Issue]:
    for path, page in facts.items():
        for violation in page.violations:
            yield _issue(violation, path.relative_to(site), root)


def _style_issues(facts: Mapping[Path, PageFacts], site: Path, root: Path) -> Iterator[Issue]:
    """What the linked style sheets would load from elsewhere, or from inside themselves."""
    sheets = {
        normpath(path.parent / address) for path, page in facts.items() for address in page.sheets
    }
    for sheet in filter(Path.is_file, map(Path, sorted(sheets))):
        for address in _addresses(tinycss2.parse_component_value_list(sheet.read_text("utf-8"))):
            if scheme(address):
                message = f"The styles would load {address}, which is not a file of this site"
                fix = "Save it under content/assets/ and name that file"
                yield _issue(Violation(message, fix, (address,)), sheet.relative_to(site), root)


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


def _issue(violation: Violation, page: Path, root: Path) -> Issue:
    path, line = source_lookup.find(root, page, violation.clues)
    return Issue(path, line, violation.what, violation.fix)
