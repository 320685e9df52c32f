"""The states by name: each is known by its letters, its laws and its own websites."""

from __future__ import annotations

import pytest

from site_config.settings import us_states


def test_each_state_is_told_from_all_others():
    assert len(us_states.STATES) == 51
    for name, state in us_states.STATES.items():
        assert us_states.by_letters(state.letters) == name
        assert us_states.of_law(f"{state.cited_as} Code § 1") == name
        assert us_states.of_address(f"https://www.{state.letters.lower()}.gov/a") == name
        assert us_states.zone_of(name, us_states.ZONES[state.zones[0]]) is None


@pytest.mark.parametrize(
    ("url", "state"),
    [
        ("https://leginfo.legislature.ca.gov/faces/a", "California"),
        ("https://www.health.state.mn.us/a", "Minnesota"),
        ("https://www.samhsa.gov/a", None),
        ("https://dmh.lacounty.gov/", None),
        ("", None),
    ],
)
def test_a_state_is_known_by_its_website(url, state):
    assert us_states.of_address(url) == state


@pytest.mark.parametrize("law", ["Calm down", "42 U.S.C. § 1", "Orders of the board", ""])
def test_other_words_are_no_law_of_a_state(law):
    assert us_states.of_law(law) is None
