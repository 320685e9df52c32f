"""What an engine's driver cannot show a test, and what is looked at in its place.

All else is observed in all three. The list is printed at the end of each run.
"""

from __future__ import annotations

LIMITS = {
    ("firefox", "color scheme"): "Playwright's BiDi driver ignores emulate_media; axe in the dark "
    "and forced colors run in Chromium",
    ("webkit", "color scheme"): "WebDriver cannot set it; axe in the dark runs in Chromium",
    ("webkit", "phone width"): "no window below 447 px; 320 and 360 px run in Chromium",
    ("firefox", "blocked requests"): "request events need the request to be sent; the server's "
    "list, the page's resource timings and policy reports are compared",
    ("webkit", "blocked requests"): "no request events in WebDriver; the server's list, the page's "
    "resource timings and policy reports are compared",
    ("webkit", "console"): "no console in WebDriver; error and policy events are collected in "
    "the page",
    ("firefox", "saved file"): "no download is told of for a blob: address, with a plain link "
    "neither; the bytes are read that the page hands to the browser",
    ("firefox", "paper as PDF"): "Playwright prints only Chromium's; the engine applies its own "
    "rules for paper to the screen",
    ("webkit", "paper as PDF"): "the driver prints nothing; as in Firefox",
    ("firefox", "files of the profile"): "looked through for Chromium only",
    ("webkit", "files of the profile"): "the automated session keeps its profile in memory",
    ("chromium", "kept page"): "Playwright turns the back-forward cache off; the page's own events "
    "are sent in its place",
}
