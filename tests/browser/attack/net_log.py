"""Chromium's own network log: every name that it looked up, for whatever purpose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def looked_up(log: Path) -> set[str]:
    """The NAME of each NAME.localhost that a look-up was made for."""
    content = json.loads(log.read_text("utf-8"))
    kind = content["constants"]["logEventTypes"]["HOST_RESOLVER_MANAGER_REQUEST"]
    hosts = [
        event["params"]["host"]
        for event in content["events"]
        if event["type"] == kind and "host" in event.get("params", {})
    ]
    assert hosts, "the log holds no look-up at all: its form has changed"
    return {
        host.partition("://")[2].partition(".localhost")[0]
        for host in hosts
        if ".localhost" in host
    }
