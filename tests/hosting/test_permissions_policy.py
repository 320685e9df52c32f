"""Every browser feature is denied by its name, in the header that is sent."""

from __future__ import annotations

import re

from site_config.hosting.headers import EVERYWHERE
from site_config.hosting.permissions_policy import DENIED


def test_every_feature_of_the_list_is_denied_to_everyone_once():
    assert sorted(set(DENIED)) == list(DENIED)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in DENIED)
    sent = EVERYWHERE["Permissions-Policy"].split(", ")
    assert sent == [f"{name}=()" for name in DENIED]


def test_what_could_see_hear_find_or_recognize_a_visitor_is_denied():
    wanted = {"camera", "microphone", "geolocation", "display-capture", "idle-detection"}
    wanted |= {"clipboard-read", "local-fonts", "storage-access", "browsing-topics"}
    assert wanted <= set(DENIED)
