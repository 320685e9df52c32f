"""What the page gets for a made-up person."""

from __future__ import annotations

import json

from checker.browser_api import result
from checker.examples import EVERYONE


def explained(**answers):
    """The page's answer for someone who is well but for these answers."""
    return json.loads(result(json.dumps({"responses": EVERYONE | answers})))
