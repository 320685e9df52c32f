"""The site's font, there in time: another font is another height.

The site asks for it as "optional", so text that it comes too late for stays in the system's font.
A busy machine decides that, so tests that measure heights have their page wait for it.
"""

from __future__ import annotations

OPTIONAL, WAITED_FOR = "font-display: optional", "font-display: block"
CAME = "() => document.fonts.ready.then(() => document.fonts.check('1rem \"Site Text\"'))"


def awaited(page):
    """Give `page` back; whatever it opens from now on waits for the site's font."""

    def hand_out(route):
        answer = route.fetch()
        styles = answer.text()
        assert OPTIONAL in styles
        route.fulfill(response=answer, body=styles.replace(OPTIONAL, WAITED_FOR))

    page.route("**/assets/css/site.css", hand_out)
    return page


def came(page):
    """Wait until the page at hand is laid out in it."""
    assert page.evaluate(CAME)
