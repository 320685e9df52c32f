"""The states by name: how the post, the law and the clock call them."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo


class State(NamedTuple):
    """Its letters in an address, how its laws are cited, and its time zones, the main one first."""

    letters: str
    cited_as: str
    zones: str


ZONES = {
    "E": "America/New_York",
    "C": "America/Chicago",
    "M": "America/Denver",
    "Z": "America/Phoenix",
    "P": "America/Los_Angeles",
    "K": "America/Anchorage",
    "H": "Pacific/Honolulu",
}
STATES = {
    "Alabama": State("AL", "Ala.", "C"),
    "Alaska": State("AK", "Alaska", "KH"),
    "Arizona": State("AZ", "Ariz.", "ZM"),
    "Arkansas": State("AR", "Ark.", "C"),
    "California": State("CA", "Cal.", "P"),
    "Colorado": State("CO", "Colo.", "M"),
    "Connecticut": State("CT", "Conn.", "E"),
    "Delaware": State("DE", "Del.", "E"),
    "District of Columbia": State("DC", "D.C.", "E"),
    "Florida": State("FL", "Fla.", "EC"),
    "Georgia": State("GA", "Ga.", "E"),
    "Hawaii": State("HI", "Haw.", "H"),
    "Idaho": State("ID", "Idaho", "MP"),
    "Illinois": State("IL", "Ill.", "C"),
    "Indiana": State("IN", "Ind.", "EC"),
    "Iowa": State("IA", "Iowa", "C"),
    "Kansas": State("KS", "Kan.", "CM"),
    "Kentucky": State("KY", "Ky.", "EC"),
    "Louisiana": State("LA", "La.", "C"),
    "Maine": State("ME", "Me.", "E"),
    "Maryland": State("MD", "Md.", "E"),
    "Massachusetts": State("MA", "Mass.", "E"),
    "Michigan": State("MI", "Mich.", "EC"),
    "Minnesota": State("MN", "Minn.", "C"),
    "Mississippi": State("MS", "Miss.", "C"),
    "Missouri": State("MO", "Mo.", "C"),
    "Montana": State("MT", "Mont.", "M"),
    "Nebraska": State("NE", "Neb.", "CM"),
    "Nevada": State("NV", "Nev.", "PM"),
    "New Hampshire": State("NH", "N.H.", "E"),
    "New Jersey": State("NJ", "N.J.", "E"),
    "New Mexico": State("NM", "N.M.", "M"),
    "New York": State("NY", "N.Y.", "E"),
    "North Carolina": State("NC", "N.C.", "E"),
    "North Dakota": State("ND", "N.D.", "CM"),
    "Ohio": State("OH", "Ohio", "E"),
    "Oklahoma": State("OK", "Okla.", "C"),
    "Oregon": State("OR", "Or.", "PM"),
    "Pennsylvania": State("PA", "Pa.", "E"),
    "Rhode Island": State("RI", "R.I.", "E"),
    "South Carolina": State("SC", "S.C.", "E"),
    "South Dakota": State("SD", "S.D.", "CM"),
    "Tennessee": State("TN", "Tenn.", "CE"),
    "Texas": State("TX", "Tex.", "CM"),
    "Utah": State("UT", "Utah", "M"),
    "Vermont": State("VT", "Vt.", "E"),
    "Virginia": State("VA", "Va.", "E"),
    "Washington": State("WA", "Wash.", "P"),
    "West Virginia": State("WV", "W. Va.", "E"),
    "Wisconsin": State("WI", "Wis.", "C"),
    "Wyoming": State("WY", "Wyo.", "M"),
}
_BY_LETTERS = {state.letters: name for name, state in STATES.items()}
_OF_STATE = re.compile(r"(?:^|\.)(?:([a-z]{2})\.gov|state\.([a-z]{2})\.us)$")
# One day in winter and one in summer tell the zones apart.
_DAYS = (dt.datetime(2026, 1, 15, tzinfo=dt.UTC), dt.datetime(2026, 7, 15, tzinfo=dt.UTC))


def by_letters(text: str) -> str | None:
    """Return the name of the state that someone wrote as OH or O.H.; None if it is none."""
    return _BY_LETTERS.get(re.sub(r"[\s.]", "", text).upper())


def of_law(law: str) -> str | None:
    """Return the state whose law is cited, as in `Cal. Lab. Code § 1025`; None if none is."""
    cited = (name for name, state in STATES.items() if law.startswith(f"{state.cited_as} "))
    return next(cited, None)


def of_address(url: str) -> str | None:
    """Return the state whose own website has this address, such as `www.dhcs.ca.gov`."""
    found = _OF_STATE.search(urlsplit(url).hostname or "")
    return _BY_LETTERS.get((found[1] or found[2]).upper()) if found else None


def zone_of(state: str, time_zone: str) -> str | None:
    """Return the main time zone of the state if its clocks never show what `time_zone` shows."""
    own = [ZONES[letter] for letter in STATES[state].zones]
    return None if _clock(time_zone) in map(_clock, own) else own[0]


def _clock(zone: str) -> list[dt.timedelta | None]:
    return [day.astimezone(ZoneInfo(zone)).utcoffset() for day in _DAYS]
