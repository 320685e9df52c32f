"""Programs that say so are told from people's browsers."""

from __future__ import annotations

import pytest

from scripts.page_views.bots import is_program
from tests.scripts.page_views.logs import FIREFOX


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (compatible; bingbot/2.0) Chrome/140.0 Safari/537.36",
        "facebookexternalhit/1.1",
        "WhatsApp/2.23",
        "curl/8.5.0",
        "python-requests/2.32",
        "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/156.0",
        None,
    ],
)
def test_programs_that_say_so_are_left_out(agent):
    assert is_program(agent)


@pytest.mark.parametrize(
    "agent",
    [
        FIREFOX,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604",
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/140.0 Mobile",
        "Mozilla/5.0 (Linux; Android 14; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/140.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Edg/140.0",
    ],
)
def test_people_s_browsers_are_counted(agent):
    assert not is_program(agent)
