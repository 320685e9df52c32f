"""A Content-Security-Policy is read as a browser reads it."""

from __future__ import annotations

import pytest

from site_config.hosting.doctor.csp_parser import holds, read, refused, sources_of

SELF, NONE = frozenset({"'self'"}), frozenset({"'none'"})


@pytest.mark.parametrize(
    ("header", "policies"),
    [
        ("", []),
        (" , ", []),
        ("default-src 'self'; Img-Src a b;", [{"default-src": SELF, "img-src": {"a", "b"}}]),
        ("img-src a; img-src b", [{"img-src": {"a"}}]),  # of two the first counts
        ("img-src a, img-src b", [{"img-src": {"a"}}, {"img-src": {"b"}}]),
        ("upgrade-insecure-requests", [{"upgrade-insecure-requests": frozenset()}]),
    ],
)
def test_directives_and_their_sources(header, policies):
    assert read(header) == policies


@pytest.mark.parametrize(
    ("header", "directive", "allowed"),
    [
        ("default-src 'self'", "img-src", SELF),
        ("default-src 'none'; img-src 'self'", "img-src", SELF),
        ("script-src 'self'; default-src 'none'", "worker-src", SELF),
        ("child-src 'self'; script-src 'none'", "worker-src", SELF),
        ("default-src 'self'", "form-action", None),  # no fallback for it
        ("", "img-src", None),
    ],
)
def test_what_stands_in_for_a_directive_that_is_left_out(header, directive, allowed):
    policy = (read(header) or [{}])[0]
    assert sources_of(policy, directive) == allowed


@pytest.mark.parametrize(
    ("header", "sources", "as_strict"),
    [
        ("img-src 'self'", SELF, True),
        ("img-src 'none'", SELF, True),
        ("img-src", SELF, True),
        ("img-src 'self' data:", SELF, False),
        ("img-src *", SELF, False),
        ("script-src 'self'", SELF, False),  # says nothing of pictures
        ("img-src *, img-src 'self'", SELF, True),  # each of several counts
        ("img-src 'self'", NONE, False),
    ],
)
def test_whether_a_header_is_as_strict_as_the_page(header, sources, as_strict):
    assert holds(read(header), "img-src", sources) is as_strict


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("", []),
        ("img-src 'self'; script-src 'self' 'wasm-unsafe-eval'", []),
        ("default-src *", []),
        ("script-src 'self'", ["script-src"]),
        ("default-src 'none'", ["script-src", "img-src"]),
    ],
)
def test_what_a_header_refuses_that_a_page_needs(header, missing):
    needed = {
        "script-src": SELF | {"'wasm-unsafe-eval'"},
        "img-src": SELF,
        "object-src": NONE,
    }
    assert refused((read(header) or [{}])[0], needed) == missing
