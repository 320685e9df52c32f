"""What is shipped is what was built, all of it is on the bill, and nothing comes from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from urllib.parse import urlsplit

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from lxml import html

from site_config.security import sbom

HOST = re.compile(r"(?:\b(?:https?|wss?|ftp):)?//([a-z0-9][a-z0-9.-]*\.[a-z]{2,})\b", re.IGNORECASE)
TEXT = {".html", ".map", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".webmanifest", ""}

NAMED_NOT_ASKED = {
    "schema.org": "the vocabulary of the pages' structured data: a name, never fetched",
    "www.w3.org": "the names of SVG and XML: never fetched",
    "hl7.org": "the names of FHIR's code systems: never fetched",
}
GROUPS = {
    "al-anon.org",
    "www.nar-anon.org",
    "www.aa.org",
    "na.org",
    "smartrecovery.org",
    "www.nami.org",
}
"""The groups' own sites: pages link to them where they name the group."""
LICENSES = ("-license.txt", "made-from.txt")

# The theme's search script and its worker run on one page, under a policy that lets them connect
# to our own host only. The script would ask these two for a repository's stars and for drawings,
# of which we have neither; the other names stand in comments, or in code that looks like a host.
COMMENTS = {"developer.mozilla.org", "stevehanov.ca"}
"""Named in the remarks of MiniSearch's script."""


@pytest.fixture(scope="module")
def manifest(built_site):
    tree = html.document_fromstring((built_site / "self-check/index.html").read_bytes())
    return json.loads(tree.xpath("string(//script[@id='runtime-manifest'])"))


@pytest.fixture(scope="module")
def listed(built_site, root):
    """The bill that the build wrote."""
    assert built_site.is_dir()
    return json.loads((root / sbom.OUT).read_text("utf-8"))


@pytest.fixture(scope="module")
def reviewed(root):
    """The hosts in the data that people check: sources, crisis lines, the center."""
    data = ("content/_data/sources.yml", "content/_data/crisis_lines.yml", "site_config/center.yml")
    read = [yaml.safe_load((root / name).read_text("utf-8")) for name in data]
    return {host.lower() for host in HOST.findall(json.dumps(read, default=str))}


@pytest.mark.promise("checked_files")
def test_the_manifest_in_the_page_is_that_of_the_shipped_files(built_site, manifest):
    assert {"worker", "wasm", "stdlib", "lock", "wheel"} <= manifest["files"].keys()
    for file in manifest["files"].values():
        content = (built_site / file["path"]).read_bytes()
        assert len(content) == file["bytes"]
        digest = hashlib.sha256(content).digest()
        assert base64.b64encode(digest).decode() == file["sha256_b64"]


def test_nothing_lies_beside_the_runtimes_files(built_site, manifest):
    named = {file["path"] for file in manifest["files"].values()}
    there = {
        path.relative_to(built_site).as_posix()
        for path in (built_site / "runtime").rglob("*")
        if path.is_file()
    }
    assert there == {f"{name}{copy}" for name in named for copy in ("", ".br", ".gz")}


def test_the_bill_is_valid_cyclonedx(listed):
    error = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(listed))
    assert error is None


def test_the_validator_refuses_a_wrong_bill(listed):
    """The control."""
    wrong = json.dumps(listed | {"components": [{"type": "script", "name": "x"}]})
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(wrong) is not None


def test_the_bill_lists_each_shipped_script_with_its_hash(listed, built_site):
    hashes = {
        one["name"]: one["hashes"][0]["content"]
        for one in listed["components"]
        if one["type"] == "file"
    }
    scripts = [path for path in built_site.rglob("*") if path.suffix in (".js", ".wasm", ".whl")]
    assert scripts
    for path in scripts:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert hashes[path.relative_to(built_site).as_posix()] == digest


def test_the_bill_names_what_is_pinned(listed, root):
    names = {(one["name"], one.get("version")) for one in listed["components"]}
    package = json.loads((root / "package.json").read_text("utf-8"))
    assert set(package["dependencies"].items()) <= names
    for line in (root / "requirements/site.in").read_text("utf-8").splitlines():
        if "==" in line:
            assert tuple(line.split("==")) in names


def test_two_bills_of_one_site_are_the_same(listed, built_site, root):
    sbom.write(built_site, root)
    assert json.loads((root / sbom.OUT).read_text("utf-8")) == listed


@pytest.mark.promise("no_one_else")
def test_pages_name_no_other_host_but_in_links_that_were_reviewed(built_site, reviewed):
    for page in built_site.rglob("*.html"):
        tree = html.document_fromstring(page.read_bytes())
        links = [*tree.xpath("//a/@href"), *tree.xpath("//form/@data-leave-url")]
        linked = {urlsplit(link).hostname for link in links} - {None}
        assert linked <= reviewed | GROUPS, page
        named = {host.lower() for host in HOST.findall(page.read_text("utf-8"))}
        assert named - linked <= NAMED_NOT_ASKED.keys(), page


@pytest.mark.promise("no_one_else")
def test_no_other_file_names_another_host(built_site, reviewed):
    for path in built_site.rglob("*"):
        if not path.is_file() or path.suffix not in TEXT - {".html"}:
            continue
        named = {host.lower() for host in HOST.findall(path.read_text("utf-8"))}
        allowed = set(NAMED_NOT_ASKED)
        if "minisearch" in path.parts:
            allowed |= COMMENTS
        elif path.name in ("_headers", "search_index.json") or path.suffix in (".xml", ".txt"):
            allowed |= reviewed
        if not path.name.endswith(LICENSES):
            assert named <= allowed, path
