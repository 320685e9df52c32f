"""An address that a person wrote is taken apart, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_config.core.web_address import parts_of


@pytest.mark.parametrize("address", ["https://[a", "https://[]/b", "//[x]y/", "https://a[1]/"])
def test_what_no_browser_opens_is_a_path_alone(address):
    parts = parts_of(address)
    assert (parts.scheme, parts.netloc, parts.path) == ("", "", address)


def test_an_address_has_its_parts():
    parts = parts_of("https://care.example/a/?b=c#d")
    assert (parts.hostname, parts.path, parts.query, parts.fragment) == (
        "care.example",
        "/a/",
        "b=c",
        "d",
    )


@given(st.text(alphabet="htps:/[]%@?#.ab ℀", max_size=20))
def test_nothing_raises(address):
    assert parts_of(address) is not None
