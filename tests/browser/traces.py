"""What a page could leave in the browser, and what it leaves: nothing."""

from __future__ import annotations

TRACES = """async () => ({
  stored: [localStorage.length, sessionStorage.length, document.cookie, window.name],
  state: history.state,
  databases: indexedDB.databases ? (await indexedDB.databases()).length : 0,
  caches: window.caches ? (await caches.keys()).length : 0,
  hash: location.hash + location.search,
})"""
NO_TRACES = {
    "stored": [0, 0, "", ""],
    "state": None,
    "databases": 0,
    "caches": 0,
    "hash": "",
}
RESOURCES = "() => performance.getEntriesByType('resource').length"
"""How many files the page has asked for."""
