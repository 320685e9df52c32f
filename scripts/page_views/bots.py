"""Which requests come from programs, and which from people."""

from __future__ import annotations

import re

# Programs that say so: search engines, link previews, monitors, libraries, browsers without a
# window (a Cubot is a phone). Those that pose as a person's browser are counted: only addresses
# could tell them apart.
_PROGRAM = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|archiver|preview|facebookexternalhit|whatsapp|telegram"
    r"|embedly|pinterest/|feed|rss|monitor|uptime|pingdom|statuscake|check(?:er|_http)|lighthouse"
    r"|headless|phantom|selenium|playwright|puppeteer|curl|wget|httpie|python|aiohttp|httpx"
    r"|go-http|java/|okhttp|apache-http|libwww|perl|ruby|node-fetch|axios|undici|scrapy|scan"
    r"|nmap|nikto|zgrab|masscan|gptbot|claude|perplexity|bytespider|semrush|ahrefs|https?://",
    re.IGNORECASE,
)


def is_program(agent: str | None) -> bool:
    """Whether a browser's name is that of a program; a request without a name is from one too."""
    return agent is None or bool(_PROGRAM.search(agent))
